//! Documents of the shelf: opened, made, copied, deleted, taken out of a file.

use super::{Keeping, Lists, Notice, empty_model};
use crate::codec::shelf::{Deleted, LAST_OPEN, LoadFault};
use crate::desk::{Received, SaveState};
use crate::model::Model;
use crate::text::{Filling, Word, phrase};

impl Keeping<'_> {
    /// Opens a document of the shelf; undo does not lead back.
    pub fn open(&mut self, id: &str) {
        // First: it may be the one on the desk, and is to be opened as it is.
        self.flush();
        if let Some(unsaved) = self.work.unsaved().iter().find(|unsaved| unsaved.id == id) {
            let model = unsaved.model.clone();
            self.work.open(model, Some(id.to_owned()), self.around.resting);
            self.work.receive(Received::Nothing);
            self.flush();
            return self.touch(Lists::All);
        }
        if self.work.is_changed() && self.work.id() == Some(id) {
            // It is here, and nowhere else.
            return self.work.receive(Received::Nothing);
        }
        match self.around.shelf.load(id, self.around.now) {
            Ok(loaded) => {
                self.work.open(loaded.model, Some(id.to_owned()), self.around.resting);
                self.work.note_edition(id, loaded.edition, false);
                self.work.receive(Received::Nothing);
                if loaded.is_previous {
                    self.tell(Word::SAVED_PREVIOUS);
                } else if !loaded.faults.is_empty() {
                    self.tell_faults(Word::SAVED_FAULTS, loaded.faults);
                } else if loaded.is_migrated {
                    // Written by today's rules, it is told but once.
                    self.work.note_unsaved();
                    self.flush();
                    self.tell(Word::SAVED_MIGRATED);
                }
            }
            Err(fault) => {
                self.tell(not_opened(&fault));
                self.is_unopened();
            }
        }
        self.touch(Lists::All);
    }

    /// An empty document that stands where another was to be opened is not called saved.
    pub(super) fn is_unopened(&mut self) {
        if self.work.id().is_none() && !self.work.is_changed() && self.work.saved().is_own() {
            self.work.mark(SaveState::Unopened);
        }
    }

    /// Opens the document that was open last, or the one saved last, or an empty one.
    pub fn open_last(&mut self) {
        self.touch(Lists::All);
        let last = self.around.shelf.pref(LAST_OPEN);
        let ids = self.ids();
        match last.filter(|id| ids.contains(id)).or_else(|| ids.first().cloned()) {
            Some(id) => self.open(&id),
            None => self.lay_empty(),
        }
    }

    /// Puts a new document on the desk and on the shelf. Undo leads back to the one before, if that is one's own.
    pub fn create(&mut self, model: Model) {
        self.lay_new(model, SaveState::Waiting);
        self.flush();
    }

    /// A new document with nothing filled in; kept from its first change on.
    pub fn create_empty(&mut self) {
        self.lay_new(empty_model(self.around.language, self.around.currency), self.around.resting);
    }

    /// A copy of the document on the desk, opened; the way to keep what came by a link, which keeps its name unless one
    /// has a document of that name.
    pub fn copy(&mut self) {
        let mut model = self.work.model().clone();
        let is_received = self.work.saved() == SaveState::View;
        let name = model.about.name.clone();
        if !is_received {
            let name = [("name", Filling::Text(&name))];
            model.about.name = phrase(Word::MODEL_COPIED, self.around.language, &name);
        } else if !name.is_empty() && self.names().contains(&name) {
            model.about.name = self.name_of_received(&name);
        }
        self.create(model);
    }

    /// A name that no document has yet: when it was received, and a number where it came more than once that day.
    fn name_of_received(&self, name: &str) -> String {
        let names = self.names();
        let dated = [("name", Filling::Text(name)), ("day", Filling::Text(&(self.around.today)()))];
        let dated = phrase(Word::MODEL_RECEIVED, self.around.language, &dated);
        let numbered = (2_u32..).map(|number| [&*dated, " ", &*number.to_string()].concat());
        let mut all = std::iter::once(dated.clone()).chain(numbered);
        all.find(|name| !names.contains(name)).unwrap_or_default()
    }

    fn names(&self) -> Vec<String> {
        let entries = self.around.shelf.list(self.around.now).unwrap_or_default();
        entries.into_iter().map(|entry| entry.name).collect()
    }

    /// Moves the document on the desk to the bin and opens another.
    pub fn delete(&mut self) {
        self.flush();
        match self.work.id().map(str::to_owned) {
            Some(id) => self.delete_entry(&id),
            None => self.create_empty(),
        }
    }

    /// Moves a document to the bin; another is opened where it was on the desk.
    pub fn delete_entry(&mut self, id: &str) {
        let Ok(deleted) = self.around.shelf.delete(id, self.around.now) else {
            return self.tell(Word::SAVED_FULL);
        };
        self.work.release(id);
        self.touch(Lists::All);
        if self.work.id() == Some(id) {
            // What was typed last has gone with it.
            self.work.note_stored();
            match self.ids().first().cloned() {
                Some(first) => self.open(&first),
                None => self.lay_empty(),
            }
        }
        match (deleted, self.key_in_bin(id)) {
            (Deleted::Binned, Some(key)) => self.kept.notice = Some(Notice::Binned(key)),
            (Deleted::Binned, None) => self.tell(Word::SAVED_DELETED),
            (Deleted::Erased, _) => self.tell(Word::SAVED_ERASED),
        }
    }

    /// The key in the bin of what a document was last.
    fn key_in_bin(&self, id: &str) -> Option<String> {
        let bin = self.around.shelf.bin().unwrap_or_default();
        bin.into_iter().map(|binned| binned.key).find(|key| key.ends_with(&["/", id].concat()))
    }

    /// Takes a document out of the bin and opens it.
    pub fn restore(&mut self, key: &str) {
        match self.around.shelf.restore(key) {
            Ok(saved) => self.open(&saved.id),
            Err(_) => self.tell(Word::SAVED_FULL),
        }
        self.touch(Lists::All);
    }

    /// Empties the bin for good.
    pub fn empty_bin(&mut self) {
        // What cannot go stays in its list, which is read again.
        let _ = self.around.shelf.empty_bin();
        self.touch(Lists::All);
        self.flush();
    }

    /// Removes something from the bin or from what was lost, for good.
    pub fn forget(&mut self, key: &str) {
        // What cannot be forgotten stays in its list, which is read again.
        let _ = self.around.shelf.forget(key);
        self.touch(Lists::All);
    }

    pub(super) fn lay_new(&mut self, model: Model, saved: SaveState) {
        self.flush();
        if self.work.saved().is_own() {
            self.work.begin(model, saved, self.around.now);
        } else {
            self.work.open(model, None, saved);
        }
        self.work.receive(Received::Nothing);
    }

    /// Puts an empty document on the desk where there is no other.
    pub(super) fn lay_empty(&mut self) {
        self.flush();
        self.work.open(empty_model(self.around.language, self.around.currency), None, self.around.resting);
    }

    /// The documents by their ids, the one saved last first.
    pub(super) fn ids(&self) -> Vec<String> {
        let entries = self.around.shelf.list(self.around.now).unwrap_or_default();
        entries.into_iter().map(|entry| entry.id).collect()
    }
}

fn not_opened(fault: &LoadFault) -> Word {
    match fault {
        LoadFault::Blocked => Word::SAVED_MEMORY,
        LoadFault::Missing => Word::SAVED_MISSING,
        LoadFault::Damaged => Word::SAVED_DAMAGED,
        LoadFault::TooNew { .. } => Word::SAVED_TOO_NEW,
    }
}

#[cfg(test)]
mod tests;
