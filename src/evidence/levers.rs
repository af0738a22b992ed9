//! What each figure does to the plan, that figure alone moved: where the plan still breaks even, and how what a client brings by what it
//! costs goes along with it. Facts change nothing of it, so it is worked out once for a plan.

use super::distributions::LEAST;
use super::figure::Figure;
use super::figure_in_plan::{has_field, moved};
use super::verdict::{Better, Floor};
use crate::model::{Facts, Model};
use crate::plan::{Outcome, evaluate, total};
use std::sync::{Mutex, OnceLock};

/// The figures of a plan as levers of it, each worked out when it is first asked for.
#[derive(Debug)]
pub struct Levers {
    /// Without facts: it is copied often.
    plan: Model,
    at_plan: OnceLock<Outcome<f64>>,
    floors: Mutex<Vec<(Figure, Floor)>>,
    slopes: Mutex<Vec<(Figure, Vec<f64>)>>,
}

/// Beyond so many times the plan nobody looks.
const MOST_TIMES: f64 = 10.0;
/// The first step to the bad side: to the usual part of the plan.
const FIRST_STEP: f64 = 0.3;
/// How many evaluations are made for a floor; the first two are enough where profit goes along with the figure.
const MOST_STEPS: usize = 8;
/// So near to no profit, as a part of the plan's, is near enough.
const NEAR: f64 = 0.002;
/// How far a figure is moved to see which way the plan goes.
const NUDGE: f64 = 0.02;

impl Levers {
    /// Of a plan; nothing is worked out yet.
    pub fn new(plan: &Model) -> Self {
        let plan = Model { facts: Facts::default(), ..plan.clone() };
        Self {
            plan,
            at_plan: OnceLock::new(),
            floors: Mutex::new(Vec::new()),
            slopes: Mutex::new(Vec::new()),
        }
    }

    /// The floor of a figure that is planned at `planned`, in its own unit.
    pub fn floor(&self, figure: Figure, planned: f64) -> Floor {
        known_or(&self.floors, figure, || self.floor_afresh(figure, planned))
    }

    /// By channel, by how many per cent the ratio of what a client brings to what winning it costs grows with one per cent of a figure.
    /// Not a number where there is no such ratio.
    pub fn slopes(&self, figure: Figure, planned: f64) -> Vec<f64> {
        known_or(&self.slopes, figure, || self.slopes_afresh(figure, planned))
    }

    fn at_plan(&self) -> &Outcome<f64> {
        self.at_plan.get_or_init(|| evaluate(&self.plan))
    }

    fn at(&self, figure: Figure, planned: f64, times: f64) -> Outcome<f64> {
        evaluate(&moved(&self.plan, figure, planned, times))
    }

    fn floor_afresh(&self, figure: Figure, planned: f64) -> Floor {
        if !can_move(figure, planned) {
            return Floor::Usual;
        }
        let at_plan = profit(self.at_plan());
        if at_plan < 0.0 {
            return Floor::Loss;
        }
        let worse = to_the_bad(figure);
        let most = if figure.measured.better() == Better::More { 1.0 } else { MOST_TIMES - 1.0 };
        let profit = |step: f64| profit(&self.at(figure, planned, worse(step)));
        break_even(at_plan, most, profit).map_or(Floor::Usual, |step| Floor::BreakEven(worse(step)))
    }

    fn slopes_afresh(&self, figure: Figure, planned: f64) -> Vec<f64> {
        if !can_move(figure, planned) {
            return vec![0.0; self.plan.channels.len()];
        }
        let times = to_the_bad(figure)(NUDGE);
        let (here, there) = (self.at_plan(), self.at(figure, planned, times));
        let slope = |at: usize| (ratio(&there, at) / ratio(here, at)).ln() / times.ln();
        (0..self.plan.channels.len()).map(slope).collect()
    }
}

