//! Today's pay and the proposed, line by line: people, then the owner.

use crate::pay_review::Compared;
use crate::text::{ContrastLine, Tone, Word, pay_contrast};
use crate::ui::icon::{mark, tone_mark};
use crate::ui::screens::people::view::View;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// The table.
pub fn contrast(desk: Desk, view: View, both: Memo<Compared>) -> AnyView {
    let rows = move || {
        let lines = desk.model.with(|model| {
            both.with(|both| desk.show(|show| pay_contrast(show, model, both, view.month_of(&both.today))))
        });
        lines.into_iter().map(|line| row(desk, line)).collect::<Vec<_>>()
    };
    let head = [Word::SIDES_ROLE, Word::SIDES_TODAY, Word::SIDES_PROPOSED, Word::SIDES_DIFFERENCE]
        .map(|word| view! { <th role="columnheader" scope="col">{move || desk.word(word)}</th> }.into_any());
    let name = move || desk.word(Word::SIDES_COMPARED);
    view! {
        <div class="framed scroll" tabindex="0" role="group" aria-label=name>
            <table class="data contrast" role="table" aria-label=name>
                <thead role="rowgroup"><tr role="row">{head.into_iter().collect::<Vec<_>>()}</tr></thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(desk: Desk, ContrastLine { name, cells, tone }: ContrastLine) -> AnyView {
    let Some([now, then, difference]) = cells else {
        return view! { <tr role="row" class="group"><th role="rowheader" scope="row" colspan="4">{name}</th></tr> }.into_any();
    };
    let sounds = tone.map(|tone| {
        view! { {mark(tone_mark(tone))}<span class="vh">{desk.word(tone.word())}": "</span> }.into_any()
    });
    view! {
        <tr role="row">
            <th role="rowheader" scope="row">{name}</th>
            <td role="cell">{now}</td>
            <td role="cell">{then}</td>
            <td role="cell"><span class="line" data-tone=tone.map(Tone::name)>{sounds}{difference}</span></td>
        </tr>
    }
    .into_any()
}
