//! The run-in: what three months of facts say about each channel and each of six indicators.

use super::judgement::Judgement;
use super::measured::{Indicator, Measured};
use super::verdict::Verdict;
use crate::model::{Channel, Facts, Model, Status};
use crate::plan::Outcome;

/// Months that a channel has to be tested before it may pass.
pub const RUN_IN_MONTHS: u32 = 3;

/// Months of the plan that are looked at: from one up to another, that one not included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The first.
    pub first: u32,
    /// The one behind the last.
    pub end: u32,
}

impl Window {
    /// The months of a plan of which anything is recorded, from the run-in's first on.
    pub fn of_run_in(model: &Model) -> Option<Self> {
        let months = recorded_months(model);
        let first = model.facts.run_in.or(months.first().copied())?;
        let last = months.last().copied().filter(|last| *last >= first)?;
        Some(Self { first, end: last + 1 })
    }

    /// The months, in order.
    pub fn months(self) -> core::ops::Range<u32> {
        self.first..self.end
    }
}

/// Months of the plan of which anything is recorded, in order.
pub fn recorded_months(model: &Model) -> Vec<u32> {
    let start = model.about.start.0;
    let within = |month: u32| month.checked_sub(start).filter(|t| *t < model.about.horizon);
    model.facts.by_month().into_iter().filter_map(|(month, _)| within(month.0)).collect()
}

/// One figure against the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What was measured.
    pub measured: Measured,
    /// The place of the channel in the plan; none for all together.
    pub channel: Option<usize>,
    /// The place of the stage in the funnel, for conversions.
    pub stage: Option<usize>,
    /// The verdict and what it rests on. For leads, against planned leads as one; for the cost of a lead, leads for
    /// one unit of money: see [`Finding::shown`].
    pub judgement: Judgement,
    /// Plan and fact of each month of the window, in the measure's own unit.
    pub months: Vec<MonthFinding>,
    /// Those who have not had time for this stage: not counted.
    pub waiting: f64,
    /// The month of the plan in which it will be decided at this pace.
    pub until: Option<u32>,
}

/// Plan and fact of a month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MonthFinding {
    /// What was planned.
    pub plan: f64,
    /// What was; none where it is not recorded or nothing could be counted.
    pub fact: Option<f64>,
}

impl Finding {
    /// A value of the judgement in the measure's own unit: money for a lead, in place of leads for money; leads, in
    /// place of leads by planned leads.
    pub fn shown(&self, value: f64) -> f64 {
        match self.measured {
            Measured::CostPerLead if value > 0.0 => 1.0 / value,
            Measured::Leads => value * self.judgement.trials,
            _ => value,
        }
    }
}

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
    let sight = super::measurement::Sight { plan, outcome, facts, window };
    let findings = sight.findings();
    let is_planned = |channel: &Channel| {
        let is_over = channel.last.is_some_and(|last| last < window.first);
        channel.status != Status::Idea && channel.first < window.end && !is_over
    };
    let runs = |channel: &Channel| {
        channel.status != Status::Dropped && (is_planned(channel) || sight.told_months(channel) > 0)
    };
    let channels = plan.channels.iter().enumerate().filter(|(_, channel)| runs(channel));
    let channels = channels.map(|(at, own)| channel_run(at, sight.told_months(own), &findings)).collect();
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
