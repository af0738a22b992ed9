//! Break-even: how much must be sold, and from which month on profit is there to stay.

use super::by_month::ByMonth;
use super::cash::running;
use super::given::Given;
use super::reached::Reached;
use super::statement::{Statement, differences};
use super::volumes::Volumes;
use crate::number::{Count, Decimal, Money, Number, Undefined};
use core::cmp::Ordering;

/// When and at what volume it pays. Months are counted from the plan's first, 0.
#[derive(Clone, Debug, PartialEq)]
pub struct BreakEven<N> {
    /// The first month with profit of nothing or more.
    pub first: Reached<u32>,
    /// The month since which profit stays so.
    pub lasting: Reached<u32>,
    /// What must be earned in each month whatever is sold: marketing, salaries with guarantees and pay by KPIs, fixed costs.
    pub to_cover: Vec<Money<N>>,
    /// Orders at which each month would pay for itself.
    pub orders: Vec<Reached<Count<N>>>,
    /// Active clients likewise.
    pub clients: Vec<Reached<Count<N>>>,
    /// Revenue likewise.
    pub revenue: Vec<Reached<Money<N>>>,
    /// What one more order leaves each month, pay that comes with sales and tax on revenue paid.
    pub per_order: Vec<Money<N>>,
    /// What one more active client leaves each month, likewise.
    pub per_client: Vec<Money<N>>,
    /// The month since which all the money put in is back and stays so.
    pub project: Reached<u32>,
}

/// Items that must be sold in a month to pay for what does not hang on sales.
///
/// `⌈(fixed + salaries + marketing) / contribution of one item⌉`; a count. *Never* (impossible)
/// where one item leaves nothing.
///
/// ```
/// use obkatka::number::{Count, Exact, Money, Number};
/// use obkatka::plan::{break_even_volume, Reached};
/// let money = |n| Money(Exact::whole(n));
/// // 10 000 / 300 = 33.3…
/// assert_eq!(break_even_volume(money(10_000), money(300)), Reached::At(Count(Exact::whole(34))));
/// assert_eq!(break_even_volume(money(10_000), money(0)), Reached::Never);
/// ```
pub fn break_even_volume<N: Number>(to_cover: Money<N>, of_one: Money<N>) -> Reached<Count<N>> {
    if let Some(reason) = to_cover.0.reason().or(of_one.0.reason()) {
        return Reached::Unknown(reason);
    }
    if !of_one.is_positive() {
        return if to_cover.is_positive() { Reached::Never } else { Reached::At(Count::ZERO) };
    }
    // Twelve decimals first: what one item leaves may be off in its last digit, and 34.000…1 is 34.
    Reached::At(Count(to_cover.in_items_of(of_one).0.twelve_decimals().ceiling()))
}

/// What the last digits of a division make: a trillionth is neither a loss nor an order.
const GRAIN: Decimal = Decimal::from_parts(1, 0, 0, false, 12);

/// Whether an amount is below zero by more than the last digits of a division.
pub(super) fn is_loss<N: Number>(amount: Money<N>) -> bool {
    amount.is_negative() && (amount + Money(N::from_decimal(GRAIN))).is_negative()
}

/// The first month at or after `begin` with profit of nothing or more.
///
/// *Never* where in no month an order leaves anything, pay and tax that come with it paid: no volume helps.
pub fn first_month<N: Number>(
    profit: &[Money<N>],
    per_order: &[Money<N>],
    begin: Option<u32>,
) -> Reached<u32> {
    answered(profit, per_order, begin, |begin| {
        (begin..).zip(profit.iter().skip(begin as usize)).find(|(_, p)| !is_loss(**p)).map(|(t, _)| t)
    })
}

/// The month since which profit stays at nothing or more.
pub fn lasting_month<N: Number>(
    profit: &[Money<N>],
    per_order: &[Money<N>],
    begin: Option<u32>,
) -> Reached<u32> {
    answered(profit, per_order, begin, |begin| stays_since(profit, begin))
}

/// The month from `begin` on since which no amount is below zero any more.
pub fn stays_since<N: Number>(amounts: &[Money<N>], begin: u32) -> Option<u32> {
    let last_below = (0u32..).zip(amounts).filter(|(_, amount)| is_loss(**amount)).map(|(t, _)| t + 1).last();
    let since = last_below.unwrap_or(0).max(begin);
    ((since as usize) < amounts.len()).then_some(since)
}

fn answered<N: Number>(
    profit: &[Money<N>],
    per_order: &[Money<N>],
    begin: Option<u32>,
    month: impl Fn(u32) -> Option<u32>,
) -> Reached<u32> {
    let Some(begin) = begin else {
        return Reached::Unknown(Undefined::NoData);
    };
    if let Some(reason) = profit.iter().find_map(|p| p.0.reason()) {
        return Reached::Unknown(reason);
    }
    match month(begin) {
        Some(month) => Reached::At(month),
        None if per_order.iter().any(|amount| amount.is_positive()) => Reached::NotWithinHorizon,
        None => Reached::Never,
    }
}

