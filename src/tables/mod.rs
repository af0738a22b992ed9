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
mod sheet;
mod synonyms;
mod unnamed_values;
mod words;

pub use ambiguity::Ambiguity;
pub use cell_grid::{CellGrid, CellMove, TextEnds};
pub use changes::{FactChange, FactChanges};
pub use choices::NameKind;
pub use context::{ImportContext, Overrides};
pub use encoding::decode;
pub use formats::{BadReason, DateFormat, Detected, NumberFormat};
pub use import::{
    BadCell, BadPlace, ColumnReading, Import, Note, ReadCell, RowReading, TableShape, Unmatched,
};
pub use limits::{ImportFault, MOST_BYTES, MOST_COLUMNS, MOST_ROWS, too_much};
pub use mapping::{ChannelMatch, ColumnMapping, Skipped};

use crate::number::reading::Language;
use builder::ImportBuilder;
use headings::Lexicon;
use sheet::Sheet;

/// Reads a table: what is in it, and how it was understood. Pure: the same text, plan and overrides give the same.
///
/// ```
/// use obkatka::model::{ChannelFact, Currency, Fact, YearMonth};
/// use obkatka::number::reading::Language;
/// use obkatka::tables::{ImportContext, Overrides, TableShape, read};
///
/// let channels = vec![("a".to_owned(), "Контекст".to_owned())];
/// let (start, currency) = (YearMonth::new(2027, 1), Currency::Rub);
/// let context = ImportContext {
///     channels, stages: Vec::new(), client_stage: None, start, focus: None, currency,
/// };
/// let text = "Месяц\tКанал\tРасход\nянв.27\tконтекст\t150 000,50";
/// let import = read(text, &context, Language::Russian, &Overrides::default())?;
/// assert_eq!((import.shape, import.months), (TableShape::Long, vec![YearMonth::new(2027, 1)]));
/// assert_eq!(import.cells[0].fact, Fact::Channel(ChannelFact::Spend));
/// assert_eq!(import.cells[0].value.to_string(), "150000.5");
/// # Ok::<(), obkatka::tables::ImportFault>(())
/// ```
///
/// # Errors
/// An [`ImportFault`], if nothing stands in the text, or too much.
pub fn read(
    text: &str,
    context: &ImportContext,
    language: Language,
    overrides: &Overrides,
) -> Result<Import, ImportFault> {
    let rows = delimited::rows(text)?;
    let lexicon = Lexicon::new(context, overrides);
    let mut sheet = Sheet { rows: &rows, context, language, overrides, lexicon: &lexicon, header: None };
    sheet.header = if overrides.bare { None } else { sheet.find_header() };
    let (shape, mut found) = understood(&mut sheet);
    found.notes.extend(ambiguous_dates::notes(&sheet, &found.columns));
    found.notes.extend(currencies::others(&sheet, &found.columns));
    let header = sheet.header;
    Ok(found.import(shape, header, rows))
}

/// The shape of a table and what is in it.
fn understood(sheet: &mut Sheet) -> (TableShape, ImportBuilder) {
    let is_told = !sheet.overrides.bare && !sheet.overrides.columns.is_empty();
    if sheet.header.is_none() && !is_told {
        sheet.header = block::first_row(sheet.rows).checked_sub(1);
        let columns = block::columns(sheet);
        return (TableShape::Bare, block::gather(sheet, columns));
    }
    if let Some(columns) = deals::columns(sheet) {
        return (TableShape::Deals, deals::gather(sheet, columns));
    }
    let (columns, figure) = sheet.columns();
    let shape = month_table::shape(&columns);
    let mut found = month_table::gather(sheet, columns);
    found.figure = figure;
    (shape, found)
}
