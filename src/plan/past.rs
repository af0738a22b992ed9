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

use super::inputs;
use super::leads::runs;
use super::retention::Staying;
use super::team::roles;
use super::volumes::{ChannelFlow, flows};
use crate::model::{Channel, Model};
use crate::number::{Count, Exact, Money, Number, Share};

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

    /// Clients of a month that would not have been there, where it is known how many were active; below
    /// nothing where fewer were.
    pub(super) fn unseen(&self, t: usize, would_be: Count<N>) -> Count<N> {
        at(&self.active, t).map_or(Count::ZERO, |active| active - would_be)
    }
}

/// What is known of a month.
pub(super) fn at<T: Copy>(known: &[Option<T>], t: usize) -> Option<T> {
    known.get(t).copied().flatten()
}

/// What is known stands in the place of what would have been.
pub(super) fn put<T: Copy>(line: &mut [T], known: &[Option<T>]) {
    let known = line.iter_mut().zip(known).filter_map(|(own, known)| Some((own, (*known)?)));
    known.for_each(|(own, known)| *own = known);
}

/// Clients won before a month who are still there in it: Σ n(s) · S(t − s) over s < t.
pub(super) fn still_there<N: Number>(won: &[Count<N>], survival: &[Share<N>], t: usize) -> Count<N> {
    let stay = |(s, count): (usize, &Count<N>)| {
        survival.get(t.saturating_sub(s)).map_or(Count::ZERO, |share| *count * *share)
    };
    won.iter().take(t).enumerate().map(stay).sum()
}

/// One channel of the plan, month by month.
#[derive(Clone, Debug, PartialEq)]
pub struct ChannelMonths<N = Exact> {
    /// The channel's id.
    pub id: String,
    /// Money spent.
    pub spend: Vec<Money<N>>,
    /// Leads.
    pub leads: Vec<Count<N>>,
    /// For each stage of the funnel, how many reach it.
    pub stages: Vec<Vec<Count<N>>>,
    /// New clients: who passes the last stage, or every lead that is worked where there is none.
    pub new_clients: Vec<Count<N>>,
}

impl<N: Number> ChannelMonths<N> {
    fn of(flow: ChannelFlow<N>) -> Self {
        let new_clients = flow.new_clients().to_vec();
        Self { id: flow.id, spend: flow.spend, leads: flow.leads, stages: flow.stages, new_clients }
    }
}

/// What the plan has of each channel, stage and month; channels in the document's order.
pub fn channel_months<N: Number>(model: &Model) -> Vec<ChannelMonths<N>> {
    channel_months_from(model, &Past::none())
}

/// The same with what is known of months that are over.
pub fn channel_months_from<N: Number>(model: &Model, past: &Past<N>) -> Vec<ChannelMonths<N>> {
    let months = model.about.horizon.clamp(1, 120);
    let staying: Staying<N> = inputs::staying(&model.offer.retention);
    let flows = flows(model, &roles(model, months), &staying, months, past);
    flows.channels.into_iter().map(ChannelMonths::of).collect()
}

/// Whether the plan has a channel on in a month: neither dropped nor an idea that does not count, and
/// within its months.
pub fn is_on(model: &Model, channel: &Channel, t: u32) -> bool {
    inputs::counts(channel, model.with_ideas) && runs(channel.first, channel.last, t)
}
