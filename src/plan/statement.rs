//! The statement of profit, month by month.

use super::by_month::ByMonth;
use super::order::Client;
use super::volumes::Volumes;
use crate::number::{Count, Money, Number, Share};

/// Lines of the statement; each holds one amount per month of the plan. Costs are positive numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement<N> {
    /// Orders at their net price.
    pub order_revenue: Vec<Money<N>>,
    /// Upsells and cross-sells, without VAT.
    pub add_on_revenue: Vec<Money<N>>,
    /// Both together.
    pub revenue: Vec<Money<N>>,
    /// Everything that grows with orders and clients.
    pub variable_costs: Vec<Money<N>>,
    /// Revenue less variable costs.
    pub contribution: Vec<Money<N>>,
    /// Of revenue that of the clients there were at the beginning.
    pub opening_revenue: Vec<Money<N>>,
    /// Of contribution likewise.
    pub opening_contribution: Vec<Money<N>>,
    /// Money spent on channels.
    pub marketing: Vec<Money<N>>,
    /// Salaries and what guarantees add to them, with contributions.
    pub salaries: Vec<Money<N>>,
    /// What is earned beside salaries, with contributions.
    pub variable_pay: Vec<Money<N>>,
    /// Both together.
    pub payroll: Vec<Money<N>>,
    /// Costs that come whatever is sold.
    pub fixed_costs: Vec<Money<N>>,
    /// Contribution less marketing, payroll and fixed costs.
    pub operating_profit: Vec<Money<N>>,
    /// Tax.
    pub tax: Vec<Money<N>>,
    /// What is left.
    pub profit: Vec<Money<N>>,
}

/// How tax is worked out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TaxRule<N> {
    /// None.
    None,
    /// A share of revenue.
    OfRevenue(Share<N>),
    /// A share of a month's profit where there is one; losses are not carried over.
    OfProfit(Share<N>),
}

impl<N: Number> TaxRule<N> {
    /// Tax of a month; money.
    pub fn tax(self, revenue: Money<N>, profit: Money<N>) -> Money<N> {
        match self {
            TaxRule::None => Money::ZERO,
            TaxRule::OfRevenue(rate) => revenue * rate,
            TaxRule::OfProfit(rate) => profit.most(Money::ZERO) * rate,
        }
    }

    /// The share of each further rouble of revenue that is tax before there is any profit.
    pub fn of_revenue(self) -> Share<N> {
        match self {
            TaxRule::OfRevenue(rate) => rate,
            TaxRule::None | TaxRule::OfProfit(_) => Share::ZERO,
        }
    }
}

/// What is sold and what that costs, before anything else is paid.
#[derive(Clone, Debug, PartialEq)]
pub struct Takings<N> {
    /// Orders at their net price.
    pub order_revenue: Vec<Money<N>>,
    /// Upsells, without VAT.
    pub upsell_revenue: Vec<Money<N>>,
    /// Cross-sells, without VAT.
    pub cross_sell_revenue: Vec<Money<N>>,
    /// Both add-ons.
    pub add_on_revenue: Vec<Money<N>>,
    /// All together.
    pub revenue: Vec<Money<N>>,
    /// Everything that grows with orders and clients.
    pub variable_costs: Vec<Money<N>>,
    /// Revenue less variable costs.
    pub contribution: Vec<Money<N>>,
    /// Of revenue that of the clients there were at the beginning.
    pub opening_revenue: Vec<Money<N>>,
    /// Of contribution likewise.
    pub opening_contribution: Vec<Money<N>>,
}

/// Money that does not hang on volumes alone, month by month.
#[derive(Clone, Debug)]
pub struct Spending<N> {
    /// On channels.
    pub marketing: Vec<Money<N>>,
    /// Salaries and what guarantees add to them, with contributions.
    pub salaries: Vec<Money<N>>,
    /// What is earned beside salaries, with contributions.
    pub variable_pay: Vec<Money<N>>,
    /// Fixed costs.
    pub fixed_costs: Vec<Money<N>>,
}

