//! Everything in a document that cannot be, contradicts itself or deserves a second look. The first
//! finding never hides the others, and none of them stops the calculation.

use super::estimate::Estimate;
use super::funnel::{Channel, Status};
use super::offer::{Offer, RetentionKind};
use super::path::for_each_estimate;
use super::record::{Kind, Measure};
use super::{FixedCost, Model, Person};
use crate::number::Decimal;

/// How much an issue matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Probably not meant.
    Warning,
    /// Cannot be.
    Problem,
}

/// What is the matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Below zero where that has no meaning.
    Negative,
    /// A share of more than all.
    AboveWhole,
    /// Larger than the calculation vouches for (1e15).
    TooLarge,
    /// More than ten years of days.
    TooLong,
    /// The value lies outside its own range, or the range is upside down.
    RangeWithoutValue,
    /// Ends before it begins.
    EndsBeforeStart,
    /// Begins behind the last month of the plan.
    BeyondHorizon,
    /// No way is named in which leads come.
    NoChannels,
    /// Money is to be spent, but a lead costs nothing and nothing caps them.
    NoCostPerLead,
    /// The budget buys more leads than the channel can give.
    BudgetOverCap,
    /// No price: nothing is earned.
    NoPrice,
    /// Costs of an order are not below its price.
    CostsOverPrice,
    /// No orders: an active client brings nothing.
    NoOrders,
    /// Everybody stays forever; LTV rests on its horizon alone.
    NobodyLeaves,
    /// More clients at an older age than at a younger.
    RetentionRises,
    /// The table has no row.
    NoTable,
    /// Must be above zero.
    NotPositive,
    /// Instalments make more than the whole receipt.
    InstalmentsOverWhole,
    /// Stages are missing: every lead is a client.
    NoStages,
    /// Thresholds of tiers or steps do not rise.
    TiersFall,
    /// Weights of KPIs do not make the whole.
    WeightsNotWhole,
    /// A sum by KPIs without a KPI pays nothing.
    NoKpis,
    /// A link of the chain names a role that there is not.
    UnknownRole,
    /// A role scores itself.
    OwnCustomer,
    /// A score that is not from 1 to 10.
    ScoreBeyond,
    /// A coefficient above five: per cent were meant, probably.
    CoefficientHigh,
}

impl Severity {
    /// The name that scripts see.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Problem => "problem",
        }
    }
}

impl Reason {
    /// All of them.
    pub const ALL: [Reason; 26] = [
        Reason::Negative,
        Reason::AboveWhole,
        Reason::TooLarge,
        Reason::TooLong,
        Reason::RangeWithoutValue,
        Reason::EndsBeforeStart,
        Reason::BeyondHorizon,
        Reason::NoChannels,
        Reason::NoCostPerLead,
        Reason::BudgetOverCap,
        Reason::NoPrice,
        Reason::CostsOverPrice,
        Reason::NoOrders,
        Reason::NobodyLeaves,
        Reason::RetentionRises,
        Reason::NoTable,
        Reason::NotPositive,
        Reason::InstalmentsOverWhole,
        Reason::NoStages,
        Reason::TiersFall,
        Reason::WeightsNotWhole,
        Reason::NoKpis,
        Reason::UnknownRole,
        Reason::OwnCustomer,
        Reason::ScoreBeyond,
        Reason::CoefficientHigh,
    ];

    /// The name that scripts see.
    pub fn name(self) -> &'static str {
        match self {
            Reason::Negative => "negative",
            Reason::AboveWhole => "above_whole",
            Reason::TooLarge => "too_large",
            Reason::TooLong => "too_long",
            Reason::RangeWithoutValue => "range_without_value",
            Reason::EndsBeforeStart => "ends_before_start",
            Reason::BeyondHorizon => "beyond_horizon",
            Reason::NoChannels => "no_channels",
            Reason::NoCostPerLead => "no_cost_per_lead",
            Reason::BudgetOverCap => "budget_over_cap",
            Reason::NoPrice => "no_price",
            Reason::CostsOverPrice => "costs_over_price",
            Reason::NoOrders => "no_orders",
            Reason::NobodyLeaves => "nobody_leaves",
            Reason::RetentionRises => "retention_rises",
            Reason::NoTable => "no_table",
            Reason::NotPositive => "not_positive",
            Reason::InstalmentsOverWhole => "instalments_over_whole",
            Reason::NoStages => "no_stages",
            Reason::TiersFall => "tiers_fall",
            Reason::WeightsNotWhole => "weights_not_whole",
            Reason::NoKpis => "no_kpis",
            Reason::UnknownRole => "unknown_role",
            Reason::OwnCustomer => "own_customer",
            Reason::ScoreBeyond => "score_beyond",
            Reason::CoefficientHigh => "coefficient_high",
        }
    }
}

