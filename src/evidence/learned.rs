//! The plan with what the facts have taught put in the place of its estimates.

use super::finding::Finding;
use super::measured::Measured;
use super::measurement::conversion;
use super::run_in::RunIn;
use super::verdict::Verdict;
use crate::model::{
    AddOnKind, Basis, Channel, Estimate, FrequencyUnit, Model, Offer, OwnConversion, Range, Retention,
    RetentionEntry, RetentionKind,
};
use crate::number::Decimal;

/// The plan with every figure that was measured at what is expected of it from now on: between plan and facts, by the
/// weight of both.
pub fn learned(plan: &Model, run: &RunIn) -> Model {
    learned_at(plan, run, |_, finding| finding.judgement.expected)
}

/// The same with the figures at values of one's own; `value` is asked for each by its place among the findings.
pub fn learned_at(plan: &Model, run: &RunIn, value: impl Fn(usize, &Finding) -> f64) -> Model {
    let mut model = plan.clone();
    for (at, finding) in run.findings.iter().enumerate() {
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
            let is_scaled = finding.measured == Measured::CostPerLead && plan.market.awareness;
            let scale = is_scaled.then(|| estimate.number::<f64>() / finding.judgement.expected);
            estimate.range = range_of(finding, scale.unwrap_or(1.0));
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
    let (one, other) = (finding.shown(one) * scale, finding.shown(other) * scale);
    Some(Range { low: decimal(one.min(other))?, high: decimal(one.max(other))? })
}

/// The estimate that a figure is of, where it is one and no sum of several.
fn own_estimate<'m>(model: &'m mut Model, finding: &Finding) -> Option<&'m mut Estimate> {
    let stage = finding.stage.and_then(|at| model.funnel.stages.get(at)).map(|stage| stage.id.clone());
    let channel = model.channels.get_mut(finding.channel?)?;
    match finding.measured {
        Measured::CostPerLead => Some(&mut channel.cost_per_lead),
        Measured::Conversion => {
            let id = stage?;
            channel.own.iter_mut().find(|own| own.id == id).map(|own| &mut own.conversion)
        }
        _ => None,
    }
}

fn adopt(model: &mut Model, plan: &Model, finding: &Finding, value: f64) {
    let judgement = &finding.judgement;
    // What was not measured stays as it is planned, but for somebody's own value.
    let is_planned = judgement.verdict == Verdict::NoData && value == judgement.expected;
    if is_planned || !value.is_finite() || value < 0.0 {
        return;
    }
    let ratio = if judgement.plan > 0.0 { value / judgement.plan } else { 1.0 };
    match (finding.measured, finding.channel) {
        (Measured::CostPerLead, Some(at)) => {
            // What a market still gets to know costs more than the price entered; else it is the price itself.
            let is_entered = !model.market.awareness;
            if let Some(channel) = model.channels.get_mut(at).filter(|_| ratio != 1.0) {
                match is_entered {
                    true => put(&mut channel.cost_per_lead, value),
                    false => scale(&mut channel.cost_per_lead, ratio),
                }
            }
        }
        (Measured::Leads, Some(at)) => {
            if let Some(channel) = model.channels.get_mut(at) {
                cap(channel, ratio);
                lift(channel, finding);
            }
        }
        (Measured::Conversion, Some(at)) => convert(model, plan, at, finding.stage.unwrap_or(0), value),
        (Measured::Deal, _) => scale(&mut model.offer.price, ratio),
        (Measured::OrderCost, _) => {
            let offer = &mut model.offer;
            [&mut offer.unit_cost, &mut offer.cost_share].into_iter().for_each(|cost| scale(cost, ratio));
        }
        (Measured::Retention, _) => stay(&mut model.offer.retention, judgement.plan, value),
        (Measured::Frequency, _) => order_more(&mut model.offer, ratio),
        (Measured::Refunds, _) => put(&mut model.offer.refund_share, value),
        (Measured::UpsellShare, _) => add_ons(model, AddOnKind::Upsell, |own| (&mut own.share, ratio)),
        (Measured::UpsellPrice, _) => add_ons(model, AddOnKind::Upsell, |own| (&mut own.price, ratio)),
        (Measured::CrossSellShare, _) => add_ons(model, AddOnKind::CrossSell, |own| (&mut own.share, ratio)),
        (Measured::CrossSellPrice, _) => add_ons(model, AddOnKind::CrossSell, |own| (&mut own.price, ratio)),
        // Totals of what channels say.
        (Measured::CostPerLead | Measured::Leads | Measured::Conversion, None) => {}
        // No field of the plan holds these.
        (Measured::Cycle | Measured::OnPromise | Measured::Complaints, _) => {}
    }
}

