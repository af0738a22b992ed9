//! Rows that are edited: a table on a wide page, cards on a narrow one.

use crate::model::{Kind, Slot};
use crate::text::{Word, capitalised, field_pattern, field_short, hint, row_name};
use crate::ui::fields::{AddRow, RowActions, Rows, cell, look};
use crate::ui::icon::{icon, mark};
use crate::ui::state::Desk;
use leptos::prelude::*;

/// What comes of a row, as text.
pub type Got = fn(Desk, &str) -> String;

/// The field of the row at a path for a column.
pub type FieldIn = fn(Desk, &str, &'static str) -> Option<&'static str>;

/// What a table of rows shows beside their fields.
#[derive(Clone, Copy)]
pub struct Sheet {
    /// The fields, in columns; the first tells the rows apart.
    pub columns: &'static [&'static str],
    /// Whether rows have no name of their own and are told apart by their number.
    pub numbered: bool,
    /// A computed column: its heading and its text for the row at a path.
    pub got: Option<(Word, Got)>,
    /// A warning beside what is computed, for the row at a path.
    pub warning: Option<fn(Desk, &str) -> Option<Word>>,
    /// The field that stands in a column in the row at a path, where that is not always the column's own; none where it would
    /// mean nothing: its cell stays empty.
    pub field_in: Option<FieldIn>,
    /// Whether the row at a path stands outside the plan.
    pub is_off: Option<fn(Desk, &str) -> bool>,
    /// The cells of the last line, which sums up.
    pub sum: Option<fn(Desk) -> AnyView>,
    /// Details of the row at a path, drawn when they are opened.
    pub more: Option<fn(Desk, &str) -> AnyView>,
    /// The id of the button that opens the details.
    pub more_id: Option<fn(&str) -> String>,
    /// What that button says; a picture alone where it is left out.
    pub more_label: Option<Got>,
}

impl Sheet {
    /// Fields and nothing else.
    pub const PLAIN: Sheet = Sheet {
        columns: &[],
        numbered: false,
        got: None,
        warning: None,
        field_in: None,
        is_off: None,
        sum: None,
        more: None,
        more_id: None,
        more_label: None,
    };

    fn width(&self) -> usize {
        self.columns.len() + usize::from(self.numbered) + usize::from(self.got.is_some()) + 1
    }
}

/// The rows at a path with the button that adds one: in the head of the part where `adds` is false.
pub fn table(desk: Desk, path: &'static str, sheet: Sheet, adds: bool) -> AnyView {
    let empty = is_empty(desk, path);
    let full = move || {
        let add = adds.then(|| view! { <p><AddRow path=path /></p> });
        view! { {rows_table(desk, path, sheet)}{add} }.into_any()
    };
    (move || if empty.get() { nothing(desk, path) } else { full() }).into_any()
}

/// The rows at a path within a row of others: without any, only the button that adds one.
pub fn inner_table(desk: Desk, path: &str, sheet: Sheet) -> AnyView {
    let empty = is_empty(desk, path);
    let add = view! { <p><AddRow path /></p> };
    let path = path.to_owned();
    let rows = move || (!empty.get()).then(|| rows_table(desk, &path, sheet));
    view! { <div class="flow inner">{rows}{add}</div> }.into_any()
}

/// The button in the head of a part; an empty part has its own.
pub fn add_in_head(desk: Desk, path: &'static str) -> AnyView {
    let empty = is_empty(desk, path);
    (move || (!empty.get()).then(|| view! { <AddRow path=path push=true /> })).into_any()
}

fn is_empty(desk: Desk, path: &str) -> Memo<bool> {
    let path = path.to_owned();
    Memo::new(move |_| {
        look(desk, &path, |slot| match slot {
            Slot::Rows(rows) => Some(rows.is_empty()),
            _ => None,
        })
        .unwrap_or(true)
    })
}

fn nothing(desk: Desk, path: &'static str) -> AnyView {
    view! {
        <div class="empty">
            <p>{move || desk.show(|show| hint(show, path))}</p>
            <AddRow path=path />
        </div>
    }
    .into_any()
}

fn rows_table(desk: Desk, path: &str, sheet: Sheet) -> AnyView {
    let named = path.to_owned();
    let row = move |row: String| row_view(desk, row, sheet);
    let sum = sheet.sum.map(|sum| view! { <tr role="row" class="sum">{sum(desk)}</tr> });
    view! {
        <table class="rows" role="table" aria-label=move || desk.show(|show| field_short(show, &named))>
            <thead role="rowgroup"><tr role="row">{head(desk, path, sheet)}</tr></thead>
            <tbody role="rowgroup"><Rows path row />{sum}</tbody>
        </table>
    }
    .into_any()
}

fn head(desk: Desk, path: &str, sheet: Sheet) -> Vec<AnyView> {
    let first = format!("row.{}", field_pattern(path));
    let start = match sheet.numbered {
        true => hidden_head(desk, Word::PLAN_NUMBER),
        false => view! {
            <th role="columnheader" scope="col">{move || desk.key(&first)}</th>
        }
        .into_any(),
    };
    let rest = sheet.columns.iter().skip(usize::from(!sheet.numbered)).map(|key| {
        let class = is_number(desk, path, key).then_some("num");
        view! { <th role="columnheader" scope="col" class=class>{column_name(desk, path, key)}</th> }
            .into_any()
    });
    let got = sheet.got.map(|(name, _)| {
        view! { <th role="columnheader" scope="col" class="num">{move || capitalised(&desk.word(name))}</th> }.into_any()
    });
    std::iter::once(start).chain(rest).chain(got).chain([hidden_head(desk, Word::PLAN_ACTIONS)]).collect()
}

