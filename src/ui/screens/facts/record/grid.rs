//! The table of a month: a row for each channel, a column for each of its figures, and what they add up to.

use super::super::paths::{channel_field, channel_path, figure_name, measure_of};
use super::cell::{Looks, fact_cell};
use super::moves::{Grid, Paths};
use super::planned::Planned;
use crate::evidence::{Cell, ChannelCell, Recorded};
use crate::model::{Measure, Model};
use crate::number::{Decimal, Exact, Number};
use crate::text::{Show, Word, currency_sign, row_name};
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
    id: String,
    name: String,
    is_on: bool,
}

/// A figure of channels.
#[derive(Clone, PartialEq)]
struct Column {
    cell: ChannelCell,
    name: String,
    field: String,
    measure: Measure,
}

/// The table of a month: channels that the plan runs in it, those with figures, and all if one wants.
pub fn frame(desk: Desk, month: Memo<u32>, recorded: Memo<Recorded>, every: RwSignal<bool>) -> Memo<Frame> {
    Memo::new(move |_| {
        let (month, every) = (month.get(), every.get());
        desk.model.with(|model| {
            let columns = desk.show(|show| columns(show, model));
            let row = |place: usize| {
                let is_on = recorded.with(|recorded| recorded.is_on(place, month));
                let has = |column: &Column| {
                    recorded.with(|recorded| recorded.get(month, Cell::Channel(place, column.cell)).is_some())
                };
                let id = model.channels.get(place).map(|channel| channel.id.clone())?;
                let name = desk.show(|show| row_name(show, model, &["channels/", &id].concat()));
                (is_on || every || columns.iter().any(has)).then_some(Row { place, id, name, is_on })
            };
            Frame { month, rows: (0..model.channels.len()).filter_map(row).collect(), columns }
        })
    })
}

fn columns(show: &Show<'_>, model: &Model) -> Vec<Column> {
    let stages = (0..model.funnel.stages.len()).map(ChannelCell::Stage);
    let clients = model.funnel.stages.is_empty().then_some(ChannelCell::Clients);
    let cells = [ChannelCell::Spend, ChannelCell::Leads].into_iter().chain(stages).chain(clients);
    let column = |cell| {
        let field = channel_field(model, cell)?;
        let path = ["facts/months/-/channels/-/", &field].concat();
        let (name, measure) = (figure_name(show, model, &path), measure_of(&path));
        let name = if measure == Measure::Money {
            [&name, ", ", currency_sign(show.currency)].concat()
        } else {
            name
        };
        Some(Column { cell, name, field, measure })
    };
    cells.chain([ChannelCell::Revenue]).filter_map(column).collect()
}

/// The paths of the table's cells.
pub fn paths(desk: Desk, frame: Memo<Frame>) -> Paths {
    Memo::new(move |_| {
        let start = desk.show(|show| show.start);
        frame.with(|frame| {
            let month = start.later(frame.month);
            let of_row = |row: &Row| {
                frame.columns.iter().map(|column| channel_path(month, &row.id, &column.field)).collect()
            };
            frame.rows.iter().map(of_row).collect()
        })
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
        let (frame, paths) = (frame.get(), grid.paths.get());
        if frame.rows.is_empty() {
            return view! { <p class="empty">{desk.word(Word::RECORD_NO_CHANNELS)}</p> }.into_any();
        }
        table(desk, grid, &frame, paths, recorded, planned)
    };
    view! { <div class="facts-grid flow">{table}</div> }.into_any()
}

fn table(
    desk: Desk,
    grid: Grid,
    frame: &Frame,
    paths: Vec<Vec<String>>,
    recorded: Memo<Recorded>,
    planned: Planned,
) -> AnyView {
    let head = |column: &Column| {
        view! { <th role="columnheader" scope="col" class="num">{column.name.clone()}</th> }.into_any()
    };
    let heads: Vec<_> = frame.columns.iter().map(head).collect();
    let rows = frame.rows.iter().zip(paths);
    let rows: Vec<_> = rows.map(|(row, paths)| row_view(desk, grid, frame, row, paths, planned)).collect();
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
        <p class="hint" id="facts-revenue">{desk.word(Word::RECORD_REVENUE)}</p>
    }
    .into_any()
}

fn row_view(
    desk: Desk,
    grid: Grid,
    frame: &Frame,
    row: &Row,
    paths: Vec<String>,
    planned: Planned,
) -> AnyView {
    let (month, place) = (frame.month, row.place);
    let cell = |(column, path): (&Column, String)| {
        let Column { cell, name, measure, .. } = column.clone();
        let full = [&name, " — ", &row.name].concat();
        let planned = Signal::derive(move || planned.text(month, Cell::Channel(place, cell), measure));
        let looks = Looks { name: Signal::stored(full), planned, tight: true };
        view! { <td role="cell" data-label=name>{fact_cell(desk, grid, path, looks)}</td> }.into_any()
    };
    let cells: Vec<_> = frame.columns.iter().zip(paths).map(cell).collect();
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
        let Column { cell, name, measure, .. } = column.clone();
        let sum = move || places.with_value(|places| sum_text(desk, recorded, month, places, cell));
        let plan = move || places.with_value(|places| planned.sum(month, places, cell, measure));
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

fn sum_text(desk: Desk, recorded: Memo<Recorded>, month: u32, places: &[usize], cell: ChannelCell) -> String {
    let known: Vec<Decimal> = recorded.with(|recorded| {
        places.iter().filter_map(|place| recorded.get(month, Cell::Channel(*place, cell))).collect()
    });
    if known.is_empty() {
        return desk.word(Word::RECORD_NONE);
    }
    let sum = known.into_iter().fold(Exact::ZERO, |sum, part| sum + Exact::from_decimal(part));
    desk.show(|show| show.plain(sum, 2))
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
        recorded.with(|recorded| (0..recorded.channels()).any(|place| !recorded.is_on(place, month)))
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
