//! The quarter on two pages of paper, shown as they will be printed.

mod pages;

use super::View;
use super::compare::nothing;
use super::held::held;
use crate::browser::page;
use crate::text::Word;
use crate::ui::icon::icon;
use crate::ui::state::Desk;
use leptos::prelude::*;
use pages::{answers, tables};

/// The section.
pub fn report(desk: Desk, view: View) -> AnyView {
    let held = held(view);
    let print = move |_| {
        page::print_only("report");
    };
    let body = move || match held.is_any.get() {
        false => nothing(desk, Word::QUARTERS_REPORT_NONE),
        true => view! {
            <div class="line no-print">
                <p class="hint">{move || desk.word(Word::QUARTERS_REPORT_LEAD)}</p>
                <button type="button" on:click=print>
                    {icon("i-print")}{move || desk.word(Word::QUARTERS_REPORT_PRINT)}
                </button>
            </div>
            <div class="sheets flow">{answers(desk, view, held)}{tables(desk, view, held)}</div>
        }
        .into_any(),
    };
    view! { <div class="flow">{body}</div> }.into_any()
}
