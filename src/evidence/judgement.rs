//! A claim weighed against facts, with everything that the verdict was reached by.

use super::distributions::{MOST, quantile, within};
use super::posterior::Posterior;
use super::sample::Sample;
use super::verdict::{Better, Claim, LIKELY, Verdict, verdict};

/// A verdict and what it rests on. Never shown without its count.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Judgement {
    /// What may be said.
    pub verdict: Verdict,
    /// How much was counted: hits, counts, or the sum of what was averaged.
    pub hits: f64,
    /// Out of how much: trials, exposure, or how many were averaged.
    pub trials: f64,
    /// How many observations that is: trials of a share, counts of a pace, amounts of an average.
    pub observations: f64,
    /// What was planned.
    pub plan: f64,
    /// The value that the figure must reach to hold.
    pub floor: f64,
    /// Hits by trials; nothing where there are no trials.
    pub observed: Option<f64>,
    /// What is expected from now on: between plan and facts, by the weight of both.
    pub expected: f64,
    /// The bounds that the real value misses one time in ten each.
    pub interval: (f64, f64),
    /// How many observations the plan with its range counts as in these.
    pub prior_weight: f64,
    /// Chance, 0 to 1, that the floor is really reached.
    pub chance: f64,
    /// How often such facts or worse would come were the plan exactly true, 0 to 1.
    pub chance_of_worse: f64,
    /// The observations in all with which a business exactly on plan would hold in 8 of 10 cases; none where none of them are enough,
    /// and where the verdict is there.
    pub to_hold: Option<f64>,
}

/// The most observations that are looked ahead for.
const MOST_OBSERVATIONS: f64 = 100_000.0;
/// How exactly they are said.
const CLOSE: f64 = 0.02;
/// Each bound of the interval is missed one time in ten.
const INTERVAL: (f64, f64) = (0.1, 0.9);

/// Weighs a claim against facts.
///
/// ```
/// use obkatka::evidence::{Better, Claim, Proportion, Verdict, judge};
///
/// let claim = Claim { plan: 0.08, prior_sd: 0.4, better: Better::More, floor: None };
/// let judgement = judge(&claim, &Proportion { hits: 14.0, trials: 210.0 });
/// // Whether 70 % of the plan, 5.6 %, are really reached.
/// assert_eq!((judgement.chance * 100.0).round(), 74.0);
/// assert_eq!(judgement.verdict, Verdict::Open);
/// ```
pub fn judge<S: Sample>(claim: &Claim, sample: &S) -> Judgement {
    judge_with(claim, sample, sample)
}

/// The same where only some of the facts are news to the plan: what is expected comes from the plan and these `fresh` ones, the verdict
/// from all.
pub(super) fn judge_with<S: Sample>(claim: &Claim, sample: &S, fresh: &S) -> Judgement {
    if !can_judge(claim, sample) {
        return without_data(claim, sample);
    }
    let weighed = weigh(claim, sample, fresh);
    let to_hold = (weighed.verdict == Verdict::Open).then(|| to_hold(claim, sample)).flatten();
    Judgement { to_hold, ..weighed }
}

impl Judgement {
    /// The same said of the inverse of what was judged: money for a lead in place of leads for money. What was counted
    /// stays.
    pub(super) fn inverse(self) -> Self {
        let inverse = |value: f64| if value > 0.0 { 1.0 / value } else { value };
        Self {
            plan: inverse(self.plan),
            floor: inverse(self.floor),
            observed: self.observed.map(inverse),
            expected: inverse(self.expected),
            interval: (inverse(self.interval.1), inverse(self.interval.0)),
            ..self
        }
    }
}

/// The verdict alone, for when there are thousands to reach.
pub fn verdict_on<S: Sample>(claim: &Claim, sample: &S) -> Verdict {
    if can_judge(claim, sample) { reached(claim, sample) } else { Verdict::NoData }
}

fn can_judge<S: Sample>(claim: &Claim, sample: &S) -> bool {
    (0.0..=MOST).contains(&claim.plan) && claim.prior_sd > 0.0 && sample.can_judge(claim)
}

/// The judgement but for what it would take to hold.
fn weigh<S: Sample>(claim: &Claim, sample: &S, fresh: &S) -> Judgement {
    let posterior = fresh.posterior(claim);
    Judgement {
        verdict: reached(claim, sample),
        hits: sample.hits(),
        trials: sample.trials(),
        observations: sample.observations(),
        plan: claim.plan,
        floor: floor::<S>(claim),
        observed: Some(sample.hits() / sample.trials()),
        expected: posterior.mean(),
        interval: (posterior.quantile(INTERVAL.0), posterior.quantile(INTERVAL.1)),
        prior_weight: sample.prior_weight(claim),
        chance: chance_at_floor(claim, sample),
        chance_of_worse: sample.chance_of_worse(claim),
        to_hold: None,
    }
}

