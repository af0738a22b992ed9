//! A month of facts as a firm of some size has them.

use obkatka::model::{Channel, ChannelFacts, Model, MonthFacts, Stage, StageFacts, YearMonth};
use obkatka::number::Decimal;

pub fn some(value: u32) -> Option<Decimal> {
    Some(Decimal::from(value))
}

/// The month `t` of a plan; `passed` says how many of so many leads pass the first stages, so many of them.
pub fn month(model: &Model, month: YearMonth, t: u32, passed: fn(u32, u32) -> u32) -> MonthFacts {
    let of = |(at, own): (u32, &Channel)| {
        let leads = 90 + (at * 7 + t * 5) % 40;
        let stages = (1..).zip(&model.funnel.stages);
        let count =
            |(deep, own): (u32, &Stage)| StageFacts { id: own.id.clone(), count: some(passed(leads, deep)) };
        ChannelFacts {
            id: own.id.clone(),
            spend: some(95_000 + at * 300),
            leads: some(leads),
            stages: stages.map(count).collect(),
            revenue: some(350_000 + t * 1000),
            ..ChannelFacts::default()
        }
    };
    MonthFacts {
        id: month.key(),
        channels: (0..).zip(&model.channels).map(of).collect(),
        delivered: some(280 + t),
        active: some(280 + 40 * t),
        lost: some(20 + t),
        variable_costs: some(4_200_000),
        payroll: some(6_100_000),
        fixed_costs: some(510_000),
        cash: some(900_000),
        ..MonthFacts::default()
    }
}
