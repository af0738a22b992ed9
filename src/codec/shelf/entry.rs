//! One line of the list of documents.

use super::Moment;
use crate::codec::file::Opened;
use serde::{Deserialize, Serialize};

/// One document of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its id.
    pub id: String,
    /// Its name; empty where it has none or cannot be read.
    pub name: String,
    /// When it was saved last; 0 where that is not known.
    pub saved: Moment,
    /// Bytes of its text.
    pub size: usize,
}

impl Entry {
    pub(super) fn of(id: &str, opened: &Opened, size: usize) -> Self {
        let saved = opened.stamp.saved.as_ref().and_then(|saved| saved.parse().ok()).unwrap_or_default();
        Self { id: id.to_owned(), name: opened.model.about.name.clone(), saved, size }
    }
}
