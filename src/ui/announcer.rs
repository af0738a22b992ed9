//! What is said to who hears the page: an answer that has changed, once typing rests, and a field's error at once.

use super::state::{Desk, desk};
use crate::browser::timers;
use leptos::prelude::*;

/// Typing rests after so many milliseconds.
const REST: u32 = 1_200;

/// The place from which a screen reader says it; nobody sees it.
#[component]
pub fn Announcer() -> impl IntoView {
    let desk = desk();
    let timer = StoredValue::new_local(None);
    // As they were when something was said last.
    let known = StoredValue::new(untrack(|| answers(desk)));
    Effect::new(move |before: Option<()>| {
        desk.edits.track();
        let tell = move || {
            let now = untrack(|| answers(desk));
            let before = known.get_value();
            let changed = now.iter().zip(&before).filter(|(now, before)| now != before);
            let told: Vec<_> = changed.map(|(now, _)| now.as_str()).collect();
            if !told.is_empty() {
                desk.spoken.set(told.join(". "));
            }
            known.set_value(now);
        };
        timer.set_value(before.is_some().then(|| timers::after(REST, Box::new(tell))));
    });
    view! { <p class="vh" id="announced" role="status">{move || desk.spoken.get()}</p> }
}

/// Each answer by its name, its tone and what it is.
fn answers(desk: Desk) -> [String; 4] {
    desk.verdict.with(|verdict| {
        verdict.answers.each_ref().map(|card| {
            let said = [desk.word(card.name), desk.filled(&card.value), desk.word(card.tone.word())];
            said.join(", ")
        })
    })
}
