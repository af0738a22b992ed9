//! Quarter by quarter: what was planned, what has been, and where it goes from here.

mod adopt;
pub mod changes;
mod charts;
mod kept_plans;
pub mod outlook;

use super::View;
use super::baseline::against;
use super::held::{Held, QUARTER, Study, held};
use crate::evidence::{Beside, FactCell, Quarter, Reforecast};
use crate::model::BusinessFact;
use crate::number::{Count, Exact, Number};
use crate::text::quarters::months_text;
use crate::text::{Filling, Show, Word};
use crate::ui::state::Desk;
use adopt::adopt;
use changes::changes;
use charts::courses;
use kept_plans::snapshots;
use leptos::prelude::*;
use outlook::three;

/// How many quarters are shown at first, at least.
const NEAR: usize = 4;

/// The section.
pub fn quarters(desk: Desk, view: View) -> AnyView {
    let held = held(view);
    let lead = move || desk.word(if held.is_any.get() { Word::QUARTERS_LEAD } else { Word::QUARTERS_NONE });
    view! {
        <div class="flow">
            <p class="hint">{lead}</p>
            {move || held.is_any.get().then(|| against(desk, view))}
            {three(desk, held)}
            {move || held.is_any.get().then(|| changes(desk, held))}
            {courses(desk, held)}
            {table(desk, held)}
            {adopt(desk, held)}
            {snapshots(desk, held)}
        </div>
    }
    .into_any()
}

/// A cell of the table: an amount, and what is to be said of it.
#[derive(Clone, PartialEq)]
struct Row {
    name: String,
    cells: [String; 3],
    told: Option<String>,
    is_blank: bool,
}

fn table(desk: Desk, held: Held) -> AnyView {
    let every = RwSignal::new(false);
    let count = move || held.forecast.with(|forecast| forecast.quarters.len());
    let shown = Memo::new(move |_| if every.get() { usize::MAX } else { near(held) });
    let body = move || {
        held.study.with(|study| {
            held.forecast.with(|forecast| {
                let quarters = forecast.quarters.iter().take(shown.get());
                quarters.map(|quarter| group(desk, study, forecast, quarter)).collect::<Vec<_>>()
            })
        })
    };
    let more = move || {
        let word =
            move || desk.word(if every.get() { Word::QUARTERS_SHOW_NEAR } else { Word::QUARTERS_SHOW_ALL });
        (count() > near(held)).then(|| {
            view! {
                <button type="button" class="no-print" aria-pressed=move || every.get().to_string()
                    on:click=move |_| every.update(|every| *every = !*every)>{word}</button>
            }
        })
    };
    view! {
        <section class="flow" aria-labelledby="quarters-table">
            <div class="titled"><h3 id="quarters-table">{move || desk.word(Word::QUARTERS_TABLE)}</h3>{more}</div>
            <div class="framed scroll" tabindex="0" role="group" aria-labelledby="quarters-table">
                <table class="data beside" role="table" aria-labelledby="quarters-table">
                    <thead role="rowgroup"><tr role="row">{head(desk)}</tr></thead>
                    {body}
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn head(desk: Desk) -> Vec<AnyView> {
    let cell =
        |word: Word| view! { <th role="columnheader" scope="col">{move || desk.word(word)}</th> }.into_any();
    [Word::QUARTERS_QUARTER, Word::QUARTERS_PLAN, Word::QUARTERS_FACT, Word::QUARTERS_FORECAST]
        .map(cell)
        .into()
}

/// How many quarters matter now: those with facts, and two more.
fn near(held: Held) -> usize {
    let end = held.study.with(|study| study.months().end);
    (end.div_ceil(QUARTER) as usize + 2).max(NEAR)
}

fn group(desk: Desk, study: &Study, forecast: &Reforecast, quarter: &Quarter) -> AnyView {
    let (first, last) = (quarter.span.first, quarter.span.last());
    let (name, rows) =
        desk.show(|show| (months_text(show, first, last), rows(show, study, forecast, quarter)));
    let rows: Vec<_> = rows.into_iter().map(|row| row_view(desk, row)).collect();
    view! {
        <tbody role="rowgroup">
            <tr role="row" class="group"><th role="rowheader" scope="rowgroup" colspan="4">{name}</th></tr>
            {rows}
        </tbody>
    }
    .into_any()
}

fn row_view(desk: Desk, row: Row) -> AnyView {
    let [plan, fact, forecast] = row.cells;
    view! {
        <tr role="row">
            <th role="rowheader" scope="row">{row.name}</th>
            <td role="cell" data-label=desk.word(Word::QUARTERS_PLAN)>{plan}</td>
            <td role="cell" data-label=desk.word(Word::QUARTERS_FACT) class=row.is_blank.then_some("none")>
                {fact} {row.told.map(|told| view! { <small class="soft">{told}</small> })}
            </td>
            <td role="cell" data-label=desk.word(Word::QUARTERS_FORECAST)>{forecast}</td>
        </tr>
    }
    .into_any()
}

fn rows(show: &Show<'_>, study: &Study, forecast: &Reforecast, quarter: &Quarter) -> Vec<Row> {
    let of = |word, beside: &Beside| money(show, word, beside, quarter.span.months);
    vec![
        of(Word::QUARTERS_REVENUE, &quarter.revenue),
        clients(show, study, forecast, quarter),
        of(Word::QUARTERS_PROFIT, &quarter.profit),
        of(Word::QUARTERS_CASH, &quarter.cash),
    ]
}

fn money(show: &Show<'_>, word: Word, beside: &Beside, months: u32) -> Row {
    let fact = beside.fact.map(|amount| show.money(amount.0));
    Row {
        name: show.word(word),
        is_blank: fact.is_none(),
        told: told(show, beside.told, months),
        cells: [
            show.money(beside.plan.0),
            fact.unwrap_or_else(|| show.word(Word::COMPARE_NOT_RECORDED)),
            show.money(beside.forecast.0),
        ],
    }
}

/// How many months are told, where some are and some are not.
fn told(show: &Show<'_>, told: u32, months: u32) -> Option<String> {
    let (n, all) = (told.to_string(), months.to_string());
    let fillings = [("n", Filling::Text(n.as_str())), ("all", Filling::Text(all.as_str()))];
    (0 < told && told < months).then(|| show.phrase(Word::QUARTERS_TOLD, &fillings))
}

/// Clients active at the end, of facts at the end of the last month told.
fn clients(show: &Show<'_>, study: &Study, forecast: &Reforecast, quarter: &Quarter) -> Row {
    let last = quarter.span.last();
    let at_end = |line: &[Count<Exact>]| line.get(last as usize).map_or(Exact::ZERO, |count| count.0);
    let active = |t| study.recorded.get(t, FactCell::Business(BusinessFact::Active));
    let facts: Vec<_> = (quarter.span.first..=last).filter_map(active).collect();
    let fact = facts.last().map(|count| show.count(Exact::from_decimal(*count)));
    Row {
        name: show.word(Word::QUARTERS_CLIENTS),
        is_blank: fact.is_none(),
        told: told(show, u32::try_from(facts.len()).unwrap_or(0), quarter.span.months),
        cells: [
            show.count(at_end(&study.outcome.volumes.active_clients)),
            fact.unwrap_or_else(|| show.word(Word::COMPARE_NOT_RECORDED)),
            show.count(at_end(&forecast.outcome.volumes.active_clients)),
        ],
    }
}
