//! Parts of the program that are loaded when they are first needed, each a file of its own: whoever
//! only wants the first answer does not wait for them.

use super::explain::ExplainDialog;
use super::fields::{BasisCard, TypingKeys, ask_currency, ask_reading};
use super::icon::mark;
use super::received::ReceivedBanner;
use super::screens::{
    DoorPanel, FactsScreen, PeopleScreen, PlanScreen, ResultScreen, ShareScreen, ShelfPart, forecast_line,
};
use super::state::{LaterRules, desk};
use super::when_free::fill_when_free;
use crate::browser::{page, sight};
use crate::desk::StepName;
use crate::judge::{figure_spreads, path_states, verdict};
use crate::loaded_later::loaded_later;
use crate::model::check;
use crate::number::reading::other_reading;
use crate::plan::evaluate;
use crate::text::{Word, know_all_words, other_currency};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_split_helpers::SplitLoaderError;

/// Draws a part, once it is there.
type Draw = fn() -> AnyView;

/// What came of loading a part.
type Loaded = Result<Draw, SplitLoaderError>;

/// A part that is loaded later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The Plan screen.
    Plan,
    /// The Result screen.
    Result,
    /// The People screen.
    People,
    /// The Facts screen.
    Facts,
    /// The Share screen.
    Share,
    /// What lies over every screen: how a figure is computed, what a number rests on.
    Explanation,
    /// What came with the page's address.
    Received,
    /// What Result says of the facts: what is expected by them.
    Forecast,
    /// Templates, my models, files: the lower part of the Start screen.
    Shelf,
    /// What the Start screen offers those who are not an owner with eight numbers.
    Doors,
}

/// In the order in which people go there.
const PARTS: [Part; 10] = [
    Part::Shelf,
    Part::Doors,
    Part::Received,
    Part::Result,
    Part::Plan,
    Part::Explanation,
    Part::People,
    Part::Facts,
    Part::Share,
    Part::Forecast,
];

/// How far a part has come.
#[derive(Clone, Copy)]
enum Progress {
    Unasked,
    Asked,
    Failed,
    There(Draw),
}

/// A part is drawn by one function only: how far it has come tells all there is to tell.
impl PartialEq for Progress {
    fn eq(&self, other: &Self) -> bool {
        core::mem::discriminant(self) == core::mem::discriminant(other)
    }
}

/// There is a place for every part.
fn progress_of(parts: &[Progress], part: Part) -> Progress {
    parts.get(part as usize).copied().unwrap_or(Progress::Unasked)
}

/// Which parts are there.
#[derive(Clone, Copy)]
pub struct Later {
    parts: RwSignal<[Progress; PARTS.len()]>,
    /// Takes what the first answer does without, once it is there.
    rules: RwSignal<Option<LaterRules>>,
}

impl Later {
    /// With nothing loaded.
    pub fn new(rules: RwSignal<Option<LaterRules>>) -> Self {
        Self { parts: RwSignal::new([Progress::Unasked; PARTS.len()]), rules }
    }

    /// Whether a part is there.
    pub fn is_there(self, part: Part) -> bool {
        matches!(self.progress(part), Progress::There(_))
    }

    fn progress(self, part: Part) -> Progress {
        self.parts.with_untracked(|parts| progress_of(parts, part))
    }

    /// Loads a part unless it is there or on its way. One that could not be loaded is asked for again.
    pub fn need(self, part: Part) {
        if !matches!(self.progress(part), Progress::Asked | Progress::There(_)) {
            self.set(part, Progress::Asked);
            spawn_local(self.load(part));
        }
    }

    async fn load(self, part: Part) {
        let draw = match part {
            Part::Plan => draw_plan().await,
            Part::Result => draw_result().await,
            Part::People => draw_people().await,
            Part::Facts => draw_facts().await,
            Part::Share => draw_share().await,
            Part::Explanation => draw_explanation().await,
            Part::Forecast => draw_forecast().await,
            Part::Shelf => draw_shelf().await,
            Part::Doors => draw_doors().await,
            Part::Received => draw_received().await,
        };
        if !matches!(part, Part::Received | Part::Shelf | Part::Forecast) {
            self.settle().await;
        }
        self.set(part, draw.map_or(Progress::Failed, Progress::There));
    }

