//! Figures against the plan, month by month, each with its verdict and what that rests on.

use crate::evidence::{Finding, MeasuredIn, RunIn, Verdict, exact};
use crate::judge::verdict_tone;
use crate::model::Model;
use crate::text::run_in::{
    count_text, difference_text, evidence_text, measured_name, outlook_text, reason_text, value_text,
    verdict_text, waiting_text,
};
use crate::text::{Filling, Show, Word};
use crate::ui::icon::{mark, tone_mark};
use crate::ui::state::Desk;
use leptos::prelude::*;

/// How many months are shown one by one: the last of those looked at.
const SHOWN: usize = 3;

/// A verdict: its mark, its word.
pub fn badge(desk: Desk, verdict: Verdict) -> AnyView {
    let tone = verdict_tone(verdict);
    let text = desk.show(|show| verdict_text(show, verdict));
    view! { <span class="tag" data-tone=tone.name()>{mark(tone_mark(tone))}{text}</span> }.into_any()
}

/// The figures in a table, and under it what the verdicts rest on.
pub fn figures(desk: Desk, plan: &Model, name: &str, run: &RunIn, findings: &[&Finding]) -> AnyView {
    if findings.is_empty() {
        return view! { <p class="soft">{desk.word(Word::BOARD_NOT_PLANNED)}</p> }.into_any();
    }
    let rows: Vec<_> = findings.iter().map(|finding| row(desk, plan, run, finding)).collect();
    view! {
        <div class="framed scroll found" tabindex="0" role="group" aria-label=name.to_owned()>
            <table class="data" role="table" aria-label=name.to_owned()>
                <thead role="rowgroup">{head(desk, run)}</thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </div>
        {why(desk, plan, run, findings)}
    }
    .into_any()
}

/// The months that are shown one by one.
fn months(run: &RunIn) -> Vec<u32> {
    let months = run.window.months();
    let skipped = months.len().saturating_sub(SHOWN);
    months.skip(skipped).collect()
}

fn head(desk: Desk, run: &RunIn) -> AnyView {
    let cell = |text: String| view! { <th role="columnheader" scope="col">{text}</th> }.into_any();
    let months = desk.show(|show| months(run).into_iter().map(|t| show.month(t)).collect::<Vec<_>>());
    let word = |word| desk.word(word);
    let before = [word(Word::BOARD_FIGURE), word(Word::BOARD_PLAN)];
    let behind = [word(Word::BOARD_FACT), word(Word::BOARD_DIFFERENCE), word(Word::BOARD_VERDICT)];
    let cells: Vec<_> = before.into_iter().chain(months).chain(behind).map(cell).collect();
    view! { <tr role="row">{cells}</tr> }.into_any()
}

fn row(desk: Desk, plan: &Model, run: &RunIn, finding: &Finding) -> AnyView {
    let none = || "—".to_owned();
    let (name, planned, fact, count, difference) = desk.show(|show| {
        let value = |value| value_text(show, finding.measured, value);
        (
            measured_name(show, plan, finding),
            value(finding.planned()),
            finding.observed().map_or_else(none, value),
            count_text(show, finding).map(|text| view! { <small>{text}</small> }.into_any()),
            difference_text(show, finding).unwrap_or_else(none),
        )
    });
    let label = |word| desk.word(word);
    let cells: Vec<_> = months(run).into_iter().map(|t| month_cell(desk, run, finding, t)).collect();
    view! {
        <tr role="row">
            <th role="rowheader" scope="row">{name}</th>
            <td role="cell" data-label=label(Word::BOARD_PLAN)>{planned}</td>
            {cells}
            <td role="cell" data-label=label(Word::BOARD_FACT)><b>{fact}</b>{count}</td>
            <td role="cell" data-label=label(Word::BOARD_DIFFERENCE)>{difference}</td>
            <td role="cell" class="said">{finding.verdict().map(|verdict| badge(desk, verdict))}</td>
        </tr>
    }
    .into_any()
}

/// What was in a month; a count beside what was planned for that month.
fn month_cell(desk: Desk, run: &RunIn, finding: &Finding, t: u32) -> AnyView {
    let at = t.saturating_sub(run.window.first) as usize;
    let month = finding.months.get(at);
    let (label, fact, plan) = desk.show(|show| {
        let value = |own| value_text(show, finding.measured, exact(own));
        let fact = month.and_then(|month| month.fact).map_or_else(|| "—".to_owned(), value);
        let is_count = finding.measured.unit() == MeasuredIn::Count;
        let plan = month.filter(|_| is_count).map(|month| of_plan(show, &value(month.plan)));
        (show.month(t), fact, plan)
    });
    let plan = plan.map(|text| view! { <small>{text}</small> }.into_any());
    view! { <td role="cell" class="month" data-label=label>{fact}{plan}</td> }.into_any()
}

fn of_plan(show: &Show<'_>, plan: &str) -> String {
    show.phrase(Word::BOARD_MONTH_PLAN, &[("plan", Filling::Text(plan))])
}

/// What the verdicts rest on, figure by figure.
fn why(desk: Desk, plan: &Model, run: &RunIn, findings: &[&Finding]) -> AnyView {
    let line = |finding: &&Finding| {
        let (name, said) = desk.show(|show| {
            let more = [
                waiting_text(show, plan, finding),
                reason_text(show, finding),
                outlook_text(show, plan, finding, run),
            ];
            let said = std::iter::once(evidence_text(show, plan, finding)).chain(more.into_iter().flatten());
            (measured_name(show, plan, finding), said.collect::<Vec<_>>().join(" "))
        });
        view! { <li><b>{name}". "</b>{said}</li> }.into_any()
    };
    let lines: Vec<_> = findings.iter().map(line).collect();
    view! {
        <details>
            <summary>{desk.word(Word::BOARD_WHY)}</summary>
            <ul class="flow">{lines}</ul>
        </details>
    }
    .into_any()
}
