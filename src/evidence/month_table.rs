//! The facts of one month as a table: which channels stand in it, what they add up to, how much of it is filled.

use super::cell::FactCell;
use super::recorded::Recorded;
use crate::model::ChannelFact;
use crate::number::{Exact, Number};

impl Recorded {
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
