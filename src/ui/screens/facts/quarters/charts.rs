//! Cash and profit by month: as planned, as it was, as it is expected now, and how sure that is.

use super::super::view::Shown;
use crate::browser::clock;
use crate::browser::timers::later;
use crate::evidence::{BandInProgress, ForecastBand, Reforecast, Study, exact};
use crate::picture::{Chart, FORECAST_CASH, FORECAST_PROFIT, Forecast};
use crate::text::{Filling, Word};
use crate::ui::charts::chart_of;
use crate::ui::state::Desk;
use leptos::prelude::*;
use std::sync::Arc;

/// How long nothing changes before the bounds are worked out: they take many evaluations. In milliseconds.
const PAUSE: u32 = 400;
/// How long one turn of that may take; one step always fits.
const TURN: f64 = 12.0;

/// The row of a forecast that a chart is of.
type Of = fn(&Reforecast, Option<&ForecastBand>) -> Forecast;

/// The last bounds that were worked out, and of which study; none of one without facts.
type Bounds = RwSignal<Option<(Arc<Study>, Option<ForecastBand>)>>;

/// Both charts, and what is said of the bounds.
pub fn charts(desk: Desk, shown: Shown, has_facts: Memo<bool>) -> AnyView {
    let bounds = bounds(shown);
    let is_of = move |own: &Arc<Study>| shown.with(|compared| Arc::ptr_eq(&compared.study, own));
    let is_old =
        Memo::new(move |_| bounds.with(|bounds| !bounds.as_ref().is_some_and(|(study, _)| is_of(study))));
    let note = move || {
        let text = if is_old.get() { Some(desk.word(Word::QUARTERS_BAND_OLD)) } else { said(desk, bounds) };
        has_facts.get().then(|| view! { <p class="hint" role="status">{text}</p> })
    };
    view! {
        {chart(desk, shown, bounds, &FORECAST_CASH, Forecast::cash)}
        {note}
        {chart(desk, shown, bounds, &FORECAST_PROFIT, Forecast::profit)}
    }
    .into_any()
}

/// The bounds of what is shown, worked out some time after the last change.
fn bounds(shown: Shown) -> Bounds {
    let bounds: Bounds = RwSignal::new(None);
    // Work on a study that is not looked at any more is left where it is.
    let current = StoredValue::new(0_u32);
    Effect::new(move |_| {
        let study = shown.with(|compared| compared.study.clone());
        let number = current.try_update_value(|number| {
            *number = number.wrapping_add(1);
            *number
        });
        let is_wanted = move || current.try_get_value() == number;
        later(PAUSE, Box::new(move || begin(study, bounds, is_wanted)));
    });
    bounds
}

fn begin(study: Arc<Study>, bounds: Bounds, is_wanted: impl Fn() -> bool + 'static) {
    if !is_wanted() {
        return;
    }
    let plan = study.current();
    match plan.run().map(|run| BandInProgress::new(plan.plan(), plan.recorded(), run)) {
        Some(work) => turn(work, study, bounds, is_wanted),
        None => drop(bounds.try_set(Some((study, None)))),
    }
}

/// Some of the work, and then the next turn.
fn turn(mut work: BandInProgress, study: Arc<Study>, bounds: Bounds, is_wanted: impl Fn() -> bool + 'static) {
    if !is_wanted() {
        return;
    }
    let begin = clock::ticks();
    while work.step() {
        if clock::ticks() - begin >= TURN {
            return later(0, Box::new(move || turn(work, study, bounds, is_wanted)));
        }
    }
    let _ = bounds.try_set(Some((study, Some(work.finish()))));
}

fn band(bounds: &Option<(Arc<Study>, Option<ForecastBand>)>) -> Option<&ForecastBand> {
    bounds.as_ref().and_then(|(_, band)| band.as_ref())
}

/// Between which amounts it ends.
fn said(desk: Desk, bounds: Bounds) -> Option<String> {
    let (low, high) = bounds.with(|bounds| band(bounds)?.cash.last().copied())?;
    desk.show(|show| {
        let [low, high] = [low, high].map(|amount| show.short_money(exact(amount)));
        Some(
            show.phrase(Word::QUARTERS_BAND, &[("low", Filling::Text(&low)), ("high", Filling::Text(&high))]),
        )
    })
}

fn chart(desk: Desk, shown: Shown, bounds: Bounds, chart: &'static Chart<Forecast>, of: Of) -> AnyView {
    let of = move |forecast: &Reforecast| bounds.with(|bounds| of(forecast, band(bounds)));
    chart_of(desk, chart, Memo::new(move |_| shown.with(|compared| of(compared.forecast()))), false)
}
