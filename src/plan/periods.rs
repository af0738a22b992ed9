//! Months of the plan put together into quarters and years of the calendar.

use crate::model::YearMonth;
use crate::number::{Exact, Number};

/// The length by which a plan is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// Month by month.
    Month,
    /// Quarters of the calendar.
    Quarter,
    /// Years of the calendar.
    Year,
}

impl Period {
    /// All of them, the shortest first.
    pub const ALL: [Period; 3] = [Period::Month, Period::Quarter, Period::Year];

    /// How many months a whole one has.
    pub const fn months(self) -> u32 {
        match self {
            Period::Month => 1,
            Period::Quarter => 3,
            Period::Year => 12,
        }
    }
}

/// How the months of a line make one amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gathered {
    /// Added up: money that flows, orders, new clients.
    Summed,
    /// The last month's stands for all: balances, active clients.
    Last,
}

/// Months of the plan that stand together, counted from the plan's first, 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first of them.
    pub first: u32,
    /// How many; never none.
    pub months: u32,
}

impl Span {
    /// The last of them.
    pub const fn last(self) -> u32 {
        self.first.saturating_add(self.months).saturating_sub(1)
    }
}

/// The plan's months in periods of the calendar. A plan that begins or ends within a period has a
/// shorter one there.
///
/// ```
/// use obkatka::model::YearMonth;
/// use obkatka::plan::{Period, Span, spans};
/// // November to March: two months of one year, three of the next.
/// let years = spans(YearMonth::new(2026, 11), 5, Period::Year);
/// assert_eq!(years, [Span { first: 0, months: 2 }, Span { first: 2, months: 3 }]);
/// ```
pub fn spans(start: YearMonth, months: u32, period: Period) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut first = 0;
    while first < months {
        let into = start.later(first).0 % period.months();
        let length = (period.months() - into).min(months - first);
        spans.push(Span { first, months: length });
        first += length;
    }
    spans
}

/// One amount of a span from a monthly line; months behind the line's last bring nothing.
pub fn gathered(line: &[Exact], span: Span, how: Gathered) -> Exact {
    let months = || (span.first..=span.last()).filter_map(|month| line.get(month as usize).copied());
    match how {
        Gathered::Summed => months().fold(Exact::ZERO, |sum, amount| sum + amount),
        Gathered::Last => months().next_back().unwrap_or(Exact::ZERO),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::Undefined;

    const START: YearMonth = YearMonth::new(2027, 2);

    fn line(months: u32) -> Vec<Exact> {
        (1..=months).map(Exact::whole).collect()
    }

    #[test]
    fn quarters_follow_the_calendar() {
        let lengths: Vec<_> = spans(START, 12, Period::Quarter).iter().map(|span| span.months).collect();
        assert_eq!(lengths, [2, 3, 3, 3, 1]);
    }

    #[test]
    fn every_month_stands_in_exactly_one_span() {
        for period in Period::ALL {
            for months in [0, 1, 11, 12, 13, 60] {
                let all: Vec<_> =
                    spans(START, months, period).iter().flat_map(|span| span.first..=span.last()).collect();
                assert_eq!(all, (0..months).collect::<Vec<_>>(), "{period:?} of {months}");
            }
        }
    }

    #[test]
    fn flows_are_summed_and_balances_are_the_last() {
        let line = line(12);
        let years = spans(START, 12, Period::Year);
        let of = |how| years.iter().map(|span| gathered(&line, *span, how)).collect::<Vec<_>>();
        assert_eq!(of(Gathered::Summed), [Exact::whole(66), Exact::whole(12)]);
        assert_eq!(of(Gathered::Last), [Exact::whole(11), Exact::whole(12)]);
    }

    #[test]
    fn what_is_undefined_stays_so() {
        let line = [Exact::ONE, Exact::undefined(Undefined::Overflow)];
        let span = Span { first: 0, months: 2 };
        assert_eq!(gathered(&line, span, Gathered::Summed).reason(), Some(Undefined::Overflow));
        assert_eq!(gathered(&[], span, Gathered::Last), Exact::ZERO);
    }
}
