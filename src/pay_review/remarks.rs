//! What is wrong with how people are paid and loaded: each remark with the figures it rests on.

use super::sides::{SidePoint, Sides, just_below};
use crate::law::{LawFigure, minimum_wage};
use crate::model::{Currency, Estimate, Model, Person};
use crate::number::{Decimal, Exact, Money, Number, Share};
use crate::pay::pay_in_force;
use crate::plan::{Outcome, evaluate, total};

/// Something to look at, with its evidence. Roles by their place in the document.
#[derive(Clone, Debug, PartialEq)]
pub enum Remark {
    /// Sales rise and pay falls.
    PayFalls {
        /// The role.
        role: usize,
        /// The attainment at which it falls.
        attainment: Share<Exact>,
        /// What all of the role are paid just before it.
        before: Money<Exact>,
        /// And at it.
        after: Money<Exact>,
    },
    /// Sales rise and the owner's profit falls.
    OwnerLoses {
        /// From this attainment.
        from: Share<Exact>,
        /// To this.
        to: Share<Exact>,
        /// What each further rouble of revenue costs the owner.
        share: Share<Exact>,
    },
    /// Steps of pay take more from the owner at once than the sale brings.
    OwnerDrops {
        /// The role whose pay steps.
        role: usize,
        /// At these attainments.
        at: Vec<Share<Exact>>,
        /// So much at the most.
        amount: Money<Exact>,
        /// The attainment from which the owner has the last of them back; none up to 150 %.
        regained: Option<Share<Exact>>,
    },
    /// Pay of those who win clients takes too much of contribution.
    SalesPayHigh {
        /// So much.
        share: Share<Exact>,
        /// More than this.
        ceiling: Share<Exact>,
    },
    /// Salary below the least lawful.
    SalaryBelowMinimum {
        /// The role.
        role: usize,
        /// Its salary.
        salary: Money<Exact>,
        /// The least, with its law; no law where the document names the sum itself.
        minimum: Money<Exact>,
        /// The law.
        law: Option<LawFigure>,
    },
    /// The variable part may be cut at will.
    AtWill {
        /// The role.
        role: usize,
    },
    /// What is promised cannot be reached.
    PromiseUnreachable {
        /// The role.
        role: usize,
        /// What is promised.
        promised: Money<Exact>,
        /// What one earns at 150 %.
        best: Money<Exact>,
    },
    /// What is promised is paid only for more than the plan.
    PromiseFar {
        /// The role.
        role: usize,
        /// What is promised.
        promised: Money<Exact>,
        /// The attainment from which it is paid.
        attainment: Share<Exact>,
        /// What one earns at the plan.
        planned: Money<Exact>,
    },
    /// More comes than people can handle.
    Overload {
        /// The role.
        role: usize,
        /// The first month of it.
        month: u32,
        /// The highest load.
        share: Share<Exact>,
    },
    /// A draw leaves a debt.
    DebtLeft {
        /// The role.
        role: usize,
        /// What one person owes at the end.
        debt: Money<Exact>,
    },
}

impl Remark {
    /// The name of its words.
    pub fn name(&self) -> &'static str {
        match self {
            Remark::PayFalls { .. } => "pay_falls",
            Remark::OwnerLoses { .. } => "owner_loses",
            Remark::OwnerDrops { .. } => "owner_drops",
            Remark::SalesPayHigh { .. } => "sales_pay_high",
            Remark::SalaryBelowMinimum { .. } => "salary_below_minimum",
            Remark::AtWill { .. } => "at_will",
            Remark::PromiseUnreachable { .. } => "promise_unreachable",
            Remark::PromiseFar { .. } => "promise_far",
            Remark::Overload { .. } => "overload",
            Remark::DebtLeft { .. } => "debt_left",
        }
    }
}

impl Remark {
    /// The role that it is about, by its place in the document.
    pub fn role(&self) -> Option<usize> {
        match *self {
            Remark::PayFalls { role, .. }
            | Remark::SalaryBelowMinimum { role, .. }
            | Remark::AtWill { role }
            | Remark::PromiseUnreachable { role, .. }
            | Remark::PromiseFar { role, .. }
            | Remark::Overload { role, .. }
            | Remark::OwnerDrops { role, .. }
            | Remark::DebtLeft { role, .. } => Some(role),
            Remark::OwnerLoses { .. } | Remark::SalesPayHigh { .. } => None,
        }
    }

    /// Whether it rests on a law.
    pub fn names_law(&self) -> bool {
        matches!(self, Remark::AtWill { .. } | Remark::SalaryBelowMinimum { law: Some(_), .. })
    }
}

