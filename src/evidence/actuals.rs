//! What can be said of what has been without looking ahead.

use super::reforecast::Been;
use crate::number::{Exact, Money};

impl Been {
    /// The month since which no month that is told has made a loss, and the last that is told; none where none is told
    /// or the last one made a loss.
    pub fn without_loss(&self) -> Option<(u32, u32)> {
        let mut since = None;
        for (t, profit) in (0..).zip(&self.profit).filter_map(|(t, profit)| Some((t, (*profit)?))) {
            since =
                if profit.is_negative() { None } else { since.or(Some((t, t))).map(|(first, _)| (first, t)) };
        }
        since
    }

    /// The month with the least money of those that are told, and how much that was.
    pub fn lowest(&self) -> Option<(u32, Money<Exact>)> {
        let told = (0..).zip(&self.cash).filter_map(|(t, cash)| Some((t, (*cash)?)));
        told.reduce(|least, own| if (own.1 - least.1).is_negative() { own } else { least })
    }

    /// The last month of which profit or cash is told.
    pub fn last(&self) -> Option<u32> {
        let told = (0..).zip(self.profit.iter().zip(&self.cash));
        told.filter(|(_, (profit, cash))| profit.is_some() || cash.is_some()).map(|(t, _)| t).last()
    }
}
