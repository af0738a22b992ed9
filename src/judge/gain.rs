//! What somebody gains or loses, as far as anybody pays: to the hundredth.

use crate::number::{Exact, Money, Number};
use core::cmp::Ordering;

/// Whether an amount is more or less than nothing.
pub fn order(amount: Money<Exact>) -> Ordering {
    cents(amount.0).compare(Exact::ZERO).unwrap_or(Ordering::Equal)
}

/// An amount to the hundredth.
pub fn cents(amount: Exact) -> Exact {
    amount.decimal().map_or(amount, |amount| Exact::Value(amount.round_dp(2)))
}

/// An amount without its sign.
pub fn size(amount: Exact) -> Exact {
    if amount.is_negative() { -amount } else { amount }
}
