//! The figures of the whole business in a month, by what they are about.

use super::super::paths::{measure_of, month_path};
use super::cell::{Looks, fact_cell};
use super::moves::{Grid, Paths};
use super::planned::Planned;
use crate::evidence::{Cell, MonthCell};
use crate::text::{Word, field_short};
use crate::ui::state::Desk;
use leptos::prelude::*;

const GROUPS: [(Word, &[MonthCell]); 4] = [
    (Word::RECORD_DELIVERY, &[MonthCell::Cycle, MonthCell::Delivered, MonthCell::OnPromise]),
    (Word::RECORD_SERVICE, &[MonthCell::Active, MonthCell::Lost, MonthCell::Complaints, MonthCell::Refunds]),
    (
        Word::RECORD_MORE_SALES,
        &[MonthCell::Upsells, MonthCell::UpsellRevenue, MonthCell::CrossSells, MonthCell::CrossSellRevenue],
    ),
    (
        Word::RECORD_MONEY,
        &[
            MonthCell::VariableCosts,
            MonthCell::Payroll,
            MonthCell::FixedCosts,
            MonthCell::Taxes,
            MonthCell::Cash,
        ],
    ),
];

/// The paths of the cells: one column.
pub fn paths(desk: Desk, month: Memo<u32>) -> Paths {
    Memo::new(move |_| {
        let start = desk.show(|show| show.start);
        let row = month_path(start.later(month.get()));
        let cells = GROUPS.iter().flat_map(|(_, cells)| cells.iter());
        cells.map(|cell| vec![[&row, "/", cell.name()].concat()]).collect()
    })
}

/// The figures in groups.
pub fn business(desk: Desk, grid: Grid, month: Memo<u32>, planned: Planned) -> AnyView {
    let groups = move || {
        let month = month.get();
        let mut paths = grid.paths.get().into_iter().flatten();
        let group = |(name, cells): &(Word, &'static [MonthCell])| {
            let (name, cells) = (*name, *cells);
            let fields = cells.iter().zip(paths.by_ref());
            let fields: Vec<_> =
                fields.map(|(cell, path)| field(desk, grid, month, *cell, path, planned)).collect();
            view! {
                <fieldset>
                    <legend>{move || desk.word(name)}</legend>
                    <div class="fields">{fields}</div>
                </fieldset>
            }
            .into_any()
        };
        GROUPS.iter().map(group).collect::<Vec<_>>()
    };
    view! {
        <h3>{move || desk.with(Word::RECORD_BUSINESS, "month", &desk.show(|show| show.month(month.get())))}</h3>
        {groups}
    }
    .into_any()
}

fn field(desk: Desk, grid: Grid, month: u32, cell: MonthCell, path: String, planned: Planned) -> AnyView {
    let (measure, own) = (measure_of(&path), path.clone());
    let name = Signal::derive(move || desk.show(|show| field_short(show, &own)));
    let planned = Signal::derive(move || planned.text(month, Cell::Month(cell), measure));
    fact_cell(desk, grid, path, Looks { name, planned, tight: false })
}
