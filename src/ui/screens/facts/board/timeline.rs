//! Which months of which channel are recorded, and what is said of it, on the plan's timeline.

use super::super::View;
use super::super::studied::Studied;
use crate::model::{Channel, Model};
use crate::text::Show;
use crate::text::run_in::verdict_text;
use crate::ui::figures::{Tested, run_map};
use crate::ui::state::Desk;
use leptos::prelude::*;

/// The map of the channels.
pub fn map(desk: Desk, view: View) -> AnyView {
    // Drawn anew whenever something was studied, by the document as it is then.
    let known = move |_: Option<&_>| {
        view.studied.with(|studied| {
            let first = studied.run.as_ref().map(|run| run.window.first);
            let tested = |model: &Model| {
                desk.show(|show| {
                    model.channels.iter().map(|own| tested(show, model, studied, own)).collect::<Vec<_>>()
                })
            };
            (first, desk.model.with_untracked(tested))
        })
    };
    let run = Memo::new_with_compare(known, |_, _| true);
    run_map(desk, run)
}

fn tested(show: &Show<'_>, model: &Model, studied: &Studied, channel: &Channel) -> Tested {
    let leads =
        |t| model.facts.at(model.about.start.later(t)).and_then(|month| month.channel(&channel.id)?.leads);
    let recorded = (0..model.about.horizon).map(|t| if leads(t).is_some() { 1.0 } else { 0.0 }).collect();
    let at = studied.plan.channels.iter().position(|own| own.id == channel.id);
    let run = studied.run.as_ref().and_then(|run| run.channels.iter().find(|own| Some(own.at) == at));
    Tested { recorded, verdict: run.map_or_else(String::new, |run| verdict_text(show, run.verdict)) }
}
