//! Which plan the facts are held against, where there are two: the one that was kept when the first figures came in,
//! and today's.

use super::view::View;
use crate::evidence::Baseline;
use crate::text::Word;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// The choice, in every section that compares; nothing where there is one plan.
pub fn choice_of_baseline(desk: Desk, view: View) -> AnyView {
    let choice = move || {
        let kept = kept_name(desk, view)?;
        let button = |own: Baseline, text: String| {
            let is_on = move || if view.baseline.get() == own { "true" } else { "false" };
            let choose = move |_| view.baseline.set(own);
            view! { <button type="button" aria-pressed=is_on on:click=choose>{text}</button> }.into_any()
        };
        let buttons = [button(Baseline::Kept, kept), button(Baseline::Current, desk.word(Word::BOARD_TODAY))];
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
pub fn baseline_name(desk: Desk, view: View) -> Option<String> {
    let kept = kept_name(desk, view)?;
    Some(if view.baseline.get() == Baseline::Kept { kept } else { desk.word(Word::BOARD_TODAY) })
}

/// What the kept plan is called.
fn kept_name(desk: Desk, view: View) -> Option<String> {
    let month = view.study.with(|study| study.kept_since())?;
    Some(desk.with(Word::BOARD_THEN, "month", &desk.show(|show| show.calendar(month))))
}
