//! Who gets what of a month, and of what is sold beyond the plan.

use super::Finding;
use super::gain::{cents, size};
use crate::model::{Base, KpiMeasure, Model};
use crate::number::{Exact, Money, Number};
use crate::pay_review::{Difference, ExtraPay, PayMeasure, Quota, SidePoint};
use crate::text::{Sentence, Value, Word};

/// A month as a role and the owner see it.
#[derive(Clone, Debug)]
pub struct RoleAndOwner<'a> {
    /// The role's place among the people.
    pub role: usize,
    /// What one person is paid when sales are as planned; none where nobody is there.
    pub one: Option<Money<Exact>>,
    /// The person's quota and what is paid when it is met; none where no target is typed.
    pub quota: Option<(Quota, Money<Exact>)>,
    /// Sales as planned.
    pub plan: &'a SidePoint,
    /// What so much more than planned adds.
    pub extra: &'a Difference,
    /// What one person gets of what so much more than planned adds, by what it is computed from.
    pub extra_pay: &'a [ExtraPay],
}

/// Who gets what of a month, and of what is sold beyond the plan; none where nobody works.
pub fn sides_finding(model: &Model, seen: Option<&RoleAndOwner<'_>>) -> Finding {
    let Some(seen) = seen else { return Finding::instead(Sentence::plain(Word::SIDES_NO_PEOPLE)) };
    let role = || ("role", Value::role(model, seen.role));
    let Some(one) = seen.one else { return Finding::instead(Sentence::new(Word::SIDES_NOBODY, [role()])) };
    let (plan, owner) = (seen.plan, seen.plan.owner.0);
    if let Some(reason) = (owner + one.0).reason() {
        let reason = [("reason", Value::Reason(reason))];
        return Finding::instead(Sentence::new(Word::SIDES_UNKNOWN, reason));
    }
    if !plan.revenue.is_positive() {
        return Finding::instead(Sentence::plain(Word::SIDES_UNSOLD));
    }
    let word = if owner.is_negative() { Word::SIDES_FOUND_LOSS } else { Word::SIDES_FOUND };
    let found = [role(), ("pay", Value::Money(one.0)), ("owner", Value::Money(size(owner)))];
    let at_quota = seen.quota.as_ref().map(|(quota, pay)| at_quota(quota, *pay));
    let say = [at_quota, Some(Sentence::new(word, found)), Some(beyond(seen))];
    Finding { say: say.into_iter().flatten().collect(), drawable: true }
}

/// What one person's quota is, what it pays, and how much of it this plan expects.
fn at_quota(quota: &Quota, pay: Money<Exact>) -> Sentence {
    let whole = match quota.measure.is_money() {
        true => Value::Money(quota.whole),
        false => Value::Plain(quota.whole, 2),
    };
    Sentence::new(
        Word::SIDES_AT_QUOTA,
        [
            ("whole", whole),
            ("of", Value::Word(measure_word(quota.measure))),
            ("pay", Value::Money(pay.0)),
            ("expected", Value::Percent(quota.expected.0)),
        ],
    )
}

/// What pay is computed from, as what something is of.
pub fn measure_word(measure: PayMeasure) -> Word {
    match measure {
        PayMeasure::Base(Base::NewSales) | PayMeasure::Kpi(KpiMeasure::NewSales) => Word::SIDES_OF_NEW_SALES,
        PayMeasure::Base(Base::Turnover) | PayMeasure::Kpi(KpiMeasure::Turnover) => Word::SIDES_OF_TURNOVER,
        PayMeasure::Base(Base::Portfolio) | PayMeasure::Kpi(KpiMeasure::Portfolio) => {
            Word::SIDES_OF_PORTFOLIO
        }
        PayMeasure::Base(Base::Contribution) | PayMeasure::Kpi(KpiMeasure::Contribution) => {
            Word::SIDES_OF_CONTRIBUTION
        }
        PayMeasure::Base(Base::Profit) => Word::SIDES_OF_PROFIT,
        PayMeasure::Kpi(KpiMeasure::Leads) => Word::SIDES_OF_LEADS,
        PayMeasure::Kpi(KpiMeasure::NewClients) => Word::SIDES_OF_NEW_CLIENTS,
        PayMeasure::Kpi(KpiMeasure::Orders) => Word::SIDES_OF_ORDERS,
        PayMeasure::Base(Base::Kpi) | PayMeasure::Kpi(KpiMeasure::Entered) => Word::SIDES_OF_KPI,
    }
}

