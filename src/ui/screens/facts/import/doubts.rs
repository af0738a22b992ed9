//! What could be read otherwise, by an example of both readings.

use super::importing::{Importing, read_otherwise};
use crate::number::Exact;
use crate::plan::FigureUnit;
use crate::tables::{Ambiguity, DateFormat, Detected, Import, NumberFormat, Overrides};
use crate::text::table_import::{date_format_word, number_format_word};
use crate::text::{Filling, Word};
use crate::ui::icon::mark;
use leptos::prelude::*;

/// How the beginning of the same text would be read if something about it were known otherwise.
fn otherwise(importing: Importing, change: impl FnOnce(&mut Overrides)) -> Option<Import> {
    let mut known = importing.overrides.get();
    change(&mut known);
    read_otherwise(importing, &known)
}

/// That the numbers of a column could be read in another format.
pub fn doubt_of_numbers(
    importing: Importing,
    import: &Import,
    column: usize,
    detected: Detected<NumberFormat>,
) -> Option<AnyView> {
    let format = detected.alternative?;
    let other = otherwise(importing, |known| {
        known.numbers.insert(column, format);
    })?;
    let shown = |value| importing.desk.show(|show| show.typed(Exact::Value(value), FigureUnit::Count));
    let example = import.ambiguous_number(&other, column).map(|found| worded(found, shown));
    Some(doubt(importing, example, number_format_word(format)))
}

/// That dates could be read in another format; `alike` are the columns whose dates are written as those of `column`.
pub fn doubt_of_dates(
    importing: Importing,
    import: &Import,
    column: usize,
    alike: &[usize],
    detected: Detected<DateFormat>,
) -> Option<AnyView> {
    let format = detected.alternative?;
    let other = otherwise(importing, |known| {
        known.dates.extend(alike.iter().map(|&column| (column, format)));
    })?;
    let shown = |month| importing.desk.show(|show| show.calendar(month));
    let example = import.ambiguous_date(&other, column).map(|found| worded(found, shown));
    Some(doubt(importing, example, date_format_word(format)))
}

fn worded<T>(found: Ambiguity<T>, shown: impl Fn(T) -> String) -> Ambiguity<String> {
    Ambiguity { raw: found.raw, one: shown(found.one), other: shown(found.other) }
}

/// That it could be read otherwise, by an example of both readings; where there is none, by the name of the format.
fn doubt(importing: Importing, example: Option<Ambiguity<String>>, format: Word) -> AnyView {
    let desk = importing.desk;
    let text = match example {
        Some(Ambiguity { raw, one, other }) => desk.show(|show| {
            let fillings = [("raw", &raw), ("one", &one), ("other", &other)];
            show.phrase(Word::RECORD_DOUBT, &fillings.map(|(key, text)| (key, Filling::Text(text))))
        }),
        None => desk.with(Word::RECORD_DOUBT_FORM, "form", &desk.word(format)),
    };
    view! { <small class="line doubt" data-tone="watch">{mark("m-watch")}<span>{text}</span></small> }
        .into_any()
}
