//! What the page begins with.

use super::Intl;
use crate::browser::{page, store};
use crate::codec::shelf::{Boot, Shelf, Store};
use crate::desk::{SaveState, Workspace, empty_model};
use crate::model::Currency;
use crate::text::{Language, Show};

/// What is known when the program starts, and what has been typed since.
pub struct Beginning {
    /// What is worked on.
    pub workspace: Workspace,
    /// The ids of the form's fields of whose text the page has something to say: refused, or doubtful.
    pub untold: Vec<String>,
    /// The language of the reader.
    pub language: Language,
    /// Whether the last starts failed.
    pub boot: Boot,
    /// Where documents are kept.
    pub store: &'static dyn Store,
    /// Whether what is stored outlives the page.
    pub is_local: bool,
}

impl Beginning {
    /// Opens the storage and lays an empty document on the desk. The language is the one that the page is in already.
    pub(super) fn of_page() -> Self {
        let (store, kept) = store::open_store();
        let is_local = kept == store::Kept::Local;
        let language = Language::of_tag(&page::language()).unwrap_or(Language::English);
        let workspace = Workspace::new(
            empty_model(language, Currency::of_reader(&page::languages())),
            SaveState::resting(is_local),
        );
        let boot = Shelf::of(store).begin_boot();
        Self { workspace, untold: Vec::new(), language, boot, store, is_local }
    }

    /// Whether there may be documents to open.
    pub fn has_documents(&self) -> bool {
        Shelf::of(self.store).has_documents()
    }

    /// How words and numbers are shown.
    pub(super) fn show(&self) -> Show<'static> {
        let about = &self.workspace.model().about;
        let (currency, unit, trade, start) = (about.currency, about.unit, about.trade, about.start);
        Show { language: self.language, currency, unit, trade, start, digits: &Intl }
    }
}
