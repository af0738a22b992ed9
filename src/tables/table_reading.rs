//! A table that is read in slices.

use super::context::{ImportContext, Overrides};
use super::import::Import;
use super::limits::ImportFault;
use super::pace::{Pace, finished};
use super::reading::read_paced;
use crate::number::reading::Language;
use core::future::Future;
use core::pin::Pin;
use std::rc::Rc;

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
pub struct TableReading {
    pace: Rc<Pace>,
    /// None as soon as it has come to its end.
    work: Option<Pin<Box<dyn Future<Output = Outcome>>>>,
}

impl TableReading {
    /// Begins with nothing done.
    pub fn new(text: String, context: ImportContext, language: Language, overrides: Overrides) -> Self {
        let pace = Rc::new(Pace::default());
        let own = Rc::clone(&pace);
        let work = async move { read_paced(&own, &text, &context, language, &overrides).await };
        Self { pace, work: Some(Box::pin(work)) }
    }

    /// Looks at about so many cells more. What has come of it, when all is read; it is told once.
    pub fn step(&mut self, cells: usize) -> Option<Outcome> {
        self.pace.refill(cells);
        let outcome = finished(self.work.as_mut()?.as_mut())?;
        self.work = None;
        Some(outcome)
    }

    /// How much is done, of a hundred.
    pub fn done(&self) -> usize {
        self.pace.done()
    }
}
