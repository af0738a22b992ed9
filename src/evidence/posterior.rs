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

/// Facts alone: half a hit and half a miss known beforehand, by Jeffreys' rule, which prefers no rate.
const JEFFREYS: f64 = 0.5;
/// What the plan's rarer outcome weighs at least, so that a plan of 0 % or 100 % stays a belief that facts can move.
const LEAST_SIDE: f64 = 0.05;
/// A plan of a rare outcome weighs half a case of it, and for that at most so many observations. Were it lighter, as a guess of 1 %
/// with its 5 observations would be, the belief would say that the rate is next to nothing before anything was counted;
/// were it heavier, a plan of 100 % that nobody has measured would outweigh the facts.
const RARE_WEIGHT: f64 = 50.0;
/// Quantiles of 0 and 1 may lie at infinity; these are close enough.
const TAIL: f64 = 1e-12;

/// What is believed of a share: a beta distribution.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BetaPosterior {
    hits: f64,
    misses: f64,
}

impl BetaPosterior {
    /// Before any facts: the plan's share, 0 to 1, worth `weight` observations.
    pub fn planned(share: f64, weight: f64) -> Self {
        let share = within(share, 0.0, 1.0);
        let rare = JEFFREYS / share.min(1.0 - share).max(LEAST);
        let weight = within(weight, rare.min(RARE_WEIGHT), MOST);
        let side = |share: f64| (share * weight).max(LEAST_SIDE);
        Self { hits: side(share), misses: side(1.0 - share) }
    }

    /// Before any facts and without a plan.
    pub fn unknown() -> Self {
        Self { hits: JEFFREYS, misses: JEFFREYS }
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
    /// Before any facts: the plan's pace, counts per unit of exposure, worth `weight` counts.
    pub fn planned(pace: f64, weight: f64) -> Self {
        let count = within(weight, JEFFREYS, MOST);
        Self { count, exposure: count / within(pace, LEAST, MOST) }
    }

    /// Before any facts and without a plan.
    pub fn unknown() -> Self {
        // No exposure at all, but for a trace that keeps the mean finite.
        Self { count: JEFFREYS, exposure: LEAST * LEAST }
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

/// What is believed of an average: a normal distribution, with the spread of one observation known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NormalPosterior {
    sum: f64,
    weight: f64,
    spread: f64,
}

impl NormalPosterior {
    /// Before any facts: the plan's average, worth `weight` observations, each of which strays from it by `spread` (one
    /// standard deviation, in the same unit).
    pub fn planned(average: f64, weight: f64, spread: f64) -> Self {
        let weight = within(weight, 0.0, MOST);
        Self { sum: within(average, -MOST, MOST) * weight, weight, spread: within(spread, LEAST, MOST) }
    }

    /// Before any facts and without a plan.
    pub fn unknown(spread: f64) -> Self {
        // A trace of weight keeps the mean finite.
        Self { sum: 0.0, weight: LEAST, spread: within(spread, LEAST, MOST) }
    }

    /// After `count` observations with this average.
    pub fn after(self, average: f64, count: f64) -> Self {
        let count = within(count, 0.0, MOST);
        let sum = self.sum + within(average, -MOST, MOST) * count;
        Self { sum, weight: (self.weight + count).max(LEAST), ..self }
    }
}

impl Posterior for NormalPosterior {
    fn mean(&self) -> f64 {
        self.sum / self.weight.max(LEAST)
    }

    fn sd(&self) -> f64 {
        self.spread / self.weight.max(LEAST).sqrt()
    }

    fn chance_at_most(&self, threshold: f64) -> f64 {
        normal_below((threshold - self.mean()) / self.sd())
    }

    fn quantile(&self, chance: f64) -> f64 {
        let deviations = quantile(within(chance, TAIL, 1.0 - TAIL), (-8.0, 8.0), normal_below);
        self.mean() + deviations * self.sd()
    }
}
