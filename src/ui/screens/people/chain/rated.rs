//! What the rating does to pay: for every role and quarter its mean score, its coefficient, and the money.

use super::quarters::quarter_name;
use crate::judge::Tone;
use crate::model::Model;
use crate::number::{Exact, Share};
use crate::pay::LEAST_SCORES;
use crate::pay_review::{Idle, Rated, RatedQuarter, RatingEffect, rated as rated_roles, rated_quarters};
use crate::plan::Outcome;
use crate::text::{Filling, Show, Word, role_name, signed_money};
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

fn head(desk: Desk) -> AnyView {
    let count = desk.model.with(|model| desk.outcome.with(|outcome| rated_quarters(model, outcome)));
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
    idle: Option<String>,
    cells: Vec<Option<Cell>>,
}

/// One scored quarter of a role.
struct Cell {
    /// What the rating does; nothing to tell where the row says why it does nothing.
    effect: Option<RatingEffect>,
    /// The mean score and its coefficient.
    why: String,
}

fn rows(show: &Show<'_>, model: &Model, outcome: &Outcome) -> Vec<Row> {
    let row = |own: Rated| {
        let is_idle = own.idle.is_some();
        let cell = |quarter: RatedQuarter| Cell {
            effect: (!is_idle).then_some(quarter.effect),
            why: why(show, (quarter.score, quarter.coefficient)),
        };
        Row {
            name: role_name(show, model, own.role),
            idle: own.idle.map(|idle| show.word(reason(idle))),
            cells: own.quarters.into_iter().map(|quarter| quarter.map(cell)).collect(),
        }
    };
    rated_roles(model, outcome).into_iter().map(row).collect()
}

fn reason(idle: Idle) -> Word {
    match idle {
        Idle::NoVariable => Word::CHAIN_NO_VARIABLE,
        Idle::NoShare => Word::CHAIN_NO_SHARE,
    }
}

fn why(show: &Show<'_>, (score, coefficient): (Share<Exact>, Share<Exact>)) -> String {
    let texts = (show.plain(score.0, 2), show.plain(coefficient.0, 2));
    let fillings = [("score", Filling::Text(&texts.0)), ("coefficient", Filling::Text(&texts.1))];
    show.phrase(Word::CHAIN_MEAN, &fillings)
}

fn row_view(desk: Desk, row: Row) -> AnyView {
    let cell = |(quarter, cell): (usize, Option<Cell>)| {
        let name = desk.show(|show| quarter_name(show, quarter));
        let is_none = !matches!(cell, Some(Cell { effect: Some(RatingEffect::Moves(_)), .. }));
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
        Some(RatingEffect::Moves(amount)) => {
            let tone = Tone::of_gain(amount, Tone::Watch);
            let (picture, amount) =
                (tone.map(|tone| mark(tone_mark(tone))), desk.show(|show| signed_money(show, amount.0)));
            view! { <span class="line" data-tone=tone.map(Tone::name)>{picture}<b>{amount}</b></span> }
                .into_any()
        }
        Some(RatingEffect::Nobody) => desk.word(Word::CHAIN_NOBODY).into_any(),
        Some(RatingEffect::TooFew(scores)) => {
            let (given, least) = (scores.to_string(), LEAST_SCORES.to_string());
            let whole = Some(u64::from(scores));
            let fillings = [("given", Filling::Number(&given, whole)), ("least", Filling::Text(&least))];
            desk.show(|show| show.phrase(Word::CHAIN_TOO_FEW, &fillings)).into_any()
        }
        Some(RatingEffect::NoPayYet) => desk.word(Word::CHAIN_NO_PAY_YET).into_any(),
        None => ().into_any(),
    };
    view! { {what}<small class="soft">{why}</small> }.into_any()
}
