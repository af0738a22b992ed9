//! What could be read otherwise, by an example of both readings.

use super::formats::BadReason;
use super::import::{BadCell, Import, ReadCell};
use super::mapping::ColumnMapping;
use crate::model::YearMonth;
use crate::number::Decimal;

/// A cell that can be read in two ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ambiguity<T> {
    /// As it is written.
    pub raw: String,
    /// How it was read.
    pub one: T,
    /// How it could be read.
    pub other: T,
}

impl Import {
    /// A number of a column that another reading of the same table takes for another.
    pub fn ambiguous_number(&self, other: &Self, column: usize) -> Option<Ambiguity<Decimal>> {
        let differs = |one: &ReadCell, other: &ReadCell| {
            one.column == column && one.value != other.value && !one.raw.is_empty()
        };
        let (one, other) = self.difference(other, differs)?;
        Some(Ambiguity { raw: one.raw.clone(), one: one.value, other: other.value })
    }

    /// A date of a column, or in its heading, that another reading of the same table takes for another month.
    pub fn ambiguous_date(&self, other: &Self, column: usize) -> Option<Ambiguity<YearMonth>> {
        let reading = self.columns.get(column)?;
        let is_across = matches!(reading.mapping, ColumnMapping::Values { .. });
        let differs = |one: &ReadCell, other: &ReadCell| {
            one.month != other.month && (!is_across || one.column == column)
        };
        let (one, other) = self.difference(other, differs)?;
        let cell = || self.table.get(one.row).and_then(|row| row.get(column)).cloned().unwrap_or_default();
        let raw = if is_across { reading.header.clone() } else { cell() };
        Some(Ambiguity { raw, one: one.month, other: other.month })
    }

    /// Two readings of one cell where they differ.
    fn difference<'i>(
        &'i self,
        other: &'i Self,
        differs: impl Fn(&ReadCell, &ReadCell) -> bool,
    ) -> Option<(&'i ReadCell, &'i ReadCell)> {
        self.cells.iter().find_map(|cell| {
            let same =
                other.cells.iter().find(|other| (other.row, other.column) == (cell.row, cell.column))?;
            differs(cell, same).then_some((cell, same))
        })
    }
}

impl BadCell {
    /// Whether it says once more what another has said: the first was taken.
    pub const fn is_repeated(&self) -> bool {
        matches!(self.reason, BadReason::Conflict { .. })
    }
}
