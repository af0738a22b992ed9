//! Reading between two frames: the page stays alive, shows how far it is, and can stop it.

use crate::browser::{clock, timers};
use crate::tables::SlicedReading;
use leptos::prelude::*;

/// How many cells are looked at first, and at least.
const FIRST_CELLS: usize = 500;
/// How long a part should take, in milliseconds.
const WANTED: f64 = 20.0;
/// A pause between two parts, in milliseconds, for whatever else waits.
const PAUSE: u32 = 0;

/// What is being read, and how it goes.
pub struct Slices<T: 'static> {
    /// How much is done, of a hundred; none where nothing is being read.
    pub done: RwSignal<Option<usize>>,
    reading: StoredValue<Option<SlicedReading<T>>, LocalStorage>,
    /// Counts what was begun: a step of one before does nothing.
    turn: StoredValue<u32>,
}

impl<T> Clone for Slices<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Slices<T> {}

impl<T> Slices<T> {
    /// Nothing is being read.
    pub fn new() -> Self {
        let (done, reading) = (RwSignal::new(None), StoredValue::new_local(None));
        Self { done, reading, turn: StoredValue::new(0) }
    }

    /// Reads something in place of whatever is being read; `then` is told what has come of it.
    pub fn begin(self, reading: SlicedReading<T>, then: impl FnOnce(T) + 'static) {
        self.stop();
        self.reading.set_value(Some(reading));
        self.done.set(Some(0));
        self.step_later(self.turn.get_value(), FIRST_CELLS, Box::new(then));
    }

    /// Stops, and nothing comes of it.
    pub fn stop(self) {
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        self.reading.set_value(None);
        self.done.set(None);
    }

    fn step_later(self, turn: u32, cells: usize, then: Box<dyn FnOnce(T)>) {
        timers::later(PAUSE, Box::new(move || self.step(turn, cells, then)));
    }

    fn step(self, turn: u32, cells: usize, then: Box<dyn FnOnce(T)>) {
        // The screen may be gone, and something else be read in its place.
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
                self.stop();
                then(outcome);
            }
            None => self.step_later(turn, next(cells, clock::ticks() - begin), then),
        }
    }
}

/// How many cells to look at next, where so many took so long.
fn next(cells: usize, took: f64) -> usize {
    match () {
        () if took > WANTED * 2.0 => (cells / 3).max(FIRST_CELLS / 10),
        () if took > WANTED => cells.saturating_sub(cells / 4),
        () if took < WANTED / 2.0 => cells.saturating_mul(2).min(1_000_000),
        () => cells,
    }
}
