//! Plans as they stood: to be looked at, returned to, kept and deleted.

use super::super::held::{Held, QUARTER, with_facts};
use crate::browser::focus;
use crate::codec::{frozen, thawed};
use crate::evidence::recorded_months;
use crate::model::{Datum, Edit, Model, YearMonth};
use crate::number::{Exact, Money};
use crate::plan::{Outcome, Place, evaluate, figure};
use crate::text::quarters::{lowest_text, month_text};
use crate::text::{Show, Word};
use crate::ui::state::Desk;
use leptos::prelude::*;

/// A plan as it stood.
#[derive(Clone, PartialEq)]
struct Kept {
    id: String,
    name: String,
    /// Break-even, lowest cash, LTV/CAC; what to say in their place where there are none.
    answers: Result<[String; 3], Word>,
}

/// The first month of a quarter of the plan that begins in its `first` month.
pub fn quarter_now(model: &Model, first: u32) -> YearMonth {
    model.about.start.later(first)
}

/// Where the plan of a quarter is kept.
pub fn kept_path(quarter: YearMonth) -> String {
    ["facts/snapshots/", &quarter.key(), "/plan"].concat()
}

/// The list with what can be done.
pub fn snapshots(desk: Desk, held: Held) -> AnyView {
    let rows = Memo::new(move |_| held.model.with(|model| kept(desk, model)));
    let table = move || {
        let rows = rows.get();
        if rows.is_empty() {
            return view! { <p class="hint">{desk.word(Word::QUARTERS_KEPT_NONE)}</p> }.into_any();
        }
        table(desk, held, rows)
    };
    view! {
        <section class="flow no-print" aria-labelledby="quarters-kept">
            <h3 id="quarters-kept" tabindex="-1">{move || desk.word(Word::QUARTERS_KEPT)}</h3>
            <p class="hint">{move || desk.word(Word::QUARTERS_KEPT_LEAD)}</p>
            {table}
            {keep(desk, held)}
        </section>
    }
    .into_any()
}

fn kept(desk: Desk, model: &Model) -> Vec<Kept> {
    let today = Model { facts: Default::default(), ..model.clone() };
    let row = |snapshot: &crate::model::Snapshot| {
        let name = YearMonth::of_key(&snapshot.id)
            .map_or_else(|| snapshot.id.clone(), |month| desk.show(|show| show.calendar(month)));
        let answers = match thawed(&snapshot.plan) {
            None => Err(Word::QUARTERS_KEPT_UNREADABLE),
            Some(plan) if plan == today => Err(Word::QUARTERS_KEPT_SAME),
            // Its months are its own: the plan of today may begin in another.
            Some(plan) => Ok(desk.show(|show| {
                let show = Show { start: plan.about.start, ..*show };
                answers(&show, &evaluate(&plan))
            })),
        };
        Kept { id: snapshot.id.clone(), name: desk.with(Word::QUARTERS_KEPT_OF, "month", &name), answers }
    };
    model.facts.snapshots.iter().map(row).collect()
}

fn answers(show: &Show<'_>, outcome: &Outcome) -> [String; 3] {
    let ratio =
        figure("ltv_to_cac").map(|figure| show.answer(figure.value(outcome, Place::Whole), figure.unit));
    let lowest: (u32, Money<Exact>) = (outcome.gap.lowest_month, outcome.gap.lowest);
    [
        month_text(show, outcome.break_even.lasting),
        lowest_text(show, lowest.0, lowest.1),
        ratio.unwrap_or_default(),
    ]
}

fn table(desk: Desk, held: Held, rows: Vec<Kept>) -> AnyView {
    let words = [Word::QUARTERS_BREAK_EVEN, Word::QUARTERS_LOWEST, Word::QUARTERS_LTV_TO_CAC];
    let head =
        words.map(|word| view! { <th role="columnheader" scope="col">{desk.word(word)}</th> }.into_any());
    let now = held.model.with(|model| desk.show(|show| answers(show, &evaluate(model))));
    let cells = |texts: [String; 3]| {
        let cell = |(word, text)| view! { <td role="cell" data-label=desk.word(word)>{text}</td> }.into_any();
        words.into_iter().zip(texts).map(cell).collect::<Vec<_>>()
    };
    let row = |kept: Kept| {
        let told = match kept.answers.clone() {
            Ok(texts) => cells(texts),
            Err(word) => vec![
                view! { <td role="cell" colspan="3" class="none whole">{desk.word(word)}</td> }.into_any(),
            ],
        };
        view! {
            <tr role="row">
                <th role="rowheader" scope="row">{kept.name.clone()}</th>
                {told}
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
fn acts(desk: Desk, kept: Kept) -> AnyView {
    let Kept { id, name, answers } = kept;
    let back_label = [&desk.word(Word::QUARTERS_BACK), ": ", &name].concat();
    let remove_label = [&desk.word(Word::QUARTERS_REMOVE), ": ", &name].concat();
    let (back_id, back_name) = (id.clone(), name.clone());
    let back = move |_| go_back(desk, &back_id, &back_name);
    let remove = move |_| {
        if desk.edit(Edit::Remove { row: ["facts/snapshots/", &id].concat() }).is_ok() {
            tell(desk, Word::QUARTERS_REMOVE_DONE, &name);
        }
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

/// The kept plan with the facts and the kept plans of today.
fn go_back(desk: Desk, id: &str, name: &str) {
    let plan = desk.model.with_untracked(|model| {
        let kept = model.facts.snapshots.iter().find(|kept| kept.id == id)?;
        Some(with_facts(thawed(&kept.plan)?, &model.facts))
    });
    let Some(plan) = plan else { return };
    if desk.edit(Edit::Whole(Box::new(plan))).is_ok() {
        tell(desk, Word::QUARTERS_BACK_DONE, name);
    }
}

/// Says what has been done; the row of the pressed button is drawn anew, so the focus goes to the heading.
fn tell(desk: Desk, word: Word, name: &str) {
    desk.notice.set(Some(desk.with_untracked(word, "month", name)));
    focus::later("quarters-kept".to_owned());
}

/// Keeps today's plan for the quarter in which the last facts are.
fn keep(desk: Desk, held: Held) -> AnyView {
    let quarter = Memo::new(move |_| {
        held.model.with(|model| {
            let last = recorded_months(model).last().copied().unwrap_or(0);
            let quarter = quarter_now(model, last - last % QUARTER);
            (quarter, model.facts.snapshots.iter().any(|kept| kept.id == quarter.key()))
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
        let plan = desk.model.with_untracked(|model| frozen(model).0);
        if desk.edit(Edit::put(kept_path(quarter), Datum::Frozen(plan))).is_ok() {
            let month = desk.show_untracked(|show| show.calendar(quarter));
            tell(desk, Word::QUARTERS_KEPT_NOW, &month);
        }
    };
    view! { <p><button type="button" on:click=put>{name}</button></p> }.into_any()
}
