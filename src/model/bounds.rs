//! What a number cannot be, whatever else is entered: a share above all, a price below nothing.

use super::field::Measure;
use super::issue::Reason;
use crate::number::Decimal;

/// The longest time in days: ten years.
pub const MOST_DAYS: u32 = 3653;

/// Why a value cannot be what it is entered as; none where it can. No plan is worked out from what cannot be: it is
/// refused where it is typed, and figures that rest on it do not exist.
pub fn impossible(measure: Measure, value: Decimal) -> Option<Reason> {
    let least = match measure {
        Measure::Balance => return None,
        Measure::Rate => Decimal::NEGATIVE_ONE,
        Measure::Money | Measure::Share | Measure::Count | Measure::Days | Measure::Plain => Decimal::ZERO,
    };
    match measure {
        _ if value < least => Some(Reason::Negative),
        Measure::Share if value > Decimal::ONE => Some(Reason::AboveWhole),
        Measure::Days if value > Decimal::from(MOST_DAYS) => Some(Reason::TooLong),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_measure_has_bounds_of_its_own() {
        let of = |measure, hundredths| impossible(measure, Decimal::new(hundredths, 2));
        for measure in [Measure::Money, Measure::Share, Measure::Count, Measure::Days, Measure::Plain] {
            assert_eq!(of(measure, -1), Some(Reason::Negative));
            assert_eq!([of(measure, 0), of(measure, 100)], [None; 2]);
        }
        assert_eq!(of(Measure::Share, 101), Some(Reason::AboveWhole));
        assert_eq!([of(Measure::Rate, -100), of(Measure::Rate, 250), of(Measure::Balance, -900)], [None; 3]);
        assert_eq!(of(Measure::Rate, -101), Some(Reason::Negative));
        assert_eq!(of(Measure::Days, 365_301), Some(Reason::TooLong));
    }
}
