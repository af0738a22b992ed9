//! Value axes: what range to show, at which round values to put ticks, where a value lies in pixels.

/// Beyond this a value is drawn at the limit: every tick still fits a 28-digit decimal.
const LARGEST: f64 = 1e27;
/// Below this a value is drawn as nothing.
const SMALLEST: f64 = 1e-15;
/// A spread smaller than this share of the values themselves is no spread: what remains is rounding.
const FLAT: f64 = 1e-6;
/// How far from a multiple of the step, in steps, a limit may lie and still count as being on it.
const SLACK: f64 = 1e-9;

/// The value as a picture can show it: none for a gap, infinity or not-a-number; otherwise within the drawable range.
pub(super) fn shown(value: Option<f64>) -> Option<f64> {
    let value = value.filter(|v| v.is_finite())?;
    Some(if value.abs() < SMALLEST { 0.0 } else { within(value, -LARGEST, LARGEST) })
}

/// The value brought between the limits. Not `f64::clamp`: its panic message carries all of float printing into wasm.
pub fn within(value: f64, lo: f64, hi: f64) -> f64 {
    value.max(lo).min(hi)
}

/// Ten to the given power; the powers asked for here are small, so a loop is enough.
fn power(exponent: i8) -> f64 {
    let mut product = 1.0;
    for _ in 0..exponent.unsigned_abs() {
        product *= 10.0;
    }
    if exponent < 0 { 1.0 / product } else { product }
}

/// The range that a set of values takes; grows by [`Extent::add`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    limits: Option<(f64, f64)>,
}

impl Extent {
    /// The range of nothing at all.
    pub const EMPTY: Extent = Extent { limits: None };

    /// Takes one more value in; a gap changes nothing.
    pub fn add(&mut self, value: Option<f64>) {
        if let Some(v) = shown(value) {
            let (lo, hi) = self.limits.unwrap_or((v, v));
            self.limits = Some((lo.min(v), hi.max(v)));
        }
    }

    /// The lowest and highest value, always with room between: a range without spread is drawn from zero, one of zeros
    /// (or of nothing) as 0..1.
    pub fn spread(self) -> (f64, f64) {
        let (lo, hi) = self.limits.unwrap_or((0.0, 0.0));
        let largest = hi.abs().max(lo.abs());
        if largest == 0.0 {
            (0.0, 1.0)
        } else if hi - lo > largest * FLAT {
            (lo, hi)
        } else {
            (lo.min(0.0), hi.max(0.0))
        }
    }

    /// An axis over the range widened to round ticks, from pixel `from` (lowest value) to pixel `to`.
    ///
    /// `count` is about how many steps to make; `whole` keeps the ticks to whole numbers (people, months).
    pub fn axis(self, from: i32, to: i32, count: i32, whole: bool) -> Axis {
        let (lo, hi) = self.spread();
        let step = Stride::of((hi - lo) / f64::from(count.clamp(1, 50)), whole);
        let first = (step.times(lo) + SLACK).floor() as i64;
        let last = ((step.times(hi) - SLACK).ceil() as i64).max(first + 1);
        let scale = Scale::new(step.value(first), step.value(last), from, to);
        let tick =
            |n| Tick { at: scale.at(step.value(n)), mantissa: n * step.mantissa, exponent: step.exponent };
        Axis { scale, ticks: (first..=last).map(tick).collect() }
    }
}

/// The distance between ticks: 1, 2, 2.5 or 5 times a power of ten, held exactly.
#[derive(Clone, Copy)]
struct Stride {
    mantissa: i64,
    exponent: i8,
}

impl Stride {
    /// The smallest round step not below `least`.
    fn of(least: f64, whole: bool) -> Stride {
        let least = if whole { least.max(1.0) } else { least };
        let mut e = 0i8;
        while e < 30 && power(e + 1) <= least {
            e += 1;
        }
        while e > -30 && power(e) > least {
            e -= 1;
        }
        let steps =
            [(1, e), (2, e), (25, e - 1), (5, e)].map(|(mantissa, exponent)| Stride { mantissa, exponent });
        let fits = |s: &Stride| s.value(1) >= least * (1.0 - SLACK) && !(whole && s.exponent < 0);
        steps.into_iter().find(fits).unwrap_or(Stride { mantissa: 1, exponent: e + 1 })
    }

    /// The value of the n-th multiple. Divides where the exponent is negative, because 10^-n has no exact double.
    fn value(self, n: i64) -> f64 {
        let units = (n * self.mantissa) as f64;
        if self.exponent < 0 { units / power(-self.exponent) } else { units * power(self.exponent) }
    }

