//! The facts of a document by month, channel and stage of a plan, found once: a run-in asks for each of them many times.

use crate::model::{ChannelFacts, Facts, Model, MonthFacts};
use crate::number::{Decimal, Number};

/// The facts of the months up to an end.
pub(super) struct FactRows<'a> {
    months: Vec<Option<&'a MonthFacts>>,
    /// By channel of the plan.
    channels: Vec<ChannelRows>,
}

/// The figures of a channel, by month.
struct ChannelRows {
    leads: Vec<Option<f64>>,
    spend: Vec<Option<f64>>,
    /// By stage of the funnel.
    stages: Vec<Vec<Option<f64>>>,
}

impl<'a> FactRows<'a> {
    /// The facts by the months of a plan before `end`.
    pub fn new(plan: &Model, facts: &'a Facts, end: u32) -> Self {
        let months: Vec<_> = (0..end).map(|t| facts.at(plan.about.start.later(t))).collect();
        let channels = plan.channels.iter().map(|channel| {
            let rows: Vec<_> =
                months.iter().map(|month| month.and_then(|it| it.channel(&channel.id))).collect();
            ChannelRows::new(plan, &rows)
        });
        Self { channels: channels.collect(), months }
    }

    /// What is recorded of a month.
    pub fn month(&self, t: u32) -> Option<&'a MonthFacts> {
        self.months.get(t as usize).copied().flatten()
    }

    /// Leads of a channel in a month.
    pub fn leads(&self, channel: usize, t: u32) -> Option<f64> {
        at(&self.channels.get(channel)?.leads, t)
    }

    /// Money spent on a channel in a month.
    pub fn spend(&self, channel: usize, t: u32) -> Option<f64> {
        at(&self.channels.get(channel)?.spend, t)
    }

    /// How many of a channel reached a stage in a month.
    pub fn stage(&self, channel: usize, stage: usize, t: u32) -> Option<f64> {
        at(self.channels.get(channel)?.stages.get(stage)?, t)
    }
}

impl ChannelRows {
    fn new(plan: &Model, rows: &[Option<&ChannelFacts>]) -> Self {
        let line = |of: &dyn Fn(&ChannelFacts) -> Option<Decimal>| {
            rows.iter().map(|row| row.and_then(of).map(f64::from_decimal)).collect()
        };
        Self {
            leads: line(&|row| row.leads),
            spend: line(&|row| row.spend),
            stages: plan.funnel.stages.iter().map(|stage| line(&|row| row.stage(&stage.id))).collect(),
        }
    }
}

fn at(line: &[Option<f64>], t: u32) -> Option<f64> {
    line.get(t as usize).copied().flatten()
}
