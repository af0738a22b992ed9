//! What the keeping listens to: other tabs, the way back to the page, and what could not be written and is tried again.

use super::{Keeper, Lists, keeping_state};
use crate::browser::{clock, page, tabs, timers};
use crate::codec::shelf::{Entry, document_at};
use crate::desk::Workspace;
use crate::ui::keeper::LEAST_PAUSE;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// After so many milliseconds what could not be written is tried again, unless it is tried before.
const RETRY: u32 = 5_000;
/// After so many milliseconds lists are read again that another tab has changed.
const REFRESH: u32 = 300;
/// Between two writings there is at least so many times as long as one takes: typing goes before.
const SHARE: f64 = 4.0;
/// The longest time after which a change is written while more of them follow, in milliseconds.
const LONGEST_PAUSE: u32 = 400;

impl Keeper {
    /// Begins to listen, once a page.
    pub(super) fn listen(self, desk: Desk) {
        tabs::on_change(Box::new(move |key, text| self.hear(desk, key.as_deref(), text.as_deref())));
        page::on_return(Box::new(move || self.look(desk, None)));
    }

    /// Another tab has stored or removed something: its lists are read again in a moment, since more of it follows.
    fn hear(self, desk: Desk, key: Option<&str>, text: Option<&str>) {
        match key.map(|key| (key, document_at(key))) {
            None => self.look(desk, None),
            Some((_, Some(id))) => {
                keeping_state(|state| state.changed.borrow_mut().push(id.to_owned()));
                if desk.workspace(|work| work.id() == Some(id)) {
                    self.look(desk, text);
                }
            }
            Some((key, None)) if key.starts_with("ue/") => {}
            Some(_) => return,
        }
        if !keeping_state(|state| state.is_refreshing.replace(true)) {
            let refresh = move || {
                keeping_state(|state| state.is_refreshing.set(false));
                let mut changed = keeping_state(|state| state.changed.take());
                changed.sort_unstable();
                changed.dedup();
                changed.iter().for_each(|id| self.shelf().recheck(id));
                self.refresh(desk, Lists::All);
            };
            timers::later(REFRESH, Box::new(refresh));
        }
    }

    /// Looks whether the document on the desk is still the one that is stored.
    fn look(self, desk: Desk, news: Option<&str>) {
        self.keep(desk, &mut |keeping| keeping.look(news));
    }

    /// Writes when no other tab does.
    pub(super) fn write_alone(self, desk: Desk, is_typing: bool) {
        if !desk.workspace(Workspace::has_unsaved) {
            // Nothing is to be written; when typing is over, it is said.
            return if !is_typing {
                self.keep(desk, &mut |keeping| keeping.flush())
            };
        }
        let write = move || match is_typing {
            true => self.paced(|| self.keep(desk, &mut |keeping| keeping.write())),
            false => self.keep(desk, &mut |keeping| keeping.flush()),
        };
        tabs::alone(Box::new(write));
    }

    /// After something was done: where anything is unsaved, the browser asks before the page goes, and it is tried
    /// again.
    pub(super) fn guard(self, desk: Desk) {
        let is_unsaved = desk.workspace(Workspace::has_unsaved);
        // Without a storage all goes with the page, stored or not.
        let is_fleeting = !self.is_local() && desk.workspace(|work| work.edits() > 0 || work.id().is_some());
        let asks = is_unsaved || is_fleeting;
        if keeping_state(|state| state.is_asking.replace(asks)) != asks {
            page::ask_before_leaving(asks);
        }
        if is_unsaved && !keeping_state(|state| state.is_retrying.replace(true)) {
            let retry = move || {
                keeping_state(|state| state.is_retrying.set(false));
                self.write_alone(desk, false);
            };
            timers::later(RETRY, Box::new(retry));
        }
    }

    /// Does something, and leaves the more time until the next writing the longer it takes.
    pub(super) fn paced(self, work: impl FnOnce()) {
        let begin = clock::ticks();
        work();
        let pause = ((clock::ticks() - begin) * SHARE) as u32;
        self.pause.set_value(pause.clamp(LEAST_PAUSE, LONGEST_PAUSE));
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
        let ids: Vec<_> = unsaved.into_iter().map(|(id, _)| id).collect();
        let known = keeping_state(|state| state.unsaved.clone());
        if known.with_untracked(|known| *known != ids) {
            known.set(ids);
        }
        entries
    }
}
