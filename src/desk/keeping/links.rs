//! Documents that came by a link: shown, taken up again after a reload, left.

use super::Keeping;
use crate::codec::{SCHEMA, read_link};
use crate::desk::{Received, Remembered, SaveState};
use crate::text::Word;

impl Keeping<'_> {
    /// Shows the document of a link; nothing stored is touched.
    pub fn show_link(&mut self, text: &str) {
        match read_link(text) {
            Ok(link) => {
                self.flush();
                self.work.open(link.model, None, SaveState::View);
                let by_older_rules = link.schema < SCHEMA;
                self.work.receive(Received::Link {
                    receipt: link.receipt,
                    made_with: link.made_with,
                    by_older_rules,
                    language: link.language,
                    text: text.to_owned(),
                    is_draft: false,
                });
                if !link.faults.is_empty() {
                    self.tell_faults(Word::RECEIVED_FAULTS, link.faults);
                }
            }
            Err(fault) => self.work.receive(Received::Fault(fault)),
        }
    }

    /// Takes up what a reload of the page would have lost.
    pub fn recall(&mut self, remembered: &str) {
        if let Some(remembered) = Remembered::read(remembered) {
            self.work.recall(remembered);
            self.flush();
        }
    }

    /// Drops what was changed in the document of a link.
    pub fn drop_draft(&mut self) {
        if let Received::Link { text, .. } = self.work.received().clone() {
            self.show_link(&text);
        }
    }

    /// Leaves the sender's document for one's own.
    pub fn leave_link(&mut self) {
        self.work.receive(Received::Nothing);
        if self.work.saved() == SaveState::View {
            self.work.mark(self.around.resting);
            self.open_last();
        }
    }
}

#[cfg(test)]
mod tests;
