//! The links of the chain as a table: who works for whom, and the score of each quarter.

use super::quarters::quarter_name;
use super::role_field::role_field;
use crate::browser::focus;
use crate::desk::commands::{AddLink, AddQuarters};
use crate::model::Model;
use crate::plan::Outcome;
use crate::text::{Filling, Word, field_short, row_name};
use crate::ui::fields::{NumberField, RowActions, Rows, cell, input_id};
use crate::ui::icon::icon;
use crate::ui::state::Desk;
use leptos::prelude::*;

const ROWS: &str = "team/handovers";

/// The table with what adds to it.
pub fn links(desk: Desk) -> AnyView {
    let shown = Memo::new(move |_| desk.model.with(|model| model.team.quarters()));
    let class = move || if shown.get() > 4 { "scroll" } else { "" };
    view! {
        <div class=class>
            <table class="rows" role="table" aria-label=move || desk.word(Word::CHAIN_LINKS)>
                <thead role="rowgroup">{move || head(desk, shown.get())}</thead>
                <tbody role="rowgroup"><Rows path=ROWS row=move |path| row(desk, path, shown) /></tbody>
            </table>
        </div>
        <p class="line">{add_link(desk)}{add_quarter(desk)}</p>
    }
    .into_any()
}

fn head(desk: Desk, quarters: usize) -> AnyView {
    let field = |key: &str| desk.show(|show| field_short(show, &[ROWS, "/-/", key].concat()));
    let column = |name: String, class: &'static str| {
        view! { <th role="columnheader" scope="col" class=class>{name}</th> }.into_any()
    };
    // The table's name says that these are scores: there is no room for it in each head.
    let scores = (0..quarters).map(|quarter| column(desk.show(|show| quarter_name(show, quarter)), "num"));
    let scores: Vec<_> = scores.collect();
    view! {
        <tr role="row">
            {column(field("executor"), "")}
            {column(field("customer"), "")}
            {column(field("weight"), "num")}
            {scores}
            <th role="columnheader" scope="col"><span class="vh">{desk.word(Word::PLAN_ACTIONS)}</span></th>
        </tr>
    }
    .into_any()
}

fn score_name(desk: Desk, quarter: usize) -> String {
    desk.show(|show| {
        let name = quarter_name(show, quarter);
        show.phrase(Word::CHAIN_SCORE, &[("quarter", Filling::Text(&name))])
    })
}

fn row(desk: Desk, path: String, shown: Memo<usize>) -> AnyView {
    let at = |key: &str| [&path, "/", key].concat();
    let label = |key: &'static str| {
        let path = at(key);
        move || desk.show(|show| field_short(show, &path))
    };
    let name = {
        let path = path.clone();
        Signal::derive(move || link_name(desk, &path))
    };
    view! {
        <tr role="row">
            <td role="rowheader" class="name">{role_field(desk, at("executor"), false)}</td>
            <td role="cell" data-label=label("customer")>{role_field(desk, at("customer"), true)}</td>
            <td role="cell" data-label=label("weight")>{cell(at("weight"))}</td>
            {scores(desk, path.clone(), shown)}
            <td role="cell" class="act"><RowActions path=path.clone() name /></td>
        </tr>
    }
    .into_any()
}

/// What a link is called: "from → to".
fn link_name(desk: Desk, path: &str) -> String {
    let id = path.rsplit('/').next().unwrap_or_default();
    desk.model.with(|model| {
        let Some(link) = model.team.handovers.iter().find(|link| link.id == id) else {
            return String::new();
        };
        desk.show(|show| {
            let name = |id: &str| row_name(show, model, &["people/", id].concat());
            let client = link.customer.is_empty().then(|| show.word(Word::CHAIN_CLIENT));
            let (from, to) = (name(&link.executor), client.unwrap_or_else(|| name(&link.customer)));
            show.phrase(Word::CHAIN_LINK, &[("from", Filling::Text(&from)), ("to", Filling::Text(&to))])
        })
    })
}

/// The cells of a link's scores. They are drawn again only when there are others, never while one is typed.
fn scores(desk: Desk, link: String, shown: Memo<usize>) -> AnyView {
    let id = link.rsplit('/').next().unwrap_or_default().to_owned();
    let ids = Memo::new(move |_| desk.model.with(|model| score_ids(model, &id)));
    let cells = move || {
        let ids = ids.get();
        let one = |quarter: usize| match ids.get(quarter) {
            Some(own) => score_cell(desk, format!("{link}/scores/{own}/score"), quarter),
            None => missing_cell(desk, quarter, shown),
        };
        (0..shown.get()).map(one).collect::<Vec<_>>()
    };
    cells.into_any()
}

fn score_ids(model: &Model, id: &str) -> Vec<String> {
    let link = model.team.handovers.iter().find(|link| link.id == id);
    link.map(|link| link.scores.iter().map(|score| score.id.clone()).collect()).unwrap_or_default()
}

fn score_cell(desk: Desk, path: String, quarter: usize) -> AnyView {
    let name = score_name(desk, quarter);
    let placeholder = Signal::stored("—".to_owned());
    view! {
        <td role="cell" data-label=name.clone()>
            <NumberField path label=name.clone() tight=true placeholder />
        </td>
    }
    .into_any()
}

/// In the place of a score that a link has no room for: the way to one.
fn missing_cell(desk: Desk, quarter: usize, shown: Memo<usize>) -> AnyView {
    let name = score_name(desk, quarter);
    let label = [desk.word(Word::CHAIN_FILL_SCORES), ": ".into(), name.clone()].concat();
    let add = move |_| desk.perform(&AddQuarters { quarters: shown.get_untracked() });
    view! {
        <td role="cell" data-label=name>
            <button type="button" class="quiet square" aria-label=label on:click=add>{icon("i-plus")}</button>
        </td>
    }
    .into_any()
}

/// The button that adds a link and goes to it.
pub fn add_link(desk: Desk) -> AnyView {
    let add = move |_| {
        desk.perform(&AddLink);
        let last = desk.model.with_untracked(|model| model.team.handovers.last().map(|link| link.id.clone()));
        if let Some(id) = last {
            focus::later(input_id(&format!("{ROWS}/{id}/executor")));
        }
    };
    let full = move || desk.model.with(|model| !AddLink::has_room(model));
    view! {
        <button type="button" id=input_id(ROWS) disabled=full on:click=add>
            {icon("i-plus")}{move || desk.word(Word::CHAIN_ADD_LINK)}
        </button>
    }
    .into_any()
}

fn add_quarter(desk: Desk) -> AnyView {
    let more = Memo::new(move |_| {
        let months = desk.outcome.with(Outcome::months);
        desk.model.with(|model| AddQuarters::one_more(&model.team, months))
    });
    let add = move |_| more.get_untracked().into_iter().for_each(|more| desk.perform(&more));
    view! {
        <button type="button" disabled=move || more.get().is_none() on:click=add>
            {icon("i-plus")}{move || desk.word(Word::CHAIN_ADD_QUARTER)}
        </button>
    }
    .into_any()
}
