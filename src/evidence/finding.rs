//! One figure of the plan against the facts, and the months that are looked at.

use super::judgement::Judgement;
use super::measured::Measured;
use crate::model::Model;

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
}
