//! Who gets what of a month, and of what is sold beyond the plan.

use super::Finding;
use super::gain::{cents, size};
use crate::model::Model;
use crate::number::{Exact, Money, Number};
use crate::pay_review::{Difference, SidePoint};
use crate::text::{Sentence, Value, Word};

/// A month as a role and the owner see it.
#[derive(Clone, Copy, Debug)]
pub struct RoleAndOwner<'a> {
    /// The role's place among the people.
    pub role: usize,
    /// What one person is paid when sales are as planned; none where nobody is there.
    pub one: Option<Money<Exact>>,
    /// Sales as planned.
    pub plan: &'a SidePoint,
    /// What so much more than planned adds.
    pub extra: &'a Difference,
}

/// Who gets what of a month, and of what is sold beyond the plan.
pub fn sides_finding(model: &Model, seen: &RoleAndOwner<'_>) -> Finding {
    let role = ("role", Value::role(model, seen.role));
    let Some(one) = seen.one else { return Finding::instead(Sentence::new(Word::SIDES_NOBODY, [role])) };
    let (plan, owner) = (seen.plan, seen.plan.owner.0);
    if let Some(reason) = (owner + one.0).reason() {
        let reason = [("reason", Value::Reason(reason))];
        return Finding::instead(Sentence::new(Word::SIDES_UNKNOWN, reason));
    }
    if !plan.revenue.is_positive() {
        return Finding::instead(Sentence::plain(Word::SIDES_UNSOLD));
    }
    let word = if owner.is_negative() { Word::SIDES_FOUND_LOSS } else { Word::SIDES_FOUND };
    let found = [role, ("pay", Value::Money(one.0)), ("owner", Value::Money(size(owner)))];
    Finding { say: vec![Sentence::new(word, found), of_hundred(seen.role, seen.extra)], drawable: true }
}

/// Who gets what of each hundred sold beyond the plan.
fn of_hundred(role: usize, extra: &Difference) -> Sentence {
    let hundred = Exact::whole(100);
    let part = |of: Money<Exact>| cents((of / extra.revenue).0 * hundred);
    let (pay, owner) = (part(extra.pay.get(role).copied().unwrap_or(Money::ZERO)), part(extra.owner));
    let word = if owner.is_negative() { Word::SIDES_EXTRA_LOSS } else { Word::SIDES_EXTRA };
    Sentence::new(
        word,
        [
            ("more", Value::Percent(extra.attainment.0)),
            ("hundred", Value::Money(hundred)),
            ("pay", Value::Money(pay)),
            ("owner", Value::Money(size(owner))),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Person;
    use crate::number::{Share, Undefined};

    fn point(revenue: u32, pay: u32, owner: Exact) -> SidePoint {
        let [revenue, pay] = [revenue, pay].map(|amount| Money(Exact::whole(amount)));
        SidePoint {
            attainment: Share::ONE,
            revenue,
            variable_costs: Money::ZERO,
            unmoved: Money::ZERO,
            pay: vec![pay],
            contributions: Money::ZERO,
            tax: Money::ZERO,
            owner: Money(owner),
        }
    }

    fn found(one: Option<u32>, plan: &SidePoint, extra: &SidePoint) -> Finding {
        let model =
            Model { people: vec![Person { id: "a".into(), ..Person::default() }], ..Model::default() };
        let one = one.map(|one| Money(Exact::whole(one)));
        sides_finding(&model, &RoleAndOwner { role: 0, one, plan, extra })
    }

    fn words(finding: &Finding) -> Vec<Word> {
        finding.say.iter().map(|sentence| sentence.word).collect()
    }

    #[test]
    fn a_loss_of_the_owner_is_called_a_loss() {
        let (gain, loss) = (point(1000, 200, Exact::whole(300)), point(1000, 1300, -Exact::whole(300)));
        assert_eq!(words(&found(Some(200), &gain, &gain)), [Word::SIDES_FOUND, Word::SIDES_EXTRA]);
        let both = found(Some(200), &loss, &loss);
        assert_eq!(words(&both), [Word::SIDES_FOUND_LOSS, Word::SIDES_EXTRA_LOSS]);
        assert_eq!(both.say[0].fillings[2], ("owner", Value::Money(Exact::whole(300))));
    }

    #[test]
    fn of_each_hundred_more_both_shares_are_told() {
        let extra = point(400, 60, Exact::whole(100));
        let said = found(Some(1), &extra, &extra).say.remove(1);
        assert_eq!(
            said.fillings[2..],
            [("pay", Value::Money(Exact::whole(15))), ("owner", Value::Money(Exact::whole(25)))]
        );
    }

    #[test]
    fn where_nobody_is_there_or_nothing_sold_nothing_is_drawn() {
        let plan = point(1000, 200, Exact::ZERO);
        let unknown = point(1000, 200, Exact::Undefined(Undefined::NoData));
        let all = [
            found(None, &plan, &plan),
            found(Some(1), &point(0, 0, Exact::ZERO), &plan),
            found(Some(1), &unknown, &plan),
        ];
        assert!(all.iter().all(|finding| !finding.drawable));
        assert_eq!(
            all.map(|finding| finding.say[0].word),
            [Word::SIDES_NOBODY, Word::SIDES_UNSOLD, Word::SIDES_UNKNOWN]
        );
    }
}
