//! What has been, month by month: by channel, for the whole business, and what is still missing.

mod business;
mod cell;
mod complete;
mod doubts;
mod grid;
mod months;
mod moves;
mod planned;
mod recorded_months;
pub mod typed;

use super::import::dialog;
use super::import::importing::Importing;
use super::view::View;
use crate::evidence::Recorded;
use crate::plan::{ChannelMonths, channel_months};
use crate::text::Word;
use crate::ui::state::Desk;
use leptos::prelude::*;
use moves::Grid;
use planned::Planned;
use std::collections::BTreeMap;

/// The section.
pub fn record(desk: Desk, view: View) -> AnyView {
    let month =
        Memo::new(move |_| desk.model.with(|model| view.month.get().min(last_month(model.about.horizon))));
    let recorded = Memo::new(move |_| desk.model.with(Recorded::new));
    let channels: Memo<Vec<ChannelMonths>> = Memo::new(move |_| desk.model.with(channel_months));
    let planned = Planned { desk, channels };
    let every = RwSignal::new(false);
    let frame = grid::frame(desk, month, recorded, every);
    let (of_channels, of_business) = (grid::paths(frame), business::paths(desk, month));
    let kept = RwSignal::new(BTreeMap::new());
    let importing = Importing::new(desk, view, [of_channels, of_business], kept);
    let on = move |paths| Grid { view, paths, kept, importing };
    view! {
        <div class="flow">
            <p class="hint">
                {move || desk.word(Word::RECORD_LEAD)}
                " "<span class="only-wide">{move || desk.word(Word::RECORD_KEYS)}</span>
            </p>
            {months::months(desk, view, month, recorded, importing)}
            {grid::grid(desk, on(of_channels), frame, recorded, planned)}
            {grid::every_channel(desk, month, recorded, every)}
            {business::business(desk, on(of_business), month, planned)}
            {complete::complete(desk, view, recorded, channels, recorded_months::recorded_months(desk, view, month, recorded))}
            {dialog(importing)}
        </div>
    }
    .into_any()
}

/// The last month of a plan, counted from 0.
fn last_month(horizon: u32) -> u32 {
    horizon.clamp(1, 120) - 1
}
