//! Between what is worked on and the shelf: what is opened, kept, copied and deleted, and how safe it is then.

mod documents;
mod elsewhere;
mod file_contents;
mod importing;
mod links;
mod writing;

pub use file_contents::{Chosen, FileContents, FileModel};

use super::{SaveState, Workspace};
use crate::codec::shelf::{Moment, Shelf};
use crate::codec::{Fault, FileError};
use crate::model::{Currency, Model, QuickNames, quick_model};
use crate::text::{Language, Word};

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
    /// The currency of new documents.
    pub currency: Currency,
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
    /// A document went to the bin, where it lies under this key.
    Binned(String),
    /// A file could not be opened.
    File(FileError),
    /// Places of a document could not be read; the word says what became of them.
    Faults {
        /// What became of them.
        word: Word,
        /// The document as it was read.
        model: Box<Model>,
        /// Those places.
        faults: Vec<Fault>,
    },
    /// So many documents of a file are stored.
    Stored {
        /// Those that are.
        count: usize,
        /// Those that were to be.
        all: usize,
    },
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
    /// Documents of a file of which somebody is to choose.
    pub file: Option<FileContents>,
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
            self.is_unopened();
        }
        self.around.shelf.boot_done();
    }

    fn tell(&mut self, word: Word) {
        self.kept.notice = Some(Notice::Word(word));
    }

    fn tell_faults(&mut self, word: Word, faults: Vec<Fault>) {
        let model = Box::new(self.work.model().clone());
        self.kept.notice = Some(Notice::Faults { word, model, faults });
    }

    fn touch(&mut self, lists: Lists) {
        self.kept.lists = self.kept.lists.max(lists);
    }
}

/// A document with nothing filled in, its rows named in a language.
pub fn empty_model(language: Language, currency: Currency) -> Model {
    let mut model = quick_model(QuickNames {
        channel: Word::START_CHANNEL.text(language),
        stage: Word::START_STAGE.text(language),
        cost: Word::START_COST.text(language),
    });
    model.about.currency = currency;
    model
}

#[cfg(test)]
mod tests;
