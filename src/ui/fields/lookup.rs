//! What stands at a path, what it is called, what is the matter with it.

pub use crate::first_screen::input_id;
use crate::model::{Estimate, Issue, Severity, Slot, find};
use crate::text::{field_short, hint};
use crate::ui::state::Desk;
use leptos::prelude::*;

/// What a field is called: its own label, or the word for its path.
pub(super) fn label_of(desk: Desk, path: &str, label: &str) -> String {
    match label.is_empty() {
        true => desk.show(|show| field_short(show, path)),
        false => label.to_owned(),
    }
}

/// One line of explanation, where the words have one for the path.
pub(super) fn hint_of(desk: Desk, path: &str) -> Option<String> {
    desk.show(|show| hint(show, path))
}

/// What stands in the document at a path, looked at in one way.
pub fn look<T>(desk: Desk, path: &str, take: impl FnOnce(Slot<'_>) -> Option<T>) -> Option<T> {
    desk.model.with(|model| find(model, path).and_then(|(_, slot)| take(slot)))
}

/// The estimate at a path.
pub(super) fn estimate_at(desk: Desk, path: &str) -> Option<Estimate> {
    look(desk, path, |slot| match slot {
        Slot::Estimate(estimate) => Some(estimate.clone()),
        Slot::Optional(estimate) => estimate.cloned(),
        _ => None,
    })
}

/// The gravest issue of a field.
pub fn issue_of(desk: Desk, path: &str) -> Option<Issue> {
    desk.issues
        .with(|issues| issues.iter().filter(|issue| issue.path == path).max_by_key(|i| i.severity).cloned())
}

/// The state by which a field is coloured.
pub(super) fn state_of(wrong: bool, doubtful: bool, severity: Option<Severity>) -> Option<&'static str> {
    match severity {
        _ if wrong => Some("wrong"),
        Some(Severity::Problem) => Some("wrong"),
        Some(Severity::Warning) => Some("warn"),
        _ if doubtful => Some("doubt"),
        _ => None,
    }
}
