//! What was found in a table, as plain data: enough to show how every column was understood.

use super::formats::{BadReason, DateFormat, Detected, NumberFormat};
use super::mapping::{ChannelMatch, ColumnMapping, Skipped};
use crate::model::{Fact, YearMonth};
use crate::number::Decimal;

/// What kind of table it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableShape {
    /// A row for each month and channel.
    Long,
    /// Months across.
    Pivot,
    /// Months down, figures across, no column of channels.
    ByMonth,
    /// A row for each deal of a CRM.
    Deals,
    /// Figures without headings.
    Bare,
}

/// How a column was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnReading {
    /// Its heading as it stands.
    pub header: String,
    /// What it was mapped to.
    pub mapping: ColumnMapping,
    /// The power of ten by which its heading has its figures multiplied: 3 of «тыс. руб.».
    pub scale: u32,
    /// The format of its numbers, if it has any.
    pub number: Option<Detected<NumberFormat>>,
    /// The format of its dates, or of the month in its heading.
    pub date: Option<Detected<DateFormat>>,
    /// How many months each of its figures is of, by its heading: 3 of «I кв.».
    pub months: u32,
    /// Cells read.
    pub read: usize,
    /// Cells that say "not recorded".
    pub blank: usize,
    /// Cells that could not be read.
    pub bad: usize,
}

/// How a row that names its own measure was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowReading {
    /// The row of [`Import::table`].
    pub row: usize,
    /// What it calls itself.
    pub label: String,
    /// What that was mapped to, or why the row was skipped.
    pub mapping: Result<Fact, Skipped>,
    /// Its channel, if the row names one.
    pub channel: Option<ChannelMatch>,
}

/// One figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadCell {
    /// The row of [`Import::table`]; of what was added up from deals, that of the first of them.
    pub row: usize,
    /// The column.
    pub column: usize,
    /// The month that it is of.
    pub month: YearMonth,
    /// Its channel; none for what is of the whole business.
    pub channel: Option<ChannelMatch>,
    /// What it is.
    pub fact: Fact,
    /// The figure: money, days or a count.
    pub value: Decimal,
    /// As it is written; empty if it was added up.
    pub raw: String,
    /// How many cells it is the sum of; 1 if it stands in one, or was counted from deals.
    pub parts: usize,
}

/// What became of the rows below the headings: each is one of the four.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RowCounts {
    /// Something was taken from it, and nothing in it could not be read.
    pub read: usize,
    /// It says nothing.
    pub blank: usize,
    /// Something in it could not be read.
    pub bad: usize,
    /// Left out: totals, repeated headings, what is no fact.
    pub left_out: usize,
}

impl RowCounts {
    /// All rows.
    pub const fn all(&self) -> usize {
        self.read.saturating_add(self.blank).saturating_add(self.bad).saturating_add(self.left_out)
    }
}

/// A cell that could not be read: it is kept and shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadCell {
    /// The row of [`Import::table`].
    pub row: usize,
    /// The column.
    pub column: usize,
    /// As it is written.
    pub raw: String,
    /// What is wrong.
    pub reason: BadReason,
    /// Where its figure would have gone; none where that is not known or somebody else is there.
    pub place: Option<BadPlace>,
}

/// Where a figure would have gone that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadPlace {
    /// To a month, a channel (none for what is of the whole business) and a fact.
    Figure(YearMonth, Option<ChannelMatch>, Fact),
    /// To a row and a column of [`Import::block`].
    Block(usize, usize),
}

