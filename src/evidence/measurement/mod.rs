//! Facts laid beside the plan's figures: what was counted out of how much, for every figure that a run-in tests.

mod business;
mod channels;

use super::fact_rows::FactRows;
use super::figure::Figure;
use super::finding::{Finding, MonthFinding, Window, WithoutVerdict};
use super::judgement::judge_with;
use super::levers::Levers;
use super::measured::{Measured, MeasuredIn};
use super::planned::planned_estimate;
use super::prior::{PriorScale, prior_sd, usual_sd};
use super::sample::Sample;
use super::verdict::{Claim, Floor};
use crate::model::{AddOnKind, Estimate, Facts, Model, MonthFacts};
use crate::number::{Decimal, Exact, Number};
use crate::plan::Outcome;

/// A plan, what it comes to, and the facts of some months.
#[derive(Clone, Copy)]
pub(super) struct Measurement<'a> {
    pub plan: &'a Model,
    pub outcome: &'a Outcome,
    pub facts: &'a Facts,
    pub rows: &'a FactRows<'a>,
    /// None where nobody asks for floors yet.
    pub levers: Option<&'a Levers>,
    pub window: Window,
}

/// What was counted of a figure, month by month.
#[derive(Default)]
struct Tally {
    hits: f64,
    trials: f64,
    /// Each month that counts.
    counted: Vec<Counted>,
    months: Vec<MonthFinding>,
    waiting: f64,
}

/// What was counted in a month.
#[derive(Clone, Copy)]
struct Counted {
    /// From the first month of the window on.
    month: usize,
    hits: f64,
    trials: f64,
}

impl Tally {
    /// Hits and trials of each month that counts.
    fn by_month(&self) -> Vec<(f64, f64)> {
        self.counted.iter().map(|own| (own.hits, own.trials)).collect()
    }

    /// A month: what was planned, and hits of trials where both are known.
    fn add(&mut self, plan: f64, counted: Option<(f64, f64)>) {
        let fact = counted.filter(|(_, trials)| *trials > 0.0).map(|(hits, trials)| hits / trials);
        if let Some((hits, trials)) = counted {
            self.hits += hits;
            self.trials += trials;
            self.counted.push(Counted { month: self.months.len(), hits, trials });
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
    fn figure(self) -> Figure {
        Figure { measured: self.measured, channel: self.channel, stage: self.stage }
    }

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
        sample: impl Fn(&Tally) -> S,
    ) -> Finding {
        let Subject { measured, channel, stage } = subject;
        let is_inverse = measured.is_judged_inversely();
        let planned = if is_inverse { 1.0 / claim.plan } else { claim.plan };
        // Nobody asks for the floor of what nobody counts.
        let levers = self.levers.filter(|_| !tally.counted.is_empty());
        let floor = levers.map_or(Floor::Usual, |levers| levers.floor(subject.figure(), planned));
        let claim = Claim { floor: floor_at(floor, claim.plan, is_inverse), ..*claim };
        let fresh = self.fresh(subject.figure(), &tally);
        let judgement = judge_with(&claim, &sample(&tally), &sample(fresh.as_ref().unwrap_or(&tally)));
        let judgement = if is_inverse { judgement.inverse() } else { judgement };
        let known = u32::try_from(tally.counted.len()).unwrap_or(u32::MAX);
        let without_verdict = (measured == Measured::Cycle).then_some(WithoutVerdict::NeedsDates);
        let Tally { months, waiting, .. } = tally;
        Finding {
            measured,
            channel,
            stage,
            judgement,
            months,
            waiting,
            floor,
            without_verdict,
            known,
            is_scattered: false,
        }
    }
}

impl Measurement<'_> {
    /// What was counted since facts were taken into the figure: those before are what the plan's value and range rest on. None where
    /// none were.
    fn fresh(&self, figure: Figure, tally: &Tally) -> Option<Tally> {
        let source = &planned_estimate(self.plan, figure)?.source;
        let adoption =
            self.facts.adoptions.iter().rev().find(|own| !source.is_empty() && own.source == *source)?;
        let until = (0..self.window.end).find(|t| self.plan.about.start.later(*t).key() == adoption.id);
        let since = until.unwrap_or(self.window.end).saturating_sub(self.window.first) as usize;
        let counted: Vec<_> = tally.counted.iter().filter(|own| own.month >= since).copied().collect();
        let sum = |of: fn(&Counted) -> f64| counted.iter().map(of).sum();
        let (hits, trials) = (sum(|own| own.hits), sum(|own| own.trials));
        Some(Tally { hits, trials, counted, ..Tally::default() })
    }
}

/// The floor in the unit that is judged; none for the usual one.
fn floor_at(floor: Floor, plan: f64, is_inverse: bool) -> Option<f64> {
    match floor {
        Floor::BreakEven(times) if is_inverse => Some(plan / times),
        Floor::BreakEven(times) => Some(plan * times),
        Floor::Usual | Floor::Loss => None,
    }
}

/// An estimate as a claim to be judged.
fn claim_of(measured: Measured, estimate: &Estimate) -> Claim {
    claim_at(measured, estimate.number(), estimate)
}

/// A planned value that rests on what an estimate rests on.
fn claim_at(measured: Measured, plan: f64, estimate: &Estimate) -> Claim {
    let scale = if measured.unit() == MeasuredIn::Share { PriorScale::Odds } else { PriorScale::Log };
    claim(measured, plan, prior_sd(estimate, scale))
}

/// A planned value of which nobody has said what it rests on.
fn claim_unsaid(measured: Measured, plan: f64) -> Claim {
    claim(measured, plan, usual_sd())
}

/// A planned value, in the figure's own unit, and how unsure it is.
fn claim(measured: Measured, plan: f64, prior_sd: f64) -> Claim {
    let better = measured.better();
    match measured.is_judged_inversely() {
        true => Claim { plan: 1.0 / plan, prior_sd, better: better.other(), floor: None },
        false => Claim { plan, prior_sd, better, floor: None },
    }
}

fn float(number: Exact) -> f64 {
    number.decimal().map_or(f64::NAN, f64::from_decimal)
}
