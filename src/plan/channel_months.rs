//! The question what a plan has of each channel, stage and month.

use super::buying::Orders;
use super::channel_flow::ChannelFlow;
use super::given::Given;
use super::past::Past;
use super::pipeline::flows;
use super::team::roles;
use crate::model::Model;
use crate::number::{Count, Exact, Money, Number};

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
    fn of(id: &str, given: &Given<N>, flow: ChannelFlow<'_, N>) -> Self {
        let reached = |(place, stage)| match given.client_stage == Some(place) {
            true => flow.new_clients.clone(),
            false => flow.stage(given, place, stage).0,
        };
        let stages = given.stages.iter().enumerate().map(reached).collect();
        let ChannelFlow { spend, leads, new_clients, .. } = flow;
        Self { id: id.to_owned(), spend, leads, stages, new_clients }
    }
}

/// What the plan has of each channel, stage and month; channels in the document's order.
pub fn channel_months<N: Number>(model: &Model) -> Vec<ChannelMonths<N>> {
    channel_months_from(model, &Past::none())
}

/// The same with what is known of months that are over.
pub fn channel_months_from<N: Number>(model: &Model, past: &Past<N>) -> Vec<ChannelMonths<N>> {
    let given = Given::read(model);
    let roles = roles(&given.roles, given.months);
    let orders = Orders::new(given.rhythm, &given.staying, given.months);
    let channels = flows::<N, true>(&given, &roles, &orders, past).channels;
    let each = model.channels.iter().zip(channels);
    each.map(|(channel, flow)| ChannelMonths::of(&channel.id, &given, flow)).collect()
}
