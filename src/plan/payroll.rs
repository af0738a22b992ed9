//! What everybody is paid in each month: from the pay plans and the results they hang on.

use super::cash::{by_instalments, total};
use super::cohorts::Cohorts;
use super::given::Given;
use super::outcome::{GroupOutcome, PeopleOutcome, RoleOutcome};
use super::statement::Takings;
use super::team::{Demand, Group, Role, colleagues, load, productive};
use super::volumes::Volumes;
use crate::model::{Base, Counted, KpiMeasure};
use crate::number::{Count, Money, Number, Share};
use crate::pay::{KpiTerms, MonthPay, PartInput, PartTerms, PayTerms, productivity};
use core::cell::OnceCell;

/// What the company comes to before anybody is paid, by month.
pub(super) struct Company<'a, N> {
    pub given: &'a Given<N>,
    pub volumes: &'a Volumes<N>,
    pub takings: &'a Takings<N>,
    /// Marketing and fixed costs.
    pub other_costs: Vec<Money<N>>,
    pub demand: &'a Demand<N>,
    /// Whether every order is handled, and none is known.
    pub is_whole: bool,
    /// Whether besides every active client orders the same in every month.
    pub is_alike: bool,
}

/// Everybody's pay; those who share in profit after all others.
pub(super) fn payroll<N: Number>(roles: &[Role<'_, N>], company: &Company<'_, N>) -> PeopleOutcome<N> {
    let run = PayrollRun { roles, company, per_client: OnceCell::new(), first_orders: OnceCell::new() };
    let shares_profit = |terms: &PayTerms<N>| terms.parts.iter().any(|part| part.base == Base::Profit);
    let mut outcomes: Vec<Option<RoleOutcome<N>>> =
        roles.iter().map(|role| (!shares_profit(&role.terms.pay)).then(|| run.role(role, &[]))).collect();
    if outcomes.iter().any(Option::is_none) {
        let profit = run.profit_before(&outcomes);
        for (role, outcome) in roles.iter().zip(&mut outcomes) {
            outcome.get_or_insert_with(|| run.role(role, &profit));
        }
    }
    let mut all = PeopleOutcome::none(run.months());
    for (outcome, role) in outcomes.into_iter().flatten().zip(roles) {
        all.add(outcome, role.terms.pay.contributions);
    }
    all
}

/// Everybody's pay on its way.
struct PayrollRun<'a, N> {
    roles: &'a [Role<'a, N>],
    company: &'a Company<'a, N>,
    /// What one active client brings in each month, what new ones buy beside left out.
    per_client: OnceCell<Vec<Money<N>>>,
    /// What one new client buys first in each month.
    first_orders: OnceCell<Vec<Money<N>>>,
}

impl<'a, N: Number> PayrollRun<'a, N> {
    fn months(&self) -> usize {
        self.company.given.months as usize
    }

    /// Orders and cross-sells of the month, divided among all who are active in it: as the offer has them, but where
    /// people cannot handle all of them or it is known how many there were.
    fn per_client(&self) -> &[Money<N>] {
        let Company { given, volumes, takings, is_whole, is_alike, .. } = self.company;
        let in_month = |t: usize| match volumes.active_clients[t] {
            nobody if nobody.is_zero() => Money::ZERO,
            active => (takings.order_revenue[t] + takings.cross_sell_revenue[t]) / active,
        };
        self.per_client.get_or_init(|| match *is_whole && *is_alike {
            true => vec![given.client.month_revenue(given.rhythm.frequency()); self.months()],
            false => (0..self.months()).map(in_month).collect(),
        })
    }

    /// The first order and the cross-sells of one new client in each month: as the offer has them, but where people
    /// cannot handle all of them or it is known how many there were.
    fn first_orders(&self) -> &[Money<N>] {
        let Company { given, volumes, takings, demand, is_whole, .. } = self.company;
        let (order, cross_sell) = (given.client.order.net_price(), given.client.cross_sell_revenue());
        let with_orders = given.client.cross_sells_with_orders;
        let in_month = |t: usize| {
            let handled = match demand.orders[t] {
                none if none.is_zero() => Share::ONE,
                all => volumes.orders[t] / all,
            };
            // Cross-sells of one who orders, or of one who is active.
            let among = if with_orders { demand.orders[t] } else { volumes.active_clients[t] };
            let beside = match among {
                none if none.is_zero() => {
                    if with_orders {
                        cross_sell
                    } else {
                        Money::ZERO
                    }
                }
                all => takings.cross_sell_revenue[t] / all,
            };
            order * handled + beside
        };
        self.first_orders.get_or_init(|| match is_whole {
            true => vec![order + cross_sell; self.months()],
            false => (0..self.months()).map(in_month).collect(),
        })
    }

