//! The bar of answers that never leaves.

use super::icon::{icon, mark, tone_mark};
use super::state::desk;
use crate::plan::Place;
use crate::text::{AnswerCard, Word};
use leptos::prelude::*;

/// The four answers: value, detail, meaning, and the way to how it is computed.
#[component]
pub fn Answers() -> impl IntoView {
    let desk = desk();
    let cards = desk.answers;
    let card = move |at: usize| {
        let of = move |take: fn(&AnswerCard) -> &str| move || cards.with(|cards| take(&cards[at]).to_owned());
        let tone = Memo::new(move |_| cards.with(|cards| cards[at].tone));
        let how = move || desk.with(Word::HOW, "name", &of(|card| &card.name)());
        let open =
            move |_| desk.explained.set(Some((cards.with_untracked(|cards| cards[at].figure), Place::Whole)));
        let picture = move || mark(tone_mark(tone.get()));
        view! {
            <div class="answer" data-tone=move || tone.get().name()>
                <dt>
                    {picture}
                    <span class="vh">{move || format!("{}: ", desk.word(tone.get().word()))}</span>
                    <span class="long">{of(|card| &card.name)}</span>
                    <span class="short" aria-hidden="true">{of(|card| &card.short)}</span>
                    <button type="button" class="how" aria-haspopup="dialog" aria-label=how on:click=open>
                        {icon("i-how")}
                    </button>
                </dt>
                <dd class="value">{of(|card| &card.value)}</dd>
                <dd class="detail">{of(|card| &card.detail)}</dd>
                <dd class="meaning">{of(|card| &card.meaning)}</dd>
            </div>
        }
    };
    view! {
        <section class="answers" aria-label=move || desk.word(Word::ANSWERS)>
            <dl>{card(0)}{card(1)}{card(2)}{card(3)}</dl>
        </section>
    }
}
