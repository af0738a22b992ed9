//! From the document to the plain numbers that formulas take. Nothing is computed here that is not a plain
//! reading of what was entered.

use super::buying::Rhythm;
use super::cash::Timing;
use super::delay::Delay;
use super::given::{ChannelTerms, CostTerms, Given, MarketTerms, OpeningTerms, StageTerms};
use super::lag::Lag;
use super::leads::runs;
use super::order::{AddOns, Client, Order, Refunds};
use super::retention::Staying;
use super::return_rate::{ReturnRate, first_year_rates, leaving_rate};
use super::sent_payroll::SentPayroll;
use super::statement::TaxRule;
use super::team::{Group, RoleTerms, work_unit};
use crate::model::{
    AddOnKind, Channel, CrossSellTiming, Estimate, FixedCost, Funnel, Market, Measure, Model, Offer, Opening,
    OverLimit, Person, Process, Regime, RetentionEntry, RetentionKind, Stage, Status, TableKind, Terms, Vat,
    impossible,
};
use crate::number::{Count, Decimal, Exact, Money, Months, Number, Powers, Share, Undefined};
use crate::pay::PayTerms;

impl<N: Number> Given<N> {
    /// What a document says, in the number system of the calculation.
    pub fn read(model: &Model) -> Self {
        Self::read_with::<true>(model)
    }

    /// The same, with or without people.
    pub(super) fn read_with<const PEOPLE: bool>(model: &Model) -> Self {
        let processes = || model.funnel.stages.iter().map(|stage| stage.process);
        let returning = Returning::of(&model.offer);
        let (staying, rhythm) = (staying(&model.offer, returning), rhythm(&model.offer, returning));
        let months = model.about.horizon.clamp(1, 120);
        Self {
            months,
            life_months: model.about.ltv_horizon.clamp(1, 120),
            discount: model.about.discount.as_rate(),
            client: client(&model.offer, rhythm),
            opening: opening(&model.opening, &staying, rhythm),
            staying,
            rhythm,
            stages: stages(&model.funnel),
            client_stage: model.funnel.client_stage(),
            funnel: days_of_funnel(&model.funnel),
            sales_stage: processes().position(|process| process == Process::Sales).unwrap_or(0),
            channels: model.channels.iter().map(|own| channel(model, own)).collect(),
            market: market(&model.market),
            roles: match PEOPLE {
                true => model.people.iter().map(|person| role(model, person)).collect(),
                false => Vec::new(),
            },
            sent_payroll: if PEOPLE { SentPayroll::read(&model.payroll, months) } else { None },
            caps_flow: model.team.caps_flow,
            fixed_costs: model.costs.iter().map(fixed_cost).collect(),
            investments: model.investments.iter().map(|own| (own.month, own.amount.as_money())).collect(),
            timing: timing(&model.terms, &model.opening),
            tax: tax_rule(model),
        }
    }
}

/// What one client does under an offer.
fn client<N: Number>(offer: &Offer, rhythm: Rhythm<N>) -> Client<N> {
    Client {
        order: Order {
            price: offer.price.as_money(),
            unit_cost: offer.unit_cost.as_money(),
            cost_share: offer.cost_share.as_share(),
            delivery_cost: offer.delivery_cost.as_money(),
            payment_fee: offer.payment_fee.as_share(),
            commission: offer.commission.as_share(),
            refunds: Refunds {
                share: offer.refund_share.as_share(),
                recovered: offer.recovered_share.as_share(),
                return_cost: offer.return_cost.as_money(),
                fee_kept: offer.fee_kept,
                commission_kept: offer.commission_kept,
            },
            vat_rate: if offer.vat == Vat::None { Share::ZERO } else { offer.vat_rate.as_share() },
            vat_inside: offer.vat != Vat::OnTop,
        },
        service_cost: offer.service_cost.as_money(),
        first_order_cost: offer.first_order_cost.as_money(),
        upsell: add_ons(offer, AddOnKind::Upsell),
        cross_sell: add_ons(offer, AddOnKind::CrossSell),
        cross_sells_with_orders: match offer.cross_sell_timing {
            CrossSellTiming::EachOrder => true,
            CrossSellTiming::EachMonth => false,
            CrossSellTiming::ByFrequency => (Count(N::ONE) - rhythm.frequency()).is_positive(),
        },
    }
}

