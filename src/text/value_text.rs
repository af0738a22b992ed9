//! The value of any field of a document, as it is read.

use super::{Show, Word, basis_text, choice_text};
use crate::model::{Estimate, Field, Kind, Measure, Model, Slot, YearMonth, find};
use crate::number::{Exact, Number};
use crate::plan::{FigureUnit, unit_of_field};

/// The value of an estimate with its unit: "20 days".
pub fn estimate_text(show: &Show<'_>, field: &Field, estimate: &Estimate) -> String {
    let value = show.typed(Exact::from_decimal(estimate.value), unit_of_field(field));
    match field.kind {
        Kind::Estimate(Measure::Days) => [&value, " ", &show.word(Word::DAYS_SHORT)].concat(),
        _ => value,
    }
}

/// The value with everything said about it: "5,000 (4,000 – 6,000), guess, source".
fn whole_estimate_text(show: &Show<'_>, field: &Field, estimate: &Estimate) -> String {
    let mut text = estimate_text(show, field, estimate);
    if let Some(range) = estimate.range {
        let [low, high] =
            [range.low, range.high].map(|end| show.typed(Exact::from_decimal(end), unit_of_field(field)));
        text.extend([" (", &low, " – ", &high, ")"]);
    }
    text.extend([", ", &basis_text(show, estimate.basis)]);
    if !estimate.source.is_empty() {
        text.extend([", ", &estimate.source]);
    }
    text
}

/// What stands at the path of a field in two documents; nothing where there is nothing. Of estimates only the value,
/// unless that is the same in both.
pub fn two_texts(show: &Show<'_>, models: [&Model; 2], path: &str) -> [String; 2] {
    let found = models.map(|model| find(model, path));
    let values = found.map(|found| found.and_then(|(_, slot)| estimate_in(slot)));
    let is_same_value = matches!(values, [Some(one), Some(other)] if one.value == other.value);
    models.map(|model| {
        // Its months are its own.
        let show = Show { start: model.about.start, currency: model.about.currency, ..*show };
        find(model, path)
            .map(|(field, slot)| slot_text(&show, path, field, slot, is_same_value))
            .unwrap_or_default()
    })
}

fn estimate_in(slot: Slot<'_>) -> Option<&Estimate> {
    match slot {
        Slot::Estimate(estimate) => Some(estimate),
        Slot::Optional(estimate) => estimate,
        _ => None,
    }
}

fn slot_text(show: &Show<'_>, path: &str, field: &Field, slot: Slot<'_>, is_whole: bool) -> String {
    match slot {
        Slot::Text(text) => text.to_owned(),
        Slot::Whole(month) if field.kind == Kind::Month => show.month(month),
        Slot::Whole(whole) => show.value(Exact::whole(whole), FigureUnit::Count),
        Slot::OpenMonth(month) => {
            month.map_or_else(|| show.word(Word::MONTH_OPEN), |month| show.month(month))
        }
        Slot::Calendar(month) => show.calendar(YearMonth(month)),
        Slot::Flag(is_on) => show.word(if is_on { Word::VALUE_YES } else { Word::VALUE_NO }),
        Slot::Choice(choice) => choice_text(show, path, choice.name()),
        Slot::Estimate(estimate) | Slot::Optional(Some(estimate)) if is_whole => {
            whole_estimate_text(show, field, estimate)
        }
        Slot::Estimate(estimate) | Slot::Optional(Some(estimate)) => estimate_text(show, field, estimate),
        Slot::Optional(None) | Slot::Fact(_) | Slot::Frozen(_) | Slot::Record(_) | Slot::Rows(_) => {
            String::new()
        }
    }
}
