//! The bar of answers that never leaves.

use super::icon::{icon, mark, tone_mark};
use super::state::{Desk, desk};
use crate::judge::{AnswerCard, Tone};
use crate::plan::Place;
use crate::text::Word;
use leptos::prelude::*;

/// The four answers: value, detail, meaning, and the way to how it is computed.
#[component]
pub fn Answers() -> impl IntoView {
    let desk = desk();
    let verdict = desk.verdict;
    let card = move |at: usize| {
        let of = move |text: fn(Desk, &AnswerCard) -> String| {
            move || verdict.with(|own| own.answers.get(at).map(|card| text(desk, card)).unwrap_or_default())
        };
        let name = of(|desk, card| desk.word(card.name));
        let tone = Memo::new(move |_| {
            verdict.with(|own| own.answers.get(at).map_or(Tone::Unknown, |card| card.tone))
        });
        let how = move || desk.with(Word::HOW, "name", &name());
        let open = move |_| {
            let figure = verdict.with_untracked(|own| own.answers.get(at).map(|card| card.figure));
            desk.explained.set(figure.map(|figure| (figure, Place::Whole)));
        };
        let detail = |desk: Desk, card: &AnswerCard| {
            let Some(detail) = &card.detail else { return String::new() };
            // What rests on a refused text says so, and of a client both sums stay: Result has their range.
            let stays = card.tone == Tone::Unknown || card.figure == "ltv_to_cac_loaded";
            let spread = if stays { None } else { desk.spread(card.figure) };
            desk.sentence(spread.as_ref().unwrap_or(detail))
        };
        let picture = move || mark(tone_mark(tone.get()));
        view! {
            <div class="answer" data-tone=move || tone.get().name()>
                <dt>
                    {picture}
                    <span class="vh">{move || format!("{}: ", desk.word(tone.get().word()))}</span>
                    <span class="long">{name}</span>
                    <span class="short" aria-hidden="true">{of(|desk, card| desk.word(card.short))}</span>
                    <button type="button" class="how" aria-haspopup="dialog" aria-label=how on:click=open>
                        {icon("i-how")}
                    </button>
                </dt>
                <dd class="value">{of(|desk, card| desk.filled(&card.value))}</dd>
                <dd class="detail">{of(detail)}</dd>
                <dd class="meaning">{of(|desk, card| desk.sentence(&card.meaning))}</dd>
            </div>
        }
    };
    // Where facts say otherwise, it is said that this is the plan.
    let has_facts = Memo::new(move |_| desk.model.with(|model| !model.facts.months.is_empty()));
    let of_plan = move || has_facts.get().then(|| desk.word(Word::ANSWER_OF_PLAN));
    view! {
        <section class="answers" data-of=of_plan data-tone=move || verdict.with(|own| own.tone.name()) aria-label=move || desk.word(Word::ANSWERS)>
            <dl>{card(0)}{card(1)}{card(2)}{card(3)}</dl>
        </section>
    }
}
