//! The three distribution functions that everything here rests on, made total: what is not a number counts as
//! nothing, and what lies outside a distribution has chance 0 or 1.

use statrs::function::{beta::checked_beta_reg, erf::erfc, gamma::checked_gamma_lr};

/// More counts than this are weighed as if they were this many, in the same proportions: nobody's decision hangs on the
/// difference, and the series behind the functions stay short and exact.
const MOST_COUNTS: f64 = 1e6;

/// Bounds of everything that is counted or measured: far beyond any business, far within floats.
pub(super) const MOST: f64 = 1e15;
pub(super) const LEAST: f64 = 1e-15;

/// The number if it is one, kept between bounds; otherwise `low`.
pub(super) fn within(number: f64, low: f64, high: f64) -> f64 {
    // Not `clamp`: its panic message would bring the printing of floats along.
    number.max(low).min(high)
}

/// Chance that a share distributed as beta(`hits`, `misses`) is at most `share`.
pub(super) fn beta_below(hits: f64, misses: f64, share: f64) -> f64 {
    let scale = (MOST_COUNTS / (hits + misses)).min(1.0);
    let share = within(share, 0.0, 1.0);
    chance(checked_beta_reg(hits * scale, misses * scale, share).unwrap_or(0.0))
}

/// Chance that an amount distributed as gamma with that shape and scale 1 is at most `amount`.
pub(super) fn gamma_below(shape: f64, amount: f64) -> f64 {
    if amount.is_nan() || amount <= 0.0 {
        return 0.0;
    }
    let scale = (MOST_COUNTS / shape).min(1.0);
    chance(checked_gamma_lr(shape * scale, amount * scale).unwrap_or(1.0))
}

/// Chance that a standard normal amount is at most `deviations`.
pub(super) fn normal_below(deviations: f64) -> f64 {
    chance(erfc(-deviations / std::f64::consts::SQRT_2) / 2.0)
}

fn chance(number: f64) -> f64 {
    within(number, 0.0, 1.0)
}

/// The number between the bounds at which the chance of being below reaches `chance`, to the last digits.
///
/// By false position, where the end that stays counts half the next time (the Illinois rule); by halving, where that has
/// not made the bounds half as wide in two steps.
pub(super) fn quantile(chance: f64, (mut low, mut high): (f64, f64), below: impl Fn(f64) -> f64) -> f64 {
    let (mut short, mut over) = (-chance, 1.0 - chance);
    let mut widths = [f64::INFINITY; 2];
    // Halving a float 200 times ends at neighbours from any bounds that occur.
    for _ in 0..200 {
        let width = high - low;
        if width <= LAST_DIGITS * low.abs().max(high.abs()) {
            break;
        }
        let guess = low + width * (short / (short - over));
        let is_slow = width > widths[0] / 2.0;
        let middle = if is_slow || guess <= low || guess >= high { low + width / 2.0 } else { guess };
        if middle <= low || middle >= high {
            break;
        }
        widths = [widths[1], width];
        let apart = below(middle) - chance;
        if apart < 0.0 {
            (low, short, over) = (middle, apart, over / 2.0);
        } else {
            (high, over, short) = (middle, apart, short / 2.0);
        }
    }
    high
}

/// Bounds that are closer to each other than this, relative to them, are the same number.
const LAST_DIGITS: f64 = 4.0 * f64::EPSILON;
