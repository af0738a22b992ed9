//! Many rows are drawn a few at a time: forty channels at once would hold the page up for longer than a keystroke may take.

use crate::browser::sight::{Idle, when_idle};
use leptos::prelude::*;
use std::cell::Cell;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// So many are drawn at once.
const AT_ONCE: usize = 12;
/// So many more in each free moment.
const MORE: usize = 4;

thread_local! {
    /// How many lists have rows that are not drawn yet.
    static COMING: Cell<usize> = const { Cell::new(0) };
}

/// Whether some rows are still to be drawn: who looks for one waits.
pub fn rows_are_coming() -> bool {
    COMING.get() > 0
}

/// Those of the ids whose rows are to be drawn by now.
pub(super) fn in_turn(ids: Memo<Vec<String>>) -> Signal<Vec<String>> {
    let drawn = RwSignal::new(AT_ONCE);
    let waiting: StoredValue<Option<Idle>, LocalStorage> = StoredValue::new_local(None);
    let is_counted = Arc::new(AtomicBool::new(false));
    let count = move |is_coming: bool| match (is_counted.swap(is_coming, Ordering::Relaxed), is_coming) {
        (false, true) => COMING.set(COMING.get().saturating_add(1)),
        (true, false) => COMING.set(COMING.get().saturating_sub(1)),
        _ => {}
    };
    let gone = count.clone();
    Effect::new(move |_| {
        // Once all are drawn, rows come and go one by one.
        let is_coming = drawn.get() < ids.with(Vec::len);
        count(is_coming);
        let next = move || {
            let _ = drawn.try_update(|drawn| *drawn = drawn.saturating_add(MORE));
        };
        let idle = if is_coming {
            Some(when_idle(next))
        } else {
            drawn.try_update_untracked(|drawn| *drawn = usize::MAX);
            None
        };
        waiting.set_value(idle);
    });
    on_cleanup(move || gone(false));
    Signal::derive(move || {
        let drawn = drawn.get();
        ids.with(|ids| ids.iter().take(drawn).cloned().collect())
    })
}
