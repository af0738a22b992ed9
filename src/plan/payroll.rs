//! What everybody is paid in each month: from the pay plans and the results they hang on.

use super::cash::{by_instalments, total};
use super::flow::active_clients;
use super::inputs;
use super::lag::Lag;
use super::outcome::{GroupOutcome, PeopleOutcome, RoleOutcome};
use super::team::{Demand, Group, Role, colleagues, load, productive};
use crate::model::{Base, Counted, KpiMeasure, Model, Process};
use crate::number::{Count, Money, Number, Share};
use crate::pay::{KpiTerms, LineInput, PartTerms, PayTerms, Slip, pay_terms, productivity};

/// What the company comes to before anybody is paid, by month.
pub(super) struct Company<'a, N> {
    pub revenue: &'a [Money<N>],
    pub contribution: &'a [Money<N>],
    /// What new clients bring in their first month.
    pub new_sales: Vec<Money<N>>,
    /// What clients bring with each month, what new ones buy beside left out.
    pub recurring: Vec<Money<N>>,
    pub leads: &'a [Count<N>],
    pub new_clients: &'a [Count<N>],
    pub active_clients: &'a [Count<N>],
    pub orders: &'a [Count<N>],
    /// Share of clients still there at each age.
    pub survival: Vec<Share<N>>,
    /// When clients pay.
    pub receipts: &'a [(Share<N>, Lag<N>)],
    /// Marketing and fixed costs.
    pub other_costs: Vec<Money<N>>,
    pub demand: Demand<N>,
}

/// Everybody's pay.
pub(super) fn payroll<N: Number>(
    model: &Model,
    roles: &[Role<'_, N>],
    company: &Company<'_, N>,
) -> PeopleOutcome<N> {
    let terms: Vec<_> = roles.iter().map(|role| pay_terms(model, role.person)).collect();
    let shares_profit = |terms: &PayTerms<N>| terms.parts.iter().any(|part| part.base == Base::Profit);
    let months = company.revenue.len();
    let office = Office { roles, company, months };
    let mut outcomes: Vec<Option<RoleOutcome<N>>> = roles
        .iter()
        .zip(&terms)
        .map(|(role, terms)| (!shares_profit(terms)).then(|| office.role(role, terms, &[])))
        .collect();
    if outcomes.iter().any(Option::is_none) {
        let profit = office.profit_before(&outcomes, &terms);
        for (at, outcome) in outcomes.iter_mut().enumerate() {
            outcome.get_or_insert_with(|| office.role(&roles[at], &terms[at], &profit));
        }
    }
    let mut all = PeopleOutcome::none(months);
    for (role, terms) in outcomes.into_iter().flatten().zip(&terms) {
        all.add(role, terms.contributions);
    }
    all
}

/// Where pay is reckoned.
struct Office<'a, N> {
    roles: &'a [Role<'a, N>],
    company: &'a Company<'a, N>,
    months: usize,
}