    /// How many steps make `value`.
    fn times(self, value: f64) -> f64 {
        let units =
            if self.exponent < 0 { value * power(-self.exponent) } else { value / power(self.exponent) };
        units / self.mantissa as f64
    }
}

/// A value axis: ticks ascending by value, all with the same exponent, the first and last at the ends of the scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// Where a value lies.
    pub scale: Scale,
    /// The ticks.
    pub ticks: Vec<Tick>,
}

/// A tick whose value is exactly `mantissa` · 10^`exponent`; it always fits 28 decimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Its pixel along the axis.
    pub at: i32,
    /// Significant digits of the value.
    pub mantissa: i64,
    /// Power of ten.
    pub exponent: i8,
}

/// A straight mapping from values to pixels; never leaves its pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    lo: f64,
    hi: f64,
    from: i32,
    to: i32,
}

impl Scale {
    /// Maps `lo` to pixel `from` and `hi` to pixel `to`; limits that are no numbers count as zero.
    pub fn new(lo: f64, hi: f64, from: i32, to: i32) -> Scale {
        let limit = |v: f64| if v.is_finite() { within(v, -LARGEST * 100.0, LARGEST * 100.0) } else { 0.0 };
        Scale { lo: limit(lo), hi: limit(hi), from, to }
    }

    /// The pixel nearest to the value; outside the limits, the pixel of the limit. Monotone.
    pub fn at(&self, value: f64) -> i32 {
        let (from, to) = (f64::from(self.from), f64::from(self.to));
        (from + (to - from) * self.share(value)).round_ties_even() as i32
    }

    /// The part of the range below the value, 0..=1; one half where there is no range.
    fn share(&self, value: f64) -> f64 {
        if self.hi <= self.lo {
            return 0.5;
        }
        let value = if value.is_nan() { self.lo } else { within(value, self.lo, self.hi) };
        (value - self.lo) / (self.hi - self.lo)
    }
}

#[cfg(test)]
mod tests {
    use super::{Extent, Scale, Tick};

    fn values(limits: &[f64], count: i32, whole: bool) -> Vec<(i64, i8)> {
        let mut extent = Extent::EMPTY;
        limits.iter().for_each(|v| extent.add(Some(*v)));
        let ticks = extent.axis(0, 100, count, whole).ticks;
        ticks.into_iter().map(|Tick { mantissa, exponent, .. }| (mantissa, exponent)).collect()
    }

    #[test]
    fn ticks_are_round_and_exact() {
        assert_eq!(values(&[0.0, 100.0], 4, false), [(0, 0), (25, 0), (50, 0), (75, 0), (100, 0)]);
        assert_eq!(
            values(&[-30.0, 70.0], 5, false),
            [(-4, 1), (-2, 1), (0, 1), (2, 1), (4, 1), (6, 1), (8, 1)]
        );
        assert_eq!(values(&[0.0, 0.7], 7, false).last(), Some(&(7, -1)));
        assert_eq!(values(&[0.0, 0.01], 4, false), [(0, -4), (25, -4), (50, -4), (75, -4), (100, -4)]);
    }

    #[test]
    fn people_come_whole() {
        assert_eq!(values(&[0.0, 2.0], 8, true), [(0, 0), (1, 0), (2, 0)]);
        assert_eq!(values(&[0.0, 10.0], 4, true), [(0, 0), (5, 0), (10, 0)]);
    }

    #[test]
    fn no_spread_is_drawn_from_zero() {
        assert_eq!(values(&[], 2, false), values(&[0.0, 1.0], 2, false));
        assert_eq!(values(&[5e-324], 2, false), values(&[0.0, 1.0], 2, false));
        assert_eq!(values(&[500.0, 500.0], 1, false), [(0, 2), (5, 2)]);
        assert_eq!(values(&[-500.0], 1, false), [(-5, 2), (0, 2)]);
    }

    #[test]
    fn odd_scales_answer() {
        assert_eq!(Scale::new(1.0, 1.0, 0, 10).at(7.0), 5);
        assert_eq!(Scale::new(f64::NAN, f64::INFINITY, 0, 10).at(f64::NAN), 5);
        assert_eq!(Scale::new(-1e308, 1e308, 0, 10).at(f64::INFINITY), 10);
        assert_eq!(Scale::new(0.0, 1.0, 0, 10).at(f64::NAN), 0);
    }
}
