//! The price by which orders are estimated from revenue.

use crate::model::Model;
use crate::number::{Decimal, Exact};
use crate::plan::Given;

/// What one order adds to revenue by the plan, and at the bounds of the price's range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct OrderPrice {
    pub price: Decimal,
    pub low: Decimal,
    pub high: Decimal,
}

impl OrderPrice {
    /// The price by which orders are estimated; none where the document does not ask for it, or gives nothing away for
    /// a price.
    pub fn of(model: &Model) -> Option<Self> {
        if !model.facts.estimates_orders {
            return None;
        }
        let net = Given::<Exact>::read(model).client.order.net_price().0.decimal().ok()?;
        let entered = &model.offer.price;
        let scaled = |bound: Decimal| bound.checked_div(entered.value)?.checked_mul(net);
        let range = entered.range.and_then(|range| Some((scaled(range.low)?, scaled(range.high)?)));
        let (low, high) = range.filter(|(low, _)| *low > Decimal::ZERO).unwrap_or((net, net));
        (net > Decimal::ZERO).then_some(Self { price: net, low, high })
    }
}
