//! What winning clients costs and what they are worth, channel by channel and of all together.

use super::cash::total;
use super::channel_flow::ChannelFlow;
use super::client::ClientLife;
use super::outcome::{Acquisition, ChannelOutcome, WinningPay};
use crate::number::{Count, Money, Months, Number};

/// What was spent and won.
#[derive(Clone, Copy)]
pub(super) struct Won<N> {
    spend: Money<N>,
    leads: Count<N>,
    clients: Count<N>,
    clients_later: Count<N>,
}

impl<N: Number> Won<N> {
    fn by(flow: &ChannelFlow<'_, N>) -> Self {
        Self {
            spend: total(&flow.spend),
            leads: flow.total_leads,
            clients: flow.clients,
            clients_later: flow.clients_later,
        }
    }

    /// All channels together.
    fn by_all(channels: &[ChannelOutcome<N>]) -> Self {
        let each = || channels.iter().map(|channel| channel.acquisition);
        Self {
            spend: each().map(|of| of.spend).sum(),
            leads: each().map(|of| of.leads).sum(),
            clients: each().map(|of| of.clients).sum(),
            clients_later: each().map(|of| of.clients_later).sum(),
        }
    }
}

/// What acquisition is held against: one client, and the pay for winning clients.
pub(super) struct Winning<'a, N> {
    pub client: &'a ClientLife<N>,
    pub pay: WinningPay<N>,
    /// How long the funnel takes.
    pub funnel: Months<N>,
    /// Leads of the whole plan.
    pub leads: Count<N>,
    /// Clients that they become.
    pub clients: Count<N>,
}

impl<N: Number> Winning<'_, N> {
    /// One channel; its lines are moved into the outcome.
    pub fn channel(&self, counts: bool, flow: ChannelFlow<'_, N>) -> ChannelOutcome<N> {
        let won = Won::by(&flow);
        // Pay for time is shared among channels by their leads: each lead is the same work. What is paid by what
        // clients buy goes by clients.
        let part = |pay: Money<N>, own: Count<N>, all: Count<N>| match own.is_zero() || pay.is_zero() {
            true => Money::ZERO,
            false => pay * own / all,
        };
        let pay =
            part(self.pay.fixed, won.leads, self.leads) + part(self.pay.variable, won.clients, self.clients);
        ChannelOutcome {
            counts,
            acquisition: self.acquisition(won, pay, self.in_plan(&flow.new_clients)),
            new_clients: flow.new_clients,
            spend: flow.spend,
            leads: flow.leads,
        }
    }

    /// All channels together, and the new clients of all.
    pub fn total(&self, channels: &[ChannelOutcome<N>], new_clients: &[Count<N>]) -> Acquisition<N> {
        let pay = self.pay.fixed + self.pay.variable;
        self.acquisition(Won::by_all(channels), pay, self.in_plan(new_clients))
    }

    /// What clients won by month bring until the end of the plan.
    fn in_plan(&self, new_clients: &[Count<N>]) -> Money<N> {
        let brought = new_clients.iter().zip(self.client.by_calendar.iter().rev());
        brought.filter(|(count, _)| !count.is_zero()).map(|(count, brought)| *count * *brought).sum()
    }

    fn acquisition(&self, won: Won<N>, pay: Money<N>, in_plan: Money<N>) -> Acquisition<N> {
        let Won { spend, leads, clients, clients_later } = won;
        let (cac, cac_loaded) = (spend / clients, (spend + pay) / clients);
        let value = self.client.outcome.ltv;
        let payback = |cost| self.client.brought.payback(cost, self.client.endless);
        let payback_loaded = payback(cac_loaded);
        Acquisition {
            spend,
            leads,
            clients,
            clients_later,
            conversion: clients / leads,
            acquisition_pay: pay,
            cpl: spend / leads,
            cac,
            cac_loaded,
            ltv_to_cac: value / cac,
            ltv_to_cac_loaded: value / cac_loaded,
            earn_per_client: value - cac_loaded,
            romi: (value * clients - spend) / spend,
            romi_plan: (in_plan - spend) / spend,
            payback: payback(cac),
            payback_loaded,
            payback_spent: payback_loaded.map(|months| Months(months.0 + self.funnel.0)),
        }
    }
}
