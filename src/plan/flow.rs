//! From leads to clients, month by month, and how many of them are active.

use super::lag::Lag;
use crate::number::{Count, Number, Share};

/// A stage as seen from the leads of one channel: the share of them that reach it, and how late.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reach<N> {
    /// Product of the conversions up to the stage.
    pub share: Share<N>,
    /// All the days up to the stage.
    pub lag: Lag<N>,
}

/// How many of a channel's leads reach a stage in each month of the plan; counts.
///
/// `leads · share`, later by the lag. What falls behind the last month is not in it.
pub fn reached<N: Number>(leads: &[Count<N>], reach: Reach<N>) -> Vec<Count<N>> {
    let here: Vec<_> = leads.iter().map(|count| *count * reach.share).collect();
    let mut later = vec![Count::ZERO; leads.len()];
    reach.lag.spread(&here, &mut later);
    later
}

/// Clients active in each month: those of every earlier month who are still there; counts.
///
/// `active(t) = Σ n(t − k) · S(k)`. A month's new clients are active in it.
///
/// ```
/// use obkatka::number::{Count, Exact, Number, Share};
/// use obkatka::plan::{active_clients, Staying};
/// let half = Share(Exact::ONE / Exact::whole(2));
/// let new = [8, 0, 4].map(|n| Count(Exact::whole(n)));
/// let active = active_clients(&new, &Staying::Constant(half).survival(3));
/// // 8, 4, 2 + 4
/// assert_eq!(active[2].0.text().as_deref(), Some("6"));
/// ```
pub fn active_clients<N: Number>(new: &[Count<N>], survival: &[Share<N>]) -> Vec<Count<N>> {
    let mut active = vec![Count::ZERO; new.len()];
    for (month, count) in new.iter().enumerate().filter(|(_, count)| **count != Count::ZERO) {
        for (there, share) in active.iter_mut().skip(month).zip(survival) {
            if *share == Share::ZERO {
                break;
            }
            *there += *count * *share;
        }
    }
    active
}
