//! What a chart answers to a finger, a pointer and the arrow keys: the row of its table that is shown there, in words.

use crate::browser::pointing::place_in;
use crate::chart::{Point, Rect};
use crate::picture::{Picture, Table, Zone};
use crate::text::Word;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// The reader of one chart, over all of its pictures.
#[derive(Clone, Copy)]
pub struct Reader {
    desk: Desk,
    title: Word,
    /// The row that is read.
    row: RwSignal<Option<usize>>,
    /// The chart's numbers, worked out only while it is read.
    table: Memo<Option<Table>>,
}

impl Reader {
    /// A reader of the numbers of a chart.
    pub fn new(desk: Desk, title: Word, numbers: impl Fn() -> Table + Send + Sync + 'static) -> Self {
        let row = RwSignal::new(None);
        let is_read = Memo::new(move |_| row.with(Option::is_some));
        let table = Memo::new(move |_| is_read.get().then(&numbers));
        Self { desk, title, row, table }
    }

    /// The desk that the chart is drawn with.
    pub fn desk(self) -> Desk {
        self.desk
    }

    fn text(self) -> Option<String> {
        self.table.with(|table| table.as_ref()?.row_text(self.row.get()?))
    }

    /// The line under the pictures; it is there before anything is read, so that nothing moves.
    pub fn line(self) -> AnyView {
        let text = move || self.text().unwrap_or_else(|| self.desk.word(Word::CHART_READ));
        let class = move || if self.row.with(Option::is_some) { "read" } else { "read soft" };
        // The picture itself says it to a screen reader.
        view! { <p class=class aria-hidden="true">{text}</p> }.into_any()
    }

    /// What lies over a picture and takes fingers, pointers and keys.
    pub fn over(self, Picture { view, zones, .. }: &Picture) -> AnyView {
        let Some(last) = zones.iter().map(|zone| zone.row).max() else { return ().into_any() };
        let (view, zones) = (*view, StoredValue::new(zones.clone()));
        let size = ["0 0 ", &view.width.to_string(), " ", &view.height.to_string()].concat();
        let point = move |event: leptos::ev::PointerEvent| {
            let at = place_in(&event, [view.width, view.height]).map(|[x, y]| Point { x, y });
            if let Some(row) = at.and_then(|at| zones.with_value(|zones| Picture::row_at(zones, at))) {
                self.read(Some(row));
            }
        };
        let leave = move |event: leptos::ev::PointerEvent| {
            // A finger that is lifted leaves what it has asked for.
            if event.pointer_type() == "mouse" {
                self.read(None);
            }
        };
        let press = move |event: leptos::ev::KeyboardEvent| {
            if let Some(row) = after(&event.key(), self.row.get_untracked(), last) {
                event.prevent_default();
                self.read(row);
            }
        };
        let places = move || {
            let row = self.row.get();
            zones.with_value(|zones| {
                zones.iter().filter(|zone| Some(zone.row) == row).map(place).collect::<Vec<_>>()
            })
        };
        view! {
            <svg
                class="over"
                viewBox=size
                tabindex="0"
                role="slider"
                aria-label=move || self.desk.word(self.title)
                aria-valuemin="0"
                aria-valuemax=last.to_string()
                aria-valuenow=move || self.row.get().unwrap_or_default().to_string()
                aria-valuetext=move || self.text().unwrap_or_else(|| self.desk.word(Word::CHART_READ))
                on:pointermove=point
                on:pointerdown=point
                on:pointerleave=leave
                on:keydown=press
                on:blur=move |_| self.read(None)
            >
                {places}
            </svg>
        }
        .into_any()
    }

    fn read(self, row: Option<usize>) {
        if self.row.get_untracked() != row {
            self.row.set(row);
        }
    }
}

/// Where one is in the picture.
fn place(Zone { rect: Rect { x, y, width, height }, .. }: &Zone) -> AnyView {
    view! { <rect x=*x y=*y width=*width height=*height rx="2" /> }.into_any()
}

/// The row that a key leads to, none to leave; nothing where the key means nothing here.
fn after(key: &str, row: Option<usize>, last: usize) -> Option<Option<usize>> {
    let row = match (key, row) {
        ("Escape", Some(_)) => None,
        ("ArrowRight" | "ArrowDown" | "ArrowLeft" | "ArrowUp" | "Home", None) | ("Home", Some(_)) => Some(0),
        ("End", _) => Some(last),
        ("ArrowRight" | "ArrowDown", Some(row)) => Some((row + 1).min(last)),
        ("ArrowLeft" | "ArrowUp", Some(row)) => Some(row.saturating_sub(1)),
        _ => return None,
    };
    Some(row)
}
