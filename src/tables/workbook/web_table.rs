//! Tables of a page: HTML that calls itself `.xls`, as many CRMs write it, and the XML of Excel 2003.

use super::super::limits::ImportFault;
use super::super::pace::Pace;
use super::contents::{Workbook, WorkbookFault};
use super::markup::{Attributes, Markup, Piece};
use super::sheet_cells::tidy;
use super::split_tables::add_tables;
use super::table_rows::TableRows;
use super::zip::Stream;

/// The most tables that are looked at.
const MOST_TABLES: usize = 200;
/// The most columns that a cell stands in, or rows.
const MOST_SPAN: usize = 300;

/// A table that is being read.
#[derive(Default)]
struct WebTable {
    name: String,
    rows: TableRows,
    fault: Option<ImportFault>,
    row: usize,
    column: usize,
    /// Where the cell stands that is being read.
    cell_column: usize,
    has_begun: bool,
    /// Columns that cells above reach down into: for how many rows yet.
    taken: Vec<usize>,
    cell: Option<String>,
}

impl WebTable {
    fn begin_row(&mut self, place: Option<usize>) {
        self.end_cell();
        if self.has_begun {
            self.row = self.row.saturating_add(1);
        }
        self.has_begun = true;
        self.row = place.and_then(|place| place.checked_sub(1)).unwrap_or(self.row);
        self.column = 0;
        for left in &mut self.taken {
            *left = left.saturating_sub(1);
        }
    }

    fn begin_cell(&mut self, attributes: Attributes<'_>) {
        self.end_cell();
        while self.taken.get(self.column).is_some_and(|&left| left > 0) {
            self.column = self.column.saturating_add(1);
        }
        if let Some(place) = attributes.number("Index").and_then(|place| place.checked_sub(1)) {
            self.column = place;
        }
        let span = |name| attributes.number(name).unwrap_or(1).clamp(1, MOST_SPAN);
        let across = attributes.number("MergeAcross").unwrap_or(0).min(MOST_SPAN);
        let (width, height) = (span("colspan").saturating_add(across), span("rowspan"));
        self.cell = Some(String::new());
        let end = self.column.saturating_add(width);
        if height > 1 && end <= MOST_SPAN.saturating_mul(2) {
            self.taken.resize(self.taken.len().max(end), 0);
            let columns = self.taken.iter_mut().take(end).skip(self.column);
            // The row that it stands in counts as the first.
            columns.for_each(|left| *left = height);
        }
        self.next_column(end);
    }

    /// The cell stands in the first of its columns: what comes after it stands behind the last.
    fn next_column(&mut self, end: usize) {
        self.cell_column = self.column;
        self.column = end;
    }

    fn end_cell(&mut self) {
        let Some(text) = self.cell.take() else { return };
        let text = text.replace('\u{A0}', " ");
        let text = tidy(&text);
        let text = text.strip_suffix("T00:00:00.000").unwrap_or(&text);
        if let Err(fault) = self.rows.put(self.row, self.cell_column, text) {
            self.fault.get_or_insert(fault);
        }
    }
}

/// Reads the tables of a page.
pub(super) async fn tables(pace: &Pace, text: &str) -> Result<Workbook, WorkbookFault> {
    let mut markup = Markup::new(Stream::plain(text.as_bytes()));
    let (mut done, mut open): (Vec<WebTable>, Vec<WebTable>) = (Vec::new(), Vec::new());
    let (mut name, mut is_hidden) = (String::new(), false);
    loop {
        pace.cell().await;
        let (at, all) = markup.progress();
        pace.reach((0, 100), at, all);
        let Some(piece) = markup.next()? else { break };
        let is_full = done.len().saturating_add(open.len()) >= MOST_TABLES;
        match piece {
            Piece::Open(tag, attributes, is_closed) => {
                let tag = tag.to_ascii_lowercase();
                match (tag.as_str(), open.last_mut()) {
                    ("script" | "style", _) => is_hidden = !is_closed,
                    ("worksheet", _) => name = attributes.value("Name").unwrap_or_default(),
                    ("table", _) if !is_full && !is_closed => {
                        open.push(WebTable { name: name.clone(), ..WebTable::default() });
                    }
                    ("tr" | "row", Some(table)) => table.begin_row(attributes.number("Index")),
                    ("td" | "th" | "cell", Some(table)) => table.begin_cell(attributes),
                    ("br" | "p" | "div", Some(WebTable { cell: Some(cell), .. })) => cell.push(' '),
                    _ => {}
                }
            }
            Piece::Close(tag) => match (tag.to_ascii_lowercase().as_str(), open.last_mut()) {
                ("script" | "style", _) => is_hidden = false,
                ("td" | "th" | "cell" | "tr" | "row", Some(table)) => table.end_cell(),
                ("table", Some(_)) => done.extend(open.pop().map(WebTable::ended)),
                _ => {}
            },
            Piece::Text(text) => {
                if let Some(WebTable { cell: Some(cell), .. }) = open.last_mut().filter(|_| !is_hidden) {
                    cell.push_str(&text);
                }
            }
        }
    }
    done.extend(open.into_iter().map(WebTable::ended));
    let mut workbook = Workbook::default();
    for table in done {
        let rows = table.fault.map_or(Ok(table.rows), Err);
        add_tables(&mut workbook.tables, &table.name, rows);
    }
    Ok(workbook)
}

impl WebTable {
    fn ended(mut self) -> Self {
        self.end_cell();
        self
    }
}
