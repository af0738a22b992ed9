//! The keeping: documents from the desk to the shelf and back, files and links in and out. Loaded later.

use super::keeper::{Errand, Hand, Keeper, Received, empty_model};
use super::state::Desk;
use crate::browser::{clock, files, fragment, store};
use crate::codec::shelf::{LAST_OPEN, LoadFault, SaveFault, Spare};
use crate::codec::{FileError, read_library, read_link, write_file};
use crate::desk::Saved;
use crate::model::Model;
use crate::text::{Word, know_all_words};
use leptos::prelude::*;
use std::rc::Rc;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// The largest file that is read, in bytes: a whole library.
const MOST_FILE: u32 = 16 * 1024 * 1024;
/// How files of documents end.
const EXTENSION: &str = "uecon.json";
/// The media type of files.
const KIND: &str = "application/json";

/// Loads whoever does errands.
#[wasm_split(keeping, fallible)]
pub fn hand() -> Result<Hand, SplitLoaderError> {
    know_all_words();
    Ok(Keeper::run)
}

impl Keeper {
    /// Does an errand.
    fn run(self, desk: Desk, errand: Errand) {
        match errand {
            Errand::Begin => self.begin(desk, true),
            Errand::BeginCarefully => self.begin(desk, false),
            Errand::Flush => self.flush(desk),
            Errand::Refresh => self.refresh(),
            Errand::Open(id) => self.open(desk, &id),
            Errand::CreateEmpty => self.create_empty(desk),
            Errand::Copy => self.copy(desk),
            Errand::Delete => self.delete(desk),
            Errand::TakeFile => self.take_file(desk),
            Errand::Download => self.download(desk),
            Errand::ShowLink(link) => self.show_link(desk, &link),
            Errand::LeaveLink => self.leave_link(desk),
        }
    }

    fn begin(self, desk: Desk, opens: bool) {
        // What lies in the bin too long goes; where it cannot, it stays.
        let _ = self.shelf().purge(clock::now());
        if desk.edits.get_untracked() > 0 {
            // Whoever has begun to type meanwhile goes on.
            self.flush(desk);
        } else if opens && !self.has_documents() {
            // The desk is empty already: laid out anew, it would lose text that is no number yet.
            self.refresh();
        } else if opens {
            self.open_last(desk);
        } else {
            self.refresh();
            self.tell(desk, Word::SAVED_CAREFUL);
        }
        self.take_file(desk);
        self.shelf().boot_done();
    }

    /// Writes the document now, if something waits to be written.
    fn flush(self, desk: Desk) {
        if desk.saved.get_untracked() != Saved::Waiting {
            return;
        }
        let (model, id) = (desk.model.get_untracked(), desk.id.get_untracked());
        if id.is_none() && model == empty_model(desk.language.get_untracked()) {
            return desk.mark(self.resting());
        }
        let (now, fresh) = (clock::now(), clock::random_id());
        let suffix = format!(" ({})", desk.show_untracked(|show| show.word(Word::SAVED_OTHER_TAB_SUFFIX)));
        let result = match id {
            Some(id) => {
                let spare = Spare { id: &fresh, suffix: &suffix };
                let rev = self
                    .revs
                    .with_value(|revs| revs.iter().find(|(own, _)| *own == id).map_or(0, |(_, rev)| *rev));
                self.shelf().save(&id, &model, rev, spare, now)
            }
            None => self.shelf().create(&fresh, &model, now),
        };
        match result {
            Ok(saved) => {
                self.note_rev(&saved.id, saved.rev);
                desk.keep_as(saved.id, self.resting());
                if let Some(name) = saved.renamed {
                    desk.notice.set(Some(desk.with_untracked(Word::SAVED_OTHER_TAB, "name", &name)));
                    desk.rename(name);
                }
                if !self.asked.get_value() {
                    self.asked.set_value(true);
                    store::ask_to_persist();
                }
            }
            Err(SaveFault::TooNew) => desk.mark(Saved::Newer),
            Err(SaveFault::Blocked) => desk.mark(Saved::MemoryOnly),
            Err(_) => desk.mark(Saved::Full),
        }
        self.list();
    }

    /// Reads the list of documents anew.
    fn list(self) {
        renew(self.entries, self.shelf().list(clock::now()).unwrap_or_default());
    }

    /// Reads the lists anew.
    pub fn refresh(self) {
        self.list();
        let shelf = self.shelf();
        renew(self.bin, shelf.bin().unwrap_or_default());
        renew(self.lost, shelf.lost().unwrap_or_default());
    }

    fn note_rev(self, id: &str, rev: u32) {
        self.revs.update_value(|revs| {
            revs.retain(|(own, _)| own != id);
            revs.push((id.to_owned(), rev));
        });
    }

    /// Puts another document on the desk; undo does not lead back.
    fn lay_out(self, desk: Desk, model: Model, id: Option<String>, saved: Saved) {
        self.flush(desk);
        desk.open(model, id, saved);
    }

    /// Puts a new document on the desk; undo leads back to the one before, if that is one's own.
    fn lay_new(self, desk: Desk, model: Model, saved: Saved) {
        self.flush(desk);
        if desk.saved.get_untracked().is_own() {
            desk.begin(model, saved)
        } else {
            desk.open(model, None, saved)
        }
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

    /// Puts a new document on the desk and on the shelf.
    pub fn create(self, desk: Desk, model: Model) {
        self.lay_new(desk, model, Saved::Waiting);
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
            desk.mark(self.resting());
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

    /// Opens what is in the file that was chosen or dropped, if there is one.
    pub fn take_file(self, desk: Desk) {
        let done: files::Done = Rc::new(move |picked| match picked {
            Ok(picked) => self.import(desk, &picked.text),
            Err(files::PickFault::TooLarge) => self.tell_file_error(desk, &FileError::TooLarge),
            Err(files::PickFault::Unreadable) => self.tell(desk, Word::FILE_UNREADABLE),
        });
        files::take_chosen(MOST_FILE, &done);
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
    fn show_link(self, desk: Desk, link: &str) {
        match read_link(link) {
            Ok(link) => {
                self.flush(desk);
                desk.open(link.model, None, Saved::View);
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
            desk.mark(self.resting());
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

/// Sets a list only where it is another: what is drawn by it keeps its place, its focus, what is unfolded.
fn renew<T: PartialEq + Send + Sync + 'static>(list: RwSignal<Vec<T>>, now: Vec<T>) {
    if list.with_untracked(|before| *before != now) {
        list.set(now);
    }
}
