//! Which months of which channel are recorded, and what is said of it, on the plan's timeline.

use super::super::View;
use super::super::studied::Studied;
use crate::model::Model;
use crate::picture::{RUN_MAP, RunMap};
use crate::ui::charts::chart_of;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// The map of the channels.
pub fn map(desk: Desk, view: View) -> AnyView {
    let known = move |studied: &Studied| {
        let map =
            |model: &Model| desk.show(|show| RunMap::new(show, model, &studied.plan, studied.run.as_ref()));
        desk.model.with_untracked(map)
    };
    // Drawn again whenever something was studied, by the document as it is then.
    let map = Memo::new_with_compare(move |_| view.studied.with(known), |_, _| true);
    chart_of(desk, &RUN_MAP, map, true)
}
