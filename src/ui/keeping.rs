//! The keeping: has the desk's documents opened, kept, copied and deleted, and hands files out and in. Loaded later.

mod notices;
mod state;
mod watching;

pub use state::keeping_state;

use super::keeper::{Errand, Hand, Keeper};
use super::notice::WayBack;
use super::screen::Screen;
use super::state::Desk;
use crate::browser::{clock, files, fragment, intl, page, store};
use crate::codec::shelf::LAST_OPEN;
use crate::codec::{FileError, write_file, write_library};
use crate::desk::{Around, FileContents, Keeping, Kept, Lists, Notice, SaveState, Workspace};
use crate::loaded_later::loaded_later;
use crate::model::{Currency, Model};
use crate::plan::evaluate;
use crate::tables::decode;
use crate::text::{Word, know_all_words};
use leptos::prelude::*;
use notices::told;
use std::rc::Rc;
use wasm_split_helpers::SplitLoaderError;

/// The largest file that is read, in bytes: a whole library.
const MOST_FILE: u32 = 16 * 1024 * 1024;
/// How files of documents end.
const EXTENSION: &str = "uecon.json";
/// The media type of files.
const KIND: &str = "application/json";

loaded_later! {
    /// Loads whoever does errands.
    #[part(keeping)]
    pub fn hand() -> Result<Hand, SplitLoaderError> {
        know_all_words();
        Ok(Keeper::run)
    }
}

impl Keeper {
    /// Does an errand.
    fn run(self, desk: Desk, errand: Errand) {
        if desk.with_people.with_untracked(Option::is_none) {
            desk.with_people.set(Some(evaluate));
        }
        match errand {
            Errand::Begin => self.begin(desk, true),
            Errand::BeginCarefully => self.begin(desk, false),
            Errand::Write => self.write_alone(desk, true),
            Errand::Flush => self.write_alone(desk, false),
            Errand::Leave => self.leave(desk),
            Errand::Open(id) => self.open(desk, &id),
            Errand::CreateEmpty => self.create_empty(desk),
            Errand::Copy => self.copy(desk),
            Errand::Restore(key) => self.restore(desk, &key),
            Errand::Delete => self.keep(desk, &mut |keeping| keeping.delete()),
            Errand::TakeFile => self.take_file(desk),
            Errand::Download => self.download(desk),
            Errand::TakeAlong => self.take_along(desk),
            Errand::ShowLink(link) => self.show_link(desk, &link),
            Errand::DropDraft => self.keep(desk, &mut |keeping| keeping.drop_draft()),
            Errand::LeaveLink => self.leave_link(desk),
        }
    }

