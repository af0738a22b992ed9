//! What was worked on, written onto the shelf: the document on the desk, and those that had to leave it unsaved.

use super::{Around, Keeping, Lists, Notice, empty_model};
use crate::codec::shelf::{SaveFault, Saved, Spare};
use crate::desk::{SaveState, Unsaved};
use crate::model::Model;
use crate::text::{Language, Word};

impl Keeping<'_> {
    /// Writes what is not stored as it is: the document on the desk, and those that have left it. A new one with
    /// nothing filled in needs no place on the shelf.
    pub fn flush(&mut self) {
        let is_news = !self.work.saved().is_apart() && self.work.saved() != self.around.resting;
        self.write();
        self.work.rest(self.around.resting);
        if is_news {
            self.touch(Lists::Documents);
        }
    }

    /// The same in the midst of typing: the document is still said to wait, and lists stay as they are.
    pub fn write(&mut self) {
        if self.work.is_changed() {
            self.write_desk();
        }
        for unsaved in self.work.unsaved().to_vec() {
            self.write_unsaved(unsaved);
        }
    }

    fn write_desk(&mut self) {
        if self.work.id().is_none()
            && *self.work.model() == empty_model(self.around.language, self.around.currency)
        {
            return self.work.note_stored();
        }
        let (id, saved) = match self.work.id() {
            Some(id) => (id.to_owned(), self.save(id, self.work.model())),
            None => {
                let id = (self.around.fresh_id)();
                let saved = self.around.shelf.create(&id, self.work.model(), self.around.now);
                (id, saved)
            }
        };
        match saved {
            Ok(saved) => self.written(saved),
            Err(fault) => {
                // It can be opened again by its id, as if it were stored.
                self.work.name_as(id);
                self.work.mark(SaveState::after_fault(fault));
            }
        }
    }

    pub(super) fn written(&mut self, saved: Saved) {
        self.note_written(&saved);
        self.work.name_as(saved.id);
        self.work.note_stored();
        if let Some(name) = saved.renamed {
            self.work.rename(name);
        }
    }

    fn write_unsaved(&mut self, Unsaved { id, model }: Unsaved) {
        if let Ok(saved) = self.save(&id, &model) {
            self.work.release(&id);
            self.note_written(&saved);
            self.touch(Lists::Documents);
        }
    }

    /// Saves a document that was loaded or made here. What a newer version has stored stays: then it stands beside it.
    fn save(&self, id: &str, model: &Model) -> Result<Saved, SaveFault> {
        let Around { shelf, now, language, fresh_id, .. } = self.around;
        let (fresh, suffix) = (fresh_id(), suffix(language));
        let spare = Spare { id: &fresh, suffix: &suffix };
        match shelf.save(id, model, self.work.edition(id), spare, now) {
            Err(SaveFault::TooNew) => shelf.save_beside(model, spare, now),
            saved => saved,
        }
    }

    /// Stores the document on the desk beside the one that another tab has stored in its place.
    pub(super) fn save_beside(&self) -> Result<Saved, SaveFault> {
        let Around { shelf, now, language, fresh_id, .. } = self.around;
        let (fresh, suffix) = (fresh_id(), suffix(language));
        shelf.save_beside(self.work.model(), Spare { id: &fresh, suffix: &suffix }, now)
    }

    fn note_written(&mut self, saved: &Saved) {
        self.work.note_edition(&saved.id, saved.edition, true);
        self.kept.has_written = true;
        if let Some(name) = &saved.renamed {
            self.kept.notice = Some(Notice::OtherTab(name.clone()));
        }
        if saved.was_gone {
            self.tell(Word::SAVED_ANEW);
        }
    }
}

/// What follows the name of a document that stands beside another tab's.
fn suffix(language: Language) -> String {
    [" (", Word::SAVED_OTHER_TAB_SUFFIX.text(language), ")"].concat()
}

#[cfg(test)]
mod tests;
