//! What has changed since a quarter ago, in a few lines.

use super::super::view::{Compared, Shown};
use crate::evidence::{ChangesSince, QUARTER};
use crate::text::quarters::{change_text, months_text};
use crate::text::{Filling, Word};
use crate::ui::state::Desk;
use leptos::prelude::*;

/// The lines under their heading.
pub fn changes(desk: Desk, shown: Shown) -> AnyView {
    let title = move || shown.with(|compared| title(desk, compared.changes()));
    let lines = move || {
        let lines = shown.with(|compared| lines(desk, compared));
        let lines = if lines.is_empty() { vec![desk.word(Word::QUARTERS_NO_CHANGES)] } else { lines };
        lines.into_iter().map(|text| view! { <li>{text}</li> }.into_any()).collect::<Vec<_>>()
    };
    view! { <section class="flow changed"><h3>{title}</h3><ol class="causes">{lines}</ol></section> }
        .into_any()
}

fn title(desk: Desk, changed: &ChangesSince) -> String {
    let Some(since) = changed.since else { return desk.word(Word::QUARTERS_CHANGES_PLAN) };
    desk.show(|show| {
        let months = months_text(show, since, since + QUARTER - 1);
        show.phrase(Word::QUARTERS_CHANGES, &[("months", Filling::Text(&months))])
    })
}

fn lines(desk: Desk, compared: &Compared) -> Vec<String> {
    let changes = compared.changes();
    let Some(quarter) = &changes.quarter else { return Vec::new() };
    let is_plan = changes.since.is_none();
    desk.show(|show| {
        let text = |line| change_text(show, compared.plan().plan(), quarter, line, is_plan);
        changes.lines.iter().map(text).collect()
    })
}