/// Revenue at which a month pays for what does not hang on sales: `to cover / left · revenue`; money. *Never* (impossible)
/// where nothing is left of revenue.
fn break_even_revenue<N: Number>(to_cover: Money<N>, left: Money<N>, revenue: Money<N>) -> Reached<Money<N>> {
    match to_cover.0.reason().or(left.0.reason()).or(revenue.0.reason()) {
        Some(reason) => Reached::Unknown(reason),
        None if !to_cover.is_positive() => Reached::At(Money::ZERO),
        None if left.is_positive() => Reached::At(revenue * (to_cover / left)),
        None => Reached::Never,
    }
}

/// What one client leaves over its life, pay that comes with sales and tax on revenue paid; of it on average one order and one
/// month: where a month sells nothing.
#[derive(Clone, Copy)]
pub(super) struct OfLife<N> {
    pub left: Money<N>,
    pub revenue: Money<N>,
    pub order: Money<N>,
    pub month: Money<N>,
}

/// What months come to, as far as break-even asks.
pub(super) struct Months<'a, N> {
    pub statement: &'a Statement<N>,
    pub volumes: &'a Volumes<N>,
    pub flow: &'a [Money<N>],
    /// Pay that comes with sales.
    pub sales_pay: &'a [Money<N>],
    /// Shares in profit.
    pub profit_pay: &'a [Money<N>],
}

/// When and at what volume a plan pays.
///
/// Tax taken of revenue is owed at break-even too; tax taken of profit and shares in profit are nothing there. Pay that
/// comes with sales comes as variable costs do; every other pay is to be covered.
pub(super) fn break_even<N: Number>(
    given: &Given<N>,
    of_life: OfLife<N>,
    months: &Months<'_, N>,
) -> BreakEven<N> {
    let Months { statement, volumes, flow, .. } = months;
    let all = 0..statement.profit.len();
    let left: Vec<_> = all
        .clone()
        .map(|t| {
            let taxed = statement.revenue.at(t) * given.tax.of_revenue();
            statement.contribution.at(t) - months.sales_pay.at(t) - taxed
        })
        .collect();
    let to_cover: Vec<_> = all
        .clone()
        .map(|t| {
            let other_pay = statement.payroll.at(t) - months.sales_pay.at(t) - months.profit_pay.at(t);
            statement.marketing.at(t) + other_pay + statement.fixed_costs.at(t)
        })
        .collect();
    // A trillionth of an order is none: what it leaves has lost its digits.
    let grain = N::from_decimal(GRAIN);
    let is_some = |amount: N| amount.compare(grain).is_some_and(Ordering::is_gt);
    let of_one = |t: usize, count: Count<N>, otherwise: Money<N>| {
        if is_some(count.0) { left.at(t) / count } else { otherwise }
    };
    let per_order: Vec<_> = all.clone().map(|t| of_one(t, volumes.orders.at(t), of_life.order)).collect();
    // Where every client orders once a month, a client is an order.
    let is_alike = volumes.orders == volumes.active_clients && of_life.order == of_life.month;
    let per_client = match is_alike {
        true => per_order.clone(),
        false => all.clone().map(|t| of_one(t, volumes.active_clients.at(t), of_life.month)).collect(),
    };
    let revenue = |t: usize| match statement.revenue.at(t) {
        revenue if is_some(revenue.0) => break_even_revenue(to_cover.at(t), left.at(t), revenue),
        _ => break_even_revenue(to_cover.at(t), of_life.left, of_life.revenue),
    };
    let volume = |of_one: &[Money<N>]| {
        to_cover.iter().zip(of_one).map(|(to_cover, of_one)| break_even_volume(*to_cover, *of_one)).collect()
    };
    let revenue = all.map(revenue).collect();
    let orders: Vec<_> = volume(&per_order);
    let begin = begin(statement);
    BreakEven {
        first: first_month(&statement.profit, &per_order, begin),
        lasting: lasting_month(&statement.profit, &per_order, begin),
        clients: if is_alike { orders.clone() } else { volume(&per_client) },
        orders,
        revenue,
        to_cover,
        per_client,
        project: project_payback(&differences(flow, &statement.opening_contribution), &per_order, begin),
        per_order,
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
        .find(|t| lines.iter().any(|line| line.at(*t) != Money::ZERO))
        .and_then(|t| u32::try_from(t).ok())
}

fn project_payback<N: Number>(flow: &[Money<N>], per_order: &[Money<N>], begin: Option<u32>) -> Reached<u32> {
    let put_in = running(Money::ZERO, flow);
    let Some(begin) = begin else {
        return Reached::Unknown(Undefined::NoData);
    };
    if let Some(reason) = put_in.iter().find_map(|sum| sum.0.reason()) {
        return Reached::Unknown(reason);
    }
    match stays_since(&put_in, begin) {
        Some(month) => Reached::At(month),
        None if per_order.iter().any(|amount| amount.is_positive()) => Reached::NotWithinHorizon,
        None => Reached::Never,
    }
}
