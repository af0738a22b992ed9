//! Two pay plans in the same month: what one person and the owner have of each, and from which sales on both
//! gain by the one that is proposed.

use super::compare::Compared;
use super::sides::{Difference, Sides};
use crate::model::Model;
use crate::number::{Count, Decimal, Exact, Money, Number, Share};
use crate::plan::{Outcome, total};

/// The most sales that are looked at, per cent of the plan's.
pub const MOST_ATTAINMENT: u32 = 150;
/// Every how many per cent curves have a point.
pub const ATTAINMENT_STEP: u32 = 5;

/// What one person and the owner have of a month at one attainment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PaySplit {
    /// Sales as a share of the plan's.
    pub attainment: Share<Exact>,
    /// What one person is paid, before income tax.
    pub person: Money<Exact>,
    /// What is left to the owner.
    pub owner: Money<Exact>,
}

/// A role's proposed pay beside today's, in one month.
#[derive(Clone, Debug, PartialEq)]
pub struct Bargain {
    /// The place of the role among the people.
    pub role: usize,
    /// How many people it has in the month.
    pub heads: Count<Exact>,
    /// What all proposals together change in the month, sales as planned. As the sales are the same, the parts
    /// make nothing together.
    pub change: Difference,
    /// What they change over the whole plan, for all people before income tax.
    pub plan_people: Money<Exact>,
    /// What they change over the whole plan for the owner.
    pub plan_owner: Money<Exact>,
    /// With today's pay, when sales are as planned.
    pub today: PaySplit,
    /// With the proposed.
    pub proposed: PaySplit,
    /// With today's pay, from no sales to the most looked at.
    pub today_curve: Vec<PaySplit>,
    /// With the proposed.
    pub proposed_curve: Vec<PaySplit>,
    /// From how many per cent of planned sales on both have more than today's pay gives them at 100 %.
    pub both_from: Option<u32>,
    /// From how many per cent on the same sales are paid more than today (`true`), or less, where it is not
    /// so from the first sale on.
    pub turn: Option<(u32, bool)>,
}

impl Bargain {
    /// What the proposal adds to one person's month, sales as planned.
    pub fn person_gain(&self) -> Money<Exact> {
        self.proposed.person - self.today.person
    }

    /// What it adds to the owner's.
    pub fn owner_gain(&self) -> Money<Exact> {
        self.proposed.owner - self.today.owner
    }

    /// What it adds to the month of all people of the role.
    pub fn role_gain(&self) -> Money<Exact> {
        self.change.pay.get(self.role).copied().unwrap_or(Money::ZERO)
    }

    /// What other roles have of it: of their own proposals, or of a profit that is now another.
    pub fn others_gain(&self) -> Money<Exact> {
        self.change.all_pay() - self.role_gain()
    }
}

/// Both pay plans of a role in a month; none where nobody of it is there or nothing is sold.
pub fn bargain(model: &Model, compared: &Compared, role: usize, month: u32) -> Option<Bargain> {
    let with = |proposed| {
        let mut model = model.clone();
        model.team.proposed = proposed;
        model
    };
    let (now, then) = (with(false), with(true));
    let now = Table { sides: Sides::new(&now, &compared.today, month), role };
    let then = Table { sides: Sides::new(&then, &compared.proposed, month), role };
    let planned = now.sides.at(Share::ONE);
    if !planned.revenue.is_positive() {
        return None;
    }
    let (today, proposed) = (now.take(Share::ONE)?, then.take(Share::ONE)?);
    let whole = |line: fn(&Outcome) -> &Vec<Money<Exact>>| {
        total(line(&compared.proposed)) - total(line(&compared.today))
    };
    Some(Bargain {
        role,
        heads: heads(&compared.today, role, month),
        change: then.sides.at(Share::ONE).less(&planned),
        plan_people: whole(|outcome| &outcome.people.gross),
        plan_owner: whole(|outcome| &outcome.statement.profit),
        today,
        proposed,
        both_from: both_from(&then, today),
        turn: turn(&now, &then),
        today_curve: now.curve(),
        proposed_curve: then.curve(),
    })
}

fn heads(outcome: &Outcome, role: usize, month: u32) -> Count<Exact> {
    let role = outcome.people.roles.get(role);
    role.and_then(|role| role.heads.get(month as usize)).copied().unwrap_or(Count::ZERO)
}

/// A month under one of the plans, looked at from one role.
struct Table<'a> {
    sides: Sides<'a>,
    role: usize,
}

impl Table<'_> {
    fn take(&self, attainment: Share<Exact>) -> Option<PaySplit> {
        let person = self.sides.one(self.role, attainment)?;
        Some(PaySplit { attainment, person, owner: self.sides.at(attainment).owner })
    }

    fn curve(&self) -> Vec<PaySplit> {
        let all = self.sides.attainments(of_percent(ATTAINMENT_STEP), of_percent(MOST_ATTAINMENT));
        all.into_iter().filter_map(|attainment| self.take(attainment)).collect()
    }

    fn person(&self, percent: u32) -> Option<Money<Exact>> {
        self.sides.one(self.role, share(percent))
    }
}

fn both_from(then: &Table<'_>, today: PaySplit) -> Option<u32> {
    let more = |percent| {
        then.take(share(percent)).is_some_and(|take| {
            (take.person - today.person).is_positive() && (take.owner - today.owner).is_positive()
        })
    };
    settles(more, 100, MOST_ATTAINMENT)
}

fn turn(now: &Table<'_>, then: &Table<'_>) -> Option<(u32, bool)> {
    let more = |percent| then.person(percent)?.0.compare(now.person(percent)?.0);
    let most = more(MOST_ATTAINMENT).filter(|order| order.is_ne())?;
    let percent = settles(|percent| more(percent) == Some(most), 0, MOST_ATTAINMENT)?;
    (percent > 0).then_some((percent, most.is_gt()))
}

/// From how many per cent on something holds up to the most; to the per cent, where it turns but once between
/// two points of a curve.
fn settles(holds: impl Fn(u32) -> bool, least: u32, most: u32) -> Option<u32> {
    let mut coarse = (least..=most).rev().step_by(ATTAINMENT_STEP as usize);
    match coarse.find(|percent| !holds(*percent)) {
        Some(fails) => (fails + 1..=most.min(fails + ATTAINMENT_STEP)).find(|percent| holds(*percent)),
        None => Some(least),
    }
}

fn share(percent: u32) -> Share<Exact> {
    Share(Exact::Value(of_percent(percent)))
}

fn of_percent(percent: u32) -> Decimal {
    Decimal::new(i64::from(percent), 2)
}

#[cfg(test)]
mod tests {
    use super::settles;

    #[test]
    fn what_settles_is_found_to_the_per_cent() {
        assert_eq!(settles(|percent| percent >= 113, 100, 150), Some(113));
        assert_eq!(settles(|_| true, 100, 150), Some(100));
        assert_eq!(settles(|_| false, 100, 150), None);
        assert_eq!(settles(|percent| percent < 120, 100, 150), None);
    }
}
