//! What all facts that are weighed have in common.

use crate::evidence::distributions::{LEAST, MOST};
use crate::evidence::posterior::Posterior;
use crate::evidence::verdict::{Better, Claim, LEAST_OF_PLAN};

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

/// The next whole count that is at least as good.
pub(super) fn whole_count(count: f64, better: Better) -> f64 {
    match better {
        Better::More => (count - 1e-6).ceil().max(0.0),
        Better::Less => (count + 1e-6).floor(),
    }
}

pub(super) fn are_facts(hits: f64, trials: f64) -> bool {
    (0.0..=MOST).contains(&hits) && (LEAST..=MOST).contains(&trials)
}
