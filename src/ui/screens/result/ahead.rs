//! What would bring the plan out ahead: each lever by itself, to be tried out.

use crate::desk::commands::TryOut;
use crate::model::is_light;
use crate::plan::{WayAhead, makes_loss, ways_ahead};
use crate::text::{Word, way_ahead_text};
use crate::ui::state::Desk;
use crate::ui::when_free::fill_when_free;
use leptos::prelude::*;

/// The levers; nothing where the plan makes no loss.
pub fn ahead(desk: Desk) -> AnyView {
    let found = RwSignal::new(None);
    fill_when_free(desk, found, ways);
    let ways = Memo::new(move |_| {
        found.with(|found| {
            found.as_ref().map_or_else(Vec::new, |(_, ways): &(u32, Vec<WayAhead>)| ways.clone())
        })
    });
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
    // What is about to come keeps its place, so that nothing below moves when it does.
    let is_awaited = move || desk.outcome.with(makes_loss) && found.with(Option::is_none);
    let awaited = move || is_awaited().then(|| view! { <div class="awaited"></div> });
    view! { {awaited} {move || (!ways.with(Vec::is_empty)).then(section)} }.into_any()
}

/// Some hundred evaluations. Of what is not known nothing is needed.
fn ways(desk: Desk) -> Vec<WayAhead> {
    let is_known = desk.verdict.with_untracked(|verdict| verdict.missing.is_empty());
    desk.model.with_untracked(|model| match is_known && is_light(model) {
        true => desk.outcome.with_untracked(|outcome| ways_ahead(model, outcome)),
        false => Vec::new(),
    })
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
