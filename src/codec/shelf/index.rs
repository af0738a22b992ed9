//! The list of documents: a shortcut that is believed only while it names those that are there.

use super::entry::Entry;
use super::opening::Found;
use super::{Moment, Shelf, StoreFault, keys, record};
use crate::codec::long::text;
use serde_json::value::RawValue;

/// A line of the list that is so young, in milliseconds, stays as it is while one types: with many documents it would take
/// longer to write than the document.
const FRESH: Moment = 5_000;

impl Shelf<'_> {
    /// Whether there may be something to open: a text under the key of a document, whatever is in it.
    pub fn has_documents(self) -> bool {
        self.store.keys().unwrap_or_default().iter().any(|key| keys::document_at(key).is_some())
    }

    /// All documents, the one saved last first. Damaged ones are mended or put aside on the way.
    ///
    /// # Errors
    /// Where the store may not be used.
    pub fn list(self, now: Moment) -> Result<Vec<Entry>, StoreFault> {
        let ids = self.ids()?;
        let mut entries = self.index();
        let mut known: Vec<_> = entries.iter().map(|entry| entry.id.clone()).collect();
        known.sort_unstable();
        if known != ids {
            entries = self.scanned(&ids, &entries, now)?;
            self.write_index(&entries);
        }
        entries.sort_by(|a, b| b.saved.cmp(&a.saved).then_with(|| a.id.cmp(&b.id)));
        Ok(entries)
    }

    /// The list out of the documents themselves; `known` names those that cannot be read here.
    fn scanned(self, ids: &[String], known: &[Entry], now: Moment) -> Result<Vec<Entry>, StoreFault> {
        let mut entries = Vec::new();
        for id in ids {
            match self.find(id, now)? {
                Found::Good { opened, text, .. } => entries.push(Entry::of(id, &opened, text.len())),
                // It is there for as long as its text is, read or not.
                _ if self.text(id)?.is_some() => {
                    let entry = known.iter().find(|entry| entry.id == *id).cloned();
                    entries.push(entry.unwrap_or(Entry { id: id.clone(), ..Entry::default() }));
                }
                _ => {}
            }
        }
        Ok(entries)
    }

    /// Lists a document that was written.
    pub(super) fn enlist(self, entry: Entry) {
        let mut entries = self.index();
        let is_listed = |known: &Entry| {
            let age = entry.saved.checked_sub(known.saved);
            known.id == entry.id && known.name == entry.name && age.is_some_and(|age| age < FRESH)
        };
        if entries.iter().any(is_listed) {
            return;
        }
        entries.retain(|known| known.id != entry.id);
        entries.push(entry);
        self.write_index(&entries);
    }

    /// Lists new documents.
    pub(super) fn enlist_all(self, mut new: Vec<Entry>) {
        let mut entries = self.index();
        entries.append(&mut new);
        self.write_index(&entries);
    }

    /// Sees to it that the list says of a document what its record says: two tabs that wrote the list at once may have
    /// left an older line.
    pub fn recheck(self, id: &str) {
        let Ok(Some(text)) = self.store.get(&keys::current(id)) else { return };
        let Ok(opened) = record::read(&text) else { return };
        let entry = Entry::of(id, &opened, text.len());
        if self.index().iter().all(|known| known.id != id || known.name != entry.name) {
            self.enlist(entry);
        }
    }

    /// Strikes a document off the list.
    pub(super) fn strike(self, id: &str) {
        let mut entries = self.index();
        entries.retain(|entry| entry.id != id);
        self.write_index(&entries);
    }

    /// The list as it is stored; empty where it is not there or damaged.
    fn index(self) -> Vec<Entry> {
        let text = self.store.get(keys::INDEX).ok().flatten().unwrap_or_default();
        let lines: Vec<&RawValue> = serde_json::from_str(&text).unwrap_or_default();
        lines.into_iter().filter_map(Entry::read).collect()
    }

    /// Stores the list, or removes it: better none than an old one.
    fn write_index(self, entries: &[Entry]) {
        if self.put_sound(keys::INDEX, &text(&entries)).is_err() {
            let _ = self.store.remove(keys::INDEX);
        }
    }
}
