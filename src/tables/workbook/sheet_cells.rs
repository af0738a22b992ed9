//! The cells of one sheet.

use super::super::limits::ImportFault;
use super::super::pace::Pace;
use super::cell_formats::CellFormats;
use super::cell_values::number_text;
use super::contents::WorkbookFault;
use super::markup::{Attributes, Markup, Piece};
use super::table_rows::TableRows;

/// What cells refer to.
#[derive(Debug, Default)]
pub(super) struct Shared {
    pub texts: Vec<String>,
    pub formats: CellFormats,
}

/// A cell that is being read.
#[derive(Default)]
struct Cell {
    row: usize,
    column: usize,
    kind: String,
    style: Option<usize>,
    text: String,
}

/// The cells of a sheet; or why it is not read.
pub(super) async fn rows(
    pace: &Pace,
    markup: &mut Markup<'_>,
    shared: &Shared,
    share: (usize, usize),
) -> Result<Result<TableRows, ImportFault>, WorkbookFault> {
    let mut rows = TableRows::default();
    let (mut row, mut next_row, mut next_column) = (0_usize, 0_usize, 0_usize);
    let mut cell: Option<Cell> = None;
    let mut is_in_value = false;
    loop {
        pace.cell().await;
        let (at, all) = markup.progress();
        pace.reach(share, at, all);
        let Some(piece) = markup.next()? else { return Ok(Ok(rows)) };
        match piece {
            Piece::Open("row", attributes, _) => {
                row = attributes.number("r").and_then(|row| row.checked_sub(1)).unwrap_or(next_row);
                next_row = row.saturating_add(1);
                next_column = 0;
            }
            Piece::Open("c", attributes, is_closed) => {
                let begun = Cell::new(attributes, row, next_column);
                next_column = begun.column.saturating_add(1);
                cell = (!is_closed).then_some(begun);
            }
            Piece::Open("v" | "t", _, false) => is_in_value = true,
            Piece::Close("v" | "t") => is_in_value = false,
            Piece::Text(text) if is_in_value => {
                if let Some(cell) = &mut cell {
                    cell.text.push_str(&text);
                }
            }
            Piece::Close("c") => {
                let Some(cell) = cell.take() else { continue };
                if let Err(fault) = rows.put(cell.row, cell.column, &cell.shown(shared)) {
                    return Ok(Err(fault));
                }
            }
            Piece::Close("sheetData") => return Ok(Ok(rows)),
            _ => {}
        }
    }
}

impl Cell {
    fn new(attributes: Attributes<'_>, row: usize, next: usize) -> Self {
        let place = attributes.value("r").and_then(|name| place(&name));
        let (row, column) = place.unwrap_or((row, next));
        Self {
            row,
            column,
            kind: attributes.value("t").unwrap_or_default(),
            style: attributes.number("s"),
            text: String::new(),
        }
    }

    /// Its value as text.
    fn shown(&self, shared: &Shared) -> String {
        let raw = self.text.trim();
        match self.kind.as_str() {
            "s" => raw.parse().ok().and_then(|at: usize| shared.texts.get(at)).cloned().unwrap_or_default(),
            "str" | "inlineStr" => tidy(&self.text),
            "b" => if raw == "1" { "true" } else { "false" }.to_owned(),
            "e" => raw.to_owned(),
            "d" => raw.strip_suffix("T00:00:00").unwrap_or(raw).replace('T', " "),
            _ => {
                let format = self.style.map(|style| shared.formats.of_style(style)).unwrap_or_default();
                number_text(raw, format, shared.formats.is_1904)
            }
        }
    }
}

/// A text without what stands for the end of a line in it.
pub(super) fn tidy(text: &str) -> String {
    text.replace("_x000D_", "").replace("_x000A_", " ").replace(['\n', '\r', '\t'], " ").trim().to_owned()
}

/// Row and column of a place such as `AB12`, counted from nothing.
fn place(name: &str) -> Option<(usize, usize)> {
    let digits = name.find(|mark: char| mark.is_ascii_digit())?;
    let (letters, digits) = name.split_at_checked(digits)?;
    let column = letters.bytes().try_fold(0_usize, |column, letter| {
        let value = usize::from(letter.to_ascii_uppercase().checked_sub(b'A').filter(|value| *value < 26)?);
        column.checked_mul(26)?.checked_add(value)?.checked_add(1)
    });
    Some((digits.parse::<usize>().ok()?.checked_sub(1)?, column?.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn places() {
        assert_eq!(
            ["A1", "Z2", "AA10", "XFD1"].map(place),
            [Some((0, 0)), Some((1, 25)), Some((9, 26)), Some((0, 16_383))]
        );
        assert_eq!(["", "A", "1", "A0", "ÄA1", "A-1", "AAAAAAAAAAAAAAAAAAAAAAA1"].map(place), [None; 7]);
    }
}
