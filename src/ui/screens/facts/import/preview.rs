//! How a table was read, and what would be written down of it.

use super::importing::Importing;
use super::{columns, names};
use crate::model::FactPlace;
use crate::number::{Decimal, Exact};
use crate::plan::unit_of;
use crate::tables::{BadCell, FactChange, FactChanges, Import, Note, TableShape};
use crate::text::table_import::{bad_cell_text, note_text, row_counts_text, shape_word};
use crate::text::{Filling, Word, fact_full_name};
use crate::ui::icon::mark;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// So many figures are shown, so many bad cells.
const MOST_SHOWN: usize = 12;
const MOST_BAD: usize = 20;

/// The preview; nothing while nothing is pasted.
pub fn preview(importing: Importing) -> AnyView {
    let shown = move || match importing.read.get() {
        Some(Ok(import)) => Some(whole(importing, &import)),
        _ => None,
    };
    shown.into_any()
}

fn whole(importing: Importing, import: &Import) -> AnyView {
    let desk = importing.desk;
    let is_table = import.shape != TableShape::Bare;
    view! {
        <p><b>{desk.word(shape_word(import.shape))}</b></p>
        {bare(importing)}
        {(!is_table).then(|| from(importing))}
        {(import.row_counts.all() > 0)
            .then(|| view! { <p class="hint" id="import-rows">{desk.show(|show| row_counts_text(show, import.row_counts))}</p> })}
        {notes(importing, import)}
        {add_up(importing, import)}
        {names::figure(importing, import)}
        {names::names(importing, import)}
        <div class="flow">{move || importing.changes.with(|changes| written(desk, changes))}</div>
        {bad(desk, import)}
        {repeated(desk, import)}
        {columns::columns(importing, import)}
        {names::rows(importing, import)}
    }
    .into_any()
}

/// Whether only the figures are to be taken, for the cells of the table from one on.
fn bare(importing: Importing) -> AnyView {
    let desk = importing.desk;
    let change = move |event: leptos::ev::Event| {
        let is_bare = event_target_checked(&event);
        importing.overrule("import-bare".into(), |known| known.bare = is_bare);
    };
    view! {
        <label class="check">
            <input
                type="checkbox"
                id="import-bare"
                prop:checked=move || importing.overrides.with(|known| known.bare)
                on:change=change
            />
            <span>{desk.word(Word::RECORD_BARE)}</span>
        </label>
    }
    .into_any()
}

/// The cell from which on a block goes to the right and down.
fn from(importing: Importing) -> AnyView {
    let desk = importing.desk;
    let chosen = importing.from.get();
    let paths = importing.places.map(|paths| paths.get());
    let option = |path: &String| {
        let place = FactPlace::at(path)?;
        let name = desk.model.with(|model| desk.show(|show| fact_full_name(show, model, &place)));
        let is_chosen = Some(path) == chosen.as_ref();
        Some(view! { <option value=path.clone() selected=is_chosen>{name}</option> }.into_any())
    };
    let options: Vec<_> = paths.iter().flat_map(|grid| grid.rows()).flatten().filter_map(option).collect();
    let choose = move |event: leptos::ev::Event| importing.from.set(Some(event_target_value(&event)));
    view! {
        <div class="field">
            <label for="import-from">{desk.word(Word::RECORD_FROM)}</label>
            <select id="import-from" on:change=choose>{options}</select>
        </div>
    }
    .into_any()
}

fn notes(importing: Importing, import: &Import) -> Option<AnyView> {
    let desk = importing.desk;
    let month = desk.show(|show| show.month(importing.view.month.get()));
    let line = |note| {
        let text = desk.model.with(|model| desk.show(|show| note_text(show, model, import, note, &month)));
        view! { <li>{text}</li> }.into_any()
    };
    let lines: Vec<_> = import.notes.iter().map(line).collect();
    (!lines.is_empty()).then(|| view! { <ul class="hint told">{lines}</ul> }.into_any())
}

/// Whether rows of one month and channel are added up; asked where there are such.
fn add_up(importing: Importing, import: &Import) -> Option<AnyView> {
    let is_off = importing.overrides.with(|known| known.first_only);
    let is_asked = is_off || import.notes.iter().any(|note| matches!(note, Note::AddedUp { .. }));
    let change = move |event: leptos::ev::Event| {
        let first_only = !event_target_checked(&event);
        importing.overrule("import-add-up".into(), |known| known.first_only = first_only);
    };
    is_asked.then(|| {
        view! {
            <label class="check">
                <input type="checkbox" id="import-add-up" prop:checked=!is_off on:change=change />
                <span>{importing.desk.word(Word::RECORD_ADD_UP)}</span>
            </label>
        }
        .into_any()
    })
}

/// Cells that were not read: they are shown as they are, and nothing is written of them.
fn bad(desk: Desk, import: &Import) -> Option<AnyView> {
    let cells: Vec<&BadCell> = import.bad.iter().filter(|cell| !cell.is_repeated()).collect();
    let lines = listed(desk, import, &cells, Word::RECORD_BAD_CELLS)?;
    Some(
        view! { <div class="message" data-tone="bad" id="import-bad">{mark("m-bad")}{lines}</div> }
            .into_any(),
    )
}

