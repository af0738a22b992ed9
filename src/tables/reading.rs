//! A table from its text to what it comes to.

use super::builder::ImportBuilder;
use super::context::{ImportContext, Overrides};
use super::headings::Lexicon;
use super::import::{Import, TableShape};
use super::limits::ImportFault;
use super::pace::{Pace, finished};
use super::sheet::Sheet;
use super::{ambiguous_dates, assumptions, block, currencies, deals, delimited, month_table};
use crate::number::reading::Language;
use core::pin::pin;

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
    let pace = Pace::default();
    let mut reading = pin!(read_paced(&pace, text, context, language, overrides));
    loop {
        pace.refill(usize::MAX);
        if let Some(outcome) = finished(reading.as_mut()) {
            return outcome;
        }
    }
}

/// The same, with a rest whenever enough cells have been looked at.
pub(super) async fn read_paced(
    pace: &Pace,
    text: &str,
    context: &ImportContext,
    language: Language,
    overrides: &Overrides,
) -> Result<Import, ImportFault> {
    let rows = delimited::rows(pace, text).await?;
    let lexicon = Lexicon::new(context, overrides);
    let mut sheet =
        Sheet { rows: &rows, context, language, overrides, lexicon: &lexicon, header: None, pace };
    sheet.header = if overrides.bare { None } else { sheet.find_header() };
    let (shape, mut found) = understood(&mut sheet).await;
    found.notes.extend(assumptions::notes(&sheet, &found.columns));
    found.notes.extend(ambiguous_dates::notes(&sheet, &found.columns).await);
    found.notes.extend(currencies::others(&sheet, &found.columns).await);
    let header = sheet.header;
    Ok(found.import(shape, header, rows))
}

/// The shape of a table and what is in it.
async fn understood(sheet: &mut Sheet<'_>) -> (TableShape, ImportBuilder) {
    let is_told = !sheet.overrides.bare && !sheet.overrides.columns.is_empty();
    if sheet.header.is_none() && !is_told {
        sheet.header = block::first_row(sheet).await.checked_sub(1);
        let columns = block::columns(sheet).await;
        return (TableShape::Bare, block::gather(sheet, columns).await);
    }
    if let Some(columns) = deals::columns(sheet).await {
        return (TableShape::Deals, deals::gather(sheet, columns).await);
    }
    let (columns, figure) = sheet.columns().await;
    let shape = month_table::shape(&columns);
    let mut found = month_table::gather(sheet, columns).await;
    found.figure = figure;
    (shape, found)
}
