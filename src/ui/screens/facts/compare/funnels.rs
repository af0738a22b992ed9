//! The funnel as planned beside the funnel as it was.

use super::super::held::Held;
use crate::evidence::Pairs;
use crate::picture::{FUNNEL_PLANNED, FUNNEL_RECORDED, FunnelPair};
use crate::ui::charts::chart_pair;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// Both, of all channels.
pub fn funnels(desk: Desk, held: Held, pairs: Memo<Pairs>) -> AnyView {
    let pair = Memo::new(move |_| {
        let of = |pairs: &Pairs| {
            held.study.with(|study| desk.show(|show| FunnelPair::new(show, &study.plan, &pairs.total)))
        };
        pairs.with(of)
    });
    chart_pair(desk, [&FUNNEL_PLANNED, &FUNNEL_RECORDED], pair)
}
