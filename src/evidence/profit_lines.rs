//! The lines that profit is told from, and which of them are taken as planned.

use super::cell::FactCell;

use crate::model::{BusinessFact, ChannelFact};
/// What may not be written down; the flexed plan's figure stands in for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
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

/// Months in which a line is not written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assumed {
    /// The line.
    pub line: Line,
    /// Months of the plan.
    pub months: Vec<u32>,
}

/// Every line, in the order in which they are told.
pub(super) const LINES: [Line; 12] = [
    Line::Leads,
    Line::Stages,
    Line::Active,
    Line::Orders,
    Line::Revenue,
    Line::UpsellRevenue,
    Line::CrossSellRevenue,
    Line::VariableCosts,
    Line::Marketing,
    Line::Payroll,
    Line::FixedCosts,
    Line::Taxes,
];

/// The line that a figure is part of; none where profit is told without it.
pub(super) fn line_of(cell: FactCell) -> Option<Line> {
    Some(match cell {
        FactCell::Channel(_, ChannelFact::Spend) => Line::Marketing,
        FactCell::Channel(_, ChannelFact::Leads) => Line::Leads,
        FactCell::Channel(_, ChannelFact::Stage(_) | ChannelFact::Clients) => Line::Stages,
        FactCell::Channel(_, ChannelFact::Revenue) => Line::Revenue,
        FactCell::Business(BusinessFact::Active) => Line::Active,
        FactCell::Business(BusinessFact::Delivered) => Line::Orders,
        FactCell::Business(BusinessFact::UpsellRevenue) => Line::UpsellRevenue,
        FactCell::Business(BusinessFact::CrossSellRevenue) => Line::CrossSellRevenue,
        FactCell::Business(BusinessFact::VariableCosts) => Line::VariableCosts,
        FactCell::Business(BusinessFact::Payroll) => Line::Payroll,
        FactCell::Business(BusinessFact::FixedCosts) => Line::FixedCosts,
        FactCell::Business(BusinessFact::Taxes) => Line::Taxes,
        FactCell::Business(_) => return None,
    })
}
