//! How good a figure is beside its plan, whichever way it is good: by that all of them stand on one scale.

use super::measured::{Measured, MeasuredIn};
use super::verdict::Better;

/// How many times as good as planned a value is, to the base of two: 0 is the plan, 1 twice as good, −1 half as good; endless where
/// one of both is nothing. Shares planned above a half by their failures.
///
/// ```
/// use obkatka::evidence::{Measured, times_as_good};
///
/// assert_eq!(times_as_good(Measured::Conversion, 0.1, 0.05), -1.0);
/// assert_eq!(times_as_good(Measured::CostPerLead, 1000.0, 2000.0), -1.0);
/// // Ten failures of a hundred where five were planned.
/// assert!((times_as_good(Measured::OnPromise, 0.95, 0.9) + 1.0).abs() < 1e-9);
/// ```
pub fn times_as_good(measured: Measured, plan: f64, value: f64) -> f64 {
    let by_failures = measured.unit() == MeasuredIn::Share && plan > 0.5;
    let times = if by_failures { (1.0 - plan) / (1.0 - value) } else { value / plan };
    match (measured.better(), by_failures) {
        (Better::Less, false) => -times.log2(),
        _ => times.log2(),
    }
}
