//! The plan with what the facts have taught put in the place of its estimates.

use super::figure_in_plan::{decimal, put, put_figure};
use super::finding::Finding;
use super::measured::Measured;
use super::verdict::Verdict;
use crate::model::{Basis, Channel, Estimate, Model, Offer, Range, RetentionKind};

/// The plan with every figure that was measured at what is expected of it from now on: between plan and facts, by the
/// weight of both.
pub fn learned(plan: &Model, findings: &[Finding]) -> Model {
    learned_by(plan, findings, |_, finding| finding.judgement.expected)
}

/// The same with the figures at values of one's own; `value` is asked for each by its place among the findings.
pub fn learned_by(plan: &Model, findings: &[Finding], value: impl Fn(usize, &Finding) -> f64) -> Model {
    let mut model = plan.clone();
    for (at, finding) in findings.iter().enumerate() {
        adopt(&mut model, plan, finding, value(at, finding));
    }
    model
}

/// The plan with only these figures changed; each says what it rests on.
pub fn adopted<'f>(plan: &Model, findings: impl Iterator<Item = &'f Finding>, source: &str) -> Model {
    let mut model = plan.clone();
    for finding in findings {
        adopt(&mut model, plan, finding, finding.judgement.expected);
        if let Some(estimate) = own_estimate(&mut model, finding) {
            estimate.basis = Basis::Measured;
            source.clone_into(&mut estimate.source);
            // The field may hold it in another measure: with VAT, or of a market that knows the channel.
            estimate.range = range_of(finding, estimate.number::<f64>() / finding.judgement.expected);
        }
    }
    model
}

/// Those of the figures that a plan has a field for: adopting any of them changes it. Facts of the plan are copied with
/// it, so that one without them is better.
pub fn adoptable<'f>(
    plan: &Model,
    findings: impl Iterator<Item = &'f Finding>,
) -> impl Iterator<Item = &'f Finding> {
    findings.filter(move |finding| adopted(plan, std::iter::once(*finding), "") != *plan)
}

/// The bounds between which the real value lies eight times in ten, where the plan has the figure itself.
fn range_of(finding: &Finding, scale: f64) -> Option<Range> {
    let (one, other) = finding.judgement.interval;
    // Leads are judged as a part of those planned, which is the scale.
    let shown = |value| if finding.measured == Measured::Leads { value } else { finding.shown(value) };
    let (one, other) = (shown(one) * scale, shown(other) * scale);
    Some(Range { low: decimal(one.min(other))?, high: decimal(one.max(other))? })
}

/// The estimate that a figure is of, where it is one and no sum of several.
fn own_estimate<'m>(model: &'m mut Model, finding: &Finding) -> Option<&'m mut Estimate> {
    let stage = finding.stage.and_then(|at| model.funnel.stages.get(at)).map(|stage| stage.id.clone());
    let Some(at) = finding.channel else { return own_estimate_of_offer(&mut model.offer, finding.measured) };
    let channel = model.channels.get_mut(at)?;
    match finding.measured {
        Measured::CostPerLead => Some(&mut channel.cost_per_lead),
        Measured::Leads if channel.is_free() => Some(&mut channel.free_leads),
        Measured::Conversion => {
            let id = stage?;
            channel.own.iter_mut().find(|own| own.id == id).map(|own| &mut own.conversion)
        }
        _ => None,
    }
}

fn own_estimate_of_offer(offer: &mut Offer, measured: Measured) -> Option<&mut Estimate> {
    match measured {
        Measured::Deal => Some(&mut offer.price),
        Measured::Refunds => Some(&mut offer.refund_share),
        Measured::Retention if offer.retention.kind == RetentionKind::Constant => {
            Some(&mut offer.retention.rate)
        }
        // Of a channel, of several fields, of rows, or of no field: no estimate is theirs alone.
        Measured::Retention
        | Measured::Leads
        | Measured::CostPerLead
        | Measured::Conversion
        | Measured::Cycle
        | Measured::OnPromise
        | Measured::OrderCost
        | Measured::Frequency
        | Measured::Complaints
        | Measured::UpsellShare
        | Measured::UpsellPrice
        | Measured::CrossSellShare
        | Measured::CrossSellPrice => None,
    }
}

fn adopt(model: &mut Model, plan: &Model, finding: &Finding, value: f64) {
    let judgement = &finding.judgement;
    // What was not measured stays as it is planned, but for somebody's own value.
    let is_planned = judgement.verdict == Verdict::NoData && value == judgement.expected;
    if is_planned || !value.is_finite() || value < 0.0 {
        return;
    }
    put_figure(model, plan, finding.figure(), judgement.plan, value);
    if let (Measured::Leads, Some(at)) = (finding.measured, finding.channel)
        && let Some(channel) = model.channels.get_mut(at)
    {
        lift(channel, finding);
    }
}

/// A cap that more came than is none: it goes up to what came on average.
fn lift(channel: &mut Channel, finding: &Finding) {
    let known: Vec<f64> = finding.months.iter().filter_map(|month| month.fact).collect();
    let mean = known.iter().sum::<f64>() / known.len().max(1) as f64;
    if let Some(most) = channel.most_leads.as_mut().filter(|most| mean > most.number()) {
        put(most, mean);
    }
}