/// The value that a figure must reach to hold.
fn floor<S: Sample>(claim: &Claim) -> f64 {
    claim.floor.filter(|floor| floor.is_finite()).unwrap_or_else(|| S::usual_floor(claim))
}

/// The verdict.
fn reached<S: Sample>(claim: &Claim, sample: &S) -> Verdict {
    let as_planned = at_least_as_good(&sample.for_verdict(claim), claim.better, S::judged_plan(claim));
    verdict(as_planned, || chance_at_floor(claim, sample))
}

/// Chance that the floor is reached.
fn chance_at_floor<S: Sample>(claim: &Claim, sample: &S) -> f64 {
    at_least_as_good(&sample.for_verdict(claim), claim.better, floor::<S>(claim))
}

fn at_least_as_good(belief: &impl Posterior, better: Better, value: f64) -> f64 {
    match better {
        Better::More => belief.chance_at_least(value),
        Better::Less => belief.chance_at_most(value),
    }
}

/// The fewest observations with which a business exactly on plan holds in 8 of 10 cases: found by doubling, then by halving what is
/// between.
fn to_hold<S: Sample>(claim: &Claim, sample: &S) -> Option<f64> {
    let is_enough = |observations: f64| chance_to_hold(claim, sample, observations) >= LIKELY;
    let (mut few, mut enough) = (0.0, 1.0);
    while !is_enough(enough) {
        if enough >= MOST_OBSERVATIONS {
            return None;
        }
        (few, enough) = (enough, enough * 2.0);
    }
    while enough - few > (enough * CLOSE).max(1.0) {
        let middle = ((few + enough) / 2.0).round();
        if is_enough(middle) { enough = middle } else { few = middle }
    }
    Some(enough)
}

/// How often a business exactly on plan holds with so many observations: the chance of facts at least as good as the worst with which it
/// does.
fn chance_to_hold<S: Sample>(claim: &Claim, sample: &S, observations: f64) -> f64 {
    let plan = S::judged_plan(claim);
    let best = if claim.better == Better::More { plan.max(1e-12) } else { 0.0 };
    let chance = |value: f64| chance_at_floor(claim, &sample.at(claim, observations, value));
    // At the plan itself it does not even hold.
    if chance(plan) < LIKELY {
        return 0.0;
    }
    let worst = match claim.better {
        Better::More => quantile(LIKELY, (0.0, best), chance),
        Better::Less => {
            let most = (floor::<S>(claim) * 2.0).max(plan);
            most - quantile(LIKELY, (0.0, most), |less| chance(most - less))
        }
    };
    sample.at(claim, observations, worst).whole(claim.better).chance_of_better(claim)
}

/// How sure the plan's own value is, where nothing was counted yet.
fn interval_of_plan<S: Sample>(claim: &Claim, sample: &S) -> Option<(f64, f64)> {
    let can_tell = (0.0..=MOST).contains(&claim.plan) && claim.prior_sd > 0.0 && claim.prior_sd.is_finite();
    if !can_tell || sample.trials() != 0.0 {
        return None;
    }
    let belief = sample.posterior(claim);
    let interval = (belief.quantile(INTERVAL.0).min(claim.plan), belief.quantile(INTERVAL.1).max(claim.plan));
    (interval.0.is_finite() && interval.1.is_finite()).then_some(interval)
}

/// What is said where there is nothing to weigh: what was counted, as far as it is a number, and no chance at all.
fn without_data<S: Sample>(claim: &Claim, sample: &S) -> Judgement {
    let known = |number: f64| if number.is_finite() { number } else { 0.0 };
    let plan = known(claim.plan);
    Judgement {
        verdict: Verdict::NoData,
        hits: known(sample.hits()),
        trials: known(sample.trials()),
        observations: known(sample.observations()),
        plan,
        floor: known(floor::<S>(claim)),
        observed: None,
        expected: plan,
        interval: interval_of_plan(claim, sample).unwrap_or((plan, plan)),
        prior_weight: within(sample.prior_weight(claim), 0.0, MOST),
        chance: 0.0,
        chance_of_worse: 1.0,
        to_hold: None,
    }
}
