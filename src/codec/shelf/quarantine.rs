//! What was put aside: deleted documents, for a month, and texts that could not be read, until they
//! are forgotten.

use super::opening::Found;
use super::record::{self, Edition};
use super::{Moment, SaveFault, Saved, Shelf, StoreFault, keys};
use core::cmp::Reverse;

/// A deleted document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binned {
    /// By which to restore or forget it.
    pub key: String,
    /// Its name; empty where it cannot be read.
    pub name: String,
    /// When it was deleted.
    pub time: Moment,
    /// Bytes of its text.
    pub size: usize,
}

/// Where a deleted document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deleted {
    /// In the bin.
    Binned,
    /// Nowhere: the bin had no room for it, even in its own place.
    Erased,
}

/// A text that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// By which to have or forget it.
    pub key: String,
    /// Where it lay.
    pub place: String,
    /// When it was found.
    pub time: Moment,
    /// Its bytes.
    pub size: usize,
}

impl Shelf<'_> {
    /// Moves a document to the bin, or removes it for good where that has no room. No fault where there is none.
    ///
    /// # Errors
    /// Where it stays, since the store may not be used or does not keep what it is given.
    pub fn delete(self, id: &str, now: Moment) -> Result<Deleted, StoreFault> {
        let found = self.find(id, now)?;
        let current = self.store.get(&keys::current(id))?;
        let deleted = match (found, current) {
            (Found::Good { text, .. } | Found::TooNew { text, .. }, current)
                if current.as_ref().is_none_or(|current| *current == text) =>
            {
                self.bin_text(id, &text, now)?
            }
            // A damaged text for which there was no room, and the copy that opens in its place: both go to the bin, or it is
            // said that not all did.
            (Found::Good { text: copy, .. } | Found::TooNew { text: copy, .. }, Some(damaged)) => {
                let is_binned = self.bin_text(id, &damaged, now)? == Deleted::Binned;
                let is_copy_binned = self.put_aside(keys::BIN, id, &copy, now).is_ok();
                if is_binned && is_copy_binned { Deleted::Binned } else { Deleted::Erased }
            }
            // A damaged text that could not be put aside is all there is of its time.
            (_, Some(text)) => self.bin_text(id, &text, now)?,
            (_, None) => Deleted::Binned,
        };
        self.erase(id)?;
        Ok(deleted)
    }

    /// Puts a text into the bin. Where nothing more fits, it gives up its own place for that.
    fn bin_text(self, id: &str, text: &str, now: Moment) -> Result<Deleted, StoreFault> {
        match self.put_aside(keys::BIN, id, text, now) {
            Err(StoreFault::Full) => {}
            other => return other.map(|()| Deleted::Binned),
        }
        self.erase(id)?;
        let is_binned = self.put_aside(keys::BIN, id, text, now).is_ok();
        Ok(if is_binned { Deleted::Binned } else { Deleted::Erased })
    }

    /// Removes a document for good, past the bin.
    ///
    /// # Errors
    /// Where the store may not be used.
    pub fn erase(self, id: &str) -> Result<(), StoreFault> {
        // The copy first: alone, it would look like a document to be mended.
        self.store.remove(&keys::previous(id))?;
        self.store.remove(&keys::current(id))?;
        self.strike(id);
        Ok(())
    }

    /// Deleted documents, the latest first.
    ///
    /// # Errors
    /// Where the store may not be used.
    pub fn bin(self) -> Result<Vec<Binned>, StoreFault> {
        self.aside(keys::BIN, |key, time, _, text| {
            let name = record::read(&text).map(|opened| opened.model.about.name).unwrap_or_default();
            Binned { key, name, time, size: text.len() }
        })
    }

    /// Takes a document out of the bin, under its old id or one made from it where it is taken.
    ///
    /// # Errors
    /// Where it stays in the bin or is not there; see [`SaveFault`].
    pub fn restore(self, key: &str) -> Result<Saved, SaveFault> {
        let (_, id) = keys::split_timed(keys::BIN, key).ok_or(SaveFault::Missing)?;
        let text = self.store.get(key)?.ok_or(SaveFault::Missing)?;
        let id = self.free_id(id)?;
        self.put_with_room(&keys::current(&id), &text)?;
        self.store.remove(key)?;
        let edition = record::read(&text).map(|opened| Edition::of(&text, &opened)).unwrap_or_default();
        Ok(Saved { id, edition, renamed: None, was_gone: false })
    }

    /// Texts that could not be read, the latest first.
    ///
    /// # Errors
    /// Where the store may not be used.
    pub fn lost(self) -> Result<Vec<Lost>, StoreFault> {
        self.aside(keys::LOST, |key, time, place, text| Lost {
            key,
            place: place.to_owned(),
            time,
            size: text.len(),
        })
    }

    /// The text of something put aside, as it was.
    ///
    /// # Errors
    /// Where the store may not be used.
    pub fn aside_text(self, key: &str) -> Result<Option<String>, StoreFault> {
        if is_aside(key) { self.store.get(key) } else { Ok(None) }
    }

    /// Removes something put aside for good, deleted or lost. Other keys are left alone.
    ///
    /// # Errors
    /// Where the store may not be used.
    pub fn forget(self, key: &str) -> Result<(), StoreFault> {
        if is_aside(key) { self.store.remove(key) } else { Ok(()) }
    }

    /// Empties the bin for good: the way to have room at once.
    ///
    /// # Errors
    /// Where the store may not be used.
    pub fn empty_bin(self) -> Result<(), StoreFault> {
        for name in self.names_in(keys::BIN)? {
            self.store.remove(&[keys::BIN, &name].concat())?;
        }
        Ok(())
    }

    /// Puts a text that could not be read aside, once.
    pub(super) fn quarantine(self, place: &str, text: &str, now: Moment) -> Result<(), StoreFault> {
        for name in self.names_in(keys::LOST)? {
            let key = [keys::LOST, &name].concat();
            let is_there = keys::split_timed(keys::LOST, &key).is_some_and(|(_, known)| known == place);
            if is_there && self.store.get(&key)?.as_deref() == Some(text) {
                return Ok(());
            }
        }
        self.put_aside(keys::LOST, place, text, now)
    }

    /// Puts a text aside, over no other.
    fn put_aside(self, room: &str, name: &str, text: &str, now: Moment) -> Result<(), StoreFault> {
        let mut time = now;
        while self.store.get(&keys::timed(room, time, name))?.is_some() {
            time = time.wrapping_add(1);
        }
        self.put_with_room(&keys::timed(room, time, name), text)
    }

    /// What was put aside in a room, each with its key, time, name and text, the latest first.
    fn aside<T>(
        self,
        room: &str,
        entry: fn(String, Moment, &str, String) -> T,
    ) -> Result<Vec<T>, StoreFault> {
        let mut keys: Vec<_> = self.names_in(room)?.into_iter().map(|name| [room, &name].concat()).collect();
        let time = |key: &str| keys::split_timed(room, key).map(|(time, _)| time);
        keys.sort_by_key(|key| Reverse(time(key)));
        let mut entries = Vec::new();
        for key in keys {
            let text = self.store.get(&key)?;
            if let (Some((time, name)), Some(text)) = (keys::split_timed(room, &key), text) {
                let name = name.to_owned();
                entries.push(entry(key, time, &name, text));
            }
        }
        Ok(entries)
    }
}

fn is_aside(key: &str) -> bool {
    key.starts_with(keys::BIN) || key.starts_with(keys::LOST)
}
