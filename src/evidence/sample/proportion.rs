//! Shares of a whole: so many of so many.

use super::facts::{Sample, are_facts, whole_count};
use crate::evidence::distributions::{beta_below, within};
use crate::evidence::posterior::BetaPosterior;
use crate::evidence::verdict::{Better, Claim, LEAST_OF_PLAN, NEXT_TO_NONE};

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