    /// Does something with the documents, and tells what has come of it.
    fn keep(self, desk: Desk, errand: &mut dyn FnMut(&mut Keeping<'_>)) {
        let language = desk.language.get_untracked();
        let around = Around {
            shelf: self.shelf(),
            now: clock::now(),
            today: &|| intl::day(language.tag(), clock::now()),
            language,
            currency: Currency::of_reader(&page::languages()),
            resting: self.resting(),
            fresh_id: &clock::random_id,
        };
        let mut kept = Kept::default();
        desk.rearrange(&mut |work| {
            let mut keeping = Keeping::new(work, around);
            errand(&mut keeping);
            kept = keeping.done();
        });
        // Only what is another is news: what came is shown as it came.
        let received = desk.workspace(|work| work.received().clone());
        if self.received.with_untracked(|before| *before != received) {
            self.received.set(received);
        }
        if kept.has_written && !keeping_state(|state| state.is_persistent.replace(true)) {
            store::ask_to_persist();
        }
        if let Some(file) = kept.file {
            keeping_state(|state| state.file.clone()).set(Some(file));
            desk.screen.set(Screen::Start);
        }
        self.refresh(desk, kept.lists);
        self.guard(desk);
        if let Some(notice) = kept.notice {
            let text = told(desk, &notice);
            match notice {
                Notice::Binned(key) => desk.tell_with(text, WayBack::Restore(key)),
                // What is told already is not told anew.
                _ if desk
                    .notice
                    .with_untracked(|shown| shown.as_ref().is_some_and(|shown| shown.text == text)) => {}
                _ => desk.tell(text),
            }
        }
    }

    /// The page is about to go, or may be: keeps what is there, and remembers what a reload would lose.
    fn leave(self, desk: Desk) {
        self.keep(desk, &mut |keeping| keeping.look(None));
        store::remember(desk.workspace(Workspace::remembered).text().as_deref());
    }

    fn show_link(self, desk: Desk, link: &str) {
        let remembered = store::take_remembered();
        self.keep(desk, &mut |keeping| {
            keeping.show_link(link);
            keeping.recall(&remembered);
        });
    }

    fn begin(self, desk: Desk, opens: bool) {
        self.listen(desk);
        // Where a link follows, it is the one that was worked on.
        let has_link = fragment::incoming().is_some();
        let remembered = if has_link { String::new() } else { store::take_remembered() };
        self.keep(desk, &mut |keeping| {
            keeping.begin(opens);
            keeping.recall(&remembered);
        });
        self.take_file(desk);
    }

    /// Reads lists of documents again.
    pub fn refresh(self, desk: Desk, lists: Lists) {
        let shelf = self.shelf();
        if lists >= Lists::Documents {
            let entries = shelf.list(clock::now()).unwrap_or_default();
            renew(self.entries, self.with_unsaved(desk, entries));
        }
        if lists == Lists::All {
            renew(self.bin, shelf.bin().unwrap_or_default());
            renew(self.lost, shelf.lost().unwrap_or_default());
        }
    }

    /// Opens a document of the shelf.
    pub fn open(self, desk: Desk, id: &str) {
        self.keep(desk, &mut |keeping| keeping.open(id));
    }

    /// Puts a new document on the desk and on the shelf.
    pub fn create(self, desk: Desk, model: &Model) {
        self.keep(desk, &mut |keeping| keeping.create(model.clone()));
    }

    /// A new document with nothing filled in; kept from its first change on.
    pub fn create_empty(self, desk: Desk) {
        self.keep(desk, &mut |keeping| keeping.create_empty());
    }

    /// A copy of the document on the desk, opened; the way to keep what came by a link.
    fn copy(self, desk: Desk) {
        self.keep(desk, &mut |keeping| keeping.copy());
        fragment::clear();
    }

    /// Moves a document to the bin.
    pub fn delete_entry(self, desk: Desk, id: &str) {
        self.keep(desk, &mut |keeping| keeping.delete_entry(id));
    }

    /// Takes a document out of the bin and opens it.
    pub fn restore(self, desk: Desk, key: &str) {
        self.keep(desk, &mut |keeping| keeping.restore(key));
    }

    /// Removes something from the bin or from what was lost, for good.
    pub fn forget(self, desk: Desk, key: &str) {
        self.keep(desk, &mut |keeping| keeping.forget(key));
    }

    /// Leaves the sender's document for one's own.
    fn leave_link(self, desk: Desk) {
        fragment::clear();
        self.keep(desk, &mut |keeping| keeping.leave_link());
    }

    /// Stores the ticked documents of a file.
    pub fn accept(self, desk: Desk, file: &FileContents, ticks: &[bool]) {
        self.keep(desk, &mut |keeping| keeping.accept(file, ticks));
    }

    /// Empties the bin for good.
    pub fn empty_bin(self, desk: Desk) {
        self.keep(desk, &mut |keeping| keeping.empty_bin());
    }

    /// Hands out a text that could not be read, as it is.
    pub fn download_lost(self, key: &str) {
        if let Ok(Some(text)) = self.shelf().aside_text(key) {
            let _ = files::download("obkatka-lost.json", KIND, &text);
        }
    }

    /// Hands out the document on the desk as a file.
    pub fn download(self, desk: Desk) {
        desk.model.with_untracked(|model| self.download_model(desk, model));
    }

    /// Hands out a document as a file.
    pub fn download_model(self, desk: Desk, model: &Model) {
        let name = files::file_name(&model.about.name, EXTENSION);
        if !files::download(&name, KIND, &write_file(model)) {
            self.tell(desk, Word::FILE_NO_DOWNLOAD);
        }
    }

    /// Hands out all that is not stored as it is in one file: the document on the desk, and those that have left it.
    fn take_along(self, desk: Desk) {
        let left: Vec<_> =
            desk.workspace(|work| work.unsaved().iter().map(|own| own.model.clone()).collect());
        if desk.saved.get_untracked() == SaveState::Unopened {
            // That of the one which was to be opened, as it is stored.
            let last = self.shelf().pref(LAST_OPEN);
            return match last.and_then(|id| self.shelf().text(&id).ok().flatten()) {
                Some(text) => drop(files::download("obkatka-lost.json", KIND, &text)),
                None => self.download_all(),
            };
        }
        if left.is_empty() {
            return self.download(desk);
        }
        let here = desk.workspace(|work| work.is_changed().then(|| work.model().clone()));
        let text = write_library(here.iter().chain(&left));
        if !files::download(&files::file_name("obkatka-unsaved", EXTENSION), KIND, &text) {
            self.tell(desk, Word::FILE_NO_DOWNLOAD);
        }
    }

    /// Hands out all documents in one file.
    pub fn download_all(self) {
        if let Ok(library) = self.shelf().export_all(clock::now()) {
            let _ = files::download(&files::file_name("obkatka-all", EXTENSION), KIND, &library.text);
        }
    }

    /// Opens a file; where it holds several documents, they join those that are being chosen from.
    fn import(self, desk: Desk, text: &str) {
        let before = keeping_state(|state| state.file.clone()).get_untracked();
        self.keep(desk, &mut |keeping| {
            keeping.import(text);
            before.clone().into_iter().for_each(|before| keeping.join(before));
        });
    }

    /// Opens what is in the files that were chosen or dropped, if there are any: each stands on the shelf, the last on the
    /// desk.
    fn take_file(self, desk: Desk) {
        let done: files::DoneBytes = Rc::new(move |bytes| match bytes {
            // Files are UTF-8, but for those that somebody's editor has saved in its own way.
            Ok(bytes) => self.import(desk, &decode(&bytes)),
            Err(files::PickFault::TooLarge) => {
                desk.tell(told(desk, &Notice::File(FileError::TooLarge)));
            }
            Err(files::PickFault::Unreadable) => self.tell(desk, Word::FILE_UNREADABLE),
        });
        files::take_chosen(MOST_FILE, &done);
    }
}

/// Sets a list only where it is another: what is drawn by it keeps its place, its focus, what is unfolded.
fn renew<T: PartialEq + Send + Sync + 'static>(list: RwSignal<Vec<T>>, now: Vec<T>) {
    if list.with_untracked(|before| *before != now) {
        list.set(now);
    }
}
