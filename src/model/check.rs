//! Everything in a document that cannot be, contradicts itself or deserves a second look. The first
//! finding never hides the others, and none of them stops the calculation.

use super::bounds::impossible;
use super::estimate::Estimate;
use super::field::{Kind, Measure};
use super::funnel::{Channel, OverLimit, Status};
use super::issue::{Issue, Issues, Reason, Severity};
use super::offer::{FrequencyUnit, Offer, RetentionEntry, RetentionKind};
use super::path::for_each_estimate;
use super::{FixedCost, Model, Person};
use crate::number::{Decimal, Exact, Number};

/// All findings, in the order of the document.
pub fn check(model: &Model) -> Vec<Issue> {
    let mut issues = Issues(Vec::new());
    for_each_estimate(model, &mut |path, field, estimate| match field.kind {
        Kind::Estimate(measure) | Kind::Optional(measure) => bounds(&mut issues, path, measure, estimate),
        _ => {}
    });
    offer(&mut issues, &model.offer);
    if model.funnel.stages.is_empty() && !model.channels.is_empty() {
        issues.add("funnel/stages", Reason::NoStages, Severity::Note);
    }
    if model.channels.is_empty() {
        issues.add("channels", Reason::NoChannels, Severity::Note);
    }
    for row in &model.channels {
        channel(&mut issues, row, model.about.horizon);
    }
    spans(&mut issues, model);
    super::check_people::people(&mut issues, model);
    let instalments: Decimal = sum(model.terms.instalments.iter().map(|part| part.share.value));
    if instalments > Decimal::ONE {
        issues.add("terms/instalments", Reason::InstalmentsOverWhole, Severity::Problem);
    }
    issues.0
}

fn bounds(issues: &mut Issues, path: &str, measure: Measure, estimate: &Estimate) {
    let (low, high) =
        estimate.range.map_or((estimate.value, estimate.value), |range| (range.low, range.high));
    let mut found = [low, high].map(|value| impossible(measure, value));
    if found[0] == found[1] {
        found[1] = None;
    }
    for reason in found.into_iter().flatten() {
        issues.add(path, reason, Severity::Problem);
    }
    issues.add_if(high.abs().max(low.abs()) > largest(), path, Reason::TooLarge, Severity::Problem);
    let inside = low <= estimate.value && estimate.value <= high;
    issues.add_if(!inside, path, Reason::RangeWithoutValue, Severity::Problem);
}

/// Above this no answer is promised.
fn largest() -> Decimal {
    Decimal::from(1_000_000_000_000_000_u64)
}

fn offer(issues: &mut Issues, offer: &Offer) {
    use Severity::{Note, Problem, Warning};
    issues.add_if(offer.price.value.is_zero(), "offer/price", Reason::NoPrice, Warning);
    let none = offer.frequency.value.is_zero() && offer.uses_frequency();
    issues.add_if(none, "offer/frequency", Reason::NoOrders, Warning);
    let every = matches!(
        offer.frequency_unit,
        FrequencyUnit::EveryMonths | FrequencyUnit::EveryWeeks | FrequencyUnit::EveryDays
    );
    issues.add_if(none && every, "offer/frequency", Reason::NotPositive, Problem);
    if let Some((path, reason)) = offer.refused_return::<Exact>() {
        issues.0.push(Issue { path: path.into(), reason, severity: Problem, limits: offer.return_limits() });
    }
    let eaten = !left_of_order(offer).is_positive() && !offer.price.value.is_zero();
    issues.add_if(eaten, "offer/price", Reason::CostsOverPrice, Warning);
    let retention = &offer.retention;
    match retention.kind {
        RetentionKind::Constant => {
            let said = match retention.entry {
                RetentionEntry::Month => Some((&retention.rate, "offer/retention/rate")),
                RetentionEntry::Quarter => Some((&retention.quarter_rate, "offer/retention/quarter_rate")),
                RetentionEntry::Year => Some((&retention.year_rate, "offer/retention/year_rate")),
                RetentionEntry::BoughtAgain | RetentionEntry::FirstYear => None,
            };
            if let Some((rate, path)) = said {
                issues.add_if(rate.value == Decimal::ONE, path, Reason::NobodyLeaves, Note);
            }
        }
        RetentionKind::Once => {}
        RetentionKind::TwoStage => {
            let forever = retention.later_rate.value == Decimal::ONE;
            issues.add_if(forever, "offer/retention/later_rate", Reason::NobodyLeaves, Note);
        }
        RetentionKind::Table => {
            issues.add_if(retention.table.is_empty(), "offer/retention/table", Reason::NoTable, Warning);
            for pair in retention.table.windows(2) {
                if let [earlier, later] = pair {
                    let path = format!("offer/retention/table/{}/share", later.id);
                    issues.add_if(
                        later.share.value > earlier.share.value,
                        &path,
                        Reason::RetentionRises,
                        Warning,
                    );
                }
            }
        }
        RetentionKind::Sbg => {
            let absent = |estimate: &Estimate| estimate.value <= Decimal::ZERO;
            issues.add_if(absent(&retention.alpha), "offer/retention/alpha", Reason::NotPositive, Problem);
            issues.add_if(absent(&retention.beta), "offer/retention/beta", Reason::NotPositive, Problem);
        }
    }
}

