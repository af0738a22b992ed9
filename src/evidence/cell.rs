//! What can be written down of a month: one figure of the business, or one of a channel.

use crate::model::{ChannelFact, MonthFact};
use crate::number::Decimal;

/// A figure of the whole business in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MonthCell {
    /// Orders delivered.
    Delivered,
    /// Orders delivered as promised.
    OnPromise,
    /// Days from lead to sale.
    Cycle,
    /// Clients active at the month's end.
    Active,
    /// Clients lost.
    Lost,
    /// Orders complained about.
    Complaints,
    /// Orders paid back.
    Refunds,
    /// New clients who bought more at once.
    Upsells,
    /// What they paid for it.
    UpsellRevenue,
    /// Active clients who bought something else.
    CrossSells,
    /// What they paid for it.
    CrossSellRevenue,
    /// Everything that grows with sales.
    VariableCosts,
    /// Pay of everybody, with contributions.
    Payroll,
    /// Costs that come whatever is sold.
    FixedCosts,
    /// Tax.
    Taxes,
    /// Cash at the month's end.
    Cash,
}

impl MonthCell {
    /// All of them, in the order in which they are written down.
    pub const ALL: [MonthCell; 16] = [
        MonthCell::Delivered,
        MonthCell::OnPromise,
        MonthCell::Cycle,
        MonthCell::Active,
        MonthCell::Lost,
        MonthCell::Complaints,
        MonthCell::Refunds,
        MonthCell::Upsells,
        MonthCell::UpsellRevenue,
        MonthCell::CrossSells,
        MonthCell::CrossSellRevenue,
        MonthCell::VariableCosts,
        MonthCell::Payroll,
        MonthCell::FixedCosts,
        MonthCell::Taxes,
        MonthCell::Cash,
    ];

    /// The figure in a month's row.
    pub fn of(self, fact: &MonthFact) -> Option<Decimal> {
        match self {
            MonthCell::Delivered => fact.delivered,
            MonthCell::OnPromise => fact.on_promise,
            MonthCell::Cycle => fact.cycle,
            MonthCell::Active => fact.active,
            MonthCell::Lost => fact.lost,
            MonthCell::Complaints => fact.complaints,
            MonthCell::Refunds => fact.refunds,
            MonthCell::Upsells => fact.upsells,
            MonthCell::UpsellRevenue => fact.upsell_revenue,
            MonthCell::CrossSells => fact.cross_sells,
            MonthCell::CrossSellRevenue => fact.cross_sell_revenue,
            MonthCell::VariableCosts => fact.variable_costs,
            MonthCell::Payroll => fact.payroll,
            MonthCell::FixedCosts => fact.fixed_costs,
            MonthCell::Taxes => fact.taxes,
            MonthCell::Cash => fact.cash,
        }
    }

    /// The field in a month's row.
    pub const fn name(self) -> &'static str {
        match self {
            MonthCell::Delivered => "delivered",
            MonthCell::OnPromise => "on_promise",
            MonthCell::Cycle => "cycle",
            MonthCell::Active => "active",
            MonthCell::Lost => "lost",
            MonthCell::Complaints => "complaints",
            MonthCell::Refunds => "refunds",
            MonthCell::Upsells => "upsells",
            MonthCell::UpsellRevenue => "upsell_revenue",
            MonthCell::CrossSells => "cross_sells",
            MonthCell::CrossSellRevenue => "cross_sell_revenue",
            MonthCell::VariableCosts => "variable_costs",
            MonthCell::Payroll => "payroll",
            MonthCell::FixedCosts => "fixed_costs",
            MonthCell::Taxes => "taxes",
            MonthCell::Cash => "cash",
        }
    }
}

/// A figure of one channel in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChannelCell {
    /// Money spent.
    Spend,
    /// Leads.
    Leads,
    /// How many reached a stage, by its place in the funnel.
    Stage(usize),
    /// New clients, where the funnel has no stages.
    Clients,
    /// Revenue of its clients, without VAT and add-ons.
    Revenue,
}

/// What can be written down of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Of the whole business.
    Month(MonthCell),
    /// Of a channel, by its place in the document.
    Channel(usize, ChannelCell),
}

/// What is written down of a channel in a month.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct ChannelRow {
    pub spend: Option<Decimal>,
    pub leads: Option<Decimal>,
    /// By the place of the stage in the funnel.
    pub stages: Vec<Option<Decimal>>,
    pub clients: Option<Decimal>,
    pub revenue: Option<Decimal>,
}

impl ChannelRow {
    /// What rows about a channel say; of several the first that says anything counts.
    pub fn read(&mut self, fact: &ChannelFact, stages: &[String]) {
        self.spend = self.spend.or(fact.spend);
        self.leads = self.leads.or(fact.leads);
        self.clients = self.clients.or(fact.clients);
        self.revenue = self.revenue.or(fact.revenue);
        self.stages.resize(stages.len(), None);
        for row in &fact.stages {
            let place = stages.iter().position(|id| *id == row.id);
            if let Some(count) = place.and_then(|place| self.stages.get_mut(place)) {
                *count = count.or(row.count);
            }
        }
    }

    pub fn get(&self, cell: ChannelCell) -> Option<Decimal> {
        match cell {
            ChannelCell::Spend => self.spend,
            ChannelCell::Leads => self.leads,
            ChannelCell::Stage(place) => self.stages.get(place).copied().flatten(),
            ChannelCell::Clients => self.clients,
            ChannelCell::Revenue => self.revenue,
        }
    }

    pub fn is_blank(&self) -> bool {
        let of_channel = [self.spend, self.leads, self.clients, self.revenue];
        of_channel.iter().chain(&self.stages).all(Option::is_none)
    }
}
