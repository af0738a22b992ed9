//! What everybody is paid in each month: from the pay plans and the results they hang on.

use super::by_month::ByMonth;
use super::cash::total;
use super::company::Company;
use super::load::load;
use super::member::Member;
use super::outcome::{GroupOutcome, PeopleOutcome, RoleOutcome, WinningPay};
use super::sales_pay::{Accrued, RoleSalesPay};
use super::sent_payroll::{SalesShares, WinningShares};
use super::team::{Group, Role};
use crate::model::Base;
use crate::number::{Count, Money, Number, Share};
use crate::pay::{MonthPay, PayTerms};

/// Everybody's pay; those who share in profit after all others.
pub(super) fn payroll<N: Number>(company: &Company<'_, N>) -> PeopleOutcome<N> {
    let roles = company.roles;
    let shares_profit = |terms: &PayTerms<N>| terms.parts.iter().any(|part| part.base == Base::Profit);
    let mut outcomes: Vec<Option<RoleOutcome<N>>> =
        roles.iter().map(|role| (!shares_profit(&role.terms.pay)).then(|| company.role(role, &[]))).collect();
    if outcomes.iter().any(Option::is_none) {
        let profit = company.profit_before(&outcomes);
        for (role, outcome) in roles.iter().zip(&mut outcomes) {
            outcome.get_or_insert_with(|| company.role(role, &profit));
        }
    }
    let mut all = PeopleOutcome::none(company.months());
    for (outcome, role) in outcomes.into_iter().flatten().zip(roles) {
        all.add(outcome, role.terms.pay.contributions);
    }
    all.sales_pay = all.sum_of(|role| &role.sales_pay);
    all.profit_pay = all.sum_of(|role| &role.profit_pay);
    if let Some(sent) = &company.given.sent_payroll {
        all.add_sent(sent);
    }
    all
}

impl<N: Number> Company<'_, N> {
    /// Profit before the variable pay of those who share in it: the pay of all others and every salary paid.
    fn profit_before(&self, known: &[Option<RoleOutcome<N>>]) -> Vec<Money<N>> {
        let cost = |(role, known): (&Role<'_, N>, &Option<RoleOutcome<N>>), t: usize| {
            let terms = &role.terms.pay;
            let paid = match known {
                Some(outcome) => outcome.paid(t as u32),
                None => terms.salary * role.heads.at(t),
            };
            paid * (Share::ONE + terms.contributions)
        };
        let in_month = |t: usize| {
            let pay: Money<N> = self.roles.iter().zip(known).map(|of| cost(of, t)).sum();
            self.takings.contribution.at(t) - self.other_costs.at(t) - pay
        };
        (0..self.months()).map(in_month).collect()
    }

    fn role(&self, role: &Role<'_, N>, profit: &[Money<N>]) -> RoleOutcome<N> {
        let mut sales_pay = RoleSalesPay::none(self.months());
        let of_group = |group| {
            let (outcome, accrued) = self.group(role, group, profit);
            sales_pay.add(&role.terms.pay, &outcome, &accrued);
            outcome
        };
        let groups = role.terms.groups.iter().map(of_group).collect();
        let mut outcome = RoleOutcome {
            heads: role.heads.clone(),
            load: load(self.roles, role, self.demand),
            sales_pay: Vec::new(),
            profit_pay: Vec::new(),
            revenue_pay: Vec::new(),
            contribution_pay: Vec::new(),
            new_sales_pay: Vec::new(),
            groups,
        };
        outcome.set_sales_pay(sales_pay, || self.sold());
        outcome
    }

    /// The pay of people who came together, and of its parts that wait for clients to pay what was sold.
    fn group(
        &self,
        role: &Role<'_, N>,
        group: &Group<N>,
        profit: &[Money<N>],
    ) -> (GroupOutcome<N>, Box<Accrued<N>>) {
        let (terms, months) = (&role.terms.pay, group.months(self.given.months));
        let mut accrued: Box<Accrued<N>> = Box::default();
        let pay = match terms.is_fixed() {
            true => vec![terms.month_pay([], 0, 0, Money::ZERO); months.len()],
            false => {
                let member = Member::new(self, role, group);
                let lines: Vec<_> = terms.parts.iter().map(|part| member.part(part, profit)).collect();
                let mut pay: Vec<MonthPay<N>> = Vec::with_capacity(months.len());
                for t in months {
                    let inputs = terms.parts.iter().zip(&lines);
                    let inputs = inputs.map(|(part, line)| line.input(part, t as usize));
                    let debt = pay.last().map_or(Money::ZERO, |month| month.debt);
                    pay.push(terms.month_pay(inputs, t as usize, t - group.first, debt));
                }
                accrued = lines.into_iter().map(|line| line.accrued).collect();
                pay
            }
        };
        (GroupOutcome { heads: group.heads, first: group.first, pay }, accrued)
    }
}

