//! Whose the revenue of a month is, as planned and with other sales: who has how much of what is added.

use super::{SidePoint, Sides};
use crate::model::Model;
use crate::number::{Exact, Money, Share};
use crate::plan::Outcome;

/// Whose a part of the revenue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RevenuePart {
    /// Costs that go with sales.
    VariableCosts,
    /// Costs that do not.
    Unmoved,
    /// The people of the role at this place.
    Role(usize),
    /// What the employer pays on top.
    Contributions,
    /// The state's.
    Tax,
    /// The owner's.
    Owner,
}

/// A part of the revenue, as planned and then.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SharedPart {
    /// As planned.
    pub planned: Money<Exact>,
    /// With other sales.
    pub then: Money<Exact>,
}

impl SharedPart {
    /// What is added; negative where it is taken.
    pub fn change(&self) -> Money<Exact> {
        self.then - self.planned
    }
}

/// The parts of a month's revenue at an attainment, and the whole of it; none where nothing is sold.
pub fn revenue_shared(
    model: &Model,
    outcome: &Outcome,
    month: u32,
    attainment: Share<Exact>,
) -> Option<(Vec<(RevenuePart, SharedPart)>, SharedPart)> {
    let sides = Sides::new(model, outcome, month);
    let (planned, then) = (sides.at(Share::ONE), sides.at(attainment));
    let part =
        |of: &dyn Fn(&SidePoint) -> Money<Exact>| SharedPart { planned: of(&planned), then: of(&then) };
    let role = |at: usize| {
        let pay = move |point: &SidePoint| point.pay.get(at).copied().unwrap_or(Money::ZERO);
        (RevenuePart::Role(at), part(&pay))
    };
    let mut parts = vec![
        (RevenuePart::VariableCosts, part(&|point| point.variable_costs)),
        (RevenuePart::Unmoved, part(&|point| point.unmoved)),
    ];
    parts.extend((0..model.people.len()).map(role));
    parts.extend([
        (RevenuePart::Contributions, part(&|point| point.contributions)),
        (RevenuePart::Tax, part(&|point| point.tax)),
        (RevenuePart::Owner, part(&|point| point.owner)),
    ]);
    let all = part(&|point| point.revenue);
    let sold = all.change();
    (sold.is_positive() || sold.is_negative()).then_some((parts, all))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Base, Estimate, Pay, PayPart, Person, QuickNames, quick_model};
    use crate::number::{Decimal, Number};
    use crate::plan::evaluate;

    fn model() -> Model {
        let mut model = quick_model(QuickNames { channel: "Ads", stage: "Sale", cost: "Rent" });
        let typed = |value: i64| Estimate::guess(value);
        (model.channels[0].budget, model.channels[0].cost_per_lead) = (typed(1000), typed(100));
        model.funnel.stages[0].conversion = Estimate::share(100);
        (model.offer.price, model.offer.frequency) = (typed(500), typed(1));
        model.offer.cost_share = Estimate::share(40);
        let part = PayPart { base: Base::NewSales, rate: Estimate::share(10), ..PayPart::default() };
        let pay = Pay { parts: vec![part], ..Pay::default() };
        model.people = vec![Person { id: "a".into(), salary: typed(1000), pay, ..Person::default() }];
        model
    }

    fn at(model: &Model, percent: i64) -> Option<(Vec<(RevenuePart, SharedPart)>, SharedPart)> {
        let attainment = Share(Exact::from_decimal(Decimal::new(percent, 2)));
        revenue_shared(model, &evaluate(model), 0, attainment)
    }

    #[test]
    fn the_parts_are_the_whole_revenue_as_planned_and_then() {
        let (parts, all) = at(&model(), 130).unwrap();
        let sum = |of: fn(&SharedPart) -> Money<Exact>| {
            parts.iter().map(|(_, part)| of(part)).fold(Money::ZERO, |sum, own| sum + own)
        };
        assert_eq!(sum(|part| part.planned), all.planned);
        assert_eq!(sum(|part| part.then), all.then);
        assert_eq!(sum(SharedPart::change), all.change());
    }

    #[test]
    fn what_goes_with_sales_changes_and_what_does_not_stays() {
        let (parts, _) = at(&model(), 130).unwrap();
        let change = |whose| parts.iter().find(|(own, _)| *own == whose).unwrap().1.change();
        assert!(change(RevenuePart::VariableCosts).is_positive());
        assert_eq!(change(RevenuePart::Unmoved), Money::ZERO);
        // A tenth of 30 % more than 5,000.
        assert_eq!(change(RevenuePart::Role(0)), Money(Exact::whole(150)));
    }

    #[test]
    fn nothing_is_shared_where_nothing_is_sold_or_nothing_changes() {
        let mut idle = model();
        idle.channels[0].budget = Estimate::guess(0);
        assert!(at(&idle, 130).is_none());
        assert!(at(&model(), 100).is_none());
    }
}
