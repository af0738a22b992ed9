//! Documents out of the store, and what becomes of those that cannot be read.

use super::record::{self, Edition, Unreadable};
use super::{Entry, Moment, Shelf, StoreFault, keys};
use crate::codec::fault::Fault;
use crate::codec::file::{Opened, write_library};
use crate::model::Model;

/// A document from the shelf.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    /// The document.
    pub model: Model,
    /// Which of its texts it is; [`Shelf::save`] asks for it.
    pub edition: Edition,
    /// When it was saved; 0 where that is not known.
    pub saved: Moment,
    /// Places that could not be read. Before the document is written over, the text that had them
    /// is put aside.
    pub faults: Vec<Fault>,
    /// Whether the text was damaged or gone, so that this is the good copy before it.
    pub is_previous: bool,
    /// Whether it was of an older schema, by whose rules its results were others.
    pub is_migrated: bool,
}

/// Why a document did not open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadFault {
    /// The store may not be used.
    Blocked,
    /// There is none with this id.
    Missing,
    /// It cannot be read and there is no copy; its text is among the [`Shelf::lost`].
    Damaged,
    /// Made by a newer version of the program; it is left alone.
    TooNew {
        /// That version, where the document says so.
        made_with: String,
    },
}

/// All documents in one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Library {
    /// The text of the file.
    pub text: String,
    /// How many documents it holds.
    pub count: usize,
    /// Ids of documents that are not in it, since they cannot be read.
    pub left_out: Vec<String>,
}

/// What lies under an id, with its text.
pub(super) enum Found {
    Nothing,
    Damaged,
    TooNew { made_with: String, text: String },
    Good { opened: Box<Opened>, text: String, is_previous: bool },
}

impl Found {
    /// What a text holds, or the text again where it is damaged.
    fn read(text: String, is_previous: bool) -> Result<Self, String> {
        match record::read(&text) {
            Ok(opened) => Ok(Self::Good { opened: Box::new(opened), text, is_previous }),
            Err(Unreadable::TooNew { made_with }) => Ok(Self::TooNew { made_with, text }),
            Err(Unreadable::Damaged) => Err(text),
        }
    }
}

impl Shelf<'_> {
    /// Opens a document. If its text is damaged, the text is put aside and the good copy before it
    /// takes its place.
    ///
    /// # Errors
    /// Where there is nothing to open; see [`LoadFault`].
    pub fn load(self, id: &str, now: Moment) -> Result<Loaded, LoadFault> {
        match self.find(id, now).map_err(|_| LoadFault::Blocked)? {
            Found::Nothing => Err(LoadFault::Missing),
            Found::Damaged => Err(LoadFault::Damaged),
            Found::TooNew { made_with, .. } => Err(LoadFault::TooNew { made_with }),
            Found::Good { opened, text, is_previous } => {
                let Entry { saved, .. } = Entry::of(id, &opened, text.len());
                let edition = Edition::of(&text, &opened);
                let Opened { model, faults, is_migrated, .. } = *opened;
                Ok(Loaded { model, edition, saved, faults, is_previous, is_migrated })
            }
        }
    }

    /// The text of a document as it is stored, to be downloaded where it cannot be opened.
    ///
    /// # Errors
    /// Where the store may not be used.
    pub fn text(self, id: &str) -> Result<Option<String>, StoreFault> {
        match self.store.get(&keys::current(id))? {
            None => self.store.get(&keys::previous(id)),
            text => Ok(text),
        }
    }

    /// All documents in one file, as a copy to keep elsewhere.
    ///
    /// # Errors
    /// Where the store may not be used.
    pub fn export_all(self, now: Moment) -> Result<Library, StoreFault> {
        let (mut models, mut left_out) = (Vec::new(), Vec::new());
        for id in self.ids()? {
            match self.find(&id, now)? {
                Found::Good { opened, .. } => models.push(opened.model),
                _ => left_out.push(id),
            }
        }
        Ok(Library { text: write_library(models.iter()), count: models.len(), left_out })
    }

    /// What lies under an id, mended if need be.
    pub(super) fn find(self, id: &str, now: Moment) -> Result<Found, StoreFault> {
        let key = keys::current(id);
        match self.store.get(&key)?.map(|text| Found::read(text, false)) {
            Some(Ok(found)) => Ok(found),
            None => self.copy(id, true, Found::Nothing, now),
            Some(Err(text)) => {
                let is_free = self.clear_away(&key, &text, now).is_ok();
                self.copy(id, is_free, Found::Damaged, now)
            }
        }
    }

    /// The previous copy, which takes the document's place if that is free; `otherwise` if there is
    /// none. To fail at moving it loses nothing: it stays where it is and is found again.
    fn copy(self, id: &str, is_free: bool, otherwise: Found, now: Moment) -> Result<Found, StoreFault> {
        let key = keys::previous(id);
        match self.store.get(&key)?.map(|text| Found::read(text, true)) {
            None => Ok(otherwise),
            Some(Ok(found)) => {
                if let (true, Found::Good { text, .. } | Found::TooNew { text, .. }) = (is_free, &found) {
                    let _ = self.put_sound(&keys::current(id), text);
                }
                Ok(found)
            }
            Some(Err(text)) => {
                let _ = self.clear_away(&key, &text, now);
                Ok(Found::Damaged)
            }
        }
    }

    /// Moves a text that cannot be read to the lost ones.
    fn clear_away(self, key: &str, text: &str, now: Moment) -> Result<(), StoreFault> {
        self.quarantine(key, text, now)?;
        self.store.remove(key)
    }
}