/// All remarks, pay looked at in a month of the plan.
pub fn remarks(model: &Model, outcome: &Outcome, month: u32) -> Vec<Remark> {
    let sides = Sides::new(model, outcome, month);
    let attainments = sides.attainments(Decimal::new(5, 2), highest());
    let points: Vec<_> = attainments.into_iter().map(|own| sides.at(own)).collect();
    let mut all = Vec::new();
    for at in 0..model.people.len() {
        all.extend(pay_falls(at, &points));
    }
    owner(&points, &mut all);
    all.extend(sales_pay_high(model, outcome));
    for (at, person) in model.people.iter().enumerate() {
        all.extend(below_minimum(model, person, at));
        all.extend(at_will(model, person, at));
        all.extend(promise(model, person, at, &sides));
        all.extend(overload(outcome, at));
        all.extend(debt_left(outcome, at));
    }
    all
}

/// As far as results are looked at: one and a half times the plan.
fn highest() -> Decimal {
    Decimal::new(15, 1)
}

/// The first place at which a role's pay falls.
fn pay_falls(role: usize, points: &[SidePoint]) -> Option<Remark> {
    let falls = |pair: &&[SidePoint]| match pair {
        [before, after] => falls(before.pay[role], after.pay[role]),
        _ => false,
    };
    points.windows(2).find(falls).and_then(|pair| match pair {
        [before, after] => Some(Remark::PayFalls {
            role,
            attainment: after.attainment,
            before: before.pay[role],
            after: after.pay[role],
        }),
        _ => None,
    })
}

/// Whether an amount falls by more than what the near side of a threshold and the last digits make.
fn falls(before: Money<Exact>, after: Money<Exact>) -> bool {
    let grain = before.most(-before) * Share(Exact::Value(Decimal::new(1, 6)));
    (before - after - grain).is_positive()
}

/// Where the owner's profit falls while sales rise. Nothing is said where sales bring nothing in the first place.
fn owner(points: &[SidePoint], all: &mut Vec<Remark>) {
    let earns = |point: &SidePoint| (point.revenue - point.variable_costs).is_positive();
    let mut slope: Option<(Share<Exact>, Share<Exact>, Share<Exact>)> = None;
    for pair in points.windows(2) {
        let [before, after] = pair else { continue };
        let is_jump =
            (after.attainment - before.attainment - Share(Exact::Value(just_below()))).0 == Exact::ZERO;
        let is_loss = earns(after) && falls(before.owner, after.owner);
        match (is_loss, is_jump) {
            (true, true) => drops(points, before, after, all),
            (true, false) => {
                let share = (before.owner - after.owner) / (after.revenue - before.revenue);
                let from = slope.map_or(before.attainment, |(from, ..)| from);
                slope = Some((from, after.attainment, share));
            }
            _ => all.extend(slope.take().map(owner_loses)),
        }
    }
    all.extend(slope.map(owner_loses));
}

/// A step at which the owner loses: told once for the role whose pay rises most there.
fn drops(points: &[SidePoint], before: &SidePoint, after: &SidePoint, all: &mut Vec<Remark>) {
    let rise = |role: &usize| after.pay[*role] - before.pay[*role];
    let highest =
        |one: usize, other: usize| if (rise(&other) - rise(&one)).is_positive() { other } else { one };
    let Some(stepping) = (0..after.pay.len()).reduce(highest) else { return };
    let (lost, back) = (before.owner - after.owner, regained(points, before, after));
    let told = all.iter_mut().find_map(|remark| match remark {
        Remark::OwnerDrops { role, at, amount, regained } if *role == stepping => {
            Some((at, amount, regained))
        }
        _ => None,
    });
    match told {
        Some((at, amount, regained)) => {
            at.push(after.attainment);
            (*amount, *regained) = (amount.most(lost), back);
        }
        None => all.push(Remark::OwnerDrops {
            role: stepping,
            at: vec![after.attainment],
            amount: lost,
            regained: back,
        }),
    }
}

fn owner_loses((from, to, share): (Share<Exact>, Share<Exact>, Share<Exact>)) -> Remark {
    Remark::OwnerLoses { from, to, share }
}

fn regained(points: &[SidePoint], before: &SidePoint, after: &SidePoint) -> Option<Share<Exact>> {
    let later = points.iter().filter(|point| (point.attainment - after.attainment).is_positive());
    later.into_iter().find(|point| !(point.owner - before.owner).is_negative()).map(|point| point.attainment)
}

fn sales_pay_high(model: &Model, outcome: &Outcome) -> Option<Remark> {
    let contribution = total(&outcome.statement.contribution);
    let ceiling = model.team.sales_pay_ceiling.as_share();
    let share = outcome.total.acquisition_pay / contribution;
    let is_high = contribution.is_positive() && (share - ceiling).is_positive();
    is_high.then_some(Remark::SalesPayHigh { share, ceiling })
}

