//! What the tests of this room share.

use crate::model::{Channel, Estimate, FixedCost, Model, RetentionKind, Status};

/// Ten clients a month at 100 each; each buys once at `price` and costs `cost`.
pub fn business(price: i64, cost: i64, fixed: i64, opening: i64) -> Model {
    let mut model = Model::default();
    model.offer.price = Estimate::guess(price);
    model.offer.unit_cost = Estimate::guess(cost);
    model.offer.retention.kind = RetentionKind::Once;
    model.channels.push(Channel {
        id: "a".into(),
        status: Status::Test,
        budget: Estimate::guess(1000),
        cost_per_lead: Estimate::guess(100),
        ..Channel::default()
    });
    model.costs.push(FixedCost { id: "a".into(), amount: Estimate::guess(fixed), ..FixedCost::default() });
    model.terms.opening_cash = Estimate::guess(opening);
    model
}
