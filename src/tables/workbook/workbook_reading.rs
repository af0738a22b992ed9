//! A file that is read in slices.

use super::super::encoding::decode;
use super::super::pace::{Pace, SlicedReading};
use super::contents::{MOST_FILE_BYTES, Workbook, WorkbookFault};
use super::file_kind::{FileKind, file_kind};
use super::{web_table, xlsx};

type Outcome = Result<Workbook, WorkbookFault>;

/// A file on its way: each step looks at a number of cells. Dropped, it stops.
///
/// ```
/// use obkatka::tables::WorkbookReading;
/// let page = "<table><tr><th>Month<th>Leads<tr><td>2027-01<td>12</table>";
/// let workbook = WorkbookReading::new(page.into()).whole()?;
/// assert_eq!(workbook.tables[0].text.as_deref(), Ok("Month\tLeads\n2027-01\t12\n"));
/// # Ok::<(), obkatka::tables::WorkbookFault>(())
/// ```
pub type WorkbookReading = SlicedReading<Outcome>;

impl WorkbookReading {
    /// Begins with nothing done.
    #[must_use]
    pub fn new(bytes: Vec<u8>) -> Self {
        Self::begun(|pace| async move { read(&pace, &bytes).await })
    }

    /// All of it at once.
    ///
    /// # Errors
    /// A [`WorkbookFault`], if the file is not read.
    pub fn whole(mut self) -> Outcome {
        loop {
            if let Some(outcome) = self.step(usize::MAX) {
                return outcome;
            }
        }
    }
}

async fn read(pace: &Pace, bytes: &[u8]) -> Outcome {
    if bytes.len() > MOST_FILE_BYTES {
        return Err(WorkbookFault::TooLarge);
    }
    let workbook = match file_kind(bytes) {
        FileKind::Packed => xlsx::workbook(pace, bytes).await?,
        FileKind::Markup => web_table::tables(pace, &decode(bytes)).await?,
        FileKind::Unreadable(fault) => return Err(fault),
        FileKind::Text => return Err(WorkbookFault::OtherFormat),
    };
    if workbook.tables.is_empty() { Err(WorkbookFault::Empty) } else { Ok(workbook) }
}
