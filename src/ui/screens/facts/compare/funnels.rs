//! The funnel as planned beside the funnel as it was.

use super::super::view::Shown;
use crate::evidence::Comparison;
use crate::picture::{FUNNEL_PLANNED, FUNNEL_RECORDED, FunnelPair};
use crate::ui::charts::chart_pair;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// Both, of all channels.
pub fn funnels(desk: Desk, shown: Shown, pairs: Memo<Comparison>) -> AnyView {
    let pair = Memo::new(move |_| {
        let of = |pairs: &Comparison| {
            shown.with(|compared| {
                desk.show(|show| FunnelPair::new(show, compared.plan().plan(), &pairs.total))
            })
        };
        pairs.with(of)
    });
    chart_pair(desk, [&FUNNEL_PLANNED, &FUNNEL_RECORDED], pair)
}
