//! Money by month as planned, as it was, and as it is expected now, with the bounds of that.

use super::axes::{MONEY_BY_MONTH, first_month, zero};
use super::declaration::{Chart, Context, Finding, Form, Key, Table, float, floats};
use super::mark::{self, Picture};
use crate::chart::{Moment, MonthChart, MonthPlot, Series, Shape};
use crate::evidence::{ForecastBand, PlanStudy, Reforecast, exact, forecast_band};
use crate::judge::{ForecastEnd, forecast_finding};
use crate::number::{Exact, Money};
use crate::plan::total;
use crate::text::Word;

/// Money at each month's end.
pub static FORECAST_CASH: Chart<Forecast> = Chart {
    id: "forecast_cash",
    title: Word::QUARTERS_CHART_CASH,
    screens: &["facts"],
    paper: 880,
    input: |context| recorded(context, Forecast::cash),
    finding: |context, forecast| found(context, forecast, Word::QUARTERS_CHART_CASH_SAYS, last),
    draw,
    keys,
    table,
};

/// What each month leaves.
pub static FORECAST_PROFIT: Chart<Forecast> = Chart {
    id: "forecast_profit",
    title: Word::QUARTERS_CHART_PROFIT,
    screens: &["facts"],
    paper: 880,
    input: |context| recorded(context, Forecast::profit),
    finding: |context, forecast| found(context, forecast, Word::QUARTERS_CHART_PROFIT_SAYS, total),
    draw,
    keys,
    table,
};

/// One row of money by month of the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// As planned.
    plan: Vec<Money<Exact>>,
    /// As it was; none where it is not recorded.
    fact: Vec<Option<Money<Exact>>>,
    /// As it was where that is recorded, and as expected later.
    expected: Vec<Money<Exact>>,
    /// The bounds of what is expected; empty until they are known.
    bounds: Vec<(f64, f64)>,
    /// The last month with any fact.
    last: Option<u32>,
    /// Whether anything is recorded.
    is_begun: bool,
    /// Months of which orders are an estimate: what is expected rests on it.
    estimated: Vec<u32>,
}

impl Forecast {
    /// Money at each month's end.
    pub fn cash(reforecast: &Reforecast, band: Option<&ForecastBand>) -> Self {
        let Reforecast { plan, fact, forecast, .. } = reforecast;
        Self {
            plan: plan.cash.clone(),
            fact: fact.cash.clone(),
            expected: forecast.cash.clone(),
            bounds: band.map_or_else(Vec::new, |band| band.cash.clone()),
            ..Self::of(reforecast, band)
        }
    }

    /// What each month leaves.
    pub fn profit(reforecast: &Reforecast, band: Option<&ForecastBand>) -> Self {
        let Reforecast { plan, fact, forecast, .. } = reforecast;
        Self {
            plan: plan.profit.clone(),
            fact: fact.profit.clone(),
            expected: forecast.profit.clone(),
            bounds: band.map_or_else(Vec::new, |band| band.profit.clone()),
            ..Self::of(reforecast, band)
        }
    }

    fn of(reforecast: &Reforecast, band: Option<&ForecastBand>) -> Self {
        let last = reforecast.fact.last();
        let is_begun = last.is_some() || band.is_some();
        let estimated = reforecast.fact.estimated.clone();
        Self { plan: vec![], fact: vec![], expected: vec![], bounds: vec![], last, is_begun, estimated }
    }

    /// The month from which on a forecast is drawn: the last in which this very row is recorded.
    fn begin(&self) -> usize {
        self.fact.iter().rposition(Option::is_some).unwrap_or(0)
    }
}

/// The forecast of a document from its own facts.
fn recorded(context: &Context<'_>, of: fn(&Reforecast, Option<&ForecastBand>) -> Forecast) -> Forecast {
    let study = PlanStudy::evaluated(context.model.clone(), context.outcome.clone());
    let band = study.run().map(|run| forecast_band(context.model, study.recorded(), run));
    of(&Reforecast::new(study.outcome(), study.recorded(), study.expected()), band.as_ref())
}

/// What a row of months comes to at its end.
fn last(amounts: &[Money<Exact>]) -> Money<Exact> {
    amounts.last().copied().unwrap_or(Money::ZERO)
}

/// The plan and the forecast, each by what it comes to.
fn found(
    context: &Context<'_>,
    forecast: &Forecast,
    word: Word,
    amount: fn(&[Money<Exact>]) -> Money<Exact>,
) -> Finding {
    context.finding(&forecast_finding(ForecastEnd {
        word,
        month: u32::try_from(forecast.plan.len()).unwrap_or(u32::MAX).saturating_sub(1),
        plan: amount(&forecast.plan),
        forecast: amount(&forecast.expected),
        estimated: &forecast.estimated,
    }))
}

