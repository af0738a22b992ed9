//! What could be read otherwise, by an example of both readings.

use super::told;
use super::{Importing, again};
use crate::number::Exact;
use crate::plan::FigureUnit;
use crate::tables::{DateForm, Import, NumberForm, Overrides, ReadCell, Taken, Vote};
use crate::text::{Filling, Word};
use crate::ui::icon::mark;
use leptos::prelude::*;

/// How the same text would be read if something about it were known otherwise.
fn otherwise(importing: Importing, change: impl FnOnce(&mut Overrides)) -> Option<Import> {
    let mut known = importing.overrides.get();
    change(&mut known);
    importing.text.with(|text| again(importing.desk, importing.view, text, &known)).ok()
}

/// Two readings of one cell where they differ.
fn difference<'i>(
    import: &'i Import,
    other: &'i Import,
    differ: impl Fn(&ReadCell, &ReadCell) -> bool,
) -> Option<(&'i ReadCell, &'i ReadCell)> {
    import.cells.iter().find_map(|cell| {
        let same = other.cells.iter().find(|other| (other.row, other.column) == (cell.row, cell.column))?;
        differ(cell, same).then_some((cell, same))
    })
}

/// That numbers could be read in another form.
pub fn doubt_of_numbers(
    importing: Importing,
    import: &Import,
    at: usize,
    vote: Vote<NumberForm>,
) -> Option<AnyView> {
    let form = vote.alternative?;
    let other = otherwise(importing, |known| {
        known.numbers.insert(at, form);
    })?;
    let differ = |one: &ReadCell, other: &ReadCell| {
        one.column == at && one.value != other.value && !one.raw.is_empty()
    };
    let example = difference(import, &other, differ).map(|(one, other)| {
        let shown = |cell: &ReadCell| {
            importing.desk.show(|show| show.typed(Exact::Value(cell.value), FigureUnit::Count))
        };
        [one.raw.clone(), shown(one), shown(other)]
    });
    let plain = || told_form(importing, told::number_form(form));
    Some(doubt(importing, example, plain))
}

/// That dates could be read in another form; `places` are the columns that are written alike.
pub fn doubt_of_dates(
    importing: Importing,
    import: &Import,
    at: usize,
    places: &[usize],
    vote: Vote<DateForm>,
) -> Option<AnyView> {
    let form = vote.alternative?;
    let other = otherwise(importing, |known| {
        known.dates.extend(places.iter().map(|&column| (column, form)));
    })?;
    let column = import.columns.get(at)?;
    let is_across = matches!(column.taken, Taken::Values { .. });
    let differ =
        |one: &ReadCell, other: &ReadCell| one.month != other.month && (!is_across || one.column == at);
    let example = difference(import, &other, differ).map(|(one, other)| {
        let cell = import.table.get(one.row).and_then(|row| row.get(at));
        let raw = if is_across { column.header.clone() } else { cell.cloned().unwrap_or_default() };
        let shown = |cell: &ReadCell| importing.desk.show(|show| show.calendar(cell.month));
        [raw, shown(one), shown(other)]
    });
    let plain = || told_form(importing, told::date_form(form));
    Some(doubt(importing, example, plain))
}

fn told_form(importing: Importing, form: Word) -> String {
    importing.desk.with(Word::RECORD_DOUBT_FORM, "form", &importing.desk.word(form))
}

/// That it could be read otherwise, by an example of both readings where there is one.
fn doubt(importing: Importing, example: Option<[String; 3]>, plain: impl FnOnce() -> String) -> AnyView {
    let told = match example {
        Some([raw, one, other]) => importing.desk.show(|show| {
            let fillings = [("raw", &raw), ("one", &one), ("other", &other)];
            show.phrase(Word::RECORD_DOUBT, &fillings.map(|(key, text)| (key, Filling::Text(text))))
        }),
        None => plain(),
    };
    view! { <small class="line doubt" data-tone="watch">{mark("m-watch")}<span>{told}</span></small> }
        .into_any()
}
