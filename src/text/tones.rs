//! How a figure sounds to the owner. The bars are conventions of the trade, not laws: they colour, they
//! decide nothing.

use super::Tone;
use crate::number::{Exact, Number};
use crate::plan::{Answer, Figure, FigureUnit, Reached};

/// The tone of a figure, for the few of which one may say so.
///
/// LTV / CAC is good from 3 (D. Skok), a loss below 1; a client or a plan should pay back within a year.
pub fn figure_tone(figure: &Figure, answer: Answer) -> Option<Tone> {
    let judge: fn(Exact) -> Tone = match figure.id {
        "ltv_to_cac" | "ltv_to_cac_loaded" => ratio_tone,
        "earn_per_client" | "romi" => |value| match value {
            _ if value.is_positive() => Tone::Good,
            _ if value.is_negative() => Tone::Bad,
            _ => Tone::Watch,
        },
        "payback" | "payback_loaded" => |months| if !above(months, 12) { Tone::Good } else { Tone::Watch },
        "break_even_month" | "break_even_lasting" | "project_payback" => {
            |month| if below(month, 12) { Tone::Good } else { Tone::Watch }
        }
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

fn below(value: Exact, bar: u32) -> bool {
    (value - Exact::whole(bar)).is_negative()
}

fn above(value: Exact, bar: u32) -> bool {
    (value - Exact::whole(bar)).is_positive()
}

fn ratio_tone(ratio: Exact) -> Tone {
    match ratio {
        _ if !below(ratio, 3) => Tone::Good,
        _ if !below(ratio, 1) => Tone::Watch,
        _ => Tone::Bad,
    }
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
    fn the_bars_are_where_the_trade_has_them() {
        assert_eq!(tone("ltv_to_cac", at(300)), Some(Tone::Good));
        assert_eq!(tone("ltv_to_cac", at(299)), Some(Tone::Watch));
        assert_eq!(tone("ltv_to_cac", at(99)), Some(Tone::Bad));
        assert_eq!(tone("romi", at(-1)), Some(Tone::Bad));
        assert_eq!(tone("bridge", at(0)), None);
        assert_eq!(tone("bridge", at(1)), Some(Tone::Bad));
        assert_eq!(tone("payback", Reached::NotWithinHorizon), Some(Tone::Watch));
        assert_eq!(tone("project_payback", Reached::NotWithinHorizon), Some(Tone::Bad));
        assert_eq!(tone("romi", Reached::Unknown(Undefined::NoData)), Some(Tone::Unknown));
        assert_eq!(tone("revenue", at(1)), None);
    }
}
