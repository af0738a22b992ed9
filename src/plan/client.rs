//! One client over its life: what it brings.

use super::break_even::OfLife;
use super::brought::{Bringing, Brought};
use super::buying::Orders;
use super::by_month::ByMonth;
use super::given::Given;
use super::order::Client;
use super::outcome::ClientOutcome;
use super::retention::Endless;
use super::sales_pay::PayOfSales;
use super::statement::TaxRule;
use crate::number::{Count, Money, Months, Number, Share, Undefined};
use core::iter::{Sum, successors};
use core::ops::Mul;

/// One client of a plan, and what it brings along its age.
pub(super) struct ClientLife<N> {
    pub outcome: ClientOutcome<N>,
    pub brought: Brought<N>,
    /// What it has brought by the end of each month of age, months being those of the calendar; up to the plan's length.
    pub by_calendar: Vec<Money<N>>,
    /// What a life without a horizon brings; none where it grows beyond every bound.
    pub endless: Option<Money<N>>,
}

/// One order and one client of a plan, with what of it goes to people.
pub(super) fn client_life<N: Number>(
    given: &Given<N>,
    orders: &Orders<N>,
    pay: &PayOfSales<N>,
) -> ClientLife<N> {
    let (client, order) = (&given.client, &given.client.order);
    let months = given.life_months as usize;
    let survival: Vec<_> = orders.survival().iter().copied().take(months).collect();
    let by_age: Vec<_> = orders.by_age.iter().copied().take(months).collect();
    let discount = monthly_discount(given.discount);
    let (discounted_life, discounted_orders) = (life(&survival, discount), life_orders(&by_age, discount));
    let (plain, plain_orders) = (life(&survival, Share::ONE), life_orders(&by_age, Share::ONE));
    let (upsell, cross_sell) = (client.upsell_revenue(), client.cross_sell_revenue());
    let (before, sold) = (before_pay(client), sold(client));
    let after = after_pay_and_tax(given, pay);
    let brought = Brought::new(orders, &after, given.life_months);
    let client_pay = client_pay(client, pay, &by_age, &survival);
    let ltv_before = ltv(before, discounted_orders, discounted_life);
    let ltv_pay = discounted(&client_pay, discount);
    let ltv_tax = ltv(sold, discounted_orders, discounted_life) * given.tax.of_revenue();
    let f = orders.frequency;
    let endless = endless(given, orders, &after);
    let outcome = ClientOutcome {
        paid_price: order.paid(),
        order_vat: order.price * order.refunds.share.rest() - order.net_price(),
        net_price: order.net_price(),
        fee_rate: order.fee_rate(),
        order_fees: order.fees(),
        order_cost: order.cost(),
        order_price_costs: order.price_costs(),
        order_contribution: order.contribution(),
        cross_sells_with_orders: client.cross_sells_with_orders,
        cross_sell_revenue: cross_sell,
        cross_sell_cost: client.cross_sell.costs(order),
        cross_sell: client.cross_sell_contribution(),
        upsell_revenue: upsell,
        upsell_cost: client.upsell.costs(order),
        upsell: client.upsell_contribution(),
        first_month_stay: orders.survival().get(1).copied().unwrap_or(Share::ZERO),
        opening_stay: given.opening.stay,
        opening_frequency: given.opening.frequency,
        repeat_orders: f,
        month_contribution: client.month_contribution(f),
        month_revenue: client.month_revenue(f),
        life: plain,
        discounted_life,
        life_orders: plain_orders,
        discounted_orders,
        ltv: ltv_before - ltv_pay - ltv_tax,
        ltv_before,
        ltv_endless: endless.unwrap_or(Money(N::undefined(Undefined::Unbounded))),
        ltv_pay,
        ltv_tax,
        client_pay,
        life_contribution: ltv(before, plain_orders, plain),
        life_revenue: ltv(sold, plain_orders, plain),
        curve: brought.by_month(),
        survival,
        orders_by_age: orders.by_age.clone(),
    };
    let by_calendar = by_calendar(orders, &after, given.months as usize);
    ClientLife { outcome, by_calendar, endless, brought }
}

