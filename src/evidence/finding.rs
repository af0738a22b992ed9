//! One figure of the plan against the facts, and the months that are looked at.

use super::figure::Figure;
use super::judgement::Judgement;
use super::measured::{Measured, MeasuredIn};
use super::quarter::QUARTER;
use super::verdict::{Floor, Verdict};
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

    /// The whole quarters of it, counted from its first month: a verdict is given once a quarter. None before the first is over.
    pub fn whole_quarters(self) -> Option<Self> {
        let months = self.end.saturating_sub(self.first) / QUARTER * QUARTER;
        (months > 0).then_some(Self { end: self.first + months, ..self })
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
    /// What the floor of the judgement is.
    pub floor: Floor,
    /// Why there is no verdict of its own, where there never is one.
    pub without_verdict: Option<WithoutVerdict>,
    /// Months in which anything was counted.
    pub known: u32,
    /// Whether its months differ by more than amounts of its kind do: a few large ones decide.
    pub is_scattered: bool,
}

/// Why a figure has no verdict of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WithoutVerdict {
    /// Leads, where what was spent is recorded: at a budget they are one thing with what a lead costs.
    OneWithCost,
    /// The time to a sale: a table by month holds sales that came soon and lacks those still open; only dated deals tell.
    NeedsDates,
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

    /// Of a hundred firms that are exactly on plan, how many would look as bad as this; a whole number.
    pub fn as_bad_of_hundred(&self) -> Exact {
        exact((self.judgement.chance_of_worse * 100.0).round())
    }

    /// How many observations the plan itself counts as; a whole number, at least one.
    pub fn prior_observations(&self) -> Exact {
        exact(self.judgement.prior_weight.round().max(1.0))
    }

    /// The value that it must reach to hold, in the figure's own unit.
    pub fn needed(&self) -> Exact {
        exact(self.shown(self.judgement.floor))
    }

    /// The bounds that the real value misses one time in ten each, in the figure's own unit.
    pub fn range(&self) -> (Exact, Exact) {
        let (low, high) = self.judgement.interval;
        (exact(self.shown(low)), exact(self.shown(high)))
    }

    /// The verdict; none of a figure that has none of its own.
    pub fn verdict(&self) -> Option<Verdict> {
        self.without_verdict.is_none().then_some(self.judgement.verdict)
    }

    /// The figure of the plan that it is of.
    pub fn figure(&self) -> Figure {
        Figure { measured: self.measured, channel: self.channel, stage: self.stage }
    }

    /// What it takes to tell; none where the verdict is there, or there never is one. `last` is the last month of the plan that was
    /// looked at, `judged` the months that verdicts are of.
    pub fn outlook(&self, last: u32, judged: Option<Window>) -> Option<Outlook> {
        if self.judgement.verdict != Verdict::Open {
            return None;
        }
        if judged.is_none() {
            return Some(Outlook::QuarterOpen);
        }
        let judgement = &self.judgement;
        let Some(all) = judgement.to_hold else { return Some(Outlook::Never) };
        let more = (all - judgement.observations).ceil();
        if more < 1.0 {
            return Some(Outlook::Between);
        }
        let months = (more * f64::from(self.known.max(1)) / judgement.observations).ceil();
        let more = two_digits(more);
        let is_near = months <= f64::from(PATIENCE_MONTHS);
        let months = if is_near { months as u32 } else { return Some(Outlook::Far(more)) };
        Some(Outlook::Until { more, months, until: last.saturating_add(months) })
    }
}

/// A number of which only the first two digits mean something.
fn two_digits(number: f64) -> f64 {
    let mut unit = 1.0;
    while number / unit >= 100.0 {
        unit *= 10.0;
    }
    (number / unit).ceil() * unit
}

/// Months after the last one looked at beyond which nobody waits for a verdict.
pub const PATIENCE_MONTHS: u32 = 36;

/// What it takes to reach a verdict that is still open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Outlook {
    /// The quarter is not over.
    QuarterOpen,
    /// However much is counted, a business on plan would not hold: what is needed is no less than the plan.
    Never,
    /// With as many observations a business on plan would hold in most cases: what is true lies between.
    Between,
    /// So many more observations, in more months than anybody waits.
    Far(f64),
    /// So many more observations, in so many months more, by that month of the plan.
    Until {
        /// Observations.
        more: f64,
        /// Months.
        months: u32,
        /// The month of the plan.
        until: u32,
    },
}

/// An estimate as a number that can be shown; what is no number has no value.
pub fn exact(value: impl TryInto<Decimal>) -> Exact {
    value.try_into().map_or(Exact::Undefined(Undefined::NoData), Exact::Value)
}