fn add_ons<N: Number>(offer: &Offer, kind: AddOnKind) -> AddOns<N> {
    offer.add_ons.iter().filter(|add_on| add_on.kind == kind).fold(AddOns::NONE, |sum, add_on| {
        let price = add_on.price.as_money() * add_on.share.as_share();
        AddOns { price: sum.price + price, cost: sum.cost + price * add_on.cost_share.as_share() }
    })
}

/// How clients stay.
fn staying<N: Number>(offer: &Offer, returning: Returning) -> Staying<N> {
    let retention = &offer.retention;
    match retention.kind {
        RetentionKind::Once => Staying::Once,
        RetentionKind::Constant => Staying::Constant(constant_rate(offer, returning)),
        RetentionKind::TwoStage => Staying::TwoStage {
            early: retention.early_rate.as_share(),
            months: retention.early_months.min(120),
            later: retention.later_rate.as_share(),
        },
        RetentionKind::Table => {
            Staying::Table(retention.table.iter().map(|row| row.share.as_share()).collect())
        }
        RetentionKind::Sbg => Staying::Sbg {
            alpha: retention.alpha.measured(Measure::Plain),
            beta: retention.beta.measured(Measure::Plain),
        },
    }
}

/// The share that stays from month to month, as constant retention was entered; impossible where what was entered
/// cannot be.
fn constant_rate<N: Number>(offer: &Offer, returning: Returning) -> Share<N> {
    let retention = &offer.retention;
    match retention.entry {
        RetentionEntry::Month => retention.rate.as_share(),
        RetentionEntry::Quarter => Share(retention.quarter_rate.as_share::<N>().0.root(3)),
        RetentionEntry::Year => Share(retention.year_rate.as_share::<N>().0.root(12)),
        RetentionEntry::BoughtAgain | RetentionEntry::FirstYear => match returning {
            Returning::Regular => {
                Share(retention.return_share.as_share::<N>().0.raised(offer.frequency_per_month::<N>().0))
            }
            Returning::AtAnyTime(rate) => Share((-N::from_decimal(rate.leaving)).exponential()),
            Returning::Unknown => Share(N::undefined(Undefined::Impossible)),
        },
    }
}

/// The clients there are at the beginning; what is not said of them is as of new ones later.
fn opening<N: Number>(opening: &Opening, staying: &Staying<N>, rhythm: Rhythm<N>) -> OpeningTerms<N> {
    let usual = || match rhythm {
        // Whoever buys once has bought.
        Rhythm::Once => Count::ZERO,
        rhythm => rhythm.frequency(),
    };
    let stay = || staying.of_older(opening.age);
    OpeningTerms {
        clients: opening.clients.as_count(),
        frequency: opening.frequency.as_ref().map_or_else(usual, Estimate::as_count),
        stay: opening.retention.as_ref().map_or_else(stay, Estimate::as_share),
    }
}

/// What the share of clients who have bought again within a year says of how they stay. It is sought step by step, so
/// once for all who ask.
#[derive(Clone, Copy)]
enum Returning {
    /// That share to the power of orders a month: they fall at a steady interval.
    Regular,
    /// At these rates.
    AtAnyTime(ReturnRate),
    /// It is not asked, or cannot be.
    Unknown,
}

impl Returning {
    fn of(offer: &Offer) -> Self {
        let retention = &offer.retention;
        // Both number systems refuse the same.
        if retention.kind != RetentionKind::Constant || offer.refused_return::<Exact>().is_some() {
            return Returning::Unknown;
        }
        let share = retention.return_share.number();
        let rate = match retention.entry {
            RetentionEntry::BoughtAgain if offer.is_regular(offer.frequency_per_month::<Exact>()) => {
                return Returning::Regular;
            }
            RetentionEntry::BoughtAgain => leaving_rate(offer.frequency_per_month().0, share),
            RetentionEntry::FirstYear => first_year_rates(retention.orders_per_client.number(), share),
            RetentionEntry::Month | RetentionEntry::Quarter | RetentionEntry::Year => None,
        };
        rate.map_or(Returning::Unknown, Returning::AtAnyTime)
    }
}

