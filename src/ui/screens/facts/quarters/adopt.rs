//! The forecast as the plan: only when asked, what changes shown first, one step.

use super::super::proposal::{Opened, Proposal, Question, adoption, question};
use super::super::view::{Compared, Shown};
use crate::browser::focus;
use crate::text::Word;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// The button, and what would change once it is pressed.
pub fn adopt(desk: Desk, shown: Shown, has_facts: Memo<bool>) -> AnyView {
    let opened: Opened = RwSignal::new(None);
    let open = move |_| opened.set(Some((String::new(), Question::Adopt)));
    let done = move || {
        desk.tell_done(desk.show_untracked(|show| show.word(Word::QUARTERS_ADOPT_DONE)));
        focus::later("quarters-adopt".to_owned());
    };
    let asked = move || {
        opened.get().map(|_| match shown.with(|compared| proposal(desk, compared)) {
            Some(proposal) => {
                let words = (Word::QUARTERS_ADOPT_WHAT, Word::QUARTERS_ADOPT_DO);
                view! {
                    {question(desk, words, proposal, opened, done)}
                    <p class="hint">{desk.word(Word::QUARTERS_ADOPT_DIFFERS)}</p>
                }
                .into_any()
            }
            None => view! { <p class="hint" role="status">{desk.word(Word::QUARTERS_ADOPT_NOTHING)}</p> }
                .into_any(),
        })
    };
    let body = move || {
        has_facts.get().then(|| {
            view! {
                <section class="flow no-print" aria-labelledby="quarters-adopt">
                    <h3 id="quarters-adopt" tabindex="-1">{move || desk.word(Word::QUARTERS_ADOPT)}</h3>
                    <p class="hint">{move || desk.word(Word::QUARTERS_ADOPT_LEAD)}</p>
                    <button type="button" aria-expanded=move || opened.with(Option::is_some).to_string() on:click=open>
                        {move || desk.word(Word::QUARTERS_ADOPT_OPEN)}
                    </button>
                    {asked}
                </section>
            }
        })
    };
    body.into_any()
}

/// Today's plan as the facts would have it, with the present one kept; none where they change nothing.
fn proposal(desk: Desk, compared: &Compared) -> Option<Proposal> {
    let run = compared.study.current().run()?;
    adoption(desk, compared, run.findings.iter(), true)
}
