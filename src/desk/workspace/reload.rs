//! What outlives a reload of the page, taken from what is worked on and taken up again.

use super::{Sheet, Workspace};
use crate::desk::history::History;
use crate::desk::{Received, Remembered, StepName};
use crate::model::Model;

impl Workspace {
    /// What a reload of the page would lose: the steps of undo within this document, and what became of a link.
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
        Remembered {
            id: self.id().unwrap_or_default().to_owned(),
            link,
            now: self.sheet.model.clone(),
            past,
            future,
        }
    }

    /// Takes up what was remembered before a reload, where it belongs to what is on the desk. What was changed in a
    /// link is a draft then; a document that has become another meanwhile is left as it is.
    pub(in crate::desk) fn recall(&mut self, remembered: Remembered) {
        let Remembered { id, link, now, past, future } = remembered;
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
