//! The facts of a plan's months as cells of a table: channels and stages by their places in the plan.

use crate::model::{BusinessFact, ChannelFact, ChannelFacts, FactPlace, Model, Record, Slot, SlotMut};
use crate::number::Decimal;

/// A fact of a month of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactCell {
    /// Of the whole business.
    Business(BusinessFact),
    /// Of a channel, by its place in the document; a stage by its place in the funnel.
    Channel(usize, ChannelFact<usize>),
}

impl FactCell {
    /// Where it stands in the document in a month of the plan; nowhere, if the plan has no such channel or stage.
    pub fn place(self, model: &Model, t: u32) -> Option<FactPlace> {
        let month = model.about.start.later(t);
        match self {
            FactCell::Business(fact) => Some(FactPlace::of_business(month, fact)),
            FactCell::Channel(place, fact) => {
                let channel = model.channels.get(place)?;
                let stage = |place: usize| model.funnel.stages.get(place).map(|stage| stage.id.clone());
                Some(FactPlace::of_channel(month, channel.id.as_str(), fact.with_row(stage)?))
            }
        }
    }
}

/// What is recorded of a channel in a month.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct ChannelRow {
    /// Everything but the stages.
    facts: ChannelFacts,
    /// By the place of the stage in the funnel.
    stages: Vec<Option<Decimal>>,
}

impl ChannelRow {
    /// Takes in what a row about the channel says; of several the first that has a fact counts.
    pub fn read(&mut self, row: &ChannelFacts, stages: &[String]) {
        for (own, other) in self.facts.slots_mut().into_iter().zip(row.slots()) {
            if let (SlotMut::Fact(own), Slot::Fact(fact)) = (own, other) {
                *own = own.or(fact);
            }
        }
        self.stages.resize(stages.len(), None);
        for row in &row.stages {
            let place = stages.iter().position(|id| *id == row.id);
            if let Some(count) = place.and_then(|place| self.stages.get_mut(place)) {
                *count = count.or(row.count);
            }
        }
    }

    pub fn get(&self, fact: ChannelFact<usize>) -> Option<Decimal> {
        match fact {
            ChannelFact::Stage(place) => self.stages.get(place).copied().flatten(),
            fact => fact.in_row(&self.facts),
        }
    }

    pub fn is_blank(&self) -> bool {
        let is_none = |slot: &Slot| !matches!(slot, Slot::Fact(Some(_)));
        self.facts.slots().iter().all(is_none) && self.stages.iter().all(Option::is_none)
    }
}
