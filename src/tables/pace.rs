//! Reading in slices: a long table is read a number of cells at a time, so that a page stays alive meanwhile and can stop it.

use core::cell::Cell;
use core::future::{Future, poll_fn};
use core::pin::Pin;
use core::task::{Context, Poll, Waker};
use std::rc::Rc;

/// How far reading is, and how much of it is done in one go.
#[derive(Debug, Default)]
pub(super) struct Pace {
    /// Cells that may still be looked at before a rest.
    left: Cell<usize>,
    /// How much of it is done, of a hundred.
    done: Cell<usize>,
}

impl Pace {
    /// Lets so many cells be looked at until the next rest.
    pub fn refill(&self, cells: usize) {
        self.left.set(cells.max(1));
    }

    /// A cell is about to be looked at: rests first, if there have been enough.
    pub async fn cell(&self) {
        self.cells(1).await;
    }

    /// The same of so many at once.
    pub async fn cells(&self, count: usize) {
        poll_fn(|_| if self.left.get() == 0 { Poll::Pending } else { Poll::Ready(()) }).await;
        self.left.set(self.left.get().saturating_sub(count));
    }

    /// How much is done, of a hundred.
    pub fn done(&self) -> usize {
        self.done.get()
    }

    /// Says that so much of a part is done which leads from one hundredth to another.
    pub fn reach(&self, (from, to): (usize, usize), at: usize, all: usize) {
        let share = to.saturating_sub(from).saturating_mul(at.min(all)).checked_div(all).unwrap_or_default();
        self.done.set(from.saturating_add(share).max(self.done.get()));
    }
}

/// The outcome of work that needs nobody to wake it, unless it rests.
pub(super) fn finished<T>(work: Pin<&mut (impl Future<Output = T> + ?Sized)>) -> Option<T> {
    match work.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(outcome) => Some(outcome),
        Poll::Pending => None,
    }
}

/// Something on its way that is read in slices: each step looks at a number of cells. Dropped, it stops, and nothing has
/// come of it. See [`TableReading`](super::TableReading) and [`WorkbookReading`](super::WorkbookReading).
pub struct SlicedReading<T> {
    pace: Rc<Pace>,
    /// None as soon as it has come to its end.
    work: Option<Pin<Box<dyn Future<Output = T>>>>,
}

impl<T> SlicedReading<T> {
    /// Begins with nothing done; the work is told at which pace to go.
    pub(super) fn begun<W: Future<Output = T> + 'static>(work: impl FnOnce(Rc<Pace>) -> W) -> Self {
        let pace = Rc::new(Pace::default());
        Self { work: Some(Box::pin(work(Rc::clone(&pace)))), pace }
    }

    /// Looks at about so many cells more. What has come of it, when all is read; it is told once.
    pub fn step(&mut self, cells: usize) -> Option<T> {
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
