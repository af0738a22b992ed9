//! What is known of months that are over, and the plan that goes on from there.
//!
//! A known figure stands in the place of what would have been, and what follows from it follows as in the
//! plan. The rules, one by one:
//!
//! - **spend, leads**: known ones replace the plan's; known leads go on through conversions and lags, and
//!   what people cannot handle of them is lost as ever;
//! - **stages**: a known count replaces the flow's in its month; later stages of other months still follow
//!   from leads, not from it;
//! - **new clients**: the last stage, or `clients` where the funnel has none;
//! - **active clients**: follow from new clients and survival; a known count replaces, and its difference
//!   from what would have been goes on in later months as if it were clients won then: difference · S(k);
//! - **orders**: a known count replaces;
//! - **overload** never takes anything from a figure that is known.

use crate::number::{Count, Money, Number};

/// What is known of one channel. Lines go by months of the plan; they may be shorter than the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct ChannelPast<N> {
    /// Money spent.
    pub spend: Vec<Option<Money<N>>>,
    /// Leads that came.
    pub leads: Vec<Option<Count<N>>>,
    /// For each stage of the funnel, how many reached it.
    pub stages: Vec<Vec<Option<Count<N>>>>,
    /// New clients, where the funnel has no stages.
    pub clients: Vec<Option<Count<N>>>,
}

impl<N> Default for ChannelPast<N> {
    fn default() -> Self {
        Self { spend: Vec::new(), leads: Vec::new(), stages: Vec::new(), clients: Vec::new() }
    }
}

/// What is known of months that are over.
#[derive(Clone, Debug, PartialEq)]
pub struct Past<N> {
    /// By channel, in the document's order; there may be fewer.
    pub channels: Vec<ChannelPast<N>>,
    /// Clients active at the end of a month.
    pub active: Vec<Option<Count<N>>>,
    /// Orders delivered.
    pub orders: Vec<Option<Count<N>>>,
}

impl<N: Number> Past<N> {
    /// Nothing is known.
    pub const fn none() -> Self {
        Self { channels: Vec::new(), active: Vec::new(), orders: Vec::new() }
    }

    pub(super) fn knows_active(&self) -> bool {
        self.active.iter().any(Option::is_some)
    }

    pub(super) fn knows_orders(&self) -> bool {
        self.orders.iter().any(Option::is_some)
    }

    /// Clients active in a month, where they are known.
    pub(super) fn active_in(&self, t: usize) -> Option<Count<N>> {
        known_at(&self.active, t)
    }

    /// Clients of a month that would not have been there, where it is known how many were active; below
    /// nothing where fewer were.
    pub(super) fn unseen(&self, t: usize, would_be: Count<N>) -> Count<N> {
        self.active_in(t).map_or(Count::ZERO, |active| active - would_be)
    }
}

/// What is known of a month.
pub(super) fn known_at<T: Copy>(known: &[Option<T>], t: usize) -> Option<T> {
    known.get(t).copied().flatten()
}

/// What is known stands in the place of what would have been.
pub(super) fn overwrite<T: Copy>(line: &mut [T], known: &[Option<T>]) {
    let known = line.iter_mut().zip(known).filter_map(|(own, known)| Some((own, (*known)?)));
    known.for_each(|(own, known)| *own = known);
}
