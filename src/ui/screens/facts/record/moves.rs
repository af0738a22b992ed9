//! Moving from cell to cell by the keyboard, as in a spreadsheet.

use super::super::import::importing::Importing;
use super::super::view::View;
use super::typed::{Kept, Paths};
use crate::browser::clipboard::{self, Pasted};
use crate::browser::{focus, page};
use crate::tables::{CellGrid, CellMove, ImportFault, MOST_BYTES, TextEnds};
use crate::ui::fields::input_id;
use leptos::ev;
use leptos::prelude::*;

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
        let ends = TextEnds { start: is_at_start(&input), end: is_at_end(&input) };
        // Where rows are cards, "next" goes on in the card; at its end the keys of the screen have nothing more to do.
        let in_cards = page::has_cards() && self.paths.with_untracked(CellGrid::has_columns);
        let key = event.key();
        let moved = match CellMove::of_key(&key, event.alt_key(), event.shift_key(), ends, in_cards) {
            Some(CellMove::Cells(right, down)) => self.go(path, right, down),
            Some(CellMove::Months(by)) => self.turn(path, by),
            None => false,
        };
        if moved || key == "Enter" {
            event.prevent_default();
        }
        if in_cards && !moved && key == "Enter" {
            let _ = input.blur();
        }
        moved
    }

    /// Goes so many cells to the right and down; whether there is one.
    fn go(self, path: &str, right: isize, down: isize) -> bool {
        let next = self.paths.with_untracked(|grid| grid.neighbour(path, right, down).map(str::to_owned));
        next.is_some_and(|next| focus::on(&input_id(&next)))
    }

    /// Turns to another month and stays in the same cell of it.
    fn turn(self, path: &str, by: i32) -> bool {
        let position = self.paths.with_untracked(|grid| grid.position(path));
        let month = self.view.month.get_untracked().checked_add_signed(by);
        let (Some((row, column)), Some(month)) = (position, month) else { return false };
        self.view.month.set(month);
        let Grid { paths, .. } = self;
        focus::soon(Box::new(move || {
            let next = paths.try_with_untracked(|grid| grid.at(row, column).map(str::to_owned));
            next.flatten().map(|next| focus::on(&input_id(&next)));
        }));
        true
    }

    /// A block of several cells opens the preview; a single one is pasted into the text as ever.
    pub fn paste(self, path: &str, event: &web_sys::Event) {
        match clipboard::pasted(event, MOST_BYTES) {
            Some(Pasted::Text(text)) if is_block(&text) => {
                event.prevent_default();
                self.importing.begin(text, Some(path.to_owned()));
            }
            Some(Pasted::TooLong) => {
                event.prevent_default();
                self.importing.begin(String::new(), Some(path.to_owned()));
                self.importing.refuse(ImportFault::TooLong);
            }
            Some(Pasted::Text(_)) | None => {}
        }
    }
}

/// Whether a text has several cells.
fn is_block(text: &str) -> bool {
    text.trim_end_matches(['\r', '\n']).contains(['\t', '\n', '\r'])
}

/// Whether what is typed next comes after everything: all selected counts as such.
fn is_at_end(input: &web_sys::HtmlInputElement) -> bool {
    let length = input.value().encode_utf16().count();
    let end = input.selection_end().ok().flatten();
    end.is_none_or(|end| end as usize >= length)
}

fn is_at_start(input: &web_sys::HtmlInputElement) -> bool {
    input.selection_start().ok().flatten().is_none_or(|start| start == 0)
}
