//! Files of spreadsheets, `.xlsx` above all, into tables as text: dates and numbers come from the cells' own types, and are
//! written so that they can be read one way only. Also what calls itself `.xls` and is a page of HTML or XML.
//!
//! Everything is bounded: what a packed file unpacks to, rows, columns, text. Why no library: docs/adr/0037.
//!
//! **Never:** guesses what a table says; unpacks more than it was asked for.

mod cell_formats;
mod cell_values;
mod contents;
mod file_kind;
mod markup;
mod package;
mod sheet_cells;
mod split_tables;
mod table_rows;
mod web_table;
mod workbook_reading;
mod xlsx;
mod zip;

pub use contents::{MOST_FILE_BYTES, Workbook, WorkbookFault, WorkbookTable};
pub use file_kind::{FileKind, file_kind};
pub use workbook_reading::WorkbookReading;
