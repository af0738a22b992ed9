//! Break-even and lowest cash as planned, as it has been, and as it is expected now.

use super::held::Held;
use crate::text::Word;
use crate::text::quarters::{been_lowest_text, lowest_text, month_text, without_loss_text};
use crate::ui::state::Desk;
use leptos::prelude::*;

/// The two answers in three columns.
pub fn three(desk: Desk, held: Held) -> AnyView {
    let rows = move || {
        let rows = held.forecast.with(|forecast| {
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
    let head = |word: Word| view! { <th scope="col">{move || desk.word(word)}</th> }.into_any();
    view! {
        <div class="framed scroll" tabindex="0" role="group" aria-label=move || desk.word(Word::QUARTERS_THREE)>
            <table class="data beside three">
                <caption class="vh">{move || desk.word(Word::QUARTERS_THREE)}</caption>
                <thead>
                    <tr>
                        <td></td>{head(Word::QUARTERS_PLAN)}{head(Word::QUARTERS_FACT)}{head(Word::QUARTERS_FORECAST)}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(desk: Desk, word: Word, cells: [String; 3]) -> AnyView {
    let cells: Vec<_> = cells.into_iter().map(|text| view! { <td>{text}</td> }.into_any()).collect();
    view! { <tr><th scope="row">{desk.word(word)}</th>{cells}</tr> }.into_any()
}
