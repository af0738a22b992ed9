//! A table that is read in slices.

use super::context::{ImportContext, Overrides};
use super::import::Import;
use super::limits::ImportFault;
use super::pace::SlicedReading;
use super::reading::read_paced;
use crate::number::reading::Language;

type Outcome = Result<Import, ImportFault>;

/// A table on its way: each step looks at a number of cells. Dropped, it stops, and nothing has come of it.
///
/// ```
/// use obkatka::model::{Currency, YearMonth};
/// use obkatka::number::reading::Language;
/// use obkatka::tables::{ImportContext, Overrides, TableReading, read};
///
/// let (start, currency) = (YearMonth::new(2027, 1), Currency::Rub);
/// let context = ImportContext {
///     channels: Vec::new(), stages: Vec::new(), client_stage: None, start, focus: None, currency,
/// };
/// let (text, language) = ("Month\tCash\n2027-01\t500\n2027-02\t700", Language::English);
/// let whole = read(text, &context, language, &Overrides::default());
/// let mut reading = TableReading::new(text.into(), context, language, Overrides::default());
/// let mut steps = 1;
/// let sliced = loop {
///     match reading.step(4) {
///         Some(outcome) => break outcome,
///         None => steps += 1,
///     }
/// };
/// assert_eq!(sliced, whole);
/// assert!(steps > 2);
/// ```
pub type TableReading = SlicedReading<Outcome>;

impl TableReading {
    /// Begins with nothing done.
    pub fn new(text: String, context: ImportContext, language: Language, overrides: Overrides) -> Self {
        Self::begun(|pace| async move { read_paced(&pace, &text, &context, language, &overrides).await })
    }
}
