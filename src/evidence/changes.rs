//! What has changed since a quarter ago: a few lines, the greatest first.

use super::actuals::Actuals;
use super::finding::Finding;
use super::measured::Measured;
use super::plan_study::PlanStudy;
use super::reforecast::Projection;
use super::run_in::RunIn;
use super::verdict::Verdict;
use crate::number::{Exact, Money, Number};
use crate::plan::Reached;

/// Something that has changed.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// A measured figure, or what is said of it.
    Figure {
        /// Its place among the findings of now.
        at: usize,
        /// As it was counted before, in the judgement's own unit; as planned where nothing was.
        before: f64,
        /// As it is counted now.
        now: f64,
        /// The verdict before and now, where it has changed.
        verdict: Option<(Verdict, Verdict)>,
    },
    /// The month since which there is no loss.
    BreakEven {
        /// As expected before.
        before: Reached<u32>,
        /// As expected now.
        now: Reached<u32>,
    },
    /// The least money, and its month.
    Lowest {
        /// As expected before.
        before: (u32, Money<Exact>),
        /// As expected now.
        now: (u32, Money<Exact>),
    },
}

/// What is known at one time.
#[derive(Clone, Copy)]
pub struct Knowledge<'a> {
    /// What was counted in the quarter; none where it is the plan that is held against facts.
    pub quarter: Option<&'a RunIn>,
    /// What could be said with all facts up to its end.
    pub verdicts: Option<&'a RunIn>,
    /// What was expected then.
    pub projection: &'a Projection,
}

/// A change of less than this, relative to the larger value, is none.
const LEAST: f64 = 0.02;
/// What another verdict and another month of break-even weigh beside relative changes.
const VERDICT: f64 = 1.0;
const BREAK_EVEN: f64 = 0.75;

/// The greatest changes, at most so many, greatest first. Figures are of all channels together.
pub fn changes(before: Knowledge<'_>, now: Knowledge<'_>, most: usize) -> Vec<Change> {
    let mut all: Vec<(f64, Change)> = figures(before, now);
    all.extend(break_even(before.projection, now.projection));
    all.extend(lowest(before.projection, now.projection));
    let mut greatest_first = Vec::new();
    while greatest_first.len() < most {
        let greatest = (0..all.len())
            .reduce(|one, other| if weight(&all, other) > weight(&all, one) { other } else { one });
        let Some(place) = greatest else { break };
        greatest_first.push(all.remove(place).1);
    }
    greatest_first
}

fn weight(all: &[(f64, Change)], place: usize) -> f64 {
    all.get(place).map_or(0.0, |(weight, _)| *weight)
}

fn figures(before: Knowledge<'_>, now: Knowledge<'_>) -> Vec<(f64, Change)> {
    let Some(quarter) = now.quarter else { return Vec::new() };
    let change = |(at, own): (usize, &Finding)| figure(at, own, before, now);
    quarter.findings.iter().enumerate().filter(|(_, own)| own.channel.is_none()).filter_map(change).collect()
}

fn figure(at: usize, own: &Finding, before: Knowledge<'_>, now: Knowledge<'_>) -> Option<(f64, Change)> {
    let of = |run: Option<&RunIn>| run.and_then(|run| same(run, own)).map(|it| it.judgement);
    let verdict = |run: Option<&RunIn>| run.and_then(|run| same(run, own)).and_then(Finding::verdict);
    let value = own.judgement.observed?;
    let was = match before.quarter {
        Some(_) => of(before.quarter).and_then(|it| it.observed)?,
        None => own.judgement.plan,
    };
    let said = |known: Knowledge<'_>| verdict(known.verdicts).unwrap_or(Verdict::NoData);
    // What lies within the bounds of now may be noise: there is nothing to tell but another verdict.
    let (low, high) = own.judgement.interval;
    let is_noise = (low..=high).contains(&was);
    let verdict = Some((said(before), said(now))).filter(|(was, is)| was != is && before.quarter.is_some());
    let change = relative(was, value);
    let weight = change + if verdict.is_some() { VERDICT } else { 0.0 };
    (weight >= LEAST && (verdict.is_some() || !is_noise))
        .then_some((weight, Change::Figure { at, before: was, now: value, verdict }))
}

/// The same figure in another study.
fn same<'r>(run: &'r RunIn, own: &Finding) -> Option<&'r Finding> {
    let key =
        |it: &Finding| -> (Measured, Option<usize>, Option<usize>) { (it.measured, it.channel, it.stage) };
    run.findings.iter().find(|it| key(it) == key(own))
}

fn break_even(before: &Projection, now: &Projection) -> Option<(f64, Change)> {
    let (before, now) = (before.break_even, now.break_even);
    (before != now).then_some((BREAK_EVEN, Change::BreakEven { before, now }))
}

fn lowest(before: &Projection, now: &Projection) -> Option<(f64, Change)> {
    let number = |amount: Money<Exact>| amount.0.decimal().ok().map(f64::from_decimal);
    let weight = relative(number(before.lowest.1)?, number(now.lowest.1)?);
    (weight >= LEAST).then_some((weight, Change::Lowest { before: before.lowest, now: now.lowest }))
}

/// How far apart two values are, of the larger; 0 to 2.
fn relative(one: f64, other: f64) -> f64 {
    let larger = one.abs().max(other.abs());
    if larger > 0.0 && larger.is_finite() { (other - one).abs() / larger } else { 0.0 }
}

/// What has changed, and since when.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangesSince {
    /// The greatest changes, greatest first.
    pub lines: Vec<Change>,
    /// What was counted in the last quarter: the places of changed figures are of it.
    pub quarter: Option<RunIn>,
    /// The first month of the quarter before; none where facts are held against the plan.
    pub since: Option<u32>,
}

/// How many changes are listed.
const LINES: usize = 5;

/// What has changed since the last quarter with facts began; in the first one, since it was planned. `now` is where today's
/// plan goes from the facts.
pub(super) fn changes_since(plan: &PlanStudy, today: &PlanStudy, now: &Projection) -> ChangesSince {
    let Some(quarter) = plan.run_of_last_quarter() else {
        return ChangesSince { lines: Vec::new(), quarter: None, since: None };
    };
    let after = |verdicts| Knowledge { quarter: Some(quarter), verdicts, projection: now };
    let earlier = plan.run_of_quarter_before().zip(today.before_last_quarter());
    let lines = match earlier {
        Some((earlier, then)) => {
            let projection = Projection::going_on(then.expected(), &Actuals::of(then.recorded()));
            let verdicts = plan.before_last_quarter().and_then(PlanStudy::run);
            let before = Knowledge { quarter: Some(earlier), verdicts, projection: &projection };
            changes(before, after(plan.run()), LINES)
        }
        None => {
            let projection = Projection::planned(plan.outcome());
            let before = Knowledge { quarter: None, verdicts: None, projection: &projection };
            changes(before, after(None), LINES)
        }
    };
    ChangesSince { lines, quarter: Some(quarter.clone()), since: earlier.map(|(run, _)| run.window.first) }
}