    /// Profit before the variable pay of those who share in it: the pay of all others and every salary paid.
    fn profit_before(&self, known: &[Option<RoleOutcome<N>>]) -> Vec<Money<N>> {
        let cost = |(role, known): (&Role<'_, N>, &Option<RoleOutcome<N>>), t: usize| {
            let terms = &role.terms.pay;
            let paid = match known {
                Some(outcome) => outcome.paid(t as u32),
                None => terms.salary * role.heads[t],
            };
            paid * (Share::ONE + terms.contributions)
        };
        let in_month = |t: usize| {
            let pay: Money<N> = self.roles.iter().zip(known).map(|of| cost(of, t)).sum();
            self.company.takings.contribution[t] - self.company.other_costs[t] - pay
        };
        (0..self.months()).map(in_month).collect()
    }

    fn role(&self, role: &Role<'_, N>, profit: &[Money<N>]) -> RoleOutcome<N> {
        let groups = role.terms.groups.iter().map(|group| self.group(role, group, profit)).collect();
        RoleOutcome { heads: role.heads.clone(), load: load(self.roles, role, self.company.demand), groups }
    }

    fn group(&self, role: &Role<'_, N>, group: &Group<N>, profit: &[Money<N>]) -> GroupOutcome<N> {
        let (terms, months) = (&role.terms.pay, group.months(self.company.given.months));
        let pay = match terms.is_fixed() {
            true => vec![terms.month_pay([], 0, 0, Money::ZERO); months.len()],
            false => {
                let member = Member { run: self, role, group, share: OnceCell::new() };
                let lines: Vec<_> = terms.parts.iter().map(|part| member.part(part, profit)).collect();
                let mut pay: Vec<MonthPay<N>> = Vec::with_capacity(months.len());
                for t in months {
                    let inputs = terms.parts.iter().zip(&lines);
                    let inputs = inputs.map(|(part, line)| line.input(part, t as usize));
                    let debt = pay.last().map_or(Money::ZERO, |month| month.debt);
                    pay.push(terms.month_pay(inputs, t as usize, t - group.first, debt));
                }
                pay
            }
        };
        GroupOutcome { heads: group.heads, first: group.first, pay }
    }
}

/// One person of a group of a role.
struct Member<'a, N> {
    run: &'a PayrollRun<'a, N>,
    role: &'a Role<'a, N>,
    group: &'a Group<N>,
    share: OnceCell<Vec<Share<N>>>,
}

