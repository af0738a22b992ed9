//! The keeper: notices what is to be kept, and has it done. The doing is a part that is loaded later.

use super::keeping;
use super::state::Desk;
use crate::browser::{page, store, tabs, timers};
use crate::codec::shelf::{Binned, Entry, LAST_OPEN, Lost, Shelf, Store};
use crate::desk::{Received, SaveState};
use crate::text::Word;
use js_sys::futures::spawn_local;
use leptos::prelude::*;
use std::rc::Rc;

/// How long a pause in typing is before the document is written, in milliseconds.
const PAUSE: u32 = 400;

/// Something to be done with documents as a whole.
#[derive(Clone, Debug)]
pub enum Errand {
    /// Open what was open last, and empty the bin of what has lain there too long.
    Begin,
    /// Read the lists only: the last starts failed.
    BeginCarefully,
    /// Write the document now, if something waits to be written.
    Flush,
    /// Read the lists anew.
    Refresh,
    /// Open a document of the shelf.
    Open(String),
    /// Begin a document with nothing filled in.
    CreateEmpty,
    /// Copy the document on the desk; the way to keep what came by a link.
    Copy,
    /// Move the document on the desk to the bin.
    Delete,
    /// Open the file that was chosen or dropped.
    TakeFile,
    /// Hand the document out as a file.
    Download,
    /// Show the document of a link.
    ShowLink(String),
    /// Leave the sender's document for one's own.
    LeaveLink,
}

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
    hand: StoredValue<Option<Hand>>,
    /// Goes up with every change: a pause is over when it still is what it was.
    changes: StoredValue<u32>,
    /// Whether the browser was asked to keep the storage: once a page is enough.
    pub(super) asked: StoredValue<bool>,
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
            hand: StoredValue::new(None),
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
        page::on_leave(Box::new(move || self.ask(desk, Errand::Flush)));
        tabs::on_change(Box::new(move |_| self.ask(desk, Errand::Refresh)));
    }

    /// Remembers which document is open.
    fn note_open(self, desk: Desk, id: Option<&str>) {
        // Somebody else's is not one to come back to.
        if desk.saved.get_untracked() == SaveState::View {
            return;
        }
        // Where it is not remembered the next start opens none: no harm.
        let _ = self.shelf().keep_pref(LAST_OPEN, id);
    }

    fn changed(self, desk: Desk) {
        if desk.saved.get_untracked() != SaveState::Waiting {
            return;
        }
        let change = self.changes.get_value().wrapping_add(1);
        self.changes.set_value(change);
        let flush = move || {
            if self.changes.get_value() == change {
                self.ask(desk, Errand::Flush);
            }
        };
        timers::later(PAUSE, Box::new(flush));
    }

    /// Has something done; loads whoever does it first, where that is still to come.
    pub fn ask(self, desk: Desk, errand: Errand) {
        match self.hand.get_value() {
            Some(hand) => hand(self, desk, errand),
            // Empty is what the desk is: done later, it would take away what is typed until then.
            None if matches!(errand, Errand::CreateEmpty) && self.is_untouched(desk) => {}
            None => spawn_local(async move {
                match self.arrived().await {
                    Some(hand) => hand(self, desk, errand),
                    None => self.tell(desk, Word::LATER_FAILED),
                }
            }),
        }
    }

    /// Loads whoever handles documents; `None` where that does not come.
    pub async fn arrived(self) -> Option<Hand> {
        let hand = keeping::hand().await.ok()?;
        self.hand.set_value(Some(hand));
        Some(hand)
    }

    /// Whether there is nothing but the empty document of a first visit.
    fn is_untouched(self, desk: Desk) -> bool {
        desk.edits.get_untracked() == 0 && !self.has_documents()
    }

    /// Whether there may be something to open: then the page waits for it instead of showing another.
    pub fn has_documents(self) -> bool {
        self.shelf().has_documents()
    }

    /// What the state of saving is while nothing waits to be written.
    pub fn resting(self) -> SaveState {
        if self.is_local { SaveState::Kept } else { SaveState::MemoryOnly }
    }

    /// Tells something once.
    pub fn tell(self, desk: Desk, word: Word) {
        desk.notice.set(Some(desk.show_untracked(|show| show.word(word))));
    }
}
