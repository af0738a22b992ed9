//! Both sides of pay on one axis: what each role is paid and what the owner keeps, if sales of a month were
//! less or more than planned.

use super::quota::Quota;
use crate::model::{Base, KpiMeasure, Model};
use crate::number::{Decimal, Exact, Money, Share};
use crate::pay::{Moment, MonthPay, PayTerms};
use crate::plan::{GroupOutcome, Outcome, RoleOutcome, TaxRule, tax_rule};

/// A month with its sales at one attainment of the plan: who gets what of the revenue. All parts together are
/// the revenue.
#[derive(Clone, Debug, PartialEq)]
pub struct SidePoint {
    /// Sales as a share of the plan's.
    pub attainment: Share<Exact>,
    /// Revenue.
    pub revenue: Money<Exact>,
    /// What suppliers, platforms and clients' costs take.
    pub variable_costs: Money<Exact>,
    /// Marketing and fixed costs: the same whatever is sold.
    pub unmoved: Money<Exact>,
    /// What each role is paid, all its people together, before income tax.
    pub pay: Vec<Money<Exact>>,
    /// Contributions on pay.
    pub contributions: Money<Exact>,
    /// Tax.
    pub tax: Money<Exact>,
    /// What is left to the owner.
    pub owner: Money<Exact>,
}

/// What one rouble more, or many, bring to each side.
pub type Difference = SidePoint;

impl SidePoint {
    /// What is different from another attainment; `attainment` is how much further this one is.
    pub fn less(&self, other: &SidePoint) -> Difference {
        SidePoint {
            attainment: self.attainment - other.attainment,
            revenue: self.revenue - other.revenue,
            variable_costs: self.variable_costs - other.variable_costs,
            unmoved: self.unmoved - other.unmoved,
            pay: self.pay.iter().zip(&other.pay).map(|(own, other)| *own - *other).collect(),
            contributions: self.contributions - other.contributions,
            tax: self.tax - other.tax,
            owner: self.owner - other.owner,
        }
    }

    /// What all roles are paid.
    pub fn all_pay(&self) -> Money<Exact> {
        self.pay.iter().copied().sum()
    }
}

/// A month that can be looked at with other sales.
pub struct Sides<'a> {
    outcome: &'a Outcome,
    terms: Vec<PayTerms<Exact>>,
    tax: TaxRule<Exact>,
    month: u32,
}

impl<'a> Sides<'a> {
    /// A month of the plan; the last where there is none so late.
    pub fn new(model: &'a Model, outcome: &'a Outcome, month: u32) -> Self {
        Self {
            outcome,
            terms: model.people.iter().map(|person| PayTerms::read(model, person)).collect(),
            tax: tax_rule(model),
            month: month.min(outcome.months().saturating_sub(1)),
        }
    }

    /// Who gets what at an attainment.
    pub fn at(&self, attainment: Share<Exact>) -> SidePoint {
        let [revenue, variable_costs, unmoved] = self.before_pay(attainment);
        let profit = revenue - variable_costs - unmoved;
        let pay = self.pay(attainment, profit);
        let contributions = pay.iter().zip(&self.terms).map(|(pay, terms)| *pay * terms.contributions).sum();
        let operating = profit - pay.iter().copied().sum() - contributions;
        let tax = self.tax.tax(revenue, operating);
        let owner = operating - tax;
        SidePoint { attainment, revenue, variable_costs, unmoved, pay, contributions, tax, owner }
    }

    /// Revenue, variable costs, and what does not move with sales.
    fn before_pay(&self, attainment: Share<Exact>) -> [Money<Exact>; 3] {
        let (t, lines) = (self.month as usize, &self.outcome.statement);
        let of = |line: &[Money<Exact>]| line.get(t).copied().unwrap_or(Money::ZERO);
        let unmoved = of(&lines.marketing) + of(&lines.fixed_costs);
        [of(&lines.revenue) * attainment, of(&lines.variable_costs) * attainment, unmoved]
    }

    /// What each role is paid; those who share in profit after all others.
    fn pay(&self, attainment: Share<Exact>, before_pay: Money<Exact>) -> Vec<Money<Exact>> {
        let mut pay = self.pay_before_profit(attainment);
        let profit = self.shared_profit(&pay, before_pay);
        for (at, pay) in pay.iter_mut().enumerate().filter(|(at, _)| self.shares_profit(*at)) {
            *pay = self.role_pay(at, attainment, Some(profit));
        }
        pay
    }

