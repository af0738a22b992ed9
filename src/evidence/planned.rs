//! What the plan has in the place of a fact: every screen and every verdict takes it from here, or from the outcome itself.

use super::figure::Figure;
use super::measured::Measured;
use crate::model::{AddOnKind, BusinessFact, Channel, ChannelFact, Estimate, Model, RetentionKind};
use crate::number::{Decimal, Exact, Number};
use crate::plan::{ChannelMonths, Outcome};

/// What the plan has in the place of a fact of a channel; nothing where it says nothing of it.
pub fn planned_of_channel(channel: &ChannelMonths, fact: ChannelFact<usize>, t: u32) -> Option<Exact> {
    let t = t as usize;
    match fact {
        ChannelFact::Spend => channel.spend.get(t).map(|money| money.0),
        ChannelFact::Leads => channel.leads.get(t).map(|count| count.0),
        ChannelFact::Stage(stage) => channel.stages.get(stage)?.get(t).map(|count| count.0),
        ChannelFact::Clients => channel.new_clients.get(t).map(|count| count.0),
        // The plan's revenue is not kept by channel.
        ChannelFact::Revenue => None,
    }
}

/// What the plan has in the place of a fact of the whole business; nothing where it says nothing of it.
pub fn planned_of_business(model: &Model, outcome: &Outcome, fact: BusinessFact, t: u32) -> Option<Exact> {
    let (volumes, statement, client) = (&outcome.volumes, &outcome.statement, &outcome.client);
    let month = t as usize;
    match fact {
        BusinessFact::Delivered => volumes.orders.get(month).map(|count| count.0),
        BusinessFact::OnPromise => {
            let share = Exact::from_decimal(model.facts.on_promise.value);
            volumes.orders.get(month).map(|count| count.0 * share)
        }
        BusinessFact::Cycle => Some(planned_cycle(model)),
        BusinessFact::Active => volumes.active_clients.get(month).map(|count| count.0),
        BusinessFact::Lost => lost(outcome, month),
        BusinessFact::Complaints | BusinessFact::Refunds => None,
        BusinessFact::Upsells => {
            volumes.upsell_clients.get(month).map(|count| count.0 * planned_share(model, AddOnKind::Upsell))
        }
        BusinessFact::UpsellRevenue => {
            volumes.upsell_clients.get(month).map(|count| (*count * client.upsell_revenue).0)
        }
        BusinessFact::CrossSells => volumes
            .cross_sell_clients
            .get(month)
            .map(|count| count.0 * planned_share(model, AddOnKind::CrossSell)),
        BusinessFact::CrossSellRevenue => {
            volumes.cross_sell_clients.get(month).map(|count| (*count * client.cross_sell_revenue).0)
        }
        BusinessFact::VariableCosts => statement.variable_costs.get(month).map(|money| money.0),
        BusinessFact::Payroll => statement.payroll.get(month).map(|money| money.0),
        BusinessFact::FixedCosts => statement.fixed_costs.get(month).map(|money| money.0),
        BusinessFact::Taxes => statement.tax.get(month).map(|money| money.0),
        BusinessFact::Cash => outcome.cash.balance.get(month).map(|money| money.0),
    }
}

/// The plan's conversion of a stage for a channel.
pub fn planned_conversion<'a>(plan: &'a Model, channel: &'a Channel, stage: usize) -> &'a Estimate {
    static NONE: std::sync::LazyLock<Estimate> = std::sync::LazyLock::new(Estimate::default);
    let Some(stage) = plan.funnel.stages.get(stage) else { return &NONE };
    let own = channel.own.iter().find(|own| own.id == stage.id);
    own.map_or(&stage.conversion, |own| &own.conversion)
}

/// The estimate that a channel's leads rest on: their cost, or their number where they cost nothing.
pub(super) fn estimate_of_leads(channel: &Channel) -> &Estimate {
    if channel.is_free() { &channel.free_leads } else { &channel.cost_per_lead }
}

/// The estimate that a figure of the plan is, where it is one and no sum of several.
pub(super) fn planned_estimate(plan: &Model, figure: Figure) -> Option<&Estimate> {
    let channel = figure.channel.and_then(|at| plan.channels.get(at));
    let offer = &plan.offer;
    match figure.measured {
        Measured::Leads => channel.map(estimate_of_leads),
        Measured::CostPerLead => channel.map(|own| &own.cost_per_lead),
        Measured::Conversion => channel.map(|own| planned_conversion(plan, own, figure.stage.unwrap_or(0))),
        Measured::Deal => Some(&offer.price),
        Measured::Refunds => Some(&offer.refund_share),
        Measured::Retention if offer.retention.kind == RetentionKind::Constant => Some(&offer.retention.rate),
        _ => None,
    }
}

/// Days from a lead to a client by the plan.
pub fn planned_cycle(model: &Model) -> Exact {
    let winning = model.funnel.client_stage().map_or(0, |place| place + 1);
    sum(model.funnel.stages.iter().take(winning).map(|stage| stage.days.value))
}

/// What a lead costs by the plan in these months of channels: spend by leads, so that a limit, awareness and growth are in
/// it; undefined where no leads are planned.
pub fn planned_cost_per_lead(outcome: &Outcome, cells: impl Iterator<Item = (usize, u32)>) -> Exact {
    let (mut spend, mut leads) = (Exact::ZERO, Exact::ZERO);
    for (place, t) in cells {
        let Some(channel) = outcome.channels.get(place) else { continue };
        spend = spend + channel.spend.get(t as usize).map_or(Exact::ZERO, |money| money.0);
        leads = leads + channel.leads.get(t as usize).map_or(Exact::ZERO, |count| count.0);
    }
    spend / leads
}

/// Who was active or came, and is not active at the month's end.
fn lost(outcome: &Outcome, month: usize) -> Option<Exact> {
    let active = |month: usize| outcome.volumes.active_clients.get(month).map(|active| active.0);
    let opening = || outcome.volumes.opening_clients.first().map_or(Exact::ZERO, |count| count.0);
    let before = month.checked_sub(1).and_then(active).unwrap_or_else(opening);
    let new = outcome.volumes.new_clients.get(month)?.0;
    Some(before + new - active(month)?)
}

/// How many add-ons of a kind are sold each time they are offered.
pub fn planned_share(model: &Model, kind: AddOnKind) -> Exact {
    let own = model.offer.add_ons.iter().filter(|add_on| add_on.kind == kind);
    sum(own.map(|add_on| add_on.share.value))
}

fn sum(parts: impl Iterator<Item = Decimal>) -> Exact {
    parts.fold(Exact::ZERO, |sum, part| sum + Exact::from_decimal(part))
}
