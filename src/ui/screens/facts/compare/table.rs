//! A table of plan, fact, difference and per cent, in groups of lines. A narrow page lays its rows out as grids: the
//! roles are written out, for a row that is no table row loses its own.

use crate::evidence::{ChannelComparison, Comparison, PlanActual};
use crate::model::Model;
use crate::number::{Exact, Number};
use crate::text::stage_name;
use crate::text::{Filling, Show, Word, signed_money};
use crate::ui::state::Desk;
use leptos::prelude::*;

/// Lines with a name above them.
#[derive(Clone, PartialEq)]
pub struct Group {
    /// Its name; empty where there is none.
    pub name: String,
    /// Its lines.
    pub lines: Vec<Line>,
}

/// A line of the table.
#[derive(Clone, PartialEq)]
pub struct Line {
    name: String,
    pair: PlanActual,
    is_money: bool,
    is_sum: bool,
    /// Whether some of what it is made of is recorded.
    is_begun: bool,
}

/// A table in its frame; drawn again as a whole.
pub fn plan_actual_table(
    desk: Desk,
    title: Word,
    id: &'static str,
    groups: impl Fn() -> Vec<Group> + Send + 'static,
) -> AnyView {
    let body = move || groups().into_iter().map(|group| group_view(desk, group)).collect::<Vec<_>>();
    view! {
        <div class="flow">
            <h3 id=id>{move || desk.word(title)}</h3>
            <div class="framed scroll" tabindex="0" role="group" aria-labelledby=id>
                <table class="data beside" role="table" aria-labelledby=id>
                    <thead role="rowgroup"><tr role="row">{head(desk)}</tr></thead>
                    {body}
                </table>
            </div>
        </div>
    }
    .into_any()
}

fn head(desk: Desk) -> Vec<AnyView> {
    let cell =
        |word: Word| view! { <th role="columnheader" scope="col">{move || desk.word(word)}</th> }.into_any();
    let words = [
        Word::COMPARE_WHAT,
        Word::COMPARE_PLAN,
        Word::COMPARE_FACT,
        Word::COMPARE_DIFFERENCE,
        Word::COMPARE_PERCENT,
    ];
    words.map(cell).into()
}

fn group_view(desk: Desk, group: Group) -> AnyView {
    let head = (!group.name.is_empty()).then(|| {
        view! {
            <tr role="row" class="group"><th role="rowheader" scope="rowgroup" colspan="5">{group.name}</th></tr>
        }
        .into_any()
    });
    let lines: Vec<_> = group.lines.into_iter().map(|line| line_view(desk, line)).collect();
    view! { <tbody role="rowgroup">{head}{lines}</tbody> }.into_any()
}

fn line_view(desk: Desk, line: Line) -> AnyView {
    let Cells { plan, fact, recorded, difference, percent, is_blank } = desk.show(|show| cells(show, &line));
    let class = line.is_sum.then_some("sum");
    view! {
        <tr role="row" class=class>
            <th role="rowheader" scope="row">{line.name}</th>
            <td role="cell" data-label=desk.word(Word::COMPARE_PLAN)>{plan}</td>
            <td role="cell" data-label=desk.word(Word::COMPARE_FACT) class=is_blank.then_some("none")>
                {fact} {recorded.map(|recorded| view! { <small class="soft">{recorded}</small> })}
            </td>
            <td role="cell" data-label=desk.word(Word::COMPARE_DIFFERENCE)>{difference}</td>
            <td role="cell">{percent}</td>
        </tr>
    }
    .into_any()
}

/// A line in words.
struct Cells {
    plan: String,
    fact: String,
    recorded: Option<String>,
    difference: String,
    percent: String,
    is_blank: bool,
}

