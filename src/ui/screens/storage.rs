//! Room in the browser's storage: what takes it.

use crate::browser::sight::{Idle, when_idle};
use crate::codec::shelf::Usage;
use crate::number::{Decimal, Exact};
use crate::text::{Filling, Word};
use crate::ui::keeper::keeper;
use crate::ui::keeping::keeping_state;
use crate::ui::state::{Desk, desk};
use leptos::prelude::*;

/// Characters that browsers give a host, mostly.
const MOST: usize = 5 * 1024 * 1024;
/// Characters of what is called a megabyte here.
const MEGABYTE: usize = 1024 * 1024;

/// How much of the storage is taken, and by what.
#[component]
pub fn StorageMeter() -> impl IntoView {
    let (desk, keeper) = (desk(), keeper());
    // Everything is read for it: only where there is another number of things.
    let counts = Memo::new(move |_| {
        let bin = keeper.bin.with(Vec::len);
        (keeper.entries.with(Vec::len), bin, keeper.lost.with(Vec::len))
    });
    let usage = keeping_state(|state| state.usage.clone());
    let measured = usage.clone();
    // In a free moment: all of the store is read, and what is being stored with a new list is there by then.
    let waiting: StoredValue<Option<Idle>, LocalStorage> = StoredValue::new_local(None);
    Effect::new(move |_| {
        counts.track();
        let measured = measured.clone();
        let measure = move || measured.set(keeper.shelf().usage().unwrap_or_default());
        waiting.set_value(Some(when_idle(measure)));
    });
    let parts = move |usage: &Usage| {
        let Usage { documents, copies, bin, lost, others } = *usage;
        let all =
            [("documents", documents), ("copies", copies), ("bin", bin), ("lost", lost), ("others", others)];
        filled(desk, Word::START_ROOM_PARTS, &all)
    };
    move || {
        let usage = usage.get();
        let total = usage.total();
        // Who has nothing here yet is not asked to think of room, unless others have taken it.
        let is_of_use = total > usage.others || total > MOST / 10;
        (is_of_use && keeper.is_local()).then(|| {
            let value = total.min(MOST).to_string();
            let tone = (total > MOST / 10 * 9).then_some("watch");
            view! {
                <div class="room">
                    <progress class="meter" data-tone=tone max=MOST.to_string() value=value aria-labelledby="room"></progress>
                    <p class="hint" id="room">
                        {filled(desk, Word::START_ROOM, &[("total", total), ("most", MOST)])}<br />{parts(&usage)}
                    </p>
                </div>
            }
        })
    }
}

/// A sentence with sizes filled in, in megabytes with one digit behind the point.
fn filled(desk: Desk, word: Word, sizes: &[(&'static str, usize)]) -> String {
    let texts: Vec<_> =
        sizes.iter().map(|(_, size)| desk.show(|show| show.plain(megabytes(*size), 1))).collect();
    let filled = sizes.iter().zip(&texts).map(|((name, _), text)| (*name, Filling::Text(text.as_str())));
    desk.show(|show| show.phrase(word, &filled.collect::<Vec<_>>()))
}

/// Rounded up: what is there is never nothing.
fn megabytes(size: usize) -> Exact {
    let tenths = (size * 10).div_ceil(MEGABYTE);
    Exact::Value(Decimal::new(i64::try_from(tenths).unwrap_or(i64::MAX), 1))
}
