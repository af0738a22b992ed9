//! The keeper: takes the document from the desk to the shelf and back, a little after each change.

use super::state::{Desk, Saved};
use crate::browser::{clock, files, fragment, page, store, tabs, timers};
use crate::codec::shelf::{Binned, Entry, LAST_OPEN, LoadFault, Lost, SaveFault, Shelf, Spare, Store};
use crate::codec::{FileError, Link, LinkError, read_library, write_file};
use crate::model::{Model, QuickNames, quick_model};
use crate::text::{Language, Word};
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::rc::Rc;

/// How long a pause in typing is before the document is written, in milliseconds.
const PAUSE: u32 = 400;
/// The largest file that is read, in bytes: a whole library.
const MOST_FILE: u32 = 16 * 1024 * 1024;
/// How files of documents end.
const EXTENSION: &str = "uecon.json";
/// The media type of files.
const KIND: &str = "application/json";

/// What came with the page's address.
#[derive(Clone, Debug, PartialEq)]
pub enum Received {
    /// Nothing.
    Nothing,
    /// Somebody's document, with what they saw and the version they saw it with.
    Link {
        /// The results that the sender saw.
        receipt: Vec<String>,
        /// The sender's version.
        made_with: String,
    },
    /// A link that could not be opened.
    Fault(LinkError),
}

/// The keeper of this page's documents.
#[derive(Clone, Copy)]
pub struct Keeper {
    /// The documents on the shelf, the one saved last first.
    pub entries: RwSignal<Vec<Entry>>,
    /// Deleted documents.
    pub bin: RwSignal<Vec<Binned>>,
    /// Texts that could not be read.
    pub lost: RwSignal<Vec<Lost>>,
    /// What came with the page's address.
    pub received: RwSignal<Received>,
    store: StoredValue<&'static dyn Store, LocalStorage>,
    is_local: bool,
    /// How often each document was stored when this page last saw it.
    revs: StoredValue<BTreeMap<String, u32>>,
    /// Goes up with every change: a pause is over when it still is what it was.
    changes: StoredValue<u32>,
    /// Whether the browser was asked to keep the storage: once a page is enough.
    asked: StoredValue<bool>,
}

/// The keeper of this page.
pub fn keeper() -> Keeper {
    expect_context()
}

impl Keeper {
    /// A keeper over the browser's storage, or over memory where there is none.
    pub fn new() -> Self {
        let (store, kept) = store::open_store();
        // The store lives as long as the page.
        let store: &'static Rc<dyn Store> = Box::leak(Box::new(store));
        let store: &'static dyn Store = &**store;
        Self {
            entries: RwSignal::new(Vec::new()),
            bin: RwSignal::new(Vec::new()),
            lost: RwSignal::new(Vec::new()),
            received: RwSignal::new(Received::Nothing),
            store: StoredValue::new_local(store),
            is_local: kept == store::Kept::Local,
            revs: StoredValue::new(BTreeMap::new()),
            changes: StoredValue::new(0),
            asked: StoredValue::new(false),
        }
    }

