//! The month axis: a column or a point for each month, and labels thinned out until they no longer touch.

use super::scale::Scale;

/// More months than any picture can tell apart.
const MOST: usize = 2_400;
/// Free space between neighbouring labels, in pixels.
const GAP: i32 = 8;
/// Every how many months a label may stand, from dense to sparse.
const STEPS: [i32; 10] = [1, 2, 3, 6, 12, 24, 36, 60, 120, 600];

/// Where each month lies. Months are counted from 0; 2.5 is half way from the third month's middle to the fourth's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Columns {
    count: usize,
    scale: Scale,
    left: i32,
    right: i32,
}

/// One label of the month axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthTick {
    /// Which month, from 0.
    pub month: usize,
    /// Its number: the first month's number plus `month`.
    pub number: i32,
    /// The month's own x, for the tick's dash.
    pub at: i32,
    /// Middle of the label; differs from `at` only where the label would leave the picture.
    pub label: i32,
}

/// A calendar year's part of the axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearSpan {
    /// The months' number divided by 12.
    pub year: i32,
    /// Left edge of its first month shown.
    pub from: i32,
    /// Right edge of its last month shown.
    pub to: i32,
}

impl Columns {
    /// A column of equal width for every month: for bars.
    pub fn banded(count: usize, left: i32, right: i32) -> Columns {
        let count = count.min(MOST);
        let scale = Scale::new(-0.5, count as f64 - 0.5, left, right);
        Columns { count, scale, left, right }
    }

    /// A point for every month, the first and last at the very edges: for lines. One month alone stands in the middle.
    pub fn pointed(count: usize, left: i32, right: i32) -> Columns {
        if count < 2 {
            return Columns::banded(count, left, right);
        }
        let count = count.min(MOST);
        Columns { count, scale: Scale::new(0.0, (count - 1) as f64, left, right), left, right }
    }

    /// How many months there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// The x of a month's middle, whole or in between; none outside the axis.
    pub fn at(&self, month: f64) -> Option<i32> {
        let inside = month >= -0.5 && month <= self.count as f64 - 0.5;
        (inside && self.count > 0).then(|| self.scale.at(month))
    }

    /// The x of any month; beyond the ends, that of the end.
    pub(super) fn x(&self, month: f64) -> i32 {
        self.scale.at(month)
    }

    /// Left and right edge of a month's column.
    pub fn band(&self, month: usize) -> (i32, i32) {
        (self.scale.at(month as f64 - 0.5), self.scale.at(month as f64 + 0.5))
    }

    /// The month whose middle is nearest to pixel `x`; none where there are no months.
    pub fn nearest(&self, x: i32) -> Option<usize> {
        (0..self.count).min_by_key(|month| (self.scale.at(*month as f64) - x).abs())
    }

    /// Labels `label` pixels wide that do not touch, on months whose number divides by 1, 2, 3, 6, 12...
    ///
    /// `first` is the number of the first month: 1 where months are just counted, year·12 + month (from 0) where they
    /// are of the calendar, so that a label every 12 months stands on January. Labels stay within 0..`width`.
    pub fn ticks(&self, first: i32, label: i32, width: i32) -> Vec<MonthTick> {
        let half = (label.min(width).max(0) + 1) / 2;
        let tick = |month: usize| {
            let at = self.scale.at(month as f64);
            let number = first.saturating_add(month as i32);
            MonthTick { month, number, at, label: at.min(width - half).max(half) }
        };
        for step in STEPS {
            let ticks: Vec<_> =
                (0..self.count).map(tick).filter(|t| t.number.rem_euclid(step) == 0).collect();
            if !ticks.is_empty() && ticks.windows(2).all(|pair| apart(pair, half)) {
                return ticks;
            }
        }
        (0..self.count).take(1).map(tick).collect()
    }

    /// The axis cut into calendar years, for `first` as in [`Columns::ticks`].
    pub fn years(&self, first: i32) -> Vec<YearSpan> {
        let mut years: Vec<YearSpan> = Vec::new();
        for month in 0..self.count {
            let year = first.saturating_add(month as i32).div_euclid(12);
            let (from, to) = self.band(month);
            match years.last_mut().filter(|last| last.year == year) {
                Some(last) => last.to = to,
                None => years.push(YearSpan { year, from, to }),
            }
        }
        years
    }

    /// Left and right edge of the whole axis.
    pub fn edges(&self) -> (i32, i32) {
        (self.left, self.right)
    }
}

/// Whether two neighbouring labels of this half width leave room between them.
fn apart(pair: &[MonthTick], half: i32) -> bool {
    matches!(pair, [a, b] if b.label - a.label >= 2 * half + GAP)
}

#[cfg(test)]
mod tests {
    use super::{Columns, YearSpan};

    fn numbers(count: usize, first: i32, label: i32) -> Vec<i32> {
        let ticks = Columns::banded(count, 0, 300).ticks(first, label, 300);
        ticks.into_iter().map(|t| t.number).collect()
    }

    #[test]
    fn labels_thin_out() {
        assert_eq!(numbers(6, 1, 20), [1, 2, 3, 4, 5, 6]);
        assert_eq!(numbers(12, 1, 30), [2, 4, 6, 8, 10, 12]);
        assert_eq!(numbers(36, 1, 60), [12, 24, 36]);
        assert_eq!(numbers(24, 2026 * 12 + 10, 100), [2027 * 12, 2028 * 12]);
        assert_eq!(numbers(3, 1, 290), [2]);
        assert_eq!(numbers(3, 1, 900), [2]);
        assert_eq!(numbers(3, 2026 * 12 + 4, 900), [2026 * 12 + 6]);
        assert!(numbers(0, 1, 10).is_empty());
        assert_eq!(Columns::banded(3, 0, 300).ticks(i32::MAX, -9, -1).len(), 1);
    }

    #[test]
    fn years_cut_at_january() {
        let years = Columns::banded(4, 0, 40).years(2026 * 12 + 10);
        let expected = [YearSpan { year: 2026, from: 0, to: 20 }, YearSpan { year: 2027, from: 20, to: 40 }];
        assert_eq!(years, expected);
    }

    #[test]
    fn nearest_month() {
        let columns = Columns::pointed(11, 0, 100);
        assert_eq!(columns.nearest(-50), Some(0));
        assert_eq!(columns.nearest(44), Some(4));
        assert_eq!(columns.nearest(1_000), Some(10));
        assert_eq!(columns.at(2.5), Some(25));
        assert_eq!(columns.at(f64::NAN), None);
    }
}
