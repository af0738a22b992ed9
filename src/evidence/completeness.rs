//! How much of what should be recorded is.

use super::cell::FactCell;
use super::recorded::{Phase, Recorded};

use crate::model::{BusinessFact, ChannelFact};
/// How much of what should be recorded is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completeness {
    /// How many figures should be there.
    pub expected: usize,
    /// How many of them are.
    pub filled: usize,
    /// What is missing, by month of the plan; months in which nothing is are left out.
    pub missing: Vec<(u32, Vec<FactCell>)>,
}

impl Completeness {
    /// What is missing and needed most, at most so many kinds of figures: the first missing of each with how many of it are. First what
    /// verdicts are of, then what revenue and orders are worked out from, then clients, costs and cash.
    pub fn most_needed(&self, most: usize) -> Vec<(FactCell, usize)> {
        let mut kinds: Vec<(FactCell, usize)> = Vec::new();
        for cell in self.missing.iter().flat_map(|(_, cells)| cells) {
            match kinds.iter_mut().find(|(own, _)| kind(*own) == kind(*cell)) {
                Some((_, count)) => *count += 1,
                None => kinds.push((*cell, 1)),
            }
        }
        kinds.sort_by_key(|(cell, _)| rank(*cell));
        kinds.truncate(most);
        kinds
    }
}

/// A fact whatever its channel.
fn kind(cell: FactCell) -> FactCell {
    match cell {
        FactCell::Channel(_, fact) => FactCell::Channel(0, fact),
        business @ FactCell::Business(_) => business,
    }
}

/// What is needed sooner stands before.
fn rank(cell: FactCell) -> usize {
    match cell {
        FactCell::Channel(_, ChannelFact::Leads) => 0,
        FactCell::Channel(_, ChannelFact::Stage(_) | ChannelFact::Clients) => 1,
        FactCell::Channel(_, ChannelFact::Spend) => 2,
        FactCell::Channel(_, ChannelFact::Revenue) => 3,
        FactCell::Business(BusinessFact::Delivered) => 4,
        FactCell::Business(BusinessFact::Active | BusinessFact::Lost) => 5,
        FactCell::Business(BusinessFact::VariableCosts) => 6,
        FactCell::Business(_) => 7,
    }
}

impl Recorded {
    /// What should be recorded of a month: of each channel that is on, spend, leads, each stage and
    /// revenue; of one that has ended, revenue, where clients stay; of the business, what profit, cash and
    /// retention are worked out from.
    pub fn expected(&self, t: u32) -> Vec<FactCell> {
        let channels = (0..self.channels()).flat_map(|channel| self.expected_of(channel, t));
        let always = [
            BusinessFact::Delivered,
            BusinessFact::Active,
            BusinessFact::Lost,
            BusinessFact::VariableCosts,
            BusinessFact::Payroll,
            BusinessFact::FixedCosts,
            BusinessFact::Cash,
        ];
        let business = always.into_iter().chain(self.needs.iter().copied()).map(FactCell::Business);
        channels.chain(business).collect()
    }

    fn expected_of(&self, channel: usize, t: u32) -> Vec<FactCell> {
        let stages = || (0..self.stages).map(ChannelFact::Stage);
        let cells: Vec<_> = match self.phase(channel, t) {
            Phase::Off => Vec::new(),
            Phase::Over => vec![ChannelFact::Revenue],
            Phase::On if self.stages == 0 => {
                vec![ChannelFact::Spend, ChannelFact::Leads, ChannelFact::Clients, ChannelFact::Revenue]
            }
            Phase::On => [ChannelFact::Spend, ChannelFact::Leads]
                .into_iter()
                .chain(stages())
                .chain([ChannelFact::Revenue])
                .collect(),
        };
        let is_asked = |cell: &ChannelFact<usize>| *cell != ChannelFact::Spend || self.costs_money(channel);
        cells.into_iter().filter(is_asked).map(|cell| FactCell::Channel(channel, cell)).collect()
    }

    /// Whether money of a channel should be recorded of a month.
    pub(super) fn is_expected(&self, t: u32, cell: FactCell) -> bool {
        match cell {
            FactCell::Channel(channel, ChannelFact::Revenue) => self.phase(channel, t) != Phase::Off,
            FactCell::Channel(channel, ChannelFact::Spend) => {
                self.phase(channel, t) == Phase::On && self.costs_money(channel)
            }
            _ => self.expected(t).contains(&cell),
        }
    }

    /// How complete the months from the first recorded to the last are, or up to a month of the plan.
    pub fn completeness(&self, up_to: Option<u32>) -> Completeness {
        let (first, last) = (self.known_months().next(), up_to.or_else(|| self.known_months().next_back()));
        let (Some(first), Some(last)) = (first, last) else { return Completeness::default() };
        let mut all = Completeness::default();
        for t in first..=last.min(self.horizon().saturating_sub(1)) {
            let expected = self.expected(t);
            all.expected += expected.len();
            let missing: Vec<_> = expected.into_iter().filter(|cell| self.get(t, *cell).is_none()).collect();
            if !missing.is_empty() {
                all.missing.push((t, missing));
            }
        }
        all.filled = all.expected - all.missing.iter().map(|(_, cells)| cells.len()).sum::<usize>();
        all
    }
}
