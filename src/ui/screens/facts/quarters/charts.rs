//! Cash and profit by month: as planned, as it was, as it is expected now, and how sure that is.

use super::super::held::{Held, Study};
use crate::browser::timers::{Timer, after};
use crate::evidence::{Band, Reforecast, band};
use crate::number::{Exact, Money, Number};
use crate::plan::total;
use crate::text::findings::Finding;
use crate::text::run_in::exact;
use crate::text::{Filling, Word};
use crate::ui::figures::{Drawn, Table, course_chart, course_keys, floats};
use crate::ui::state::Desk;
use leptos::prelude::*;

/// How long nothing changes before the bounds are worked out: they take many evaluations.
const PAUSE: u32 = 400;

/// What a chart is of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    Cash,
    Profit,
}

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
        {chart(desk, held, bounds, Of::Cash)}
        {note}
        {chart(desk, held, bounds, Of::Profit)}
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

fn chart(desk: Desk, held: Held, bounds: Bounds, of: Of) -> AnyView {
    let title = if of == Of::Cash { Word::QUARTERS_CHART_CASH } else { Word::QUARTERS_CHART_PROFIT };
    let drawn = Memo::new(move |_| {
        held.forecast.with(|forecast| bounds.band.with(|band| drawn(desk, forecast, band.as_ref(), of)))
    });
    let table = move || {
        held.forecast.with(|forecast| bounds.band.with(|band| table(desk, forecast, band.as_ref(), of)))
    };
    course_chart(desk, title, drawn, Word::QUARTERS_NOW, table)
}

/// Plan, fact, forecast and bounds.
type Lines<'a> = (&'a [Money<Exact>], &'a [Option<Money<Exact>>], &'a [Money<Exact>], &'a [(f64, f64)]);

fn lines<'a>(forecast: &'a Reforecast, band: Option<&'a Band>, of: Of) -> Lines<'a> {
    let Reforecast { plan, fact, forecast, .. } = forecast;
    match of {
        Of::Cash => (&plan.cash, &fact.cash, &forecast.cash, band.map_or(&[], |band| &band.cash)),
        Of::Profit => (&plan.profit, &fact.profit, &forecast.profit, band.map_or(&[], |band| &band.profit)),
    }
}

fn drawn(desk: Desk, forecast: &Reforecast, band: Option<&Band>, of: Of) -> Drawn {
    let (plan, fact, next, bounds) = lines(forecast, band, of);
    let last = (0..).zip(fact).filter(|(_, told)| told.is_some()).map(|(t, _)| t).last();
    let from = last.unwrap_or(0) as usize;
    let behind = |values: Vec<Option<f64>>| {
        values.into_iter().enumerate().map(|(t, value)| value.filter(|_| t >= from)).collect::<Vec<_>>()
    };
    let has_facts = forecast.fact.last().is_some() || band.is_some();
    let edge = |end: fn(&(f64, f64)) -> f64| behind(bounds.iter().map(|bound| Some(end(bound))).collect());
    let keys = [Word::QUARTERS_PLAN, Word::QUARTERS_FACT, Word::QUARTERS_FORECAST, Word::QUARTERS_BAND_KEY];
    Drawn {
        finding: finding(desk, forecast, of),
        plan: floats(plan),
        fact: fact.iter().map(|told| told.and_then(|amount| floats(&[amount]).pop().flatten())).collect(),
        forecast: if has_facts { behind(floats(next)) } else { vec![None; next.len()] },
        band: [edge(|bound| bound.0), edge(|bound| bound.1)],
        now: forecast.fact.last(),
        keys: course_keys(desk, keys, has_facts, !bounds.is_empty()),
    }
}

fn finding(desk: Desk, forecast: &Reforecast, of: Of) -> Finding {
    let (plan, _, next, _) = lines(forecast, None, of);
    let amount = |line: &[Money<Exact>]| match of {
        Of::Cash => line.last().copied().unwrap_or(Money::ZERO),
        Of::Profit => total(line),
    };
    let (plan, next) = (amount(plan), amount(next));
    if plan.0.reason().is_some() || next.0.reason().is_some() {
        return Finding { text: desk.word(Word::QUARTERS_CHART_UNKNOWN), drawable: false };
    }
    let word = if of == Of::Cash { Word::QUARTERS_CHART_CASH_SAYS } else { Word::QUARTERS_CHART_PROFIT_SAYS };
    let text = desk.show(|show| {
        let month = show.month(forecast.outcome.months().saturating_sub(1));
        let [plan, next] = [plan, next].map(|amount| show.money(amount.0));
        let fillings = [
            ("month", Filling::Text(month.as_str())),
            ("plan", Filling::Text(plan.as_str())),
            ("forecast", Filling::Text(next.as_str())),
        ];
        show.phrase(word, &fillings)
    });
    Finding { text, drawable: true }
}

fn table(desk: Desk, forecast: &Reforecast, band: Option<&Band>, of: Of) -> Table {
    let (plan, fact, next, bounds) = lines(forecast, band, of);
    let head = [
        Word::CHART_MONTH,
        Word::QUARTERS_PLAN,
        Word::QUARTERS_FACT,
        Word::QUARTERS_FORECAST,
        Word::QUARTERS_LOW,
        Word::QUARTERS_HIGH,
    ];
    let row = |(t, plan): (usize, &Money<Exact>)| {
        desk.show(|show| {
            let money = |amount: Option<Money<Exact>>| {
                amount.map_or_else(|| "—".into(), |amount| show.money(amount.0))
            };
            let bound = |end: fn(&(f64, f64)) -> f64| {
                bounds.get(t).map_or_else(|| "—".into(), |bound| show.short_money(exact(end(bound))))
            };
            let month = show.month(u32::try_from(t).unwrap_or(0));
            let fact = fact.get(t).copied().flatten();
            vec![
                month,
                money(Some(*plan)),
                money(fact),
                money(next.get(t).copied()),
                bound(|bound| bound.0),
                bound(|bound| bound.1),
            ]
        })
    };
    Table { head: head.map(|word| desk.word(word)).into(), rows: plan.iter().enumerate().map(row).collect() }
}