fn below_minimum(model: &Model, person: &Person, role: usize) -> Option<Remark> {
    let law = match model.team.minimum_wage {
        Some(_) => None,
        None => Some(minimum_wage(model.about.currency, model.about.start.later(person.first))?),
    };
    let named = model.team.minimum_wage.as_ref().map(Estimate::as_money);
    let minimum = named.or(law.map(|law| Money(Exact::Value(law.value))))?;
    let (salary, pay) = pay_in_force(person, &model.team);
    let salary = salary.as_money();
    if salary == Money::ZERO && pay.parts.is_empty() {
        return None; // Nothing is said of this pay yet.
    }
    (minimum - salary).is_positive().then_some(Remark::SalaryBelowMinimum { role, salary, minimum, law })
}

/// The law on it is Russian.
fn at_will(model: &Model, person: &Person, role: usize) -> Option<Remark> {
    let pay = pay_in_force(person, &model.team).1;
    let counts = pay.at_will && !pay.parts.is_empty() && model.about.currency == Currency::Rub;
    counts.then_some(Remark::AtWill { role })
}

fn promise(model: &Model, person: &Person, role: usize, sides: &Sides<'_>) -> Option<Remark> {
    let promised = pay_in_force(person, &model.team).1.promised.as_ref()?.as_money();
    let planned = sides.one(role, Share::ONE)?;
    if !(promised - planned).is_positive() {
        return None;
    }
    let attainments = sides.attainments(Decimal::new(1, 2), highest());
    let reached =
        |own: &Share<Exact>| sides.one(role, *own).is_some_and(|pay| !(promised - pay).is_positive());
    match attainments.into_iter().find(reached) {
        Some(attainment) => Some(Remark::PromiseFar { role, promised, attainment, planned }),
        None => {
            let best = sides.one(role, Share(Exact::Value(highest())))?;
            Some(Remark::PromiseUnreachable { role, promised, best })
        }
    }
}

fn overload(outcome: &Outcome, role: usize) -> Option<Remark> {
    let load = outcome.people.roles.get(role)?.load.as_ref()?;
    let (month, (_, share)) = (load.first_over()?, load.peak()?);
    Some(Remark::Overload { role, month, share })
}

fn debt_left(outcome: &Outcome, role: usize) -> Option<Remark> {
    let groups = &outcome.people.roles.get(role)?.groups;
    let debt = groups.iter().filter_map(|group| group.pay.last()).map(|pay| pay.debt).reduce(Money::most)?;
    debt.is_positive().then_some(Remark::DebtLeft { role, debt })
}

