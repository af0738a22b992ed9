//! The fields whose text is refused at this moment: the numbers before count, and answers that rest on them say so.

use leptos::prelude::*;

/// The fields by their paths, each with the turn of the desk in which it was typed: undo and another document make
/// it void.
#[derive(Clone, Copy)]
pub struct Refusals(RwSignal<Vec<(String, u32)>>);

impl Refusals {
    /// None yet.
    pub fn new() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    /// A field's text is refused in a turn, or no longer.
    pub fn note(self, path: &str, turn: Option<u32>) {
        let is_known = |all: &Vec<(String, u32)>| all.iter().any(|(own, _)| own == path);
        if turn.is_none() && !self.0.try_with_untracked(is_known).unwrap_or(false) {
            return;
        }
        self.0.try_update(|all| {
            all.retain(|(own, _)| own != path);
            all.extend(turn.map(|turn| (path.to_owned(), turn)));
        });
    }

    /// Those of a turn.
    pub fn of(self, turn: u32) -> Vec<String> {
        self.0.with(|all| all.iter().filter(|(_, own)| *own == turn).map(|(path, _)| path.clone()).collect())
    }
}
