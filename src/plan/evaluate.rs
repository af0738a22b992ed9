//! The whole plan of a document, from the formulas of this room.

use super::break_even::{break_even_volume, first_month, is_loss, lasting_month, stays_since};
use super::cash::{cash, lowest, running, total};
use super::client::{Reached, client_payback, life, ltv, monthly_discount, payback_curve};
use super::inputs;
use super::leads::{grown, runs};
use super::order::Client;
use super::outcome::{
    Acquisition, BreakEven, CashGap, ChannelOutcome, ClientOutcome, MonthlyVolumes, Outcome,
};
use super::past::Past;
use super::payroll::{Company, payroll};
use super::retention::Staying;
use super::statement::{Spending, Statement, Takings, TaxRule, Volumes, statement, sums, takings};
use super::team::roles;
use super::volumes::{ChannelFlow, Flows, flows};
use crate::model::{Model, Person};
use crate::number::{Count, Decimal, Money, Number, Share};

/// Works out a document. Never panics; what cannot be worked out is undefined with its reason.
pub fn evaluate<N: Number>(model: &Model) -> Outcome<N> {
    evaluate_from(model, &Past::none())
}

/// The same, with what is known of months that are over in the place of what was planned for them.
pub fn evaluate_from<N: Number>(model: &Model, past: &Past<N>) -> Outcome<N> {
    let months = model.about.horizon.clamp(1, 120);
    let client = inputs::client(&model.offer);
    let staying = inputs::staying(&model.offer.retention);
    let of_client = client_outcome(model, &client, &staying);
    let roles = roles(model, months);
    let Flows { channels: mut flows, volumes, demand, survival } =
        flows(model, &roles, &staying, months, past);
    let seen = Volumes {
        new_clients: &volumes.new_clients,
        active_clients: &volumes.active_clients,
        orders: &volumes.orders,
        upsell_clients: &volumes.upsell_clients,
        cross_sell_clients: &volumes.cross_sell_clients,
    };
    let takings = takings(&client, seen);
    let timing = inputs::timing(&model.terms);
    let (marketing, fixed_costs) = (marketing(&flows, months), fixed_costs(model, months));
    let company = Company {
        revenue: &takings.revenue,
        contribution: &takings.contribution,
        new_sales: new_sales(&takings, &volumes),
        recurring: sums(&takings.order_revenue, &takings.cross_sell_revenue),
        leads: &volumes.leads,
        new_clients: &volumes.new_clients,
        active_clients: &volumes.active_clients,
        orders: &volumes.orders,
        survival,
        receipts: &timing.receipts,
        other_costs: sums(&marketing, &fixed_costs),
        demand,
    };
    let people = payroll(model, &roles, &company);
    let pay = people.cost_of(model, inputs::wins_clients);
    let offer = OfferView { client: &client, staying: &staying, outcome: &of_client };
    let channels = flows
        .iter_mut()
        .map(|flow| channel_outcome(flow, &offer, pay, total_leads(&volumes)))
        .collect::<Vec<_>>();
    let total = offer.acquisition(sum_of(&channels), pay);
    let spending = Spending {
        marketing,
        fixed_costs,
        salaries: people.salaries.clone(),
        variable_pay: people.variable.clone(),
    };
    let tax = inputs::tax_rule(model);
    let statement = statement(takings, spending, tax);
    let cash = cash(&client, seen, &statement, investments(model, months), &timing);
    let break_even = break_even(&client, &statement, seen, tax, &cash.flow);
    let gap = cash_gap(&cash.balance);
    Outcome { client: of_client, channels, total, volumes, people, statement, cash, break_even, gap }
}

/// What new clients bring in their first month: their part of that month's orders, and what they buy beside.
fn new_sales<N: Number>(takings: &Takings<N>, volumes: &MonthlyVolumes<N>) -> Vec<Money<N>> {
    let of_orders = |t: usize| match volumes.active_clients[t] {
        nobody if nobody == Count::ZERO => Money::ZERO,
        active => takings.order_revenue[t] * volumes.new_clients[t] / active,
    };
    (0..takings.revenue.len()).map(|t| of_orders(t) + takings.upsell_revenue[t]).collect()
}

