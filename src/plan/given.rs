//! What was entered, as plain numbers: all that formulas know of a document.

use super::buying::Rhythm;
use super::cash::Timing;
use super::delay::Delay;
use super::leads::{awareness, months_of};
use super::order::Client;
use super::retention::Staying;
use super::sent_payroll::SentPayroll;
use super::statement::TaxRule;
use super::team::RoleTerms;
use crate::number::{Count, Money, Months, Number, Share};
use core::ops::Range;

/// Everything a plan is worked out from. Channels, stages and roles stand in the document's order.
#[derive(Clone, Debug, PartialEq)]
pub struct Given<N> {
    /// Months in the plan, 1..=120.
    pub months: u32,
    /// Months of a client's life that LTV counts, 1..=120.
    pub life_months: u32,
    /// Yearly rate at which LTV discounts.
    pub discount: Share<N>,
    /// What one client does.
    pub client: Client<N>,
    /// How clients stay.
    pub staying: Staying<N>,
    /// How often they buy.
    pub rhythm: Rhythm<N>,
    /// The clients there are at the beginning.
    pub opening: OpeningTerms<N>,
    /// The stages of the funnel.
    pub stages: Vec<StageTerms<N>>,
    /// The stage that makes the client; none without stages.
    pub client_stage: Option<usize>,
    /// How long it is on average from a lead to a client.
    pub funnel: Months<N>,
    /// The first stage that is sales' work; the first of all where none is.
    pub sales_stage: usize,
    /// The channels; those that do not count are among them.
    pub channels: Vec<ChannelTerms<N>>,
    /// How fast the market gets to know the product; none where it knows it.
    pub market: Option<MarketTerms<N>>,
    /// The roles.
    pub roles: Vec<RoleTerms<N>>,
    /// Everybody's pay as one sum; none where it is there by role.
    pub sent_payroll: Option<SentPayroll<N>>,
    /// Whether more work than people can handle is lost.
    pub caps_flow: bool,
    /// Costs that come whatever is sold.
    pub fixed_costs: Vec<CostTerms<N>>,
    /// Sums paid once, with their months.
    pub investments: Vec<(u32, Money<N>)>,
    /// When money moves.
    pub timing: Timing<N>,
    /// How tax is worked out.
    pub tax: TaxRule<N>,
}

/// The clients there are at the beginning.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OpeningTerms<N> {
    /// How many.
    pub clients: Count<N>,
    /// Orders of one of them in a month.
    pub frequency: Count<N>,
    /// Share of them that stays from month to month.
    pub stay: Share<N>,
}

impl<N: Number> OpeningTerms<N> {
    /// Those still there in each month: `O · r^t`.
    pub fn by_month(&self, months: u32) -> Vec<Count<N>> {
        let mut there = self.clients;
        (0..months)
            .map(|_| {
                let now = there;
                there = there * self.stay;
                now
            })
            .collect()
    }
}

/// A stage as seen from the leads.
#[derive(Clone, Debug, PartialEq)]
pub struct StageTerms<N> {
    /// Product of the funnel's conversions up to it.
    pub share: Share<N>,
    /// All the days up to it, the same for every channel.
    pub delay: Delay<N>,
}

/// A way that leads come.
#[derive(Clone, Debug, PartialEq)]
pub struct ChannelTerms<N> {
    /// Whether it counts in this plan.
    pub counts: bool,
    /// Its first month.
    pub first: u32,
    /// Its last month, that month included; none = to the end.
    pub last: Option<u32>,
    /// Leads of its first month, where they come without money; none where they are bought.
    pub free_leads: Option<Count<N>>,
    /// Money spent in its first month.
    pub budget: Money<N>,
    /// Growth from month to month, of the budget or of the free leads.
    pub growth: Share<N>,
    /// Cost of one lead.
    pub cost_per_lead: Money<N>,
    /// Most leads in a month; none = without a bound.
    pub most_leads: Option<Count<N>>,
    /// Whether the budget that the bound leaves over is saved; otherwise it is spent all the same.
    pub saves_rest: bool,
    /// For each stage, the product of conversions up to it, where any of them is the channel's own.
    pub own_shares: Option<Vec<Share<N>>>,
}

impl<N> ChannelTerms<N> {
    /// The months of a plan in which it is on.
    pub fn months(&self, plan: u32) -> Range<u32> {
        if self.counts { months_of(self.first, self.last, plan) } else { 0..0 }
    }
}

/// How a market gets to know a product.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MarketTerms<N> {
    /// Share of the full effect in the first month.
    pub from: Share<N>,
    /// Months until the effect is full.
    pub months: u32,
}

impl<N: Number> MarketTerms<N> {
    /// The part of the full effect that advertising has in a month.
    pub fn awareness(&self, t: u32) -> Share<N> {
        awareness(self.from, self.months, t)
    }
}

/// A cost that comes every month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CostTerms<N> {
    /// Amount in its first month.
    pub amount: Money<N>,
    /// Growth of it from month to month.
    pub growth: Share<N>,
    /// Its first month.
    pub first: u32,
    /// Its last month, that month included; none = to the end.
    pub last: Option<u32>,
}