/// How often clients buy.
fn rhythm<N: Number>(offer: &Offer, returning: Returning) -> Rhythm<N> {
    let retention = &offer.retention;
    match retention.kind {
        RetentionKind::Once => Rhythm::Once,
        RetentionKind::Table if retention.table_kind == TableKind::Bought => {
            Rhythm::Observed { per_buyer: retention.orders_per_buyer.as_count() }
        }
        RetentionKind::Constant if retention.entry == RetentionEntry::FirstYear => {
            let frequency = match returning {
                Returning::AtAnyTime(rate) => N::from_decimal(rate.frequency),
                Returning::Regular | Returning::Unknown => N::undefined(Undefined::Impossible),
            };
            Rhythm::Random { frequency: Count(frequency) }
        }
        _ => {
            let frequency = offer.frequency_per_month();
            match offer.is_regular(frequency) {
                true => Rhythm::regular(frequency),
                false => Rhythm::Random { frequency },
            }
        }
    }
}

fn stages<N: Number>(funnel: &Funnel) -> Vec<StageTerms<N>> {
    let shares = shares(funnel, |_| None);
    let delay = |place: usize| Delay::of_stages(funnel.stages.iter().take(place + 1).map(delay_of));
    shares.into_iter().enumerate().map(|(place, share)| StageTerms { share, delay: delay(place) }).collect()
}

/// How long it is on average from a lead to a client: the days of the stages on the way, of 30.4375 to a month.
fn days_of_funnel<N: Number>(funnel: &Funnel) -> Months<N> {
    let stages = funnel.client_stage().map_or(0, |last| last + 1);
    let days = funnel.stages.iter().take(stages).map(|stage| stage.days.number::<N>());
    Months(days.fold(N::ZERO, |sum, days| sum + days) * N::whole(16) / N::whole(487))
}

/// The days of a stage, and whether they are spread.
pub(super) fn delay_of(stage: &Stage) -> (Decimal, bool) {
    (stage.days.value, stage.is_spread())
}

/// How long one stage of the funnel takes.
pub fn stage_delay<N: Number>(stage: &Stage) -> Delay<N> {
    Delay::of_stages(std::iter::once(delay_of(stage)))
}

/// For each stage, the product of conversions up to it; `own` names those that are not the funnel's.
fn shares<'a, N: Number>(funnel: &'a Funnel, own: impl Fn(&str) -> Option<&'a Estimate>) -> Vec<Share<N>> {
    let mut through = Share::ONE;
    let through_stage = |stage: &'a crate::model::Stage| {
        through = through * own(&stage.id).unwrap_or(&stage.conversion).as_share();
        if impossible(Measure::Days, stage.days.value).is_some() {
            through = Share(N::undefined(Undefined::Impossible));
        }
        through
    };
    funnel.stages.iter().map(through_stage).collect()
}

fn channel<N: Number>(model: &Model, channel: &Channel) -> ChannelTerms<N> {
    let own = |id: &str| channel.own.iter().find(|own| own.id == id).map(|own| &own.conversion);
    let has_own = model.funnel.stages.iter().any(|stage| own(&stage.id).is_some());
    let paid = |amount: &Estimate| if channel.is_free() { Money::ZERO } else { amount.as_money() };
    ChannelTerms {
        counts: counts(channel, model.with_ideas),
        first: channel.first,
        last: channel.last,
        free_leads: channel.is_free().then(|| channel.free_leads.as_count()),
        budget: paid(&channel.budget),
        growth: channel.growth.as_rate(),
        cost_per_lead: paid(&channel.cost_per_lead),
        most_leads: channel.most_leads.as_ref().map(Estimate::as_count),
        saves_rest: channel.over_limit == OverLimit::Saved,
        own_shares: has_own.then(|| shares(&model.funnel, own)),
    }
}

/// Whether a channel counts in the plan.
pub fn counts(channel: &Channel, with_ideas: bool) -> bool {
    match channel.status {
        Status::Dropped => false,
        Status::Idea => with_ideas,
        Status::Test | Status::RunIn | Status::Proven => true,
    }
}

/// Whether the plan has a channel on in a month: neither dropped nor an idea that does not count, and
/// within its months.
pub fn is_on(model: &Model, channel: &Channel, t: u32) -> bool {
    counts(channel, model.with_ideas) && runs(channel.first, channel.last, t)
}

