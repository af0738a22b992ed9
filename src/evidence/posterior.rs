//! What is believed of a figure after the facts: the plan's own value with the weight of its basis, moved by
//! what was counted.

use super::distributions::{LEAST, MOST, beta_below, gamma_below, normal_below, quantile, within};

/// What is believed of a figure.
pub trait Posterior {
    /// The expected value: what a forecast goes on with.
    fn mean(&self) -> f64;

    /// The standard deviation, in the figure's own unit.
    fn sd(&self) -> f64;

    /// Chance, 0 to 1, that the figure is really at most `threshold`.
    fn chance_at_most(&self, threshold: f64) -> f64;

    /// The value that the figure is below with this chance, 0 to 1.
    fn quantile(&self, chance: f64) -> f64;

    /// Chance, 0 to 1, that the figure is really at least `threshold`.
    fn chance_at_least(&self, threshold: f64) -> f64 {
        1.0 - self.chance_at_most(threshold)
    }
}

/// A belief with less than half of an observation on its rarer side would say that the rate is next to nothing, before anything
/// was counted.
const LEAST_SIDE: f64 = 0.5;
/// What a plan of none or of all weighs: a range in odds cannot say it.
const WEIGHT_OF_NONE: f64 = 50.0;
/// Quantiles of 0 and 1 may lie at infinity; these are close enough.
const TAIL: f64 = 1e-12;

/// What is believed of a share: a beta distribution.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BetaPosterior {
    hits: f64,
    misses: f64,
}

impl BetaPosterior {
    /// Before any facts: the plan's share, 0 to 1, so unsure that its log odds have this standard deviation. It weighs
    /// `1 / (sd² p (1 − p))` observations.
    ///
    /// ```
    /// use obkatka::evidence::BetaPosterior;
    ///
    /// // A range of a factor of 2 each way: ln 4 / 2.563.
    /// let sd = 4_f64.ln() / 2.5631;
    /// assert_eq!([0.05, 0.3].map(|share| BetaPosterior::planned(share, sd).weight().round()), [72.0, 16.0]);
    /// ```
    pub fn planned(share: f64, sd: f64) -> Self {
        let share = within(share, 0.0, 1.0);
        let weight = 1.0 / (sd * sd * share * (1.0 - share));
        Self::weighing(share, if weight.is_finite() { weight } else { WEIGHT_OF_NONE })
    }

    /// Before any facts: the plan's share, worth one case of what is rarer, success or failure.
    pub fn one_case(share: f64) -> Self {
        let share = within(share, 0.0, 1.0);
        Self::weighing(share, 1.0 / share.min(1.0 - share).max(LEAST))
    }

    fn weighing(share: f64, weight: f64) -> Self {
        let least = LEAST_SIDE / share.min(1.0 - share).max(LEAST);
        let weight = within(weight, least.min(WEIGHT_OF_NONE), MOST);
        // Next to nothing on a side of none keeps the belief one that facts can move.
        let side = |share: f64| (share * weight).max(LEAST_SIDE / 10.0);
        Self { hits: side(share), misses: side(1.0 - share) }
    }

    /// How many observations it is worth.
    pub fn weight(&self) -> f64 {
        self.hits + self.misses
    }

    /// After `hits` of `trials`; there are never more hits than trials.
    pub fn after(self, hits: f64, trials: f64) -> Self {
        let trials = within(trials, 0.0, MOST);
        let hits = within(hits, 0.0, trials);
        Self { hits: self.hits + hits, misses: self.misses + trials - hits }
    }
}

impl Posterior for BetaPosterior {
    fn mean(&self) -> f64 {
        self.hits / (self.hits + self.misses)
    }

    fn sd(&self) -> f64 {
        let mean = self.mean();
        (mean * (1.0 - mean) / (self.hits + self.misses + 1.0)).sqrt()
    }

    fn chance_at_most(&self, threshold: f64) -> f64 {
        beta_below(self.hits, self.misses, threshold)
    }

    fn quantile(&self, chance: f64) -> f64 {
        quantile(within(chance, TAIL, 1.0 - TAIL), (0.0, 1.0), |share| self.chance_at_most(share))
    }
}

/// What is believed of how many come per unit of exposure: a gamma distribution.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GammaPosterior {
    count: f64,
    exposure: f64,
}