/// Where a cap and not money bounds the leads, it is the cap that was tested.
fn cap(channel: &mut Channel, ratio: f64) {
    let (budget, cost): (f64, f64) = (channel.budget.number(), channel.cost_per_lead.number());
    if let Some(most) = &mut channel.most_leads
        && (cost <= 0.0 || budget / cost > most.number())
    {
        scale(most, ratio);
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

fn convert(model: &mut Model, plan: &Model, at: usize, stage: usize, value: f64) {
    let (Some(id), Some(planned)) =
        (plan.funnel.stages.get(stage).map(|stage| stage.id.clone()), plan.channels.get(at))
    else {
        return;
    };
    let mut estimate = conversion(plan, planned, stage).clone();
    put(&mut estimate, value.min(1.0));
    let Some(channel) = model.channels.get_mut(at) else { return };
    match channel.own.iter_mut().find(|own| own.id == id) {
        Some(own) => own.conversion = estimate,
        None => channel.own.push(OwnConversion { id, conversion: estimate }),
    }
}

/// How clients stay: the rate itself; else every month of a client's life is taken to be as much better or worse as all
/// of them together, for one rate cannot tell which month it was: rates and shares in proportion, of the curve the odds
/// of leaving.
fn stay(retention: &mut Retention, plan: f64, value: f64) {
    let value = value.min(1.0);
    let ratio = if plan > 0.0 { value / plan } else { 1.0 };
    match retention.kind {
        RetentionKind::Constant => {
            // What was measured is what stays from month to month.
            retention.entry = RetentionEntry::Month;
            put(&mut retention.rate, value);
        }
        RetentionKind::TwoStage => {
            for rate in [&mut retention.early_rate, &mut retention.later_rate] {
                let scaled = rate.number::<f64>() * ratio;
                put(rate, scaled.min(1.0));
            }
        }
        RetentionKind::Table => survive(retention, ratio),
        RetentionKind::Sbg => {
            let odds = |stay: f64| (1.0 - stay) / stay;
            let leaving = retention.alpha.number::<f64>() * odds(value) / odds(plan);
            if leaving.is_finite() && leaving > 0.0 {
                put(&mut retention.alpha, leaving);
            }
        }
        RetentionKind::Once => {}
    }
}

/// So many times as many repeat orders, in whatever they are entered.
fn order_more(offer: &mut Offer, ratio: f64) {
    match offer.frequency_unit {
        FrequencyUnit::PerMonth | FrequencyUnit::PerQuarter | FrequencyUnit::PerYear => {
            scale(&mut offer.frequency, ratio);
        }
        FrequencyUnit::EveryMonths | FrequencyUnit::EveryWeeks | FrequencyUnit::EveryDays => {
            scale(&mut offer.frequency, 1.0 / ratio);
        }
    }
}

/// The observed shares of a table, where each month keeps so many times what it kept.
fn survive(retention: &mut Retention, ratio: f64) {
    let (mut before, mut now) = (1.0, 1.0);
    for observed in &mut retention.table {
        let share: f64 = observed.share.number();
        let kept = if before > 0.0 { share / before * ratio } else { 0.0 };
        (before, now) = (share, now * kept.min(1.0));
        put(&mut observed.share, now);
    }
}

fn add_ons(
    model: &mut Model,
    kind: AddOnKind,
    field: impl Fn(&mut crate::model::AddOn) -> (&mut Estimate, f64),
) {
    for add_on in model.offer.add_ons.iter_mut().filter(|add_on| add_on.kind == kind) {
        let (estimate, ratio) = field(add_on);
        scale(estimate, ratio);
    }
}

fn scale(estimate: &mut Estimate, ratio: f64) {
    let value = estimate.number::<f64>() * ratio;
    if ratio != 1.0 {
        put(estimate, value);
    }
}

/// What does not fit a decimal leaves the plan's value.
fn put(estimate: &mut Estimate, value: f64) {
    if let Some(value) = decimal(value) {
        estimate.value = value;
        estimate.range = None;
    }
}

/// With six digits that mean something: more would only look exact.
fn decimal(value: f64) -> Option<Decimal> {
    Decimal::try_from(value).ok()?.round_sf(6).map(|value| value.normalize())
}
