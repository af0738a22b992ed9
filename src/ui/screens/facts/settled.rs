//! The document once nobody types any more: what takes longer than a keystroke may follows it.

use crate::browser::timers::{Timer, after};
use crate::model::Model;
use crate::ui::state::Desk;
use leptos::prelude::*;
use std::sync::Arc;

/// How long nobody types before everything is worked out anew, in milliseconds.
const PAUSE: u32 = 250;

/// The document as it is once nobody has changed it for a moment; at once where it was exchanged as a whole.
pub fn settled(desk: Desk) -> RwSignal<Arc<Model>> {
    let model = RwSignal::new(Arc::new(desk.model.get_untracked()));
    let waiting: StoredValue<Option<Timer>, LocalStorage> = StoredValue::new_local(None);
    Effect::watch(
        move || (desk.model.track(), desk.turn.get()).1,
        move |turn, before, _| {
            if before.is_some_and(|before| before != turn) {
                waiting.set_value(None);
                return model.set(Arc::new(desk.model.get_untracked()));
            }
            let task = move || {
                let _ = model.try_set(Arc::new(desk.model.get_untracked()));
            };
            waiting.set_value(Some(after(PAUSE, Box::new(task))));
        },
        false,
    );
    model
}
