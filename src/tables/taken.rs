//! What a column, a row or a figure of a table was taken for.

use super::report::BadReason;
use crate::model::YearMonth;
use crate::number::Decimal;

/// What a figure is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// Money spent on a channel.
    Spend,
    /// Leads of a channel.
    Leads,
    /// How many of a channel reached the stage with this id.
    Stage(String),
    /// New clients of a channel, where the funnel has no stages.
    Clients,
    /// Revenue of a channel.
    Revenue,
    /// Orders delivered.
    Delivered,
    /// Orders delivered as promised.
    OnPromise,
    /// Days from lead to sale.
    Cycle,
    /// Active clients at the month's end.
    Active,
    /// Clients lost.
    Lost,
    /// Orders complained about.
    Complaints,
    /// Orders paid back.
    Refunds,
    /// Upsells.
    Upsells,
    /// Money of upsells.
    UpsellRevenue,
    /// Cross-sells.
    CrossSells,
    /// Money of cross-sells.
    CrossSellRevenue,
    /// Everything that grows with sales.
    VariableCosts,
    /// Pay of everybody.
    Payroll,
    /// Costs that come whatever is sold.
    FixedCosts,
    /// Taxes.
    Taxes,
    /// Cash at the month's end.
    Cash,
}

impl Target {
    /// Whether every channel has its own.
    #[must_use]
    pub fn is_by_channel(&self) -> bool {
        matches!(self, Self::Spend | Self::Leads | Self::Stage(_) | Self::Clients | Self::Revenue)
    }

    /// Whether it is counted: whole numbers, where money and days may have a fraction.
    #[must_use]
    pub fn is_count(&self) -> bool {
        use Target::{Active, Clients, Complaints, CrossSells, Delivered, Leads, Lost, OnPromise, Refunds};
        let of_month = matches!(self, Delivered | OnPromise | Active | Lost | Complaints | Refunds);
        of_month || matches!(self, Leads | Self::Stage(_) | Clients | Self::Upsells | CrossSells)
    }

    /// Whether a figure can be one of these.
    ///
    /// # Errors
    /// [`BadReason::NotWhole`] of what is counted, [`BadReason::Negative`] of anything but cash.
    pub fn check(&self, value: Decimal) -> Result<(), BadReason> {
        if self.is_count() && !value.is_integer() {
            return Err(BadReason::NotWhole);
        }
        let is_below = value.is_sign_negative() && !value.is_zero();
        if is_below && *self != Self::Cash { Err(BadReason::Negative) } else { Ok(()) }
    }
}

/// What a column was taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// Its cells name months or days.
    Month,
    /// Its cells name channels.
    Channel,
    /// Its cells say what the figures of the row are.
    Measure,
    /// Its cells are figures. What is not told here, the row tells.
    Values {
        /// What they are.
        target: Option<Target>,
        /// Their month.
        month: Option<YearMonth>,
        /// Their channel.
        channel: Option<Named>,
    },
    /// When a deal was created.
    Created,
    /// When a deal was closed.
    Closed,
    /// Where a deal stands.
    Stage,
    /// The money of a deal.
    Amount,
    /// Whether a deal was won: yes or no.
    Won,
    /// Nothing was taken from it.
    Left(Left),
}

/// Why nothing was taken from a column or a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// It is empty.
    Empty,
    /// A total of others.
    Total,
    /// A ratio, which is computed and not recorded: a conversion, CPL, an average.
    Ratio,
    /// A plan, a forecast or a difference: not what has been.
    Plan,
    /// Nothing known.
    Unknown,
    /// Another column holds the same already.
    Twice,
    /// The reader wants it so.
    Asked,
}

/// A channel as a table names it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Named {
    /// The plan's, by its id.
    Known(String),
    /// None of the plan, as it is written.
    New(String),
}
