//! Whether a channel has passed: how sure it is that its clients bring more than they cost.
//!
//! The ratio of what a client brings to what winning it costs is a product of many figures, so its logarithm is nearly a sum of theirs:
//! each figure's own range, by how the ratio goes along with the figure, adds to the variance. What a lead costs and how leads convert
//! go into the cost of a client as they are.

use super::distributions::normal_below;
use super::figure::Figure;
use super::finding::Finding;
use super::learned::learned;
use super::levers::{Levers, ratio};
use super::measured::Measured;
use super::prior::RANGE_IN_SDS;
use crate::model::{Facts, Model};
use crate::plan::{Outcome, evaluate};

/// Chance from which on a channel has passed, if nothing of it is below plan.
pub const PASSES: f64 = 0.8;

/// What is expected of every channel, and how unsure it is.
pub(super) struct Passing<'a> {
    findings: &'a [Finding],
    levers: &'a Levers,
    expected: Outcome<f64>,
}

impl<'a> Passing<'a> {
    /// By what the facts say of a plan.
    pub fn new(plan: &Model, findings: &'a [Finding], levers: &'a Levers) -> Self {
        let plan = Model { facts: Facts::default(), ..plan.clone() };
        Self { expected: evaluate(&learned(&plan, findings)), findings, levers }
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
        let variance: f64 = self.findings.iter().map(|own| self.deviation(own, channel).powi(2)).sum();
        let deviations = ratio(&self.expected, channel).ln() / variance.sqrt();
        (!deviations.is_nan()).then(|| normal_below(deviations))
    }

    /// How unsure a figure makes the logarithm of the ratio.
    fn deviation(&self, finding: &Finding, channel: usize) -> f64 {
        let (low, high) = finding.judgement.interval;
        let slope = self.slope(finding.figure(), finding.judgement.plan, channel);
        if slope == 0.0 || low <= 0.0 || high <= low { 0.0 } else { slope * (high / low).ln() / RANGE_IN_SDS }
    }

    fn slope(&self, figure: Figure, planned: f64, channel: usize) -> f64 {
        if figure.measured.is_of_channels() {
            let goes_into_cost = figure.measured != Measured::Leads && figure.channel == Some(channel);
            return f64::from(u8::from(goes_into_cost));
        }
        self.levers.slopes(figure, planned).get(channel).copied().unwrap_or(0.0)
    }
}