/// What an order leaves, refunds counted, VAT not; positive where that cannot be told.
fn left_of_order(offer: &Offer) -> Exact {
    let number = |estimate: &Estimate| estimate.number::<Exact>();
    let (price, refunded) = (number(&offer.price), number(&offer.refund_share));
    let bought = Exact::ONE - refunded;
    let charged = |rate: &Estimate, is_kept: bool| number(rate) * if is_kept { Exact::ONE } else { bought };
    let fees =
        charged(&offer.payment_fee, offer.fee_kept) + charged(&offer.commission, offer.commission_kept);
    let made = number(&offer.unit_cost) + price * number(&offer.cost_share);
    let borne = made * (Exact::ONE - refunded * number(&offer.recovered_share));
    let returned = refunded * number(&offer.return_cost) + number(&offer.delivery_cost);
    let left = price * bought - price * fees - borne - returned;
    if left.reason().is_some() { Exact::ONE } else { left }
}

fn channel(issues: &mut Issues, channel: &Channel, horizon: u32) {
    let path = |field: &str| format!("channels/{}/{field}", channel.id);
    issues.check_span(&path(""), channel.first, channel.last, horizon);
    if channel.status == Status::Dropped || channel.is_free() {
        return;
    }
    let (budget, cost) = (channel.budget.value, channel.cost_per_lead.value);
    if cost.is_zero() && channel.most_leads.is_none() {
        // Without money it brings nothing; with money nobody can tell how much.
        let severity = if budget.is_zero() { Severity::Note } else { Severity::Problem };
        issues.add(path("cost_per_lead"), Reason::NoCostPerLead, severity);
    }
    let over = channel
        .most_leads
        .as_ref()
        .and_then(|most| most.value.checked_mul(cost))
        .is_some_and(|most| budget > most && !cost.is_zero());
    let is_spent = channel.over_limit == OverLimit::Spent;
    issues.add_if(over && is_spent, &path("most_leads"), Reason::BudgetOverCap, Severity::Warning);
}

fn spans(issues: &mut Issues, model: &Model) {
    let horizon = model.about.horizon;
    for Person { id, first, last, .. } in &model.people {
        issues.check_span(&format!("people/{id}/"), *first, *last, horizon);
    }
    for FixedCost { id, first, last, .. } in &model.costs {
        issues.check_span(&format!("costs/{id}/"), *first, *last, horizon);
    }
    for (rows, debts) in [("receivables", &model.opening.receivables), ("payables", &model.opening.payables)]
    {
        for debt in debts {
            let path = format!("opening/{rows}/{}/month", debt.id);
            issues.add_if(debt.month >= horizon, &path, Reason::DueAfterPlan, Severity::Note);
        }
    }
    for investment in &model.investments {
        let path = format!("investments/{}/month", investment.id);
        issues.add_if(investment.month >= horizon, &path, Reason::BeyondHorizon, Severity::Warning);
    }
}

pub(super) fn sum(values: impl IntoIterator<Item = Decimal>) -> Decimal {
    values.into_iter().fold(Decimal::ZERO, Decimal::saturating_add)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reasons(model: &Model) -> Vec<(String, Reason)> {
        check(model).into_iter().map(|issue| (issue.path, issue.reason)).collect()
    }

    #[test]
    fn every_contradiction_is_found_beside_its_field() {
        let mut model = Model::default();
        model.offer.price = Estimate::guess(-5);
        model.offer.retention.rate = Estimate::share(100);
        model.channels.push(Channel {
            id: "x".into(),
            first: 9,
            last: Some(3),
            budget: Estimate::guess(100),
            ..Channel::default()
        });
        let found = reasons(&model);
        for expected in [
            ("offer/price", Reason::Negative),
            ("offer/retention/rate", Reason::NobodyLeaves),
            ("channels/x/last", Reason::EndsBeforeStart),
            ("channels/x/cost_per_lead", Reason::NoCostPerLead),
            ("funnel/stages", Reason::NoStages),
        ] {
            assert!(found.contains(&(expected.0.to_owned(), expected.1)), "{expected:?} in {found:?}");
        }
    }

    #[test]
    fn the_largest_numbers_do_not_stop_the_check() {
        let mut model = Model::default();
        model.offer.price = Estimate::guess(Decimal::MAX);
        model.offer.cost_share = Estimate::guess(Decimal::MAX);
        model.offer.refund_share = Estimate::guess(Decimal::MIN);
        assert!(reasons(&model).contains(&("offer/price".to_owned(), Reason::TooLarge)));
    }
}
