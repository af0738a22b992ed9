//! Orders delivered: recorded, or estimated from revenue where the document asks for that. Without either nobody can
//! tell what the month cost, so there is no actual profit.

use super::cell::FactCell;
use super::order_price::OrderPrice;
use super::recorded::Recorded;
use crate::model::BusinessFact;
use crate::number::{Decimal, Exact, Money, Number};

/// Orders of some months that nobody counted.
#[derive(Clone, Debug, PartialEq)]
pub struct EstimatedOrders {
    /// The months.
    pub months: Vec<u32>,
    /// Revenue by the price of an order.
    pub orders: Exact,
    /// As few as they may be: at the upper bound of the price, or by the clients who came, whichever is less.
    pub low: Exact,
    /// As many, likewise.
    pub high: Exact,
}

impl Recorded {
    /// Orders delivered in a month, recorded or estimated.
    pub fn orders(&self, t: u32) -> Option<Decimal> {
        self.get(t, DELIVERED).or_else(|| self.orders_at(t, |price| price.price))
    }

    fn orders_at(&self, t: u32, price: impl Fn(OrderPrice) -> Decimal) -> Option<Decimal> {
        let price = price(self.order_price?);
        let revenue = self.order_revenue(t).ok()?.0.decimal().ok()?;
        revenue.checked_div(price)
    }

    /// Whether the orders of a month are an estimate.
    pub fn is_estimated(&self, t: u32) -> bool {
        self.get(t, DELIVERED).is_none() && self.orders(t).is_some()
    }

    /// The months of which orders are an estimate.
    pub fn estimated_months(&self) -> Vec<u32> {
        self.known_months().filter(|t| self.is_estimated(*t)).collect()
    }

    /// Whether orders are not recorded of some month that is.
    pub fn lacks_orders(&self) -> bool {
        self.known_months().any(|t| self.get(t, DELIVERED).is_none())
    }

    /// Whether money came in by orders that nobody counted: what they cost cannot be told.
    pub(super) fn is_revenue_without_orders(&self, t: u32) -> bool {
        self.orders(t).is_none() && self.order_revenue(t).is_ok_and(Money::is_positive)
    }

    /// The months of it in which what grows with sales is not recorded either.
    pub(super) fn months_without_costs(&self) -> Vec<u32> {
        let is_open = |t: &u32| self.is_revenue_without_orders(*t) && self.variable_costs(*t).is_err();
        self.known_months().filter(is_open).collect()
    }

    /// Estimated orders of some months; `by_clients` are those that follow from the clients who came.
    pub(super) fn estimated_orders(
        &self,
        months: &[u32],
        by_clients: impl Fn(u32) -> Exact,
    ) -> Option<EstimatedOrders> {
        let months: Vec<_> = months.iter().copied().filter(|t| self.is_estimated(*t)).collect();
        let sum = |price: fn(OrderPrice) -> Decimal| -> Exact {
            let orders = months.iter().filter_map(|t| self.orders_at(*t, price));
            orders.fold(Exact::ZERO, |sum, orders| sum + Exact::from_decimal(orders))
        };
        let orders = sum(|price| price.price);
        let clients = months.iter().fold(Exact::ZERO, |sum, t| sum + by_clients(*t));
        let (low, high) = (sum(|price| price.high), sum(|price| price.low));
        (!months.is_empty()).then_some(EstimatedOrders {
            orders,
            low: low.least(clients),
            high: high.most(clients),
            months,
        })
    }
}

const DELIVERED: FactCell = FactCell::Business(BusinessFact::Delivered);
