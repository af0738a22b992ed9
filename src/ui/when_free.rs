//! What takes long is worked out of the document when nobody waits.

use super::document::Found;
use super::state::Desk;
use crate::browser::sight::{Idle, when_idle};
use leptos::prelude::*;

/// Works something out of the document after each of its changes, as soon as nobody waits, for as long as it is drawn. Until
/// then there is what came of the version before.
pub fn fill_when_free<T: Send + Sync + 'static>(desk: Desk, found: Found<T>, work_out: fn(Desk) -> T) {
    let waiting: StoredValue<Option<Idle>, LocalStorage> = StoredValue::new_local(None);
    Effect::new(move |_| {
        let version = desk.model.version();
        let task = move || {
            let known = found.try_with_untracked(|found| found.as_ref().map(|(of, _)| *of));
            // A free moment may come twice, or when nobody looks any more.
            if known.is_some_and(|known| known != Some(version)) {
                let _ = found.try_set(Some((version, work_out(desk))));
            }
        };
        waiting.set_value(Some(when_idle(task)));
    });
}
