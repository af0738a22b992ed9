//! Several tables in one sheet, told apart.

use super::super::limits::ImportFault;
use super::contents::WorkbookTable;
use super::table_rows::{TableRows, text_of};
use crate::number::Decimal;

type Row = Vec<String>;

/// How many blocks of a sheet are held against what stands above them; what follows belongs to the last.
const MOST_BLOCKS: usize = 500;

/// The tables of a sheet: one below the other, with an empty row between and other headings; or side by side, where the
/// same first heading stands once more after an empty column.
pub(super) fn tables(rows: &[Row]) -> Vec<Vec<Row>> {
    let mut tables: Vec<Vec<Row>> = Vec::new();
    let blocks = rows.split(|row| row.iter().all(String::is_empty)).filter(|block| !block.is_empty());
    for (at, block) in blocks.enumerate() {
        match tables.last_mut() {
            Some(last) if at >= MOST_BLOCKS || !is_other_table(last, block) => {
                last.push(Vec::new());
                last.extend_from_slice(block);
            }
            _ => tables.push(block.to_vec()),
        }
    }
    tables.into_iter().flat_map(|table| beside(&table)).collect()
}

/// Whether a block below a table is one of its own: headings that are not repeated, and figures below them.
fn is_other_table(above: &[Row], block: &[Row]) -> bool {
    let Some((header, rows)) = block.split_first() else { return false };
    let has_figures = |rows: &[Row]| rows.iter().flatten().any(|cell| is_figure(cell));
    is_header(header) && has_figures(rows) && has_figures(above) && !above.contains(header)
}

fn is_header(row: &Row) -> bool {
    let mut filled = row.iter().filter(|cell| !cell.is_empty());
    row.iter().filter(|cell| !cell.is_empty()).count() >= 2 && !filled.any(|cell| is_figure(cell))
}

fn is_figure(cell: &str) -> bool {
    cell.trim_end_matches('%').parse::<Decimal>().is_ok()
}

/// Tables side by side.
fn beside(table: &[Row]) -> Vec<Vec<Row>> {
    let starts = starts(table).unwrap_or_default();
    if starts.len() < 2 {
        return vec![table.to_vec()];
    }
    let ends = starts.iter().skip(1).copied().chain([usize::MAX]);
    let part = |row: &Row, start: usize, end: usize| -> Row {
        let mut cells: Row = row.iter().take(end).skip(start).cloned().collect();
        while cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        cells
    };
    let parts = starts.iter().zip(ends);
    parts.map(|(&start, end)| table.iter().map(|row| part(row, start, end)).collect()).collect()
}

/// The columns in which tables side by side begin.
fn starts(table: &[Row]) -> Option<Vec<usize>> {
    let header = table.iter().find(|row| is_header(row))?;
    let first = header.iter().find(|cell| !cell.is_empty())?;
    let is_empty = |column: usize| table.iter().all(|row| row.get(column).is_none_or(String::is_empty));
    let begins =
        |&(column, cell): &(usize, &String)| cell == first && column.checked_sub(1).is_none_or(is_empty);
    Some(header.iter().enumerate().filter(begins).map(|(column, _)| column).collect())
}

/// Adds what stands in a sheet: one table, or several.
pub(super) fn add_tables(all: &mut Vec<WorkbookTable>, name: &str, rows: Result<TableRows, ImportFault>) {
    let parts = match rows {
        Ok(rows) => tables(&rows.rows),
        Err(fault) => return all.push(WorkbookTable { name: name.to_owned(), part: 0, text: Err(fault) }),
    };
    let is_one = parts.len() == 1;
    all.extend(parts.iter().enumerate().map(|(at, rows)| WorkbookTable {
        name: name.to_owned(),
        part: if is_one { 0 } else { at.saturating_add(1) },
        text: text_of(rows),
    }));
}

#[cfg(test)]
mod tests {
    use super::tables;

    fn check(text: &str, expected: &[&str]) {
        let rows: Vec<Vec<String>> =
            text.lines().map(|line| line.split('\t').map(str::to_owned).collect()).collect();
        let written =
            |rows: &Vec<Vec<String>>| rows.iter().map(|row| row.join("\t")).collect::<Vec<_>>().join("\n");
        assert_eq!(tables(&rows).iter().map(written).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn below_and_beside() {
        check("M\tA\n1\t2\n\t\nX\tY\n3\t4", &["M\tA\n1\t2", "X\tY\n3\t4"]);
        // Headings once more, a total, a remark: one table.
        check("M\tA\n1\t2\n\nM\tA\n3\t4", &["M\tA\n1\t2\n\nM\tA\n3\t4"]);
        check("M\tA\n1\t2\n\nTotal\t2\n\nBy\tIvanov", &["M\tA\n1\t2\n\nTotal\t2\n\nBy\tIvanov"]);
        check("M\tA\t\tM\tB\n1\t2\t\t3\t4\n5\t6", &["M\tA\n1\t2\n5\t6", "M\tB\n3\t4\n"]);
        // An empty column within a table.
        check("M\tA\t\tB\n1\t2\t\t4", &["M\tA\t\tB\n1\t2\t\t4"]);
        check("", &[]);
    }
}