/// What is sold and what that costs. Revenue − variable costs = contribution.
pub fn takings<N: Number>(client: &Client<N>, volumes: &Volumes<N>) -> Takings<N> {
    let order_revenue = times(&volumes.orders, client.order.net_price());
    let upsell_revenue = times(&volumes.upsell_clients, client.upsell_revenue());
    let cross_sell_revenue = times(&volumes.cross_sell_clients, client.cross_sell_revenue());
    let add_on_revenue = sums(&upsell_revenue, &cross_sell_revenue);
    let revenue = sums(&order_revenue, &add_on_revenue);
    let opening = opening_takings(client, volumes);
    let mut variable_costs = times(&volumes.orders, client.order.cost() + client.order.fees());
    add_times(&mut variable_costs, &volumes.new_clients, client.first_order_cost);
    add_times(&mut variable_costs, &volumes.active_clients, client.service_cost);
    add_times(&mut variable_costs, &volumes.upsell_clients, client.upsell.costs(&client.order));
    add_times(&mut variable_costs, &volumes.cross_sell_clients, client.cross_sell.costs(&client.order));
    Takings {
        contribution: differences(&revenue, &variable_costs),
        order_revenue,
        upsell_revenue,
        cross_sell_revenue,
        add_on_revenue,
        revenue,
        variable_costs,
        opening_revenue: opening.0,
        opening_contribution: opening.1,
    }
}

/// Of revenue and contribution what comes of the clients there were at the beginning.
fn opening_takings<N: Number>(client: &Client<N>, volumes: &Volumes<N>) -> (Vec<Money<N>>, Vec<Money<N>>) {
    let (order, cross_sell) = (client.order.net_price(), client.cross_sell_revenue());
    let (order_cost, cross_cost) =
        (client.order.cost() + client.order.fees(), client.cross_sell.costs(&client.order));
    let of_month = |t: usize| {
        let (clients, orders) = (volumes.opening_clients.at(t), volumes.opening_orders.at(t));
        if clients.is_zero() {
            return (Money::ZERO, Money::ZERO);
        }
        let asked = match client.cross_sells_with_orders {
            true if orders.is_zero() => Count::ZERO,
            true => orders * (volumes.cross_sell_clients.at(t) / volumes.orders.at(t)),
            false => clients * (volumes.cross_sell_clients.at(t) / volumes.active_clients.at(t)),
        };
        let revenue = orders * order + asked * cross_sell;
        (revenue, revenue - orders * order_cost - clients * client.service_cost - asked * cross_cost)
    };
    (0..volumes.opening_clients.len()).map(of_month).unzip()
}

/// The statement of profit.
///
/// Revenue − variable costs = contribution; − marketing − payroll − fixed costs = operating profit;
/// − tax = profit.
pub fn statement<N: Number>(takings: Takings<N>, spending: Spending<N>, tax: TaxRule<N>) -> Statement<N> {
    let Takings { order_revenue, add_on_revenue, revenue, variable_costs, contribution, .. } = takings;
    let Takings { opening_revenue, opening_contribution, .. } = takings;
    let Spending { marketing, salaries, variable_pay, fixed_costs } = spending;
    let payroll = sums(&salaries, &variable_pay);
    let spent = sums(&sums(&marketing, &payroll), &fixed_costs);
    let operating_profit = differences(&contribution, &spent);
    let tax: Vec<_> = revenue.iter().zip(&operating_profit).map(|(r, p)| tax.tax(*r, *p)).collect();
    let profit = differences(&operating_profit, &tax);
    Statement {
        order_revenue,
        add_on_revenue,
        revenue,
        variable_costs,
        contribution,
        opening_revenue,
        opening_contribution,
        marketing,
        salaries,
        variable_pay,
        payroll,
        fixed_costs,
        operating_profit,
        tax,
        profit,
    }
}

/// So many items at an amount each, month by month.
pub(super) fn times<N: Number>(counts: &[Count<N>], amount: Money<N>) -> Vec<Money<N>> {
    match amount.is_zero() {
        true => vec![Money::ZERO; counts.len()],
        false => counts.iter().map(|count| *count * amount).collect(),
    }
}

/// Adds so many items at an amount each to a line, month by month.
pub(super) fn add_times<N: Number>(sum: &mut [Money<N>], counts: &[Count<N>], amount: Money<N>) {
    if !amount.is_zero() {
        sum.iter_mut().zip(counts).for_each(|(sum, count)| *sum += *count * amount);
    }
}

/// Two lines added up, month by month.
pub(super) fn sums<N: Number>(one: &[Money<N>], other: &[Money<N>]) -> Vec<Money<N>> {
    one.iter().zip(other).map(|(a, b)| *a + *b).collect()
}

/// One line less another, month by month.
pub(super) fn differences<N: Number>(one: &[Money<N>], other: &[Money<N>]) -> Vec<Money<N>> {
    one.iter().zip(other).map(|(a, b)| *a - *b).collect()
}
