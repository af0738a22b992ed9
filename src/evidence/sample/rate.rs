//! Paces: what came for so much money, in so many leads or days.

use super::facts::{Sample, are_facts};
use crate::evidence::distributions::{MOST, gamma_below, within};
use crate::evidence::posterior::GammaPosterior;
use crate::evidence::verdict::{Better, Claim};

/// `count` that came in an `exposure`: for so much money, in so many planned leads or days.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rate {
    /// How many came.
    pub count: f64,
    /// In how much.
    pub exposure: f64,
    /// How many times more the counts of months vary than dice would have them: 1 for dice; see [`Rate::by_months`].
    pub dispersion: f64,
}

/// How much months vary from each other, beyond chance: one standard deviation, as a part of the pace.
pub const MONTHS_VARY: f64 = 0.25;
/// As if that had been seen in so many months.
const MONTHS_SEEN: f64 = 6.0;

impl Rate {
    /// Counts that come as dice have it.
    pub fn of_dice(count: f64, exposure: f64) -> Self {
        Self { count, exposure, dispersion: 1.0 }
    }

    /// Counts of months that have their own ups and downs: by [`MONTHS_VARY`], and by what these months show of it. `months` are
    /// counts and exposures.
    pub fn by_months(months: &[(f64, f64)], plan: f64) -> Self {
        let sum = |of: fn(&(f64, f64)) -> f64| months.iter().map(of).sum::<f64>();
        let (count, exposure) = (sum(|it| it.0), sum(|it| it.1));
        let by_month = plan * exposure / months.len().max(1) as f64;
        let usual = 1.0 + MONTHS_VARY * MONTHS_VARY * by_month;
        let pace = if exposure > 0.0 { count / exposure } else { 0.0 };
        let apart = |(own, exposure): &(f64, f64)| {
            let mean = pace * exposure;
            if mean > 0.0 { (own - mean) * (own - mean) / mean } else { 0.0 }
        };
        let seen = months.iter().map(apart).sum::<f64>();
        let free = months.len().saturating_sub(1) as f64;
        let dispersion = (MONTHS_SEEN * usual + seen) / (MONTHS_SEEN + free);
        Self { count, exposure, dispersion: within(dispersion, 1.0, MOST) }
    }

    /// Fewer of both, so that they vary as dice do.
    fn as_dice(&self) -> (f64, f64) {
        (self.count / self.dispersion, self.exposure / self.dispersion)
    }
}

impl Sample for Rate {
    type Belief = GammaPosterior;

    fn hits(&self) -> f64 {
        self.count
    }

    fn trials(&self) -> f64 {
        self.exposure
    }

    fn observations(&self) -> f64 {
        self.count
    }

    fn can_judge(&self, claim: &Claim) -> bool {
        let varies = (1.0..=MOST).contains(&self.dispersion);
        claim.plan > 0.0 && varies && are_facts(self.count, self.exposure)
    }

    fn posterior(&self, claim: &Claim) -> GammaPosterior {
        let (count, exposure) = self.as_dice();
        GammaPosterior::planned(claim.plan, claim.prior_sd).after(count, exposure)
    }

    fn prior_weight(&self, claim: &Claim) -> f64 {
        GammaPosterior::planned(claim.plan, claim.prior_sd).weight() * self.dispersion
    }

    fn for_verdict(&self, claim: &Claim) -> GammaPosterior {
        let (count, exposure) = self.as_dice();
        GammaPosterior::one_case(claim.plan).after(count, exposure)
    }

    fn chance_of_worse(&self, claim: &Claim) -> f64 {
        let (count, exposure) = self.as_dice();
        match claim.better {
            Better::More => 1.0 - gamma_below(count + 1.0, claim.plan * exposure),
            Better::Less if count == 0.0 => 1.0,
            Better::Less => gamma_below(count, claim.plan * exposure),
        }
    }

    fn chance_of_better(&self, claim: &Claim) -> f64 {
        self.chance_of_worse(&Claim { better: claim.better.other(), ..*claim })
    }

    /// Observations of a pace are counts: the exposure is what they take by the plan.
    fn at(&self, claim: &Claim, observations: f64, value: f64) -> Self {
        let exposure = observations / claim.plan;
        Self { count: value * exposure, exposure, ..*self }
    }
}
