//! Parts of a page that follow the document at once while they are in sight, and otherwise as soon as nobody waits:
//! what one looks at is never late for the sake of what one does not see.

use crate::browser::sight::{Idle, Sight, when_idle};
use crate::ui::document::Due;
use crate::ui::state::Desk;
use leptos::html::Div;
use leptos::prelude::*;

/// When a part is drawn for the first time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum First {
    /// With the page: it is near its top.
    WithPage,
    /// When it comes into sight, or nobody waits.
    WhenSeen,
}

/// A part of a page, drawn with a desk that it is to look at in place of the page's own.
pub fn sighted(desk: Desk, first: First, draw: impl Fn(Desk) -> AnyView + Send + 'static) -> AnyView {
    placed(desk, first, Box::new(draw))
}

fn placed(desk: Desk, first: First, draw: Box<dyn Fn(Desk) -> AnyView + Send>) -> AnyView {
    let place = NodeRef::<Div>::new();
    let due = due(desk, first, place);
    let is_begun = Memo::new(move |_| due.with(Option::is_some));
    let part = move || {
        is_begun.get().then(|| {
            let own = desk.followed_when(due);
            // Fields look for the desk by themselves.
            provide_context(own);
            draw(own)
        })
    };
    view! { <div class="sighted" class:awaited=move || !is_begun.get() node_ref=place>{part}</div> }
        .into_any()
}

/// The version of the document that a place on the page is to show.
fn due(desk: Desk, first: First, place: NodeRef<Div>) -> Due {
    let is_seen = RwSignal::new(first == First::WithPage);
    let caught_up = RwSignal::new(None);
    let due = Memo::new(move |shown: Option<&Option<u32>>| match is_seen.get() {
        true => Some(desk.model.version()),
        false => caught_up.get().max(shown.copied().flatten()),
    });
    let sight = StoredValue::new_local(None);
    place.on_load(move |element| {
        let told = move |is: bool| {
            if is_seen.try_get_untracked().is_some_and(|was| was != is) {
                is_seen.set(is);
            }
        };
        let kept = Sight::new(&element, told);
        if kept.is_none() {
            told(true);
        }
        sight.set_value(kept);
    });
    catch_up(desk, is_seen, due, caught_up);
    due
}

/// Shows out of sight what is new, as soon as nobody waits.
fn catch_up(desk: Desk, is_seen: RwSignal<bool>, due: Due, caught_up: RwSignal<Option<u32>>) {
    let waiting: StoredValue<Option<Idle>, LocalStorage> = StoredValue::new_local(None);
    Effect::new(move |_| {
        let version = desk.model.version();
        let is_behind = !is_seen.get() && due.get_untracked() != Some(version);
        let task = move || {
            let _ = caught_up.try_set(Some(version));
        };
        waiting.set_value(is_behind.then(|| when_idle(task)));
    });
}
