//! Facts out of what people paste from a spreadsheet or load from a CSV: every column with what it was taken
//! for, every figure with its month, channel and target, and every cell that could not be read.
//!
//! A table is understood by its headings and cells, and nothing is guessed in silence: the columns vote for the
//! forms of their numbers and dates and say what else they could be; names that the plan does not have are
//! reported; the reader can overrule each of it and have the same text read again.
//!
//! **Never:** writes nothing into the document, computes nothing of the plan, words no message, knows no screen.

mod assumed;
mod block;
mod columns;
mod currencies;
mod dates;
mod deals;
mod decode;
mod doubts;
mod gathering;
mod header;
mod headings;
mod names;
mod numbers;
mod report;
mod sheet;
mod standing;
mod synonyms;
mod table;
mod taken;
mod tallying;

pub use dates::DateForm;
pub use decode::decode;
pub use numbers::NumberForm;
pub use report::{
    BadCell, BadPlace, BadReason, ColumnReading, Import, ImportFault, Layout, Left, Named, Note, Overrides,
    ReadCell, RowReading, Shape, Taken, Target, Unmatched, Vote,
};

use crate::number::reading::Language;
use columns::Sheet;
use headings::Lexicon;
use names::Names;

/// The longest text that is read, in bytes.
pub const MOST_BYTES: usize = 1 << 20;

/// The most rows that are read.
pub const MOST_ROWS: usize = 20_000;

/// The most columns that are read.
pub const MOST_COLUMNS: usize = 100;

/// Reads a table: what is in it, and how it was understood. Pure: the same text, plan and overrides give the same.
///
/// ```
/// use obkatka::tables::{Layout, Overrides, Shape, Target, read};
/// use obkatka::model::{Currency, YearMonth};
/// use obkatka::number::reading::Language;
///
/// let channels = vec![("a".to_owned(), "Контекст".to_owned())];
/// let (start, currency) = (YearMonth::new(2027, 1), Currency::Rub);
/// let layout = Layout { channels, stages: Vec::new(), start, focus: None, currency };
/// let text = "Месяц\tКанал\tРасход\nянв.27\tконтекст\t150 000,50";
/// let import = read(text, &layout, Language::Russian, &Overrides::default())?;
/// assert_eq!((import.shape, import.months), (Shape::Long, vec![YearMonth::new(2027, 1)]));
/// assert_eq!((&import.cells[0].target, import.cells[0].value.to_string()), (&Target::Spend, "150000.5".to_owned()));
/// # Ok::<(), obkatka::tables::ImportFault>(())
/// ```
///
/// # Errors
/// An [`ImportFault`], if nothing stands in the text, or too much.
pub fn read(
    text: &str,
    layout: &Layout,
    language: Language,
    overrides: &Overrides,
) -> Result<Import, ImportFault> {
    let rows = sheet::rows(text)?;
    let lexicon = Lexicon {
        channels: Names::new(&layout.channels, &overrides.channels),
        stages: Names::new(&layout.stages, &overrides.stages),
    };
    let mut sheet = Sheet { rows: &rows, layout, language, overrides, lexicon: &lexicon, header: None };
    sheet.header = if overrides.bare { None } else { sheet.find_header() };
    let (shape, mut found) = understood(&mut sheet);
    found.notes.extend(doubts::dates(&sheet, &found.columns));
    found.notes.extend(currencies::others(&sheet, &found.columns));
    let header = sheet.header;
    Ok(found.import(shape, header, rows))
}

/// The shape of a table and what is in it.
fn understood(sheet: &mut Sheet) -> (Shape, gathering::Gathering) {
    let is_told = !sheet.overrides.bare && !sheet.overrides.columns.is_empty();
    if sheet.header.is_none() && !is_told {
        sheet.header = block::first_row(sheet.rows).checked_sub(1);
        let columns = block::columns(sheet);
        return (Shape::Bare, block::gather(sheet, columns));
    }
    if let Some(columns) = deals::columns(sheet) {
        return (Shape::Deals, deals::gather(sheet, columns));
    }
    let (columns, figure) = sheet.columns();
    let shape = table::shape(&columns);
    let mut found = table::gather(sheet, columns);
    found.figure = figure;
    (shape, found)
}