    fn shares_profit(&self, at: usize) -> bool {
        self.terms.get(at).is_some_and(|terms| terms.parts.iter().any(|part| part.base == Base::Profit))
    }

    /// What each role is paid, of those who share in profit their salaries alone.
    fn pay_before_profit(&self, attainment: Share<Exact>) -> Vec<Money<Exact>> {
        let role = |at: usize| match self.shares_profit(at) {
            true => self.salaries(at),
            false => self.role_pay(at, attainment, None),
        };
        (0..self.terms.len()).map(role).collect()
    }

    /// The profit that is shared, after so much pay.
    fn shared_profit(&self, pay: &[Money<Exact>], before_pay: Money<Exact>) -> Money<Exact> {
        let loaded =
            pay.iter().zip(&self.terms).map(|(pay, terms)| *pay * (Share::ONE + terms.contributions));
        before_pay - loaded.sum()
    }

    fn role(&self, at: usize) -> Option<&RoleOutcome<Exact>> {
        self.outcome.people.roles.get(at)
    }

    fn salaries(&self, at: usize) -> Money<Exact> {
        let groups = self.role(at).into_iter().flat_map(|role| &role.groups);
        groups.filter_map(|group| group.pay_in(self.month).map(|pay| pay.salary * group.heads)).sum()
    }

    fn role_pay(&self, at: usize, attainment: Share<Exact>, profit: Option<Money<Exact>>) -> Money<Exact> {
        let groups = self.role(at).into_iter().flat_map(|role| &role.groups);
        let paid = |group: &GroupOutcome<Exact>| {
            self.pay_at(at, group, attainment, profit).map(|pay| pay.paid * group.heads)
        };
        groups.filter_map(paid).sum()
    }

    fn pay_at(
        &self,
        at: usize,
        group: &GroupOutcome<Exact>,
        attainment: Share<Exact>,
        profit: Option<Money<Exact>>,
    ) -> Option<MonthPay<Exact>> {
        let worked = self.month.checked_sub(group.first)?;
        let before = worked.checked_sub(1).and_then(|before| group.pay.get(before as usize));
        let moment =
            Moment { month: self.month as usize, worked, debt: before.map_or(Money::ZERO, |pay| pay.debt) };
        Some(self.terms.get(at)?.month_pay_at(group.pay_in(self.month)?, attainment, profit, moment))
    }

    /// What one of the first people of a role who are there is paid at an attainment.
    pub fn one(&self, at: usize, attainment: Share<Exact>) -> Option<Money<Exact>> {
        self.pay_of_one(at, attainment).map(|pay| pay.paid)
    }

    /// The month's pay of one of the first people of a role who are there, at an attainment.
    pub fn pay_of_one(&self, at: usize, attainment: Share<Exact>) -> Option<MonthPay<Exact>> {
        let groups = &self.role(at)?.groups;
        let group = groups.iter().find(|group| group.pay_in(self.month).is_some())?;
        let profit = self.shares_profit(at).then(|| {
            let [revenue, variable_costs, unmoved] = self.before_pay(attainment);
            self.shared_profit(&self.pay_before_profit(attainment), revenue - variable_costs - unmoved)
        });
        self.pay_at(at, group, attainment, profit)
    }

    /// The terms of a role.
    pub fn terms(&self, at: usize) -> Option<&PayTerms<Exact>> {
        self.terms.get(at)
    }

    /// The quota of one person of a role in the month.
    pub fn quota(&self, at: usize) -> Option<Quota> {
        Quota::of(&self.terms.get(at)?.parts, &self.pay_of_one(at, Share::ONE)?)
    }

    /// The attainments at which to look: every `step` from nothing to `most`, and on both sides of each
    /// threshold of a tier or a step.
    pub fn attainments(&self, step: Decimal, most: Decimal) -> Vec<Share<Exact>> {
        let mut all: Vec<Decimal> = Vec::new();
        let mut next = Decimal::ZERO;
        while next <= most && all.len() < 1000 {
            all.push(next);
            next += step.max(Decimal::new(1, 3));
        }
        for threshold in (0..self.terms.len()).flat_map(|at| self.thresholds(at)) {
            if let Ok(own) = threshold.0.decimal()
                && own > Decimal::ZERO
                && own <= most
            {
                all.extend([own - just_below(), own]);
            }
        }
        all.sort();
        all.dedup();
        all.into_iter().map(|own| Share(Exact::Value(own))).collect()
    }

