//! What has been, month by month, and what can be said of it without looking ahead.

use super::money::KnownAmount;
use super::partial_months::PartialMonth;
use super::recorded::Recorded;
use crate::number::{Exact, Money};

/// What has been, as far as it can be known.
#[derive(Clone, Debug, PartialEq)]
pub struct Actuals {
    /// Profit by month.
    pub profit: Vec<Option<Money<Exact>>>,
    /// Revenue.
    pub revenue: Vec<Option<Money<Exact>>>,
    /// Money at the month's end.
    pub cash: Vec<Option<Money<Exact>>>,
    /// The lines of profit, where not all of them are known.
    pub lines: Vec<PartialMonth>,
    /// Months of which orders are an estimate from revenue: what is expected of them rests on it.
    pub estimated: Vec<u32>,
    /// Months with revenue of orders that nobody counted: it counts in no profit.
    pub without_orders: Vec<u32>,
}

impl Actuals {
    /// What the facts of a document tell.
    pub fn of(recorded: &Recorded) -> Self {
        let line =
            |known: &dyn Fn(u32) -> KnownAmount| (0..recorded.horizon()).map(|t| known(t).ok()).collect();
        Self {
            profit: line(&|t| recorded.profit(t)),
            revenue: line(&|t| recorded.revenue(t)),
            cash: line(&|t| recorded.cash(t)),
            lines: (0..recorded.horizon()).map(|t| PartialMonth::of(recorded, t)).collect(),
            estimated: recorded.estimated_months(),
            without_orders: recorded.months_without_costs(),
        }
    }

    /// The month since which no month that is known has made a loss, and the last that is known; none where none is known
    /// or the last one made a loss.
    pub fn without_loss(&self) -> Option<(u32, u32)> {
        let mut since = None;
        for (t, profit) in (0..).zip(&self.profit).filter_map(|(t, profit)| Some((t, (*profit)?))) {
            since =
                if profit.is_negative() { None } else { since.or(Some((t, t))).map(|(first, _)| (first, t)) };
        }
        since
    }

    /// The month with the least money of those that are known, and how much that was.
    pub fn lowest(&self) -> Option<(u32, Money<Exact>)> {
        let known = (0..).zip(&self.cash).filter_map(|(t, cash)| Some((t, (*cash)?)));
        known.reduce(|least, own| if (own.1 - least.1).is_negative() { own } else { least })
    }

    /// The last month of which profit or cash is known.
    pub fn last(&self) -> Option<u32> {
        let known = (0..).zip(self.profit.iter().zip(&self.cash));
        known.filter(|(_, (profit, cash))| profit.is_some() || cash.is_some()).map(|(t, _)| t).last()
    }
}
