//! Errands with documents as a whole: when there is something to be kept, and how it is done, by whoever is loaded
//! later.

use super::keeper::{Errand, Hand, Keeper};
use super::keeping;
use super::state::Desk;
use crate::browser::{page, timers};
use crate::codec::shelf::LAST_OPEN;
use crate::desk::SaveState;
use crate::text::Word;
use js_sys::futures::spawn_local;
use leptos::prelude::*;

/// How long a pause in typing is before the document is said to be saved, in milliseconds.
const PAUSE: u32 = 400;

impl Keeper {
    /// Has every change written as soon as it is drawn, and at once when the page goes away.
    pub fn watch(self, desk: Desk) {
        // What was typed before the page was there is a change too.
        let is_changed = desk.edits.get_untracked() > 0;
        Effect::watch(move || desk.edits.get(), move |_, _, _| self.changed(desk), is_changed);
        Effect::watch(move || desk.id.get(), move |id, _, _| self.note_open(desk, id.as_deref()), false);
        page::on_leave(Box::new(move || self.ask(desk, Errand::Leave)));
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
        if !self.is_writing.get_value() {
            self.is_writing.set_value(true);
            let write = move || {
                self.is_writing.set_value(false);
                self.ask(desk, Errand::Write);
            };
            timers::later(self.pause.get_value(), Box::new(write));
        }
        let change = desk.edits.get_untracked();
        let flush = move || {
            // A pause is over when nothing has been changed in it.
            if desk.edits.get_untracked() == change {
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
}