/// What a group costs in a month.
#[derive(Clone, Copy)]
struct GroupCost<N> {
    salaries: Money<N>,
    variable: Money<N>,
    contributions: Money<N>,
    gross: Money<N>,
}

impl<N: Number> GroupCost<N> {
    fn of(pay: &MonthPay<N>, heads: Count<N>, contributions: Share<N>) -> Self {
        let loaded = Share::ONE + contributions;
        let gross = pay.paid * heads;
        let variable = (pay.earned - pay.salary) * heads;
        // What a guarantee adds does not come with sales: it is owed like a salary.
        Self {
            salaries: (gross - variable) * loaded,
            variable: variable * loaded,
            contributions: gross * contributions,
            gross,
        }
    }
}

impl<N: Number> PeopleOutcome<N> {
    /// Nobody.
    pub(super) fn none(months: usize) -> Self {
        let none = || vec![Money::ZERO; months];
        Self {
            roles: Vec::new(),
            salaries: none(),
            variable: none(),
            contributions: none(),
            gross: none(),
            sales_pay: none(),
            profit_pay: none(),
            winning_pay: none(),
            winning: WinningPay { fixed: Money::ZERO, variable: Money::ZERO },
            of_sales: SalesShares { revenue: Vec::new(), contribution: Vec::new(), new_sales: Vec::new() },
            winning_shares: WinningShares { revenue: Vec::new(), contribution: Vec::new() },
        }
    }

    fn add(&mut self, role: RoleOutcome<N>, contributions: Share<N>) {
        for group in &role.groups {
            let mut last: Option<(&MonthPay<N>, GroupCost<N>)> = None;
            for (t, pay) in (group.first as usize..).zip(&group.pay) {
                // Months that are paid alike cost the same.
                let cost = match last {
                    Some((before, cost)) if before.earned == pay.earned && before.paid == pay.paid => cost,
                    _ => GroupCost::of(pay, group.heads, contributions),
                };
                last = Some((pay, cost));
                self.salaries.add_at(t, cost.salaries);
                self.variable.add_at(t, cost.variable);
                self.contributions.add_at(t, cost.contributions);
                self.gross.add_at(t, cost.gross);
            }
        }
        self.roles.push(role);
    }

    /// A line of all roles together.
    fn sum_of(&self, line: fn(&RoleOutcome<N>) -> &[Money<N>]) -> Vec<Money<N>> {
        let mut sum = vec![Money::ZERO; self.salaries.len()];
        for role in &self.roles {
            let amounts = sum.iter_mut().zip(line(role)).filter(|(_, amount)| !amount.is_zero());
            amounts.for_each(|(sum, amount)| *sum += *amount);
        }
        sum
    }

    /// The share of the whole plan's revenue that goes to people.
    pub(super) fn share_of(&self, revenue: &[Money<N>]) -> Share<N> {
        (total(&self.salaries) + total(&self.variable)) / total(revenue)
    }
}