/// What the role gets of what it is paid by, and the owner of revenue, beyond the plan.
fn beyond(seen: &RoleAndOwner<'_>) -> Sentence {
    let hundred = Exact::whole(100);
    let owner = cents((seen.extra.owner / seen.extra.revenue).0 * hundred);
    let is_loss = owner.is_negative();
    let word = match (seen.extra_pay.is_empty(), is_loss) {
        (true, false) => Word::SIDES_EXTRA_FIXED,
        (true, true) => Word::SIDES_EXTRA_FIXED_LOSS,
        (false, false) => Word::SIDES_EXTRA,
        (false, true) => Word::SIDES_EXTRA_LOSS,
    };
    Sentence::new(
        word,
        [
            ("more", Value::Percent(seen.extra.attainment.0)),
            ("hundred", Value::Money(hundred)),
            ("pay", Value::List(seen.extra_pay.iter().map(part_of_extra).collect())),
            ("owner", Value::Money(size(owner))),
        ],
    )
}

/// What one kind of pay adds: of each hundred of what it is computed from, or a sum by KPIs.
fn part_of_extra(extra: &ExtraPay) -> Value {
    let hundred = Exact::whole(100);
    let sentence = match extra.base {
        None => Sentence::new(Word::SIDES_EXTRA_KPI, [("pay", Value::Money(cents(extra.pay.0)))]),
        Some((base, amount)) => Sentence::new(
            Word::SIDES_EXTRA_PART,
            [
                ("pay", Value::Money(cents((extra.pay / amount).0 * hundred))),
                ("hundred", Value::Money(hundred)),
                ("of", Value::Word(measure_word(PayMeasure::Base(base)))),
            ],
        ),
    };
    Value::Sentence(Box::new(sentence))
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
        found_with(one, plan, extra, None)
    }

    fn found_with(
        one: Option<u32>,
        plan: &SidePoint,
        extra: &SidePoint,
        quota: Option<(Quota, Money<Exact>)>,
    ) -> Finding {
        let model =
            Model { people: vec![Person { id: "a".into(), ..Person::default() }], ..Model::default() };
        let one = one.map(|one| Money(Exact::whole(one)));
        let base = Some((Base::NewSales, Money(Exact::whole(200))));
        let extra_pay = [ExtraPay { base, pay: Money(Exact::whole(10)) }];
        let seen = RoleAndOwner { role: 0, one, quota, plan, extra, extra_pay: &extra_pay };
        sides_finding(&model, Some(&seen))
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
    fn of_each_hundred_more_both_shares_are_told_of_what_they_are_of() {
        let extra = point(400, 60, Exact::whole(100));
        let said = found(Some(1), &extra, &extra).say.remove(1);
        assert_eq!(said.fillings[3], ("owner", Value::Money(Exact::whole(25))));
        // 10 of 200 of new sales, whatever revenue adds.
        let part = [
            ("pay", Value::Money(Exact::whole(5))),
            ("hundred", Value::Money(Exact::whole(100))),
            ("of", Value::Word(Word::SIDES_OF_NEW_SALES)),
        ];
        let part = Value::Sentence(Box::new(Sentence::new(Word::SIDES_EXTRA_PART, part)));
        assert_eq!(said.fillings[2], ("pay", Value::List(vec![part])));
    }

    #[test]
    fn the_persons_own_quota_comes_first() {
        let quota = Quota {
            measure: PayMeasure::Kpi(KpiMeasure::NewClients),
            whole: Exact::whole(20),
            expected: Share(Exact::Value("0.68".parse().unwrap())),
        };
        let plan = point(1000, 200, Exact::whole(300));
        let found = found_with(Some(200), &plan, &plan, Some((quota, Money(Exact::whole(250)))));
        assert_eq!(words(&found), [Word::SIDES_AT_QUOTA, Word::SIDES_FOUND, Word::SIDES_EXTRA]);
        assert_eq!(found.say[0].fillings[0], ("whole", Value::Plain(Exact::whole(20), 2)));
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
        assert!(!sides_finding(&Model::default(), None).drawable);
        assert_eq!(
            all.map(|finding| finding.say[0].word),
            [Word::SIDES_NOBODY, Word::SIDES_UNSOLD, Word::SIDES_UNKNOWN]
        );
    }
}
