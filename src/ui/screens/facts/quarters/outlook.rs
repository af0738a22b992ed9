//! Break-even and lowest cash as planned, as it has been, and as it is expected now.

use super::super::view::Shown;
use crate::text::Word;
use crate::text::quarters::{been_lowest_text, lowest_text, month_text, without_loss_text};
use crate::text::variance::forecast_notes;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// The columns.
const HEADS: [Word; 3] = [Word::QUARTERS_PLAN, Word::QUARTERS_FACT, Word::QUARTERS_FORECAST];

/// The two answers in three columns.
pub fn outlook(desk: Desk, shown: Shown) -> AnyView {
    let rows = move || {
        let rows = shown.with(|compared| {
            let forecast = compared.forecast();
            let (plan, fact, next) = (&forecast.plan, &forecast.fact, &forecast.forecast);
            desk.show(|show| {
                let lowest = |(month, amount)| lowest_text(show, month, amount);
                [
                    (
                        Word::QUARTERS_BREAK_EVEN,
                        [
                            month_text(show, plan.break_even),
                            without_loss_text(show, fact),
                            month_text(show, next.break_even),
                        ],
                    ),
                    (
                        Word::QUARTERS_LOWEST,
                        [lowest(plan.lowest), been_lowest_text(show, fact), lowest(next.lowest)],
                    ),
                ]
            })
        });
        rows.into_iter().map(|(word, cells)| row(desk, word, cells)).collect::<Vec<_>>()
    };
    let head =
        |word: Word| view! { <th role="columnheader" scope="col">{move || desk.word(word)}</th> }.into_any();
    let notes = move || {
        let notes = shown.with(|compared| desk.show(|show| forecast_notes(show, &compared.forecast().fact)));
        notes.into_iter().map(|note| view! { <p class="hint">{note}</p> }).collect::<Vec<_>>()
    };
    view! {
        <div class="framed scroll" tabindex="0" role="group" aria-label=move || desk.word(Word::QUARTERS_THREE)>
            <table class="data beside three" role="table">
                <caption class="vh">{move || desk.word(Word::QUARTERS_THREE)}</caption>
                <thead role="rowgroup">
                    <tr role="row"><td role="cell"></td>{HEADS.map(head).into_iter().collect::<Vec<_>>()}</tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </div>
        {notes}
    }
    .into_any()
}

fn row(desk: Desk, word: Word, cells: [String; 3]) -> AnyView {
    let cell = |(head, text): (Word, String)| {
        view! { <td role="cell" data-label=desk.word(head)>{text}</td> }.into_any()
    };
    let cells: Vec<_> = HEADS.into_iter().zip(cells).map(cell).collect();
    view! { <tr role="row"><th role="rowheader" scope="row">{desk.word(word)}</th>{cells}</tr> }.into_any()
}
