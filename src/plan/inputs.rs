//! From the document to the typed terms that formulas take. Nothing is computed here that is not a
//! plain reading of what was entered.

use super::cash::Timing;
use super::flow::Reach;
use super::lag::Lag;
use super::order::{AddOns, Client, Order};
use super::retention::Staying;
use super::statement::TaxRule;
use crate::model::{
    AddOnKind, Channel, Funnel, Model, Offer, Process, Regime, Retention, RetentionKind, Status, Terms, Vat,
};
use crate::number::{Number, Share};

/// What one client does under an offer.
pub(super) fn client<N: Number>(offer: &Offer) -> Client<N> {
    Client {
        order: Order {
            price: offer.price.as_money(),
            unit_cost: offer.unit_cost.as_money(),
            cost_share: offer.cost_share.as_share(),
            fee_share: offer.payment_fee.as_share() + offer.commission.as_share(),
            refund_share: offer.refund_share.as_share(),
            vat_rate: if offer.vat == Vat::None { Share::ZERO } else { offer.vat_rate.as_share() },
            vat_inside: offer.vat != Vat::OnTop,
        },
        orders_per_month: offer.orders_per_month.as_count(),
        service_cost: offer.service_cost.as_money(),
        first_order_cost: offer.first_order_cost.as_money(),
        upsell: add_ons(offer, AddOnKind::Upsell),
        cross_sell: add_ons(offer, AddOnKind::CrossSell),
    }
}

fn add_ons<N: Number>(offer: &Offer, kind: AddOnKind) -> AddOns<N> {
    offer.add_ons.iter().filter(|add_on| add_on.kind == kind).fold(AddOns::NONE, |sum, add_on| {
        let price = add_on.price.as_money() * add_on.share.as_share();
        AddOns { price: sum.price + price, cost: sum.cost + price * add_on.cost_share.as_share() }
    })
}

/// How clients stay.
pub(super) fn staying<N: Number>(retention: &Retention) -> Staying<N> {
    match retention.kind {
        RetentionKind::Once => Staying::Once,
        RetentionKind::Constant => Staying::Constant(retention.rate.as_share()),
        RetentionKind::TwoStage => Staying::TwoStage {
            early: retention.early_rate.as_share(),
            months: retention.early_months.min(120),
            later: retention.later_rate.as_share(),
        },
        RetentionKind::Table => {
            Staying::Table(retention.table.iter().map(|row| row.share.as_share()).collect())
        }
        RetentionKind::Sbg => Staying::Sbg { alpha: retention.alpha.number(), beta: retention.beta.number() },
    }
}

/// The stages as seen from the leads of a channel, its own conversions counted.
pub(super) fn reaches<N: Number>(funnel: &Funnel, channel: &Channel) -> Vec<Reach<N>> {
    let (mut through, mut days) = (Share::ONE, N::ZERO);
    funnel
        .stages
        .iter()
        .map(|stage| {
            let own = channel.own.iter().find(|own| own.id == stage.id);
            through = through * own.map_or(&stage.conversion, |own| &own.conversion).as_share();
            days = days + stage.days.number::<N>();
            Reach { share: through, lag: Lag::days(days) }
        })
        .collect()
}

/// Whether a channel counts in the plan.
pub(super) fn counts(channel: &Channel, with_ideas: bool) -> bool {
    match channel.status {
        Status::Dropped => false,
        Status::Idea => with_ideas,
        Status::Test | Status::RunIn | Status::Proven => true,
    }
}

/// Whether people of a process are part of what winning a client costs.
pub(super) fn wins_clients(process: Process) -> bool {
    matches!(process, Process::Acquisition | Process::Sales)
}

/// When money moves. Instalments of more than the whole are scaled down to it.
pub(super) fn timing<N: Number>(terms: &Terms) -> Timing<N> {
    let later: Share<N> = terms.instalments.iter().map(|part| part.share.as_share()).sum();
    let whole = later.most(Share::ONE);
    let mut receipts = vec![(Share::ONE - later / whole, Lag::NONE)];
    receipts.extend(
        terms
            .instalments
            .iter()
            .map(|part| (part.share.as_share::<N>() / whole, Lag::days(part.days.number()))),
    );
    Timing {
        receipts,
        suppliers: Lag::days(terms.supplier_days.number()),
        refunds: Lag::days(terms.refund_days.number()),
        opening: terms.opening_cash.as_money(),
    }
}

/// How tax is reckoned.
pub fn tax_rule<N: Number>(model: &Model) -> TaxRule<N> {
    let rate = model.tax.rate.as_share();
    match model.tax.regime {
        Regime::None => TaxRule::None,
        Regime::RevenueShare => TaxRule::OfRevenue(rate),
        Regime::ProfitShare => TaxRule::OfProfit(rate),
    }
}
