//! What is looked at on the screen.

use crate::model::{Model, role_looked_at};
use crate::plan::Outcome;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// What is looked at on the screen: one role, one month. It stays as it is while one is on another screen.
#[derive(Clone, Copy)]
pub struct View {
    /// The id of the role; one that there is not stands for the first that hangs on results.
    pub role: RwSignal<String>,
    /// The month of the plan; the last stands for one after it.
    pub month: RwSignal<u32>,
    /// Whether the proposed pay of the role is looked at; else today's.
    pub proposed: RwSignal<bool>,
}

impl View {
    /// What is looked at first: the end of the first year.
    pub fn new() -> Self {
        Self { role: RwSignal::new(String::new()), month: RwSignal::new(11), proposed: RwSignal::new(false) }
    }

    /// The place of the role among the people, or of the first who is paid by results; none where there are no
    /// people.
    pub fn role_at(self, model: &Model) -> Option<usize> {
        role_looked_at(&model.people, &self.role.get())
    }

    /// The id of the role; empty where there are no people.
    pub fn role_id(self, desk: Desk) -> String {
        desk.model.with(|model| {
            self.role_at(model).and_then(|at| model.people.get(at)).map_or_else(String::new, |p| p.id.clone())
        })
    }

    /// The month, never behind the plan's last.
    pub fn month_of(self, outcome: &Outcome) -> u32 {
        self.month.get().min(outcome.months().saturating_sub(1))
    }
}
