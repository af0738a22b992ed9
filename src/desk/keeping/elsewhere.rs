//! What others have done with the document on the desk: another tab, a newer version, whoever cleared the storage.

use super::{Keeping, Lists, Notice};
use crate::codec::shelf::{Since, StoreFault};
use crate::desk::SaveState;
use crate::text::Word;

impl Keeping<'_> {
    /// Looks whether the document on the desk is still the one that is stored. `news` is what another tab has just
    /// stored in its place, where one knows of it. What was changed here is written: both are kept then.
    pub fn look(&mut self, news: Option<&str>) {
        if self.work.is_changed() {
            return self.flush();
        }
        let Some(id) = self.work.id().map(str::to_owned).filter(|_| self.work.saved() != SaveState::View)
        else {
            return self.flush();
        };
        match self.around.shelf.since(&id, self.work.edition(&id), news) {
            Ok(Since::Same) => self.is_stored_again(),
            Ok(Since::Continued) => self.follow(&id),
            Ok(Since::Overwritten) if self.work.is_own(&id) && !self.is_alike(&id) => self.save_overwritten(),
            Ok(Since::Overwritten) => self.follow(&id),
            Ok(Since::Deleted) => self.is_apart(SaveState::Gone, Word::SAVED_DELETED_ELSEWHERE),
            Ok(Since::Newer) => self.is_apart(SaveState::Newer, Word::SAVED_NEWER),
            Ok(Since::Cleared) | Err(StoreFault::Blocked) => {
                self.work.note_unsaved();
                self.flush();
            }
            Err(_) => {}
        }
    }

    /// What was deleted elsewhere, and has been taken out of the bin again.
    fn is_stored_again(&mut self) {
        if self.work.saved() == SaveState::Gone {
            self.work.mark(self.around.resting);
        }
        self.flush();
    }

    /// Whether what is stored is the same model: another tab has stored it anew, perhaps.
    fn is_alike(&self, id: &str) -> bool {
        let loaded = self.around.shelf.load(id, self.around.now);
        loaded.is_ok_and(|loaded| loaded.model == *self.work.model())
    }

    /// What another tab has made of it is shown.
    fn follow(&mut self, id: &str) {
        let Ok(loaded) = self.around.shelf.load(id, self.around.now) else { return };
        self.work.note_edition(id, loaded.edition, false);
        if loaded.model != *self.work.model() {
            self.work.follow(loaded.model);
            self.tell(Word::SAVED_FOLLOWED);
        }
        self.work.mark(self.around.resting);
        self.work.rest(self.around.resting);
        self.touch(Lists::Documents);
    }

    /// Another tab has stored its own over what was stored here, in the same moment: both are kept.
    fn save_overwritten(&mut self) {
        match self.save_beside() {
            Ok(saved) => {
                self.written(saved);
                self.work.rest(self.around.resting);
                self.touch(Lists::Documents);
            }
            Err(fault) => {
                self.work.note_unsaved();
                self.work.mark(SaveState::after_fault(fault));
            }
        }
    }

    /// What is on the desk is not what is stored, and stays as it is until somebody changes it.
    fn is_apart(&mut self, saved: SaveState, word: Word) {
        if self.work.saved() != saved {
            self.work.mark(saved);
            self.kept.notice = Some(Notice::Word(word));
            self.touch(Lists::All);
        }
    }
}

#[cfg(test)]
mod tests;
