//! Which plan the facts are held against, where there are two: the one that was kept when the first figures came in,
//! and today's.

use super::{Against, View};
use crate::text::Word;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// The choice, in every section that compares; nothing where there is one plan.
pub fn against(desk: Desk, view: View) -> AnyView {
    let choice = move || {
        let then = then(desk, view)?;
        let button = |own: Against, text: String| {
            let is_on = move || if view.against.get() == own { "true" } else { "false" };
            let choose = move |_| view.against.set(own);
            view! { <button type="button" aria-pressed=is_on on:click=choose>{text}</button> }.into_any()
        };
        let buttons = [button(Against::Then, then), button(Against::Today, desk.word(Word::BOARD_TODAY))];
        let group = view! {
            <div class="choice" role="group" aria-label=desk.word(Word::BOARD_AGAINST)>
                {buttons.into_iter().collect::<Vec<_>>()}
            </div>
        };
        Some(group.into_any())
    };
    choice.into_any()
}

/// The plan that is held against the facts, in words, for paper; nothing where there is one plan.
pub fn plan_name(desk: Desk, view: View) -> Option<String> {
    let then = then(desk, view)?;
    Some(if view.against.get() == Against::Then { then } else { desk.word(Word::BOARD_TODAY) })
}

/// What the kept plan is called.
fn then(desk: Desk, view: View) -> Option<String> {
    let month = view.studied.with(|studied| studied.kept)?;
    Some(desk.with(Word::BOARD_THEN, "month", &desk.show(|show| show.calendar(month))))
}
