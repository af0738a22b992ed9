//! What the plan is about: currency, calendar, horizon.

use super::effect::{Line, effect, pair, pairs};
use super::part::{Part, part};
use crate::model::{Basis, Model};
use crate::plan::entered;
use crate::text::{Filling, Word, left_out_text};
use crate::ui::fields::{CalendarField, ChoiceField, NumberField, TextField, WholeField};
use crate::ui::state::Desk;
use leptos::prelude::*;

/// The part on the plan as a whole.
pub fn about(desk: Desk, here: RwSignal<Part>) -> AnyView {
    let left_out = move || {
        let left_out = desk.model.with(Model::still_left_out);
        desk.show(|show| left_out_text(show, &left_out)).map(|told| view! { <p class="hint">{told}</p> })
    };
    let body = view! {
        <div class="body">
            <div class="fields">
                <ChoiceField path="about/currency" />
                <CalendarField path="about/start" />
                <WholeField path="about/horizon" />
                <ChoiceField path="about/trade" />
                <ChoiceField path="about/unit" />
                <WholeField path="about/ltv_horizon" />
                <NumberField path="about/discount" />
                <TextField path="about/note" long=true />
            </div>
            {effect(desk, Part::About, spans(desk))}
            {left_out}
        </div>
    };
    part(desk, here, Part::About, None, body.into_any())
}

/// What the plan spans, and what its numbers rest on.
fn spans(desk: Desk) -> AnyView {
    let bases = Memo::new(move |_| {
        desk.model.with(|model| entered(model).iter().map(|it| it.estimate.basis).collect::<Vec<_>>())
    });
    let count = move |name: Word, basis: Basis| {
        let count = move || bases.with(|bases| bases.iter().filter(|own| **own == basis).count()).to_string();
        pair(move || desk.word(name), count, Line::Plain)
    };
    let period = move || {
        let last = desk.outcome.with(|outcome| outcome.months()).saturating_sub(1);
        desk.show(|show| {
            let (first, last) = (show.month(0), show.month(last));
            show.phrase(
                Word::PLAN_PERIOD,
                &[("first", Filling::Text(&first)), ("last", Filling::Text(&last))],
            )
        })
    };
    let lines = vec![
        pair(move || desk.word(Word::PLAN_SPAN), period, Line::Plain),
        count(Word::PLAN_MEASURED, Basis::Measured),
        count(Word::PLAN_BENCHMARKS, Basis::Benchmark),
        count(Word::PLAN_GUESSES, Basis::Guess),
    ];
    view! {
        {pairs(desk, Word::PLAN_COVERS, lines)}
        <p class="hint">{move || desk.word(Word::PLAN_GUESSES_HINT)}</p>
    }
    .into_any()
}
