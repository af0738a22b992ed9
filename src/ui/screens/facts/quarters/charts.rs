//! Cash and profit by month: as planned, as it was, as it is expected now, and how sure that is.

use super::super::held::{Held, Study};
use crate::browser::timers::{Timer, after};
use crate::evidence::{Band, Reforecast, band};
use crate::picture::{Chart, FORECAST_CASH, FORECAST_PROFIT, Forecast};
use crate::text::run_in::exact;
use crate::text::{Filling, Word};
use crate::ui::charts::chart_of;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// How long nothing changes before the bounds are worked out: they take many evaluations.
const PAUSE: u32 = 400;

/// The row of a forecast that a chart is of.
type Of = fn(&Reforecast, Option<&Band>) -> Forecast;

/// The bounds of a study, and whether they are of an older one.
#[derive(Clone, Copy)]
struct Bounds {
    band: RwSignal<Option<Band>>,
    is_old: RwSignal<bool>,
}

/// Both charts, and what is said of the bounds.
pub fn courses(desk: Desk, held: Held) -> AnyView {
    let bounds = bounds(held);
    let note = move || {
        let text =
            if bounds.is_old.get() { Some(desk.word(Word::QUARTERS_BAND_OLD)) } else { said(desk, bounds) };
        held.is_any.get().then(|| view! { <p class="hint" role="status">{text}</p> })
    };
    view! {
        {chart(desk, held, bounds, &FORECAST_CASH, Forecast::cash)}
        {note}
        {chart(desk, held, bounds, &FORECAST_PROFIT, Forecast::profit)}
    }
    .into_any()
}

/// The bounds, worked out some time after the last change.
fn bounds(held: Held) -> Bounds {
    let bounds = Bounds { band: RwSignal::new(None), is_old: RwSignal::new(true) };
    let waiting: StoredValue<Option<Timer>, LocalStorage> = StoredValue::new_local(None);
    let wait = move || {
        let task = move || {
            let Some(study) = held.today.try_get_untracked() else { return };
            let _ = bounds.band.try_set(band_of(&study));
            let _ = bounds.is_old.try_set(false);
        };
        bounds.is_old.set(true);
        waiting.set_value(Some(after(PAUSE, Box::new(task))));
    };
    Effect::watch(move || held.today.track(), move |(), _, _| wait(), true);
    bounds
}

fn band_of(study: &Study) -> Option<Band> {
    study.run.as_ref().map(|run| band(&study.plan, &study.recorded, run))
}

/// Between which amounts it ends.
fn said(desk: Desk, bounds: Bounds) -> Option<String> {
    let (low, high) = bounds.band.with(|band| band.as_ref()?.cash.last().copied())?;
    desk.show(|show| {
        let [low, high] = [low, high].map(|amount| show.short_money(exact(amount)));
        Some(
            show.phrase(Word::QUARTERS_BAND, &[("low", Filling::Text(&low)), ("high", Filling::Text(&high))]),
        )
    })
}

fn chart(desk: Desk, held: Held, bounds: Bounds, chart: &'static Chart<Forecast>, of: Of) -> AnyView {
    let of = move |forecast: &Reforecast| bounds.band.with(|band| of(forecast, band.as_ref()));
    chart_of(desk, chart, Memo::new(move |_| held.forecast.with(|forecast| of(forecast))), false)
}
