//! What is another than a quarter ago, in a few lines.

use super::super::held::{Changed, Held, QUARTER};
use crate::text::quarters::{change_text, months_text};
use crate::text::{Filling, Word};
use crate::ui::state::Desk;
use leptos::prelude::*;

/// The lines under their heading.
pub fn changes(desk: Desk, held: Held) -> AnyView {
    let title = move || held.changed.with(|changed| title(desk, changed));
    let lines = move || {
        let lines = held.changed.with(|changed| lines(desk, held, changed));
        let lines = if lines.is_empty() { vec![desk.word(Word::QUARTERS_NO_CHANGES)] } else { lines };
        lines.into_iter().map(|text| view! { <li>{text}</li> }.into_any()).collect::<Vec<_>>()
    };
    view! { <section class="flow changed"><h3>{title}</h3><ol class="causes">{lines}</ol></section> }
        .into_any()
}

fn title(desk: Desk, changed: &Changed) -> String {
    let Some(since) = changed.since else { return desk.word(Word::QUARTERS_CHANGES_PLAN) };
    desk.show(|show| {
        let months = months_text(show, since, since + QUARTER - 1);
        show.phrase(Word::QUARTERS_CHANGES, &[("months", Filling::Text(&months))])
    })
}

fn lines(desk: Desk, held: Held, changed: &Changed) -> Vec<String> {
    let Some(quarter) = &changed.quarter else { return Vec::new() };
    let is_plan = changed.since.is_none();
    held.study.with(|study| {
        desk.show(|show| {
            let text = |line| change_text(show, &study.plan, quarter, line, is_plan);
            changed.lines.iter().map(text).collect()
        })
    })
}
