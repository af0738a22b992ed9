//! How far figures go where inputs were entered as ranges: worked out when nobody waits, and shown beside the figures.

use super::state::Desk;
use crate::browser::sight::{Idle, when_idle};
use crate::judge::figure_spreads;
use leptos::prelude::*;

/// Keeps the spreads of the desk's figures up to date, for as long as it is drawn.
pub fn follow_spreads(desk: Desk) {
    let waiting: StoredValue<Option<Idle>, LocalStorage> = StoredValue::new_local(None);
    let done = StoredValue::new(None::<u32>);
    Effect::new(move |_| {
        let version = desk.model.version();
        let task = move || {
            // A free moment may come twice.
            if done.try_get_value() == Some(Some(version)) {
                return;
            }
            done.set_value(Some(version));
            desk.spreads.set((version, desk.model.with_untracked(figure_spreads)));
        };
        waiting.set_value(Some(when_idle(task)));
    });
}
