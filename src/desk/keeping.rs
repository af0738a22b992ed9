//! Between what is worked on and the shelf: what is opened, kept, copied and deleted, and how safe it is then.

use super::{Received, Remembered, SaveState, Workspace};
use crate::codec::shelf::{LAST_OPEN, LoadFault, Moment, SaveFault, Saved, Shelf, Spare};
use crate::codec::{FileError, SCHEMA, read_library, read_link};
use crate::model::{Model, QuickNames, quick_model};
use crate::text::{Filling, Language, Word, phrase};

/// What keeping documents takes from around it.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    /// The documents that are kept.
    pub shelf: Shelf<'a>,
    /// The time.
    pub now: Moment,
    /// Writes the day as it stands in names.
    pub today: &'a dyn Fn() -> String,
    /// The language in which rows and copies are named.
    pub language: Language,
    /// How safe a document is while nothing waits to be written.
    pub resting: SaveState,
    /// Makes an id that no other document has.
    pub fresh_id: &'a dyn Fn() -> String,
}

/// Something to tell the user.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// One sentence.
    Word(Word),
    /// Another tab had changed the document: this one stands beside it, under this name.
    OtherTab(String),
    /// A file could not be opened.
    File(FileError),
}

/// Which lists of documents are others now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lists {
    /// None.
    #[default]
    Same,
    /// That of the documents.
    Documents,
    /// That too of what is deleted and of what is lost.
    All,
}

/// What has come of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kept {
    /// The last thing there is to tell.
    pub notice: Option<Notice>,
    /// Which lists are to be read again.
    pub lists: Lists,
    /// Whether a document has been written: then it is worth asking the browser to keep the storage.
    pub has_written: bool,
}

/// Whoever brings what is worked on and the shelf together. What has come of it is told when all is done.
pub struct Keeping<'a> {
    work: &'a mut Workspace,
    around: Around<'a>,
    kept: Kept,
}

impl<'a> Keeping<'a> {
    /// Begins with nothing done.
    pub fn new(work: &'a mut Workspace, around: Around<'a>) -> Self {
        Self { work, around, kept: Kept::default() }
    }

    /// What has come of it.
    pub fn done(self) -> Kept {
        self.kept
    }

    /// The start of the page: opens what was open last, unless somebody has begun to type meanwhile, or the last
    /// starts failed and none is to be opened. What lies in the bin too long goes.
    pub fn begin(&mut self, opens: bool) {
        // Where it cannot go, it stays.
        let _ = self.around.shelf.purge(self.around.now);
        if self.work.edits() > 0 {
            self.flush();
        } else if opens && !self.around.shelf.has_documents() {
            // The desk is empty already: laid out again, it would lose text that is no number yet.
            self.touch(Lists::All);
        } else if opens {
            self.open_last();
        } else {
            self.touch(Lists::All);
            self.tell(Word::SAVED_CAREFUL);
        }
        self.around.shelf.boot_done();
    }

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

    /// Opens a document of the shelf; undo does not lead back.
    pub fn open(&mut self, id: &str) {
        // First: it may be the one on the desk, and is to be opened as it is.
        self.flush();
        match self.around.shelf.load(id, self.around.now) {
            Ok(loaded) => {
                self.work.open(loaded.model, Some(id.to_owned()), self.around.resting);
                self.work.note_rev(id, loaded.rev);
                self.work.receive(Received::Nothing);
                if loaded.is_previous {
                    self.tell(Word::SAVED_PREVIOUS);
                } else if !loaded.faults.is_empty() {
                    self.tell(Word::SAVED_FAULTS);
                } else if loaded.is_migrated {
                    // Written by today's rules, it is told but once.
                    self.work.mark(SaveState::Waiting);
                    self.flush();
                    self.tell(Word::SAVED_MIGRATED);
                }
            }
            Err(fault) => self.tell(not_opened(&fault)),
        }
        self.touch(Lists::All);
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
        self.lay_new(empty_model(self.around.language), self.around.resting);
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
        if self.around.shelf.delete(id, self.around.now).is_err() {
            return self.tell(Word::SAVED_FULL);
        }
        self.touch(Lists::All);
        if self.work.id() == Some(id) {
            // What was typed last has gone with it.
            self.work.mark(self.around.resting);
            match self.ids().first().cloned() {
                Some(first) => self.open(&first),
                None => self.lay_empty(),
            }
        }
        self.tell(Word::SAVED_DELETED);
    }

    /// Takes a document out of the bin and opens it.
    pub fn restore(&mut self, key: &str) {
        match self.around.shelf.restore(key) {
            Ok(saved) => self.open(&saved.id),
            Err(_) => self.tell(Word::SAVED_FULL),
        }
        self.touch(Lists::All);
    }

    /// Removes something from the bin or from what was lost, for good.
    pub fn forget(&mut self, key: &str) {
        // What cannot be forgotten stays in its list, which is read again.
        let _ = self.around.shelf.forget(key);
        self.touch(Lists::All);
    }

    /// Opens the documents of a file, each as a new one; the last of them is on the desk then.
    pub fn import(&mut self, text: &str) {
        match read_library(text) {
            Ok(all) => {
                let has_faults = all.iter().any(|opened| !opened.faults.is_empty());
                let is_migrated = all.iter().any(|opened| opened.is_migrated);
                all.into_iter().for_each(|opened| self.create(opened.model));
                if has_faults {
                    self.tell(Word::SAVED_FAULTS);
                } else if is_migrated {
                    self.tell(Word::SAVED_MIGRATED);
                }
            }
            Err(error) => self.kept.notice = Some(Notice::File(error)),
        }
    }

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
                    text: text.to_owned(),
                    is_draft: false,
                });
            }
            Err(fault) => self.work.receive(Received::Fault(fault)),
        }
    }

    /// Takes up what a reload of the page would have lost.
    pub fn recall(&mut self, remembered: &str) {
        if let Some(remembered) = Remembered::read(remembered) {
            self.work.recall(remembered);
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

    fn lay_new(&mut self, model: Model, saved: SaveState) {
        self.flush();
        if self.work.saved().is_own() {
            self.work.begin(model, saved, self.around.now);
        } else {
            self.work.open(model, None, saved);
        }
        self.work.receive(Received::Nothing);
    }

    /// Puts an empty document on the desk where there is no other.
    fn lay_empty(&mut self) {
        self.flush();
        self.work.open(empty_model(self.around.language), None, self.around.resting);
    }

    /// The documents by their ids, the one saved last first.
    fn ids(&self) -> Vec<String> {
        let entries = self.around.shelf.list(self.around.now).unwrap_or_default();
        entries.into_iter().map(|entry| entry.id).collect()
    }

    fn tell(&mut self, word: Word) {
        self.kept.notice = Some(Notice::Word(word));
    }

    fn touch(&mut self, lists: Lists) {
        self.kept.lists = self.kept.lists.max(lists);
    }
}

fn not_opened(fault: &LoadFault) -> Word {
    match fault {
        LoadFault::Blocked => Word::SAVED_MEMORY,
        LoadFault::Missing => Word::SAVED_MISSING,
        LoadFault::Damaged => Word::SAVED_DAMAGED,
        LoadFault::TooNew { .. } => Word::SAVED_NEWER,
    }
}

/// A document with nothing filled in, its rows named in a language.
pub fn empty_model(language: Language) -> Model {
    quick_model(QuickNames {
        channel: Word::START_CHANNEL.text(language),
        stage: Word::START_STAGE.text(language),
        cost: Word::START_COST.text(language),
    })
}

#[cfg(test)]
mod tests;
