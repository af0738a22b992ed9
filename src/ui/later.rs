//! Parts of the program that are loaded when they are first needed, each a file of its own: whoever
//! only wants the first answer does not wait for them.

use super::explain::ExplainDialog;
use super::screens::{PlanScreen, ResultScreen, ShareScreen};
use super::state::{Desk, Screen, desk};
use crate::browser::timers;
use crate::text::Word;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_split_helpers::wasm_split;

/// Draws a part, once it is there.
type Draw = fn() -> AnyView;

/// A part that is loaded later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The Plan screen.
    Plan,
    /// The Result screen.
    Result,
    /// The Share screen.
    Share,
    /// How a figure is computed.
    Explanation,
}

const PARTS: [Part; 4] = [Part::Result, Part::Explanation, Part::Plan, Part::Share];

/// Which parts are there.
#[derive(Clone, Copy)]
pub struct Later {
    there: RwSignal<[Option<Draw>; PARTS.len()]>,
    failed: RwSignal<bool>,
}

impl Later {
    /// With nothing loaded.
    pub fn new() -> Self {
        Self { there: RwSignal::new([None; PARTS.len()]), failed: RwSignal::new(false) }
    }

    /// Loads a part unless it is there. A part that could not be loaded is asked for again the next
    /// time it is needed.
    pub fn need(self, part: Part) {
        if self.there.with_untracked(|there| there[part as usize].is_some()) {
            return;
        }
        spawn_local(async move {
            let draw = match part {
                Part::Plan => draw_plan().await,
                Part::Result => draw_result().await,
                Part::Share => draw_share().await,
                Part::Explanation => draw_explanation().await,
            };
            self.there.update(|there| there[part as usize] = Some(draw));
        });
    }

    /// Loads all parts in a moment when nobody waits: from then on the page needs no network.
    pub fn need_all_soon(self) {
        timers::later(1_500, Box::new(move || PARTS.into_iter().for_each(|part| self.need(part))));
    }
}

#[wasm_split(plan)]
fn draw_plan() -> Draw {
    || view! { <PlanScreen /> }.into_any()
}

#[wasm_split(result)]
fn draw_result() -> Draw {
    || view! { <ResultScreen /> }.into_any()
}

#[wasm_split(share)]
fn draw_share() -> Draw {
    || view! { <ShareScreen /> }.into_any()
}

#[wasm_split(explanation)]
fn draw_explanation() -> Draw {
    || view! { <ExplainDialog /> }.into_any()
}
