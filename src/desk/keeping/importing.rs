//! Documents out of a file: each a new one, as many as the store has room for.

use super::{Around, FileContents, FileModel, Keeping, Lists, Notice};
use crate::codec::shelf::{Presence, Space};
use crate::codec::{Opened, read_library};
use crate::model::Model;
use crate::text::Word;

impl Keeping<'_> {
    /// Opens the document of a file as a new one. Of several nothing is stored before somebody has chosen.
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
            _ => self.kept.file = Some(self.contents(models)),
        }
        if told.is_some() {
            self.kept.notice = told;
        }
    }

    /// Takes documents of another file to those of which somebody is about to choose.
    pub fn join(&mut self, before: FileContents) {
        if let Some(file) = self.kept.file.take() {
            let models = before.models.into_iter().chain(file.models).map(|row| row.model).collect();
            self.kept.file = Some(self.contents(models));
        }
    }

    /// The documents of a file with what there is to know of them. Where the store may not be used, all are new and fit:
    /// storing them will say so.
    fn contents(&self, models: Vec<Model>) -> FileContents {
        let Around { shelf, now, .. } = self.around;
        let presence = shelf.presence(&models, now).unwrap_or_else(|_| vec![Presence::New; models.len()]);
        let Space { sizes, room } = shelf
            .space_for(&models, now)
            .unwrap_or_else(|_| Space { sizes: vec![0; models.len()], room: usize::MAX });
        let rows = models.into_iter().zip(sizes).zip(presence);
        let models = rows.map(|((model, size), presence)| FileModel { model, size, presence }).collect();
        FileContents { models, room }
    }

    /// Stores the chosen documents of a file, as many as fit.
    pub fn accept(&mut self, file: &FileContents, taken: &[bool]) {
        let models = file.taken(taken);
        self.store_many(&models);
    }

    /// Stores these, as many as fit.
    fn store_many(&mut self, models: &[Model]) {
        self.flush();
        let stored = self.around.shelf.create_many(models, self.around.fresh_id, self.around.now);
        self.touch(Lists::All);
        let Ok(stored) = stored else { return self.tell(Word::SAVED_FAILED) };
        self.kept.has_written = true;
        if let Some(last) = stored.saved.last() {
            self.open(&last.id);
        }
        self.kept.notice = Some(Notice::Stored { count: stored.saved.len(), all: models.len() });
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
