//! When the facts are studied: once nobody types any more.

use crate::browser::timers::{Timer, after};
use crate::codec::thawed;
use crate::evidence::{Engine, Study};
use crate::ui::state::Desk;
use leptos::prelude::*;
use std::sync::Arc;

/// How long nobody types before everything is worked out again, in milliseconds.
const PAUSE: u32 = 250;

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

pub(super) fn study(desk: Desk, before: Option<&Study>) -> Study {
    let outcome = desk.outcome.get_untracked();
    desk.model.with_untracked(|model| Study::new(model, Some(outcome), before, Engine::new(thawed)))
}
