//! From leads to those who reach a stage, month by month.

use super::delay::Delay;
use crate::number::{Count, Number, Share};

/// How many of a channel's leads reach a stage in each month of the plan; counts.
///
/// `leads · share`, later by the lag. What falls after the last month is not in it.
pub fn reached<N: Number>(leads: &[Count<N>], share: Share<N>, delay: &Delay<N>) -> Vec<Count<N>> {
    let reaching: Vec<_> = leads.iter().map(|count| *count * share).collect();
    let mut reached = vec![Count::ZERO; leads.len()];
    delay.spread(&reaching, &mut reached);
    reached
}
