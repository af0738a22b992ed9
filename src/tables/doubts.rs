//! Dates that can be read day first or month first.

use super::columns::Sheet;
use super::dates;
use super::report::{ColumnReading, Note, Taken};

/// Of days that can be read in two ways, the way of another column of days that can be read in one alone: who
/// exports deals writes all days alike.
pub(super) fn settle_days(columns: &mut [ColumnReading]) {
    let is_day = |column: &ColumnReading| matches!(column.taken, Taken::Created | Taken::Closed);
    let of_days = columns.iter().filter(|column| is_day(column)).filter_map(|column| column.date);
    let decided: Vec<_> = of_days.filter(|vote| vote.alternative.is_none()).map(|vote| vote.form).collect();
    for column in columns.iter_mut().filter(|column| is_day(column)) {
        let Some(vote) = &mut column.date else { continue };
        let Some(other) = vote.alternative else { continue };
        if let Some(form) = [vote.form, other].into_iter().find(|form| decided.contains(form)) {
            vote.form = form;
            vote.alternative = None;
        }
    }
}

/// A note on every column of dates in doubt; of months across, one for all.
pub(super) fn dates(sheet: &Sheet, columns: &[ColumnReading]) -> Vec<Note> {
    let is_across = |column: &ColumnReading| matches!(column.taken, Taken::Values { .. });
    let mut notes = Vec::new();
    let mut is_told = false;
    for (place, column) in columns.iter().enumerate() {
        let texts = match column.taken {
            Taken::Left(_) => continue,
            _ if is_across(column) && is_told => continue,
            _ if is_across(column) => vec![sheet.heading(place)],
            _ => sheet.cells(place),
        };
        let note = texts.into_iter().find_map(|text| either(sheet, place, column, text));
        is_told = is_told || (is_across(column) && note.is_some());
        notes.extend(note);
    }
    notes
}

fn either(sheet: &Sheet, place: usize, column: &ColumnReading, text: &str) -> Option<Note> {
    let vote = column.date?;
    let month = |form| dates::month(text, form, sheet.layout.start);
    let (one, other) = (month(vote.form)?, month(vote.alternative?)?);
    (one != other).then(|| Note::EitherDate { column: place, raw: text.to_owned(), one, other })
}
