//! The six indicators: each with its verdict, its figures, and what they rest on.

use super::super::proposal::{Opened, Proposal, Question, adoption, question};
use super::super::view::{Compared, Shown};
use super::figure_table::{badge, figures};
use crate::browser::focus;
use crate::evidence::{Indicator, RunIn};
use crate::text::run_in::indicator_name;
use crate::text::{Filling, Word};
use crate::ui::state::Desk;
use leptos::prelude::*;

/// The cards, one under the other.
pub fn indicators(desk: Desk, shown: Shown, opened: Opened) -> AnyView {
    let cards = move || {
        let card = |compared: &Compared| {
            let run = compared.plan().run()?;
            Some(
                Indicator::ALL
                    .map(|own| card(desk, compared, run, own, opened))
                    .into_iter()
                    .collect::<Vec<_>>(),
            )
        };
        shown.with(card)
    };
    view! {
        <h3>{move || desk.word(Word::BOARD_INDICATORS)}</h3>
        <ul class="pay-parts">{cards}</ul>
    }
    .into_any()
}

fn card(desk: Desk, compared: &Compared, run: &RunIn, own: Indicator, opened: Opened) -> AnyView {
    let name = desk.show(|show| indicator_name(show, own));
    let findings: Vec<_> = run.of(own).collect();
    let id = ["board-", own.name()].concat();
    view! {
        <li class="pay-part">
            <div class="line"><h4 id=id.clone() tabindex="-1">{name.clone()}</h4>{badge(desk, run.verdict(own))}</div>
            {figures(desk, compared.plan().plan(), &name, run, &findings)}
            {offer(desk, compared, own, id, name, opened)}
        </li>
    }
    .into_any()
}

/// The way to change today's plan to what the facts say, where it is below plan and has a field for it.
fn offer(
    desk: Desk,
    compared: &Compared,
    own: Indicator,
    id: String,
    name: String,
    opened: Opened,
) -> AnyView {
    let Some(proposal) = proposal(desk, compared, own) else { return ().into_any() };
    let key = (id.clone(), Question::Adopt);
    let (asked, ask) = (key.clone(), key);
    let done = move || {
        desk.tell_done(desk.with_untracked(Word::BOARD_DONE_ADOPT, "name", &name));
        focus::later(id.clone());
    };
    if opened.get() == Some(asked) {
        return question(desk, (Word::BOARD_ADOPT_TITLE, Word::BOARD_DO_ADOPT), proposal, opened, done);
    }
    let open = move |_| opened.set(Some(ask.clone()));
    view! { <div class="line"><button type="button" on:click=open>{desk.word(Word::BOARD_ADOPT)}</button></div> }
        .into_any()
}

fn proposal(desk: Desk, compared: &Compared, own: Indicator) -> Option<Proposal> {
    let run = compared.study.current().run()?;
    adoption(desk, compared, run.below(own), false)
}

/// How a verdict is reached, said once for all figures.
pub fn rule(desk: Desk) -> AnyView {
    let lines = [
        Word::BOARD_RULE_QUARTER,
        Word::BOARD_RULE_BELOW,
        Word::BOARD_RULE_HOLDS,
        Word::BOARD_RULE_OPEN,
        Word::BOARD_RULE_ALARM,
        Word::BOARD_RULE_WEIGHT,
        Word::BOARD_RULE_LESS,
        Word::BOARD_RULE_WAITING,
    ];
    let line = |word| view! { <li>{move || desk.word(word)}</li> }.into_any();
    view! {
        <details>
            <summary>{move || desk.word(Word::BOARD_RULE)}</summary>
            <ul class="flow about">{lines.map(line).into_iter().collect::<Vec<_>>()}</ul>
        </details>
    }
    .into_any()
}

/// A sentence with names in it; nothing where there are none.
pub fn names_line(desk: Desk, word: Word, names: &[String]) -> Option<AnyView> {
    let names = (!names.is_empty()).then(|| names.join(", "))?;
    let text = desk.show(|show| show.phrase(word, &[("names", Filling::Text(&names))]));
    Some(view! { <p>{text}</p> }.into_any())
}
