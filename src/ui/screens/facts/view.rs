//! What the sections of the facts screen share: the month that is looked at, the plan that facts are held against, and
//! what the study of the facts says.

use super::settling::study_when_settled;
use crate::evidence::{Baseline, ChangesSince, PlanStudy, Reforecast, Study};
use crate::model::Model;
use crate::text::Word;
use crate::text::summaries::{
    Summary, board_summary, compared_summary, quarters_summary, recorded_summary, report_summary,
};
use crate::ui::state::Desk;
use leptos::prelude::*;
use std::sync::Arc;

/// A section of the screen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// What has been, month by month.
    Record,
    /// Six indicators, and what is proved.
    Board,
    /// Plan and fact side by side, and why profit differs.
    Compare,
    /// Plan, fact and reforecast by quarter.
    Quarters,
    /// Two pages to print.
    Report,
}

impl Section {
    /// All of them, in their order on the screen.
    pub const ALL: [Section; 5] =
        [Section::Record, Section::Board, Section::Compare, Section::Quarters, Section::Report];

    /// What it is called.
    pub fn name(self) -> Word {
        match self {
            Section::Record => Word::FACTS_SCREEN_RECORD,
            Section::Compare => Word::FACTS_SCREEN_COMPARE,
            Section::Board => Word::FACTS_SCREEN_BOARD,
            Section::Quarters => Word::FACTS_SCREEN_QUARTERS,
            Section::Report => Word::FACTS_SCREEN_REPORT,
        }
    }

    /// What it says while it is folded.
    pub fn summary(self) -> Summary {
        match self {
            Section::Record => recorded_summary,
            Section::Compare => compared_summary,
            Section::Board => board_summary,
            Section::Quarters => quarters_summary,
            Section::Report => report_summary,
        }
    }

    /// The id of its heading.
    pub const fn heading(self) -> &'static str {
        match self {
            Section::Record => "facts-record",
            Section::Compare => "facts-compare",
            Section::Board => "facts-board",
            Section::Quarters => "facts-quarters",
            Section::Report => "facts-report",
        }
    }
}

/// What is looked at on the screen.
#[derive(Clone, Copy)]
pub struct View {
    /// The month of the plan whose facts are looked at.
    pub month: RwSignal<u32>,
    /// Which plan they are held against.
    pub baseline: RwSignal<Baseline>,
    /// What the facts say, a moment after the last change; of it only that is worked out which is asked for.
    pub study: Memo<Arc<Study>>,
    /// Which sections have everything worked out that they show.
    pub progress: RwSignal<Progress>,
}

/// How far a study is worked out, section by section in their order.
#[derive(Clone)]
pub struct Progress {
    /// What is worked out; none before the first turn.
    pub compared: Option<Compared>,
    /// How many sections have all they show.
    pub sections: usize,
}

/// A study, and the plan of it that is looked at.
#[derive(Clone)]
pub struct Compared {
    /// The study.
    pub study: Arc<Study>,
    /// Which plan the facts are held against.
    pub baseline: Baseline,
}

impl Compared {
    /// The plan that facts are held against.
    pub fn plan(&self) -> &PlanStudy {
        self.study.against(self.baseline)
    }

    /// Where today's plan goes, beside that one.
    pub fn forecast(&self) -> &Reforecast {
        self.study.forecast(self.baseline)
    }

    /// What is another than a quarter ago.
    pub fn changes(&self) -> &ChangesSince {
        self.study.changes(self.baseline)
    }

    /// Whether it is the same study of the same plan.
    fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.study, &other.study) && self.baseline == other.baseline
    }
}

/// The last month of the plan with facts; the first where there are none.
fn newest_month(model: &Model) -> u32 {
    let start = model.about.start;
    let newest = model.facts.by_month().last().map(|(month, _)| *month);
    newest.and_then(|month| (0..model.about.horizon).find(|t| start.later(*t) == month)).unwrap_or_default()
}

impl View {
    /// A view of the document on the desk.
    pub fn new(desk: Desk) -> Self {
        Self {
            month: RwSignal::new(desk.model.with_untracked(newest_month)),
            baseline: RwSignal::new(Baseline::Kept),
            study: study_when_settled(desk),
            progress: RwSignal::new(Progress { compared: None, sections: 0 }),
        }
    }

    /// The study and the plan looked at, whatever is worked out of it.
    pub fn compared(self) -> Compared {
        Compared { study: self.study.get(), baseline: self.baseline.get() }
    }

    /// Draws a section as soon as all is worked out that it shows; after that it shows the last study of which that is
    /// so. A decision is answered at once where it is made, on the board.
    pub fn section(
        self,
        desk: Desk,
        section: Section,
        draw: impl Fn(Shown) -> AnyView + Send + 'static,
    ) -> AnyView {
        let shown = self.shown(desk, section);
        let is_there = Memo::new(move |_| shown.with(Option::is_some));
        let body = move || {
            let Some(first) = is_there.get().then(|| shown.get_untracked()).flatten() else {
                return view! { <div aria-busy="true"></div> }.into_any();
            };
            let shown = move |_: Option<&_>| shown.get().unwrap_or_else(|| first.clone());
            draw(Memo::new_with_compare(shown, |_, _| true))
        };
        body.into_any()
    }

    fn shown(self, desk: Desk, section: Section) -> Memo<Option<Compared>> {
        let place = Section::ALL.iter().position(|own| *own == section).unwrap_or(0);
        let shown = move |before: Option<&Option<Compared>>| {
            let now = self.compared();
            let is_ready = self.progress.with(|progress| {
                progress.sections > place && progress.compared.as_ref().is_some_and(|own| own.is(&now))
            });
            let before = before.cloned().flatten();
            let is_decided = section == Section::Board && before.is_some() && !desk.is_typing();
            if is_ready || is_decided { Some(now) } else { before }
        };
        let is_other = |one: Option<&Option<Compared>>, other: Option<&Option<Compared>>| match (
            one.and_then(Option::as_ref),
            other.and_then(Option::as_ref),
        ) {
            (Some(one), Some(other)) => !one.is(other),
            (one, other) => one.is_some() != other.is_some(),
        };
        Memo::new_with_compare(shown, is_other)
    }
}

/// What a section shows.
pub type Shown = Memo<Compared>;
