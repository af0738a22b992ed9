//! What the columns and rows of a table are mapped to.

use crate::model::{Fact, YearMonth};

/// What a column was mapped to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ColumnMapping {
    /// Its cells name months or days.
    Month,
    /// Its cells name channels.
    Channel,
    /// Its cells say what the figures of the row are.
    Measure,
    /// Its cells are figures; what is open here, the row names.
    Values {
        /// What they are.
        fact: Option<Fact>,
        /// Their month.
        month: Option<YearMonth>,
        /// Their channel.
        channel: Option<ChannelMatch>,
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
    /// By which a deal is known: rows with the same are one.
    Id,
    /// The money of a deal that was paid back.
    PaidBack,
    /// Nothing was taken from it.
    Skipped(Skipped),
}

/// Why nothing was taken from a column or a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Skipped {
    /// It is empty.
    Empty,
    /// A total of others.
    Total,
    /// A ratio, which is computed and not recorded: a conversion, CPL, an average.
    Ratio,
    /// A plan, a forecast or a difference: no fact.
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
pub enum ChannelMatch {
    /// The plan's, by its id.
    Known(String),
    /// None of the plan, as it is written.
    New(String),
}
