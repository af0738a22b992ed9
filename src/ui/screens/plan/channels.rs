//! Where leads come from: the road map, and the channels as rows.

use super::effect::{Line, effect, figure_pair, pairs};
use super::own;
use super::part::{Part, part};
use super::table::{Sheet, add_in_head, table};
use crate::model::{Channel, Choice, Status};
use crate::picture::ROAD_MAP;
use crate::plan::{Place, figure};
use crate::text::{Word, choice_text, figure_name};
use crate::ui::charts::chart;
use crate::ui::fields::{FlagField, NumberField, WholeField};
use crate::ui::state::Desk;
use leptos::prelude::*;

const SHEET: Sheet = Sheet {
    columns: &["name", "kind", "status", "first", "last", "budget", "cost_per_lead", "most_leads"],
    field_in: Some(field_in),
    got: Some((Word::PLAN_CLIENTS_GOT, clients)),
    is_off: Some(is_off),
    sum: Some(sum),
    more: Some(own::details),
    more_id: Some(own::more_id),
    ..Sheet::PLAIN
};

/// The part on channels.
pub fn channels(desk: Desk, here: RwSignal<Part>) -> AnyView {
    let body = view! {
        {chart(desk, &ROAD_MAP, true)}
        {table(desk, "channels", SHEET, false)}
        <div class="body">
            <div class="flow">{rules(desk)}</div>
            {effect(desk, Part::Channels, brings(desk))}
        </div>
    };
    part(desk, here, Part::Channels, Some(add_in_head(desk, "channels")), body.into_any())
}

/// What holds for all channels: ideas, and how well the market knows the product.
fn rules(desk: Desk) -> AnyView {
    let aware = Memo::new(move |_| desk.model.with(|model| model.market.awareness));
    let growing = move || {
        aware.get().then(|| {
            view! {
                <div class="fields"><NumberField path="market/from" /><WholeField path="market/months" /></div>
            }
        })
    };
    view! {
        <FlagField path="with_ideas" />
        <FlagField path="market/awareness" />
        {growing}
    }
    .into_any()
}

fn brings(desk: Desk) -> AnyView {
    let line = |id| figure_pair(desk, id, Place::Whole, Line::Plain);
    let lines = ["spend", "leads", "conversion", "clients", "cac", "cac_loaded"].map(line);
    pairs(desk, Word::PLAN_CHANNELS_BRING, lines.into())
}

/// The place of a channel in the document, by its path.
fn place_of(desk: Desk, path: &str) -> Option<usize> {
    let id = path.rsplit('/').next()?;
    desk.model.with(|model| model.channels.iter().position(|channel| channel.id == id))
}

/// Clients of a channel over the plan; the status of one that does not count.
fn clients(desk: Desk, path: &str) -> String {
    let Some(at) = place_of(desk, path) else { return String::new() };
    if is_off(desk, path) {
        let status = desk.model.with(|model| model.channels.get(at).map(|channel| channel.status));
        return desk.show(|show| choice_text(show, "channels/-/status", status.unwrap_or_default().name()));
    }
    told(desk, "clients", Place::Channel(at))
}

/// The field for a column in a channel of its kind: a free one has no money, and so many leads where others have at most so many.
fn field_in(desk: Desk, path: &str, key: &'static str) -> Option<&'static str> {
    let is_free = place_of(desk, path).is_some_and(|at| is_free(desk, at));
    match key {
        "budget" | "cost_per_lead" if is_free => None,
        "most_leads" if is_free => Some("free_leads"),
        _ => Some(key),
    }
}

fn is_free(desk: Desk, at: usize) -> bool {
    desk.model.with(|model| model.channels.get(at).is_some_and(Channel::is_free))
}

/// Whether a channel counts for nothing: dropped, or an idea that is not asked for.
fn is_off(desk: Desk, path: &str) -> bool {
    let Some(at) = place_of(desk, path) else { return false };
    desk.model.with(|model| match model.channels.get(at).map(|channel| channel.status) {
        Some(Status::Idea) => !model.with_ideas,
        Some(Status::Dropped) => true,
        _ => false,
    })
}

fn told(desk: Desk, id: &str, place: Place) -> String {
    let Some(figure) = figure(id) else { return String::new() };
    let answer = desk.outcome.with(|outcome| figure.value(outcome, place));
    desk.show(|show| show.answer(answer, figure.unit))
}

fn sum(desk: Desk) -> AnyView {
    let empty = || view! { <td role="cell"></td> };
    let number = |id: &'static str| {
        let name = move || figure(id).map(|figure| desk.show(|show| figure_name(show, figure)));
        view! { <td role="cell" class="num" data-label=name>{move || told(desk, id, Place::Whole)}</td> }
    };
    view! {
        <td role="rowheader">{move || desk.word(Word::PLAN_TOTAL)}</td>
        {empty()}{empty()}{empty()}{empty()}
        {number("spend")}
        {number("cpl")}
        {empty()}
        {number("clients")}
        <td role="cell" class="act"></td>
    }
    .into_any()
}
