//! The run-in: what three months of facts say about each channel and each of six indicators.

use super::fact_rows::FactRows;
use super::finding::{Finding, Window};
use super::measured::Indicator;
use super::measurement::Measurement;
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
    /// All its figures together.
    pub verdict: Verdict,
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
    /// Go on: three months were not enough to tell.
    TestOn,
    /// It has passed: call it proven.
    Pass,
    /// It keeps less than was planned, but three months are not over: wait, or change the plan at once.
    Early,
    /// It keeps less than was planned: change the plan, test on, or drop it.
    Decide,
}

/// What the facts say.
#[derive(Clone, Debug, PartialEq)]
pub struct RunIn {
    /// The months looked at.
    pub window: Window,
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
        together(self.of(indicator).map(|it| it.judgement.verdict))
    }

    /// The figure by which an indicator has its verdict; none where it has no figure.
    pub fn deciding(&self, indicator: Indicator) -> Option<&Finding> {
        let verdict = self.verdict(indicator);
        let is = |verdict| move |finding: &&Finding| finding.judgement.verdict == verdict;
        // Where all that is known is proved, it is what is not known that leaves the indicator open.
        self.of(indicator).find(is(verdict)).or_else(|| self.of(indicator).find(is(Verdict::NoData)))
    }

    /// The verdict of all indicators together.
    pub fn overall(&self) -> Verdict {
        together(Indicator::ALL.into_iter().map(|own| self.verdict(own)))
    }

    /// The figures of an indicator that disprove the plan.
    pub fn disproved(&self, indicator: Indicator) -> impl Iterator<Item = &Finding> {
        self.of(indicator).filter(|it| it.judgement.verdict == Verdict::Disproved)
    }
}

/// The verdict of several figures: the worst decides; where one is open or not known, so is all, unless nothing is
/// known at all.
pub fn together(verdicts: impl Iterator<Item = Verdict>) -> Verdict {
    let all: Vec<_> = verdicts.collect();
    let any = |verdict| all.contains(&verdict);
    match () {
        () if any(Verdict::Disproved) => Verdict::Disproved,
        () if !any(Verdict::Proved) && !any(Verdict::NotYet) => Verdict::NoData,
        () if any(Verdict::NotYet) || any(Verdict::NoData) => Verdict::NotYet,
        () => Verdict::Proved,
    }
}

/// What the facts say of a plan. `plan` may be another than the document's own: as it stood then.
pub fn run_in(plan: &Model, outcome: &Outcome, facts: &Facts, window: Window) -> RunIn {
    let rows = FactRows::new(plan, facts, window.end);
    let measurement = Measurement { plan, outcome, facts, rows: &rows, window };
    let findings = measurement.findings();
    let is_planned = |channel: &Channel| {
        let is_over = channel.last.is_some_and(|last| last < window.first);
        channel.status != Status::Idea && channel.first < window.end && !is_over
    };
    let run = |(at, channel): (usize, &Channel)| {
        let recorded = measurement.recorded_months(at);
        let runs = channel.status != Status::Dropped && (is_planned(channel) || recorded > 0);
        runs.then(|| channel_run(at, recorded, &findings))
    };
    let channels = plan.channels.iter().enumerate().filter_map(run).collect();
    RunIn { window, findings, channels }
}

fn channel_run(at: usize, months: u32, findings: &[Finding]) -> ChannelRun {
    let own = findings.iter().filter(|it| it.channel == Some(at));
    let verdict = together(own.map(|it| it.judgement.verdict));
    let next = match verdict {
        Verdict::NoData => Next::Record,
        Verdict::Disproved if months < RUN_IN_MONTHS => Next::Early,
        Verdict::Disproved => Next::Decide,
        _ if months < RUN_IN_MONTHS => Next::GoOn,
        Verdict::Proved => Next::Pass,
        Verdict::NotYet => Next::TestOn,
    };
    ChannelRun { at, months, verdict, next }
}