fn client_outcome<N: Number>(model: &Model, client: &Client<N>, staying: &Staying<N>) -> ClientOutcome<N> {
    let survival = staying.survival(model.about.ltv_horizon.clamp(1, 120));
    let discount = monthly_discount(model.about.discount.as_share());
    let (plain, discounted) = (life(&survival, Share::ONE), life(&survival, discount));
    let month = client.month_contribution();
    let order = &client.order;
    let (upsell, cross_sell) =
        (order.without_vat(client.upsell.price), order.without_vat(client.cross_sell.price));
    ClientOutcome {
        paid_price: order.paid(),
        order_vat: order.price * order.refund_share.rest() - order.net_price(),
        net_price: order.net_price(),
        order_fees: order.fees(),
        order_cost: order.cost(),
        order_contribution: order.contribution(),
        cross_sell_revenue: cross_sell,
        cross_sell_cost: client.cross_sell.cost,
        cross_sell: client.cross_sell_contribution(),
        upsell_revenue: upsell,
        upsell_cost: client.upsell.cost,
        upsell: client.upsell_contribution(),
        month_contribution: month,
        month_revenue: client.month_revenue(),
        life: plain,
        discounted_life: discounted,
        ltv: ltv(month, discounted, client.once_contribution()),
        life_revenue: ltv(client.month_revenue(), plain, upsell),
        curve: payback_curve(client, &survival),
        survival,
    }
}

fn channel_outcome<N: Number>(
    flow: &mut ChannelFlow<N>,
    offer: &OfferView<'_, N>,
    pay: Money<N>,
    all_leads: Count<N>,
) -> ChannelOutcome<N> {
    let leads: Count<N> = flow.leads.iter().copied().sum();
    let clients = flow.clients();
    let so_far: Count<N> = flow.new_clients().iter().copied().sum();
    let won = Won { spend: total(&flow.spend), leads, clients, clients_later: behind(clients, so_far) };
    // Pay is shared among channels by their leads: each lead is the same work.
    let pay = if leads == Count::ZERO || pay == Money::ZERO { Money::ZERO } else { pay * leads / all_leads };
    ChannelOutcome {
        id: std::mem::take(&mut flow.id),
        counts: flow.counts,
        acquisition: offer.acquisition(won, pay),
        new_clients: flow.new_clients().to_vec(),
        spend: std::mem::take(&mut flow.spend),
        leads: std::mem::take(&mut flow.leads),
    }
}

/// What is still to come behind the last month. The last digits of a division are nobody.
fn behind<N: Number>(all: Count<N>, so_far: Count<N>) -> Count<N> {
    let (rest, noise) = (all - so_far, all * Share(N::from_decimal(Decimal::new(1, 20))));
    let is_noise = !(rest - noise).is_positive() && !(rest + noise).is_negative();
    if is_noise && rest.0.reason().is_none() { Count::ZERO } else { rest }
}

/// What was spent and won.
#[derive(Clone, Copy)]
struct Won<N> {
    spend: Money<N>,
    leads: Count<N>,
    clients: Count<N>,
    clients_later: Count<N>,
}

fn sum_of<N: Number>(channels: &[ChannelOutcome<N>]) -> Won<N> {
    let each = || channels.iter().map(|channel| channel.acquisition);
    Won {
        spend: each().map(|of| of.spend).sum(),
        leads: each().map(|of| of.leads).sum(),
        clients: each().map(|of| of.clients).sum(),
        clients_later: each().map(|of| of.clients_later).sum(),
    }
}

/// What acquisition is held against.
struct OfferView<'a, N> {
    client: &'a Client<N>,
    staying: &'a Staying<N>,
    outcome: &'a ClientOutcome<N>,
}

impl<N: Number> OfferView<'_, N> {
    fn acquisition(&self, won: Won<N>, pay: Money<N>) -> Acquisition<N> {
        let Won { spend, leads, clients, clients_later } = won;
        let (cac, cac_loaded) = (spend / clients, (spend + pay) / clients);
        let value = self.outcome.ltv;
        let payback = |cost| client_payback(self.client, self.staying, &self.outcome.curve, cost);
        Acquisition {
            spend,
            leads,
            clients,
            clients_later,
            conversion: clients / leads,
            acquisition_pay: pay,
            cpl: spend / leads,
            cac,
            cac_loaded,
            ltv_to_cac: value / cac,
            ltv_to_cac_loaded: value / cac_loaded,
            earn_per_client: value - cac_loaded,
            romi: (value * clients - spend) / spend,
            payback: payback(cac),
            payback_loaded: payback(cac_loaded),
        }
    }
}

fn total_leads<N: Number>(volumes: &MonthlyVolumes<N>) -> Count<N> {
    volumes.leads.iter().copied().sum()
}

fn marketing<N: Number>(flows: &[ChannelFlow<N>], months: u32) -> Vec<Money<N>> {
    let none = vec![Money::ZERO; months as usize];
    flows.iter().fold(none, |sum, flow| sums(&sum, &flow.spend))
}

