//! A claim weighed against facts, with everything that the verdict was reached by.

use super::distributions::MOST;
use super::posterior::Posterior;
use super::sample::Sample;
use super::verdict::{Better, Claim, Verdict, verdict};

/// A verdict and what it rests on. Never shown without its count.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Judgement {
    /// What may be said.
    pub verdict: Verdict,
    /// How much was counted: hits, counts, or the sum of what was averaged.
    pub hits: f64,
    /// Out of how much: trials, exposure, or how many were averaged.
    pub trials: f64,
    /// What was planned.
    pub plan: f64,
    /// From which value on the plan is kept: 95 % of it, or plan / 0.95 where less is better.
    pub threshold: f64,
    /// Hits by trials; nothing where there are no trials.
    pub observed: Option<f64>,
    /// What is expected from now on: between plan and facts, by the weight of both.
    pub expected: f64,
    /// The bounds that the real value misses one time in ten each.
    pub interval: (f64, f64),
    /// Chance, 0 to 1, that the threshold is really reached.
    pub chance: f64,
    /// The same by the facts alone, as if there were no plan.
    pub chance_by_facts: f64,
    /// How often such facts or worse would come were the plan exactly true, 0 to 1.
    pub p_value: f64,
    /// What would decide, where the verdict is "not yet".
    pub to_decide: Option<ToDecide>,
}

/// How many more observations would decide, if they come as expected.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ToDecide {
    /// How many: trials of a share, counts of a pace, observations of an average. A whole number.
    pub observations: f64,
    /// What would be said then.
    pub verdict: Verdict,
}

/// The most observations that are looked ahead for.
const MOST_MORE: u32 = 100_000;
/// Each bound of the interval is missed one time in ten.
const INTERVAL: (f64, f64) = (0.1, 0.9);

/// Weighs a claim against facts.
///
/// ```
/// use obkatka::evidence::{Better, Claim, Proportion, Verdict, judge};
///
/// let claim = Claim { plan: 0.08, weight: 30.0, better: Better::More };
/// let judgement = judge(&claim, &Proportion { hits: 14.0, trials: 210.0 });
/// assert_eq!((judgement.chance * 100.0).round(), 30.0);
/// assert_eq!(judgement.verdict, Verdict::NotYet);
/// ```
pub fn judge<S: Sample>(claim: &Claim, sample: &S) -> Judgement {
    if !can_judge(claim, sample) {
        return without_data(claim, sample);
    }
    let weighed = weigh(claim, sample);
    let to_decide =
        (weighed.verdict == Verdict::NotYet).then(|| to_decide(claim, sample, weighed.expected)).flatten();
    Judgement { to_decide, ..weighed }
}

impl Judgement {
    /// The same said of the inverse of what was judged: money for a lead in place of leads for money. What was counted
    /// stays.
    pub(super) fn inverse(self) -> Self {
        let inverse = |value: f64| if value > 0.0 { 1.0 / value } else { value };
        Self {
            plan: inverse(self.plan),
            threshold: inverse(self.threshold),
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
    (0.0..=MOST).contains(&claim.plan) && claim.weight.is_finite() && sample.can_judge(claim)
}

/// The judgement but for what would decide it.
fn weigh<S: Sample>(claim: &Claim, sample: &S) -> Judgement {
    let posterior = sample.posterior(claim);
    let chance = chance(claim, sample);
    let (chance_by_facts, p_value) = (chance_by_facts(claim, sample), sample.p_value(claim, claim.plan));
    let verdict = verdict(chance, || chance_by_facts, || p_value);
    Judgement {
        verdict,
        hits: sample.hits(),
        trials: sample.trials(),
        plan: claim.plan,
        threshold: sample.threshold(claim),
        observed: Some(sample.hits() / sample.trials()),
        expected: posterior.mean(),
        interval: (posterior.quantile(INTERVAL.0), posterior.quantile(INTERVAL.1)),
        chance,
        chance_by_facts,
        p_value,
        to_decide: None,
    }
}

/// The verdict.
fn reached<S: Sample>(claim: &Claim, sample: &S) -> Verdict {
    let by_facts = || chance_by_facts(claim, sample);
    verdict(chance(claim, sample), by_facts, || sample.p_value(claim, claim.plan))
}

/// Chance that the claim is kept.
fn chance<S: Sample>(claim: &Claim, sample: &S) -> f64 {
    kept(&sample.posterior(claim), claim.better, sample.threshold(claim))
}

/// The same without the plan's weight.
fn chance_by_facts<S: Sample>(claim: &Claim, sample: &S) -> f64 {
    kept(&sample.facts_alone(), claim.better, sample.threshold(claim))
}

fn kept(belief: &impl Posterior, better: Better, threshold: f64) -> f64 {
    match better {
        Better::More => belief.chance_at_least(threshold),
        Better::Less => belief.chance_at_most(threshold),
    }
}

/// The fewest more observations after which the claim is decided: found by doubling, then by halving what is between.
fn to_decide<S: Sample>(claim: &Claim, sample: &S, mean: f64) -> Option<ToDecide> {
    let after = |count: u32| reached(claim, &sample.and_more(f64::from(count), mean));
    let is_open = |count: u32| after(count) == Verdict::NotYet;
    let mut open = 0;
    let mut decided = 1;
    while is_open(decided) {
        if decided == MOST_MORE {
            return None;
        }
        (open, decided) = (decided, (decided * 2).min(MOST_MORE));
    }
    while decided - open > 1 {
        let middle = open + (decided - open) / 2;
        if is_open(middle) { open = middle } else { decided = middle }
    }
    Some(ToDecide { observations: f64::from(decided), verdict: after(decided) })
}

/// How sure the plan's own value is, where nothing was counted yet.
fn interval_of_plan<S: Sample>(claim: &Claim, sample: &S) -> Option<(f64, f64)> {
    let can_tell = (0.0..=MOST).contains(&claim.plan) && claim.weight > 0.0 && claim.weight.is_finite();
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
        plan,
        threshold: known(sample.threshold(claim)),
        observed: None,
        expected: plan,
        interval: interval_of_plan(claim, sample).unwrap_or((plan, plan)),
        chance: 0.0,
        chance_by_facts: 0.0,
        p_value: 1.0,
        to_decide: None,
    }
}
