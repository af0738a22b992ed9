//! Plans as they stood: to be looked at, returned to, kept and deleted.

use super::super::view::{Compared, Shown};
use crate::browser::focus;
use crate::desk::Command;
use crate::desk::commands::{KeepPlan, ReturnToPlan, is_kept, last_quarter};
use crate::evidence::{KeptPlan, KeptState};
use crate::model::Edit;
use crate::number::{Exact, Money};
use crate::plan::{Outcome, Place, figure};
use crate::text::quarters::{lowest_text, month_text};
use crate::text::{Show, Word};
use crate::ui::state::Desk;
use leptos::prelude::*;

/// A plan as it stood.
#[derive(Clone, PartialEq)]
struct Row {
    id: String,
    name: String,
    /// Break-even, lowest cash, LTV/CAC; what to say in their place where there are none.
    answers: Result<[String; 3], Word>,
}

/// The list with what can be done.
pub fn kept_plans(desk: Desk, shown: Shown) -> AnyView {
    let rows = Memo::new(move |_| shown.with(|compared| rows(desk, compared)));
    let table = move || {
        let rows = rows.get();
        if rows.is_empty() {
            return view! { <p class="hint">{desk.word(Word::QUARTERS_KEPT_NONE)}</p> }.into_any();
        }
        table(desk, shown, rows)
    };
    view! {
        <section class="flow no-print" aria-labelledby="quarters-kept">
            <h3 id="quarters-kept" tabindex="-1">{move || desk.word(Word::QUARTERS_KEPT)}</h3>
            <p class="hint">{move || desk.word(Word::QUARTERS_KEPT_LEAD)}</p>
            {table}
            {keep(desk, shown)}
        </section>
    }
    .into_any()
}

fn rows(desk: Desk, compared: &Compared) -> Vec<Row> {
    let row = |(kept, state): (&KeptPlan, KeptState<'_>)| {
        let id = kept.id().to_owned();
        let name = kept.quarter().map_or_else(|| id.clone(), |month| desk.show(|show| show.calendar(month)));
        let answers = match state {
            KeptState::Unreadable => Err(Word::QUARTERS_KEPT_UNREADABLE),
            KeptState::Same => Err(Word::QUARTERS_KEPT_SAME),
            // Its months are its own: the plan of today may begin in another.
            KeptState::Other(plan, outcome) => Ok(desk.show(|show| {
                let show = Show { start: plan.about.start, ..*show };
                answers(&show, outcome)
            })),
        };
        Row { id, name: desk.with(Word::QUARTERS_KEPT_OF, "month", &name), answers }
    };
    compared.study.kept_plans().map(row).collect()
}

fn answers(show: &Show<'_>, outcome: &Outcome) -> [String; 3] {
    let ratio = figure("ltv_to_cac_loaded")
        .map(|figure| show.answer(figure.value(outcome, Place::Whole), figure.unit));
    let lowest: (u32, Money<Exact>) = (outcome.gap.lowest_month, outcome.gap.lowest);
    [
        month_text(show, outcome.break_even.lasting),
        lowest_text(show, lowest.0, lowest.1),
        ratio.unwrap_or_default(),
    ]
}

