//! Rows of cells as they are found, bounded, and as a text.

use super::super::limits::{ImportFault, MOST_BYTES, MOST_COLUMNS, MOST_ROWS};

/// The cells of a sheet.
#[derive(Debug, Default)]
pub(super) struct TableRows {
    pub rows: Vec<Vec<String>>,
    bytes: usize,
}

impl TableRows {
    /// Puts a cell in its place, counted from nothing; an empty one leaves no trace.
    pub fn put(&mut self, row: usize, column: usize, text: &str) -> Result<(), ImportFault> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(());
        }
        if row >= MOST_ROWS {
            return Err(ImportFault::TooManyRows);
        }
        if column >= MOST_COLUMNS {
            return Err(ImportFault::TooManyColumns);
        }
        self.bytes = self.bytes.saturating_add(text.len()).saturating_add(1);
        if self.bytes > MOST_BYTES {
            return Err(ImportFault::TooLong);
        }
        if self.rows.len() <= row {
            self.rows.resize(row.saturating_add(1), Vec::new());
        }
        if let Some(cells) = self.rows.get_mut(row) {
            if cells.len() <= column {
                cells.resize(column.saturating_add(1), String::new());
            }
            if let Some(cell) = cells.get_mut(column) {
                text.clone_into(cell);
            }
        }
        Ok(())
    }
}

/// Rows as a text: cells separated by tabs, in quotes where anything in them could be taken for more.
pub(super) fn text_of(rows: &[Vec<String>]) -> Result<String, ImportFault> {
    let mut text = String::new();
    // Where there is one column, nothing else says what separates the cells.
    if rows.iter().all(|cells| cells.len() < 2) {
        text.push_str("sep=\t\n");
    }
    for cells in rows {
        for (at, cell) in cells.iter().enumerate() {
            if at > 0 {
                text.push('\t');
            }
            match cell.contains(['\t', '\n', '\r', '"']) {
                true => text.extend(["\"", &cell.replace('"', "\"\""), "\""]),
                false => text.push_str(cell),
            }
        }
        text.push('\n');
        if text.len() > MOST_BYTES {
            return Err(ImportFault::TooLong);
        }
    }
    Ok(text)
}