/// What is to be known of how a table was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// Rows of totals were left out.
    Totals {
        /// How many.
        rows: usize,
    },
    /// Several rows of one month and channel were added up.
    AddedUp {
        /// How many cells.
        cells: usize,
        /// Into how many figures.
        figures: usize,
    },
    /// Figures of quarters or halves of a year were spread evenly over their months.
    Spread {
        /// How many cells.
        cells: usize,
    },
    /// Several rows are one deal by its id, and are counted once.
    Repeated {
        /// How many rows beyond the first of their deal.
        rows: usize,
        /// Of these, those that differ from the one before: the later state was taken.
        changed: usize,
    },
    /// Rows without a status and an amount belong to the order above them.
    OrderLines {
        /// How many.
        rows: usize,
    },
    /// Orders or payments that were paid back: no sale, no revenue, counted among what was given back.
    GivenBack {
        /// How many.
        deals: usize,
    },
    /// A list of payments: revenue alone is taken, for a payment is neither a lead nor a client.
    Payments {
        /// How many stand.
        deals: usize,
    },
    /// Dates are serial numbers of a spreadsheet, by an example.
    SerialDates {
        /// Their column.
        column: usize,
        /// One of them.
        raw: String,
        /// Its month.
        month: YearMonth,
    },
    /// Costs that are less than nothing throughout were taken without their minus.
    NegativeCosts {
        /// Their column.
        column: usize,
    },
    /// What a heading leaves open was taken for a fact by its cells: «Конверсии» for leads.
    Assumed {
        /// The column.
        column: usize,
        /// What its figures were taken for.
        fact: Fact,
    },
    /// An empty month, channel or measure was taken from the row above, as merged cells leave them.
    FilledDown {
        /// How many rows.
        rows: usize,
    },
    /// Everything is of [`ImportContext::focus`], for the table names no month.
    InFocus,
    /// Leads and stages are counted in the month in which deals were created, at every stage up to their own; sales
    /// in the month of closing.
    ByCreation {
        /// How many deals.
        deals: usize,
    },
    /// Lost deals count as leads alone, for their stage is not known.
    LostAsLeads {
        /// How many.
        deals: usize,
    },
    /// Won deals without a day of closing: counted in the month in which they were created.
    WonUndated {
        /// How many.
        deals: usize,
    },
    /// Deals at the last stage that are not won yet: no clients.
    NotYetWon {
        /// How many.
        deals: usize,
    },
    /// No deal is marked as won, so the last stage itself was taken for a sale.
    LastStageIsSale {
        /// How many deals.
        deals: usize,
    },
    /// Won deals without an amount: clients, but no revenue.
    WonWithoutAmount {
        /// How many.
        deals: usize,
    },
    /// Revenue is what won deals bring: payments without a deal are not in it.
    RevenueOfDeals,
    /// Amounts are in another currency than the plan's; they are taken as they stand.
    OtherCurrency {
        /// Its ISO 4217 code.
        code: &'static str,
    },
    /// Dates that can be read in two ways, by an example.
    EitherDate {
        /// Their column.
        column: usize,
        /// One of them as it is written.
        raw: String,
        /// The month that was taken.
        one: YearMonth,
        /// The month that it could be.
        other: YearMonth,
    },
    /// No stage of the plan is named: between leads and sales nothing is recorded.
    StagesUnknown,
    /// Deals that say of no channel where they came from; they are left out.
    WithoutChannel {
        /// How many.
        deals: usize,
    },
}

/// A name that is none of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmatched {
    /// As it is written.
    pub name: String,
    /// Rows that name it.
    pub rows: usize,
}

/// A table as it was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// What kind of table it is.
    pub shape: TableShape,
    /// The table cell by cell; rows may be of different length.
    pub table: Vec<Vec<String>>,
    /// The row of the headings.
    pub header: Option<usize>,
    /// Every column.
    pub columns: Vec<ColumnReading>,
    /// The rows that name their own measure.
    pub rows: Vec<RowReading>,
    /// What figures that nothing names are taken for: worth a question.
    pub figure: Option<Fact>,
    /// The figures.
    pub cells: Vec<ReadCell>,
    /// Of [`TableShape::Bare`]: rows of figures, nothing where nothing is recorded or could be read.
    pub block: Vec<Vec<Option<Decimal>>>,
    /// Cells that could not be read.
    pub bad: Vec<BadCell>,
    /// What became of the rows.
    pub row_counts: RowCounts,
    /// Months that figures were found of, first to last.
    pub months: Vec<YearMonth>,
    /// What is to be known.
    pub notes: Vec<Note>,
    /// Channels that the plan does not have.
    pub new_channels: Vec<Unmatched>,
    /// Stages of deals that the plan does not have.
    pub new_stages: Vec<Unmatched>,
}
