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
pub(super) async fn columns(sheet: &Sheet<'_>) -> Vec<ColumnReading> {
    let mut columns = Vec::new();
    for column in 0..sheet.width() {
        columns.push(sheet.column(column, mapping(sheet, column).await));
    }
    let has_values = |column: &ColumnReading| matches!(column.mapping, ColumnMapping::Values { .. });
    let first = columns.iter().position(has_values).unwrap_or(columns.len());
    for column in columns.iter_mut().skip(first) {
        if column.mapping == ColumnMapping::Skipped(Skipped::Empty) {
            column.mapping = VALUES;
        }
    }
    sheet.detect(&mut columns).await;
    columns
}

/// Figures of which nothing is known yet.
const VALUES: ColumnMapping = ColumnMapping::Values { fact: None, month: None, channel: None };

async fn mapping(sheet: &Sheet<'_>, column: usize) -> ColumnMapping {
    let cells: Vec<&str> = sheet.cells(column).into_iter().filter(|cell| !is_blank(cell)).collect();
    if cells.is_empty() {
        return ColumnMapping::Skipped(Skipped::Empty);
    }
    let (mut are_months, mut has_number) = (true, false);
    for cell in cells {
        sheet.pace.cell().await;
        are_months = are_months && is_month(cell, sheet.context.start);
        has_number = has_number || is_number(cell);
        if !are_months && has_number {
            break;
        }
    }
    match (are_months, has_number) {
        (true, _) => ColumnMapping::Month,
        (false, true) => VALUES,
        (false, false) => ColumnMapping::Skipped(Skipped::Unknown),
    }
}

/// The first row with a figure: names may stand above.
pub(super) async fn first_row(sheet: &Sheet<'_>) -> usize {
    for (at, row) in sheet.rows.iter().enumerate() {
        sheet.pace.cells(row.len()).await;
        if row.iter().any(|cell| is_number(cell)) {
            return at;
        }
    }
    0
}

/// Reads the rows into a block.
pub(super) async fn gather(sheet: &Sheet<'_>, columns: Vec<ColumnReading>) -> ImportBuilder {
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
        sheet.rest_before(row).await;
        out.begin_row();
        let figures = places.iter().enumerate();
        let figures = figures.map(|(place, &column)| figure(sheet, &mut out, (row, column), (at, place)));
        let figures = figures.collect();
        out.end_row(true);
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
            out.count_taken(column);
            Some(value)
        }
        Err(reason) => {
            out.reject(row, column, text, fault(text, reason));
            out.place_rejected(BadPlace::Block(place.0, place.1));
            None
        }
    }
}
