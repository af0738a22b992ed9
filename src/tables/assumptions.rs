//! What was taken for something without being said outright: serial numbers for dates, open headings for facts.

use super::columns::holds_numbers;
use super::dates;
use super::headings::open_count;
use super::import::{ColumnReading, Note};
use super::mapping::ColumnMapping;
use super::sheet::Sheet;
use super::words::is_blank;

/// A note on every such column.
pub(super) fn notes(sheet: &Sheet, columns: &[ColumnReading]) -> Vec<Note> {
    let all = columns.iter().enumerate();
    all.flat_map(|(place, column)| [serial_dates(sheet, place, column), assumed(sheet, place, column)])
        .flatten()
        .collect()
}

fn serial_dates(sheet: &Sheet, column: usize, reading: &ColumnReading) -> Option<Note> {
    let format = reading.date.map(|detected| detected.format)?;
    let is_read = format.is_serial()
        && !matches!(reading.mapping, ColumnMapping::Skipped(_))
        && !holds_numbers(&reading.mapping);
    let raw = sheet.cells(column).into_iter().find(|cell| is_read && !is_blank(cell))?;
    let month = dates::month(raw, format, sheet.context.start)?;
    Some(Note::SerialDates { column, raw: raw.to_owned(), month })
}

fn assumed(sheet: &Sheet, column: usize, reading: &ColumnReading) -> Option<Note> {
    let ColumnMapping::Values { fact: Some(fact), .. } = &reading.mapping else { return None };
    let is_asked = sheet.overrides.columns.contains_key(&column);
    (!is_asked && open_count(&reading.header).is_some()).then(|| Note::Assumed { column, fact: fact.clone() })
}
