//! What is claimed, and what may be said of it.

use crate::model::Basis;

/// How many observations a plan's value weighs, by what it rests on. A measured value gives way to facts slowly, a guess at once.
pub fn weight(basis: Basis) -> f64 {
    match basis {
        Basis::Measured => 200.0,
        Basis::Benchmark => 30.0,
        Basis::Guess => 5.0,
    }
}

/// Which way a figure is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    /// Conversion, leads, a deal.
    More,
    /// Complaints, days, costs.
    Less,
}

impl Better {
    /// The other way.
    pub(super) fn other(self) -> Self {
        match self {
            Better::More => Better::Less,
            Better::Less => Better::More,
        }
    }
}

/// A plan's value, to be judged.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Claim {
    /// The planned value: a share 0 to 1, counts per unit of exposure, or an average in its unit.
    pub plan: f64,
    /// How many observations the plan is worth: see [`weight`].
    pub weight: f64,
    /// Which way the figure is good.
    pub better: Better,
}

/// How far short of the plan still counts as the plan.
pub const KEPT_FROM: f64 = 0.95;
/// "None at all", planned of something bad, is kept when it is really one in a hundred at most: that there is exactly none, no count
/// can prove.
pub const NEXT_TO_NONE: f64 = 0.01;

impl Claim {
    /// The value from which on the claim is kept: 95 % of the plan, or plan / 0.95 where less is better.
    pub fn threshold(&self) -> f64 {
        match self.better {
            Better::More => self.plan * KEPT_FROM,
            Better::Less => self.plan / KEPT_FROM,
        }
    }

    /// The threshold of a share, which also a plan of "none at all" has.
    pub(super) fn threshold_of_share(&self) -> f64 {
        if self.better == Better::Less && self.plan == 0.0 { NEXT_TO_NONE } else { self.threshold() }
    }
}

/// What the facts allow to say of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is kept, most likely, and the facts say so without the plan's help.
    Proved,
    /// Too little is known.
    NotYet,
    /// It is not kept, most likely, and such facts would be rare if it were.
    Disproved,
    /// Nothing was counted, or the plan claims nothing.
    NoData,
}

/// Chance from which on a claim may be called proved, and below which (less than 1) disproved.
pub const LIKELY: f64 = 0.8;
/// The chance that the facts must give without the plan's weight.
pub const LIKELY_BY_FACTS: f64 = 0.5;
/// How rare facts must be, were the plan exactly true, to disprove it.
pub const RARE: f64 = 0.05;
/// Rounding of the functions must not tip a verdict that lies exactly at its bound.
const ROUNDING: f64 = 1e-9;

/// The verdict from the chance that the claim is kept, the same by the facts alone, and how often such facts or worse
/// would come were the plan exactly true; each 0 to 1. The last two are asked for only where it hangs on them.
pub(super) fn verdict(chance: f64, by_facts: impl FnOnce() -> f64, p_value: impl FnOnce() -> f64) -> Verdict {
    let (is_likely, is_unlikely) = (chance >= LIKELY - ROUNDING, chance <= 1.0 - LIKELY + ROUNDING);
    if is_likely && by_facts() >= LIKELY_BY_FACTS - ROUNDING {
        Verdict::Proved
    } else if is_unlikely && p_value() <= RARE - ROUNDING {
        Verdict::Disproved
    } else {
        Verdict::NotYet
    }
}
