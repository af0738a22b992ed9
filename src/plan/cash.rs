//! Money as it comes and goes: the same sales, at the time they are paid.

use super::by_month::ByMonth;
use super::lag::Lag;
use super::order::{Client, Order};
use super::reached::Reached;
use super::statement::{Statement, add_times, differences, times};
use super::volumes::Volumes;
use crate::number::{Money, Months, Number, Share};

/// When money moves.
#[derive(Clone, Debug, PartialEq)]
pub struct Timing<N> {
    /// Shares of a receipt and when they are paid; together the whole.
    pub receipts: Vec<(Share<N>, Lag<N>)>,
    /// When suppliers are paid.
    pub suppliers: Lag<N>,
    /// Shares of what is given back and when: so long after each receipt.
    pub refunds: Vec<(Share<N>, Lag<N>)>,
    /// Money there before the first month.
    pub opening: Money<N>,
    /// What clients owe when the plan begins, with the month in which it comes.
    pub receivables: Vec<(u32, Money<N>)>,
    /// What is owed to others then, with the month in which it is paid.
    pub payables: Vec<(u32, Money<N>)>,
}

/// Money by month. Payments are positive numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Cash<N> {
    /// Money there before the first month.
    pub opening: Money<N>,
    /// What clients are to pay for the month's sales, VAT and what is refunded later included.
    pub billed: Vec<Money<N>>,
    /// What clients pay, VAT and what is refunded later included.
    pub receipts: Vec<Money<N>>,
    /// What clients pay of what they owed when the plan began.
    pub opening_receipts: Vec<Money<N>>,
    /// Paid of what was owed to others then.
    pub opening_payments: Vec<Money<N>>,
    /// Given back to clients.
    pub refunds: Vec<Money<N>>,
    /// Payment fees and commissions, kept back from receipts.
    pub fees: Vec<Money<N>>,
    /// Paid for what was sold, service and onboarding.
    pub suppliers: Vec<Money<N>>,
    /// VAT and tax, in the month of the sale.
    pub taxes: Vec<Money<N>>,
    /// One-off investments.
    pub investments: Vec<Money<N>>,
    /// Receipts less all payments, marketing, payroll and fixed costs included.
    pub flow: Vec<Money<N>>,
    /// Money there at the end of the month.
    pub balance: Vec<Money<N>>,
    /// Receipts, less what goes back of them, still to come after the last month.
    pub receivable: Money<N>,
    /// Suppliers still to be paid after the last month.
    pub payable: Money<N>,
}

impl<N: Number> Cash<N> {
    /// Receipts less payments of the plan's own months: what was owed when it began is left out.
    pub fn flow_without_debts(&self) -> Vec<Money<N>> {
        differences(&self.flow, &differences(&self.opening_receipts, &self.opening_payments))
    }
}

/// Money by month.
///
/// `balance(t) = balance(t−1) + receipts − payments`. Receipts and the fees on them follow the terms, refunds follow
/// receipts; marketing, salaries, fixed costs, VAT and tax are paid in their own month, what was owed when the plan
/// began in the months that were named.
pub fn cash<N: Number>(
    client: &Client<N>,
    volumes: &Volumes<N>,
    statement: &Statement<N>,
    investments: Vec<Money<N>>,
    timing: &Timing<N>,
) -> Cash<N> {
    let order = &client.order;
    let billed = billed(client, volumes, statement);
    let given_back = part(&billed, order.refunds.share);
    let kept_back = part(&billed, order.fee_rate());
    // Fees are kept back by whoever takes the payment; the rest of the variable costs is suppliers'.
    let supplied = differences(&statement.variable_costs, &kept_back);

    let receipts = by_instalments(&billed, &timing.receipts);
    let fees = by_instalments(&kept_back, &timing.receipts);
    let refunds = by_instalments(&given_back, &timing.refunds);
    let suppliers = by_instalments(&supplied, &[(Share::ONE, timing.suppliers)]);
    let is_known = billed.iter().all(|amount| amount.0.reason().is_none());
    let taxes: Vec<_> = match is_billed_as_earned(order) && is_known {
        true => statement.tax.clone(),
        false => {
            let vat = |t: usize| billed.at(t) - given_back.at(t) - statement.revenue.at(t);
            (0..billed.len()).map(|t| vat(t) + statement.tax.at(t)).collect()
        }
    };

    // Marketing, payroll and fixed costs.
    let spent = differences(&statement.contribution, &statement.operating_profit);
    let (opening_receipts, opened) = due(&timing.receivables, billed.len());
    let (opening_payments, owed) = due(&timing.payables, billed.len());
    let of_debts = differences(&opening_receipts, &opening_payments);
    let flow: Vec<_> = (0..billed.len())
        .map(|t| {
            receipts.at(t)
                - refunds.at(t)
                - fees.at(t)
                - suppliers.at(t)
                - taxes.at(t)
                - investments.at(t)
                - spent.at(t)
        })
        .zip(of_debts)
        .map(|(flow, of_debts)| flow + of_debts)
        .collect();
    let balance = running(timing.opening, &flow);
    let receivable = still_due(&billed, &timing.receipts)
        - still_due(&kept_back, &timing.receipts)
        - still_due(&given_back, &timing.refunds)
        + opened;
    let payable = still_due(&supplied, &[(Share::ONE, timing.suppliers)]) + owed;
    Cash {
        opening: timing.opening,
        billed,
        receipts,
        opening_receipts,
        opening_payments,
        refunds,
        fees,
        suppliers,
        taxes,
        investments,
        flow,
        balance,
        receivable,
        payable,
    }
}

