//! What would bring a plan out ahead, in words.

use super::{Filling, Show, Word, field_label};
use crate::model::{Measure, Model, find};
use crate::number::{Exact, Number};
use crate::plan::{FigureUnit, Lever, WayAhead, unit_of};

/// What a lever is called and where it would have to stand, or that even its utmost is not enough.
pub fn way_ahead_text(show: &Show<'_>, model: &Model, way: &WayAhead) -> String {
    let name = match way.lever {
        Lever::FixedCosts => show.word(Word::AHEAD_FIXED),
        _ => field_label(show, model, &way.path),
    };
    let name = ("name", Filling::Text(&name));
    let Some(needed) = way.needed else {
        return show.phrase(
            match way.lever {
                Lever::Price => Word::AHEAD_CANNOT_PRICE,
                Lever::Conversion => Word::AHEAD_CANNOT_CONVERSION,
                Lever::OrderCost | Lever::FixedCosts => Word::AHEAD_CANNOT_COST,
            },
            &[name],
        );
    };
    let measure = find(model, &way.path).and_then(|(field, _)| field.measure()).unwrap_or(Measure::Plain);
    let [needed, now] = [needed, way.now].map(|value| shown(show, value, unit_of(measure)));
    show.phrase(Word::AHEAD_NEEDED, &[name, ("needed", Filling::Text(&needed)), ("now", Filling::Text(&now))])
}

fn shown(show: &Show<'_>, value: crate::number::Decimal, unit: FigureUnit) -> String {
    show.typed(Exact::from_decimal(value), unit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Currency;
    use crate::number::Decimal;
    use crate::text::Language;

    fn said(language: Language, lever: Lever, needed: Option<Decimal>) -> String {
        let show = Show { currency: Currency::Usd, ..Show::standard(language) };
        let path = if lever == Lever::OrderCost { "offer/cost_share" } else { "offer/price" };
        let way = WayAhead { lever, path: path.into(), now: Decimal::new(5, 1), needed, puts: Vec::new() };
        way_ahead_text(&show, &Model::default(), &way)
    }

    #[test]
    fn what_is_needed_and_what_is_not_enough_is_a_sentence() {
        for language in [Language::Russian, Language::English] {
            for lever in [Lever::Price, Lever::Conversion, Lever::OrderCost, Lever::FixedCosts] {
                for needed in [None, Some(Decimal::new(3, 1))] {
                    let text = said(language, lever, needed);
                    assert!(text.ends_with('.') && !text.contains(['{', '}']), "{text}");
                }
            }
        }
        assert!(said(Language::English, Lever::OrderCost, Some(Decimal::new(3, 1))).contains("30\u{a0}%"));
    }
}
