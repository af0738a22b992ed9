//! The run-in: what three months of facts say about each channel and each of six indicators.

use super::fact_rows::FactRows;
use super::figure::Figure;
use super::finding::{Finding, Window, WithoutVerdict};
use super::levers::Levers;
use super::measured::{Indicator, Measured};
use super::measurement::Measurement;
use super::passing::{PASSES, Passing};
use super::verdict::Verdict;
use crate::model::{Channel, Facts, Model, Status};
use crate::plan::Outcome;

/// Months that a channel has to be tested before it may pass.
pub const RUN_IN_MONTHS: u32 = 3;

/// How a channel came through.
#[derive(Clone, Debug, PartialEq)]
pub struct ChannelRun {
    /// Its place in the plan.
    pub at: usize,
    /// Months with recorded leads.
    pub months: u32,
    /// Whether leads are recorded of months before it begins by the plan.
    pub is_early: bool,
    /// All its figures together.
    pub verdict: Verdict,
    /// Chance that a client of it brings more than winning it costs; none before the first quarter is over, and where it cannot be told.
    pub chance: Option<f64>,
    /// What to do.
    pub next: Next,
}

/// What to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Write down what has been: nothing of it is known.
    Record,
    /// Go on: three months are not over.
    GoOn,
    /// Go on: it is not sure enough that clients bring more than they cost.
    TestOn,
    /// It has passed: call it proven.
    Pass,
    /// It is below the plan: change the plan, test on, or drop it.
    Decide,
}

/// What the facts say.
#[derive(Clone, Debug, PartialEq)]
pub struct RunIn {
    /// The months looked at.
    pub window: Window,
    /// The months that verdicts are of: whole quarters; none before the first is over.
    pub judged: Option<Window>,
    /// Every figure, of each channel and of all together.
    pub findings: Vec<Finding>,
    /// Channel by channel: those that run in these months, by the plan or by what is recorded.
    pub channels: Vec<ChannelRun>,
}

impl RunIn {
    /// The figures of an indicator, all channels together.
    pub fn of(&self, indicator: Indicator) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |it| it.channel.is_none() && it.measured.indicator() == indicator)
    }

    /// The figures of a channel.
    pub fn of_channel(&self, at: usize) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |it| it.channel == Some(at))
    }

    /// An indicator's verdict.
    pub fn verdict(&self, indicator: Indicator) -> Verdict {
        together(self.of(indicator).filter_map(Finding::verdict))
    }

    /// The figure by which an indicator has its verdict; none where it has no figure.
    pub fn deciding(&self, indicator: Indicator) -> Option<&Finding> {
        let verdict = self.verdict(indicator);
        let is = |verdict| move |finding: &&Finding| finding.verdict() == Some(verdict);
        // Where all that is known holds, it is what is not known that leaves the indicator open.
        self.of(indicator).find(is(verdict)).or_else(|| self.of(indicator).find(is(Verdict::NoData)))
    }

    /// The verdict of all indicators together.
    pub fn overall(&self) -> Verdict {
        together(Indicator::ALL.into_iter().map(|own| self.verdict(own)))
    }

    /// The figures of an indicator that are below the plan.
    pub fn below(&self, indicator: Indicator) -> impl Iterator<Item = &Finding> {
        self.of(indicator).filter(|it| it.verdict() == Some(Verdict::Below))
    }
}

/// The verdict of several figures: the worst decides; where one is open or not known, so is all, unless nothing is
/// known at all.
pub fn together(verdicts: impl Iterator<Item = Verdict>) -> Verdict {
    let all: Vec<_> = verdicts.collect();
    let any = |verdict| all.contains(&verdict);
    match () {
        () if any(Verdict::Below) => Verdict::Below,
        () if all.iter().all(|own| *own == Verdict::NoData) => Verdict::NoData,
        () if any(Verdict::Open) || any(Verdict::NoData) => Verdict::Open,
        () if any(Verdict::Holds) => Verdict::Holds,
        () => Verdict::Above,
    }
}

/// What the facts say of a plan. `plan` may be another than the document's own: as it stood then.
pub fn run_in(plan: &Model, outcome: &Outcome, facts: &Facts, window: Window) -> RunIn {
    run_in_with(plan, outcome, facts, window, &Levers::new(plan))
}

