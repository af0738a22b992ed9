//! What is not stored as it is: the document on the desk, and those that had to leave it so.

use super::{Sheet, Workspace};
use crate::desk::history::History;
use crate::desk::{SaveState, Unsaved};
use crate::model::Model;

impl Workspace {
    /// Whether the document is another than the one that is stored.
    pub fn is_changed(&self) -> bool {
        self.is_changed
    }

    /// The documents that have left the desk and are not stored as they were left.
    pub fn unsaved(&self) -> &[Unsaved] {
        &self.unsaved
    }

    /// Whether anything would be lost with the page: the document on the desk, or one that has left it.
    pub fn has_unsaved(&self) -> bool {
        self.is_changed || !self.unsaved.is_empty()
    }

    /// Holds a document that leaves the desk, if it is another than the one that is stored.
    pub(super) fn hold(&mut self, sheet: Sheet) {
        let id = self.ids.get(sheet.number).cloned().flatten();
        if let (true, Some(id)) = (self.is_changed, id) {
            self.unsaved.retain(|own| own.id != id);
            self.unsaved.push(Unsaved { id, model: sheet.model });
        }
        self.is_changed = false;
    }

    /// The document that came onto the desk, if it was among the unsaved, is to be written from here again.
    pub(super) fn take_up(&mut self) {
        let own = self.id().and_then(|id| self.unsaved.iter().position(|unsaved| unsaved.id == id));
        if let Some(at) = own {
            self.sheet.model = self.unsaved.remove(at).model;
            self.note_edit();
        }
    }

    /// Puts another text of the same document on the desk: somebody else has stored it. Undo does not lead back past it.
    pub(in crate::desk) fn follow(&mut self, model: Model) {
        let id = self.id().map(str::to_owned);
        self.sheet = Sheet { model, number: 0 };
        self.history = History::default();
        self.ids = vec![id];
        self.is_typing = false;
        self.count(true);
    }

    /// Says that the document is stored as it is.
    pub(in crate::desk) fn note_stored(&mut self) {
        self.is_changed = false;
    }

    /// Says that the document is not stored as it is, though nobody has changed it here.
    pub(in crate::desk) fn note_unsaved(&mut self) {
        self.is_changed = true;
    }

    /// Lets go of a document that had left the desk unsaved: it is stored now, or not wanted any more.
    pub(in crate::desk) fn release(&mut self, id: &str) {
        self.unsaved.retain(|own| own.id != id);
    }

    /// Says how safe a document is while nothing waits to be written.
    pub(in crate::desk) fn rest(&mut self, resting: SaveState) {
        self.resting = resting;
        if !self.is_changed && !self.saved.is_apart() {
            self.saved = if self.unsaved.is_empty() { resting } else { SaveState::OthersUnsaved };
        }
    }
}