fn market<N: Number>(market: &Market) -> Option<MarketTerms<N>> {
    market.awareness.then(|| MarketTerms { from: market.from.as_share(), months: market.months })
}

fn role<N: Number>(model: &Model, person: &Person) -> RoleTerms<N> {
    let first = Group { heads: person.heads.as_count(), first: person.first, last: person.last };
    let later = person.hires.iter();
    let later = later.map(|hire| Group { heads: hire.heads.as_count(), first: hire.first, last: hire.last });
    RoleTerms {
        process: person.process,
        winning_time: winning_time(person),
        is_for_clients: processes(person).any(Process::is_for_clients),
        unit: work_unit(person),
        groups: std::iter::once(first).chain(later).collect(),
        ramp: person.ramp,
        capacity: person.capacity.as_ref().map(Estimate::as_count),
        pay: PayTerms::read(model, person),
    }
}

/// The processes that a role serves, its own first.
fn processes(person: &Person) -> impl Iterator<Item = Process> {
    std::iter::once(person.process).chain(person.other_processes.iter().map(|other| other.process))
}

/// The share of a person's time that goes into winning clients. Shares of more than all of it are scaled down to it.
fn winning_time<N: Number>(person: &Person) -> Share<N> {
    let shares = || person.other_processes.iter().map(|other| (other.process, other.share.as_share::<N>()));
    let others: Share<N> = shares().map(|(_, share)| share).sum();
    let own = if person.process.wins_clients() { others.rest().most(Share::ZERO) } else { Share::ZERO };
    let winning: Share<N> =
        shares().filter(|(process, _)| process.wins_clients()).map(|(_, share)| share).sum();
    own + winning / others.most(Share::ONE)
}

fn fixed_cost<N: Number>(cost: &FixedCost) -> CostTerms<N> {
    CostTerms {
        amount: cost.amount.as_money(),
        growth: cost.growth.as_rate(),
        first: cost.first,
        last: cost.last,
    }
}

/// When money moves. Instalments of more than the whole are scaled down to it; what is refunded goes back so many days
/// after it was paid.
fn timing<N: Number>(terms: &Terms, opening: &Opening) -> Timing<N> {
    let later: Share<N> = terms.instalments.iter().map(|part| part.share.as_share()).sum();
    let whole = later.most(Share::ONE);
    let at_once = (Share::ONE - later / whole, N::ZERO);
    let instalments = terms.instalments.iter();
    let instalments = instalments.map(|part| (part.share.as_share() / whole, part.days.number()));
    let parts: Vec<(Share<N>, N)> = std::iter::once(at_once).chain(instalments).collect();
    let later_by =
        |more: N| parts.iter().map(|(share, days)| (*share, Lag::days(*days + more))).collect::<Vec<_>>();
    Timing {
        receipts: later_by(N::ZERO),
        suppliers: Lag::days(terms.supplier_days.number()),
        refunds: later_by(terms.refund_days.number()),
        opening: opening_cash(terms),
        receivables: opening.receivables.iter().map(|debt| (debt.month, debt.amount.as_money())).collect(),
        payables: opening.payables.iter().map(|debt| (debt.month, debt.amount.as_money())).collect(),
    }
}

/// The money there is at the start; none is known where days of payment cannot be.
fn opening_cash<N: Number>(terms: &Terms) -> Money<N> {
    let instalments = terms.instalments.iter().map(|part| &part.days);
    let mut days = instalments.chain([&terms.supplier_days, &terms.refund_days]);
    match days.any(|days| impossible(Measure::Days, days.value).is_some()) {
        true => Money(N::undefined(Undefined::Impossible)),
        false => Money(terms.opening_cash.measured(Measure::Balance)),
    }
}

/// How tax is worked out in a document.
pub fn tax_rule<N: Number>(model: &Model) -> TaxRule<N> {
    let rate = model.tax.rate.as_share();
    match model.tax.regime {
        Regime::None => TaxRule::None,
        Regime::RevenueShare => TaxRule::OfRevenue(rate),
        Regime::ProfitShare => TaxRule::OfProfit(rate),
    }
}
