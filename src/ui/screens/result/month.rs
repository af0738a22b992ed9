//! The month of the plan that is looked at more closely.

use crate::ui::state::Desk;
use leptos::prelude::*;

/// The month looked at: the twelfth, unless one chooses another; never after the plan's last.
#[derive(Clone, Copy)]
pub struct Month {
    chosen: RwSignal<u32>,
    desk: Desk,
}

impl Month {
    /// The twelfth month.
    pub fn new(desk: Desk) -> Self {
        Self { chosen: RwSignal::new(11), desk }
    }

    /// The month, by its place in the plan.
    pub fn get(self) -> u32 {
        let months = self.desk.outcome.with(|outcome| outcome.months());
        self.chosen.get().min(months.saturating_sub(1))
    }

    /// Looks at another one.
    pub fn choose(self, month: u32) {
        self.chosen.set(month);
    }
}
