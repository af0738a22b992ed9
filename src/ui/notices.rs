//! Where what is told once is shown, with the button that brings back what was.

use super::keeper::{Errand, keeper};
use super::notice::WayBack;
use super::screen::PAGE;
use super::state::{Desk, desk};
use crate::browser::{focus, timers};
use crate::text::Word;
use leptos::prelude::*;

/// How long a notice stands, in milliseconds, unless it is closed before.
const NOTICE: u32 = 8_000;
/// The same of one with something to press, which a keyboard has to reach first.
const NOTICE_TO_PRESS: u32 = 20_000;

/// What is told at this moment, politely; it goes by itself.
#[component]
pub fn Notices() -> impl IntoView {
    let (desk, keeper) = (desk(), keeper());
    let close = move |_| {
        desk.notice.set(None);
        focus::later(PAGE.to_owned());
    };
    let back = move |_| {
        let told = desk.notice.try_update(Option::take).flatten();
        let mut entered = None;
        match told.and_then(|notice| notice.way_back) {
            Some(WayBack::Undo(_)) => desk.take_back(),
            Some(WayBack::Return { entering, .. }) => {
                desk.take_back();
                entered = entering;
            }
            Some(WayBack::Redo(_)) => desk.redo(),
            Some(WayBack::Restore(key)) => keeper.ask(desk, Errand::Restore(key)),
            None => {}
        }
        // The button that was pressed is no more.
        focus::later(entered.unwrap_or_else(|| PAGE.to_owned()));
    };
    // The timer of the notice before is dropped: each has its full time.
    let timer = StoredValue::new_local(None);
    Effect::new(move |_| {
        let time = desk.notice.with(|told| {
            told.as_ref().map(|told| if told.way_back.is_some() { NOTICE_TO_PRESS } else { NOTICE })
        });
        let task = move || desk.notice.set(None);
        timer.set_value(time.map(|time| timers::after(time, Box::new(task))));
    });
    let way_back = move || {
        let way_back = desk.notice.with(|told| told.as_ref()?.way_back.clone())?;
        let now = (desk.edits.get(), desk.turn.get());
        way_back.is_open(now).then(|| {
            view! { <button type="button" on:click=back>{move || desk.word(way_back.word())}</button> }
        })
    };
    let toast = move || {
        text(desk).map(|text| {
            view! {
                <div class="toast">
                    <p>{text}</p>
                    {way_back}
                    <button type="button" class="quiet" on:click=close>{move || desk.word(Word::CLOSE)}</button>
                </div>
            }
        })
    };
    view! { <div class="toasts" role="status">{toast}</div> }
}

fn text(desk: Desk) -> Option<String> {
    desk.notice.with(|told| told.as_ref().map(|told| told.text.clone()))
}