/// Cells that say once more what another has said: the first was taken.
fn repeated(desk: Desk, import: &Import) -> Option<AnyView> {
    let cells: Vec<&BadCell> = import.bad.iter().filter(|cell| cell.is_repeated()).collect();
    let lines = listed(desk, import, &cells, Word::RECORD_REPEATED_CELLS)?;
    Some(
        view! { <div class="message" data-tone="watch" id="import-repeated">{mark("m-watch")}{lines}</div> }
            .into_any(),
    )
}

/// How many cells there are, and the first of them with what is the matter.
fn listed(desk: Desk, import: &Import, cells: &[&BadCell], word: Word) -> Option<AnyView> {
    if cells.is_empty() {
        return None;
    }
    let line =
        |cell: &&BadCell| view! { <li>{desk.show(|show| bad_cell_text(show, import, cell))}</li> }.into_any();
    let lines: Vec<_> = cells.iter().take(MOST_BAD).map(line).collect();
    let rest = cells.len().saturating_sub(MOST_BAD);
    let rest =
        (rest > 0).then(|| view! { <li class="soft">{desk.counted(Word::RECORD_AND_MORE, rest)}</li> });
    Some(
        view! {
            <div>
                <p><b>{desk.counted(word, cells.len())}</b></p>
                <ul class="told">{lines}{rest}</ul>
            </div>
        }
        .into_any(),
    )
}

/// What would be written: how much, what is left out, and the first figures.
fn written(desk: Desk, changes: &FactChanges) -> AnyView {
    let more = [
        (Word::RECORD_SAME, changes.same),
        (Word::RECORD_OUT_OF_PLAN, changes.outside_plan),
        (Word::RECORD_STRANGE, changes.unknown_channel),
        (Word::RECORD_CUT, changes.outside_grid),
        (Word::RECORD_UNFIT, changes.unfit),
    ];
    let more = more.into_iter().filter(|(_, n)| *n > 0);
    let more: Vec<_> = more.map(|(word, n)| view! { <li>{desk.counted(word, n)}</li> }.into_any()).collect();
    let table = (!changes.list.is_empty()).then(|| table(desk, changes));
    view! {
        <h3 id="import-sum" role="status">{sum(desk, changes)}</h3>
        <ul class="hint told">{more}</ul>
        {table}
    }
    .into_any()
}

/// "84 figures in 3 months; 6 take the place of others".
fn sum(desk: Desk, changes: &FactChanges) -> String {
    let (figures, months, replaced) = (changes.list.len(), changes.months(), changes.replaced());
    if figures == 0 {
        return desk.word(Word::RECORD_NOTHING_NEW);
    }
    let (n, m) = (figures.to_string(), months.to_string());
    let fillings = [
        ("n", Filling::Number(&n, u64::try_from(figures).ok())),
        ("m", Filling::Number(&m, u64::try_from(months).ok())),
    ];
    let sum = desk.show(|show| show.phrase(Word::RECORD_SUM, &fillings));
    match replaced {
        0 => sum,
        _ => [&sum, "; ", &desk.counted(Word::RECORD_REPLACED, replaced)].concat(),
    }
}

fn table(desk: Desk, changes: &FactChanges) -> AnyView {
    let heads = [
        Word::RECORD_HEAD_FIGURE,
        Word::RECORD_MONTH,
        Word::RECORD_HEAD_RAW,
        Word::RECORD_HEAD_VALUE,
        Word::RECORD_HEAD_BEFORE,
    ];
    let heads: Vec<_> =
        heads.map(|word| view! { <th scope="col">{desk.word(word)}</th> }.into_any()).into_iter().collect();
    let lines: Vec<_> = changes.list.iter().take(MOST_SHOWN).map(|change| line(desk, change)).collect();
    let rest = changes.list.len().saturating_sub(MOST_SHOWN);
    let rest = (rest > 0).then(|| view! { <p class="hint">{desk.counted(Word::RECORD_AND_MORE, rest)}</p> });
    view! {
        <div class="framed scroll" tabindex="0" role="group" aria-labelledby="import-sum">
            <table class="data" id="import-table">
                <thead><tr>{heads}</tr></thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
        {rest}
    }
    .into_any()
}

fn line(desk: Desk, change: &FactChange) -> AnyView {
    let unit = unit_of(change.place.fact.measure());
    let shown = |value: Decimal| desk.show(|show| show.typed(Exact::Value(value), unit));
    let none = || desk.word(Word::RECORD_NONE);
    let (month, name) = desk.model.with(|model| {
        desk.show(|show| (show.calendar(change.place.month), fact_full_name(show, model, &change.place)))
    });
    let raw = match (change.parts, change.raw.is_empty()) {
        (2.., _) => desk.counted(Word::RECORD_SUM_OF, change.parts),
        (_, true) => none(),
        (_, false) => change.raw.clone(),
    };
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td>{month}</td>
            <td class="soft">{raw}</td>
            <td><b>{shown(change.value)}</b></td>
            <td>{change.before.map_or_else(none, shown)}</td>
        </tr>
    }
    .into_any()
}
