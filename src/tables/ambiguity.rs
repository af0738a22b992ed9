//! What could be read otherwise, by an example of both readings.

use super::formats::BadReason;
use super::import::{BadCell, Import, ReadCell};
use super::mapping::ColumnMapping;
use crate::model::YearMonth;
use crate::number::Decimal;
use std::collections::BTreeMap;

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
        let place = |cell: &ReadCell| (cell.row, cell.column);
        let others: BTreeMap<_, _> = other.cells.iter().map(|cell| (place(cell), cell)).collect();
        self.cells.iter().find_map(|cell| {
            let same = others.get(&place(cell)).copied()?;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Currency;
    use crate::number::reading::Language;
    use crate::tables::{ImportContext, Overrides, read};

    fn import(text: &str, overrides: &Overrides) -> Import {
        let start = YearMonth::new(2027, 1);
        let context = ImportContext {
            channels: Vec::new(),
            stages: Vec::new(),
            client_stage: None,
            start,
            focus: Some(start),
            currency: Currency::Rub,
        };
        read(text, &context, Language::English, overrides).unwrap()
    }

    #[test]
    fn a_number_in_doubt_is_shown_both_ways() {
        let text = "Month\tCash\n2027-01\t1,234";
        let one = import(text, &Overrides::default());
        let format = one.columns[1].number.unwrap().alternative.unwrap();
        let other = import(text, &Overrides { numbers: [(1, format)].into(), ..Overrides::default() });
        let found = one.ambiguous_number(&other, 1).unwrap();
        assert_eq!(
            (found.raw.as_str(), found.one, found.other),
            ("1,234", 1234.into(), Decimal::new(1234, 3))
        );
        assert_eq!((one.ambiguous_number(&other, 0), one.ambiguous_number(&one, 1)), (None, None));
    }

    #[test]
    fn a_date_in_doubt_is_shown_both_ways() {
        let text = "Month\tCash\n02/03/2027\t1\n04/03/2027\t2";
        let one = import(text, &Overrides::default());
        let format = one.columns[0].date.unwrap().alternative.unwrap();
        let other = import(text, &Overrides { dates: [(0, format)].into(), ..Overrides::default() });
        let found = one.ambiguous_date(&other, 0).unwrap();
        let months = [found.one, found.other].map(YearMonth::month);
        assert_eq!(
            (found.raw.as_str(), months.contains(&2), months.contains(&3)),
            ("02/03/2027", true, true)
        );
    }
}
