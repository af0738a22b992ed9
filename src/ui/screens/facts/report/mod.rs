//! The quarter on two pages of paper, shown as they will be printed.

mod pages;

use super::compare::nothing;
use super::view::{Section, Shown, View};
use crate::browser::page;
use crate::text::Word;
use crate::ui::icon::icon;
use crate::ui::state::Desk;
use leptos::prelude::*;
use pages::{answers, tables};

/// The section.
pub fn report(desk: Desk, view: View) -> AnyView {
    let print = move |_| {
        page::print_only("report");
    };
    let drawn = move |shown: Shown, has_facts| match has_facts {
        false => nothing(desk, Word::QUARTERS_REPORT_NONE),
        true => view! {
            <div class="line no-print">
                <p class="hint">{move || desk.word(Word::QUARTERS_REPORT_LEAD)}</p>
                <button type="button" on:click=print>
                    {icon("i-print")}{move || desk.word(Word::QUARTERS_REPORT_PRINT)}
                </button>
            </div>
            <div class="sheets flow">{answers(desk, view, shown)}{tables(desk, view, shown)}</div>
        }
        .into_any(),
    };
    let body = view.section(desk, Section::Report, move |shown| {
        let has_facts = Memo::new(move |_| shown.with(|compared| compared.plan().has_facts()));
        (move || drawn(shown, has_facts.get())).into_any()
    });
    view! { <div class="flow">{body}</div> }.into_any()
}