fn cells(show: &Show<'_>, line: &Line) -> Cells {
    let Line { pair, is_money, .. } = line;
    let amount = |amount: Exact| if *is_money { show.money(amount) } else { show.count(amount) };
    let recorded = (pair.fact.is_some() && pair.recorded < pair.of).then(|| {
        let (recorded, of) = (pair.recorded.to_string(), pair.of.to_string());
        show.phrase(Word::COMPARE_TOLD, &[("n", Filling::Text(&recorded)), ("all", Filling::Text(&of))])
    });
    let blank = if line.is_begun { Word::COMPARE_PARTLY } else { Word::COMPARE_NOT_RECORDED };
    let difference = pair.difference().map(|difference| match is_money {
        true => signed_money(show, difference),
        false => [if difference.is_positive() { "+" } else { "" }, &show.count(difference)].concat(),
    });
    Cells {
        plan: amount(pair.plan),
        fact: pair.fact.map_or_else(|| show.word(blank), amount),
        recorded,
        difference: difference.unwrap_or_else(|| "—".into()),
        percent: pair.change().map_or_else(|| "—".into(), |share| signed_percent(show, share)),
        is_blank: pair.fact.is_none(),
    }
}

/// A difference in whole per cent: "+8 %".
fn signed_percent(show: &Show<'_>, share: Exact) -> String {
    let Ok(share) = share.decimal().map(|share| share.round_dp(2).normalize()) else { return "—".into() };
    let sign = if share.is_sign_positive() && !share.is_zero() { "+" } else { "" };
    [sign, &show.percent(Exact::from_decimal(share))].concat()
}

/// What a channel cost and brought.
pub fn channel_group(desk: Desk, plan: &Model, name: String, own: &ChannelComparison) -> Group {
    let line = |word: Word, pair: &PlanActual, is_money| Line {
        name: desk.word(word),
        pair: *pair,
        is_money,
        is_sum: false,
        is_begun: false,
    };
    // Of a channel that costs nothing, by the plan and as far as is known, no costs are named.
    let is_paid = own.spend.plan != Exact::ZERO || own.spend.fact.is_some_and(|fact| fact != Exact::ZERO);
    let mut lines = Vec::new();
    lines.extend(is_paid.then(|| line(Word::COMPARE_SPEND, &own.spend, true)));
    lines.push(line(Word::COMPARE_LEADS, &own.leads, false));
    let stage = |(at, pair): (usize, &PlanActual)| Line {
        name: desk.show(|show| stage_name(show, plan, at)),
        pair: *pair,
        is_money: false,
        is_sum: false,
        is_begun: false,
    };
    lines.extend(own.stages.iter().enumerate().map(stage));
    if own.stages.is_empty() {
        lines.push(line(Word::COMPARE_CLIENTS, &own.clients, false));
    }
    lines.push(line(Word::COMPARE_REVENUE, &own.revenue, true));
    if is_paid {
        lines.push(line(Word::COMPARE_COST_PER_LEAD, &own.cost_per_lead, true));
        lines.push(line(Word::COMPARE_COST_PER_CLIENT, &own.cost_per_client, true));
    }
    Group { name, lines }
}

/// The statement and cash.
pub fn statement_group(desk: Desk, pairs: &Comparison) -> Group {
    let own = &pairs.lines;
    let line = |word: Word, pair: &PlanActual, is_sum| {
        let is_begun = match word {
            Word::FIGURE_REVENUE => pairs.total.revenue.fact.is_some(),
            Word::FIGURE_PROFIT => own.is_begun(),
            _ => false,
        };
        Line { name: desk.word(word), pair: *pair, is_money: true, is_sum, is_begun }
    };
    let lines = vec![
        line(Word::FIGURE_REVENUE, &own.revenue, false),
        line(Word::FIGURE_VARIABLE_COSTS, &own.variable_costs, false),
        line(Word::COMPARE_ADVERTISING, &own.marketing, false),
        line(Word::COMPARE_PAY, &own.payroll, false),
        line(Word::FIGURE_FIXED_COSTS, &own.fixed_costs, false),
        line(Word::COMPARE_TAXES, &own.taxes, false),
        line(Word::FIGURE_PROFIT, &own.profit, true),
        line(Word::COMPARE_CASH, &own.cash, true),
    ];
    Group { name: String::new(), lines }
}
