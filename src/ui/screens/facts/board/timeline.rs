//! Which months of which channel are recorded, and what is said of it, on the plan's timeline.

use super::super::view::{Compared, Shown};
use crate::picture::{RUN_MAP, RunMap};
use crate::ui::charts::chart_of;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// The channels on their timeline.
pub fn timeline(desk: Desk, shown: Shown) -> AnyView {
    let map = move |compared: &Compared| {
        let (today, plan) = (compared.study.current().plan(), compared.plan());
        desk.show(|show| RunMap::new(show, today, plan.plan(), plan.run()))
    };
    let map = Memo::new_with_compare(move |_| shown.with(map), |_, _| true);
    chart_of(desk, &RUN_MAP, map, true)
}
