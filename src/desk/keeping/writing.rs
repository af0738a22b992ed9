//! What is on the desk, written onto the shelf.

use super::{Around, Keeping, Lists, Notice, empty_model};
use crate::codec::shelf::{SaveFault, Saved, Spare};
use crate::desk::SaveState;
use crate::text::Word;

impl Keeping<'_> {
    /// Writes the document now, if something waits to be written. A new one with nothing filled in needs no place on
    /// the shelf.
    pub fn flush(&mut self) {
        if self.work.saved() != SaveState::Waiting {
            return;
        }
        if self.work.id().is_none() && *self.work.model() == empty_model(self.around.language) {
            return self.work.mark(self.around.resting);
        }
        match self.write() {
            Ok(saved) => self.written(saved),
            Err(fault) => self.work.mark(SaveState::after_fault(fault)),
        }
        self.touch(Lists::Documents);
    }

    fn write(&self) -> Result<Saved, SaveFault> {
        let Around { shelf, now, language, fresh_id, .. } = self.around;
        let (fresh, model) = (fresh_id(), self.work.model());
        let suffix = [" (", Word::SAVED_OTHER_TAB_SUFFIX.text(language), ")"].concat();
        match self.work.id() {
            Some(id) => {
                let spare = Spare { id: &fresh, suffix: &suffix };
                shelf.save(id, model, self.work.rev(id), spare, now)
            }
            None => shelf.create(&fresh, model, now),
        }
    }

    fn written(&mut self, Saved { id, rev, renamed }: Saved) {
        self.work.note_rev(&id, rev);
        self.work.keep_as(id, self.around.resting);
        if let Some(name) = renamed {
            self.kept.notice = Some(Notice::OtherTab(name.clone()));
            self.work.rename(name);
        }
        self.kept.has_written = true;
    }
}
