//! Today's pay and the proposed, line by line: people, then the owner.

use crate::judge::{ContrastLine, ContrastRow, RowName, Tone, pay_contrast};
use crate::pay_review::Compared;
use crate::plan::figure;
use crate::text::{Value, Word, figure_term};
use crate::ui::icon::{mark, tone_mark};
use crate::ui::screens::people::view::View;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// The table.
pub fn contrast(desk: Desk, view: View, both: Memo<Compared>) -> AnyView {
    let rows = move || {
        let lines =
            desk.model.with(|model| both.with(|both| pay_contrast(model, both, view.month_of(&both.today))));
        lines.into_iter().map(|line| line_view(desk, line)).collect::<Vec<_>>()
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

fn line_view(desk: Desk, line: ContrastLine) -> AnyView {
    match line {
        ContrastLine::Heading(word, month) => {
            let month = month.map(|month| [", ", &desk.show(|show| show.month(month))].concat());
            let name = [desk.word(word), month.unwrap_or_default()].concat();
            view! { <tr role="row" class="group"><th role="rowheader" scope="row" colspan="4">{name}</th></tr> }.into_any()
        }
        ContrastLine::Row(row) => row_view(desk, row),
    }
}

/// A value; a dash where there is none.
fn cell(desk: Desk, value: &Value) -> String {
    if *value == Value::Nothing { "—".to_owned() } else { desk.filled(value) }
}

fn row_view(desk: Desk, row: ContrastRow) -> AnyView {
    let name = match row.name {
        RowName::Value(name) => desk.filled(&name),
        RowName::Figure(id) => {
            figure(id).map_or_else(String::new, |figure| desk.show(|show| figure_term(show, figure)))
        }
    };
    let [now, then, difference] = [row.today, row.proposed, row.difference].map(|value| cell(desk, &value));
    let tone = row.tone;
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