/// The head of a column that needs none for those who see it.
fn hidden_head(desk: Desk, word: Word) -> AnyView {
    view! {
        <th role="columnheader" scope="col"><span class="vh">{move || desk.word(word)}</span></th>
    }
    .into_any()
}

fn column_name(desk: Desk, path: &str, key: &str) -> impl Fn() -> String + Send + Clone + use<> {
    // Any id will do: the words of a field go by its path without ids.
    let path = format!("{path}/-/{key}");
    move || desk.show(|show| field_short(show, &path))
}

fn is_number(desk: Desk, path: &str, key: &str) -> bool {
    untrack(|| {
        look(desk, path, |slot| match slot {
            Slot::Rows(rows) => {
                rows.sample().fields().iter().find(|field| field.key == key).map(|field| field.kind)
            }
            _ => None,
        })
    })
    .is_some_and(|kind| matches!(kind, Kind::Estimate(_) | Kind::Optional(_) | Kind::Whole { .. }))
}

fn row_view(desk: Desk, row: String, sheet: Sheet) -> AnyView {
    let path = StoredValue::new(row.clone());
    let is_off =
        Memo::new(move |_| sheet.is_off.is_some_and(|is_off| path.with_value(|path| is_off(desk, path))));
    let name = Memo::new(move |_| {
        path.with_value(|path| desk.model.with(|m| desk.show(|show| row_name(show, m, path))))
    });
    let opened = RwSignal::new(false);
    let details =
        sheet.more.map(|more| move || opened.get().then(|| details(desk, path, more, sheet.width())));
    view! {
        <tr role="row" data-off=move || is_off.get().then_some("")>
            {cells(desk, &row, sheet, name)}
            {got(desk, path, sheet, is_off)}
            <td role="cell" class="act">{opener(desk, path, sheet, opened, name)}<RowActions path=row.clone() name /></td>
        </tr>
        {details}
    }
    .into_any()
}

fn cells(desk: Desk, row: &str, sheet: Sheet, name: Memo<String>) -> Vec<AnyView> {
    let number = sheet.numbered.then(|| view! { <td role="rowheader" class="name">{name}</td> }.into_any());
    let column = |(at, key): (usize, &&'static str)| match at == 0 && !sheet.numbered {
        true => view! { <td role="rowheader" class="name">{cell(format!("{row}/{key}"))}</td> }.into_any(),
        false => plain_cell(desk, row, key, sheet),
    };
    number.into_iter().chain(sheet.columns.iter().enumerate().map(column)).collect()
}

fn plain_cell(desk: Desk, row: &str, key: &'static str, sheet: Sheet) -> AnyView {
    let rows = row.rsplit_once('/').map_or(row, |(rows, _)| rows);
    let Some(field_in) = sheet.field_in else {
        let name = column_name(desk, rows, key);
        return view! { <td role="cell" data-label=name>{cell(format!("{row}/{key}"))}</td> }.into_any();
    };
    let (rows, row) = (rows.to_owned(), StoredValue::new(row.to_owned()));
    let shown = Memo::new(move |_| row.with_value(|row| field_in(desk, row, key)));
    let label = move || shown.get().map(|key| column_name(desk, &rows, key)());
    let field = move || shown.get().map(|key| cell(row.with_value(|row| format!("{row}/{key}"))));
    view! { <td role="cell" data-label=label>{field}</td> }.into_any()
}

fn got(desk: Desk, path: StoredValue<String>, sheet: Sheet, is_off: Memo<bool>) -> Option<AnyView> {
    sheet.got.map(|(name, got)| {
        let text = move || path.with_value(|path| got(desk, path));
        let warning = sheet.warning.map(|warning| warning_tag(desk, path, warning));
        view! {
            <td role="cell" class="got" data-label=move || capitalised(&desk.word(name))>
                <span class=move || is_off.get().then_some("soft")>{text}</span>
                {warning}
            </td>
        }
        .into_any()
    })
}

fn warning_tag(desk: Desk, path: StoredValue<String>, warning: fn(Desk, &str) -> Option<Word>) -> AnyView {
    let word = Memo::new(move |_| path.with_value(|path| warning(desk, path)));
    let tag = move |word| {
        view! { <br /><span class="tag" data-tone="watch">{mark("m-watch")}{desk.word(word)}</span> }
            .into_any()
    };
    (move || word.get().map(tag)).into_any()
}

fn opener(
    desk: Desk,
    path: StoredValue<String>,
    sheet: Sheet,
    opened: RwSignal<bool>,
    name: Memo<String>,
) -> Option<AnyView> {
    let id = sheet.more_id.map(|id| path.with_value(|path| id(path)))?;
    let label = sheet.more_label.map(|label| move || path.with_value(|path| label(desk, path)));
    let class = if label.is_some() { "quiet told" } else { "quiet square" };
    let named = move || (label.is_none()).then(|| desk.with(Word::PLAN_MORE, "name", &name.get()));
    Some(
        view! {
            <button
                type="button"
                class=class
                id=id
                aria-expanded=move || opened.get().to_string()
                aria-label=named
                on:click=move |_| opened.update(|opened| *opened = !*opened)
            >
                {label}{icon("i-down")}
            </button>
        }
        .into_any(),
    )
}

fn details(desk: Desk, path: StoredValue<String>, more: fn(Desk, &str) -> AnyView, width: usize) -> AnyView {
    view! {
        <tr role="row" class="more">
            <td role="cell" colspan=width.to_string()>{path.with_value(|path| more(desk, path))}</td>
        </tr>
    }
    .into_any()
}
