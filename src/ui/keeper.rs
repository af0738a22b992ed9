//! The keeper of this page's documents: where they are kept, what of them is listed, and what can be asked of it.

use super::state::Desk;
use crate::codec::shelf::{Binned, Entry, Lost, Shelf, Store};
use crate::desk::{Received, SaveState};
use crate::first_screen::Beginning;
use crate::text::Word;
use leptos::prelude::*;

/// Something to be done with documents as a whole.
#[derive(Clone, Debug)]
pub enum Errand {
    /// Open what was open last, and empty the bin of what has lain there too long.
    Begin,
    /// Read the lists only: the last starts failed.
    BeginCarefully,
    /// Write what is not stored as it is, in the midst of typing.
    Write,
    /// The same in a pause of typing, which is the end of it.
    Flush,
    /// The same, and remember what a reload would lose: the page may be about to go.
    Leave,
    /// Open a document of the shelf.
    Open(String),
    /// Begin a document with nothing filled in.
    CreateEmpty,
    /// Copy the document on the desk; the way to keep what came by a link.
    Copy,
    /// Move the document on the desk to the bin.
    Delete,
    /// Take a document out of the bin, by its key there.
    Restore(String),
    /// Open the file that was chosen or dropped.
    TakeFile,
    /// Hand the document out as a file.
    Download,
    /// Hand out whatever is not stored as a file.
    TakeAlong,
    /// Show the document of a link.
    ShowLink(String),
    /// Drop what was changed in the document of a link.
    DropDraft,
    /// Leave the sender's document for one's own.
    LeaveLink,
}

/// The shortest time after which a change is written, in milliseconds: what it looks like is drawn first.
pub const LEAST_PAUSE: u32 = 20;

/// Whoever does errands.
pub type Hand = fn(Keeper, Desk, Errand);

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
    pub(super) hand: StoredValue<Option<Hand>>,
    /// Milliseconds after which a change is written while more of them follow.
    pub(super) pause: StoredValue<u32>,
    /// Whether a change is about to be written.
    pub(super) is_writing: StoredValue<bool>,
}

/// The keeper of this page.
pub fn keeper() -> Keeper {
    expect_context()
}

impl Keeper {
    /// A keeper over the storage that the page has begun with.
    pub fn new(beginning: &Beginning) -> Self {
        Self {
            entries: RwSignal::new(Vec::new()),
            bin: RwSignal::new(Vec::new()),
            lost: RwSignal::new(Vec::new()),
            received: RwSignal::new(Received::Nothing),
            store: StoredValue::new_local(beginning.store),
            is_local: beginning.is_local,
            hand: StoredValue::new(None),
            pause: StoredValue::new(LEAST_PAUSE),
            is_writing: StoredValue::new(false),
        }
    }

    /// The documents.
    pub fn shelf(self) -> Shelf<'static> {
        Shelf::of(self.store.get_value())
    }

    /// Whether there may be something to open: then the page waits for it instead of showing another.
    pub fn has_documents(self) -> bool {
        self.shelf().has_documents()
    }

    /// What the state of saving is while nothing waits to be written.
    pub fn resting(self) -> SaveState {
        SaveState::resting(self.is_local)
    }

    /// Whether what is stored outlives the page.
    pub fn is_local(self) -> bool {
        self.is_local
    }

    /// Tells something once.
    pub fn tell(self, desk: Desk, word: Word) {
        desk.tell(desk.show_untracked(|show| show.word(word)));
    }
}
