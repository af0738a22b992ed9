//! The figures of the whole business in a month, by what they are about.

use super::cell::{Looks, fact_cell};
use super::moves::Grid;
use super::planned::Planned;
use super::typed::Paths;
use crate::browser::page;
use crate::evidence::FactCell;
use crate::model::{BusinessFact, Fact, FactGroup, FactPlace};
use crate::tables::CellGrid;
use crate::text::{Word, field_short};
use crate::ui::state::Desk;
use leptos::prelude::*;

const fn group_word(group: FactGroup) -> Word {
    match group {
        FactGroup::Main => Word::RECORD_MAIN,
        FactGroup::Delivery => Word::RECORD_DELIVERY,
        FactGroup::Service => Word::RECORD_SERVICE,
        FactGroup::AddOns => Word::RECORD_MORE_SALES,
        FactGroup::Money => Word::RECORD_MONEY,
    }
}

/// The paths of the cells: one column.
pub fn paths(desk: Desk, month: Memo<u32>) -> Paths {
    Memo::new(move |_| {
        let month = desk.show(|show| show.start).later(month.get());
        let facts = FactGroup::ALL.into_iter().flat_map(FactGroup::facts);
        CellGrid::new(facts.map(|fact| vec![FactPlace::of_business(month, *fact).path()]).collect())
    })
}

/// The figures in groups.
pub fn business(desk: Desk, grid: Grid, month: Memo<u32>, planned: Planned) -> AnyView {
    // Six figures decide, four of each channel and two of the business; on a phone the others wait in one line.
    let is_open = !page::is_narrow();
    let groups = move || {
        let month = month.get();
        let start = desk.show(|show| show.start);
        let field = |fact: &BusinessFact| {
            let path = FactPlace::of_business(start.later(month), *fact).path();
            field(desk, grid, month, *fact, path, planned)
        };
        let group = |group: FactGroup| {
            let name = group_word(group);
            let fields: Vec<_> = group.facts().iter().map(field).collect();
            view! {
                <fieldset>
                    <legend>{move || desk.word(name)}</legend>
                    <div class="fields">{fields}</div>
                </fieldset>
            }
            .into_any()
        };
        let [main, rest @ ..] = FactGroup::ALL.map(group);
        view! {
            {main}
            <details class="other-facts" open=is_open>
                <summary>{move || desk.word(Word::RECORD_REST)}</summary>
                <div class="flow">{rest.into_iter().collect::<Vec<_>>()}</div>
            </details>
        }
    };
    view! {
        <h3>{move || desk.with(Word::RECORD_BUSINESS, "month", &desk.show(|show| show.month(month.get())))}</h3>
        {groups}
    }
    .into_any()
}

fn field(desk: Desk, grid: Grid, month: u32, fact: BusinessFact, path: String, planned: Planned) -> AnyView {
    let (measure, pattern) = (fact.measure(), Fact::Business(fact).pattern());
    let name = Signal::derive(move || desk.show(|show| field_short(show, &pattern)));
    let planned = Signal::derive(move || planned.text(month, FactCell::Business(fact), measure));
    fact_cell(desk, grid, path, Looks { name, planned, measure, is_tight: false })
}
