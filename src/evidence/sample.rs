//! The facts that can be weighed: shares, paces, averages.

use super::distributions::{LEAST, MOST, beta_below, gamma_below, normal_below};
use super::posterior::{BetaPosterior, GammaPosterior, NormalPosterior, Posterior};
use super::verdict::{Better, Claim};

/// Facts about one figure.
pub trait Sample: Copy {
    /// What is believed of the figure.
    type Belief: Posterior;

    /// How much was counted, in the sum of what is judged.
    fn hits(&self) -> f64;

    /// Out of how much.
    fn trials(&self) -> f64;

    /// How many observations these are: what [`Sample::and_more`] adds to.
    fn observations(&self) -> f64 {
        self.trials()
    }

    /// Whether these are facts, and the claim says something that facts could fail to reach.
    fn can_judge(&self, claim: &Claim) -> bool;

    /// From which value on the claim is kept.
    fn threshold(&self, claim: &Claim) -> f64;

    /// What is believed after these facts, from the plan on.
    fn posterior(&self, claim: &Claim) -> Self::Belief;

    /// What the facts say without the plan.
    fn facts_alone(&self) -> Self::Belief;

    /// How often facts like these or worse come when the figure is really `value`.
    fn p_value(&self, claim: &Claim, value: f64) -> f64;

    /// The same with so many more observations that come at the `mean`.
    fn and_more(&self, observations: f64, mean: f64) -> Self;
}

/// `hits` of `trials`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Proportion {
    /// How many did what is counted.
    pub hits: f64,
    /// Of how many.
    pub trials: f64,
}

impl Sample for Proportion {
    type Belief = BetaPosterior;

    fn hits(&self) -> f64 {
        self.hits
    }

    fn trials(&self) -> f64 {
        self.trials
    }

    fn can_judge(&self, claim: &Claim) -> bool {
        let can_fail = match claim.better {
            Better::More => self.threshold(claim) > 0.0,
            Better::Less => self.threshold(claim) < 1.0,
        };
        can_fail && claim.plan <= 1.0 && are_facts(self.hits, self.trials) && self.is_part()
    }

    fn threshold(&self, claim: &Claim) -> f64 {
        claim.threshold_of_share()
    }

    fn posterior(&self, claim: &Claim) -> BetaPosterior {
        BetaPosterior::planned(claim.plan, claim.weight).after(self.hits, self.trials)
    }

    fn facts_alone(&self) -> BetaPosterior {
        BetaPosterior::unknown().after(self.hits, self.trials)
    }

    fn p_value(&self, claim: &Claim, value: f64) -> f64 {
        // Under a plan of all or none a single exception would be impossible, and one slip would disprove it: there the threshold is taken.
        let share = if value <= 0.0 || value >= 1.0 { self.threshold(claim) } else { value };
        let (hits, misses) = (self.hits, (self.trials - self.hits).max(0.0));
        match claim.better {
            Better::More if misses == 0.0 => 1.0,
            Better::More => 1.0 - beta_below(hits + 1.0, misses, share),
            Better::Less if hits == 0.0 => 1.0,
            Better::Less => beta_below(hits, misses + 1.0, share),
        }
    }

    fn and_more(&self, observations: f64, mean: f64) -> Self {
        Self { hits: self.hits + observations * mean, trials: self.trials + observations }
    }
}

impl Proportion {
    /// Whether no more did it than could, but for what sums of parts of months leave in the last digits.
    fn is_part(&self) -> bool {
        self.hits <= self.trials * (1.0 + 1e-9)
    }
}

/// `count` that came in an `exposure`: for so much money, in so many planned leads or days.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rate {
    /// How many came.
    pub count: f64,
    /// In how much.
    pub exposure: f64,
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
        claim.plan > 0.0 && are_facts(self.count, self.exposure)
    }

    fn threshold(&self, claim: &Claim) -> f64 {
        claim.threshold()
    }

    fn posterior(&self, claim: &Claim) -> GammaPosterior {
        GammaPosterior::planned(claim.plan, claim.weight).after(self.count, self.exposure)
    }

    fn facts_alone(&self) -> GammaPosterior {
        GammaPosterior::unknown().after(self.count, self.exposure)
    }

    fn p_value(&self, claim: &Claim, value: f64) -> f64 {
        let expected = value * self.exposure;
        match claim.better {
            Better::More => 1.0 - gamma_below(self.count + 1.0, expected),
            Better::Less if self.count == 0.0 => 1.0,
            Better::Less => gamma_below(self.count, expected),
        }
    }

    /// Observations of a pace are counts: the exposure grows by what they take.
    fn and_more(&self, observations: f64, mean: f64) -> Self {
        Self { count: self.count + observations, exposure: self.exposure + observations / mean }
    }
}

/// The average of so many observations.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Average {
    /// Their average.
    pub mean: f64,
    /// How many there are.
    pub count: f64,
    /// How far one of them strays: see [`spread`].
    pub spread: f64,
}

impl Sample for Average {
    type Belief = NormalPosterior;

    fn hits(&self) -> f64 {
        self.mean * self.count
    }

    fn trials(&self) -> f64 {
        self.count
    }

    fn can_judge(&self, claim: &Claim) -> bool {
        claim.plan > 0.0 && self.spread.is_finite() && are_facts(self.mean.abs(), self.count)
    }

    fn threshold(&self, claim: &Claim) -> f64 {
        claim.threshold()
    }

    fn posterior(&self, claim: &Claim) -> NormalPosterior {
        NormalPosterior::planned(claim.plan, claim.weight, self.spread).after(self.mean, self.count)
    }

    fn facts_alone(&self) -> NormalPosterior {
        NormalPosterior::unknown(self.spread).after(self.mean, self.count)
    }

    fn p_value(&self, claim: &Claim, value: f64) -> f64 {
        let deviations = (self.mean - value) / (self.spread / self.count.sqrt());
        normal_below(if claim.better == Better::More { deviations } else { -deviations })
    }

    fn and_more(&self, observations: f64, mean: f64) -> Self {
        let count = self.count + observations;
        Self { mean: (self.hits() + observations * mean) / count, count, ..*self }
    }
}

fn are_facts(hits: f64, trials: f64) -> bool {
    (0.0..=MOST).contains(&hits) && (LEAST..=MOST).contains(&trials)
}

/// How far one observation strays, when nobody has said it: half of the plan, as deals and days commonly do.
const USUAL_SPREAD: f64 = 0.5;
/// From one bound missed in 1 case of 10 to the other are so many standard deviations.
const RANGE_IN_SPREADS: f64 = 2.5631;

/// How far one observation of an average strays (one standard deviation, in its unit): from the bounds that are each
/// missed one time in ten where the plan has them, else half of the plan.
pub fn spread(plan: f64, range: Option<(f64, f64)>) -> f64 {
    let width = range.map_or(0.0, |(low, high)| (high - low) / RANGE_IN_SPREADS);
    if width > 0.0 && width.is_finite() { width } else { (plan * USUAL_SPREAD).abs() }
}
