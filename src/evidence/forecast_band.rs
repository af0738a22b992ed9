//! How sure a reforecast is: between which bounds profit and cash of later months lie.
//!
//! To the first order: each figure is put at both ends of its own band, all others staying as expected; how far that
//! moves a month's amount down and up is put together as independent errors are, by the root of the sum of squares.

use super::learned::{learned, learned_at};
use super::recorded::{Known, Recorded};
use super::reforecast::{Been, Course, course};
use super::run_in::RunIn;
use crate::model::Model;
use crate::number::Money;
use crate::plan::Past;

/// Bounds by month; each is missed about one time in ten.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Band {
    /// Of what a month leaves.
    pub profit: Vec<(f64, f64)>,
    /// Of money at the month's end.
    pub cash: Vec<(f64, f64)>,
}

/// How far an amount may be below and above what is expected, squared.
type Apart = (f64, f64);

/// The band of what is expected; `run` is what the facts say about this plan.
pub fn band(plan: &Model, recorded: &Recorded, run: &RunIn) -> Band {
    let (past, fact) = (recorded.past(Known::ALL), Been::of(recorded));
    let expected = learned(plan, run);
    let middle = course(&expected, &fact, &past);
    let mut apart = [vec![(0.0, 0.0); middle.profit.len()], vec![(0.0, 0.0); middle.cash.len()]];
    for place in 0..run.findings.len() {
        let ends = ends(plan, run, place).map(|model| at_end(&model, &expected, &fact, &past));
        let [low, high] = ends.map(|end| end.unwrap_or_else(|| middle.clone()));
        let [profit, cash] = &mut apart;
        widen(profit, &middle.profit, [&low.profit, &high.profit]);
        widen(cash, &middle.cash, [&low.cash, &high.cash]);
    }
    let [profit, cash] = apart;
    Band { profit: bounds(&middle.profit, profit), cash: bounds(&middle.cash, cash) }
}

/// The plan with one figure at both ends of its band.
fn ends(plan: &Model, run: &RunIn, place: usize) -> [Model; 2] {
    let at = |end: fn((f64, f64)) -> f64| {
        learned_at(plan, run, |own, finding| {
            let judgement = &finding.judgement;
            if own == place { end(judgement.band) } else { judgement.expected }
        })
    };
    [at(|band| band.0), at(|band| band.1)]
}

/// What a plan comes to; none where it is the expected one: nothing of the plan hangs on the figure.
fn at_end(model: &Model, expected: &Model, fact: &Been, past: &Past<f64>) -> Option<Course<f64>> {
    (model != expected).then(|| course(model, fact, past))
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