/// What is known of a figure, or is worked out now.
fn known_or<T: Clone>(known: &Mutex<Vec<(Figure, T)>>, figure: Figure, work: impl FnOnce() -> T) -> T {
    let found =
        known.lock().ok().and_then(|known| known.iter().find(|own| own.0 == figure).map(|own| own.1.clone()));
    found.unwrap_or_else(|| {
        let new = work();
        if let Ok(mut known) = known.lock() {
            known.push((figure, new.clone()));
        }
        new
    })
}

/// So many times the plan, by how far it is moved to the bad side.
fn to_the_bad(figure: Figure) -> fn(f64) -> f64 {
    match figure.measured.better() {
        Better::More => |step| 1.0 - step,
        Better::Less => |step| 1.0 + step,
    }
}

/// Whether a field of the plan holds the figure, and something is planned of it.
fn can_move(figure: Figure, planned: f64) -> bool {
    has_field(figure.measured) && planned > 0.0
}

/// What all months of a plan together leave; not a number where that is undefined.
fn profit(outcome: &Outcome<f64>) -> f64 {
    total(&outcome.statement.profit).0
}

/// What a client of a channel brings by what winning it costs, pay for that included; not a number where either is nothing.
pub(super) fn ratio(outcome: &Outcome<f64>, channel: usize) -> f64 {
    let ratio = outcome.channels.get(channel).map_or(f64::NAN, |own| own.acquisition.ltv_to_cac_loaded.0);
    if ratio > LEAST { ratio } else { f64::NAN }
}

/// The step from the plan, up to `most`, at which no profit is left; none where some is left everywhere. By false position, where
/// the end that stays counts half the next time.
fn break_even(at_plan: f64, most: f64, profit: impl Fn(f64) -> f64) -> Option<f64> {
    let ((mut low, mut left), mut next) = ((0.0, at_plan), FIRST_STEP.min(most));
    let mut high: Option<(f64, f64)> = None;
    for _ in 0..MOST_STEPS {
        let here = profit(next);
        if here.is_nan() {
            return None;
        }
        if here >= 0.0 {
            if next >= most {
                return None;
            }
            let slope = (left - here) / (next - low);
            (low, left) = (next, here);
            high = high.map(|(step, loss)| (step, loss / 2.0));
            if high.is_none() {
                let ahead = if slope > 0.0 { low + here / slope } else { most };
                next = ahead.min(most);
            }
        } else {
            left = if high.is_some() { left / 2.0 } else { left };
            high = Some((next, here));
        }
        if here.abs() <= at_plan * NEAR {
            return Some(next.min(most));
        }
        if let Some((step, loss)) = high {
            next = low + (step - low) * left / (left - loss);
        }
    }
    high.map(|_| low)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_profit_goes_along_two_evaluations_are_enough() {
        let calls = std::cell::Cell::new(0);
        let line = |step: f64| {
            calls.set(calls.get() + 1);
            100.0 - 250.0 * step
        };
        assert!((break_even(100.0, 1.0, line).unwrap() - 0.4).abs() < 1e-9);
        assert_eq!(calls.get(), 2);
    }

    #[test]
    fn a_profit_that_bends_is_followed() {
        let bent = |step: f64| 100.0 - 250.0 * step * step;
        assert!((break_even(100.0, 1.0, bent).unwrap() - 0.4_f64.sqrt()).abs() < 0.01);
        let cliff = |step: f64| if step < 0.15 { 100.0 } else { -100.0 };
        assert!(break_even(100.0, 1.0, cliff).unwrap() <= 0.15);
    }

    #[test]
    fn a_plan_that_never_loses_has_no_break_even() {
        assert_eq!(break_even(100.0, 1.0, |step| 100.0 - step), None);
        assert_eq!(break_even(100.0, 9.0, |_| f64::NAN), None);
        assert!(break_even(0.0, 1.0, |step| -step).unwrap() <= 0.3);
    }
}
