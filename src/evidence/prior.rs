//! How unsure a planned value is: by its range, else by what it rests on.

use super::distributions::within;
use crate::model::{Basis, Estimate};
use crate::number::Number;

/// From one bound missed in 1 case of 10 to the other are so many standard deviations.
pub(super) const RANGE_IN_SDS: f64 = 2.5631;
/// A range of nothing still leaves some doubt, and the widest still says something.
const NARROWEST: f64 = 0.02;
const WIDEST: f64 = 3.0;
/// Bounds of a share at nothing or at all are moved so far inside.
const INSIDE: f64 = 0.001;

/// The usual range of a value that has none: so many times less to the bad side and more to the good.
fn usual_range(basis: Basis) -> f64 {
    match basis {
        Basis::Guess => 2.0 * 1.5,
        Basis::Benchmark => 1.6 * 1.6,
        // Of how many it was measured nobody has said: as of three dozen.
        Basis::Measured => 1.25 * 1.25,
    }
}

/// What the range is measured in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PriorScale {
    /// Amounts, paces and counts: the logarithm.
    Log,
    /// Shares of a whole: the log odds.
    Odds,
}

/// How unsure an estimate is: one standard deviation of its logarithm or log odds, from its range; where it has none, from the usual
/// range of its basis.
///
/// ```
/// use obkatka::evidence::{PriorScale, prior_sd};
/// use obkatka::model::Estimate;
///
/// // A guess is taken to be wrong twice to the bad side, one and a half times to the good: ln 3 / 2.563.
/// assert_eq!((prior_sd(&Estimate::guess(5), PriorScale::Log) * 1000.0).round(), 429.0);
/// ```
pub fn prior_sd(estimate: &Estimate, scale: PriorScale) -> f64 {
    let range = estimate.range.map(|range| [range.low, range.high].map(f64::from_decimal));
    let width =
        range.and_then(|bounds| width(bounds, scale)).unwrap_or_else(|| usual_range(estimate.basis).ln());
    sd_of(width)
}

/// How unsure a value is of which nobody has said what it rests on: as a guess.
pub(super) fn usual_sd() -> f64 {
    sd_of(usual_range(Basis::Guess).ln())
}

fn sd_of(width: f64) -> f64 {
    within(width / RANGE_IN_SDS, NARROWEST, WIDEST)
}

/// How far the bounds are apart; none where they are none.
fn width([low, high]: [f64; 2], scale: PriorScale) -> Option<f64> {
    let at = |bound: f64| match scale {
        PriorScale::Log => bound.ln(),
        PriorScale::Odds => {
            let inside = within(bound, INSIDE, 1.0 - INSIDE);
            (inside / (1.0 - inside)).ln()
        }
    };
    let width = at(high) - at(low);
    (width.is_finite() && width >= 0.0).then_some(width)
}
