//! The lines that profit is told from, and which of them are taken as planned.

use super::cell::{Cell, ChannelCell, MonthCell};

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
pub(super) fn line_of(cell: Cell) -> Option<Line> {
    Some(match cell {
        Cell::Channel(_, ChannelCell::Spend) => Line::Marketing,
        Cell::Channel(_, ChannelCell::Leads) => Line::Leads,
        Cell::Channel(_, ChannelCell::Stage(_) | ChannelCell::Clients) => Line::Stages,
        Cell::Channel(_, ChannelCell::Revenue) => Line::Revenue,
        Cell::Month(MonthCell::Active) => Line::Active,
        Cell::Month(MonthCell::Delivered) => Line::Orders,
        Cell::Month(MonthCell::UpsellRevenue) => Line::UpsellRevenue,
        Cell::Month(MonthCell::CrossSellRevenue) => Line::CrossSellRevenue,
        Cell::Month(MonthCell::VariableCosts) => Line::VariableCosts,
        Cell::Month(MonthCell::Payroll) => Line::Payroll,
        Cell::Month(MonthCell::FixedCosts) => Line::FixedCosts,
        Cell::Month(MonthCell::Taxes) => Line::Taxes,
        Cell::Month(_) => return None,
    })
}