impl<N: Number> Member<'_, N> {
    /// What a part of the pay is worked out from.
    fn part(&self, part: &PartTerms<N>, profit: &[Money<N>]) -> PartLines<N> {
        let takings = self.run.company.takings;
        let base = match part.base {
            Base::NewSales => self.new_sales(),
            Base::Turnover => takings.revenue.clone(),
            Base::Portfolio => self.portfolio(),
            Base::Contribution => takings.contribution.clone(),
            Base::Profit => profit.to_vec(),
            Base::Kpi => Vec::new(),
        };
        let base = match part.counted {
            // Profit is not what clients pay: of it there is but one.
            Counted::Collected if part.base != Base::Profit => {
                by_instalments(&base, &self.run.company.given.timing.receipts)
            }
            _ => base,
        };
        let kpis = part.kpis.iter().map(|kpi| self.measured(kpi.measure)).collect();
        PartLines { base, kpis }
    }

    /// What the person has of what a KPI measures, by month; empty for what the plan does not know.
    fn measured(&self, measure: KpiMeasure) -> Vec<N> {
        let (volumes, takings) = (self.run.company.volumes, self.run.company.takings);
        let counts = |counts: &[Count<N>]| self.own(counts).into_iter().map(|count| count.0).collect();
        let money = |amounts: Vec<Money<N>>| amounts.into_iter().map(|amount| amount.0).collect();
        match measure {
            KpiMeasure::Entered => Vec::new(),
            KpiMeasure::Leads => counts(&volumes.leads),
            KpiMeasure::NewClients => counts(&volumes.new_clients),
            KpiMeasure::Orders => counts(&volumes.orders),
            KpiMeasure::NewSales => money(self.new_sales()),
            KpiMeasure::Portfolio => money(self.portfolio()),
            KpiMeasure::Turnover => money(takings.revenue.clone()),
            KpiMeasure::Contribution => money(takings.contribution.clone()),
        }
    }

    /// The share of what comes to a process that the person has, by month: as productive as they are among all
    /// of the process.
    fn share(&self) -> &[Share<N>] {
        self.share.get_or_init(|| {
            let mut line = vec![Share::ZERO; self.run.months()];
            for t in self.group.months(self.run.company.given.months) {
                let own = productivity(self.role.terms.ramp, t - self.group.first);
                let all = productive(self.run.roles, self.role, t as usize);
                line[t as usize] = if all.is_zero() { Share::ZERO } else { own / Share(all.0) };
            }
            line
        })
    }

    /// The person's part of counts.
    fn own(&self, counts: &[Count<N>]) -> Vec<Count<N>> {
        counts.iter().zip(self.share()).map(|(count, share)| *count * *share).collect()
    }

    /// What the person's new clients buy first: their first orders and cross-sells of that month, and what they buy
    /// beside with the first order.
    fn new_sales(&self) -> Vec<Money<N>> {
        let Company { volumes, takings, .. } = self.run.company;
        let (first, share) = (self.run.first_orders(), self.share());
        let sales = |t: usize| volumes.new_clients[t] * first[t] + takings.upsell_revenue[t];
        (0..self.run.months())
            .map(|t| if share[t].is_zero() { Money::ZERO } else { sales(t) * share[t] })
            .collect()
    }

    /// Revenue of the clients that the person keeps, with what they buy beside: of those won, for who wins clients;
    /// an equal part of all, for who is given them to keep.
    fn portfolio(&self) -> Vec<Money<N>> {
        let (takings, share) = (self.run.company.takings, self.share());
        if !self.role.terms.wins_clients() {
            return takings.revenue.iter().zip(share).map(|(revenue, share)| *revenue * *share).collect();
        }
        let (per_client, kept) = (self.run.per_client(), self.won());
        let revenue = |t: usize| kept[t] * per_client[t] + takings.upsell_revenue[t] * share[t];
        (0..self.run.months()).map(revenue).collect()
    }

    /// Clients that the person has won and who are still there, with an equal part of those of colleagues who
    /// have left, and of those who were there at the beginning: clients move to who is there.
    fn won(&self) -> Vec<Count<N>> {
        let (run, months) = (self.run, self.run.company.given.months);
        let colleagues = || colleagues(run.roles, self.role);
        // Those who were there at the beginning belong to nobody, as those of people who have left.
        let mut left = run.company.volumes.opening_clients.clone();
        for role in colleagues() {
            for group in &role.terms.groups {
                let Some(last) = group.last else { continue };
                let won = Member { run, role, group, share: OnceCell::new() }.won_alone();
                for t in last.saturating_add(1) as usize..run.months() {
                    left[t] += won[t] * Share(group.heads.0);
                }
            }
        }
        let mut kept = self.won_alone();
        for t in self.group.months(months).map(|t| t as usize) {
            let heads = colleagues().map(|other| other.heads[t]).sum::<Count<N>>();
            if !left[t].is_zero() && !heads.is_zero() {
                kept[t] += left[t] / Share(heads.0);
            }
        }
        kept
    }

    fn won_alone(&self) -> Vec<Count<N>> {
        let company = self.run.company;
        Cohorts::active(&company.given.staying, &self.own(&company.volumes.new_clients))
    }
}

/// What a part of pay is worked out from, by month.
struct PartLines<N> {
    base: Vec<Money<N>>,
    kpis: Vec<Vec<N>>,
}

impl<N: Number> PartLines<N> {
    fn input(&self, part: &PartTerms<N>, t: usize) -> PartInput<N> {
        let base = self.base.get(t).copied().unwrap_or(Money::ZERO);
        let attainment = |(kpi, line): (&KpiTerms<N>, &Vec<N>)| match line.get(t) {
            None => kpi.attainment,
            Some(measured) => kpi.reached(*measured),
        };
        PartInput {
            base,
            whole: part.target.unwrap_or(base.most(Money::ZERO)),
            attainments: part.kpis.iter().zip(&self.kpis).map(attainment).collect(),
        }
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
    fn none(months: usize) -> Self {
        let none = || vec![Money::ZERO; months];
        Self { roles: Vec::new(), salaries: none(), variable: none(), contributions: none(), gross: none() }
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
                self.salaries[t] += cost.salaries;
                self.variable[t] += cost.variable;
                self.contributions[t] += cost.contributions;
                self.gross[t] += cost.gross;
            }
        }
        self.roles.push(role);
    }

    /// The share of the whole plan's revenue that goes to people.
    pub(super) fn share_of(&self, revenue: &[Money<N>]) -> Share<N> {
        (total(&self.salaries) + total(&self.variable)) / total(revenue)
    }

    /// Pay of those who win clients with contributions, over the plan.
    pub(super) fn winning_cost(&self, given: &Given<N>) -> Money<N> {
        let each = given.roles.iter().zip(&self.roles).filter(|(terms, _)| terms.wins_clients());
        each.map(|(terms, role)| role.cost(terms.pay.contributions)).sum()
    }
}