/// What would be wrong in a month with the pay that does not count now, the proposed or today's, and is not among
/// what was `found` already. Nothing where nothing is proposed.
pub fn remarks_on_other_pay(model: &Model, month: u32, found: &[Remark]) -> Vec<Remark> {
    if !model.people.iter().any(|person| person.has_proposal) {
        return Vec::new();
    }
    let mut other = model.clone();
    other.team.proposed = !model.team.proposed;
    let outcome = evaluate(&other);
    let mut new = remarks(&other, &outcome, month.min(outcome.months().saturating_sub(1)));
    new.retain(|remark| !found.contains(remark));
    new
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Base, Channel, Estimate, Guarantee, Kpi, PayPart, RetentionKind, Tier, TierRule};
    use crate::number::Number;
    use crate::plan::evaluate;

    /// Sales of 1 000 a month, 400 of them costs; one seller with a lawful salary of nobody's law.
    fn sold_for(part: PayPart) -> Model {
        let mut model = Model::default();
        model.about.currency = Currency::Usd;
        model.offer.price = Estimate::guess(100);
        model.offer.unit_cost = Estimate::guess(40);
        model.offer.retention.kind = RetentionKind::Once;
        model.channels = vec![Channel { most_leads: Some(Estimate::guess(10)), ..Channel::default() }];
        let mut person = Person { contributions: Estimate::share(0), ..Person::default() };
        person.pay.parts = vec![part];
        model.people = vec![person];
        model
    }

    fn part(base: Base, rate: i64) -> PayPart {
        PayPart { base, rate: Estimate::share(rate), ..PayPart::default() }
    }

    fn tier(from: i64, rate: i64) -> Tier {
        Tier { from: Estimate::share(from), rate: Estimate::share(rate), ..Tier::default() }
    }

    fn all(model: &Model) -> Vec<Remark> {
        remarks(model, &evaluate(model), 3)
    }

    fn names(model: &Model) -> Vec<&'static str> {
        all(model).iter().map(Remark::name).collect()
    }

    fn money(whole: i64) -> Money<Exact> {
        Money(Exact::Value(Decimal::from(whole)))
    }

    fn per_cent(n: i64) -> Share<Exact> {
        Share(Exact::Value(Decimal::new(n, 2)))
    }

    #[test]
    fn plain_pay_is_not_remarked_on() {
        assert_eq!(names(&sold_for(part(Base::Turnover, 10))), [""; 0]);
        assert_eq!(names(&Model::default()), [""; 0]);
    }

    #[test]
    fn a_retroactive_cap_makes_pay_fall() {
        let capped = PayPart {
            tier_rule: TierRule::Retroactive,
            tiers: vec![tier(120, 5)],
            ..part(Base::Turnover, 10)
        };
        let [Remark::PayFalls { role: 0, attainment, after, before }] = all(&sold_for(capped))[..] else {
            panic!()
        };
        assert_eq!((attainment, after), (per_cent(120), money(60)));
        assert_eq!(before.0.twelve_decimals(), Exact::Value(Decimal::new(1_199_999_999, 7)));
    }

    #[test]
    fn a_rate_above_what_a_sale_leaves_costs_the_owner() {
        // 70 % of each further rouble, of which 60 are left.
        let steep = PayPart { tiers: vec![tier(100, 70)], ..part(Base::Turnover, 5) };
        let remarks = all(&sold_for(steep));
        let Some(Remark::OwnerLoses { from, to, share }) = remarks.first().cloned() else {
            panic!("{remarks:?}")
        };
        assert_eq!((from, to, share), (per_cent(100), per_cent(150), per_cent(10)));
    }

    #[test]
    fn a_step_takes_from_the_owner_until_sales_bring_it_back() {
        // From 100 % on 10 % of all in place of 5 %: 50 at once; of a further sale the owner keeps half.
        let jump = PayPart {
            tier_rule: TierRule::Retroactive,
            tiers: vec![tier(100, 10)],
            ..part(Base::Turnover, 5)
        };
        let [Remark::OwnerDrops { role: 0, ref at, amount, regained }] = all(&sold_for(jump))[..] else {
            panic!()
        };
        assert_eq!((&at[..], regained), (&[per_cent(100)][..], Some(per_cent(110))));
        assert!(
            (amount - money(50)).0.compare(Exact::Value(Decimal::new(1, 6)))
                == Some(core::cmp::Ordering::Less)
        );
    }

    #[test]
    fn what_is_promised_is_held_against_what_is_earned() {
        let promising = |sum: i64| {
            let mut model = sold_for(part(Base::Turnover, 10));
            model.people[0].pay.promised = Some(Estimate::guess(sum));
            all(&model)
        };
        assert_eq!(promising(100), []);
        let far = Remark::PromiseFar {
            role: 0,
            promised: money(125),
            attainment: per_cent(125),
            planned: money(100),
        };
        assert_eq!(promising(125), [far]);
        assert_eq!(
            promising(151),
            [Remark::PromiseUnreachable { role: 0, promised: money(151), best: money(150) }]
        );
    }

    #[test]
    fn dear_sales_debts_and_overload_are_told() {
        let mut model = sold_for(part(Base::Turnover, 30));
        model.people[0].pay.guarantee = Guarantee::Draw;
        model.people[0].pay.guaranteed = Estimate::guess(400);
        model.people[0].pay.guarantee_months = 120;
        model.people[0].capacity = Some(Estimate::guess(8));
        assert_eq!(names(&model), ["sales_pay_high", "overload", "debt_left"]);
        // 100 a month for 36 months.
        let months = i64::from(evaluate::<Exact>(&model).months());
        let remarks = all(&model);
        assert!(remarks.contains(&Remark::DebtLeft { role: 0, debt: money(100 * months) }), "{remarks:?}");
        assert!(
            remarks.contains(&Remark::Overload { role: 0, month: 0, share: per_cent(125) }),
            "{remarks:?}"
        );
    }

    #[test]
    fn the_law_is_that_of_its_country_or_of_the_document() {
        let mut model = sold_for(PayPart { kpis: vec![Kpi::default()], ..part(Base::Kpi, 0) });
        model.people[0].pay.at_will = true;
        assert_eq!(names(&model), [""; 0]);
        model.about.currency = Currency::Rub;
        assert_eq!(names(&model), ["salary_below_minimum", "at_will"]);
        model.people[0].salary = Estimate::guess(30_000);
        model.team.minimum_wage = Some(Estimate::guess(30_000));
        assert_eq!(names(&model).first(), Some(&"sales_pay_high"));
        assert!(!names(&model).contains(&"salary_below_minimum"));
    }
}
