//! What a client brings over its life beside what winning it costs: two bars on one scale.

use super::declaration::float;
use crate::chart::Scale;
use crate::number::{Exact, Money};

/// Width of the longest bar, in pixels.
pub const SCALE_WIDTH: i32 = 296;

/// How long the bar of an amount is where the longest is of the largest; anything at all can be seen.
pub fn scale_length(amount: Money<Exact>, largest: Money<Exact>) -> i32 {
    match (float(amount.0), float(largest.0)) {
        (Some(amount), Some(largest)) if largest > 0.0 && amount > 0.0 => {
            Scale::new(0.0, largest, 0, SCALE_WIDTH).at(amount).max(2)
        }
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::{SCALE_WIDTH, scale_length};
    use crate::number::{Exact, Money, Number, Undefined};

    #[test]
    fn bars_are_in_proportion_and_never_vanish() {
        let money = |amount| Money(Exact::whole(amount));
        assert_eq!(scale_length(money(50), money(100)), SCALE_WIDTH / 2);
        assert_eq!(scale_length(money(100), money(100)), SCALE_WIDTH);
        assert_eq!(scale_length(money(1), money(1_000_000)), 2);
        assert_eq!(scale_length(money(0), money(100)), 0);
        assert_eq!(scale_length(-money(5), money(100)), 0);
        assert_eq!(scale_length(Money(Exact::Undefined(Undefined::NoData)), money(100)), 0);
    }
}
