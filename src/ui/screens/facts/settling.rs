//! When the facts are studied: once nobody types any more, in turns short enough to leave the page to its user.

use super::view::{Compared, Progress, Section, View};
use crate::browser::clock;
use crate::browser::timers::{Timer, after, later};
use crate::codec::thawed;
use crate::evidence::{Engine, Step, Study};
use crate::ui::state::Desk;
use leptos::prelude::*;
use std::sync::Arc;

/// How long nobody types before everything is worked out again, in milliseconds.
const PAUSE: u32 = 250;
/// How long one turn may take before the page has its own, in milliseconds; one step always fits.
const TURN: f64 = 25.0;

/// The study of the document: kept as it is while somebody types, until a pause; another at once after a decision, and
/// where the document is exchanged.
pub fn study_when_settled(desk: Desk) -> Memo<Arc<Study>> {
    let pauses = RwSignal::new(0_u32);
    let waiting: StoredValue<Option<Timer>, LocalStorage> = StoredValue::new_local(None);
    Effect::watch(
        move || desk.model.track(),
        move |(), _, _| {
            let task = move || {
                let _ = pauses.try_update(|pauses| *pauses = pauses.wrapping_add(1));
            };
            waiting.set_value(desk.is_typing().then(|| after(PAUSE, Box::new(task))));
        },
        false,
    );
    let studied = move |before: Option<&(u32, Arc<Study>)>| {
        let pause = pauses.get();
        desk.model.track();
        match before {
            Some((last, study)) if *last == pause && desk.is_typing() => (pause, study.clone()),
            _ => (pause, Arc::new(study(desk, before.map(|(_, study)| &**study)))),
        }
    };
    let is_other = |one: Option<&(u32, Arc<Study>)>, other: Option<&(u32, Arc<Study>)>| {
        one.zip(other).is_none_or(|(one, other)| !Arc::ptr_eq(&one.1, &other.1))
    };
    let studied = Memo::new_with_compare(studied, is_other);
    Memo::new_with_compare(move |_| studied.with(|(_, study)| study.clone()), |_, _| true)
}

fn study(desk: Desk, before: Option<&Study>) -> Study {
    let outcome = desk.outcome.get_untracked();
    desk.model.with_untracked(|model| Study::new(model, Some(outcome), before, Engine::new(thawed)))
}

/// What each section needs after those before it.
fn steps(section: Section) -> &'static [Step] {
    match section {
        Section::Record | Section::Report => &[],
        Section::Board => Study::BOARD,
        Section::Compare => Study::COMPARISON,
        Section::Quarters => Study::FORECAST,
    }
}

/// Works out what the sections show whenever it is another, one section after the other.
pub fn work_out(view: View) {
    // Work on a study that is not looked at any more is left where it is.
    let current = StoredValue::new(0_u32);
    Effect::new(move |_| {
        let compared = view.compared();
        let number = current.try_update_value(|number| {
            *number = number.wrapping_add(1);
            *number
        });
        let work = Work { view, current, number: number.unwrap_or(0), compared, section: 0, step: 0 };
        later(0, Box::new(move || work.turn()));
    });
}

/// Work on a study, as far as it is done.
struct Work {
    view: View,
    /// The number of the work that is wanted.
    current: StoredValue<u32>,
    /// Its own.
    number: u32,
    compared: Compared,
    /// The place of the section that is worked for.
    section: usize,
    step: usize,
}

impl Work {
    /// Does some of it and asks for the next turn, unless all is done or other work is wanted.
    fn turn(mut self) {
        let Some(section) = Section::ALL.get(self.section) else { return };
        if self.current.try_get_value() != Some(self.number) {
            return;
        }
        let (steps, begin) = (steps(*section), clock::ticks());
        while let Some(step) = steps.get(self.step)
            && clock::ticks() - begin < TURN
        {
            let is_done = step(&self.compared.study, self.compared.baseline);
            self.step += usize::from(is_done);
        }
        if self.step >= steps.len() {
            (self.section, self.step) = (self.section + 1, 0);
            let progress = Progress { compared: Some(self.compared.clone()), sections: self.section };
            // The screen may have been left.
            let _ = self.view.progress.try_set(progress);
        }
        later(0, Box::new(move || self.turn()));
    }
}
