//! The forecast as the plan: only when asked, what changes shown first, one step.

use super::super::held::{Held, QUARTER, Study};
use super::super::proposal::{Act, Change, adoption, question};
use super::kept_plans::{kept_path, quarter_now};
use crate::browser::focus;
use crate::codec::frozen;
use crate::evidence::recorded_months;
use crate::model::{Datum, Edit, Model};
use crate::text::Word;
use crate::text::run_in::fact_source;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// The button, and behind it what would change.
pub fn adopt(desk: Desk, held: Held) -> AnyView {
    let opened = RwSignal::new(None::<(String, Act)>);
    let open = move |_| opened.set(Some((String::new(), Act::Adopt)));
    let done = move || {
        desk.notice.set(Some(desk.show_untracked(|show| show.word(Word::QUARTERS_ADOPT_DONE))));
        focus::later("quarters-adopt".to_owned());
    };
    let asked = move || {
        opened.get().map(|_| match change(desk, held) {
            Some(change) => {
                let words = (Word::QUARTERS_ADOPT_WHAT, Word::QUARTERS_ADOPT_DO);
                view! {
                    {question(desk, words, change, opened, done)}
                    <p class="hint">{desk.word(Word::QUARTERS_ADOPT_DIFFERS)}</p>
                }
                .into_any()
            }
            None => view! { <p class="hint" role="status">{desk.word(Word::QUARTERS_ADOPT_NOTHING)}</p> }
                .into_any(),
        })
    };
    let body = move || {
        held.is_any.get().then(|| {
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
fn change(desk: Desk, held: Held) -> Option<Change> {
    held.model.with(|model| {
        let study = Study::of(Model::clone(model));
        let run = study.run.as_ref()?;
        let change =
            desk.show(|show| adoption(show, model, run.findings.iter(), &fact_source(show, run.window)))?;
        let make = move |model: &Model| with_plan_kept((change.make)(model), model);
        Some(Change { make: Box::new(make), rows: change.rows })
    })
}

/// Keeps the plan of the quarter in which facts are, where none is kept.
fn with_plan_kept(after: Model, before: &Model) -> Model {
    let Some(quarter) = recorded_months(before).last().map(|last| quarter_now(before, last - last % QUARTER))
    else {
        return after;
    };
    if before.facts.snapshots.iter().any(|kept| kept.id == quarter.key()) {
        return after;
    }
    // Where there is no room for one more plan, the step back is all there is.
    let kept = Edit::put(kept_path(quarter), Datum::Frozen(frozen(before).0)).applied(&after);
    kept.unwrap_or(after)
}
