//! What the rating does to pay: for every role and quarter its mean score, its coefficient, and the money.

use super::quarters::quarter_name;
use crate::model::{Model, Person, Team, months_of_quarter, quarters_of};
use crate::number::{Exact, Money, Share};
use crate::pay::{pay_in_force, rating};
use crate::plan::{GroupOutcome, Outcome};
use crate::text::{Filling, Show, Tone, Word, row_name, signed_money};
use crate::ui::icon::{mark, tone_mark};
use crate::ui::state::Desk;
use leptos::prelude::*;

/// The table.
pub fn rated(desk: Desk) -> AnyView {
    let name = move || desk.word(Word::CHAIN_RESULT);
    let body = move || {
        let rows = desk
            .show(|show| desk.model.with(|model| desk.outcome.with(|outcome| rows(show, model, outcome))));
        rows.into_iter().map(|row| row_view(desk, row)).collect::<Vec<_>>()
    };
    view! {
        <div>
            <h3>{name}</h3>
            <p class="hint">{move || desk.word(Word::CHAIN_RESULT_HINT)}</p>
        </div>
        <div class="framed scroll" tabindex="0" role="group" aria-label=name>
            <table class="data rated" role="table" aria-label=name>
                <thead role="rowgroup">{move || head(desk)}</thead>
                <tbody role="rowgroup">{body}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// How many quarters are told: those with room for scores, none behind the plan.
fn told(model: &Model, outcome: &Outcome) -> usize {
    model.team.quarters().min(quarters_of(outcome.months()))
}

fn head(desk: Desk) -> AnyView {
    let count = desk.model.with(|model| desk.outcome.with(|outcome| told(model, outcome)));
    let column = |quarter| {
        view! { <th role="columnheader" scope="col">{desk.show(|show| quarter_name(show, quarter))}</th> }
            .into_any()
    };
    let columns: Vec<_> = (0..count).map(column).collect();
    view! { <tr role="row"><th role="columnheader" scope="col">{desk.word(Word::CHAIN_ROLE)}</th>{columns}</tr> }.into_any()
}

/// A role that somebody scores.
struct Row {
    name: String,
    /// Why no score changes anything, where none does.
    idle: Option<String>,
    cells: Vec<Option<Cell>>,
}

/// One scored quarter of a role.
struct Cell {
    effect: Effect,
    /// The mean score and its coefficient.
    why: String,
}

/// What the rating does to a quarter's pay.
enum Effect {
    /// It adds or takes so much, or leaves all as it is.
    Moves(String, Option<Tone>),
    /// Nothing, for this reason.
    Nothing(Word),
    /// Nothing in any quarter: the row says why.
    Idle,
}

fn rows(show: &Show<'_>, model: &Model, outcome: &Outcome) -> Vec<Row> {
    let is_scored = |id: &str| model.team.handovers.iter().any(|link| link.executor == id);
    let people = model.people.iter().enumerate().filter(|(_, person)| is_scored(&person.id));
    let row = |(at, person): (usize, &Person)| {
        let ratings = rating::<Exact>(&model.team, &person.id);
        let idle = idle(person, &model.team);
        let cell = |quarter: usize| {
            let rated = ratings.get(quarter).copied().flatten()?;
            let effect = if idle.is_some() { Effect::Idle } else { effect(show, outcome, at, quarter) };
            Some(Cell { effect, why: why(show, rated) })
        };
        Row {
            name: row_name(show, model, &["people/", &person.id].concat()),
            cells: (0..told(model, outcome)).map(cell).collect(),
            idle: idle.map(|word| show.word(word)),
        }
    };
    people.map(row).collect()
}

/// Why no score moves the pay of a role.
fn idle(person: &Person, team: &Team) -> Option<Word> {
    let (_, pay) = pay_in_force(person, team);
    match () {
        () if pay.parts.is_empty() => Some(Word::CHAIN_NO_VARIABLE),
        () if pay.rating_share.value.is_zero() => Some(Word::CHAIN_NO_SHARE),
        () => None,
    }
}

fn effect(show: &Show<'_>, outcome: &Outcome, role: usize, quarter: usize) -> Effect {
    let Some((variable, amount)) = moved(outcome, role, quarter) else {
        return Effect::Nothing(Word::CHAIN_NOBODY);
    };
    if variable == Money::ZERO {
        return Effect::Nothing(Word::CHAIN_NO_PAY_YET);
    }
    let tone = match () {
        () if amount.is_negative() => Some(Tone::Watch),
        () if amount.is_positive() => Some(Tone::Good),
        () => None,
    };
    Effect::Moves(signed_money(show, amount.0), tone)
}

/// The variable pay of a quarter and what the rating adds to it or takes, for one of the first people who are
/// there: all months of the quarter in which one works. None where nobody does.
fn moved(outcome: &Outcome, role: usize, quarter: usize) -> Option<(Money<Exact>, Money<Exact>)> {
    let slips = |group: &GroupOutcome<Exact>| {
        let months = months_of_quarter(quarter);
        let slips = months
            .filter_map(|month| Some((group.pay_in(month)?.variable, group.pay_in(month)?.rating_amount)));
        slips.reduce(|sum, own| (sum.0 + own.0, sum.1 + own.1))
    };
    outcome.people.roles.get(role)?.groups.iter().find_map(slips)
}

fn why(show: &Show<'_>, (score, coefficient): (Share<Exact>, Share<Exact>)) -> String {
    let texts = (show.plain(score.0, 2), show.plain(coefficient.0, 2));
    let fillings = [("score", Filling::Text(&texts.0)), ("coefficient", Filling::Text(&texts.1))];
    show.phrase(Word::CHAIN_MEAN, &fillings)
}

fn row_view(desk: Desk, row: Row) -> AnyView {
    let cell = |(quarter, cell): (usize, Option<Cell>)| {
        let name = desk.show(|show| quarter_name(show, quarter));
        let is_none = !matches!(cell, Some(Cell { effect: Effect::Moves(..), .. }));
        let own = match cell {
            None => desk.word(Word::CHAIN_NO_RATING).into_any(),
            Some(cell) => cell_view(desk, cell),
        };
        view! { <td role="cell" data-label=name class:none=is_none><div>{own}</div></td> }.into_any()
    };
    let cells: Vec<_> = row.cells.into_iter().enumerate().map(cell).collect();
    let idle = row.idle.map(|idle| view! { <small class="soft">{idle}</small> }.into_any());
    view! { <tr role="row"><th role="rowheader" scope="row">{row.name}{idle}</th>{cells}</tr> }.into_any()
}

fn cell_view(desk: Desk, Cell { effect, why }: Cell) -> AnyView {
    let what = match effect {
        Effect::Moves(amount, tone) => {
            let picture = tone.map(|tone| mark(tone_mark(tone)));
            view! { <span class="line" data-tone=tone.map(Tone::name)>{picture}<b>{amount}</b></span> }
                .into_any()
        }
        Effect::Nothing(word) => desk.word(word).into_any(),
        Effect::Idle => ().into_any(),
    };
    view! { {what}<small class="soft">{why}</small> }.into_any()
}