    /// The attainments of sales at which a rate or a coefficient of a role changes.
    fn thresholds(&self, at: usize) -> Vec<Share<Exact>> {
        let groups = self.role(at).into_iter().flat_map(|role| &role.groups);
        let paid = groups.filter_map(|group| group.pay_in(self.month));
        let terms = self.terms.get(at);
        paid.flat_map(|pay| terms.map(|terms| terms.thresholds(pay)).into_iter().flatten()).collect()
    }
}

/// How far before a threshold its near side is looked at.
pub fn just_below() -> Decimal {
    Decimal::new(1, 9)
}

impl PayTerms<Exact> {
    /// The attainments of sales at which a rate or a coefficient changes in a month.
    pub(super) fn thresholds(&self, pay: &MonthPay<Exact>) -> Vec<Share<Exact>> {
        let mut all = Vec::new();
        for (part, line) in self.parts.iter().zip(&pay.lines) {
            let whole = line.input.whole / line.input.base;
            all.extend(part.rates.tiers.iter().map(|(from, _)| *from * whole));
            for (kpi, attainment) in part.kpis.iter().zip(&line.input.attainments) {
                if kpi.measure != KpiMeasure::Entered {
                    all.extend(kpi.steps().iter().map(|(from, _)| *from / *attainment));
                }
            }
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Channel, Estimate, Person, RetentionKind};
    use crate::model::{PayPart, Tier};
    use crate::plan::evaluate;

    fn money(whole: i64) -> Money<Exact> {
        Money(Exact::Value(Decimal::from(whole)))
    }

    fn per_cent(n: i64) -> Share<Exact> {
        Share(Exact::Value(Decimal::new(n, 2)))
    }

    /// Sales of 1 000 a month, 400 of them costs; a role without contributions paid so.
    fn sold_for(parts: Vec<PayPart>) -> Model {
        let mut model = Model::default();
        model.offer.price = Estimate::guess(100);
        model.offer.unit_cost = Estimate::guess(40);
        model.offer.retention.kind = RetentionKind::Once;
        model.channels = vec![Channel { most_leads: Some(Estimate::guess(10)), ..Channel::default() }];
        let mut person =
            Person { salary: Estimate::guess(50), contributions: Estimate::share(0), ..Person::default() };
        person.pay.parts = parts;
        model.people = vec![person];
        model
    }

    fn part(base: Base, rate: i64) -> PayPart {
        PayPart { base, rate: Estimate::share(rate), ..PayPart::default() }
    }

    #[test]
    fn a_third_more_sales_are_shared_out() {
        let model = sold_for(vec![part(Base::Turnover, 10), part(Base::Profit, 20)]);
        let outcome = evaluate(&model);
        let sides = Sides::new(&model, &outcome, 5);
        // 600 − 50 = 550 of profit, 20 % of it; and 100 of turnover.
        assert_eq!(sides.at(Share::ONE).pay, [money(50 + 100 + 110)]);
        let more = sides.at(per_cent(130)).less(&sides.at(Share::ONE));
        assert_eq!((more.revenue, more.variable_costs), (money(300), money(120)));
        // 30 of turnover and 36 of 180 more profit.
        assert_eq!((more.all_pay(), more.owner), (money(66), money(114)));
        assert_eq!(sides.one(0, per_cent(130)), Some(money(50 + 130 + 146)));
    }

    #[test]
    fn thresholds_are_looked_at_from_both_sides() {
        let tiers = vec![Tier { from: Estimate::share(120), rate: Estimate::share(5), ..Tier::default() }];
        let target = Some(Estimate::guess(900));
        let model = sold_for(vec![PayPart { tiers, target, ..part(Base::Turnover, 10) }]);
        let outcome = evaluate(&model);
        let sides = Sides::new(&model, &outcome, 0);
        let all = sides.attainments(Decimal::new(5, 1), Decimal::from(2));
        // 120 % of 900 are 108 % of the 1 000 planned.
        let near = per_cent(108) - Share(Exact::Value(just_below()));
        let expected =
            [per_cent(0), per_cent(50), per_cent(100), near, per_cent(108), per_cent(150), per_cent(200)];
        assert_eq!(all, expected);
    }

    #[test]
    fn a_month_behind_the_last_is_the_last() {
        let model = sold_for(vec![part(Base::Turnover, 10)]);
        let outcome = evaluate(&model);
        let at = |month| Sides::new(&model, &outcome, month).at(Share::ONE);
        assert_eq!(at(u32::MAX), at(outcome.months() - 1));
        assert_eq!(Sides::new(&model, &outcome, 0).one(7, Share::ONE), None);
    }
}
