//! Reading the text of a table: a short one at once, a long one between two frames.

use super::slices::Slices;
use crate::number::reading::Language;
use crate::tables::{Import, ImportContext, ImportFault, Overrides, TableReading, read};
use leptos::prelude::*;
use std::sync::Arc;

/// What has come of reading a text.
pub type Outcome = Result<Arc<Import>, ImportFault>;

/// A text of so many bytes is read in one go: nobody sees that.
const AT_ONCE: usize = 16 * 1024;

/// What is being read, and what has come of it.
#[derive(Clone, Copy)]
pub struct Reader {
    /// How it goes.
    pub slices: Slices<Result<Import, ImportFault>>,
    read: RwSignal<Option<Outcome>>,
}

impl Reader {
    /// Nothing is read yet.
    pub fn new(read: RwSignal<Option<Outcome>>) -> Self {
        Self { slices: Slices::new(), read }
    }

    /// Reads a text in place of whatever was read before.
    pub fn begin(self, text: &str, context: ImportContext, language: Language, overrides: Overrides) {
        let told = move |outcome: Result<Import, ImportFault>| self.read.set(Some(outcome.map(Arc::new)));
        if text.len() <= AT_ONCE {
            self.slices.stop();
            return told(read(text, &context, language, &overrides));
        }
        // What is known of it stays in sight while the reader overrules something.
        self.slices.begin(TableReading::new(text.to_owned(), context, language, overrides), told);
    }

    /// Forgets what was read.
    pub fn clear(self) {
        self.slices.stop();
        self.read.set(None);
    }
}
