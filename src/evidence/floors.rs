//! What the business needs of a figure: the value at which the plan as a whole still breaks even, that figure alone moved.

use super::figure::Figure;
use super::figure_in_plan::moved;
use super::measured::Measured;
use super::verdict::{Better, Floor};
use crate::model::{Facts, Model};
use crate::plan::{evaluate, total};
use std::sync::{Mutex, OnceLock};

/// The floors of a plan, each worked out when it is first asked for.
#[derive(Debug)]
pub struct Floors {
    /// Without facts: they change nothing of it, and it is copied often.
    plan: Model,
    at_plan: OnceLock<f64>,
    known: Mutex<Vec<(Figure, Floor)>>,
}

/// Beyond so many times the plan nobody looks.
const MOST_TIMES: f64 = 10.0;
/// The first step to the bad side: to the usual part of the plan.
const FIRST_STEP: f64 = 0.3;
/// How many evaluations are made for a floor; the first two are enough where profit goes along with the figure.
const MOST_STEPS: usize = 8;
/// So near to no profit, as a part of the plan's, is near enough.
const NEAR: f64 = 0.002;

impl Floors {
    /// Of a plan; nothing is worked out yet.
    pub fn new(plan: &Model) -> Self {
        let plan = Model { facts: Facts::default(), ..plan.clone() };
        Self { plan, at_plan: OnceLock::new(), known: Mutex::new(Vec::new()) }
    }

    /// The floor of a figure that is planned at `planned`, in its own unit.
    pub fn of(&self, figure: Figure, planned: f64) -> Floor {
        let found = self
            .known
            .lock()
            .ok()
            .and_then(|known| known.iter().find(|own| own.0 == figure).map(|own| own.1));
        if let Some(floor) = found {
            return floor;
        }
        let floor = self.worked_out(figure, planned);
        if let Ok(mut known) = self.known.lock() {
            known.push((figure, floor));
        }
        floor
    }

    fn profit_at_plan(&self) -> f64 {
        *self.at_plan.get_or_init(|| profit(&self.plan))
    }

    fn worked_out(&self, figure: Figure, planned: f64) -> Floor {
        if !has_field(figure.measured) || planned.is_nan() || planned <= 0.0 {
            return Floor::Usual;
        }
        let at_plan = self.profit_at_plan();
        if at_plan < 0.0 {
            return Floor::Loss;
        }
        let times =
            |step: f64| if figure.measured.better() == Better::More { 1.0 - step } else { 1.0 + step };
        let profit = |step: f64| profit(&moved(&self.plan, figure, planned, times(step)));
        let most = if figure.measured.better() == Better::More { 1.0 } else { MOST_TIMES - 1.0 };
        break_even(at_plan, most, profit).map_or(Floor::Usual, |step| Floor::BreakEven(times(step)))
    }
}

/// Whether a field of the plan holds the figure.
fn has_field(measured: Measured) -> bool {
    !matches!(measured, Measured::Cycle | Measured::OnPromise | Measured::Complaints)
}

/// What all months of a plan together leave; not a number where that is undefined.
fn profit(plan: &Model) -> f64 {
    total(&evaluate::<f64>(plan).statement.profit).0
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