fn draw(context: &Context<'_>, forecast: &Forecast) -> Picture {
    let begin = forecast.begin();
    let from_begin = |values: Vec<Option<f64>>| -> Vec<_> {
        values.into_iter().enumerate().map(|(t, value)| value.filter(|_| t >= begin)).collect()
    };
    let bound = |end: fn(&(f64, f64)) -> f64| {
        from_begin(forecast.bounds.iter().map(|bound| Some(end(bound))).collect())
    };
    let (low, high) = (bound(|bound| bound.0), bound(|bound| bound.1));
    let (plan, fact) = (floats(&forecast.plan), forecast.fact.iter().map(|told| float(told.as_ref()?.0)));
    let (fact, mut expected) = (fact.collect::<Vec<_>>(), from_begin(floats(&forecast.expected)));
    if !forecast.is_begun {
        expected.fill(None);
    }
    let line = |values| Series { shape: Shape::Line, values, floor: &[], label: "" };
    let band = Series { shape: Shape::Area, values: &high, floor: &low, label: "" };
    let series = [band, line(&plan), line(&expected), line(&fact)];
    let now = context.word(Word::QUARTERS_NOW);
    let moment = forecast.last.map(|month| Moment { month: f64::from(month), label: &now });
    let moments: Vec<_> = moment.into_iter().collect();
    let ground = MONEY_BY_MONTH.ground(context, first_month(context), plan.len());
    let plot = MONEY_BY_MONTH.laid_out(context, MonthChart { series: &series, moments: &moments, ..ground });
    inked(context, &plot, &now)
}

fn inked(context: &Context<'_>, plot: &MonthPlot, now: &str) -> Picture {
    let mut picture = MONEY_BY_MONTH.picture(context, plot);
    let marks = &mut picture.marks;
    let [band, plan, expected, fact] = plot.series.as_slice() else { return picture };
    marks.push(mark::path("area guess", band.path.clone()));
    marks.extend(zero(plot));
    marks.push(mark::path("curve plan thin", plan.path.clone()));
    marks.push(mark::path("curve fact dash", expected.path.clone()));
    marks.push(mark::path("curve fact", fact.path.clone()));
    for rule in plot.moments.iter().flatten() {
        let mut line = String::new();
        mark::upright(&mut line, rule.at, plot.frame.y - 6, plot.frame.bottom());
        marks.push(mark::path("now", line));
        marks.extend(mark::text("say halo", rule.label, now.to_owned()));
    }
    picture
}

fn keys(context: &Context<'_>, forecast: &Forecast) -> Vec<Key> {
    let mut keys = vec![context.key(Form::Line, "curve plan thin", Word::QUARTERS_PLAN)];
    if forecast.is_begun {
        keys.push(context.key(Form::Line, "curve fact", Word::QUARTERS_FACT));
        keys.push(context.key(Form::Line, "curve fact dash", Word::QUARTERS_FORECAST));
    }
    if !forecast.bounds.is_empty() {
        keys.push(context.key(Form::Box, "area guess", Word::QUARTERS_BAND_KEY));
    }
    keys
}

fn table(context: &Context<'_>, forecast: &Forecast) -> Table {
    let none = || "—".to_owned();
    let money = |amount: Option<Money<Exact>>| amount.map_or_else(none, |own| context.show.money(own.0));
    let row = |(t, plan): (usize, &Money<Exact>)| {
        let bound = |end: fn(&(f64, f64)) -> f64| {
            let bound = forecast.bounds.get(t);
            bound.map_or_else(none, |bound| context.show.short_money(exact(end(bound))))
        };
        vec![
            context.show.month(u32::try_from(t).unwrap_or(0)),
            money(Some(*plan)),
            money(forecast.fact.get(t).copied().flatten()),
            money(forecast.expected.get(t).copied()),
            bound(|bound| bound.0),
            bound(|bound| bound.1),
        ]
    };
    Table {
        head: [
            Word::CHART_MONTH,
            Word::QUARTERS_PLAN,
            Word::QUARTERS_FACT,
            Word::QUARTERS_FORECAST,
            Word::QUARTERS_LOW,
            Word::QUARTERS_HIGH,
        ]
        .map(|word| context.word(word))
        .into(),
        rows: forecast.plan.iter().enumerate().map(row).collect(),
    }
}
