//! The document and what it comes to, as signals: who asks follows them, at once or when due.

use crate::desk::Workspace;
use crate::model::Model;
use crate::plan::Outcome;
use leptos::prelude::*;

/// The document on the desk: who asks follows it, as one follows a signal.
#[derive(Clone, Copy)]
pub struct Document {
    pub(super) workspace: StoredValue<Workspace>,
    /// Another one with every change.
    pub(super) version: RwSignal<u32>,
    /// When to look again, where that is not at once.
    pub(super) due: Option<Due>,
}

/// The version of the document that a part of the page shows, or is to show now.
pub type Due = Memo<Option<u32>>;

impl Document {
    /// Looks at it, and follows it.
    pub fn with<T>(self, look: impl FnOnce(&Model) -> T) -> T {
        self.track();
        self.with_untracked(look)
    }

    /// Looks at it as it is at this moment.
    pub fn with_untracked<T>(self, look: impl FnOnce(&Model) -> T) -> T {
        self.workspace.with_value(|workspace| look(workspace.shown()))
    }

    /// Follows it without looking.
    pub fn track(self) {
        match self.due {
            None => self.version.track(),
            Some(due) => due.track(),
        }
    }

    /// The number of its version: another one with every change.
    pub fn version(self) -> u32 {
        self.version.get()
    }
}

/// What came of the document, and of which of its versions; none before there is anything.
pub type Found<T> = RwSignal<Option<(u32, T)>>;

/// What the document comes to: who asks follows it, as one follows a signal.
#[derive(Clone, Copy)]
pub struct Evaluation {
    pub(super) outcome: Memo<Outcome>,
    /// When to look again, where that is not at once.
    pub(super) due: Option<Due>,
}

impl Evaluation {
    /// Looks at it, and follows it.
    pub fn with<T>(self, look: impl FnOnce(&Outcome) -> T) -> T {
        match self.due {
            None => self.outcome.with(look),
            Some(due) => {
                due.track();
                self.outcome.with_untracked(look)
            }
        }
    }

    /// Looks at it as it is at this moment.
    pub fn with_untracked<T>(self, look: impl FnOnce(&Outcome) -> T) -> T {
        self.outcome.with_untracked(look)
    }

    /// A copy of it as it is at this moment.
    pub fn get_untracked(self) -> Outcome {
        self.with_untracked(Outcome::clone)
    }
}