/// The same with the levers of the plan as far as they are worked out.
pub fn run_in_with(plan: &Model, outcome: &Outcome, facts: &Facts, window: Window, levers: &Levers) -> RunIn {
    let rows = FactRows::new(plan, facts, window.end);
    let measurement = Measurement { plan, outcome, facts, rows: &rows, levers: Some(levers), window };
    let judged = window.whole_quarters();
    let findings = findings(&measurement, judged);
    let is_planned = |channel: &Channel| {
        let is_over = channel.last.is_some_and(|last| last < window.first);
        channel.status != Status::Idea && channel.first < window.end && !is_over
    };
    let passing = judged.map(|_| Passing::new(plan, &findings, levers));
    let run = |(at, channel): (usize, &Channel)| {
        let recorded = measurement.recorded_months(at);
        let runs = channel.status != Status::Dropped && (is_planned(channel) || recorded > 0);
        let is_early = window.months().any(|t| t < channel.first && rows.leads(at, t).is_some());
        runs.then(|| ChannelRun { is_early, ..channel_run(at, recorded, passing.as_ref(), &findings) })
    };
    let channels = plan.channels.iter().enumerate().filter_map(run).collect();
    RunIn { window, judged, findings, channels }
}

/// The figures that a run-in will ask the levers of a plan for, each with what is planned of it: so that they can be worked out one by
/// one before.
pub(super) fn asked_of_levers(
    plan: &Model,
    outcome: &Outcome,
    facts: &Facts,
    window: Window,
) -> Vec<(Figure, f64)> {
    let rows = FactRows::new(plan, facts, window.end);
    let measurement = Measurement { plan, outcome, facts, rows: &rows, levers: None, window };
    let is_asked = |own: &Finding| own.known > 0 || own.channel.is_none();
    measurement
        .findings()
        .iter()
        .filter(|own| is_asked(own))
        .map(|own| (own.figure(), own.judgement.plan))
        .collect()
}

/// Figures and ranges of all months, verdicts of whole quarters.
fn findings(measurement: &Measurement<'_>, judged: Option<Window>) -> Vec<Finding> {
    let mut all = measurement.findings();
    let of_quarters = judged
        .filter(|judged| *judged != measurement.window)
        .map(|window| Measurement { window, ..*measurement }.findings());
    for own in &mut all {
        let verdict = verdict_of_quarters(own, judged, of_quarters.as_deref());
        own.judgement.verdict = verdict;
    }
    judge_leads_by_cost(&mut all);
    all
}

/// A figure's verdict by whole quarters; what has begun to be counted since is judged with the next.
fn verdict_of_quarters(own: &Finding, judged: Option<Window>, of_quarters: Option<&[Finding]>) -> Verdict {
    let now = own.judgement.verdict;
    match (judged, of_quarters) {
        _ if now == Verdict::NoData => now,
        (None, _) => Verdict::Open,
        (Some(_), None) => now,
        (Some(_), Some(earlier)) => {
            let earlier = earlier.iter().find(|it| it.figure() == own.figure());
            earlier
                .map(|it| it.judgement.verdict)
                .filter(|it| *it != Verdict::NoData)
                .unwrap_or(Verdict::Open)
        }
    }
}

/// Leads have no verdict of their own where what they cost has one.
fn judge_leads_by_cost(all: &mut [Finding]) {
    let is_counted = |it: &&Finding| it.measured == Measured::CostPerLead && it.known > 0;
    let costs: Vec<_> = all.iter().filter(is_counted).map(|it| (it.channel, it.known)).collect();
    for own in all.iter_mut().filter(|it| it.measured == Measured::Leads) {
        let is_one = costs.iter().any(|(channel, known)| *channel == own.channel && *known >= own.known);
        own.without_verdict = is_one.then_some(WithoutVerdict::OneWithCost);
    }
}

fn channel_run(at: usize, months: u32, passing: Option<&Passing<'_>>, findings: &[Finding]) -> ChannelRun {
    let own = findings.iter().filter(|it| it.channel == Some(at));
    let verdict = together(own.filter_map(Finding::verdict));
    let chance = passing.filter(|_| verdict != Verdict::NoData).and_then(|passing| passing.chance(at));
    let next = match verdict {
        Verdict::NoData => Next::Record,
        _ if months < RUN_IN_MONTHS || passing.is_none() => Next::GoOn,
        Verdict::Below => Next::Decide,
        _ if chance.is_some_and(|chance| chance >= PASSES) => Next::Pass,
        _ => Next::TestOn,
    };
    ChannelRun { at, months, is_early: false, verdict, chance, next }
}
