//! What the keeping listens to: other tabs, the way back to the page, and what could not be written and is tried again.

use super::{Keeper, Lists};
use crate::browser::{clock, page, tabs, timers};
use crate::codec::shelf::Entry;
use crate::desk::Workspace;
use crate::ui::keeper::LEAST_PAUSE;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// After so many milliseconds what could not be written is tried again, unless it is tried before.
const RETRY: u32 = 5_000;
/// Between two writings there is at least so many times as long as one takes: typing goes before.
const SHARE: f64 = 8.0;
/// The longest time after which a change is written while more of them follow, in milliseconds.
const LONGEST_PAUSE: u32 = 400;

impl Keeper {
    /// Begins to listen, once a page.
    pub(super) fn listen(self, desk: Desk) {
        tabs::on_change(Box::new(move |_| self.refresh(desk, Lists::All)));
        page::on_return(Box::new(move || self.keep(desk, &mut |keeping| keeping.flush())));
    }

    /// After something was done: where anything is unsaved, the browser asks before the page goes, and it is tried
    /// again.
    pub(super) fn guard(self, desk: Desk) {
        let is_unsaved = desk.workspace(Workspace::has_unsaved);
        // Without a storage all goes with the page, stored or not.
        let is_fleeting = !self.is_local() && desk.workspace(|work| work.edits() > 0 || work.id().is_some());
        let asks = is_unsaved || is_fleeting;
        if self.is_asking.get_value() != asks {
            self.is_asking.set_value(asks);
            page::ask_before_leaving(asks);
        }
        if is_unsaved && !self.is_retrying.get_value() {
            self.is_retrying.set_value(true);
            let retry = move || {
                self.is_retrying.set_value(false);
                self.keep(desk, &mut |keeping| keeping.flush());
            };
            timers::later(RETRY, Box::new(retry));
        }
    }

    /// Does something, and leaves the more time until the next writing the longer it takes.
    pub(super) fn paced(self, work: impl FnOnce()) {
        let begin = clock::ticks();
        work();
        let pause = ((clock::ticks() - begin) * SHARE) as u32;
        self.pause.set_value(pause.max(LEAST_PAUSE).min(LONGEST_PAUSE));
    }

    /// Which documents are not stored as they are, and with them those that are not on the shelf at all.
    pub(super) fn with_unsaved(self, desk: Desk, mut entries: Vec<Entry>) -> Vec<Entry> {
        let unsaved = desk.workspace(|work| {
            let left = work.unsaved().iter().map(|own| (own.id.clone(), own.model.about.name.clone()));
            let here = work.id().filter(|_| work.is_changed());
            let here = here.map(|id| (id.to_owned(), work.model().about.name.clone()));
            left.chain(here).collect::<Vec<_>>()
        });
        for (id, name) in &unsaved {
            if entries.iter().all(|entry| entry.id != *id) {
                entries.push(Entry { id: id.clone(), name: name.clone(), ..Entry::default() });
            }
        }
        super::renew(self.unsaved, unsaved.into_iter().map(|(id, _)| id).collect());
        entries
    }
}