/// What a client leaves over its life, and on average one order and one month of it, all pay that comes with sales and tax
/// on revenue paid.
pub(super) fn of_life<N: Number>(
    client: &ClientOutcome<N>,
    winning_pay: &[Money<N>],
    tax: TaxRule<N>,
) -> OfLife<N> {
    let pay: Money<N> = client.client_pay.iter().chain(winning_pay.first()).copied().sum();
    let life = client.life_contribution - pay - client.life_revenue * tax.of_revenue();
    OfLife {
        left: life,
        revenue: client.life_revenue,
        order: life / client.life_orders,
        month: life / Share(client.life.0),
    }
}

/// What a client brings where, before pay.
fn before_pay<N: Number>(client: &Client<N>) -> Bringing<N> {
    Bringing {
        order: client.order.contribution() + client.order_cross_sell(),
        month: client.month_cross_sell() - client.service_cost,
        once: client.once_contribution(),
    }
}

/// The revenue of it.
fn sold<N: Number>(client: &Client<N>) -> Bringing<N> {
    let (order, cross_sell) = (client.order.net_price(), client.cross_sell_revenue());
    let (order, month) = match client.cross_sells_with_orders {
        true => (order + cross_sell, Money::ZERO),
        false => (order, cross_sell),
    };
    Bringing { order, month, once: client.upsell_revenue() }
}

/// What is left of it at each age after pay that comes with sales and tax on revenue, the last going on: the cohort of the
/// plan's first month at the rates of the months that it lives through. What winning it is paid is left in.
fn after_pay_and_tax<N: Number>(given: &Given<N>, pay: &PayOfSales<N>) -> Vec<Bringing<N>> {
    let (client, tax) = (&given.client, given.tax.of_revenue());
    let (before, sold) = (before_pay(client), sold(client));
    let left = |of_revenue: Share<N>, of_contribution: Share<N>| {
        let left = |before: Money<N>, sold: Money<N>| {
            before - part(sold, of_revenue) - part(before, of_contribution)
        };
        Bringing {
            order: left(before.order, sold.order),
            month: left(before.month, sold.month),
            once: left(before.once, sold.once),
        }
    };
    if pay.is_none() {
        return vec![left(tax, Share::ZERO)];
    }
    let months = pay.of.revenue.iter().zip(&pay.of.contribution).enumerate();
    let at_age = |(t, (of_revenue, of_contribution)): (usize, (&Share<N>, &Share<N>))| {
        let mut left = left(*of_revenue + tax, *of_contribution);
        if t == 0 {
            left.once += pay.first_winning() - pay.first_sale(client);
        }
        left
    };
    months.map(at_age).collect()
}

/// Part of an amount; most are none.
fn part<N: Number>(amount: Money<N>, share: Share<N>) -> Money<N> {
    if share.is_zero() || amount.is_zero() { Money::ZERO } else { amount * share }
}

/// What of what a client brings at each age goes to people, what winning it is paid left out.
fn client_pay<N: Number>(
    client: &Client<N>,
    pay: &PayOfSales<N>,
    orders: &[Count<N>],
    survival: &[Share<N>],
) -> Vec<Money<N>> {
    if pay.is_none() {
        return vec![Money::ZERO; survival.len()];
    }
    let (before, sold) = (before_pay(client), sold(client));
    let first = pay.first_sale(client) - pay.first_winning();
    let last = pay.of.revenue.len().saturating_sub(1);
    let at_age = |(age, (orders, there)): (usize, (&Count<N>, &Share<N>))| {
        let t = age.min(last);
        let all = |of: &Bringing<N>, share: Share<N>| match share.is_zero() {
            true => Money::ZERO,
            false => {
                let once = if age == 0 { of.once } else { Money::ZERO };
                (of.order * *orders + of.month * *there + once) * share
            }
        };
        let pay = all(&sold, pay.of.revenue.at(t)) + all(&before, pay.of.contribution.at(t));
        if age == 0 { pay + first } else { pay }
    };
    orders.iter().zip(survival).enumerate().map(at_age).collect()
}

/// What a client has brought by the end of each of so many months of age.
fn by_calendar<N: Number>(orders: &Orders<N>, by_age: &[Bringing<N>], months: usize) -> Vec<Money<N>> {
    let mut sum = by_age.first().map_or(Money::ZERO, |first| first.once);
    let ages = orders.by_age.iter().zip(orders.survival()).take(months).enumerate();
    ages.map(|(age, (orders, there))| {
        if let Some(bringing) = by_age.get(age).or(by_age.last()) {
            sum += bringing.order * *orders;
            if !bringing.month.is_zero() {
                sum += bringing.month * *there;
            }
        }
        sum
    })
    .collect()
}

