//! What the rating does to pay: for every role and quarter its mean score, its coefficient, and the money.

use super::quarters::{first_month, quarter_name, quarters, quarters_of};
use crate::model::{Model, Person};
use crate::number::{Exact, Money, Share};
use crate::plan::{Outcome, rating};
use crate::text::{Filling, Show, Word, row_name, signed_money};
use crate::ui::icon::mark;
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
            <table class="data rated" aria-label=name>
                <thead>{move || head(desk)}</thead>
                <tbody>{body}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// How many quarters are told: those with room for scores, none behind the plan.
fn told(model: &Model, outcome: &Outcome) -> usize {
    quarters(model).min(quarters_of(outcome.months()))
}

fn head(desk: Desk) -> AnyView {
    let count = desk.model.with(|model| desk.outcome.with(|outcome| told(model, outcome)));
    let column =
        |quarter| view! { <th scope="col">{desk.show(|show| quarter_name(show, quarter))}</th> }.into_any();
    let columns: Vec<_> = (0..count).map(column).collect();
    view! { <tr><th scope="col">{desk.word(Word::CHAIN_ROLE)}</th>{columns}</tr> }.into_any()
}

/// A role that somebody scores.
struct Row {
    name: String,
    cells: Vec<Option<Cell>>,
}

/// One quarter of a role.
struct Cell {
    /// What the rating adds to a month's pay or takes of it; none where nobody is there.
    amount: Option<String>,
    /// The mean score and its coefficient.
    why: String,
    /// Whether it takes.
    lowers: bool,
}

fn rows(show: &Show<'_>, model: &Model, outcome: &Outcome) -> Vec<Row> {
    let is_scored = |id: &str| model.team.handovers.iter().any(|link| link.executor == id);
    let people = model.people.iter().enumerate().filter(|(_, person)| is_scored(&person.id));
    let row = |(at, person): (usize, &Person)| {
        let ratings = rating::<Exact>(&model.team, &person.id);
        let cell = |quarter: usize| {
            let (score, coefficient) = ratings.get(quarter).copied().flatten()?;
            Some(cell(show, amount(outcome, at, quarter), score, coefficient))
        };
        Row {
            name: row_name(show, model, &["people/", &person.id].concat()),
            cells: (0..told(model, outcome)).map(cell).collect(),
        }
    };
    people.map(row).collect()
}

/// What the rating moves in the pay of one of the first people who are there, in the first month of a quarter in
/// which somebody is.
fn amount(outcome: &Outcome, role: usize, quarter: usize) -> Option<Money<Exact>> {
    let groups = &outcome.people.roles.get(role)?.groups;
    let first = first_month(quarter);
    let mut months = first..first.saturating_add(3);
    months.find_map(|month| groups.iter().find_map(|group| Some(group.slip(month)?.rating_amount)))
}

fn cell(
    show: &Show<'_>,
    amount: Option<Money<Exact>>,
    score: Share<Exact>,
    coefficient: Share<Exact>,
) -> Cell {
    let texts = (show.plain(score.0, 2), show.plain(coefficient.0, 2));
    let fillings = [("score", Filling::Text(&texts.0)), ("coefficient", Filling::Text(&texts.1))];
    Cell {
        amount: amount.map(|amount| signed_money(show, amount.0)),
        why: show.phrase(Word::CHAIN_MEAN, &fillings),
        lowers: (coefficient - Share::ONE).is_negative(),
    }
}

fn row_view(desk: Desk, row: Row) -> AnyView {
    let cell = |cell: Option<Cell>| match cell {
        None => view! { <td class="none">{desk.word(Word::CHAIN_NO_RATING)}</td> }.into_any(),
        Some(Cell { amount: None, why, .. }) => view! {
            <td class="none">{desk.word(Word::CHAIN_NOBODY)}<small>{why}</small></td>
        }
        .into_any(),
        Some(Cell { amount: Some(amount), why, lowers }) => {
            let (tone, picture) = if lowers { ("watch", "m-watch") } else { ("good", "m-good") };
            view! {
                <td data-tone=tone>
                    <span class="line">{mark(picture)}<b>{amount}</b></span>
                    <small class="soft">{why}</small>
                </td>
            }
            .into_any()
        }
    };
    let cells: Vec<_> = row.cells.into_iter().map(cell).collect();
    view! { <tr><th scope="row">{row.name}</th>{cells}</tr> }.into_any()
}
