//! What is claimed, and what may be said of it.

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
    /// How unsure the plan is: one standard deviation of the value's logarithm, of a share's log odds; see [`prior_sd`](super::prior_sd).
    pub prior_sd: f64,
    /// Which way the figure is good.
    pub better: Better,
    /// The value that it must reach to hold; none for the usual part of the plan: see [`LEAST_OF_PLAN`].
    pub floor: Option<f64>,
}

/// The part of the plan that a figure must reach to hold, where nothing else says what the business needs; the plan divided by it is
/// the most of what is better less.
pub const LEAST_OF_PLAN: f64 = 0.7;
/// "None at all", planned of something bad, is judged as one in a hundred: that there is exactly none, no count can show. "All" is judged
/// as all but one in a hundred.
pub const NEXT_TO_NONE: f64 = 0.01;

/// The least that a figure may be, or the most of one that is better less.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Floor {
    /// So many times the plan: all months of the plan together still leave no loss.
    BreakEven(f64),
    /// The usual part of the plan: no field of the plan holds the figure, or the plan leaves a profit without any of it.
    Usual,
    /// The usual part of the plan, which leaves a loss as it is: no value of this figure can be what it needs.
    Loss,
}

/// What the facts allow to say of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is hardly possible that the plan is really reached.
    Below,
    /// What the business needs of it is most likely reached.
    Holds,
    /// It is hardly possible that no more than the plan is reached.
    Above,
    /// Too little is known to tell.
    Open,
    /// Nothing was counted, or the plan claims nothing.
    NoData,
}

/// Chance that the floor is reached, from which on a figure holds.
pub const LIKELY: f64 = 0.8;
/// Chance that the plan is reached, up to which a figure is below it; above it likewise.
pub const RARE: f64 = 0.02;
/// Rounding of the functions must not tip a verdict that lies exactly at its bound.
const ROUNDING: f64 = 1e-9;

/// The verdict from the chance, 0 to 1, that the figure is at least as good as planned, and at least as good as the floor; the
/// second is asked for only where it hangs on it.
pub(super) fn verdict(as_planned: f64, at_floor: impl FnOnce() -> f64) -> Verdict {
    match as_planned {
        chance if chance <= RARE + ROUNDING => Verdict::Below,
        chance if chance >= 1.0 - RARE - ROUNDING => Verdict::Above,
        _ if at_floor() >= LIKELY - ROUNDING => Verdict::Holds,
        _ => Verdict::Open,
    }
}