/// What a life without a horizon brings; none where it grows beyond every bound.
fn endless<N: Number>(given: &Given<N>, orders: &Orders<N>, by_age: &[Bringing<N>]) -> Option<Money<N>> {
    let (first, last) = (*by_age.first()?, *by_age.last()?);
    match (orders.endless(&given.staying), given.staying.endless_life()) {
        (Endless::Sum(all_orders), Endless::Sum(life)) => {
            let known = |age: usize| by_age.get(age).copied().unwrap_or(last);
            let (mut sum, mut ordered, mut lived) = (first.once, Count::ZERO, Share::ZERO);
            let ages = orders.by_age.iter().zip(orders.survival()).take(by_age.len() - 1);
            for (age, (orders, there)) in ages.enumerate() {
                sum += known(age).order * *orders + known(age).month * *there;
                ordered += *orders;
                lived += *there;
            }
            Some(sum + last.order * (Count(all_orders) - ordered) + last.month * (Share(life) - lived))
        }
        _ if (last.order * orders.frequency + last.month).is_positive() => None,
        // What has no end and brings nothing comes to no more than what came first.
        _ => Some(first.order + first.once),
    }
}

/// The factor by which an amount `month` months ahead counts less: `(1 + yearly)^(−month/12)`.
pub fn monthly_discount<N: Number>(yearly: Share<N>) -> Share<N> {
    if yearly == Share::ZERO {
        return Share::ONE;
    }
    Share::ONE / Share((N::ONE + yearly.0).twelfth_root())
}

/// Months of life that count: the sum of S(k) over the ages given, each discounted; in months.
///
/// ```
/// use obkatka::number::{Exact, Number, Share};
/// use obkatka::plan::{life, Staying};
/// let half = Share(Exact::ONE / Exact::whole(2));
/// let survival = Staying::Constant(half).survival(4);
/// assert_eq!(life(&survival, Share::ONE).0.text().as_deref(), Some("1.875"));
/// ```
pub fn life<N: Number>(survival: &[Share<N>], monthly_discount: Share<N>) -> Months<N> {
    Months(discounted(survival, monthly_discount).0)
}

/// Orders that count: the sum of o(k) over the ages given, each discounted; a count.
pub fn life_orders<N: Number>(by_age: &[Count<N>], monthly_discount: Share<N>) -> Count<N> {
    discounted(by_age, monthly_discount)
}

/// The sum of what there is at each age, each a month's discount further off.
fn discounted<N: Number, A>(by_age: &[A], monthly_discount: Share<N>) -> A
where
    A: Copy + Sum + Mul<Share<N>, Output = A>,
{
    if monthly_discount == Share::ONE {
        return by_age.iter().copied().sum();
    }
    let factors = successors(Some(Share::ONE), |factor| Some(*factor * monthly_discount));
    by_age.iter().zip(factors).map(|(own, factor)| *own * factor).sum()
}

/// LTV: what one client leaves over the months that count, by margin, acquisition not yet paid.
///
/// `orders · contribution + life · (cross-sell − service) + upsell − first-order cost`; money.
/// Source: Gupta & Lehmann 2003 (margin, retention, finite horizon); by margin, never by revenue.
///
/// ```
/// use obkatka::number::{Count, Exact, Money, Months, Number};
/// use obkatka::plan::{Bringing, ltv};
/// let money = |n| Money(Exact::whole(n));
/// // 4 orders of 700, 10 months of 20, 50 once.
/// let bringing = Bringing { order: money(700), month: money(20), once: money(50) };
/// let ltv = ltv(bringing, Count(Exact::whole(4)), Months(Exact::whole(10)));
/// assert_eq!(ltv.0.text().as_deref(), Some("3050"));
/// ```
pub fn ltv<N: Number>(bringing: Bringing<N>, orders: Count<N>, life: Months<N>) -> Money<N> {
    bringing.order * orders + bringing.month * Share(life.0) + bringing.once
}
