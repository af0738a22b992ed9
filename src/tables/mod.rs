//! Facts out of tables that people paste from a spreadsheet or load from a CSV: every column with what it was mapped
//! to, every fact with its month and channel, and every cell that could not be read.
//!
//! A table is understood by its headings and cells, and nothing is guessed in silence: cells vote for the formats of
//! their column's numbers and dates, and a vote that could have gone otherwise is shown; names that the plan does not
//! have are listed; the reader can overrule everything and have the same text read again.
//!
//! **Never:** writes nothing into the document, computes nothing of the plan, words no message, knows no screen.

mod ambiguity;
mod ambiguous_dates;
mod assumptions;
mod block;
mod builder;
mod cell_grid;
mod changes;
mod choices;
mod columns;
mod context;
mod currencies;
mod dates;
mod deal_counts;
mod deal_status;
mod deals;
mod delimited;
mod encoding;
mod formats;
mod header_row;
mod headings;
mod import;
mod limits;
mod mapping;
mod month_table;
mod name_matching;
mod numbers;
mod pace;
mod periods;
mod reading;
mod serial_days;
mod sheet;
mod synonyms;
mod table_reading;
mod unnamed_values;
mod words;
mod workbook;

pub use ambiguity::Ambiguity;
pub use cell_grid::{CellGrid, CellMove, TextEnds};
pub use changes::{FactChange, FactChanges};
pub use choices::NameKind;
pub use context::{ImportContext, Overrides};
pub use currencies::codes as currency_codes;
pub use encoding::decode;
pub use formats::{BadReason, DateFormat, Detected, NumberFormat};
pub use import::{
    BadCell, BadPlace, ColumnReading, Import, Note, ReadCell, RowCounts, RowReading, TableShape, Unmatched,
};
pub use limits::{ImportFault, MOST_BYTES, MOST_COLUMNS, MOST_ROWS, head, too_much};
pub use mapping::{ChannelMatch, ColumnMapping, Skipped};
pub use pace::SlicedReading;
pub use reading::read;
pub use table_reading::TableReading;
pub use workbook::{
    FileKind, MOST_FILE_BYTES, Workbook, WorkbookFault, WorkbookReading, WorkbookTable, file_kind,
};