    /// The documents.
    pub fn shelf(self) -> Shelf<'static> {
        Shelf::of(self.store.get_value())
    }

    /// Writes every change a little later, and at once when the page goes away.
    pub fn watch(self, desk: Desk) {
        Effect::watch(move || desk.edits.get(), move |_, _, _| self.changed(desk), false);
        Effect::watch(move || desk.id.get(), move |id, _, _| self.note_open(desk, id.as_deref()), false);
        page::on_leave(Box::new(move || self.flush(desk)));
        tabs::on_change(Box::new(move |_| self.refresh()));
    }

    fn changed(self, desk: Desk) {
        if matches!(desk.saved.get_untracked(), Saved::View | Saved::Newer) {
            return;
        }
        desk.saved.set(Saved::Saving);
        let change = self.changes.get_value().wrapping_add(1);
        self.changes.set_value(change);
        let flush = move || {
            if self.changes.get_value() == change {
                self.flush(desk);
            }
        };
        timers::later(PAUSE, Box::new(flush));
    }

    /// Writes the document now, if something waits to be written.
    pub fn flush(self, desk: Desk) {
        if desk.saved.get_untracked() != Saved::Saving {
            return;
        }
        let (model, id) = (desk.model.get_untracked(), desk.id.get_untracked());
        if id.is_none() && model == empty_model(desk.language.get_untracked()) {
            return desk.saved.set(self.resting());
        }
        let (now, fresh) = (clock::now(), clock::random_id());
        let suffix = format!(" ({})", desk.show_untracked(|show| show.word(Word::SAVED_OTHER_TAB_SUFFIX)));
        let result = match id {
            Some(id) => {
                let spare = Spare { id: &fresh, suffix: &suffix };
                let rev = self.revs.with_value(|revs| revs.get(&id).copied().unwrap_or_default());
                self.shelf().save(&id, &model, rev, spare, now)
            }
            None => self.shelf().create(&fresh, &model, now),
        };
        match result {
            Ok(saved) => {
                self.note_rev(&saved.id, saved.rev);
                desk.keep_as(saved.id);
                desk.saved.set(self.resting());
                if let Some(name) = saved.renamed {
                    desk.notice.set(Some(desk.with_untracked(Word::SAVED_OTHER_TAB, "name", &name)));
                    desk.model.update(|model| model.about.name = name);
                }
                if !self.asked.get_value() {
                    self.asked.set_value(true);
                    store::ask_to_persist();
                }
            }
            Err(SaveFault::TooNew) => desk.saved.set(Saved::Newer),
            Err(SaveFault::Blocked) => desk.saved.set(Saved::MemoryOnly),
            Err(_) => desk.saved.set(Saved::Full),
        }
        self.list();
    }

    /// Reads the list of documents anew.
    fn list(self) {
        self.entries.set(self.shelf().list(clock::now()).unwrap_or_default());
    }

    /// Reads the lists anew.
    pub fn refresh(self) {
        self.list();
        let shelf = self.shelf();
        self.bin.set(shelf.bin().unwrap_or_default());
        self.lost.set(shelf.lost().unwrap_or_default());
    }

    /// Remembers which document is open.
    fn note_open(self, desk: Desk, id: Option<&str>) {
        // Somebody else's is not one to come back to.
        if desk.saved.get_untracked() == Saved::View {
            return;
        }
        // Where it is not remembered the next start opens none: no harm.
        let _ = self.shelf().keep_pref(LAST_OPEN, id);
    }

    fn note_rev(self, id: &str, rev: u32) {
        self.revs.update_value(|revs| {
            revs.insert(id.to_owned(), rev);
        });
    }

    /// Puts another document on the desk; undo does not lead back.
    fn lay_out(self, desk: Desk, model: Model, id: Option<String>, saved: Saved) {
        self.flush(desk);
        desk.saved.set(saved);
        desk.open(model, id);
    }

    /// Puts a new document on the desk; undo leads back to the one before, if that is one's own.
    fn lay_new(self, desk: Desk, model: Model, saved: Saved) {
        self.flush(desk);
        let is_own = !matches!(desk.saved.get_untracked(), Saved::View | Saved::Newer);
        desk.saved.set(saved);
        if is_own { desk.begin(model) } else { desk.open(model, None) }
    }

    /// Puts an empty document on the desk where there is no other.
    fn lay_empty(self, desk: Desk) {
        self.lay_out(desk, empty_model(desk.language.get_untracked()), None, self.resting());
    }

    /// Opens a document of the shelf.
    pub fn open(self, desk: Desk, id: &str) {
        match self.shelf().load(id, clock::now()) {
            Ok(loaded) => {
                self.lay_out(desk, loaded.model, Some(id.to_owned()), self.resting());
                self.note_rev(id, loaded.rev);
                self.received.set(Received::Nothing);
                if loaded.is_previous {
                    self.tell(desk, Word::SAVED_PREVIOUS);
                } else if !loaded.faults.is_empty() {
                    self.tell(desk, Word::SAVED_FAULTS);
                }
            }
            Err(fault) => {
                let word = match fault {
                    LoadFault::Blocked => Word::SAVED_MEMORY,
                    LoadFault::Missing => Word::SAVED_MISSING,
                    LoadFault::Damaged => Word::SAVED_DAMAGED,
                    LoadFault::TooNew { .. } => Word::SAVED_NEWER,
                };
                self.tell(desk, word);
            }
        }
        self.refresh();
    }

    fn resting(self) -> Saved {
        if self.is_local { Saved::Saved } else { Saved::MemoryOnly }
    }

    /// Puts a new document on the desk and on the shelf.
    pub fn create(self, desk: Desk, model: Model) {
        self.lay_new(desk, model, Saved::Saving);
        self.received.set(Received::Nothing);
        self.flush(desk);
    }

    /// A new document with nothing filled in; kept from its first change on.
    pub fn create_empty(self, desk: Desk) {
        self.lay_new(desk, empty_model(desk.language.get_untracked()), self.resting());
        self.received.set(Received::Nothing);
    }

    /// A copy of the document on the desk, opened; the way to keep what came by a link.
    pub fn copy(self, desk: Desk) {
        let mut model = desk.model.get_untracked();
        if desk.saved.get_untracked() != Saved::View {
            let name = model.about.name.clone();
            model.about.name = desk.with_untracked(Word::MODEL_COPIED, "name", &name);
        }
        self.create(desk, model);
        fragment::clear();
    }

    /// Moves the document on the desk to the bin and opens another.
    pub fn delete(self, desk: Desk) {
        self.flush(desk);
        if let Some(id) = desk.id.get_untracked() {
            self.delete_entry(desk, &id);
        } else {
            self.create_empty(desk);
        }
    }

    /// Moves a document to the bin.
    pub fn delete_entry(self, desk: Desk, id: &str) {
        if self.shelf().delete(id, clock::now()).is_err() {
            return self.tell(desk, Word::SAVED_FULL);
        }
        self.refresh();
        if desk.id.get_untracked().as_deref() == Some(id) {
            desk.saved.set(self.resting());
            match self.entries.get_untracked().first() {
                Some(entry) => self.open(desk, &entry.id),
                None => self.lay_empty(desk),
            }
        }
        self.tell(desk, Word::SAVED_DELETED);
    }

    /// Takes a document out of the bin and opens it.
    pub fn restore(self, desk: Desk, key: &str) {
        match self.shelf().restore(key) {
            Ok(saved) => self.open(desk, &saved.id),
            Err(_) => self.tell(desk, Word::SAVED_FULL),
        }
        self.refresh();
    }

    /// Removes something from the bin or from what was lost, for good.
    pub fn forget(self, key: &str) {
        // What cannot be forgotten stays in its list, which is read anew.
        let _ = self.shelf().forget(key);
        self.refresh();
    }

    /// Hands out a text that could not be read, as it is.
    pub fn download_lost(self, key: &str) {
        if let Ok(Some(text)) = self.shelf().aside_text(key) {
            let _ = files::download("obkatka-lost.json", KIND, &text);
        }
    }

    /// Hands out the document on the desk as a file.
    pub fn download(self, desk: Desk) {
        let model = desk.model.get_untracked();
        let name = files::file_name(&model.about.name, EXTENSION);
        if !files::download(&name, KIND, &write_file(&model)) {
            self.tell(desk, Word::FILE_NO_DOWNLOAD);
        }
    }

    /// Hands out all documents in one file.
    pub fn download_all(self) {
        if let Ok(library) = self.shelf().export_all(clock::now()) {
            let _ = files::download(&files::file_name("obkatka-all", EXTENSION), KIND, &library.text);
        }
    }

    /// Lets the user choose a file and opens what is in it.
    pub fn pick_file(self, desk: Desk) {
        files::pick(".json", MOST_FILE, self.taker(desk));
    }

    /// Opens files dropped anywhere onto the page.
    pub fn take_drops(self, desk: Desk) {
        files::on_drop(MOST_FILE, self.taker(desk));
    }

    fn taker(self, desk: Desk) -> files::Done {
        Rc::new(move |picked| match picked {
            Ok(picked) => self.import(desk, &picked.text),
            Err(files::PickFault::TooLarge) => self.tell_file_error(desk, &FileError::TooLarge),
            Err(files::PickFault::Unreadable) => self.tell(desk, Word::FILE_UNREADABLE),
        })
    }

    fn tell(self, desk: Desk, word: Word) {
        desk.notice.set(Some(desk.show_untracked(|show| show.word(word))));
    }

    /// Opens the documents of a file, each as a new one; the last of them is on the desk then.
    pub fn import(self, desk: Desk, text: &str) {
        match read_library(text) {
            Ok(all) => {
                let faults: usize = all.iter().map(|opened| opened.faults.len()).sum();
                for opened in all {
                    self.create(desk, opened.model);
                }
                if faults > 0 {
                    self.tell(desk, Word::SAVED_FAULTS);
                }
            }
            Err(error) => self.tell_file_error(desk, &error),
        }
    }

    fn tell_file_error(self, desk: Desk, error: &FileError) {
        desk.notice.set(Some(desk.show_untracked(|show| crate::text::file_error_text(show, error))));
    }

    /// Shows the document of a link; nothing stored is touched.
    pub fn show_link(self, desk: Desk, link: Result<Link, LinkError>) {
        match link {
            Ok(link) => {
                self.flush(desk);
                desk.saved.set(Saved::View);
                desk.open(link.model, None);
                self.received.set(Received::Link { receipt: link.receipt, made_with: link.made_with });
            }
            Err(fault) => self.received.set(Received::Fault(fault)),
        }
    }

    /// Leaves the sender's document for one's own.
    pub fn leave_link(self, desk: Desk) {
        fragment::clear();
        self.received.set(Received::Nothing);
        if desk.saved.get_untracked() == Saved::View {
            desk.saved.set(self.resting());
            self.open_last(desk);
        }
    }

    /// Opens the document that was open last, or an empty one.
    pub fn open_last(self, desk: Desk) {
        self.refresh();
        let entries = self.entries.get_untracked();
        let last = self.shelf().pref(LAST_OPEN).filter(|id| entries.iter().any(|entry| entry.id == *id));
        match last.or_else(|| entries.first().map(|entry| entry.id.clone())) {
            Some(id) => self.open(desk, &id),
            None => self.lay_empty(desk),
        }
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
