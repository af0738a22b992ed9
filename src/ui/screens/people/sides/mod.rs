//! What a role is paid and what the owner keeps, at any attainment.

mod growth;
mod quota;

use crate::browser::focus;
use crate::model::Model;
use crate::picture::{RoleSides, SIDES};
use crate::plan::Outcome;
use crate::text::Word;
use crate::ui::charts::chart_of;
use crate::ui::screens::people::picker::pickers;
use crate::ui::screens::people::section::Section;
use crate::ui::screens::people::view::View;
use crate::ui::state::Desk;
use growth::growth;
use leptos::prelude::*;
use quota::quota;

/// The section.
pub fn sides(desk: Desk, view: View) -> AnyView {
    let empty = Memo::new(move |_| desk.model.with(|model| model.people.is_empty()));
    let body = move || match empty.get() {
        true => nobody(desk),
        false => {
            view! { {pickers(desk, view)} {curves(desk, view)} {quota(desk, view)} {growth(desk, view)} }
                .into_any()
        }
    };
    view! { <div class="flow">{body}</div> }.into_any()
}

fn nobody(desk: Desk) -> AnyView {
    let go = move |_| focus::heading(Section::Team.heading());
    view! {
        <div class="empty">
            <p>{move || desk.word(Word::SIDES_NO_PEOPLE)}</p>
            <button type="button" on:click=go>{move || desk.word(Word::SIDES_TO_TEAM)}</button>
        </div>
    }
    .into_any()
}

fn curves(desk: Desk, view: View) -> AnyView {
    let seen = Memo::new(move |_| {
        desk.model.with(|model| desk.outcome.with(|outcome| seen(desk, view, model, outcome)))
    });
    view! {
        {chart_of(desk, &SIDES, seen, false)}
        <p class="hint">{move || desk.word(Word::SIDES_HINT)}</p>
    }
    .into_any()
}

fn seen(desk: Desk, view: View, model: &Model, outcome: &Outcome) -> Option<RoleSides> {
    let role = view.role_at(model)?;
    Some(desk.show(|show| RoleSides::new(show, model, outcome, role, view.month_of(outcome))))
}
