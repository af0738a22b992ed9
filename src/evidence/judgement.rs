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
    pub mark: f64,
    /// Hits by trials; nothing where there are no trials.
    pub observed: Option<f64>,
    /// What is expected from now on: between plan and facts, by the weight of both.
    pub expected: f64,
    /// The bounds that the real value misses one time in ten each.
    pub band: (f64, f64),
    /// Chance, 0 to 1, that the mark is really reached.
    pub chance: f64,
    /// The same by the facts alone, as if there were no plan.
    pub alone: f64,
    /// How often such facts or worse would come were the plan exactly true, 0 to 1.
    pub tail: f64,
    /// What would decide, where the verdict is "not yet".
    pub more: Option<More>,
}

/// How many more observations would decide, if they come as expected.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct More {
    /// How many: trials of a share, counts of a pace, observations of an average. A whole number.
    pub observations: f64,
    /// What would be said then.
    pub verdict: Verdict,
}

/// The most observations that are looked ahead for.
const MOST_MORE: u32 = 100_000;
/// Each bound of the band is missed one time in ten.
const BAND: (f64, f64) = (0.1, 0.9);

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
    let more = (weighed.verdict == Verdict::NotYet).then(|| more(claim, sample, weighed.expected)).flatten();
    Judgement { more, ..weighed }
}

impl Judgement {
    /// The same said of the inverse of what was judged: money for a lead in place of leads for money. What was counted
    /// stays.
    pub(super) fn inverse(self) -> Self {
        let inverse = |value: f64| if value > 0.0 { 1.0 / value } else { value };
        Self {
            plan: inverse(self.plan),
            mark: inverse(self.mark),
            observed: self.observed.map(inverse),
            expected: inverse(self.expected),
            band: (inverse(self.band.1), inverse(self.band.0)),
            ..self
        }
    }
}

/// The verdict alone, for when there are thousands to reach.
pub fn verdict_on<S: Sample>(claim: &Claim, sample: &S) -> Verdict {
    if can_judge(claim, sample) { reached(claim, sample).0 } else { Verdict::NoData }
}

fn can_judge<S: Sample>(claim: &Claim, sample: &S) -> bool {
    (0.0..=MOST).contains(&claim.plan) && claim.weight.is_finite() && sample.can_judge(claim)
}

/// The judgement but for what would decide it.
fn weigh<S: Sample>(claim: &Claim, sample: &S) -> Judgement {
    let posterior = sample.posterior(claim);
    let (verdict, [chance, alone, tail]) = reached(claim, sample);
    Judgement {
        verdict,
        hits: sample.hits(),
        trials: sample.trials(),
        plan: claim.plan,
        mark: sample.mark(claim),
        observed: Some(sample.hits() / sample.trials()),
        expected: posterior.mean(),
        band: (posterior.quantile(BAND.0), posterior.quantile(BAND.1)),
        chance,
        alone,
        tail,
        more: None,
    }
}

/// The verdict and the three chances that it hangs on.
fn reached<S: Sample>(claim: &Claim, sample: &S) -> (Verdict, [f64; 3]) {
    let mark = sample.mark(claim);
    let chance = kept(&sample.posterior(claim), claim.better, mark);
    let alone = kept(&sample.alone(), claim.better, mark);
    let tail = sample.tail(claim, claim.plan);
    (verdict(chance, alone, tail), [chance, alone, tail])
}

fn kept(belief: &impl Posterior, better: Better, mark: f64) -> f64 {
    match better {
        Better::More => belief.chance_at_least(mark),
        Better::Less => belief.chance_at_most(mark),
    }
}

/// The fewest more observations after which the claim is decided: found by doubling, then by halving what is between.
fn more<S: Sample>(claim: &Claim, sample: &S, mean: f64) -> Option<More> {
    let after = |count: u32| reached(claim, &sample.and_more(f64::from(count), mean)).0;
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
    Some(More { observations: f64::from(decided), verdict: after(decided) })
}

/// How sure the plan's own value is, where nothing was counted yet.
fn band_of_plan<S: Sample>(claim: &Claim, sample: &S) -> Option<(f64, f64)> {
    let can_tell = (0.0..=MOST).contains(&claim.plan) && claim.weight > 0.0 && claim.weight.is_finite();
    if !can_tell || sample.trials() != 0.0 {
        return None;
    }
    let belief = sample.posterior(claim);
    let band = (belief.quantile(BAND.0).min(claim.plan), belief.quantile(BAND.1).max(claim.plan));
    (band.0.is_finite() && band.1.is_finite()).then_some(band)
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
        mark: known(sample.mark(claim)),
        observed: None,
        expected: plan,
        band: band_of_plan(claim, sample).unwrap_or((plan, plan)),
        chance: 0.0,
        alone: 0.0,
        tail: 1.0,
        more: None,
    }
}
