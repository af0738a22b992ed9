//! Averages of amounts that differ from case to case.

use super::facts::{Sample, are_facts};
use crate::evidence::distributions::{LEAST, MOST, normal_below, within};
use crate::evidence::posterior::{LogNormalPosterior, log_variance};
use crate::evidence::verdict::{Better, Claim};

/// How far one deal strays from the average, as a part of it: a guess, until months show more.
pub const DEALS_VARY: f64 = 0.8;

/// The average of so many observations, all above nothing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Average {
    /// Their average.
    pub mean: f64,
    /// How many there are.
    pub count: f64,
    /// How far one of them strays: one standard deviation, as a part of the average; see [`Average::by_months`].
    pub cv: f64,
}

impl Average {
    /// Sums and counts of months. One observation strays by `usual`, or by more where these months show it: one enormous deal makes
    /// all of them say less.
    pub fn by_months(months: &[(f64, f64)], usual: f64) -> Self {
        let sum = |of: fn(&(f64, f64)) -> f64| months.iter().map(of).sum::<f64>();
        let (all, count) = (sum(|it| it.0), sum(|it| it.1));
        let mean = if count > 0.0 { all / count } else { 0.0 };
        let apart = |(sum, count): &(f64, f64)| {
            let off = if *count > 0.0 && mean > 0.0 { sum / count / mean - 1.0 } else { 0.0 };
            count * off * off
        };
        let seen = months.iter().map(apart).sum::<f64>();
        let free = months.len().saturating_sub(1) as f64;
        // As if the usual had been seen once before.
        let shown = (usual * usual + seen) / (1.0 + free);
        Self { mean, count, cv: shown.sqrt().max(usual) }
    }

    /// The logarithm of the average by the plan's, in standard deviations of such an average.
    fn deviations(&self, claim: &Claim) -> f64 {
        let apart = (within(self.mean, LEAST, MOST) / claim.plan).ln();
        apart / log_variance(self.cv, self.count).sqrt()
    }
}

impl Sample for Average {
    type Belief = LogNormalPosterior;

    fn hits(&self) -> f64 {
        self.mean * self.count
    }

    fn trials(&self) -> f64 {
        self.count
    }

    fn can_judge(&self, claim: &Claim) -> bool {
        let strays = (LEAST..=MOST).contains(&self.cv);
        claim.plan > 0.0 && strays && are_facts(self.mean.abs(), self.count)
    }

    fn posterior(&self, claim: &Claim) -> LogNormalPosterior {
        LogNormalPosterior::planned(claim.plan, claim.prior_sd).after(self.mean, self.count, self.cv)
    }

    fn prior_weight(&self, claim: &Claim) -> f64 {
        LogNormalPosterior::planned(claim.plan, claim.prior_sd).weight(self.cv)
    }

    fn for_verdict(&self, claim: &Claim) -> LogNormalPosterior {
        LogNormalPosterior::one_case(claim.plan, self.cv).after(self.mean, self.count, self.cv)
    }

    fn chance_of_worse(&self, claim: &Claim) -> f64 {
        let deviations = self.deviations(claim);
        normal_below(if claim.better == Better::More { deviations } else { -deviations })
    }

    fn chance_of_better(&self, claim: &Claim) -> f64 {
        1.0 - self.chance_of_worse(claim)
    }

    fn at(&self, _: &Claim, observations: f64, value: f64) -> Self {
        Self { mean: value, count: observations, ..*self }
    }
}
