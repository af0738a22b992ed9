//! The columns of a table: what each was taken for and in what form its numbers and dates were read, all of
//! which can be overruled.

use super::doubts::{doubt_of_dates, doubt_of_numbers};
use super::importing::Importing;
use crate::model::Fact;
use crate::tables::{ColumnMapping, ColumnReading, DateFormat, Import, NumberFormat, Skipped};
use crate::text::table_import::{
    column_name, date_format_word, mapping_text, number_format_word, skipped_word,
};
use crate::text::{Filling, Word};
use crate::ui::state::Desk;
use leptos::prelude::*;

/// The columns that something is taken from, and folded in, the others that are not empty.
pub fn columns(importing: Importing, import: &Import) -> AnyView {
    let desk = importing.desk;
    let is_mapped = |column: &ColumnReading| !matches!(column.mapping, ColumnMapping::Skipped(_));
    let is_skipped = |column: &ColumnReading| {
        !is_mapped(column) && column.mapping != ColumnMapping::Skipped(Skipped::Empty)
    };
    let of = |is_in: &dyn Fn(&ColumnReading) -> bool| -> Vec<AnyView> {
        let columns = import.columns.iter().enumerate().filter(|(_, column)| is_in(column));
        columns.map(|(at, column)| row(importing, import, at, column)).collect()
    };
    let (mapping, left) = (of(&is_mapped), of(&is_skipped));
    let count = left.len();
    let text =
        desk.show(|show| show.phrase(Word::RECORD_COLUMNS_LEFT, &[("n", Filling::Text(&count.to_string()))]));
    let left = (count > 0).then(|| {
        view! { <details id="import-left"><summary>{text}</summary>{table(desk, left)}</details> }
    });
    view! {
        <h3>{desk.word(Word::RECORD_COLUMNS)}</h3>
        {table(desk, mapping)}
        {left}
    }
    .into_any()
}

