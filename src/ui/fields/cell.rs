//! A cell of a table of rows: the field that fits what stands at the path.

use super::{ChoiceField, MonthField, NumberField, OpenMonthField, TextField, WholeField};
use crate::model::{Kind, Slot, find};
use crate::text::{Word, field_pattern};
use crate::ui::state::{Desk, desk};
use leptos::prelude::*;

/// The field for the value at a path, without a label of its own: the table's head names it.
pub fn cell(path: String) -> AnyView {
    let desk = desk();
    let kind = desk.model.with_untracked(|model| {
        find(model, &path).map(|(field, slot)| (field.kind, matches!(slot, Slot::OpenMonth(_))))
    });
    match kind {
        Some((Kind::Text { .. }, _)) => view! { <TextField path tight=true /> }.into_any(),
        Some((Kind::Choice(_), _)) => view! { <ChoiceField path tight=true /> }.into_any(),
        Some((Kind::Month, true)) => view! { <OpenMonthField path tight=true /> }.into_any(),
        Some((Kind::Month, false)) => view! { <MonthField path tight=true /> }.into_any(),
        Some((Kind::Whole { .. }, _)) => view! { <WholeField path tight=true /> }.into_any(),
        Some((Kind::Estimate(_), _)) => view! { <NumberField path tight=true /> }.into_any(),
        Some((Kind::Optional(_), _)) => {
            let placeholder = when_empty(desk, &path);
            view! { <NumberField path tight=true placeholder /> }.into_any()
        }
        _ => ().into_any(),
    }
}

/// What an optional number that is not there stands for.
pub fn when_empty(desk: Desk, path: &str) -> Signal<String> {
    let word = Word::find(&["empty.", &field_pattern(path)].concat()).unwrap_or(Word::PLAN_NO_LIMIT);
    Signal::derive(move || desk.word(word))
}
