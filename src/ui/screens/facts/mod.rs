//! The Facts screen: what has been, held against the plan, and what follows from it.

mod baseline;
mod board;
mod compare;
mod forecast_line;
mod import;
mod proposal;
mod quarters;
mod record;
mod report;
mod settling;
mod turns;
mod view;

pub use forecast_line::forecast_line;

use super::section::{Piece, Titles, sectioned};
use crate::text::Word;
use crate::ui::state::{Desk, desk};
use leptos::prelude::*;
use view::{Section, View};

/// The id of the heading under which stand what the plan has no figure for: when the run-in begins, and two targets.
pub const TARGETS: &str = Section::Board.heading();

/// What has been, held against the plan.
#[component]
pub fn FactsScreen() -> impl IntoView {
    let desk = desk();
    let view = View::new(desk);
    turns::work_out(view);
    let titles = Titles {
        name: Word::SCREEN_FACTS,
        lead: Word::FACTS_SCREEN_LEAD,
        sections: Word::FACTS_SCREEN_SECTIONS,
    };
    let urgent = desk.model.with_untracked(|model| model.facts.months.is_empty()).then_some(Section::Record);
    let piece = |own: Section| Piece {
        name: own.name(),
        heading: own.heading(),
        summary: own.summary(),
        is_urgent: urgent == Some(own),
        body: body(own, desk, view),
    };
    sectioned(desk, "plan facts", titles, Section::ALL.map(piece).into())
}

fn body(section: Section, desk: Desk, view: View) -> AnyView {
    match section {
        Section::Record => record::record(desk, view),
        Section::Compare => compare::compare(desk, view),
        Section::Board => board::board(desk, view),
        Section::Quarters => quarters::quarters(desk, view),
        Section::Report => report::report(desk, view),
    }
}
