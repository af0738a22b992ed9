//! What outlives a reload of the page, taken from what is worked on and taken up again.

use super::{Sheet, Workspace};
use crate::desk::history::History;
use crate::desk::{Received, Remembered, StepName, Unsaved};
use crate::model::Model;

impl Workspace {
    /// What a reload of the page would lose: the steps of undo within this document, what became of a link, and what
    /// is not stored as it is.
    pub fn remembered(&self) -> Remembered {
        let number = self.sheet.number;
        let [past, future] = self.history.steps().map(|steps| {
            // Backwards, until a step leads to another document.
            let own = steps.into_iter().rev().take_while(|(_, sheet)| sheet.number == number);
            let mut own: Vec<_> = own.map(|(name, sheet)| (name.clone(), sheet.model.clone())).collect();
            own.reverse();
            own
        });
        let link =
            if let Received::Link { text, .. } = &self.received { text.clone() } else { String::new() };
        let here = self.id().filter(|_| self.is_changed);
        let here = here.map(|id| Unsaved { id: id.to_owned(), model: self.sheet.model.clone() });
        let unsaved = here.into_iter().chain(self.unsaved.iter().cloned());
        let unsaved = unsaved.map(|own| (own.clone(), self.edition(&own.id))).collect();
        Remembered {
            id: self.id().unwrap_or_default().to_owned(),
            link,
            now: self.sheet.model.clone(),
            past,
            future,
            unsaved,
        }
    }

    /// Takes up what was remembered before a reload, where it belongs to what is on the desk. What was changed in a
    /// link is a draft then; a document that has become another meanwhile is left as it is.
    pub(in crate::desk) fn recall(&mut self, remembered: Remembered) {
        let Remembered { id, link, now, past, future, unsaved } = remembered;
        for (own, edition) in unsaved {
            self.note_edition(&own.id, edition, true);
            self.unsaved.retain(|other| other.id != own.id);
            self.unsaved.push(own);
        }
        // Somebody else's lies there: then it stays among the others.
        if self.saved.is_own() {
            self.take_up();
            self.rest(self.resting);
        }
        let is_document = !id.is_empty() && self.id() == Some(&*id) && now == self.sheet.model;
        let is_link = match &mut self.received {
            Received::Link { text, is_draft, .. } if !link.is_empty() && *text == link => {
                *is_draft = now != self.sheet.model;
                true
            }
            _ => false,
        };
        if !is_document && !is_link {
            return;
        }
        let number = self.sheet.number;
        let sheets = |steps: Vec<(StepName, Model)>| {
            steps.into_iter().map(|(name, model)| (name, Sheet { model, number })).collect()
        };
        self.sheet.model = now;
        self.history = History::of(sheets(past), sheets(future));
        self.count(true);
    }
}
