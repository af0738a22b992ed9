//! What a user does, as a value: whoever has one can name it, apply it to any document, and tell what follows.

use crate::model::{Edit, EditFault, Model};

/// A change of the document as a user makes it.
///
/// A trait, not one list of all: the first part of the page would have to carry whatever any later part can do.
pub trait Command {
    /// Its name, by which its word is found: `command.…`, shown beside undo and redo. What is typed into a field may go
    /// without a word: then the field is named.
    fn name(&self) -> &'static str;

    /// The document after it; the one given stays as it is.
    ///
    /// # Errors
    /// Why it cannot be done.
    fn applied(&self, model: &Model) -> Result<Model, EditFault>;

    /// How it is made: what is one step of undo, and what follows at once.
    fn manner(&self) -> Manner<'_> {
        Manner::Step
    }
}

/// How a change is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner<'a> {
    /// By typing at a place: going on there within a moment is the same step of undo, and what takes longer than a
    /// keystroke waits for a pause. Fields keep their half-typed text.
    Typing(&'a str),
    /// By one decision: a step of its own, and everything follows at once. Fields keep their half-typed text.
    Step,
    /// By putting another document in place of this one: the same, and fields drop their half-typed text.
    Replacement,
}

impl Command for Edit {
    fn name(&self) -> &'static str {
        match self {
            Edit::Put { .. } | Edit::Many(_) => "put",
            Edit::Add { .. } => "add_row",
            Edit::Copy { .. } => "copy_row",
            Edit::Remove { .. } => "remove_row",
            Edit::Move { .. } => "move_row",
            Edit::Whole(_) => "replace",
        }
    }

    fn applied(&self, model: &Model) -> Result<Model, EditFault> {
        Edit::applied(self, model)
    }

    fn manner(&self) -> Manner<'_> {
        match self {
            Edit::Put { path, .. } => Manner::Typing(path),
            Edit::Many(puts) => puts.first().map_or(Manner::Step, |(path, _)| Manner::Typing(path)),
            Edit::Whole(_) => Manner::Replacement,
            Edit::Add { .. } | Edit::Copy { .. } | Edit::Remove { .. } | Edit::Move { .. } => Manner::Step,
        }
    }
}
