//! Dates that can be read day first or month first.

use super::dates;
use super::import::{ColumnReading, Note};
use super::mapping::ColumnMapping;
use super::sheet::Sheet;

/// Of days that can be read in two ways, the way of another column of days that can be read in one alone: who
/// exports deals writes all days alike.
pub(super) fn settle_days(columns: &mut [ColumnReading]) {
    let is_day =
        |column: &ColumnReading| matches!(column.mapping, ColumnMapping::Created | ColumnMapping::Closed);
    let of_days = columns.iter().filter(|column| is_day(column)).filter_map(|column| column.date);
    let decided: Vec<_> =
        of_days.filter(|detected| detected.alternative.is_none()).map(|detected| detected.format).collect();
    for column in columns.iter_mut().filter(|column| is_day(column)) {
        let Some(detected) = &mut column.date else { continue };
        let Some(other) = detected.alternative else { continue };
        if let Some(format) = [detected.format, other].into_iter().find(|format| decided.contains(format)) {
            detected.format = format;
            detected.alternative = None;
        }
    }
}

/// A note on every column of dates in doubt; of months across, one for all.
pub(super) async fn notes(sheet: &Sheet<'_>, columns: &[ColumnReading]) -> Vec<Note> {
    let is_across = |column: &ColumnReading| matches!(column.mapping, ColumnMapping::Values { .. });
    let mut notes = Vec::new();
    let mut is_told = false;
    for (place, column) in columns.iter().enumerate() {
        let texts = match column.mapping {
            ColumnMapping::Skipped(_) => continue,
            _ if is_across(column) && is_told => continue,
            _ if is_across(column) => vec![sheet.heading(place)],
            _ => sheet.cells(place),
        };
        let mut note = None;
        // Without another way to read them there is nothing to look for.
        for text in texts.into_iter().filter(|_| column.date.is_some_and(|date| date.alternative.is_some())) {
            sheet.pace.cell().await;
            note = either(sheet, place, column, text);
            if note.is_some() {
                break;
            }
        }
        is_told = is_told || (is_across(column) && note.is_some());
        notes.extend(note);
    }
    notes
}

fn either(sheet: &Sheet, place: usize, column: &ColumnReading, text: &str) -> Option<Note> {
    let detected = column.date?;
    let month = |format| dates::month(text, format, sheet.context.start);
    let (one, other) = (month(detected.format)?, month(detected.alternative?)?);
    (one != other).then(|| Note::EitherDate { column: place, raw: text.to_owned(), one, other })
}
