//! One person among colleagues: what of the company's results the person's pay is worked out from, month by month.

use super::by_month::ByMonth;
use super::cash::by_instalments;
use super::cohorts::Cohorts;
use super::company::Company;
use super::team::{Group, Role, colleagues, heads, productive, unattended};
use crate::model::{Base, Counted, KpiMeasure};
use crate::number::{Count, Money, Number, Share};
use crate::pay::{KpiTerms, PartInput, PartTerms, productivity};
use core::cell::OnceCell;

/// One person of a group of a role.
pub(super) struct Member<'a, N> {
    company: &'a Company<'a, N>,
    role: &'a Role<'a, N>,
    group: &'a Group<N>,
    share: OnceCell<Vec<Share<N>>>,
}

impl<'a, N: Number> Member<'a, N> {
    pub fn new(company: &'a Company<'a, N>, role: &'a Role<'a, N>, group: &'a Group<N>) -> Self {
        Self { company, role, group, share: OnceCell::new() }
    }

    /// What a part of the pay is worked out from.
    pub fn part(&self, part: &PartTerms<N>, profit: &[Money<N>]) -> PartLines<N> {
        let takings = self.company.takings;
        let base = match part.base {
            Base::NewSales => self.new_sales(),
            Base::Turnover => takings.revenue.clone(),
            Base::Portfolio => self.portfolio(),
            Base::Contribution => takings.contribution.clone(),
            Base::Profit => profit.to_vec(),
            Base::Kpi => Vec::new(),
        };
        let kpis = part.kpis.iter().map(|kpi| self.measured(kpi.measure)).collect();
        match part.counted {
            // Profit is not what clients pay: of it there is but one.
            Counted::Collected if part.base != Base::Profit => {
                let paid = by_instalments(&base, &self.company.given.timing.receipts);
                PartLines { base: paid, accrued: Some(base), kpis }
            }
            _ => PartLines { base, accrued: None, kpis },
        }
    }

    /// What the person has of what a KPI measures, by month; empty for what the plan does not know.
    fn measured(&self, measure: KpiMeasure) -> Vec<N> {
        let (volumes, takings) = (self.company.volumes, self.company.takings);
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
            let mut line = vec![Share::ZERO; self.company.months()];
            let all = productive(self.company.roles, self.role);
            let months = self.group.months(self.company.given.months);
            for (t, share) in months.clone().zip(line.iter_mut().skip(months.start as usize)) {
                let own = productivity(self.role.terms.ramp, t - self.group.first);
                let all = all.at(t as usize);
                *share = if all.is_zero() { Share::ZERO } else { own / Share(all.0) };
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
        let share = self.share();
        let sales = self.company.sold().new_sales.iter().zip(share);
        sales.map(|(all, share)| if share.is_zero() { Money::ZERO } else { *all * *share }).collect()
    }

    /// Revenue of the clients that the person keeps, with what they buy beside: of those won, for who wins clients;
    /// an equal part of all, for who is given them to keep.
    fn portfolio(&self) -> Vec<Money<N>> {
        let (takings, share) = (self.company.takings, self.share());
        if !self.role.terms.wins_clients() {
            return takings.revenue.iter().zip(share).map(|(revenue, share)| *revenue * *share).collect();
        }
        let (per_client, kept) = (self.company.per_client(), self.won());
        let revenue = |t: usize| kept.at(t) * per_client.at(t) + takings.upsell_revenue.at(t) * share.at(t);
        (0..self.company.months()).map(revenue).collect()
    }

    /// Clients that the person has won and who are still there, with an equal part of those of colleagues who
    /// have left, and of those who were there at the beginning: clients move to who is there.
    fn won(&self) -> Vec<Count<N>> {
        let roles = self.company.roles;
        let left = unattended(roles, self.role, || self.unattended());
        let heads = heads(roles, self.role);
        let mut kept = self.won_alone();
        for t in self.group.months(self.company.given.months).map(|t| t as usize) {
            if !left.at(t).is_zero() && !heads.at(t).is_zero() {
                kept.add_at(t, left.at(t) / Share(heads.at(t).0));
            }
        }
        kept
    }

    /// Clients of those of the person's colleagues who have left, and those who were there at the beginning: they belong
    /// to nobody.
    fn unattended(&self) -> Vec<Count<N>> {
        let company = self.company;
        let mut left = company.volumes.opening_clients.clone();
        for role in colleagues(company.roles, self.role) {
            for group in &role.terms.groups {
                let Some(last) = group.last else { continue };
                let won = Member::new(company, role, group).won_alone();
                for t in last.saturating_add(1) as usize..company.months() {
                    left.add_at(t, won.at(t) * Share(group.heads.0));
                }
            }
        }
        left
    }

    fn won_alone(&self) -> Vec<Count<N>> {
        let company = self.company;
        Cohorts::active(&company.given.staying, &self.own(&company.volumes.new_clients))
    }
}

/// What a part of pay is worked out from, by month.
pub(super) struct PartLines<N> {
    base: Vec<Money<N>>,
    /// What was sold, where the base is what of it clients have paid.
    pub accrued: Option<Vec<Money<N>>>,
    kpis: Vec<Vec<N>>,
}

impl<N: Number> PartLines<N> {
    pub fn input(&self, part: &PartTerms<N>, t: usize) -> PartInput<N> {
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
