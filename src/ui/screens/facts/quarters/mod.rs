//! Quarter by quarter: what was planned, what has been, and where it goes from here.

mod adopt;
pub mod changes;
mod charts;
mod kept_plans;
pub mod outlook;

use super::baseline::choice_of_baseline;
use super::view::{Section, Shown, View};
use crate::evidence::{QUARTER, Quarter, QuarterLine};
use crate::text::quarters::months_text;
use crate::text::{Filling, Show, Word};
use crate::ui::state::Desk;
use adopt::adopt;
use changes::changes;
use charts::charts;
use kept_plans::kept_plans;
use leptos::prelude::*;
use outlook::outlook;

/// How many quarters are shown at first, at least.
const NEAR: usize = 4;

/// The section.
pub fn quarters(desk: Desk, view: View) -> AnyView {
    let body = view.section(desk, Section::Quarters, move |shown| drawn(desk, view, shown));
    view! { <div class="flow">{body}</div> }.into_any()
}

fn drawn(desk: Desk, view: View, shown: Shown) -> AnyView {
    let has_facts = Memo::new(move |_| shown.with(|compared| compared.plan().has_facts()));
    let lead = move || desk.word(if has_facts.get() { Word::QUARTERS_LEAD } else { Word::QUARTERS_NONE });
    view! {
        <p class="hint">{lead}</p>
        {move || has_facts.get().then(|| choice_of_baseline(desk, view))}
        {outlook(desk, shown)}
        {move || has_facts.get().then(|| changes(desk, shown))}
        {charts(desk, shown, has_facts)}
        {table(desk, shown)}
        {adopt(desk, shown, has_facts)}
        {kept_plans(desk, shown)}
    }
    .into_any()
}

/// A cell of the table: an amount, and what is to be said of it.
#[derive(Clone, PartialEq)]
struct Row {
    name: String,
    cells: [String; 3],
    /// How many months are recorded, where some are and some are not.
    recorded: Option<String>,
    is_blank: bool,
}

fn table(desk: Desk, shown: Shown) -> AnyView {
    let every = RwSignal::new(false);
    let near = move || shown.with(|compared| near(compared.plan().months().end));
    let count = move || shown.with(|compared| compared.forecast().quarters.len());
    let most = Memo::new(move |_| if every.get() { usize::MAX } else { near() });
    let body = move || {
        shown.with(|compared| {
            let quarters = compared.forecast().quarters.iter().take(most.get());
            quarters.map(|quarter| group(desk, quarter)).collect::<Vec<_>>()
        })
    };
    let more = move || {
        let word =
            move || desk.word(if every.get() { Word::QUARTERS_SHOW_NEAR } else { Word::QUARTERS_SHOW_ALL });
        (count() > near()).then(|| {
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
fn near(end: u32) -> usize {
    (end.div_ceil(QUARTER) as usize + 2).max(NEAR)
}

fn group(desk: Desk, quarter: &Quarter) -> AnyView {
    let (first, last) = (quarter.span.first, quarter.span.last());
    let (name, rows) = desk.show(|show| (months_text(show, first, last), rows(show, quarter)));
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
                {fact} {row.recorded.map(|text| view! { <small class="soft">{text}</small> })}
            </td>
            <td role="cell" data-label=desk.word(Word::QUARTERS_FORECAST)>{forecast}</td>
        </tr>
    }
    .into_any()
}

fn rows(show: &Show<'_>, quarter: &Quarter) -> Vec<Row> {
    let months = quarter.span.months;
    let money = |word, line: &QuarterLine| row(show, word, line, months, |amount| show.money(amount.0));
    vec![
        money(Word::QUARTERS_REVENUE, &quarter.revenue),
        row(show, Word::QUARTERS_CLIENTS, &quarter.clients, months, |count| show.count(count.0)),
        money(Word::QUARTERS_PROFIT, &quarter.profit),
        money(Word::QUARTERS_CASH, &quarter.cash),
    ]
}

fn row<T: Copy>(
    show: &Show<'_>,
    word: Word,
    line: &QuarterLine<T>,
    months: u32,
    shown: impl Fn(T) -> String,
) -> Row {
    let fact = line.fact.map(&shown);
    Row {
        name: show.word(word),
        is_blank: fact.is_none(),
        recorded: recorded(show, line.recorded, months),
        cells: [
            shown(line.plan),
            fact.unwrap_or_else(|| show.word(Word::COMPARE_NOT_RECORDED)),
            shown(line.forecast),
        ],
    }
}

/// How many months are recorded, where some are and some are not.
fn recorded(show: &Show<'_>, recorded: u32, months: u32) -> Option<String> {
    let (n, all) = (recorded.to_string(), months.to_string());
    let fillings = [("n", Filling::Text(n.as_str())), ("all", Filling::Text(all.as_str()))];
    (0 < recorded && recorded < months).then(|| show.phrase(Word::QUARTERS_TOLD, &fillings))
}
