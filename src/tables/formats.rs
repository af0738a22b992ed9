//! How the numbers and dates of a column are written, and why a cell could not be read.

use crate::model::FactFault;
use crate::number::reading::NumberFault;

/// How numbers are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NumberFormat {
    /// `1 234,56`
    Russian,
    /// `1,234.56`
    English,
    /// `1.234,56`
    Continental,
    /// `1234.56`, `1 234.56`
    Plain,
}

impl NumberFormat {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Russian, Self::English, Self::Continental, Self::Plain];
}

/// How dates are written. Of a day only its month is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DateFormat {
    /// `15.01.2027`, `15-01-2027`
    DayMonthYear,
    /// `2027-01-15`
    YearMonthDay,
    /// `15/01/2027`
    SlashDayFirst,
    /// `01/15/2027`
    SlashMonthFirst,
    /// `01.2027`, `2027-01`
    MonthYear,
    /// `янв.27`, `January 2027`, «15 января 2027»
    Name,
    /// «январь», without its year
    NameAlone,
    /// `46388`: a spreadsheet's number of a day, counted from 1900
    Serial,
    /// `44926`: the same counted from 1904, as old spreadsheets of the Mac do
    Serial1904,
}

impl DateFormat {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::DayMonthYear,
        Self::YearMonthDay,
        Self::SlashDayFirst,
        Self::SlashMonthFirst,
        Self::MonthYear,
        Self::Name,
        Self::NameAlone,
        Self::Serial,
        Self::Serial1904,
    ];

    /// Whether it is a number of days, which nothing tells from another number.
    pub(super) const fn is_serial(self) -> bool {
        matches!(self, Self::Serial | Self::Serial1904)
    }
}

/// The format that the cells of a column agree on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Detected<F> {
    /// How they were read.
    pub format: F,
    /// How else all of them could be read, to another effect: worth a look.
    pub alternative: Option<F>,
}

/// Why a cell was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadReason {
    /// It is no number.
    Number(NumberFault),
    /// A number, but not in the format of its column.
    OtherForm,
    /// A range or arithmetic, where one number belongs.
    NotOneNumber,
    /// A fraction of what is counted.
    NotWhole,
    /// Less than nothing.
    Negative,
    /// What a spreadsheet writes where a formula fails: `#REF!`, `#ДЕЛ/0!`.
    FormulaError,
    /// No month.
    NotAMonth,
    /// A figure without its month.
    NoMonth,
    /// A figure without its channel.
    NoChannel,
    /// Neither yes nor no.
    NotYesOrNo,
    /// The same figure stands elsewhere with another value; the first was kept.
    Conflict {
        /// Row of the one that was kept.
        row: usize,
        /// Its column.
        column: usize,
    },
}

impl From<FactFault> for BadReason {
    fn from(fault: FactFault) -> Self {
        match fault {
            FactFault::NotWhole => Self::NotWhole,
            FactFault::Negative => Self::Negative,
        }
    }
}
