//! The study is worked out section by section, in turns short enough to leave the page to its user.

use super::view::{Compared, Progress, Section, View};
use crate::browser::clock;
use crate::browser::timers::later;
use crate::evidence::{Step, Study};
use leptos::prelude::*;

/// How long one turn may take before the page has its own, in milliseconds; one step always fits.
const TURN: f64 = 25.0;

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
