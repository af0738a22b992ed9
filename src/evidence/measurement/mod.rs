//! Facts laid beside the plan's figures: what was counted out of how much, for every figure that a run-in tests.

mod business;
mod channels;

use super::fact_rows::FactRows;
use super::finding::{Finding, MonthFinding, Window};
use super::judgement::{Judgement, judge};
use super::measured::Measured;
use super::sample::Sample;
use super::verdict::{Claim, weight};
use crate::model::{AddOnKind, Channel, Estimate, Facts, Model, MonthFacts};
use crate::number::{Decimal, Exact, Number};
use crate::plan::Outcome;

/// A plan, what it comes to, and the facts of some months.
#[derive(Clone, Copy)]
pub(super) struct Measurement<'a> {
    pub plan: &'a Model,
    pub outcome: &'a Outcome,
    pub facts: &'a Facts,
    pub rows: &'a FactRows<'a>,
    pub window: Window,
}

/// What was counted of a figure, month by month.
#[derive(Default)]
struct Tally {
    hits: f64,
    trials: f64,
    /// Months that count.
    known: u32,
    months: Vec<MonthFinding>,
    waiting: f64,
}

impl Tally {
    /// A month: what was planned, and hits of trials where both are known.
    fn add(&mut self, plan: f64, counted: Option<(f64, f64)>) {
        let fact = counted.filter(|(_, trials)| *trials > 0.0).map(|(hits, trials)| hits / trials);
        if let Some((hits, trials)) = counted {
            self.hits += hits;
            self.trials += trials;
            self.known += 1;
        }
        self.months.push(MonthFinding { plan, fact });
    }
}

/// Whose figure it is.
#[derive(Clone, Copy)]
struct Subject {
    measured: Measured,
    channel: Option<usize>,
    stage: Option<usize>,
}

impl Subject {
    fn whole(measured: Measured) -> Self {
        Self { measured, channel: None, stage: None }
    }
}

impl Measurement<'_> {
    /// Every figure of which the plan says something.
    pub fn findings(&self) -> Vec<Finding> {
        let mut all = self.of_channels();
        all.extend(self.of_totals());
        all.extend([self.deal(), self.cycle(), self.on_promise(), self.order_cost()].into_iter().flatten());
        let service = [self.retention(), self.frequency(), self.complaints(), self.refunds()];
        all.extend(service.into_iter().flatten());
        for kind in [AddOnKind::Upsell, AddOnKind::CrossSell] {
            all.extend([self.add_on_share(kind), self.add_on_price(kind)].into_iter().flatten());
        }
        all
    }

    fn month(&self, t: u32) -> Option<&MonthFacts> {
        self.rows.month(t)
    }

    /// A figure of the whole business in a month.
    fn fact(&self, t: u32, take: impl Fn(&MonthFacts) -> Option<Decimal>) -> Option<f64> {
        self.month(t).and_then(take).map(f64::from_decimal)
    }

    fn finding<S: Sample>(
        &self,
        subject: Subject,
        tally: Tally,
        claim: &Claim,
        sample: impl FnOnce(&Tally) -> S,
    ) -> Finding {
        let Subject { measured, channel, stage } = subject;
        let sample = sample(&tally);
        let judgement = judge(claim, &sample);
        let judgement = if measured.is_judged_inversely() { judgement.inverse() } else { judgement };
        let until = self.decided_in(&judgement, sample.observations(), tally.known);
        let Tally { months, waiting, .. } = tally;
        Finding { measured, channel, stage, judgement, months, waiting, until }
    }

    /// The month in which as many more will have been observed as it takes, at the pace of `known` months so far.
    fn decided_in(&self, judgement: &Judgement, observations: f64, known: u32) -> Option<u32> {
        let by_month = observations / f64::from(known.max(1));
        let months = (judgement.to_decide?.observations / by_month).ceil();
        (by_month > 0.0 && months < 1200.0).then(|| (self.window.end - 1).saturating_add(months as u32))
    }
}

/// The plan's conversion of a stage for a channel.
pub(super) fn conversion<'a>(plan: &'a Model, channel: &'a Channel, stage: usize) -> &'a Estimate {
    static NONE: std::sync::LazyLock<Estimate> = std::sync::LazyLock::new(Estimate::default);
    let Some(stage) = plan.funnel.stages.get(stage) else { return &NONE };
    let own = channel.own.iter().find(|own| own.id == stage.id);
    own.map_or(&stage.conversion, |own| &own.conversion)
}

/// What a planned value weighs of which nobody has said what it rests on: as much as a guess.
const UNSAID: f64 = 5.0;

/// An estimate as a claim to be judged.
fn claim_of(measured: Measured, estimate: &Estimate) -> Claim {
    claim_at(measured, estimate.number(), estimate)
}

/// A planned value that rests on what an estimate rests on.
fn claim_at(measured: Measured, plan: f64, estimate: &Estimate) -> Claim {
    claim(measured, plan, weight(estimate.basis))
}

/// A planned value, in the figure's own unit, that weighs so many observations.
fn claim(measured: Measured, plan: f64, weight: f64) -> Claim {
    let better = measured.better();
    match measured.is_judged_inversely() {
        true => Claim { plan: 1.0 / plan, weight, better: better.other() },
        false => Claim { plan, weight, better },
    }
}

/// The range of an estimate, in the proportion in which the plan's figure stands to it.
fn scaled_range(estimate: &Estimate, plan: f64) -> Option<(f64, f64)> {
    let range = estimate.range?;
    let value: f64 = estimate.number();
    let scale = if value > 0.0 { plan / value } else { 1.0 };
    Some((f64::from_decimal(range.low) * scale, f64::from_decimal(range.high) * scale))
}

fn float(number: Exact) -> f64 {
    number.decimal().map_or(f64::NAN, f64::from_decimal)
}
