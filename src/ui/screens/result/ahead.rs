//! What would bring the plan out ahead: each lever by itself, to be tried out.

use crate::desk::commands::TryOut;
use crate::model::Model;
use crate::plan::{WayAhead, ways_ahead};
use crate::text::{Word, way_ahead_text};
use crate::ui::state::Desk;
use leptos::prelude::*;

/// Plans of more people and channels than this would take too long: some hundred evaluations.
const MOST: usize = 30;

/// The levers; nothing where the plan makes no loss.
pub fn ahead(desk: Desk) -> AnyView {
    let is_small = |model: &Model| model.people.len() + model.channels.len() <= MOST;
    let found = move |model: &Model| {
        if is_small(model) { desk.outcome.with(|outcome| ways_ahead(model, outcome)) } else { Vec::new() }
    };
    // Of what is not known nothing is needed.
    let is_known = Memo::new(move |_| desk.verdict.with(|verdict| verdict.missing.is_empty()));
    let ways = Memo::new(move |_| if is_known.get() { desk.model.with(found) } else { Vec::new() });
    let rows = move || ways.get().into_iter().map(|way| row(desk, way)).collect::<Vec<_>>();
    let section = move || {
        view! {
            <section aria-labelledby="ahead">
                <div class="titled"><h2 id="ahead">{desk.word(Word::AHEAD_TITLE)}</h2></div>
                <div class="card flow">
                    <p class="hint">{desk.word(Word::AHEAD_LEAD)}</p>
                    <ul class="ahead">{rows}</ul>
                </div>
            </section>
        }
    };
    (move || (!ways.with(Vec::is_empty)).then(section)).into_any()
}

fn row(desk: Desk, way: WayAhead) -> AnyView {
    let text = desk.model.with_untracked(|model| desk.show(|show| way_ahead_text(show, model, &way)));
    let try_out = way.needed.map(|_| {
        let puts = way.puts.clone();
        let press = move |_| desk.perform(&TryOut { puts: &puts });
        view! { <button type="button" class="no-print" on:click=press>{desk.word(Word::AHEAD_TRY)}</button> }
    });
    view! { <li class="line"><span>{text}</span>{try_out}</li> }.into_any()
}