fn fixed_costs<N: Number>(model: &Model, months: u32) -> Vec<Money<N>> {
    let fixed = |t: u32| {
        let on = model.costs.iter().filter(move |cost| runs(cost.first, cost.last, t));
        on.map(|cost| grown(cost.amount.as_money(), cost.growth.as_share(), t - cost.first)).sum()
    };
    (0..months).map(fixed).collect()
}

/// What the people of a role cost in a month: salary · heads · (1 + contributions); money.
pub fn monthly_pay<N: Number>(person: &Person) -> Money<N> {
    let loaded = Share::ONE + person.contributions.as_share();
    person.salary.as_money::<N>() * person.heads.as_count::<N>() * loaded
}

fn investments<N: Number>(model: &Model, months: u32) -> Vec<Money<N>> {
    let mut by_month = vec![Money::ZERO; months as usize];
    for investment in &model.investments {
        if let Some(sum) = by_month.get_mut(investment.month as usize) {
            *sum += investment.amount.as_money();
        }
    }
    by_month
}

fn break_even<N: Number>(
    client: &Client<N>,
    statement: &Statement<N>,
    volumes: Volumes<'_, N>,
    tax: TaxRule<N>,
    flow: &[Money<N>],
) -> BreakEven<N> {
    let months = statement.profit.len();
    // Tax taken of revenue is owed at break-even too; tax taken of profit is nothing there.
    // Variable pay comes with sales, as variable costs do; salaries are to be covered.
    let after_tax = |t: usize| {
        statement.contribution[t] - statement.variable_pay[t] - statement.revenue[t] * tax.of_revenue()
    };
    let to_cover = |t: usize| statement.marketing[t] + statement.salaries[t] + statement.fixed_costs[t];
    let of_client = client.month_contribution() - client.month_revenue() * tax.of_revenue();
    // A trillionth of an order is none: what it leaves has lost its digits.
    let of_one = |t: usize, count: Count<N>, otherwise: Money<N>| {
        if count.0.twelve_decimals().is_positive() { after_tax(t) / count } else { otherwise }
    };
    let of_order = of_client / client.orders_per_month;
    let per_order: Vec<_> = (0..months).map(|t| of_one(t, volumes.orders[t], of_order)).collect();
    let per_client: Vec<_> = (0..months).map(|t| of_one(t, volumes.active_clients[t], of_client)).collect();
    let volume =
        |of_one: &[Money<N>]| (0..months).map(|t| break_even_volume(to_cover(t), of_one[t])).collect();
    let begin = begin(statement);
    BreakEven {
        first: first_month(&statement.profit, &statement.contribution, begin),
        lasting: lasting_month(&statement.profit, &statement.contribution, begin),
        orders: volume(&per_order),
        clients: volume(&per_client),
        per_order,
        per_client,
        project: project_payback(flow, statement, begin),
    }
}

/// The first month in which anything happens at all.
pub fn begin<N: Number>(statement: &Statement<N>) -> Option<u32> {
    let lines = [
        &statement.revenue,
        &statement.variable_costs,
        &statement.marketing,
        &statement.payroll,
        &statement.fixed_costs,
    ];
    (0..statement.profit.len())
        .find(|t| lines.iter().any(|line| line[*t] != Money::ZERO))
        .and_then(|t| u32::try_from(t).ok())
}

fn project_payback<N: Number>(
    flow: &[Money<N>],
    statement: &Statement<N>,
    begin: Option<u32>,
) -> Reached<u32> {
    let put_in = running(Money::ZERO, flow);
    let Some(begin) = begin else {
        return Reached::Unknown(crate::number::Undefined::NoData);
    };
    if let Some(reason) = put_in.iter().find_map(|sum| sum.0.reason()) {
        return Reached::Unknown(reason);
    }
    match stays_since(&put_in, begin) {
        Some(month) => Reached::At(month),
        None if statement.contribution.iter().any(|amount| amount.is_positive()) => Reached::NotWithinHorizon,
        None => Reached::Never,
    }
}

fn cash_gap<N: Number>(balance: &[Money<N>]) -> CashGap<N> {
    let below = || (0u32..).zip(balance).filter(|(_, amount)| is_loss(**amount));
    let (lowest_month, low) = lowest(balance).unwrap_or((0, Money::ZERO));
    let undefined = balance.iter().find(|amount| amount.0.reason().is_some()).copied();
    let low = undefined.unwrap_or(low);
    CashGap {
        lowest: low,
        lowest_month,
        first: below().next().map(|(t, _)| t),
        months: u32::try_from(below().count()).unwrap_or(u32::MAX),
        bridge: -low.least(Money::ZERO),
    }
}