fn table(desk: Desk, shown: Shown, rows: Vec<Row>) -> AnyView {
    let words = [Word::QUARTERS_BREAK_EVEN, Word::QUARTERS_LOWEST, Word::QUARTERS_LTV_TO_CAC];
    let head =
        words.map(|word| view! { <th role="columnheader" scope="col">{desk.word(word)}</th> }.into_any());
    let now = shown.with(|compared| desk.show(|show| answers(show, compared.study.current().outcome())));
    let cells = |texts: [String; 3]| {
        let cell = |(word, text)| view! { <td role="cell" data-label=desk.word(word)>{text}</td> }.into_any();
        words.into_iter().zip(texts).map(cell).collect::<Vec<_>>()
    };
    let row = |kept: Row| {
        let answers = match kept.answers.clone() {
            Ok(texts) => cells(texts),
            Err(word) => vec![
                view! { <td role="cell" colspan="3" class="none whole">{desk.word(word)}</td> }.into_any(),
            ],
        };
        view! {
            <tr role="row">
                <th role="rowheader" scope="row">{kept.name.clone()}</th>
                {answers}
                <td role="cell" class="whole">{acts(desk, kept)}</td>
            </tr>
        }
        .into_any()
    };
    let rows: Vec<_> = rows.into_iter().map(row).collect();
    view! {
        <div class="framed scroll found kept" tabindex="0" role="group" aria-labelledby="quarters-kept">
            <table class="data" role="table" aria-labelledby="quarters-kept">
                <thead role="rowgroup">
                    <tr role="row"><td role="cell"></td>{head.into_iter().collect::<Vec<_>>()}<td role="cell"></td></tr>
                </thead>
                <tbody role="rowgroup">
                    <tr role="row" class="sum">
                        <th role="rowheader" scope="row">{desk.word(Word::QUARTERS_TODAY)}</th>
                        {cells(now)}
                        <td role="cell"></td>
                    </tr>
                    {rows}
                </tbody>
            </table>
        </div>
    }
    .into_any()
}

/// What can be done with a kept plan.
fn acts(desk: Desk, kept: Row) -> AnyView {
    let Row { id, name, answers } = kept;
    let back_label = [&desk.word(Word::QUARTERS_BACK), ": ", &name].concat();
    let remove_label = [&desk.word(Word::QUARTERS_REMOVE), ": ", &name].concat();
    let (back_id, back_name) = (id.clone(), name.clone());
    let back = move |_| {
        run(desk, &ReturnToPlan { id: back_id.clone() }, Word::QUARTERS_BACK_DONE, &back_name);
    };
    let remove = move |_| {
        let row = ["facts/snapshots/", &id].concat();
        run(desk, &Edit::Remove { row }, Word::QUARTERS_REMOVE_DONE, &name);
    };
    let can_go_back = answers.is_ok();
    view! {
        <div class="line">
            {can_go_back.then(|| view! {
                <button type="button" aria-label=back_label on:click=back>{desk.word(Word::QUARTERS_BACK)}</button>
            })}
            <button type="button" class="quiet" aria-label=remove_label on:click=remove>
                {desk.word(Word::QUARTERS_REMOVE)}
            </button>
        </div>
    }
    .into_any()
}

/// Does something and says so; the row of the pressed button is drawn again, so the focus goes to the heading. What
/// cannot be done, because its plan has gone meanwhile, is not.
fn run(desk: Desk, command: &dyn Command, done: Word, name: &str) {
    if desk.run(command).is_ok() {
        desk.tell_done(desk.with_untracked(done, "month", name));
        focus::later("quarters-kept".to_owned());
    }
}

/// Keeps today's plan for the quarter in which the last facts are.
fn keep(desk: Desk, shown: Shown) -> AnyView {
    let quarter = Memo::new(move |_| {
        shown.with(|compared| {
            let model = compared.study.current().plan();
            let quarter = last_quarter(model);
            (quarter, is_kept(model, quarter))
        })
    });
    let name = move || {
        let (quarter, is_kept) = quarter.get();
        let month = desk.show(|show| show.calendar(quarter));
        if is_kept {
            desk.with(Word::QUARTERS_KEEP_OVER, "month", &month)
        } else {
            desk.word(Word::QUARTERS_KEEP)
        }
    };
    let put = move |_| {
        let (quarter, _) = quarter.get_untracked();
        let month = desk.show_untracked(|show| show.calendar(quarter));
        run(desk, &KeepPlan { quarter }, Word::QUARTERS_KEPT_NOW, &month);
    };
    view! { <p><button type="button" on:click=put>{name}</button></p> }.into_any()
}
