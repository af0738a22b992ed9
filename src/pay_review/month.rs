//! What a pay plan comes to for one person in a month.

use super::with_pay;
use crate::model::Model;
use crate::number::{Decimal, Exact, Money};
use crate::pay::MonthPay;
use crate::plan::Outcome;

/// What a pay plan comes to for one person in a month: one of the first people of a role who work in it.
#[derive(Clone, Debug, PartialEq)]
pub struct PayOfOne {
    /// The salary.
    pub salary: Money<Exact>,
    /// What comes beside it, moved by the rating.
    pub beside: Money<Exact>,
    /// Both.
    pub earned: Money<Exact>,
    /// What is paid: a guarantee or an earlier advance makes of it another sum.
    pub paid: Money<Exact>,
    /// What each part comes to, in the plan's order.
    pub parts: Vec<Money<Exact>>,
}

impl PayOfOne {
    /// Of the role at a place among the people; none where nobody of it works in the month.
    pub fn of(outcome: &Outcome, role: usize, month: u32) -> Option<Self> {
        pay_in(outcome, role, month).map(|pay| Self {
            salary: pay.salary,
            beside: pay.variable + pay.rating_amount,
            earned: pay.earned,
            paid: pay.paid,
            parts: pay.lines.iter().map(|line| line.amount).collect(),
        })
    }
}

/// What one person of the role with an id is paid today at plan, before any rating; none where nobody works in the
/// month, or where it cannot be told. A month after the plan's last stands for the last.
pub fn planned_pay(model: &Model, role: &str, month: u32) -> Option<Decimal> {
    let place = model.people.iter().position(|person| person.id == role)?;
    let today = with_pay(model, false);
    let pay = pay_in(&today, place, month.min(today.months().saturating_sub(1)))?;
    (pay.salary + pay.variable).0.decimal().ok()
}

fn pay_in(outcome: &Outcome, role: usize, month: u32) -> Option<&MonthPay<Exact>> {
    outcome.people.roles.get(role)?.groups.iter().find_map(|group| group.pay_in(month))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Base, Estimate, Pay, PayPart, Person, Process, QuickNames, quick_model};
    use crate::number::Number;
    use crate::plan::evaluate;

    /// A business with a seller who gets a salary and a share of new sales, from the second month on.
    fn model() -> Model {
        let mut model = quick_model(QuickNames { channel: "Ads", stage: "Sale", cost: "Rent" });
        let typed = |value: i64| Estimate::guess(value);
        (model.channels[0].budget, model.channels[0].cost_per_lead) = (typed(1000), typed(100));
        model.funnel.stages[0].conversion = Estimate::share(100);
        (model.offer.price, model.offer.frequency) = (typed(500), typed(1));
        let part = PayPart { base: Base::NewSales, rate: Estimate::share(10), ..PayPart::default() };
        model.people = vec![Person {
            id: "a".into(),
            process: Process::Sales,
            salary: typed(1000),
            first: 1,
            pay: Pay { parts: vec![part], ..Pay::default() },
            ..Person::default()
        }];
        model
    }

    fn money(amount: i64) -> Money<Exact> {
        Money(Exact::from_decimal(Decimal::from(amount)))
    }

    #[test]
    fn salary_and_parts_make_up_what_is_earned() {
        let pay = PayOfOne::of(&evaluate(&model()), 0, 1).unwrap();
        // Ten clients of 500 each, of which a tenth.
        assert_eq!([pay.salary, pay.beside, pay.earned, pay.paid], [1000, 500, 1500, 1500].map(money));
        assert_eq!(pay.parts, [money(500)]);
    }

    #[test]
    fn nobody_is_paid_before_they_work_or_where_there_is_no_such_role() {
        let outcome = evaluate(&model());
        assert_eq!(PayOfOne::of(&outcome, 0, 0), None);
        assert_eq!(PayOfOne::of(&outcome, 1, 1), None);
        assert_eq!(planned_pay(&model(), "a", 0), None);
        assert_eq!(planned_pay(&model(), "z", 1), None);
    }

    #[test]
    fn what_is_planned_today_is_todays_pay_whichever_counts() {
        let mut model = model();
        (model.people[0].has_proposal, model.team.proposed) = (true, true);
        assert_eq!(planned_pay(&model, "a", 1), Some(Decimal::from(1500)));
        assert!(planned_pay(&model, "a", 500).is_some());
    }
}
