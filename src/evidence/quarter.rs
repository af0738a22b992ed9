//! Quarters of a plan: three months each, counted from its first month, whatever the calendar says.

use std::ops::Range;

/// Months of a quarter.
pub const QUARTER: u32 = 3;

/// The first month of the quarter that a month of the plan is in.
///
/// ```
/// use obkatka::evidence::quarter_of;
/// assert_eq!([0, 2, 3, 7].map(quarter_of), [0, 0, 3, 6]);
/// ```
pub fn quarter_of(month: u32) -> u32 {
    month - month % QUARTER
}

/// Months of the plan over which plan and facts are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// From the first month with facts to the last.
    All,
    /// The quarter that begins in this month.
    Quarter(u32),
    /// One month.
    Month(u32),
}

impl Period {
    /// Its months, where `recorded` are those from the first with facts to the last.
    pub fn months(self, recorded: Range<u32>) -> Range<u32> {
        match self {
            Period::All => recorded,
            Period::Quarter(first) => first..first + QUARTER,
            Period::Month(month) => month..month + 1,
        }
    }

    /// Every period there is to choose from: all, the quarters with facts, the months.
    pub fn choices(recorded: Range<u32>) -> Vec<Period> {
        let quarters = (quarter_of(recorded.start)..recorded.end).step_by(QUARTER as usize);
        std::iter::once(Period::All)
            .chain(quarters.map(Period::Quarter))
            .chain(recorded.map(Period::Month))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quarters_and_months_with_facts_can_be_chosen() {
        let choices = Period::choices(2..5);
        let quarters = [Period::Quarter(0), Period::Quarter(3)];
        let months = [2, 3, 4].map(Period::Month);
        assert_eq!(choices, [&[Period::All][..], &quarters, &months].concat());
        assert_eq!(choices[1].months(2..5), 0..3);
        assert_eq!(Period::All.months(2..5), 2..5);
        assert_eq!(Period::choices(0..0), [Period::All]);
    }
}
