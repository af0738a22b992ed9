//! What is known of a file of a spreadsheet that is open.

use super::slices::Slices;
use crate::tables::{Workbook, WorkbookFault};
use leptos::prelude::*;
use std::sync::Arc;

/// A file that is open, or being read.
#[derive(Clone, Copy)]
pub struct WorkbookFile {
    /// How reading it goes.
    pub slices: Slices<Result<Workbook, WorkbookFault>>,
    /// Its tables, once it is read.
    pub tables: RwSignal<Option<Arc<Workbook>>>,
    /// Which of them is looked at.
    pub chosen: RwSignal<usize>,
}

impl WorkbookFile {
    /// None is open.
    pub fn new() -> Self {
        Self { slices: Slices::new(), tables: RwSignal::new(None), chosen: RwSignal::new(0) }
    }

    /// Stops reading it, and forgets it.
    pub fn forget(self) {
        self.slices.stop();
        self.tables.set(None);
    }
}