fn table(desk: Desk, rows: Vec<AnyView>) -> AnyView {
    let heads = [
        Word::RECORD_HEAD_COLUMN,
        Word::RECORD_HEAD_TAKEN,
        Word::RECORD_HEAD_NUMBERS,
        Word::RECORD_HEAD_DATES,
        Word::RECORD_HEAD_READ,
    ];
    let heads =
        heads.map(|word| view! { <th role="columnheader" scope="col">{desk.word(word)}</th> }.into_any());
    view! {
        <table class="rows" role="table" aria-label=desk.word(Word::RECORD_COLUMNS)>
            <thead role="rowgroup"><tr role="row">{heads.into_iter().collect::<Vec<_>>()}</tr></thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(importing: Importing, import: &Import, at: usize, column: &ColumnReading) -> AnyView {
    let desk = importing.desk;
    let name = desk.show(|show| column_name(show, import, at));
    let why = match column.mapping {
        ColumnMapping::Skipped(why) => skipped_word(why),
        _ => None,
    };
    let why = why.map(|word| view! { <small class="soft">{desk.word(word)}</small> });
    view! {
        <tr role="row">
            <td role="rowheader" class="name"><b>{name.clone()}</b></td>
            <td role="cell" data-label=desk.word(Word::RECORD_HEAD_TAKEN)>
                {mapping(importing, import, at, column, &name)}{why}
            </td>
            <td role="cell" data-label=column.number.map(|_| desk.word(Word::RECORD_HEAD_NUMBERS))>
                {numbers(importing, import, at, column, &name)}
            </td>
            <td role="cell" data-label=column.date.map(|_| desk.word(Word::RECORD_HEAD_DATES))>
                {dates(importing, import, at, column, &name)}
            </td>
            <td role="cell" data-label=desk.word(Word::RECORD_HEAD_READ)>{counts(desk, column)}</td>
        </tr>
    }
    .into_any()
}

/// How many cells were read, and where there are any, how many are blank and how many were not read.
fn counts(desk: Desk, column: &ColumnReading) -> AnyView {
    let blank = (column.blank > 0).then(|| desk.counted(Word::RECORD_READ_BLANK, column.blank));
    let bad = (column.bad > 0).then(|| desk.counted(Word::RECORD_READ_BAD, column.bad));
    let bad = bad.map(|text| view! { <br /><span class="wrong">{text}</span> });
    view! { {column.read.to_string()}" "<small class="soft">{blank}</small>{bad} }.into_any()
}

/// A list to choose from: its id, its name, the options and which of them is chosen.
fn select(
    id: &str,
    label: String,
    options: Vec<String>,
    chosen: Option<usize>,
    choose: impl Fn(usize) + 'static,
) -> AnyView {
    let options = options.into_iter().enumerate().map(|(at, name)| {
        view! { <option value=at.to_string() selected=Some(at) == chosen>{name}</option> }.into_any()
    });
    let options: Vec<_> = options.collect();
    let change =
        move |event: leptos::ev::Event| choose(event_target_value(&event).parse().unwrap_or(usize::MAX));
    view! { <select id=id.to_owned() aria-label=label on:change=change>{options}</select> }.into_any()
}

fn mapping(importing: Importing, import: &Import, at: usize, column: &ColumnReading, name: &str) -> AnyView {
    let (desk, own) = (importing.desk, column.mapping.clone());
    let options = own.choices(import.shape, &desk.model.with(Fact::all));
    let chosen = options.iter().position(|option| option.is_same_choice(&own));
    let names = desk.model.with(|model| {
        desk.show(|show| options.iter().map(|option| mapping_text(show, model, option)).collect::<Vec<_>>())
    });
    let id = format!("import-taken-{at}");
    let label = [&desk.word(Word::RECORD_HEAD_TAKEN), ": ", name].concat();
    let field = id.clone();
    select(&id, label, names, chosen, move |place| {
        let Some(mapping) = options.get(place).map(|option| option.under_heading_of(&own)) else { return };
        importing.overrule(field.clone(), |known| {
            known.columns.insert(at, mapping);
        });
    })
}

fn numbers(
    importing: Importing,
    import: &Import,
    at: usize,
    column: &ColumnReading,
    name: &str,
) -> Option<AnyView> {
    let desk = importing.desk;
    let detected = column.number?;
    let names = NumberFormat::ALL.map(|format| desk.word(number_format_word(format)));
    let chosen = NumberFormat::ALL.iter().position(|format| *format == detected.format);
    let id = format!("import-numbers-{at}");
    let label = [&desk.word(Word::RECORD_HEAD_NUMBERS), ": ", name].concat();
    let field = id.clone();
    let choose = move |place: usize| {
        let Some(format) = NumberFormat::ALL.get(place).copied() else { return };
        importing.overrule(field.clone(), |known| {
            known.numbers.insert(at, format);
        });
    };
    let doubt = doubt_of_numbers(importing, import, at, detected);
    Some(view! { {select(&id, label, names.into(), chosen, choose)}{doubt} }.into_any())
}

fn dates(
    importing: Importing,
    import: &Import,
    at: usize,
    column: &ColumnReading,
    name: &str,
) -> Option<AnyView> {
    let desk = importing.desk;
    let detected = column.date?;
    let names = DateFormat::ALL.map(|format| desk.word(date_format_word(format)));
    let chosen = DateFormat::ALL.iter().position(|format| *format == detected.format);
    let id = format!("import-dates-{at}");
    let label = [&desk.word(Word::RECORD_HEAD_DATES), ": ", name].concat();
    let field = id.clone();
    let places = import.dated_alike(at);
    let doubt = doubt_of_dates(importing, import, at, &places, detected);
    let choose = move |place: usize| {
        let Some(format) = DateFormat::ALL.get(place).copied() else { return };
        importing.overrule(field.clone(), |known| {
            known.dates.extend(places.iter().map(|&column| (column, format)));
        });
    };
    Some(view! { {select(&id, label, names.into(), chosen, choose)}{doubt} }.into_any())
}
