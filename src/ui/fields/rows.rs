//! Lists of rows: each row stays itself while others come and go.

use super::lookup::{input_id, look};
use super::rows_in_turn::in_turn;
use crate::browser::focus;
use crate::desk::{Command, commands};
use crate::model::{Edit, Slot};
use crate::text::{Word, field_pattern, removed_text};
use crate::ui::icon::icon;
use crate::ui::state::{Desk, desk};
use leptos::prelude::*;

/// The rows at a path, each drawn by its own path (`channels/a`).
#[component]
pub fn Rows<V: IntoView + 'static>(
    /// Path of the rows.
    #[prop(into)]
    path: String,
    /// Draws the row at a path.
    row: impl Fn(String) -> V + Clone + Send + 'static,
) -> impl IntoView {
    let desk = desk();
    let rows = path.clone();
    let ids = in_turn(Memo::new(move |_| row_ids(desk, &rows)));
    view! {
        <For
            each=move || ids.get()
            key=|id| id.clone()
            children=move |id| row(format!("{path}/{id}")).into_any()
        />
    }
}

/// The ids of the rows at a path, in order.
fn row_ids(desk: Desk, path: &str) -> Vec<String> {
    look(desk, path, |slot| match slot {
        Slot::Rows(rows) => {
            Some((0..rows.len()).filter_map(|at| rows.row(at)).map(|row| row.id().to_owned()).collect())
        }
        _ => None,
    })
    .unwrap_or_default()
}

/// Path of the first field of a row behind its id: its name, mostly.
fn first_field(desk: Desk, row: &str) -> Option<String> {
    untrack(|| {
        look(desk, row, |slot| match slot {
            Slot::Record(record) => record.fields().get(1).map(|field| format!("{row}/{}", field.key)),
            _ => None,
        })
    })
}

/// Does something with rows and says so where there is no room.
fn done(desk: Desk, command: &dyn Command) -> bool {
    let done = desk.run(command).is_ok();
    if !done {
        desk.tell(desk.word(Word::ROWS_FULL));
    }
    done
}

/// Removes a row, and offers to bring it back.
pub fn remove_row(desk: Desk, row: &str) {
    let text = untrack(|| desk.model.with(|model| desk.show(|show| removed_text(show, model, row))));
    let entering = first_field(desk, row).map(|field| input_id(&field));
    if done(desk, &Edit::Remove { row: row.to_owned() }) {
        desk.tell_removed(text, entering);
    }
}

/// Puts the focus into the row at a place, once it is drawn.
fn enter(desk: Desk, rows: &str, at: usize) {
    let ids = untrack(|| row_ids(desk, rows));
    let row = ids.get(at.min(ids.len().saturating_sub(1))).map(|id| format!("{rows}/{id}"));
    // Without a row left the button that adds one takes the focus.
    let place = row.and_then(|row| first_field(desk, &row)).unwrap_or_else(|| rows.to_owned());
    focus::later(input_id(&place));
}

/// Adds a row at the end and goes to its name.
#[component]
pub fn AddRow(
    /// Path of the rows.
    #[prop(into)]
    path: String,
    /// Whether it stands at the end of a line.
    #[prop(optional)]
    push: bool,
) -> impl IntoView {
    let desk = desk();
    let id = input_id(&path);
    let key = format!("add.{}", field_pattern(&path));
    let add = move |_| {
        if done(desk, &commands::AddRow { rows: &path }) {
            enter(desk, &path, usize::MAX);
        }
    };
    view! {
        <button type="button" id=id class=push.then_some("push") on:click=add>
            {icon("i-plus")}{move || desk.key(&key)}
        </button>
    }
}

/// Copy, move and remove for one row.
#[component]
pub fn RowActions(
    /// Path of the row.
    #[prop(into)]
    path: String,
    /// What the row is called.
    #[prop(into)]
    name: Signal<String>,
) -> impl IntoView {
    let desk = desk();
    let menu = format!("menu-{}", path.replace('/', "-"));
    let opener = format!("{menu}-button");
    let row = StoredValue::new(path);
    let button = move |picture, word: Word, does: Does| {
        let act = move |_| row.with_value(|row| does.on(desk, row));
        view! {
            <button type="button" on:click=act>{icon(picture)}{move || desk.word(word)}</button>
        }
        .into_any()
    };
    let buttons = move || {
        vec![
            button("i-copy", Word::ROW_COPY, Does::Copy),
            button("i-up", Word::ROW_UP, Does::Move(-1)),
            button("i-below", Word::ROW_DOWN, Does::Move(1)),
            button("i-bin", Word::ROW_REMOVE, Does::Remove),
        ]
    };
    // Most menus are never opened: what is in one is drawn when it is.
    let opened = RwSignal::new(false);
    view! {
        <button
            type="button"
            class="quiet square"
            id=opener
            popovertarget=menu.clone()
            aria-label=move || desk.with(Word::ROW_ACTIONS, "name", &name.get())
            on:click=move |_| opened.set(true)
        >
            {icon("i-more")}
        </button>
        <div class="menu" id=menu popover="auto">{move || opened.get().then(buttons)}</div>
    }
}

/// What can be done with a row.
#[derive(Clone, Copy)]
enum Does {
    Copy,
    Move(i32),
    Remove,
}

impl Does {
    /// Does it, and leaves the focus where one goes on.
    fn on(self, desk: Desk, row: &str) {
        let Some((rows, id)) = row.rsplit_once('/') else { return };
        let at = untrack(|| row_ids(desk, rows)).iter().position(|own| own == id).unwrap_or_default();
        let menu = format!("menu-{}", row.replace('/', "-"));
        // A menu of a row that moves would stay open over another place.
        focus::close_popover(&menu);
        let row = row.to_owned();
        match self {
            Does::Copy if done(desk, &Edit::Copy { row: row.clone() }) => enter(desk, rows, at + 1),
            Does::Copy => {}
            Does::Move(by) => {
                done(desk, &Edit::Move { row, by });
                focus::later(format!("{menu}-button"));
            }
            Does::Remove => {
                remove_row(desk, &row);
                enter(desk, rows, at);
            }
        }
    }
}
