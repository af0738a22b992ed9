//! Where every figure stands beside its plan, in one look.

use super::super::view::{Compared, Shown};
use crate::picture::{INDICATORS, Indicators};
use crate::ui::charts::chart_of;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// All figures that were counted, on one scale.
pub fn overview(desk: Desk, shown: Shown) -> AnyView {
    let figures = move |compared: &Compared| {
        let plan = compared.plan();
        desk.show(|show| Indicators::new(show, plan.plan(), plan.run()))
    };
    let figures = Memo::new_with_compare(move |_| shown.with(figures), |_, _| true);
    chart_of(desk, &INDICATORS, figures, true)
}