impl GammaPosterior {
    /// Before any facts: the plan's pace, counts per unit of exposure, so unsure that its logarithm has this standard deviation.
    /// It weighs `1 / sd²` counts.
    pub fn planned(pace: f64, sd: f64) -> Self {
        Self::weighing(pace, 1.0 / (sd * sd))
    }

    /// Before any facts: the plan's pace, worth one count.
    pub fn one_case(pace: f64) -> Self {
        Self::weighing(pace, 1.0)
    }

    fn weighing(pace: f64, weight: f64) -> Self {
        let count = within(weight, LEAST_SIDE, MOST);
        Self { count, exposure: count / within(pace, LEAST, MOST) }
    }

    /// How many counts it is worth.
    pub fn weight(&self) -> f64 {
        self.count
    }

    /// After `count` in `exposure`.
    pub fn after(self, count: f64, exposure: f64) -> Self {
        let (count, exposure) = (within(count, 0.0, MOST), within(exposure, 0.0, MOST));
        Self { count: self.count + count, exposure: self.exposure + exposure }
    }
}

impl Posterior for GammaPosterior {
    fn mean(&self) -> f64 {
        self.count / self.exposure
    }

    fn sd(&self) -> f64 {
        self.count.sqrt() / self.exposure
    }

    fn chance_at_most(&self, threshold: f64) -> f64 {
        gamma_below(self.count, threshold * self.exposure)
    }

    fn quantile(&self, chance: f64) -> f64 {
        let chance = within(chance, TAIL, 1.0 - TAIL);
        // Beyond this the chance left is less than TAIL, whatever the count.
        let high = 2.0 * self.count + 100.0;
        quantile(chance, (0.0, high), |amount| gamma_below(self.count, amount)) / self.exposure
    }
}

/// What is believed of an average of amounts above nothing: a log-normal distribution. Its expected value is its median, so that an
/// unsure plan is not raised by being unsure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LogNormalPosterior {
    /// Of the average.
    log: f64,
    /// One by the variance of that.
    precision: f64,
}

impl LogNormalPosterior {
    /// Before any facts: the plan's average, so unsure that its logarithm has this standard deviation.
    pub fn planned(average: f64, sd: f64) -> Self {
        Self { log: within(average, LEAST, MOST).ln(), precision: 1.0 / within(sd * sd, LEAST, MOST) }
    }

    /// Before any facts: the plan's average, worth one observation; of these one strays by `cv`, its standard deviation
    /// as a part of the average.
    pub fn one_case(average: f64, cv: f64) -> Self {
        Self::planned(average, log_variance(cv, 1.0).sqrt())
    }

    /// After `count` observations with this average, each straying by `cv`.
    pub fn after(self, average: f64, count: f64, cv: f64) -> Self {
        if count.is_nan() || count <= 0.0 {
            return self;
        }
        let known = 1.0 / log_variance(cv, count);
        let precision = self.precision + known;
        let log = (self.log * self.precision + within(average, LEAST, MOST).ln() * known) / precision;
        Self { log, precision }
    }

    /// How many observations that stray by `cv` it is worth.
    pub fn weight(&self, cv: f64) -> f64 {
        self.precision * log_variance(cv, 1.0)
    }
}

/// The variance of the logarithm of an average of so many observations, each straying by `cv` times it.
pub(super) fn log_variance(cv: f64, count: f64) -> f64 {
    within((cv * cv / count).ln_1p(), LEAST, MOST)
}

impl Posterior for LogNormalPosterior {
    fn mean(&self) -> f64 {
        within(self.log.exp(), LEAST, MOST)
    }

    fn sd(&self) -> f64 {
        let variance = 1.0 / self.precision;
        within(self.mean() * (variance / 2.0).exp() * variance.exp_m1().sqrt(), 0.0, MOST)
    }

    fn chance_at_most(&self, threshold: f64) -> f64 {
        if threshold <= 0.0 {
            return 0.0;
        }
        normal_below((threshold.ln() - self.log) * self.precision.sqrt())
    }

    fn quantile(&self, chance: f64) -> f64 {
        let chance = within(chance, TAIL, 1.0 - TAIL);
        let deviations = quantile(chance, (-8.0, 8.0), normal_below);
        within((self.log + deviations / self.precision.sqrt()).exp(), 0.0, MOST)
    }
}
