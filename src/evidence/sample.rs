//! The facts that can be weighed: shares, paces, averages.

use super::distributions::{LEAST, MOST, beta_below, gamma_below, normal_below, within};
use super::posterior::{BetaPosterior, GammaPosterior, LogNormalPosterior, Posterior, log_variance};
use super::verdict::{Better, Claim, LEAST_OF_PLAN, NEXT_TO_NONE};

/// Facts about one figure.
pub trait Sample: Copy {
    /// What is believed of the figure.
    type Belief: Posterior;

    /// How much was counted, in the sum of what is judged.
    fn hits(&self) -> f64;

    /// Out of how much.
    fn trials(&self) -> f64;

    /// How many observations these are.
    fn observations(&self) -> f64 {
        self.trials()
    }

    /// Whether these are facts, and the claim says something that facts could fail to reach.
    fn can_judge(&self, claim: &Claim) -> bool;

    /// The value that is judged as the plan.
    fn judged_plan(claim: &Claim) -> f64 {
        claim.plan
    }

    /// The usual part of the plan: what a figure must reach to hold, where nothing else says what the business needs.
    fn usual_floor(claim: &Claim) -> f64 {
        match claim.better {
            Better::More => claim.plan * LEAST_OF_PLAN,
            Better::Less => claim.plan / LEAST_OF_PLAN,
        }
    }

    /// What is believed after these facts, from the plan with its range on.
    fn posterior(&self, claim: &Claim) -> Self::Belief;

    /// How many observations the plan with its range counts as.
    fn prior_weight(&self, claim: &Claim) -> f64;

    /// What is believed for a verdict: the plan is worth one case, whatever it rests on.
    fn for_verdict(&self, claim: &Claim) -> Self::Belief;

    /// How often facts like these or worse come when the plan is exactly true.
    fn chance_of_worse(&self, claim: &Claim) -> f64;

    /// How often facts like these or better do.
    fn chance_of_better(&self, claim: &Claim) -> f64;

    /// So many observations in the place of these, at that value.
    fn at(&self, claim: &Claim, observations: f64, value: f64) -> Self;

    /// The same with whole cases, where they are counted: those that are at least as good.
    fn whole(self, better: Better) -> Self {
        let _ = better;
        self
    }
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
            Better::More => claim.plan > 0.0,
            Better::Less => claim.plan < 1.0,
        };
        can_fail && claim.plan <= 1.0 && are_facts(self.hits, self.trials) && self.is_part()
    }

    fn judged_plan(claim: &Claim) -> f64 {
        match claim.plan {
            plan if plan <= 0.0 => NEXT_TO_NONE,
            plan if plan >= 1.0 => 1.0 - NEXT_TO_NONE,
            plan => plan,
        }
    }

    /// Of a share above a half it is the failures of which there may be more.
    fn usual_floor(claim: &Claim) -> f64 {
        let plan = Self::judged_plan(claim);
        match (claim.better, plan > 0.5) {
            (Better::More, false) => plan * LEAST_OF_PLAN,
            (Better::More, true) => within(1.0 - (1.0 - plan) / LEAST_OF_PLAN, 0.0, 1.0),
            (Better::Less, false) => plan / LEAST_OF_PLAN,
            (Better::Less, true) => 1.0 - (1.0 - plan) * LEAST_OF_PLAN,
        }
    }

    fn posterior(&self, claim: &Claim) -> BetaPosterior {
        BetaPosterior::planned(claim.plan, claim.prior_sd).after(self.hits, self.trials)
    }

    fn prior_weight(&self, claim: &Claim) -> f64 {
        BetaPosterior::planned(claim.plan, claim.prior_sd).weight()
    }

    fn for_verdict(&self, claim: &Claim) -> BetaPosterior {
        BetaPosterior::one_case(Self::judged_plan(claim)).after(self.hits, self.trials)
    }

    fn chance_of_worse(&self, claim: &Claim) -> f64 {
        match claim.better {
            Better::More => self.at_most(Self::judged_plan(claim)),
            Better::Less => self.at_least(Self::judged_plan(claim)),
        }
    }

    fn chance_of_better(&self, claim: &Claim) -> f64 {
        match claim.better {
            Better::More => self.at_least(Self::judged_plan(claim)),
            Better::Less => self.at_most(Self::judged_plan(claim)),
        }
    }

    fn at(&self, _: &Claim, observations: f64, value: f64) -> Self {
        Self { hits: observations * value, trials: observations }
    }

    fn whole(self, better: Better) -> Self {
        Self { hits: whole_count(self.hits, better), ..self }
    }
}

impl Proportion {
    /// Whether no more did it than could, but for what sums of parts of months leave in the last digits.
    fn is_part(&self) -> bool {
        self.hits <= self.trials * (1.0 + 1e-9)
    }

    /// How often so many or fewer come at a share.
    fn at_most(&self, share: f64) -> f64 {
        let misses = (self.trials - self.hits).max(0.0);
        if misses == 0.0 { 1.0 } else { 1.0 - beta_below(self.hits + 1.0, misses, share) }
    }

    /// How often so many or more do.
    fn at_least(&self, share: f64) -> f64 {
        let misses = (self.trials - self.hits).max(0.0);
        if self.hits == 0.0 { 1.0 } else { beta_below(self.hits, misses + 1.0, share) }
    }
}

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

/// The next whole count that is at least as good.
fn whole_count(count: f64, better: Better) -> f64 {
    match better {
        Better::More => (count - 1e-6).ceil().max(0.0),
        Better::Less => (count + 1e-6).floor(),
    }
}

fn are_facts(hits: f64, trials: f64) -> bool {
    (0.0..=MOST).contains(&hits) && (LEAST..=MOST).contains(&trials)
}
