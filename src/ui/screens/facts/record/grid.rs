//! The table of a month: a row for each channel, a column for each of its figures, and what they add up to.

use super::cell::{Looks, fact_cell};
use super::moves::Grid;
use super::planned::Planned;
use super::typed::Paths;
use crate::evidence::{FactCell, Recorded};
use crate::model::{ChannelFact, Fact, Measure, Model};
use crate::tables::CellGrid;
use crate::text::{Show, Word, currency_sign, fact_name, row_name, with_sales_tax_of};
use crate::ui::state::Desk;
use leptos::prelude::*;

/// What stands where in the table.
#[derive(Clone, PartialEq)]
pub struct Frame {
    month: u32,
    rows: Vec<Row>,
    columns: Vec<Column>,
}

/// A channel.
#[derive(Clone, PartialEq)]
struct Row {
    /// Its place in the document.
    place: usize,
    name: String,
    is_on: bool,
    /// The paths of its cells.
    paths: Vec<String>,
}

/// A fact of channels.
#[derive(Clone, PartialEq)]
struct Column {
    fact: ChannelFact<usize>,
    name: String,
    measure: Measure,
}

/// The table of a month: channels that the plan has on in it, those with facts, and all if one wants.
pub fn frame(desk: Desk, month: Memo<u32>, recorded: Memo<Recorded>, every: RwSignal<bool>) -> Memo<Frame> {
    Memo::new(move |_| {
        let (month, every) = (month.get(), every.get());
        desk.model.with(|model| {
            let columns = desk.show(|show| columns(show, model));
            let row = |place: usize| row(desk, model, recorded, &columns, month, place);
            let rows = recorded.with(|recorded| recorded.rows(month, every));
            Frame { month, rows: rows.into_iter().filter_map(row).collect(), columns }
        })
    })
}

fn row(
    desk: Desk,
    model: &Model,
    recorded: Memo<Recorded>,
    columns: &[Column],
    month: u32,
    place: usize,
) -> Option<Row> {
    let channel = model.channels.get(place)?;
    let name = desk.show(|show| row_name(show, model, &["channels/", &channel.id].concat()));
    let is_on = recorded.with(|recorded| recorded.is_on(place, month));
    let path = |column: &Column| Some(FactCell::Channel(place, column.fact).place(model, month)?.path());
    Some(Row { place, name, is_on, paths: columns.iter().filter_map(path).collect() })
}

fn columns(show: &Show<'_>, model: &Model) -> Vec<Column> {
    let stage = |place: usize| model.funnel.stages.get(place).map(|stage| stage.id.clone());
    let column = |fact: ChannelFact<usize>| {
        let name = fact_name(show, model, &Fact::Channel(fact.with_row(stage)?));
        let measure = fact.measure();
        let name = if measure == Measure::Money {
            [&name, ", ", currency_sign(show.currency)].concat()
        } else {
            name
        };
        Some(Column { fact, name, measure })
    };
    ChannelFact::of_funnel(0..model.funnel.stages.len()).into_iter().filter_map(column).collect()
}

/// The paths of the table's cells.
pub fn paths(frame: Memo<Frame>) -> Paths {
    Memo::new(move |_| {
        frame.with(|frame| CellGrid::new(frame.rows.iter().map(|row| row.paths.clone()).collect()))
    })
}

/// The table.
pub fn grid(
    desk: Desk,
    grid: Grid,
    frame: Memo<Frame>,
    recorded: Memo<Recorded>,
    planned: Planned,
) -> AnyView {
    let table = move || {
        let frame = frame.get();
        if frame.rows.is_empty() {
            return view! { <p class="empty">{desk.word(Word::RECORD_NO_CHANNELS)}</p> }.into_any();
        }
        table(desk, grid, &frame, recorded, planned)
    };
    view! { <div class="facts-grid flow">{table}</div> }.into_any()
}

