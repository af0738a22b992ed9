//! Everybody's pay as one sum, where a document was sent without pay by role.

use super::outcome::{PeopleOutcome, SalesShares, WinningShares};
use crate::model::{Payroll, PayrollMonth};
use crate::number::{Decimal, Exact, Money, Number, Share};

/// What answers need of the pay of all, by month of the plan; amounts with contributions.
#[derive(Clone, Debug, PartialEq)]
pub struct SentPayroll<N> {
    /// Salaries and what guarantees add to them.
    pub salaries: Vec<Money<N>>,
    /// What is earned beside salaries.
    pub variable: Vec<Money<N>>,
    /// The employer's contributions in both.
    pub contributions: Vec<Money<N>>,
    /// What is paid by what is sold.
    pub sales_pay: Vec<Money<N>>,
    /// Shares in profit.
    pub profit_pay: Vec<Money<N>>,
    /// What of one client's revenue, contribution and first sale goes to people.
    pub of_sales: SalesShares<N>,
    /// What of its first sale is for winning it.
    pub winning: WinningShares<N>,
    /// What the time costs that goes into winning clients, over the plan.
    pub winning_time: Money<N>,
}

impl<N: Number> SentPayroll<N> {
    /// What a document holds; none where it has pay by role.
    pub(super) fn read(payroll: &Payroll, months: u32) -> Option<Self> {
        let line = |of: fn(&PayrollMonth) -> Option<Decimal>| -> Vec<N> {
            let at = |t: u32| payroll.months.iter().rev().find(|month| month.from <= t).and_then(of);
            (0..months).map(|t| at(t).map_or(N::ZERO, N::from_decimal)).collect()
        };
        let money = |of| line(of).into_iter().map(Money).collect();
        let share = |of| line(of).into_iter().map(Share).collect();
        (!payroll.months.is_empty()).then(|| Self {
            salaries: money(|month| month.salaries),
            variable: money(|month| month.variable),
            contributions: money(|month| month.contributions),
            sales_pay: money(|month| month.sales_pay),
            profit_pay: money(|month| month.profit_pay),
            of_sales: SalesShares {
                revenue: share(|month| month.of_revenue),
                contribution: share(|month| month.of_contribution),
                new_sales: share(|month| month.of_new_sales),
            },
            winning: WinningShares {
                revenue: share(|month| month.winning_of_revenue),
                contribution: share(|month| month.winning_of_contribution),
            },
            winning_time: Money(payroll.winning_time.map_or(N::ZERO, N::from_decimal)),
        })
    }

    /// Adds it to what people are paid by role.
    pub(super) fn add_to(&self, people: &mut PeopleOutcome<N>) {
        add(&mut people.salaries, &self.salaries);
        add(&mut people.variable, &self.variable);
        add(&mut people.contributions, &self.contributions);
        add(&mut people.sales_pay, &self.sales_pay);
        add(&mut people.profit_pay, &self.profit_pay);
        add(&mut people.gross, &self.salaries);
        add(&mut people.gross, &self.variable);
        people.gross.iter_mut().zip(&self.contributions).for_each(|(gross, own)| *gross = *gross - *own);
    }
}

fn add<N: Number>(sum: &mut [Money<N>], line: &[Money<N>]) {
    sum.iter_mut().zip(line).for_each(|(sum, own)| *sum += *own);
}

/// Digits kept of an amount, and of a share, that is sent: more than are shown, since what an order leaves is divided by.
const MONEY_DIGITS: u32 = 8;
const SHARE_DIGITS: u32 = 10;

/// Everybody's pay in an outcome as one sum, and what of sales it is.
pub fn payroll_of(people: &PeopleOutcome<Exact>) -> Payroll {
    let money = |line: &[Money<Exact>], t: usize| line.get(t).and_then(|own| kept(own.0, MONEY_DIGITS));
    let share = |line: &[Share<Exact>], t: usize| line.get(t).and_then(|own| kept(own.0, SHARE_DIGITS));
    let mut payroll =
        Payroll { winning_time: kept(people.winning.fixed.0, MONEY_DIGITS), months: Vec::new() };
    for t in 0..people.salaries.len() {
        let mut month = PayrollMonth {
            salaries: money(&people.salaries, t),
            variable: money(&people.variable, t),
            contributions: money(&people.contributions, t),
            sales_pay: money(&people.sales_pay, t),
            profit_pay: money(&people.profit_pay, t),
            of_revenue: share(&people.of_sales.revenue, t),
            of_contribution: share(&people.of_sales.contribution, t),
            of_new_sales: share(&people.of_sales.new_sales, t),
            winning_of_revenue: share(&people.winning_shares.revenue, t),
            winning_of_contribution: share(&people.winning_shares.contribution, t),
            ..PayrollMonth::default()
        };
        if let Some(last) = payroll.months.last() {
            (month.id, month.from) = (last.id.clone(), last.from);
            if month == *last {
                continue;
            }
        }
        let at = u32::try_from(payroll.months.len()).unwrap_or_default();
        month.id = crate::model::nth_id(at);
        month.from = u32::try_from(t).unwrap_or_default();
        payroll.months.push(month);
    }
    payroll
}

/// A number as it is sent; none for nothing, and for what is none.
fn kept(value: Exact, digits: u32) -> Option<Decimal> {
    let value = value.decimal().ok()?.round_dp(digits).normalize();
    (!value.is_zero()).then_some(value)
}
