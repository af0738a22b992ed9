//! The facts of one month as a table: which channels stand in it, what they add up to, how much of it is filled.

use super::cell::FactCell;
use super::recorded::Recorded;
use crate::model::ChannelFact;
use crate::number::{Exact, Number};

/// What a recorded month comes to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MonthTotals {
    /// Channels of the plan of which anything is recorded.
    pub channels: usize,
    /// Their leads; none where nobody wrote any down.
    pub leads: Option<Exact>,
    /// Their new clients.
    pub clients: Option<Exact>,
    /// Figures that should be there and are not.
    pub missing: usize,
}

impl Recorded {
    /// What a month comes to; nothing where nothing is recorded of it.
    pub fn totals(&self, t: u32) -> Option<MonthTotals> {
        let channels: Vec<usize> = (0..self.channels()).filter(|place| self.has_any(t, *place)).collect();
        let clients = self.client_stage.map_or(ChannelFact::Clients, ChannelFact::Stage);
        let (filled, expected) = self.filled(t);
        self.is_known(t).then(|| MonthTotals {
            leads: self.sum(t, &channels, ChannelFact::Leads),
            clients: self.sum(t, &channels, clients),
            channels: channels.len(),
            missing: expected.saturating_sub(filled),
        })
    }

    /// The channels that stand in a month's table, by their places: those that the plan has on in it, those of which
    /// anything is recorded, or all.
    pub fn rows(&self, t: u32, is_every: bool) -> Vec<usize> {
        let is_in = |place: &usize| is_every || self.is_on(*place, t) || self.has_any(t, *place);
        (0..self.channels()).filter(is_in).collect()
    }

    /// Whether there are channels that the plan does not have on in a month.
    pub fn has_off_channels(&self, t: u32) -> bool {
        (0..self.channels()).any(|place| !self.is_on(place, t))
    }

    fn has_any(&self, t: u32, channel: usize) -> bool {
        let facts = ChannelFact::of_funnel(0..self.stages);
        facts.into_iter().any(|fact| self.get(t, FactCell::Channel(channel, fact)).is_some())
    }

    /// What is recorded of a fact, all these channels together; nothing where none has it.
    pub fn sum(&self, t: u32, channels: &[usize], fact: ChannelFact<usize>) -> Option<Exact> {
        let known = channels.iter().filter_map(|place| self.get(t, FactCell::Channel(*place, fact)));
        known.map(Exact::from_decimal).reduce(|sum, part| sum + part)
    }

    /// How many of the facts that should be recorded of a month are, and how many should be.
    pub fn filled(&self, t: u32) -> (usize, usize) {
        let expected = self.expected(t);
        (expected.iter().filter(|cell| self.get(t, **cell).is_some()).count(), expected.len())
    }

    /// In how many months anything is recorded of channels that the plan does not have.
    pub fn months_with_strays(&self) -> usize {
        self.known_months().filter(|t| !self.strays(*t).is_empty()).count()
    }
}
