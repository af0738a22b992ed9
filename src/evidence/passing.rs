//! Whether a channel has passed: how sure it is that its clients bring more than they cost.
//!
//! The ratio of what a client brings to what winning it costs is a product of many figures, so its logarithm is nearly a sum of theirs:
//! each figure is put at both ends of its own range, and the variances are added. Figures of the business are evaluated, those of the
//! channel (what a lead costs, how it converts) go into the cost of a client as they are.

use super::distributions::normal_below;
use super::figure::Figure;
use super::finding::Finding;
use super::learned::learned_by;
use super::measured::Measured;
use crate::model::{Facts, Model};
use crate::plan::{Outcome, evaluate};

/// Chance from which on a channel has passed, if nothing of it is below plan.
pub const PASSES: f64 = 0.8;
/// From one bound missed in 1 case of 10 to the other are so many standard deviations.
const RANGE_IN_SDS: f64 = 2.5631;

/// What is expected of every channel, and how unsure the figures of the business make it.
pub(super) struct Passing<'a> {
    findings: &'a [Finding],
    expected: Outcome<f64>,
    /// By channel: the variance of the ratio's logarithm that comes from figures of the business.
    variances: Vec<f64>,
}

impl<'a> Passing<'a> {
    /// By what the facts say of a plan.
    pub fn new(plan: &Model, findings: &'a [Finding]) -> Self {
        let plan = Model { facts: Facts::default(), ..plan.clone() };
        let outcome = |own: Option<(usize, f64)>| {
            let value = |place: usize, finding: &Finding| {
                own.filter(|(own, _)| *own == place).map_or(finding.judgement.expected, |(_, value)| value)
            };
            let model = learned_by(&plan, findings, value);
            evaluate::<f64>(&model)
        };
        let expected = outcome(None);
        let mut variances = vec![0.0; expected.channels.len()];
        for (place, finding) in findings.iter().enumerate().filter(|(_, own)| own.channel.is_none()) {
            let (low, high) = finding.judgement.interval;
            if is_of_channels(finding.measured) || low >= high {
                continue;
            }
            let ends = [low, high].map(|value| outcome(Some((place, value))));
            for (at, sum) in variances.iter_mut().enumerate() {
                let [one, other] = [&ends[0], &ends[1]].map(|end| ratio(end, at).unwrap_or(LEAST_RATIO).ln());
                *sum += deviation(one, other).powi(2);
            }
        }
        Self { findings, expected, variances }
    }

    /// Chance, 0 to 1, that a client of a channel brings more than winning it costs, pay for winning it included; none where that cannot
    /// be told.
    pub fn chance(&self, channel: usize) -> Option<f64> {
        let own = &self.expected.channels.get(channel)?.acquisition;
        let (ltv, cost) = (self.expected.client.ltv.0, own.cac_loaded.0);
        if ltv.is_nan() {
            return None;
        }
        if ltv <= 0.0 || cost <= 0.0 {
            return Some(if ltv > 0.0 { 1.0 } else { 0.0 });
        }
        let ratio = ratio(&self.expected, channel)?;
        let variance = self.variances.get(channel)? + self.variance_of(channel);
        Some(if variance > 0.0 {
            normal_below(ratio.ln() / variance.sqrt())
        } else {
            f64::from(u8::from(ratio > 1.0))
        })
    }

    /// What the channel's own figures add.
    fn variance_of(&self, channel: usize) -> f64 {
        let is_own = |own: &Figure| {
            own.channel == Some(channel)
                && matches!(own.measured, Measured::CostPerLead | Measured::Conversion)
        };
        let own = self.findings.iter().filter(|it| is_own(&it.figure())).map(|it| it.judgement.interval);
        own.filter(|(low, high)| *low > 0.0 && high > low)
            .map(|(low, high)| deviation(low.ln(), high.ln()).powi(2))
            .sum()
    }
}

/// Stands for a ratio that is none: a client that brings nothing.
const LEAST_RATIO: f64 = 0.01;

fn deviation(one: f64, other: f64) -> f64 {
    (other - one).abs() / RANGE_IN_SDS
}

/// Whether the figure is of channels: of all together it has no field of its own.
fn is_of_channels(measured: Measured) -> bool {
    matches!(measured, Measured::Leads | Measured::CostPerLead | Measured::Conversion)
}

/// What a client brings by what it costs, where both are more than nothing.
fn ratio(outcome: &Outcome<f64>, channel: usize) -> Option<f64> {
    let ratio = outcome.channels.get(channel)?.acquisition.ltv_to_cac_loaded.0;
    (ratio > LEAST_RATIO).then_some(ratio)
}
