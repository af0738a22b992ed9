//! How sure a reforecast is: between which bounds profit and cash of later months lie.
//!
//! To the first order: each figure is put at both ends of its own band, all others staying as expected; how far that
//! moves a month's amount down and up is put together as independent errors are, by the root of the sum of squares.

use super::actuals::Actuals;
use super::learned::{learned, learned_by};
use super::recorded::{Known, Recorded};
use super::reforecast::{Projection, projection};
use super::run_in::RunIn;
use crate::model::{Facts, Model};
use crate::number::Money;
use crate::plan::Past;

/// Bounds by month; each is missed about one time in ten.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ForecastBand {
    /// Of what a month leaves.
    pub profit: Vec<(f64, f64)>,
    /// Of money at the month's end.
    pub cash: Vec<(f64, f64)>,
}

/// How far an amount may be below and above what is expected, squared.
type Apart = (f64, f64);

/// The band of what is expected; `run` is what the facts say about this plan.
pub fn forecast_band(plan: &Model, recorded: &Recorded, run: &RunIn) -> ForecastBand {
    let mut work = BandInProgress::new(plan, recorded, run);
    while work.step() {}
    work.finish()
}

/// A band being worked out figure by figure, so that a page can pause between: each takes two evaluations.
#[derive(Debug)]
pub struct BandInProgress {
    /// Without facts: they change nothing of it, and it is copied often.
    plan: Model,
    run: RunIn,
    fact: Actuals,
    past: Past<f64>,
    expected: Model,
    middle: Projection<f64>,
    /// Of profit and of cash.
    apart: [Vec<Apart>; 2],
    next: usize,
}

impl BandInProgress {
    /// With no figure looked at yet; `run` is what the facts say about this plan.
    pub fn new(plan: &Model, recorded: &Recorded, run: &RunIn) -> Self {
        let plan = Model { facts: Facts::default(), ..plan.clone() };
        let (past, fact) = (recorded.past(Known::ALL), Actuals::of(recorded));
        let expected = learned(&plan, &run.findings);
        let middle = projection(&expected, &fact, &past);
        let none = |line: &[Money<f64>]| vec![(0.0, 0.0); line.len()];
        let apart = [none(&middle.profit), none(&middle.cash)];
        Self { plan, run: run.clone(), fact, past, expected, middle, apart, next: 0 }
    }

    /// Looks at one more figure, whether the plan hangs on it or not; `false` where there is none.
    pub fn step(&mut self) -> bool {
        if self.next >= self.run.findings.len() {
            return false;
        }
        let ends = self.ends(self.next).map(|model| self.at_end(&model));
        self.next += 1;
        if ends.iter().any(Option::is_some) {
            let [low, high] = ends.map(|end| end.unwrap_or_else(|| self.middle.clone()));
            let [profit, cash] = &mut self.apart;
            widen(profit, &self.middle.profit, [&low.profit, &high.profit]);
            widen(cash, &self.middle.cash, [&low.cash, &high.cash]);
        }
        true
    }

    /// The band by the figures that were looked at.
    pub fn finish(self) -> ForecastBand {
        let [profit, cash] = self.apart;
        ForecastBand { profit: bounds(&self.middle.profit, profit), cash: bounds(&self.middle.cash, cash) }
    }

    /// The plan with one figure at both ends of its band.
    fn ends(&self, place: usize) -> [Model; 2] {
        let at = |end: fn((f64, f64)) -> f64| {
            learned_by(&self.plan, &self.run.findings, |own, finding| {
                let judgement = &finding.judgement;
                if own == place { end(judgement.interval) } else { judgement.expected }
            })
        };
        [at(|band| band.0), at(|band| band.1)]
    }

    /// What a plan comes to; none where it is the expected one: nothing of the plan hangs on the figure.
    fn at_end(&self, model: &Model) -> Option<Projection<f64>> {
        (*model != self.expected).then(|| projection(model, &self.fact, &self.past))
    }
}

fn widen(apart: &mut [Apart], middle: &[Money<f64>], ends: [&[Money<f64>]; 2]) {
    let [one, other] = ends;
    for (((down, up), middle), (one, other)) in apart.iter_mut().zip(middle).zip(one.iter().zip(other)) {
        let (one, other) = (one.0 - middle.0, other.0 - middle.0);
        let (below, above) = (one.min(other).min(0.0), one.max(other).max(0.0));
        *down += below * below;
        *up += above * above;
    }
}

fn bounds(middle: &[Money<f64>], apart: Vec<Apart>) -> Vec<(f64, f64)> {
    middle
        .iter()
        .zip(apart)
        .map(|(middle, (down, up))| (middle.0 - down.sqrt(), middle.0 + up.sqrt()))
        .collect()
}
