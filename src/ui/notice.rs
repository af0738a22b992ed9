//! What is told once, and the way to what was before.

use crate::text::Word;

/// The edits and the exchanges of the document up to a moment: others as soon as anything is done to it.
pub type Moment = (u32, u32);

/// Something told once.
#[derive(Clone, PartialEq)]
pub struct Notice {
    /// What is told.
    pub text: String,
    /// The way to what was before, where there is one.
    pub way_back: Option<WayBack>,
}

/// What brings back what a notice tells of.
#[derive(Clone, PartialEq)]
pub enum WayBack {
    /// A step back, until something else is changed.
    Undo(Moment),
    /// The same for a step that took a row away.
    Return {
        /// When that step had been done.
        moment: Moment,
        /// The id of the field in the row, where the keyboard goes on.
        entering: Option<String>,
    },
    /// A step forth again, until something else is changed.
    Redo(Moment),
    /// Out of the bin, by the key there.
    Restore(String),
}

impl WayBack {
    /// Whether it still leads there at a moment.
    pub fn is_open(&self, now: Moment) -> bool {
        match self {
            WayBack::Undo(moment) | WayBack::Return { moment, .. } | WayBack::Redo(moment) => *moment == now,
            WayBack::Restore(_) => true,
        }
    }

    /// What its button is called.
    pub fn word(&self) -> Word {
        match self {
            WayBack::Undo(_) => Word::NOTICE_UNDO,
            WayBack::Redo(_) => Word::NOTICE_REDO,
            WayBack::Return { .. } | WayBack::Restore(_) => Word::NOTICE_RETURN,
        }
    }
}
