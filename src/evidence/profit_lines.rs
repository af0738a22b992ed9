//! The lines that profit is made of, and which of them are taken as planned.

use super::cell::FactCell;
use crate::model::{BusinessFact, ChannelFact};

/// What may not be recorded; the flexed plan's figure stands in for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProfitLine {
    /// Leads of a channel.
    Leads,
    /// Counts of stages, or new clients where there are none.
    Stages,
    /// Active clients.
    Active,
    /// Orders delivered.
    Orders,
    /// Revenue of orders.
    Revenue,
    /// Of upsells.
    UpsellRevenue,
    /// Of cross-sells.
    CrossSellRevenue,
    /// Everything that grows with sales.
    VariableCosts,
    /// Money spent on a channel.
    Marketing,
    /// Pay.
    Payroll,
    /// Costs that come whatever is sold.
    FixedCosts,
    /// Tax.
    Taxes,
}

/// Months in which a line is not recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assumed {
    /// The line.
    pub line: ProfitLine,
    /// Months of the plan.
    pub months: Vec<u32>,
}

/// Every line, in the order in which they are listed.
pub(super) const LINES: [ProfitLine; 12] = [
    ProfitLine::Leads,
    ProfitLine::Stages,
    ProfitLine::Active,
    ProfitLine::Orders,
    ProfitLine::Revenue,
    ProfitLine::UpsellRevenue,
    ProfitLine::CrossSellRevenue,
    ProfitLine::VariableCosts,
    ProfitLine::Marketing,
    ProfitLine::Payroll,
    ProfitLine::FixedCosts,
    ProfitLine::Taxes,
];

/// The line that a figure is part of; none where profit is known without it.
pub(super) fn line_of(cell: FactCell) -> Option<ProfitLine> {
    Some(match cell {
        FactCell::Channel(_, ChannelFact::Spend) => ProfitLine::Marketing,
        FactCell::Channel(_, ChannelFact::Leads) => ProfitLine::Leads,
        FactCell::Channel(_, ChannelFact::Stage(_) | ChannelFact::Clients) => ProfitLine::Stages,
        FactCell::Channel(_, ChannelFact::Revenue) => ProfitLine::Revenue,
        FactCell::Business(BusinessFact::Active) => ProfitLine::Active,
        FactCell::Business(BusinessFact::Delivered) => ProfitLine::Orders,
        FactCell::Business(BusinessFact::UpsellRevenue) => ProfitLine::UpsellRevenue,
        FactCell::Business(BusinessFact::CrossSellRevenue) => ProfitLine::CrossSellRevenue,
        FactCell::Business(BusinessFact::VariableCosts) => ProfitLine::VariableCosts,
        FactCell::Business(BusinessFact::Payroll) => ProfitLine::Payroll,
        FactCell::Business(BusinessFact::FixedCosts) => ProfitLine::FixedCosts,
        FactCell::Business(BusinessFact::Taxes) => ProfitLine::Taxes,
        FactCell::Business(_) => return None,
    })
}
