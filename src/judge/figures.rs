//! How a figure sounds to the owner. The thresholds are conventions of the trade, not laws: they colour, they
//! decide nothing.

use super::Tone;
use super::thresholds::{BREAK_EVEN_MONTHS, PAYBACK_MONTHS, RATIO_LOSES, RATIO_SAFE};
use crate::number::{Exact, Number};
use crate::plan::{Answer, Figure, FigureUnit, Reached};

/// The tone of a figure, for the few of which one may say so.
pub fn figure_tone(figure: &Figure, answer: Answer) -> Option<Tone> {
    let judge: fn(Exact) -> Tone = match figure.id {
        "ltv_to_cac" | "ltv_to_cac_loaded" => ratio_tone,
        "earn_per_client" | "romi" => |value| match value {
            _ if value.is_positive() => Tone::Good,
            _ if value.is_negative() => Tone::Bad,
            _ => Tone::Watch,
        },
        "payback" | "payback_loaded" | "payback_spent" => payback_tone,
        "break_even_month" | "break_even_lasting" | "project_payback" => month_tone,
        // That nothing is missing is no praise: an empty plan misses nothing either.
        "bridge" if answer == Reached::At(Exact::ZERO) => return None,
        "bridge" => |_| Tone::Bad,
        _ => return None,
    };
    Some(match answer {
        Reached::At(value) => judge(value),
        Reached::NotWithinHorizon if figure.unit == FigureUnit::Months => Tone::Watch,
        Reached::NotWithinHorizon | Reached::Never => Tone::Bad,
        Reached::Unknown(_) => Tone::Unknown,
    })
}

/// What a client brings over what it costs to win one.
pub(super) fn ratio_tone(ratio: Exact) -> Tone {
    match ratio {
        _ if !is_below(ratio, RATIO_SAFE) => Tone::Good,
        _ if !is_below(ratio, RATIO_LOSES) => Tone::Watch,
        _ => Tone::Bad,
    }
}

/// Months until a client has paid back what winning it cost.
pub(super) fn payback_tone(months: Exact) -> Tone {
    if (months - Exact::whole(PAYBACK_MONTHS)).is_positive() { Tone::Watch } else { Tone::Good }
}

/// The month of the plan, counted from 0, in which something is reached that ought to come within the first year.
pub(super) fn month_tone(month: Exact) -> Tone {
    if is_below(month, BREAK_EVEN_MONTHS) { Tone::Good } else { Tone::Watch }
}

fn is_below(value: Exact, limit: u32) -> bool {
    (value - Exact::whole(limit)).is_negative()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::{Decimal, Undefined};
    use crate::plan::figure;

    fn tone(id: &str, answer: Answer) -> Option<Tone> {
        figure_tone(figure(id)?, answer)
    }

    fn at(hundredths: i64) -> Answer {
        Reached::At(Exact::Value(Decimal::new(hundredths, 2)))
    }

    #[test]
    fn a_ratio_is_safe_from_three_and_a_loss_below_one() {
        assert_eq!(tone("ltv_to_cac", at(300)), Some(Tone::Good));
        assert_eq!(tone("ltv_to_cac", at(299)), Some(Tone::Watch));
        assert_eq!(tone("ltv_to_cac", at(100)), Some(Tone::Watch));
        assert_eq!(tone("ltv_to_cac", at(99)), Some(Tone::Bad));
    }

    #[test]
    fn a_client_pays_back_within_a_year_and_so_does_a_plan() {
        assert_eq!(tone("payback", at(1200)), Some(Tone::Good));
        assert_eq!(tone("payback", at(1201)), Some(Tone::Watch));
        // Months of the plan are counted from 0: month 11 is the twelfth.
        assert_eq!(tone("break_even_month", at(1100)), Some(Tone::Good));
        assert_eq!(tone("break_even_month", at(1200)), Some(Tone::Watch));
        assert_eq!(tone("payback", Reached::NotWithinHorizon), Some(Tone::Watch));
        assert_eq!(tone("project_payback", Reached::NotWithinHorizon), Some(Tone::Bad));
    }

    #[test]
    fn a_loss_is_bad_and_nothing_missing_is_no_praise() {
        assert_eq!(tone("romi", at(-1)), Some(Tone::Bad));
        assert_eq!(tone("romi", at(0)), Some(Tone::Watch));
        assert_eq!(tone("romi", Reached::Unknown(Undefined::NoData)), Some(Tone::Unknown));
        assert_eq!(tone("bridge", at(0)), None);
        assert_eq!(tone("bridge", at(1)), Some(Tone::Bad));
        assert_eq!(tone("revenue", at(1)), None);
    }
}
