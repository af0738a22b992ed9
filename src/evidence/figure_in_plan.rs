//! A figure of a plan at another value: in the field that holds it.

use super::distributions::LEAST;
use super::figure::Figure;
use super::measured::Measured;
use super::planned::planned_conversion;
use crate::model::{
    AddOnKind, Channel, Estimate, FrequencyUnit, Model, Offer, OwnConversion, Retention, RetentionEntry,
    RetentionKind,
};
use crate::number::Decimal;

/// The plan with one figure at so many times what is planned; `planned` is that, in the figure's own unit. Of all channels together
/// it is moved in each; leads come cheaper or dearer, since their budget is what it is.
pub(super) fn moved(plan: &Model, figure: Figure, planned: f64, times: f64) -> Model {
    let mut model = plan.clone();
    match figure.measured {
        Measured::Leads | Measured::CostPerLead | Measured::Conversion => {
            let places = figure.channel.map_or(0..plan.channels.len(), |own| own..own + 1);
            places
                .for_each(|at| move_channel(&mut model, plan, Figure { channel: Some(at), ..figure }, times));
        }
        _ => put_figure(&mut model, plan, figure, planned, planned * times),
    }
    model
}

/// Whether a field of the plan holds a figure; a total is held by those of the channels.
pub(super) fn has_field(measured: Measured) -> bool {
    !matches!(measured, Measured::Cycle | Measured::OnPromise | Measured::Complaints)
}

fn move_channel(model: &mut Model, plan: &Model, figure: Figure, times: f64) {
    let Some(at) = figure.channel else { return };
    if figure.measured == Measured::Conversion {
        let stage = figure.stage.unwrap_or(0);
        let planned = plan.channels.get(at).map(|own| planned_conversion(plan, own, stage).number::<f64>());
        return convert(model, plan, at, stage, planned.unwrap_or(0.0) * times);
    }
    let Some(channel) = model.channels.get_mut(at) else { return };
    if channel.is_free() {
        if figure.measured == Measured::Leads {
            scale(&mut channel.free_leads, times);
        }
        return;
    }
    let dearer = if figure.measured == Measured::Leads { 1.0 / times.max(LEAST) } else { times };
    scale(&mut channel.cost_per_lead, dearer);
    if let Some(most) = channel.most_leads.as_mut().filter(|_| figure.measured == Measured::Leads) {
        scale(most, times);
    }
}

/// A figure at a value in the place of the one that is planned.
pub(super) fn put_figure(model: &mut Model, plan: &Model, figure: Figure, planned: f64, value: f64) {
    let ratio = if planned > 0.0 { value / planned } else { 1.0 };
    match (figure.measured, figure.channel) {
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
            }
        }
        (Measured::Conversion, Some(at)) => convert(model, plan, at, figure.stage.unwrap_or(0), value),
        (Measured::Deal, _) => scale(&mut model.offer.price, ratio),
        (Measured::OrderCost, _) => {
            let offer = &mut model.offer;
            [&mut offer.unit_cost, &mut offer.cost_share].into_iter().for_each(|cost| scale(cost, ratio));
        }
        (Measured::Retention, _) => stay(&mut model.offer.retention, planned, value),
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

/// Where a cap and not money bounds the leads, it is the cap that was tested; of a free channel the leads themselves.
fn cap(channel: &mut Channel, ratio: f64) {
    if channel.is_free() {
        return scale(&mut channel.free_leads, ratio);
    }
    let (budget, cost): (f64, f64) = (channel.budget.number(), channel.cost_per_lead.number());
    if let Some(most) = &mut channel.most_leads
        && (cost <= 0.0 || budget / cost > most.number())
    {
        scale(most, ratio);
    }
}

fn convert(model: &mut Model, plan: &Model, at: usize, stage: usize, value: f64) {
    let (Some(id), Some(planned)) =
        (plan.funnel.stages.get(stage).map(|stage| stage.id.clone()), plan.channels.get(at))
    else {
        return;
    };
    let mut estimate = planned_conversion(plan, planned, stage).clone();
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
pub(super) fn put(estimate: &mut Estimate, value: f64) {
    if let Some(value) = decimal(value) {
        estimate.value = value;
        estimate.range = None;
    }
}

/// With six digits that mean something: more would only look exact.
pub(super) fn decimal(value: f64) -> Option<Decimal> {
    Decimal::try_from(value).ok()?.round_sf(6).map(|value| value.normalize())
}
