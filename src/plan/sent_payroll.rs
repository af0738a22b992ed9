//! Everybody's pay as one sum, where a document was sent without pay by role.

use crate::model::{Payroll, PayrollMonth};
use crate::number::{Decimal, Money, Number, Share};

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

/// Shares of what one client brings, by month.
#[derive(Clone, Debug, PartialEq)]
pub struct SalesShares<N> {
    /// Of its revenue.
    pub revenue: Vec<Share<N>>,
    /// Of its contribution before pay.
    pub contribution: Vec<Share<N>>,
    /// Of its first sale.
    pub new_sales: Vec<Share<N>>,
}

/// Shares of its first sale that are for winning it, by month.
#[derive(Clone, Debug, PartialEq)]
pub struct WinningShares<N> {
    /// Of its revenue.
    pub revenue: Vec<Share<N>>,
    /// Of its contribution before pay.
    pub contribution: Vec<Share<N>>,
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
}
