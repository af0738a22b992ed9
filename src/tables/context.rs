//! What a table is read with: the plan that it is about, and what the reader has overruled.

use super::formats::{DateFormat, NumberFormat};
use super::mapping::ColumnMapping;
use crate::model::{Currency, Fact, YearMonth};
use std::collections::BTreeMap;

/// The plan that a table is about: whose names are looked for in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportContext {
    /// Channels: id and name.
    pub channels: Vec<(String, String)>,
    /// Stages of the funnel in their order: id and name.
    pub stages: Vec<(String, String)>,
    /// The id of the stage that makes the client; none = the last.
    pub client_stage: Option<String>,
    /// First month of the plan: a month named without its year is the first such from here on.
    pub start: YearMonth,
    /// The month of everything in a table that names no month.
    pub focus: Option<YearMonth>,
    /// What its amounts are in.
    pub currency: Currency,
}

/// What the reader has overruled. Columns and rows are those of [`Import::table`](super::Import::table).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overrides {
    /// Read nothing but figures: a block for a grid.
    pub bare: bool,
    /// Of several rows of one month and channel take the first, in place of adding them up.
    pub first_only: bool,
    /// What columns hold.
    pub columns: BTreeMap<usize, ColumnMapping>,
    /// What figures are that nothing in the table names.
    pub figure: Option<Fact>,
    /// The format of a column's numbers.
    pub numbers: BTreeMap<usize, NumberFormat>,
    /// The format of a column's dates.
    pub dates: BTreeMap<usize, DateFormat>,
    /// What rows hold; nothing = to be left out.
    pub rows: BTreeMap<usize, Option<Fact>>,
    /// Ids of the plan's channels by the names in the table, without blanks around.
    pub channels: BTreeMap<String, String>,
    /// Ids of the plan's stages by the stages in the table, without blanks around.
    pub stages: BTreeMap<String, String>,
}
