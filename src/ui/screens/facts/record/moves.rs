//! Moving from cell to cell by the keyboard, as in a spreadsheet.

use super::super::View;
use super::super::import::Importing;
use super::cell::Typed;
use crate::browser::{clipboard, focus};
use crate::ui::fields::input_id;
use leptos::ev;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Cells that the keyboard moves among, by rows.
pub type Paths = Memo<Vec<Vec<String>>>;

/// Texts that could not be read, by the paths of their cells: they outlive a look at another month.
pub type Kept = RwSignal<BTreeMap<String, Typed>>;

/// A grid of cells.
#[derive(Clone, Copy)]
pub struct Grid {
    /// What is looked at.
    pub view: View,
    /// The paths of the cells.
    pub paths: Paths,
    /// Texts that could not be read.
    pub kept: Kept,
    /// Where a pasted block goes.
    pub importing: Importing,
}

impl Grid {
    /// Acts on a key that moves; whether it was one.
    pub fn key(self, path: &str, event: &ev::KeyboardEvent) -> bool {
        let input = event_target::<web_sys::HtmlInputElement>(event);
        if event.ctrl_key() || event.meta_key() {
            return false;
        }
        let moved = match (event.key().as_str(), event.alt_key(), event.shift_key()) {
            ("PageDown", true, _) => self.turn(path, 1),
            ("PageUp", true, _) => self.turn(path, -1),
            (_, true, _) => false,
            ("Enter" | "ArrowDown", _, false) => self.go(path, 0, 1),
            ("Enter", _, true) | ("ArrowUp", _, false) => self.go(path, 0, -1),
            ("ArrowRight", _, false) if is_at_end(&input) => self.go(path, 1, 0),
            ("ArrowLeft", _, false) if is_at_start(&input) => self.go(path, -1, 0),
            _ => false,
        };
        if moved || event.key() == "Enter" {
            event.prevent_default();
        }
        moved
    }

    /// Goes so many cells to the right and down; whether there is one.
    fn go(self, path: &str, right: isize, down: isize) -> bool {
        let next = self.paths.with_untracked(|rows| {
            let at =
                |(row, cells): (usize, &Vec<String>)| Some((row, cells.iter().position(|own| own == path)?));
            let (row, column) = rows.iter().enumerate().find_map(at)?;
            let cells = rows.get(row.checked_add_signed(down)?)?;
            cells.get(column.checked_add_signed(right)?).cloned()
        });
        next.is_some_and(|next| focus::on(&input_id(&next)))
    }

    /// Turns to another month and stays in the same cell of it.
    fn turn(self, path: &str, by: i32) -> bool {
        let place = self.paths.with_untracked(|rows| {
            let at =
                |(row, cells): (usize, &Vec<String>)| Some((row, cells.iter().position(|own| own == path)?));
            rows.iter().enumerate().find_map(at)
        });
        let (Some((row, column)), Some(month)) =
            (place, self.view.month.get_untracked().checked_add_signed(by))
        else {
            return false;
        };
        self.view.month.set(month);
        let Grid { paths, .. } = self;
        focus::soon(Box::new(move || {
            let next =
                paths.try_with_untracked(|rows| rows.get(row).and_then(|cells| cells.get(column)).cloned());
            next.flatten().map(|next| focus::on(&input_id(&next)));
        }));
        true
    }

    /// A block of several cells opens the preview; a single one is pasted into the text as ever.
    pub fn paste(self, path: &str, event: &web_sys::Event) {
        let Some(text) = clipboard::pasted(event) else { return };
        if text.trim_end_matches(['\r', '\n']).contains(['\t', '\n', '\r']) {
            event.prevent_default();
            self.importing.begin(text, Some(path.to_owned()));
        }
    }
}

/// Whether what is typed next stands behind everything: all selected counts as such.
fn is_at_end(input: &web_sys::HtmlInputElement) -> bool {
    let length = input.value().encode_utf16().count();
    let end = input.selection_end().ok().flatten();
    end.is_none_or(|end| end as usize >= length)
}

fn is_at_start(input: &web_sys::HtmlInputElement) -> bool {
    input.selection_start().ok().flatten().is_none_or(|start| start == 0)
}