    /// Waits for what would move a screen under the hand if it came after it: its style sheet, and what is the
    /// matter with the document.
    async fn settle(self) {
        page::later_sheet().await;
        if self.rules.with_untracked(Option::is_none) {
            // Without it nothing is said to be the matter; the parts say that they did not come.
            if let Ok(rules) = later_rules().await {
                self.rules.set(Some(rules));
            }
        }
    }

    fn set(self, part: Part, progress: Progress) {
        self.parts.update(|parts| {
            if let Some(own) = parts.get_mut(part as usize) {
                *own = progress;
            }
        });
    }

    /// Loads all parts, one after the other, whenever nobody waits: from then on the page needs no network.
    pub fn need_all_when_idle(self) {
        spawn_local(async move {
            for part in PARTS {
                sight::idle().await;
                if self.progress(part) == Progress::Unasked {
                    self.set(part, Progress::Asked);
                    self.load(part).await;
                }
            }
        });
    }
}

/// A part in its place: itself, or that it is coming, or that it did not come.
#[component]
pub fn Place(
    /// Which part.
    part: Part,
    /// Whether its place stays empty until it is there.
    #[prop(optional)]
    quiet: bool,
) -> impl IntoView {
    let (desk, later) = (desk(), expect_context::<Later>());
    let again = move |_| later.need(part);
    let progress = Memo::new(move |_| later.parts.with(|parts| progress_of(parts, part)));
    move || match progress.get() {
        Progress::There(draw) => draw(),
        Progress::Failed if !quiet => view! {
            <div class="message" data-tone="bad" role="alert">
                {mark("m-bad")}
                <p>{desk.word(Word::LATER_FAILED)}</p>
                <button type="button" on:click=again>{desk.word(Word::LATER_AGAIN)}</button>
            </div>
        }
        .into_any(),
        _ if quiet => ().into_any(),
        _ => view! { <div class="card" aria-busy="true"><i class="bone w20"></i></div> }.into_any(),
    }
}

loaded_later! {
    #[part(screens)]
    fn draw_plan() -> Loaded {
        know_all_words();
        Ok(|| view! { <PlanScreen /> }.into_any())
    }

    #[part(screens)]
    fn draw_result() -> Loaded {
        know_all_words();
        Ok(|| view! { <ResultScreen /> }.into_any())
    }

    #[part(people)]
    fn draw_people() -> Loaded {
        know_all_words();
        Ok(|| view! { <PeopleScreen /> }.into_any())
    }

    #[part(facts)]
    fn draw_facts() -> Loaded {
        know_all_words();
        Ok(|| view! { <FactsScreen /> }.into_any())
    }

    #[part(screens)]
    fn draw_share() -> Loaded {
        know_all_words();
        Ok(|| view! { <ShareScreen /> }.into_any())
    }

    #[part(facts)]
    fn draw_forecast() -> Loaded {
        know_all_words();
        Ok(|| forecast_line(desk()))
    }

    #[part(screens)]
    fn draw_explanation() -> Loaded {
        know_all_words();
        Ok(|| {
            let desk = desk();
            fill_when_free(desk, desk.spreads, |desk| desk.model.with_untracked(figure_spreads));
            view! { <ExplainDialog /><BasisCard /><TypingKeys /> }.into_any()
        })
    }

    #[part(screens)]
    fn later_rules() -> Result<LaterRules, SplitLoaderError> {
        know_all_words();
        Ok(LaterRules { evaluate, check, step_text: StepName::text, verdict, other_reading, ask_reading, other_currency, ask_currency, path_states })
    }

    #[part(keeping)]
    fn draw_shelf() -> Loaded {
        know_all_words();
        Ok(|| view! { <ShelfPart /> }.into_any())
    }

    #[part(keeping)]
    fn draw_doors() -> Loaded {
        know_all_words();
        Ok(|| view! { <DoorPanel /> }.into_any())
    }

    #[part(keeping)]
    fn draw_received() -> Loaded {
        know_all_words();
        Ok(|| view! { <ReceivedBanner /> }.into_any())
    }
}
