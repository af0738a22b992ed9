//! Unit economics, channel by channel and in total.

use super::pieces::value_of;
use crate::browser::pointing::pointed;
use crate::model::{Model, Status};
use crate::number::Decimal;
use crate::picture::{best_ratio, ratio_length};
use crate::plan::{Figure, Outcome, Place, figure};
use crate::text::{Word, figure_name, figure_term, row_name};
use crate::ui::state::Desk;
use leptos::prelude::*;

const COLUMNS: [&str; 14] = [
    "spend",
    "leads",
    "cpl",
    "conversion",
    "clients",
    "cac",
    "cac_loaded",
    "ltv",
    "ltv_to_cac",
    "ltv_to_cac_loaded",
    "romi",
    "romi_plan",
    "payback",
    "payback_loaded",
];

/// The table of channels.
pub fn channels(desk: Desk) -> AnyView {
    let open = move |event: leptos::ev::MouseEvent| {
        let Some(figure) = pointed(&event, "data-f").and_then(|id| figure(&id)) else { return };
        let channel = pointed(&event, "data-c").and_then(|at| at.parse().ok());
        desk.explained.set(Some((figure.id, channel.map_or(Place::Whole, Place::Channel))));
    };
    let rows = move || desk.model.with(|model| desk.outcome.with(|outcome| rows(desk, model, outcome)));
    view! {
            <p class="hint no-print">{move || desk.word(Word::RESULT_CELLS)}</p>
            <div class="framed scroll" tabindex="0" role="group" aria-labelledby="channels-title">
                <table class="data by-channel" on:click=open>
                    <thead>
                        <tr><th scope="col">{move || desk.word(Word::RESULT_CHANNEL)}</th>{columns().map(|f| heading(desk, f)).collect::<Vec<_>>()}</tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
    }
    .into_any()
}

fn columns() -> impl Iterator<Item = &'static Figure> {
    COLUMNS.iter().filter_map(|id| figure(id))
}

/// A heading opens the total: the way by the keyboard to what a click on a cell shows.
fn heading(desk: Desk, figure: &'static Figure) -> AnyView {
    view! {
        <th scope="col" data-f=figure.id>
            <button
                type="button"
                class="link"
                aria-haspopup="dialog"
                title=move || desk.with(Word::HOW, "name", &desk.show(|show| figure_name(show, figure)))
            >
                {move || desk.show(|show| figure_term(show, figure))}
            </button>
        </th>
    }
    .into_any()
}

fn rows(desk: Desk, model: &Model, outcome: &Outcome) -> Vec<AnyView> {
    let best = best_ratio(outcome);
    let mut rows: Vec<_> =
        (0..outcome.channels.len()).map(|at| row(desk, model, outcome, at, best)).collect();
    if rows.is_empty() {
        let words = desk.word(Word::RESULT_NO_CHANNELS);
        rows.push(view! { <tr><th scope="row" colspan="15">{words}</th></tr> }.into_any());
    } else {
        let cells = cells(desk, outcome, Place::Whole, None, false);
        rows.push(
            view! { <tr class="sum"><th scope="row">{desk.word(Word::RESULT_TOTAL)}</th>{cells}</tr> }
                .into_any(),
        );
    }
    rows
}

fn row(desk: Desk, model: &Model, outcome: &Outcome, at: usize, best: Option<Decimal>) -> AnyView {
    let (Some(channel), Some(entered)) = (outcome.channels.get(at), model.channels.get(at)) else {
        return ().into_any();
    };
    let name = desk.show(|show| row_name(show, model, &["channels/", &entered.id].concat()));
    if channel.counts {
        let free = entered.is_free().then(|| {
            let leads = desk.show(|show| show.count(entered.free_leads.number()));
            let words = desk.with(Word::CHARTS_ROAD_FREE, "leads", &leads);
            view! { <p class="hint">{words}</p> }
        });
        let cells = cells(desk, outcome, Place::Channel(at), best, entered.is_free());
        return view! { <tr data-c=at.to_string()><th scope="row">{name}{free}</th>{cells}</tr> }.into_any();
    }
    let dropped = entered.status == Status::Dropped;
    let why = desk.word(if dropped { Word::RESULT_DROPPED } else { Word::RESULT_IDEA });
    view! { <tr><th scope="row">{name}<p class="hint">{why}</p></th><td colspan="14"></td></tr> }.into_any()
}

/// The figures of a channel or of all; what one that costs nothing costs is said in words.
fn cells(desk: Desk, outcome: &Outcome, place: Place, best: Option<Decimal>, is_free: bool) -> Vec<AnyView> {
    let cell = |figure: &'static Figure| {
        let text = match is_free && matches!(figure.id, "spend" | "cpl" | "cac") {
            true => desk.word(Word::RESULT_FREE),
            false => value_of(desk, figure, place),
        };
        let ratio = figure.value(outcome, place).at();
        match (figure.id, best.and_then(|best| ratio_length(ratio?, best)).map(|length| length.to_string())) {
            ("ltv_to_cac_loaded", Some(length)) => view! {
                <td data-f=figure.id>
                    <span class="line ratio">
                        <svg class="spark" viewBox="0 0 80 8" aria-hidden="true">
                            <rect class="bar in" width=length height="8" rx="1" />
                        </svg>
                        <b>{text}</b>
                    </span>
                </td>
            }
            .into_any(),
            _ => {
                let less =
                    ratio.is_some_and(|value| value.decimal().is_ok_and(|value| value.is_sign_negative()));
                view! { <td data-f=figure.id class=less.then_some("less")>{text}</td> }.into_any()
            }
        }
    };
    columns().map(cell).collect()
}
