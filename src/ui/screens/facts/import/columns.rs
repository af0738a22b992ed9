//! The columns of a table: what each was taken for and in what form its numbers and dates were read, all of
//! which can be overruled.

use super::Importing;
use super::changes::targets;
use super::doubts::{doubt_of_dates, doubt_of_numbers};
use super::told;
use crate::model::Model;
use crate::tables::{ColumnReading, DateForm, Import, Left, NumberForm, Shape, Taken};
use crate::text::{Filling, Word};
use crate::ui::state::Desk;
use leptos::prelude::*;

/// The columns that something is taken from, and folded in, the others that are not empty.
pub fn columns(importing: Importing, import: &Import) -> AnyView {
    let desk = importing.desk;
    let is_taken = |column: &ColumnReading| !matches!(column.taken, Taken::Left(_));
    let is_left = |column: &ColumnReading| !is_taken(column) && column.taken != Taken::Left(Left::Empty);
    let of = |is_in: &dyn Fn(&ColumnReading) -> bool| -> Vec<AnyView> {
        let columns = import.columns.iter().enumerate().filter(|(_, column)| is_in(column));
        columns.map(|(at, column)| row(importing, import, at, column)).collect()
    };
    let (taken, left) = (of(&is_taken), of(&is_left));
    let count = left.len();
    let told =
        desk.show(|show| show.phrase(Word::RECORD_COLUMNS_LEFT, &[("n", Filling::Text(&count.to_string()))]));
    let left = (count > 0).then(|| {
        view! { <details id="import-left"><summary>{told}</summary>{table(desk, left)}</details> }
    });
    view! {
        <h3>{desk.word(Word::RECORD_COLUMNS)}</h3>
        {table(desk, taken)}
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
    let name = desk.show(|show| told::column_name(show, import, at));
    let why = match column.taken {
        Taken::Left(left) => told::left(left),
        _ => None,
    };
    let why = why.map(|word| view! { <small class="soft">{desk.word(word)}</small> });
    view! {
        <tr role="row">
            <td role="rowheader" class="name"><b>{name.clone()}</b></td>
            <td role="cell" data-label=desk.word(Word::RECORD_HEAD_TAKEN)>
                {taken(importing, import, at, column, &name)}{why}
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
    let counted =
        |word, n: usize| desk.show(|show| show.phrase(word, &[("n", Filling::Text(&n.to_string()))]));
    let blank = (column.blank > 0).then(|| counted(Word::RECORD_READ_BLANK, column.blank));
    let bad = (column.bad > 0).then(|| counted(Word::RECORD_READ_BAD, column.bad));
    let bad = bad.map(|told| view! { <br /><span class="wrong">{told}</span> });
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

fn taken(importing: Importing, import: &Import, at: usize, column: &ColumnReading, name: &str) -> AnyView {
    let desk = importing.desk;
    let (own, shape) = (column.taken.clone(), import.shape);
    let options = desk.model.with(|model| choices(model, shape, &own));
    let chosen = options.iter().position(|option| is_same(option, &own));
    let names = desk.model.with(|model| {
        desk.show(|show| options.iter().map(|option| told::taken(show, model, option)).collect::<Vec<_>>())
    });
    let id = format!("import-taken-{at}");
    let label = [&desk.word(Word::RECORD_HEAD_TAKEN), ": ", name].concat();
    let field = id.clone();
    select(&id, label, names, chosen, move |place| {
        let Some(taken) = options.get(place).map(|option| kept(option, &own)) else { return };
        importing.overrule(field.clone(), |known| {
            known.columns.insert(at, taken);
        });
    })
}

/// What a column of a table of this shape may be.
fn choices(model: &Model, shape: Shape, own: &Taken) -> Vec<Taken> {
    let left = Taken::Left(Left::Asked);
    if shape == Shape::Deals {
        let roles = [Taken::Created, Taken::Closed, Taken::Channel, Taken::Stage, Taken::Amount, Taken::Won];
        return roles.into_iter().chain([left]).collect();
    }
    let unnamed = matches!(own, Taken::Values { target: None, .. }).then(|| own.clone());
    let of_target = |target| Taken::Values { target: Some(target), month: None, channel: None };
    let roles = [Taken::Month, Taken::Channel, Taken::Measure];
    let values = targets(model).into_iter().map(of_target);
    unnamed.into_iter().chain(roles).chain(values).chain([left]).collect()
}

/// Whether two say the same of a column, whatever month or channel its heading names.
fn is_same(one: &Taken, other: &Taken) -> bool {
    match (one, other) {
        (Taken::Values { target: one, .. }, Taken::Values { target: other, .. }) => one == other,
        (Taken::Left(_), Taken::Left(_)) => true,
        _ => one == other,
    }
}

/// What is chosen, with the month and the channel that the heading names.
fn kept(chosen: &Taken, own: &Taken) -> Taken {
    match (chosen, own) {
        (Taken::Values { target, .. }, Taken::Values { month, channel, .. }) => {
            Taken::Values { target: target.clone(), month: *month, channel: channel.clone() }
        }
        _ => chosen.clone(),
    }
}

fn numbers(
    importing: Importing,
    import: &Import,
    at: usize,
    column: &ColumnReading,
    name: &str,
) -> Option<AnyView> {
    let desk = importing.desk;
    let vote = column.number?;
    let names = NumberForm::ALL.map(|form| desk.word(told::number_form(form)));
    let chosen = NumberForm::ALL.iter().position(|form| *form == vote.form);
    let id = format!("import-numbers-{at}");
    let label = [&desk.word(Word::RECORD_HEAD_NUMBERS), ": ", name].concat();
    let field = id.clone();
    let choose = move |place: usize| {
        let Some(form) = NumberForm::ALL.get(place).copied() else { return };
        importing.overrule(field.clone(), |known| {
            known.numbers.insert(at, form);
        });
    };
    let doubt = doubt_of_numbers(importing, import, at, vote);
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
    let vote = column.date?;
    let names = DateForm::ALL.map(|form| desk.word(told::date_form(form)));
    let chosen = DateForm::ALL.iter().position(|form| *form == vote.form);
    let id = format!("import-dates-{at}");
    let label = [&desk.word(Word::RECORD_HEAD_DATES), ": ", name].concat();
    let field = id.clone();
    let places = alike(import, at);
    let doubt = doubt_of_dates(importing, import, at, &places, vote);
    let choose = move |place: usize| {
        let Some(form) = DateForm::ALL.get(place).copied() else { return };
        importing.overrule(field.clone(), |known| {
            known.dates.extend(places.iter().map(|&column| (column, form)));
        });
    };
    Some(view! { {select(&id, label, names.into(), chosen, choose)}{doubt} }.into_any())
}

/// Columns whose dates are written alike: all the months across, else the column alone.
fn alike(import: &Import, at: usize) -> Vec<usize> {
    let is_across = |column: &ColumnReading| {
        column.date.is_some() && matches!(column.taken, Taken::Values { .. } | Taken::Left(_))
    };
    let all = || import.columns.iter().enumerate().filter(|(_, column)| is_across(column));
    match import.columns.get(at).is_some_and(is_across) {
        true => all().map(|(place, _)| place).collect(),
        false => vec![at],
    }
}
