//! The same plan under two conditions: with today's pay and with the proposed, with people who can handle
//! everything and with those who cannot.

use crate::model::Model;
use crate::number::{Count, Exact, Money};
use crate::plan::{Outcome, evaluate, total};

/// What the plan would be with today's pay and with the proposed.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// With today's pay.
    pub today: Outcome,
    /// With the proposed.
    pub proposed: Outcome,
}

/// The same plan with today's pay and with the proposed.
pub fn compared(model: &Model) -> Compared {
    Compared { today: with_pay(model, false), proposed: with_pay(model, true) }
}

/// What the plan is with today's pay, or with the proposed.
pub fn with_pay(model: &Model, proposed: bool) -> Outcome {
    let mut model = model.clone();
    model.team.proposed = proposed;
    evaluate(&model)
}

/// What the plan loses because people cannot handle all that comes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lost {
    /// Clients that the plan's leads would have become.
    pub clients: Count<Exact>,
    /// Orders.
    pub orders: Count<Exact>,
    /// Revenue.
    pub revenue: Money<Exact>,
    /// Profit.
    pub profit: Money<Exact>,
}

/// What is lost over the whole plan; none where nothing caps the flow.
pub fn lost_to_overload(model: &Model, outcome: &Outcome) -> Option<Lost> {
    if !model.team.caps_flow {
        return None;
    }
    let mut free = model.clone();
    free.team.caps_flow = false;
    let free: Outcome = evaluate(&free);
    let money = |line: fn(&Outcome) -> &Vec<Money<Exact>>| total(line(&free)) - total(line(outcome));
    let orders = |of: &Outcome| of.volumes.orders.iter().copied().sum::<Count<Exact>>();
    Some(Lost {
        clients: free.total.clients - outcome.total.clients,
        orders: orders(&free) - orders(outcome),
        revenue: money(|of| &of.statement.revenue),
        profit: money(|of| &of.statement.profit),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Base, Channel, Estimate, PayPart, Person, Process, RetentionKind};
    use crate::number::Number;

    /// Ten orders of 100 a month over a year; a maker.
    fn model() -> Model {
        let mut model = Model::default();
        model.about.horizon = 12;
        model.offer.price = Estimate::guess(100);
        model.offer.retention.kind = RetentionKind::Once;
        model.channels = vec![Channel { most_leads: Some(Estimate::guess(10)), ..Channel::default() }];
        let maker = Person { process: Process::Delivery, salary: Estimate::guess(100), ..Person::default() };
        model.people = vec![maker];
        model
    }

    fn money(whole: i64) -> Money<Exact> {
        Money(Exact::Value(whole.into()))
    }

    #[test]
    fn only_who_has_a_proposal_is_paid_by_it() {
        let mut model = model();
        model.people[0].proposed_salary = Some(Estimate::guess(50));
        model.people[0].proposed.parts =
            vec![PayPart { base: Base::Turnover, rate: Estimate::share(10), ..PayPart::default() }];
        let same = compared(&model);
        assert_eq!(same.today, same.proposed);
        model.people[0].has_proposal = true;
        let Compared { today, proposed } = compared(&model);
        assert_eq!((today.people.gross[0], proposed.people.gross[0]), (money(100), money(150)));
        model.people[0].proposed_salary = None;
        assert_eq!(compared(&model).proposed.people.gross[0], money(200));
    }

    #[test]
    fn what_is_lost_is_counted() {
        let mut model = model();
        model.people[0].capacity = Some(Estimate::guess(8));
        assert_eq!(lost_to_overload(&model, &evaluate(&model)), None);
        model.team.caps_flow = true;
        let lost = lost_to_overload(&model, &evaluate(&model)).unwrap();
        assert_eq!((lost.clients, lost.orders), (Count::ZERO, Count(Exact::whole(24))));
        assert_eq!((lost.revenue, lost.profit), (money(2400), money(2400)));
    }
}