impl<N: Number> Office<'_, N> {
    /// Profit before the variable pay of those who share in it: the pay of all others and every salary paid.
    fn profit_before(&self, known: &[Option<RoleOutcome<N>>], terms: &[PayTerms<N>]) -> Vec<Money<N>> {
        let cost = |at: usize, t: usize| match &known[at] {
            Some(role) => role.paid(t as u32) * (Share::ONE + terms[at].contributions),
            None => terms[at].salary * self.roles[at].heads[t] * (Share::ONE + terms[at].contributions),
        };
        let in_month = |t: usize| {
            let pay: Money<N> = (0..self.roles.len()).map(|at| cost(at, t)).sum();
            self.company.contribution[t] - self.company.other_costs[t] - pay
        };
        (0..self.months).map(in_month).collect()
    }

    fn role(&self, role: &Role<'_, N>, terms: &PayTerms<N>, profit: &[Money<N>]) -> RoleOutcome<N> {
        let groups = role.groups.iter().map(|group| self.group(role, group, terms, profit)).collect();
        RoleOutcome {
            id: role.person.id.clone(),
            heads: role.heads.clone(),
            load: load(self.roles, role, &self.company.demand),
            groups,
        }
    }

    fn group(
        &self,
        role: &Role<'_, N>,
        group: &Group<N>,
        terms: &PayTerms<N>,
        profit: &[Money<N>],
    ) -> GroupOutcome<N> {
        let last = group.last.map_or(self.months, |last| (last as usize).saturating_add(1)).min(self.months);
        let lines: Vec<_> = terms.parts.iter().map(|part| self.part(role, group, part, profit)).collect();
        let mut slips: Vec<Slip<N>> = Vec::new();
        for t in group.first as usize..last {
            let inputs = terms.parts.iter().zip(&lines).map(|(part, line)| line.input(part, t)).collect();
            let worked = slips.len() as u32;
            let debt = slips.last().map_or(Money::ZERO, |slip| slip.debt);
            slips.push(terms.slip(inputs, t, worked, debt));
        }
        GroupOutcome { heads: group.heads, first: group.first, slips }
    }

    /// What a part of the pay of one person of a group is reckoned on.
    fn part(
        &self,
        role: &Role<'_, N>,
        group: &Group<N>,
        part: &PartTerms<N>,
        profit: &[Money<N>],
    ) -> PartLines<N> {
        let base = match part.base {
            Base::NewSales => self.new_sales(role, group),
            Base::Turnover => self.company.revenue.to_vec(),
            Base::Portfolio => self.portfolio(role, group),
            Base::Contribution => self.company.contribution.to_vec(),
            Base::Profit => profit.to_vec(),
            Base::Kpi => Vec::new(),
        };
        // Profit is not what clients pay: of it there is but one.
        let base = match part.counted {
            _ if part.base == Base::Profit => base,
            Counted::Accrued => base,
            Counted::Collected => by_instalments(&base, self.company.receipts),
        };
        let kpis = part.kpis.iter().map(|kpi| self.measured(role, group, kpi.measure)).collect();
        PartLines { base, kpis }
    }

    /// What one person of a group has of what a KPI measures, by month; empty for what the plan does not know.
    fn measured(&self, role: &Role<'_, N>, group: &Group<N>, measure: KpiMeasure) -> Vec<N> {
        let counts = |counts: &[Count<N>]| {
            let of_one = self.of_one(role, group);
            counts.iter().zip(of_one).map(|(count, share)| (*count * share).0).collect()
        };
        let money = |amounts: Vec<Money<N>>| amounts.into_iter().map(|amount| amount.0).collect();
        match measure {
            KpiMeasure::Entered => Vec::new(),
            KpiMeasure::Leads => counts(self.company.leads),
            KpiMeasure::NewClients => counts(self.company.new_clients),
            KpiMeasure::Orders => counts(self.company.orders),
            KpiMeasure::NewSales => money(self.new_sales(role, group)),
            KpiMeasure::Portfolio => money(self.portfolio(role, group)),
            KpiMeasure::Turnover => money(self.company.revenue.to_vec()),
            KpiMeasure::Contribution => money(self.company.contribution.to_vec()),
        }
    }

    /// The share of what comes to a process that one person of a group has, by month: as productive as they
    /// are among all of the process.
    fn of_one(&self, role: &Role<'_, N>, group: &Group<N>) -> Vec<Share<N>> {
        let share = |t: usize| {
            if !group.is_on(t as u32) {
                return Share::ZERO;
            }
            let own = productivity(role.person.ramp, t as u32 - group.first);
            match productive(self.roles, role, t) {
                nobody if nobody == Count::ZERO => Share::ZERO,
                all => own / Share(all.0),
            }
        };
        (0..self.months).map(share).collect()
    }

    fn new_sales(&self, role: &Role<'_, N>, group: &Group<N>) -> Vec<Money<N>> {
        let of_one = self.of_one(role, group);
        self.company.new_sales.iter().zip(of_one).map(|(sales, share)| *sales * share).collect()
    }

    /// Revenue of the clients that one person of a group keeps: of those won, for who wins clients; an equal
    /// part of all, for who is given them to keep.
    fn portfolio(&self, role: &Role<'_, N>, group: &Group<N>) -> Vec<Money<N>> {
        let company = self.company;
        let kept: Vec<Count<N>> = match inputs::wins_clients(role.person.process) {
            true => self.won(role, group),
            false => company
                .active_clients
                .iter()
                .zip(self.of_one(role, group))
                .map(|(all, one)| *all * one)
                .collect(),
        };
        let revenue = |t: usize| match company.active_clients[t] {
            all if all == Count::ZERO => Money::ZERO,
            all => company.recurring[t] * kept[t] / all,
        };
        (0..self.months).map(revenue).collect()
    }

    /// Clients that one person of a group has won and who are still there, with an equal part of those of
    /// colleagues who have left: clients move to who is there.
    fn won(&self, role: &Role<'_, N>, group: &Group<N>) -> Vec<Count<N>> {
        let own = self.won_alone(role, group);
        let colleagues = || colleagues(self.roles, role);
        let mut left = vec![Count::ZERO; self.months];
        for other in colleagues() {
            for gone in other.groups.iter().filter(|gone| gone.last.is_some()) {
                let won = self.won_alone(other, gone);
                let behind = (0..self.months).filter(|t| gone.last.is_some_and(|last| *t as u32 > last));
                behind.for_each(|t| left[t] += won[t] * Share(gone.heads.0));
            }
        }
        let heads = |t: usize| colleagues().map(|other| other.heads[t]).sum::<Count<N>>();
        let all = |t: usize| match (left[t], heads(t)) {
            (none, _) | (_, none) if none == Count::ZERO || !group.is_on(t as u32) => own[t],
            (left, heads) => own[t] + left / Share(heads.0),
        };
        (0..self.months).map(all).collect()
    }

    fn won_alone(&self, role: &Role<'_, N>, group: &Group<N>) -> Vec<Count<N>> {
        let of_one = self.of_one(role, group);
        let won: Vec<_> =
            self.company.new_clients.iter().zip(of_one).map(|(new, share)| *new * share).collect();
        active_clients(&won, &self.company.survival)
    }
}