/// One finding, beside the field that it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// Path of the field.
    pub path: String,
    /// What is the matter.
    pub reason: Reason,
    /// How much it matters.
    pub severity: Severity,
}

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

pub(super) struct Issues(Vec<Issue>);

impl Issues {
    pub(super) fn add(&mut self, path: impl Into<String>, reason: Reason, severity: Severity) {
        self.0.push(Issue { path: path.into(), reason, severity });
    }

    pub(super) fn add_if(&mut self, is_so: bool, path: &str, reason: Reason, severity: Severity) {
        if is_so {
            self.add(path, reason, severity);
        }
    }
}

fn bounds(issues: &mut Issues, path: &str, measure: Measure, estimate: &Estimate) {
    let (low, high) =
        estimate.range.map_or((estimate.value, estimate.value), |range| (range.low, range.high));
    let signed = matches!(measure, Measure::Balance | Measure::Rate);
    let whole = matches!(measure, Measure::Share);
    issues.add_if(low < Decimal::ZERO && !signed, path, Reason::Negative, Severity::Problem);
    issues.add_if(high > Decimal::ONE && whole, path, Reason::AboveWhole, Severity::Problem);
    issues.add_if(
        low < Decimal::NEGATIVE_ONE && measure == Measure::Rate,
        path,
        Reason::Negative,
        Severity::Problem,
    );
    issues.add_if(high.abs().max(low.abs()) > largest(), path, Reason::TooLarge, Severity::Problem);
    issues.add_if(
        high > Decimal::from(3653) && measure == Measure::Days,
        path,
        Reason::TooLong,
        Severity::Problem,
    );
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
    issues.add_if(
        offer.orders_per_month.value.is_zero(),
        "offer/orders_per_month",
        Reason::NoOrders,
        Warning,
    );
    let shares = sum([&offer.cost_share, &offer.payment_fee, &offer.commission, &offer.refund_share]
        .map(|share| share.value));
    let left = Decimal::ONE.checked_sub(shares).and_then(|left| left.checked_mul(offer.price.value));
    let eaten = left.is_some_and(|left| left <= offer.unit_cost.value) && !offer.price.value.is_zero();
    issues.add_if(eaten, "offer/price", Reason::CostsOverPrice, Warning);
    let retention = &offer.retention;
    match retention.kind {
        RetentionKind::Constant => {
            let forever = retention.rate.value == Decimal::ONE;
            issues.add_if(forever, "offer/retention/rate", Reason::NobodyLeaves, Note);
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

fn channel(issues: &mut Issues, channel: &Channel, horizon: u32) {
    let path = |field: &str| format!("channels/{}/{field}", channel.id);
    span(issues, &path(""), channel.first, channel.last, horizon);
    if channel.status == Status::Dropped {
        return;
    }
    let (budget, cost) = (channel.budget.value, channel.cost_per_lead.value);
    let uncapped = channel.most_leads.is_none();
    issues.add_if(
        cost.is_zero() && uncapped && !budget.is_zero(),
        &path("cost_per_lead"),
        Reason::NoCostPerLead,
        Severity::Problem,
    );
    let over = channel
        .most_leads
        .as_ref()
        .and_then(|most| most.value.checked_mul(cost))
        .is_some_and(|most| budget > most && !cost.is_zero());
    issues.add_if(over, &path("most_leads"), Reason::BudgetOverCap, Severity::Warning);
}

fn spans(issues: &mut Issues, model: &Model) {
    let horizon = model.about.horizon;
    for Person { id, first, last, .. } in &model.people {
        span(issues, &format!("people/{id}/"), *first, *last, horizon);
    }
    for FixedCost { id, first, last, .. } in &model.costs {
        span(issues, &format!("costs/{id}/"), *first, *last, horizon);
    }
    for investment in &model.investments {
        let path = format!("investments/{}/month", investment.id);
        issues.add_if(investment.month >= horizon, &path, Reason::BeyondHorizon, Severity::Warning);
    }
}

pub(super) fn span(issues: &mut Issues, path: &str, first: u32, last: Option<u32>, horizon: u32) {
    let backwards = last.is_some_and(|last| last < first);
    issues.add_if(backwards, &format!("{path}last"), Reason::EndsBeforeStart, Severity::Problem);
    issues.add_if(first >= horizon, &format!("{path}first"), Reason::BeyondHorizon, Severity::Warning);
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
