//! Reading a table between two frames: the page stays alive, shows how far it is, and can stop it.

use crate::browser::{clock, timers};
use crate::number::reading::Language;
use crate::tables::{Import, ImportContext, ImportFault, Overrides, TableReading, read};
use leptos::prelude::*;
use std::sync::Arc;

/// What has come of reading a text.
pub type Outcome = Result<Arc<Import>, ImportFault>;

/// A text of so many bytes is read in one go: nobody sees that.
const AT_ONCE: usize = 16 * 1024;
/// How many cells are looked at first, and at least.
pub const FIRST_CELLS: usize = 500;
/// How long a part should take, in milliseconds.
const WANTED: f64 = 20.0;
/// A pause between two parts, in milliseconds, for whatever else waits.
pub const PAUSE: u32 = 0;

/// What is being read, and how it goes.
#[derive(Clone, Copy)]
pub struct Reader {
    /// How much is done, of a hundred; none where nothing is being read.
    pub done: RwSignal<Option<usize>>,
    /// What has come of it.
    read: RwSignal<Option<Outcome>>,
    /// What is read now.
    reading: StoredValue<Option<TableReading>, LocalStorage>,
    /// Counts what was begun: a step of one before does nothing.
    turn: StoredValue<u32>,
}

impl Reader {
    /// Nothing is read yet.
    pub fn new(read: RwSignal<Option<Outcome>>) -> Self {
        let (done, reading) = (RwSignal::new(None), StoredValue::new_local(None));
        Self { done, read, reading, turn: StoredValue::new(0) }
    }

    /// Reads a text in place of whatever was read before.
    pub fn begin(self, text: &str, context: ImportContext, language: Language, overrides: Overrides) {
        self.stop();
        if text.len() <= AT_ONCE {
            let outcome = read(text, &context, language, &overrides);
            return self.read.set(Some(outcome.map(Arc::new)));
        }
        // What is known of it stays in sight while the reader overrules something.
        self.reading.set_value(Some(TableReading::new(text.to_owned(), context, language, overrides)));
        self.done.set(Some(0));
        self.step_later(self.turn.get_value(), FIRST_CELLS);
    }

    /// Forgets what was read.
    pub fn clear(self) {
        self.stop();
        self.read.set(None);
    }

    fn stop(self) {
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        self.reading.set_value(None);
        self.done.set(None);
    }

    fn step_later(self, turn: u32, cells: usize) {
        timers::later(PAUSE, Box::new(move || self.step(turn, cells)));
    }

    fn step(self, turn: u32, cells: usize) {
        // The screen may be gone, and another text have been put in its place.
        if self.turn.try_get_value() != Some(turn) {
            return;
        }
        let begin = clock::ticks();
        let mut outcome = None;
        self.reading.update_value(|reading| {
            if let Some(reading) = reading {
                outcome = reading.step(cells);
                self.done.set(Some(reading.done()));
            }
        });
        match outcome {
            Some(outcome) => {
                self.reading.set_value(None);
                self.done.set(None);
                self.read.set(Some(outcome.map(Arc::new)));
            }
            None => self.step_later(turn, next(cells, clock::ticks() - begin)),
        }
    }
}

/// How many cells to look at next, where so many took so long.
pub fn next(cells: usize, took: f64) -> usize {
    match () {
        () if took > WANTED * 2.0 => (cells / 3).max(FIRST_CELLS / 10),
        () if took > WANTED => cells.saturating_sub(cells / 4),
        () if took < WANTED / 2.0 => cells.saturating_mul(2).min(1_000_000),
        () => cells,
    }
}
