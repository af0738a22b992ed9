//! Who hands work to whom, and what each thinks of it.

mod links;
mod quarters;
mod rated;
mod role_field;

use crate::desk::commands::FillUsualChain;
use crate::picture::CHAIN;
use crate::text::Word;
use crate::ui::charts::chart;
use crate::ui::fields::ChoiceField;
use crate::ui::screens::people::view::View;
use crate::ui::screens::plan::table::{Sheet, table};
use crate::ui::state::Desk;
use leptos::prelude::*;
use links::{add_link, links};
use rated::rated;

const STEPS: &str = "team/steps";
const SHEET: Sheet = Sheet { columns: &["from", "coefficient"], numbered: true, ..Sheet::PLAIN };

/// The section. It is about all roles, whichever is looked at.
pub fn chain(desk: Desk, _view: View) -> AnyView {
    let state = Memo::new(move |_| {
        desk.model.with(|model| match (model.people.is_empty(), model.team.handovers.is_empty()) {
            (_, false) => State::Linked,
            (true, true) => State::NoPeople,
            (false, true) => State::Unlinked,
        })
    });
    let body = move || match state.get() {
        State::NoPeople => {
            view! { <div class="empty"><p>{desk.word(Word::CHAIN_NO_PEOPLE)}</p></div> }.into_any()
        }
        State::Unlinked => unlinked(desk),
        State::Linked => linked(desk),
    };
    view! {
        <p class="about">{move || desk.word(Word::CHAIN_ABOUT)}</p>
        {body}
    }
    .into_any()
}

/// What there is to draw a chain of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    NoPeople,
    Unlinked,
    Linked,
}

fn unlinked(desk: Desk) -> AnyView {
    view! {
        <div class="empty">
            <p>{move || desk.word(Word::CHAIN_EMPTY)}</p>
            <div class="line">
                <button type="button" class="primary" on:click=move |_| desk.perform(&FillUsualChain)>
                    {move || desk.word(Word::CHAIN_FILL)}
                </button>
                {add_link(desk)}
            </div>
        </div>
    }
    .into_any()
}

fn linked(desk: Desk) -> AnyView {
    view! {
        <div class="chain">{chart(desk, &CHAIN, true)}</div>
        {links(desk)}
        {rated(desk)}
        {steps(desk)}
    }
    .into_any()
}

fn steps(desk: Desk) -> AnyView {
    let missing = Memo::new(move |_| desk.model.with(|model| model.team.steps.is_empty()));
    let usual = move || {
        missing.get().then(|| {
            view! {
                <p>
                    <button type="button" on:click=move |_| desk.perform(&FillUsualChain)>
                        {move || desk.word(Word::CHAIN_FILL_STEPS)}
                    </button>
                </p>
            }
        })
    };
    view! {
        <div>
            <h3>{move || desk.word(Word::CHAIN_STEPS)}</h3>
            <p class="hint">{move || desk.word(Word::CHAIN_STEPS_HINT)}</p>
        </div>
        <div class="fields"><ChoiceField path="team/rating_scale".to_owned() /></div>
        <div class="scale">{table(desk, STEPS, SHEET, true)}</div>
        {usual}
    }
    .into_any()
}
