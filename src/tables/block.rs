//! A block of figures without headings, for the cells of a grid.

use super::builder::ImportBuilder;
use super::dates::is_month;
use super::import::{BadPlace, ColumnReading};
use super::mapping::{ColumnMapping, Skipped};
use super::numbers::{fault, is_number, number};
use super::sheet::Sheet;
use super::words::is_blank;
use crate::number::Decimal;

/// Columns of figures; columns of words at the left are left out, empty ones between figures stay.
pub(super) fn columns(sheet: &Sheet) -> Vec<ColumnReading> {
    let mut columns: Vec<ColumnReading> =
        (0..sheet.width()).map(|column| sheet.column(column, mapping(sheet, column))).collect();
    let has_values = |column: &ColumnReading| matches!(column.mapping, ColumnMapping::Values { .. });
    let first = columns.iter().position(has_values).unwrap_or(columns.len());
    for column in columns.iter_mut().skip(first) {
        if column.mapping == ColumnMapping::Skipped(Skipped::Empty) {
            column.mapping = VALUES;
        }
    }
    sheet.detect(&mut columns);
    columns
}

/// Figures of which nothing is known yet.
const VALUES: ColumnMapping = ColumnMapping::Values { fact: None, month: None, channel: None };

fn mapping(sheet: &Sheet, column: usize) -> ColumnMapping {
    let cells: Vec<&str> = sheet.cells(column).into_iter().filter(|cell| !is_blank(cell)).collect();
    match () {
        () if cells.is_empty() => ColumnMapping::Skipped(Skipped::Empty),
        () if cells.iter().all(|cell| is_month(cell, sheet.context.start)) => ColumnMapping::Month,
        () if cells.iter().any(|cell| is_number(cell)) => VALUES,
        () => ColumnMapping::Skipped(Skipped::Unknown),
    }
}

/// The first row with a figure: names may stand above.
pub(super) fn first_row(rows: &[Vec<String>]) -> usize {
    rows.iter().position(|row| row.iter().any(|cell| is_number(cell))).unwrap_or(0)
}

/// Reads the rows into a block.
pub(super) fn gather(sheet: &Sheet, columns: Vec<ColumnReading>) -> ImportBuilder {
    let mut out = ImportBuilder::new(columns);
    let is_value = |column: &ColumnReading| matches!(column.mapping, ColumnMapping::Values { .. });
    let places: Vec<usize> = out
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| is_value(column))
        .map(|(place, _)| place)
        .collect();
    for (at, row) in (sheet.first()..sheet.rows.len()).enumerate() {
        let figures = places.iter().enumerate();
        let figures = figures.map(|(place, &column)| figure(sheet, &mut out, (row, column), (at, place)));
        let figures = figures.collect();
        out.block.push(figures);
    }
    out
}

/// A figure of the sheet at its place in the block.
fn figure(
    sheet: &Sheet,
    out: &mut ImportBuilder,
    (row, column): (usize, usize),
    place: (usize, usize),
) -> Option<Decimal> {
    let text = sheet.cell(row, column);
    if is_blank(text) {
        out.count_blank(column);
        return None;
    }
    let format = out.columns.get(column).and_then(|column| column.number)?.format;
    match number(text, format) {
        Ok(value) => {
            out.count_read(column);
            Some(value)
        }
        Err(reason) => {
            out.reject(row, column, text, fault(text, reason));
            out.place_rejected(BadPlace::Block(place.0, place.1));
            None
        }
    }
}
