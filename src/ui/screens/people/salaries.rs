//! Asks whether the fixed costs of the first screen hold the salaries of the people in the plan.

use crate::desk::commands::{SettleSalaries, doubled_salaries};
use crate::number::Exact;
use crate::text::{Filling, Word};
use crate::ui::icon::mark;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// The question with both answers to press; nothing where there is nothing to ask.
pub fn doubled(desk: Desk) -> AnyView {
    let found = Memo::new(move |_| desk.model.with(doubled_salaries));
    let button = move |word: Word, take_out: bool| {
        let press = move |_| {
            let name = desk.show_untracked(|show| show.word(Word::SALARIES_COST));
            desk.perform(&SettleSalaries { take_out, name: &name });
        };
        view! { <button type="button" on:click=press>{desk.word(word)}</button> }
    };
    let question = move || {
        found.get().map(|found| {
            let text = desk.show(|show| {
                let [amount, salaries] =
                    [found.amount, found.salaries].map(|sum| show.money(Exact::Value(sum)));
                let fillings = [("amount", Filling::Text(&amount)), ("salaries", Filling::Text(&salaries))];
                show.phrase(Word::SALARIES_DOUBLED, &fillings)
            });
            view! {
                <div class="message" data-tone="watch" id="doubled-salaries">
                    {mark("m-watch")}
                    <div>
                        <p>{text}</p>
                        <p class="line">
                            {button(Word::SALARIES_TAKE_OUT, true)}{button(Word::SALARIES_LEAVE, false)}
                        </p>
                    </div>
                </div>
            }
        })
    };
    question.into_any()
}
