//! How deep the money sinks.

use super::break_even::is_loss;
use super::cash::lowest;
use crate::number::{Money, Number};

/// How deep the money sinks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CashGap<N> {
    /// Lowest balance at the end of a month.
    pub lowest: Money<N>,
    /// The month of it.
    pub lowest_month: u32,
    /// First month that ends below zero.
    pub first: Option<u32>,
    /// How many months end below zero.
    pub months: u32,
    /// Money that would keep every month at zero or above.
    pub bridge: Money<N>,
}

/// How deep a balance sinks.
pub(super) fn cash_gap<N: Number>(balance: &[Money<N>]) -> CashGap<N> {
    let below = || (0u32..).zip(balance).filter(|(_, amount)| is_loss(**amount));
    let (lowest_month, low) = lowest(balance).unwrap_or((0, Money::ZERO));
    let undefined = balance.iter().find(|amount| amount.0.reason().is_some()).copied();
    let low = undefined.unwrap_or(low);
    CashGap {
        lowest: low,
        lowest_month,
        first: below().next().map(|(t, _)| t),
        months: u32::try_from(below().count()).unwrap_or(u32::MAX),
        bridge: -low.least(Money::ZERO),
    }
}
