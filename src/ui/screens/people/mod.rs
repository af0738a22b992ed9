//! The People screen: who works on what, how loaded, for what pay, and what each side has of it.

mod chain;
mod compare;
mod pay;
mod payslip;
mod picker;
mod remarks;
mod salaries;
mod section;
mod sides;
mod team;
mod view;

pub use section::Section;
pub use view::View;

use super::section::{Piece, Titles, sectioned};
use crate::desk::commands::DropSentPayroll;
use crate::text::Word;
use crate::ui::icon::mark;
use crate::ui::state::{Desk, desk};
use leptos::prelude::*;

/// Who works on what, for what pay.
#[component]
pub fn PeopleScreen() -> impl IntoView {
    let desk = desk();
    let view: View = expect_context();
    let titles =
        Titles { name: Word::SCREEN_PEOPLE, lead: Word::PEOPLE_LEAD, sections: Word::PEOPLE_SECTIONS };
    let urgent = desk.model.with_untracked(|model| model.people.is_empty()).then_some(Section::Team);
    let piece = |own: Section| Piece {
        name: own.name(),
        heading: own.heading(),
        summary: own.summary(),
        is_urgent: urgent == Some(own),
        body: drawn(own, desk, view),
    };
    sectioned(desk, "plan people", titles, Section::ALL.map(piece).into())
}

fn drawn(section: Section, desk: Desk, view: View) -> AnyView {
    let is_left_out = Memo::new(move |_| desk.model.with(|model| model.still_left_out().pay));
    let body = move || match (is_left_out.get(), section) {
        // Of people whose pay is not there all these would say that they work for nothing.
        (true, Section::Sides | Section::Compare | Section::Payslip) => {
            view! { <p class="empty">{desk.word(Word::PEOPLE_SENT_PAYROLL)}</p> }.into_any()
        }
        (true, Section::Pay) => view! { {sent_payroll(desk)}{piece(section, desk, view)} }.into_any(),
        (_, Section::Team) => view! { {salaries::doubled(desk)}{piece(section, desk, view)} }.into_any(),
        _ => piece(section, desk, view),
    };
    body.into_any()
}

/// That pay by role was left out, and the way to enter it.
fn sent_payroll(desk: Desk) -> AnyView {
    let drop = move |_| {
        if desk.run(&DropSentPayroll).is_ok() {
            desk.tell_done(desk.show_untracked(|show| show.word(Word::PEOPLE_PAYROLL_DROPPED)));
        }
    };
    view! {
        <div class="message" data-tone="watch">
            {mark("m-watch")}
            <div>
                <p>{desk.word(Word::PEOPLE_SENT_PAYROLL)}</p>
                <p>
                    <button type="button" on:click=drop>
                        {desk.word(Word::PEOPLE_DROP_PAYROLL)}
                    </button>
                </p>
            </div>
        </div>
    }
    .into_any()
}

fn piece(section: Section, desk: Desk, view: View) -> AnyView {
    match section {
        Section::Remarks => remarks::remarks(desk, view),
        Section::Team => team::team(desk, view),
        Section::Pay => pay::pay(desk, view),
        Section::Sides => sides::sides(desk, view),
        Section::Compare => compare::compare(desk, view),
        Section::Chain => chain::chain(desk, view),
        Section::Payslip => payslip::payslip(desk, view),
    }
}
