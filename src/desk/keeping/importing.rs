//! Documents out of a file: each a new one, as many as the store has room for.

use super::{Keeping, Lists, Notice, Offer};
use crate::codec::{Opened, read_library};
use crate::model::Model;
use crate::text::Word;

impl Keeping<'_> {
    /// Opens the documents of a file, each as a new one; the last of them is on the desk then. Where there is no room for
    /// all of many, nothing is stored and it is asked first.
    pub fn import(&mut self, text: &str) {
        let all = match read_library(text) {
            Ok(all) => all,
            Err(error) => return self.kept.notice = Some(Notice::File(error)),
        };
        let told = told_of(&all);
        let models: Vec<_> = all.into_iter().map(|opened| opened.model).collect();
        match models.len() {
            0 => self.tell(Word::FILE_NO_MODELS),
            // Without room for it, it is held and asked about like any other.
            1 => models.into_iter().for_each(|model| self.create(model)),
            count => match self.around.shelf.fitting(&models, self.around.now) {
                Ok(fit) if fit < count => {
                    return self.kept.offer = Some(Offer { models, fit });
                }
                _ => self.store_many(&models, count),
            },
        }
        if told.is_some() {
            self.kept.notice = told;
        }
    }

    /// Stores as many of the documents of a file as fit, from the first on.
    pub fn accept(&mut self, offer: &Offer) {
        self.store_many(offer.models.get(..offer.fit).unwrap_or_default(), offer.models.len());
    }

    /// Stores these, which are of `all` that were to be.
    fn store_many(&mut self, models: &[Model], all: usize) {
        self.flush();
        let stored = self.around.shelf.create_many(models, self.around.fresh_id, self.around.now);
        self.touch(Lists::All);
        let Ok(stored) = stored else { return self.tell(Word::SAVED_FAILED) };
        self.kept.has_written = true;
        if let Some(last) = stored.saved.last() {
            self.open(&last.id);
        }
        self.kept.notice = Some(Notice::Stored { count: stored.saved.len(), all });
    }
}

/// What there is to tell of documents that were read.
fn told_of(all: &[Opened]) -> Option<Notice> {
    if let Some(odd) = all.iter().find(|opened| !opened.faults.is_empty()) {
        let (model, faults) = (Box::new(odd.model.clone()), odd.faults.clone());
        return Some(Notice::Faults { word: Word::FILE_FAULTS, model, faults });
    }
    all.iter().any(|opened| opened.is_migrated).then_some(Notice::Word(Word::SAVED_MIGRATED))
}

#[cfg(test)]
mod tests;
