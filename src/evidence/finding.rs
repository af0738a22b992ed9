//! One figure of the plan against the facts, and the months that are looked at.

use super::judgement::{Judgement, ToDecide};
use super::measured::{Measured, MeasuredIn};
use super::verdict::Verdict;
use crate::model::Model;
use crate::number::{Decimal, Exact, Undefined};

/// Months of the plan that are looked at: from one up to another, that one not included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The first.
    pub first: u32,
    /// The month after the last.
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
    /// The verdict and what it rests on, in the measure's own unit; for leads, against planned leads as one: see
    /// [`Finding::shown`].
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
    /// A value of the judgement as it is shown: of leads how many, in place of how many by planned ones.
    pub fn shown(&self, value: f64) -> f64 {
        match self.measured {
            Measured::Leads => value * self.judgement.trials,
            _ => value,
        }
    }

    /// What was planned, in the figure's own unit.
    pub fn planned(&self) -> Exact {
        exact(self.shown(self.judgement.plan))
    }

    /// What was observed, in the figure's own unit; none where nothing could be counted.
    pub fn observed(&self) -> Option<Exact> {
        let is_endless = self.measured == Measured::CostPerLead && self.judgement.hits <= 0.0;
        let is_nothing = is_endless || self.is_impossible();
        self.judgement.observed.filter(|_| !is_nothing).map(|value| exact(self.shown(value)))
    }

    /// What is expected from now on, in the figure's own unit.
    pub fn expected(&self) -> Exact {
        exact(self.shown(self.judgement.expected))
    }

    /// Whether more than all did it, or fewer than none.
    pub fn is_impossible(&self) -> bool {
        let judgement = &self.judgement;
        self.measured.unit() == MeasuredIn::Share && !(0.0..=judgement.trials).contains(&judgement.hits)
    }

    /// What it takes to tell; none where the verdict is there. `last` is the last month of the plan that was looked
    /// at.
    pub fn outlook(&self, last: u32) -> Option<Outlook> {
        if self.judgement.verdict != Verdict::NotYet {
            return None;
        }
        let Some(more) = self.judgement.to_decide else { return Some(Outlook::Never) };
        let until = self.until.filter(|until| *until <= last.saturating_add(PATIENCE_MONTHS));
        Some(until.map_or(Outlook::Far(more), |until| Outlook::Until(more, until)))
    }
}

/// Months after the last one looked at beyond which nobody waits for a verdict.
pub const PATIENCE_MONTHS: u32 = 60;

/// What it takes to reach a verdict that is still open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Outlook {
    /// However much is counted, it does not tell.
    Never,
    /// So much more, in more months than anybody waits.
    Far(ToDecide),
    /// So much more, by that month of the plan.
    Until(ToDecide, u32),
}

/// An estimate as a number that can be shown; what is no number has no value.
pub fn exact(value: impl TryInto<Decimal>) -> Exact {
    value.try_into().map_or(Exact::Undefined(Undefined::NoData), Exact::Value)
}