/// What a part of pay is reckoned on, by month.
struct PartLines<N> {
    base: Vec<Money<N>>,
    kpis: Vec<Vec<N>>,
}

impl<N: Number> PartLines<N> {
    fn input(&self, part: &PartTerms<N>, t: usize) -> LineInput<N> {
        let base = self.base.get(t).copied().unwrap_or(Money::ZERO);
        let attainment = |(kpi, line): (&KpiTerms<N>, &Vec<N>)| match line.get(t) {
            None => kpi.attainment,
            Some(measured) => kpi.reached(*measured),
        };
        LineInput {
            base,
            whole: part.target.unwrap_or(base.most(Money::ZERO)),
            attainments: part.kpis.iter().zip(&self.kpis).map(attainment).collect(),
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
            for (t, slip) in (group.first as usize..).zip(&group.slips) {
                let loaded = Share::ONE + contributions;
                let (earned, paid) = (slip.earned * group.heads, slip.paid * group.heads);
                let variable = earned - slip.salary * group.heads;
                // What a guarantee adds does not come with sales: it is owed like a salary.
                self.salaries[t] += (paid - variable) * loaded;
                self.variable[t] += variable * loaded;
                self.contributions[t] += paid * contributions;
                self.gross[t] += paid;
            }
        }
        self.roles.push(role);
    }

    /// The share of the whole plan's revenue that goes to people.
    pub(super) fn share_of(&self, revenue: &[Money<N>]) -> Share<N> {
        (total(&self.salaries) + total(&self.variable)) / total(revenue)
    }

    /// Everybody's pay of some processes with contributions, over the plan.
    pub(super) fn cost_of(&self, model: &Model, of: impl Fn(Process) -> bool) -> Money<N> {
        let each = model.people.iter().zip(&self.roles).filter(|(person, _)| of(person.process));
        each.map(|(person, role)| role.cost(person.contributions.as_share())).sum()
    }
}
