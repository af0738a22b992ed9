//! One line of the list of documents.

use super::store::Moment;
use crate::codec::file::Opened;
use crate::codec::members::Members;
use serde::Serialize;
use serde_json::value::RawValue;

/// One document of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
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

    /// A line of the stored list; none where it names no document.
    pub(super) fn read(line: &RawValue) -> Option<Self> {
        let members = Members::of(line.get()).ok()??;
        Some(Self {
            id: members.text("id")?,
            name: members.text("name")?,
            saved: members.whole("saved").unwrap_or_default(),
            size: members.whole("size").unwrap_or_default(),
        })
    }
}
