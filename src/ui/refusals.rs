//! The fields whose text is refused at this moment: the numbers before count, and answers that rest on them say so.
//! The texts outlast the screen they were typed on.

use leptos::prelude::*;

/// A text that a field refused.
struct Refusal {
    path: String,
    text: String,
    /// The turn of the desk in which it was typed: undo and another document make it void.
    turn: u32,
}

/// All of them.
#[derive(Clone, Copy)]
pub struct Refusals(RwSignal<Vec<Refusal>>);

impl Refusals {
    /// None yet.
    pub fn new() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    /// A field's text is refused in a turn, or no longer.
    pub fn note(self, path: &str, refused: Option<(u32, &str)>) {
        let is_known = |all: &Vec<Refusal>| all.iter().any(|own| own.path == path);
        if refused.is_none() && !self.0.with_untracked(is_known) {
            return;
        }
        self.0.update(|all| {
            all.retain(|own| own.path != path);
            all.extend(refused.map(|(turn, text)| Refusal { path: path.into(), text: text.into(), turn }));
        });
    }

    /// The text that a field refused in a turn: shown again when one comes back to it.
    pub fn text(self, path: &str, turn: u32) -> Option<String> {
        self.0.with_untracked(|all| {
            all.iter().find(|own| own.path == path && own.turn == turn).map(|own| own.text.clone())
        })
    }

    /// The fields of a turn.
    pub fn of(self, turn: u32) -> Vec<String> {
        self.0.with(|all| all.iter().filter(|own| own.turn == turn).map(|own| own.path.clone()).collect())
    }
}
