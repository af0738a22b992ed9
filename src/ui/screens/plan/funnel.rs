//! From a lead to a client: the stages, and how many pass each.

use super::effect::{Line, effect, figure_pair, pairs};
use super::part::{Part, part};
use super::table::{Sheet, table};
use crate::picture::FUNNEL;
use crate::plan::Place;
use crate::text::{Word, hint};
use crate::ui::charts::picture;
use crate::ui::fields::ChoiceField;
use crate::ui::state::Desk;
use leptos::prelude::*;

const SHEET: Sheet =
    Sheet { columns: &["name", "conversion", "days", "process"], more: Some(details), ..Sheet::PLAIN };

/// What of a stage moves few answers much.
fn details(_: Desk, path: &str) -> AnyView {
    view! { <div class="fields"><ChoiceField path=format!("{path}/delay") /></div> }.into_any()
}

/// As wide as the style sheet lets a picture beside fields grow, in pixels.
const MOST: i32 = 352;

/// The part on the funnel.
pub fn funnel(desk: Desk, here: RwSignal<Part>) -> AnyView {
    let body = view! {
        <div class="body">
            <div class="flow">{table(desk, "funnel/stages", SHEET, true)}</div>
            {effect(desk, Part::Funnel, passes(desk))}
        </div>
    };
    let about = view! { <p>{move || desk.show(|show| hint(show, "funnel/stages"))}</p> };
    part(desk, here, Part::Funnel, Some(about.into_any()), body.into_any())
}

fn passes(desk: Desk) -> AnyView {
    let line = |id| figure_pair(desk, id, Place::Whole, Line::Plain);
    let lines = ["leads", "conversion", "clients", "clients_later"].map(line);
    view! {
        {picture(desk, &FUNNEL, MOST)}
        {pairs(desk, Word::PLAN_OVER_PLAN, lines.into())}
    }
    .into_any()
}
