//! What is known of a file of a spreadsheet that is open.

use crate::tables::{Workbook, WorkbookReading};
use leptos::prelude::*;
use std::sync::Arc;

/// A file that is open, or being read.
#[derive(Clone, Copy)]
pub struct WorkbookFile {
    /// How much of it is read, of a hundred; none where nothing is being read.
    pub done: RwSignal<Option<usize>>,
    /// Its tables, once it is read.
    pub tables: RwSignal<Option<Arc<Workbook>>>,
    /// Which of them is looked at.
    pub chosen: RwSignal<usize>,
    /// What reads it.
    pub reading: StoredValue<Option<WorkbookReading>, LocalStorage>,
    /// Counts what was begun: a step of one before does nothing.
    pub turn: StoredValue<u32>,
}

impl WorkbookFile {
    /// None is open.
    pub fn new() -> Self {
        Self {
            done: RwSignal::new(None),
            tables: RwSignal::new(None),
            chosen: RwSignal::new(0),
            reading: StoredValue::new_local(None),
            turn: StoredValue::new(0),
        }
    }

    /// Stops reading it, and forgets it.
    pub fn forget(self) {
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        self.reading.set_value(None);
        self.done.set(None);
        self.tables.set(None);
    }
}