/// Debts by the month in which they are due, and what of them is due after the last.
fn due<N: Number>(debts: &[(u32, Money<N>)], months: usize) -> (Vec<Money<N>>, Money<N>) {
    let mut by_month = vec![Money::ZERO; months];
    let mut later = Money::ZERO;
    for (month, amount) in debts {
        *by_month.get_mut(*month as usize).unwrap_or(&mut later) += *amount;
    }
    (by_month, later)
}

/// Whether clients pay what is revenue: neither VAT nor refunds are between.
fn is_billed_as_earned<N: Number>(order: &Order<N>) -> bool {
    order.vat_rate.is_zero() && order.refunds.share.is_zero()
}

/// What clients are to pay by month, VAT and what is given back later included.
fn billed<N: Number>(client: &Client<N>, volumes: &Volumes<N>, statement: &Statement<N>) -> Vec<Money<N>> {
    let order = &client.order;
    if is_billed_as_earned(order) {
        return statement.revenue.clone();
    }
    let mut billed = times(&volumes.orders, order.paid());
    add_times(&mut billed, &volumes.upsell_clients, order.paid_for(client.upsell.price));
    add_times(&mut billed, &volumes.cross_sell_clients, order.paid_for(client.cross_sell.price));
    billed
}

/// A share of a line, month by month.
fn part<N: Number>(line: &[Money<N>], share: Share<N>) -> Vec<Money<N>> {
    match share.is_zero() {
        true => vec![Money::ZERO; line.len()],
        false => line.iter().map(|amount| *amount * share).collect(),
    }
}

/// What the months of `due` bring when each is paid in parts.
pub(super) fn by_instalments<N: Number>(due: &[Money<N>], parts: &[(Share<N>, Lag<N>)]) -> Vec<Money<N>> {
    let mut paid = vec![Money::ZERO; due.len()];
    for (share, lag) in parts {
        let part: Vec<_> = match *share == Share::ONE {
            true => due.to_vec(),
            false => due.iter().map(|amount| *amount * *share).collect(),
        };
        lag.spread(&part, &mut paid);
    }
    paid
}

/// What of `due` is paid after the last month. Where a month cannot be told, neither can this.
fn still_due<N: Number>(due: &[Money<N>], parts: &[(Share<N>, Lag<N>)]) -> Money<N> {
    if let Some(unknown) = due.iter().find(|amount| amount.0.reason().is_some()) {
        return *unknown;
    }
    parts.iter().map(|(share, lag)| lag.after_the_last(due) * *share).sum()
}

/// The balance after each month.
pub fn running<N: Number>(opening: Money<N>, flow: &[Money<N>]) -> Vec<Money<N>> {
    let mut balance = opening;
    flow.iter()
        .map(|amount| {
            balance += *amount;
            balance
        })
        .collect()
}

/// All months together.
pub fn total<N: Number>(amounts: &[Money<N>]) -> Money<N> {
    amounts.iter().copied().sum()
}

/// The lowest balance and the month it is reached in; the first of equals.
pub fn lowest<N: Number>(balance: &[Money<N>]) -> Option<(u32, Money<N>)> {
    (0u32..).zip(balance.iter().copied()).reduce(
        |lowest, now| {
            if (now.1 - lowest.1).is_negative() { now } else { lowest }
        },
    )
}

/// How long the money lasts at the burn of three months, `balance / −(mean flow)`, the balance being that of the last of
/// them; in months. *Never* spent where the three burn nothing together; zero where there is nothing left to burn.
pub fn runway<N: Number>(balance: Money<N>, three_flows: &[Money<N>; 3]) -> Reached<Months<N>> {
    let burn = -total(three_flows);
    match burn.0.reason() {
        Some(reason) => Reached::Unknown(reason),
        None if burn.is_positive() => Reached::At(Months((balance.most(Money::ZERO) / burn).0 * N::whole(3))),
        None => Reached::Never,
    }
}
