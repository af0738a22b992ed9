//! Quarters of a plan: three months each, from its first.

use super::Team;

/// Months of a quarter.
const MONTHS: u32 = 3;
/// How many quarters a chain that nobody has scored yet has room for: a year.
const FIRST: usize = 4;

/// How many quarters a plan of so many months has; the last may be a part of one.
pub fn quarters_of(months: u32) -> usize {
    months.div_ceil(MONTHS) as usize
}

/// The months of a quarter, counted from the plan's first.
pub fn months_of_quarter(quarter: usize) -> core::ops::Range<u32> {
    let first = u32::try_from(quarter).unwrap_or(u32::MAX).saturating_mul(MONTHS);
    first..first.saturating_add(MONTHS)
}

impl Team {
    /// How many quarters are scored: as many as some link has room for, a year at least.
    pub fn quarters(&self) -> usize {
        self.handovers.iter().map(|link| link.scores.len()).fold(FIRST, usize::max)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Handover, Score};

    #[test]
    fn a_plan_has_its_last_quarter_though_it_is_not_whole() {
        assert_eq!([0, 1, 3, 4, 36].map(quarters_of), [0, 1, 1, 2, 12]);
        assert_eq!((months_of_quarter(0), months_of_quarter(3)), (0..3, 9..12));
        assert!(months_of_quarter(usize::MAX).is_empty());
    }

    #[test]
    fn a_year_is_scored_at_least_and_the_longest_link_at_most() {
        let link = |scores| Handover { scores: vec![Score::default(); scores], ..Handover::default() };
        let team = |links: &[usize]| Team {
            handovers: links.iter().copied().map(link).collect(),
            ..Team::default()
        };
        assert_eq!([team(&[]), team(&[1]), team(&[2, 7, 5])].map(|team| team.quarters()), [4, 4, 7]);
    }
}
