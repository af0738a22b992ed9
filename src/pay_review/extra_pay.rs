//! What one person gets of what is sold beyond the plan, by what the pay is computed from.

use super::sides::Sides;
use crate::model::Base;
use crate::number::{Exact, Money, Number, Share};
use crate::pay::{MonthPay, PartPay};

/// What one kind of pay adds with more sales.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ExtraPay {
    /// What it is computed from, and how much more of it there is; none for sums by KPIs.
    pub base: Option<(Base, Money<Exact>)>,
    /// What it adds to the month of one person, the rating in it.
    pub pay: Money<Exact>,
}

/// What more sales than planned add to the pay of one person of a role, kind by kind. Empty where what is paid stays
/// the same.
pub fn extra_pay(sides: &Sides<'_>, role: usize, attainment: Share<Exact>) -> Vec<ExtraPay> {
    let months = sides.pay_of_one(role, Share::ONE).zip(sides.pay_of_one(role, attainment));
    let (Some((plan, more)), Some(terms)) = (months, sides.terms(role)) else { return Vec::new() };
    if plan.paid == more.paid {
        return Vec::new();
    }
    let mut all: Vec<ExtraPay> = Vec::new();
    for ((part, before), after) in terms.parts.iter().zip(&plan.lines).zip(&more.lines) {
        let own = added(part.base, (before, &plan), (after, &more));
        match all.iter_mut().find(|other| of(other) == of(&own) && other.base == own.base) {
            Some(other) => other.pay += own.pay,
            None => all.push(own),
        }
    }
    all.retain(|own| own.pay != Money::ZERO && own.pay.0.reason().is_none());
    all
}

fn of(extra: &ExtraPay) -> Option<Base> {
    extra.base.map(|(base, _)| base)
}

fn added(
    base: Base,
    (before, plan): (&PartPay<Exact>, &MonthPay<Exact>),
    (after, more): (&PartPay<Exact>, &MonthPay<Exact>),
) -> ExtraPay {
    let pay = after.amount * rated(more) - before.amount * rated(plan);
    let base = (base != Base::Kpi).then(|| (base, after.input.base - before.input.base));
    ExtraPay { base, pay }
}

/// What the rating leaves of each part.
fn rated(pay: &MonthPay<Exact>) -> Share<Exact> {
    match pay.variable.is_positive() {
        true => (pay.variable + pay.rating_amount) / pay.variable,
        false => Share::ONE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Channel, Estimate, Kpi, KpiMeasure, Model, PayPart, Person, RetentionKind};
    use crate::number::Decimal;
    use crate::plan::evaluate;

    /// Sales of 1 000 a month by one seller paid so.
    fn extra(parts: Vec<PayPart>) -> Vec<ExtraPay> {
        let mut model = Model::default();
        model.offer.price = Estimate::guess(100);
        model.offer.retention.kind = RetentionKind::Once;
        model.channels = vec![Channel { most_leads: Some(Estimate::guess(10)), ..Channel::default() }];
        let mut person = Person::default();
        person.pay.parts = parts;
        model.people = vec![person];
        let outcome = evaluate(&model);
        extra_pay(&Sides::new(&model, &outcome, 0), 0, Share(Exact::Value(Decimal::new(13, 1))))
    }

    fn money(whole: i64) -> Money<Exact> {
        Money(Exact::Value(Decimal::from(whole)))
    }

    #[test]
    fn each_kind_of_pay_is_held_against_what_it_is_computed_from() {
        let part = |base, rate| PayPart { base, rate: Estimate::share(rate), ..PayPart::default() };
        let kpi = Kpi { measure: KpiMeasure::NewClients, ..Kpi::default() };
        let pool =
            PayPart { base: Base::Kpi, pool: Estimate::guess(100), kpis: vec![kpi], ..PayPart::default() };
        let all =
            extra(vec![part(Base::NewSales, 5), pool, part(Base::NewSales, 1), part(Base::Turnover, 2)]);
        let own =
            |base: Option<Base>, pay| ExtraPay { base: base.map(|base| (base, money(300))), pay: money(pay) };
        assert_eq!(all, [own(Some(Base::NewSales), 18), own(None, 30), own(Some(Base::Turnover), 6)]);
    }

    #[test]
    fn a_salary_gets_nothing_of_it() {
        assert_eq!(extra(Vec::new()), []);
    }
}