fn table(desk: Desk, grid: Grid, frame: &Frame, recorded: Memo<Recorded>, planned: Planned) -> AnyView {
    let head = |column: &Column| {
        view! { <th role="columnheader" scope="col" class="num">{column.name.clone()}</th> }.into_any()
    };
    let heads: Vec<_> = frame.columns.iter().map(head).collect();
    let rows: Vec<_> = frame.rows.iter().map(|row| row_view(desk, grid, frame, row, planned)).collect();
    let month = desk.show_untracked(|show| show.month(frame.month));
    let label = desk.with_untracked(Word::RECORD_TABLE, "month", &month);
    view! {
        <table class="rows" role="table" aria-label=label aria-describedby="facts-revenue">
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">{desk.word(Word::RECORD_CHANNEL)}</th>
                    {heads}
                </tr>
            </thead>
            <tbody role="rowgroup">{rows}{sums(desk, frame, recorded, planned)}</tbody>
        </table>
        <p class="hint" id="facts-revenue">{desk.show(|show| with_sales_tax_of(show.currency, show.language, show.word(Word::RECORD_REVENUE)))}</p>
    }
    .into_any()
}

fn row_view(desk: Desk, grid: Grid, frame: &Frame, row: &Row, planned: Planned) -> AnyView {
    let (month, place) = (frame.month, row.place);
    let cell = |(column, path): (&Column, &String)| {
        let Column { fact, name, measure } = column.clone();
        let full = [&name, " — ", &row.name].concat();
        let planned = Signal::derive(move || planned.text(month, FactCell::Channel(place, fact), measure));
        let looks = Looks { name: Signal::stored(full), planned, measure, is_tight: true };
        view! { <td role="cell" data-label=name>{fact_cell(desk, grid, path.clone(), looks)}</td> }.into_any()
    };
    let cells: Vec<_> = frame.columns.iter().zip(&row.paths).map(cell).collect();
    let off = (!row.is_on).then(|| view! { <br /><small class="soft">{desk.word(Word::RECORD_OFF)}</small> });
    view! {
        <tr role="row">
            <td role="rowheader" class="name"><b>{row.name.clone()}</b>{off}</td>
            {cells}
        </tr>
    }
    .into_any()
}

/// What is written down, added up; a dash where nothing is.
fn sums(desk: Desk, frame: &Frame, recorded: Memo<Recorded>, planned: Planned) -> AnyView {
    let places: Vec<usize> = frame.rows.iter().map(|row| row.place).collect();
    let places = StoredValue::new(places);
    let month = frame.month;
    let cell = |column: &Column| {
        let Column { fact, name, measure } = column.clone();
        let sum = move || places.with_value(|places| sum_text(desk, recorded, month, places, fact));
        let plan = move || places.with_value(|places| planned.sum(month, places, fact, measure));
        view! {
            <td role="cell" class="num" data-label=name>{sum}<br /><small class="soft">{plan}</small></td>
        }
        .into_any()
    };
    let cells: Vec<_> = frame.columns.iter().map(cell).collect();
    view! {
        <tr role="row" class="sum"><td role="rowheader">{desk.word(Word::PLAN_TOTAL)}</td>{cells}</tr>
    }
    .into_any()
}

fn sum_text(
    desk: Desk,
    recorded: Memo<Recorded>,
    month: u32,
    places: &[usize],
    fact: ChannelFact<usize>,
) -> String {
    match recorded.with(|recorded| recorded.sum(month, places, fact)) {
        Some(sum) => desk.show(|show| show.plain(sum, 2)),
        None => desk.word(Word::RECORD_NONE),
    }
}

/// A switch for the channels that the plan does not run in the month, where there are any.
pub fn every_channel(
    desk: Desk,
    month: Memo<u32>,
    recorded: Memo<Recorded>,
    every: RwSignal<bool>,
) -> AnyView {
    let off = Memo::new(move |_| {
        let month = month.get();
        recorded.with(|recorded| recorded.has_off_channels(month))
    });
    let switch = move || {
        off.get().then(|| {
            view! {
                <label class="check">
                    <input
                        type="checkbox"
                        prop:checked=move || every.get()
                        on:change=move |event| every.set(event_target_checked(&event))
                    />
                    <span>{desk.word(Word::RECORD_EVERY_CHANNEL)}</span>
                </label>
            }
        })
    };
    switch.into_any()
}
