//! The Run-in screen: what has been, held against the plan, and what follows from it.

mod baseline;
mod board;
mod compare;
mod held;
mod import;
mod keep;
mod proposal;
mod quarters;
mod record;
mod report;
mod settled;
mod studied;

use super::section::{Piece, Titles, sectioned};
use crate::model::Model;
use crate::text::Word;
use crate::ui::state::{Desk, desk};
use leptos::prelude::*;
use settled::settled;
use std::sync::Arc;
use studied::{Studied, studied};

/// The id of the heading under which stand what the plan has no figure for: when the run-in begins, and two targets.
pub const TARGETS: &str = Section::Board.heading();

/// Which plan the facts are held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// The plan as it stood when the first figures came in.
    Then,
    /// The plan as it stands.
    Today,
}

/// What is looked at on the screen.
#[derive(Clone, Copy)]
pub struct View {
    /// The month of the plan whose facts are looked at.
    pub month: RwSignal<u32>,
    /// Which plan they are held against.
    pub against: RwSignal<Against>,
    /// The document, a moment after its last change.
    pub model: RwSignal<Arc<Model>>,
    /// That plan, and what the facts say of it.
    pub studied: Memo<Studied>,
}

impl View {
    fn new(desk: Desk) -> Self {
        let (against, model) = (RwSignal::new(Against::Then), settled(desk));
        Self { month: RwSignal::new(0), against, model, studied: studied(model, against) }
    }
}

/// A section of the screen.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    /// What has been, month by month.
    Record,
    /// Plan and fact side by side, and why profit differs.
    Compare,
    /// Six indicators, and what is proved.
    Board,
    /// Plan, fact and reforecast by quarter.
    Quarters,
    /// Two pages to print.
    Report,
}

impl Section {
    const ALL: [Section; 5] =
        [Section::Record, Section::Board, Section::Compare, Section::Quarters, Section::Report];

    fn name(self) -> Word {
        match self {
            Section::Record => Word::RUN_IN_RECORD,
            Section::Compare => Word::RUN_IN_COMPARE,
            Section::Board => Word::RUN_IN_BOARD,
            Section::Quarters => Word::RUN_IN_QUARTERS,
            Section::Report => Word::RUN_IN_REPORT,
        }
    }

    /// The id of its heading.
    const fn heading(self) -> &'static str {
        match self {
            Section::Record => "run-in-record",
            Section::Compare => "run-in-compare",
            Section::Board => "run-in-board",
            Section::Quarters => "run-in-quarters",
            Section::Report => "run-in-report",
        }
    }

    fn draw(self, desk: Desk, view: View) -> AnyView {
        match self {
            Section::Record => record::record(desk, view),
            Section::Compare => compare::compare(desk, view),
            Section::Board => board::board(desk, view),
            Section::Quarters => quarters::quarters(desk, view),
            Section::Report => report::report(desk, view),
        }
    }
}

/// What has been, held against the plan.
#[component]
pub fn RunInScreen() -> impl IntoView {
    let desk = desk();
    let view = View::new(desk);
    let titles =
        Titles { name: Word::SCREEN_RUN_IN, lead: Word::RUN_IN_LEAD, sections: Word::RUN_IN_SECTIONS };
    let piece = |own: Section| Piece { name: own.name(), heading: own.heading(), body: own.draw(desk, view) };
    sectioned(desk, "plan run-in", titles, Section::ALL.map(piece).into())
}
