//! Everybody's pay added up to one sum a month: what is sent of a plan without pay by role.

use super::outcome::PeopleOutcome;
use super::sent_payroll::SentPayroll;
use crate::model::{Payroll, PayrollMonth};
use crate::number::{Decimal, Exact, Money, Number, Share};

impl<N: Number> PeopleOutcome<N> {
    /// Adds what was sent as one sum to what people are paid by role.
    pub(super) fn add_sent(&mut self, sent: &SentPayroll<N>) {
        add(&mut self.salaries, &sent.salaries);
        add(&mut self.variable, &sent.variable);
        add(&mut self.contributions, &sent.contributions);
        add(&mut self.sales_pay, &sent.sales_pay);
        add(&mut self.profit_pay, &sent.profit_pay);
        add(&mut self.gross, &sent.salaries);
        add(&mut self.gross, &sent.variable);
        self.gross.iter_mut().zip(&sent.contributions).for_each(|(gross, own)| *gross = *gross - *own);
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
