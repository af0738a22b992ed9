//! Texts in the cells of facts that are no fact, or not yet.

use crate::model::{FactText, FactTextFault};
use crate::tables::CellGrid;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Cells that the keyboard moves among, by rows.
pub type Paths = Memo<CellGrid>;

/// Texts that could not be read, by the paths of their cells: they outlive a look at another month.
pub type Kept = RwSignal<BTreeMap<String, Typed>>;

/// Text that somebody is typing, or that could not be read and is kept.
#[derive(Clone, PartialEq)]
pub struct Typed {
    /// The turn of the desk it belongs to: undo and another document make it void.
    pub turn: u32,
    /// As it is typed.
    pub text: String,
    /// What became of it.
    pub state: TypedState,
}

/// What became of a text.
#[derive(Clone, PartialEq)]
pub enum TypedState {
    /// It was read and recorded.
    Recorded(FactText),
    /// It is no fact.
    Fault(FactTextFault),
    /// The document takes no more rows.
    NoRoom,
    /// A table had this, and it was not recorded.
    LeftOut,
}

impl Typed {
    /// What a table had for a cell and could not be read, as of a turn of the desk.
    pub fn left_out(turn: u32, text: &str) -> Self {
        Self { turn, text: text.to_owned(), state: TypedState::LeftOut }
    }

    /// Whether it is not recorded.
    pub fn is_wrong(&self) -> bool {
        !matches!(self.state, TypedState::Recorded(_))
    }
}
