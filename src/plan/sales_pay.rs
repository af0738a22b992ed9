//! Variable pay that comes with what clients buy: as shares of it, so that unit economics can say what of one client
//! goes to people, and how much of that is for winning the client.

use super::by_month::ByMonth;
use super::given::Given;
use super::order::Client;
use super::outcome::{GroupOutcome, RoleOutcome, WinningPay};
use super::sent_payroll::{SalesShares, WinningShares};
use super::team::RoleTerms;
use crate::model::Base;
use crate::number::{Count, Decimal, Money, Number, Share};
use crate::pay::{MonthPay, PartPay, PayTerms};

/// What a part of pay that comes with sales is a share of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SoldBase {
    Revenue,
    Contribution,
    NewSales,
}

impl SoldBase {
    /// That of a base; none where a part is no share of what is sold: a sum by KPIs, a share in profit.
    pub fn of(base: Base) -> Option<Self> {
        match base {
            // Every client is in somebody's portfolio: of all people together it is all revenue.
            Base::Turnover | Base::Portfolio => Some(SoldBase::Revenue),
            Base::Contribution => Some(SoldBase::Contribution),
            Base::NewSales => Some(SoldBase::NewSales),
            Base::Kpi | Base::Profit => None,
        }
    }
}

/// Amounts by month, by what pay is a share of: what is sold, or what is earned by it.
#[derive(Debug)]
pub(super) struct BySoldBase<N> {
    pub revenue: Vec<Money<N>>,
    pub contribution: Vec<Money<N>>,
    pub new_sales: Vec<Money<N>>,
}

impl<N> BySoldBase<N> {
    fn line(&self, base: SoldBase) -> &[Money<N>] {
        match base {
            SoldBase::Revenue => &self.revenue,
            SoldBase::Contribution => &self.contribution,
            SoldBase::NewSales => &self.new_sales,
        }
    }

    fn line_mut(&mut self, base: SoldBase) -> &mut Vec<Money<N>> {
        match base {
            SoldBase::Revenue => &mut self.revenue,
            SoldBase::Contribution => &mut self.contribution,
            SoldBase::NewSales => &mut self.new_sales,
        }
    }

    const fn none() -> Self {
        Self { revenue: Vec::new(), contribution: Vec::new(), new_sales: Vec::new() }
    }
}

/// Of each part of a pay plan what was sold by month, where its pay waits for clients to pay.
pub(super) type Accrued<N> = [Option<Vec<Money<N>>>];

/// What of a role's pay comes with sales, by month, with contributions.
#[derive(Debug)]
pub(super) struct RoleSalesPay<N> {
    /// What is paid.
    paid: Vec<Money<N>>,
    /// What is paid as shares in profit, which does not come with sales.
    of_profit: Vec<Money<N>>,
    /// What is earned by what is sold in the month, be it paid when clients pay; by base, empty where nothing is.
    earned: BySoldBase<N>,
}

impl<N: Number> RoleSalesPay<N> {
    pub fn none(months: usize) -> Self {
        let none = || vec![Money::ZERO; months];
        Self { paid: none(), of_profit: none(), earned: BySoldBase::none() }
    }

    /// Adds the pay of people who came together.
    pub fn add(&mut self, terms: &PayTerms<N>, group: &GroupOutcome<N>, accrued: &Accrued<N>) {
        let months = self.paid.len();
        let loaded = (Share::ONE + terms.contributions) * Share(group.heads.0);
        for (at, part) in terms.parts.iter().enumerate() {
            let lines = (group.first as usize..).zip(&group.pay).filter_map(|(t, pay)| {
                let line = pay.lines.get(at)?;
                Some((t, line, after_rating(line.amount, pay) * loaded))
            });
            let Some(base) = SoldBase::of(part.base) else {
                if part.base == Base::Profit {
                    lines.for_each(|(t, _, paid)| self.of_profit.add_at(t, paid));
                }
                continue;
            };
            let earned = self.earned.line_mut(base);
            earned.resize(months, Money::ZERO);
            let mut rates = RatesReached::new(group, at);
            for (t, line, paid) in lines {
                self.paid.add_at(t, paid);
                let now = match (accrued.get(at), group.pay.get(t - group.first as usize)) {
                    (Some(Some(sold)), Some(pay)) => {
                        after_rating(sold.at(t) * rates.reached(line), pay) * loaded
                    }
                    _ => paid,
                };
                earned.add_at(t, now);
            }
        }
    }
}

impl<N: Number> RoleOutcome<N> {
    pub(super) fn set_sales_pay<'a>(&mut self, own: RoleSalesPay<N>, sold: impl Fn() -> &'a BySoldBase<N>)
    where
        N: 'a,
    {
        let rates = |base| match own.earned.line(base) {
            [] => vec![Share::ZERO; own.paid.len()],
            earned => rates(earned, sold().line(base)),
        };
        self.revenue_pay = rates(SoldBase::Revenue);
        self.contribution_pay = rates(SoldBase::Contribution);
        self.new_sales_pay = rates(SoldBase::NewSales);
        (self.sales_pay, self.profit_pay) = (own.paid, own.of_profit);
    }
}

/// What the Customer-Executor rating leaves of a part of the variable pay.
fn after_rating<N: Number>(amount: Money<N>, pay: &MonthPay<N>) -> Money<N> {
    match pay.rating_amount.is_zero() || pay.variable.is_zero() {
        true => amount,
        false => amount * (Share::ONE + pay.rating_amount / pay.variable),
    }
}

/// The share of its base that a part pays, month after month; where the base is nothing, as before.
struct RatesReached<N> {
    last: Share<N>,
}

impl<N: Number> RatesReached<N> {
    fn new(group: &GroupOutcome<N>, part: usize) -> Self {
        let mut lines = group.pay.iter().filter_map(|pay| pay.lines.get(part));
        Self { last: lines.find_map(Self::of).unwrap_or(Share::ZERO) }
    }

    fn of(line: &PartPay<N>) -> Option<Share<N>> {
        is_something(line.input.base).then(|| line.amount / line.input.base)
    }

    fn reached(&mut self, line: &PartPay<N>) -> Share<N> {
        self.last = Self::of(line).unwrap_or(self.last);
        self.last
    }
}

/// Whether an amount is one to divide by: less than a trillionth has lost its digits. What cannot be told is.
fn is_something<N: Number>(amount: Money<N>) -> bool {
    let grain = Money(N::from_decimal(Decimal::new(1, 12)));
    !((amount - grain).is_negative() && (amount + grain).is_positive())
}

/// What is earned as a share of what is sold, month by month; in a month in which nothing is, as in the month before,
/// and before the first sale as with the first.
fn rates<N: Number>(earned: &[Money<N>], sold: &[Money<N>]) -> Vec<Share<N>> {
    let of_month =
        |t: usize| sold.get(t).filter(|sold| is_something(**sold)).map(|sold| earned.at(t) / *sold);
    let mut last = (0..earned.len()).find_map(of_month).unwrap_or(Share::ZERO);
    let month = |t: usize| {
        last = of_month(t).unwrap_or(last);
        last
    };
    (0..earned.len()).map(month).collect()
}

/// What of what one client brings goes to people, by month of the plan.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PayOfSales<N> {
    /// Of all people whose work is for clients.
    pub of: SalesShares<N>,
    /// Of those who win them.
    pub for_winning: WinningShares<N>,
    /// Of one new client: what is paid for winning it.
    pub winning: Vec<Money<N>>,
}

impl<N: Number> PayOfSales<N> {
    /// Nobody is paid.
    pub fn none(months: usize) -> Self {
        let none = || vec![Share::ZERO; months];
        Self {
            of: SalesShares { revenue: none(), contribution: none(), new_sales: none() },
            for_winning: WinningShares { revenue: none(), contribution: none() },
            winning: vec![Money::ZERO; months],
        }
    }

    /// All roles together, and what was sent of pay as one sum.
    pub fn of(given: &Given<N>, roles: &[RoleOutcome<N>]) -> Self {
        let nothing = Self::none(given.months as usize);
        let is_paid = |terms: &RoleTerms<N>| terms.is_for_clients && !terms.pay.parts.is_empty();
        if given.sent_payroll.is_none() && !given.roles.iter().any(is_paid) {
            return nothing;
        }
        let Self { mut of, for_winning: mut winning, .. } = nothing;
        for (terms, role) in given.roles.iter().zip(roles).filter(|(terms, _)| is_paid(terms)) {
            add(&mut of.revenue, &role.revenue_pay, Share::ONE);
            add(&mut of.contribution, &role.contribution_pay, Share::ONE);
            add(&mut of.new_sales, &role.new_sales_pay, Share::ONE);
            add(&mut winning.revenue, &role.revenue_pay, terms.winning_time);
            add(&mut winning.revenue, &role.new_sales_pay, terms.winning_time);
            add(&mut winning.contribution, &role.contribution_pay, terms.winning_time);
        }
        if let Some(sent) = &given.sent_payroll {
            add(&mut of.revenue, &sent.of_sales.revenue, Share::ONE);
            add(&mut of.contribution, &sent.of_sales.contribution, Share::ONE);
            add(&mut of.new_sales, &sent.of_sales.new_sales, Share::ONE);
            add(&mut winning.revenue, &sent.winning.revenue, Share::ONE);
            add(&mut winning.contribution, &sent.winning.contribution, Share::ONE);
        }
        let (first_sale, first_contribution) = (given.client.first_sale(), given.client.first_contribution());
        let of_shares = |(revenue, contribution): (&Share<N>, &Share<N>)| {
            first_sale * *revenue + first_contribution * *contribution
        };
        let paid = winning.revenue.iter().zip(&winning.contribution).map(of_shares).collect();
        Self { of, for_winning: winning, winning: paid }
    }

    /// Of the first sale of one who comes in the first month, what is paid for new sales.
    pub fn first_sale(&self, client: &Client<N>) -> Money<N> {
        self.of.new_sales.first().map_or(Money::ZERO, |share| client.first_sale() * *share)
    }

    /// What winning such a one is paid.
    pub fn first_winning(&self) -> Money<N> {
        self.winning.first().copied().unwrap_or(Money::ZERO)
    }

    /// Whether nobody is paid by what is sold.
    pub fn is_none(&self) -> bool {
        [&self.of.revenue, &self.of.contribution, &self.of.new_sales]
            .iter()
            .all(|line| line.iter().all(|share| share.is_zero()))
    }
}

fn add<N: Number>(sum: &mut [Share<N>], line: &[Share<N>], part: Share<N>) {
    if !part.is_zero() {
        sum.iter_mut().zip(line).filter(|(_, own)| !own.is_zero()).for_each(|(sum, own)| *sum += *own * part);
    }
}

impl<N: Number> WinningPay<N> {
    /// Of roles with their pay; `new` clients by month, and those who come `later`.
    pub(super) fn of(
        given: &Given<N>,
        roles: &[RoleOutcome<N>],
        winning: &[Money<N>],
        new: &[Count<N>],
        later: Count<N>,
    ) -> Self {
        let of_role = |(terms, role): (&RoleTerms<N>, &RoleOutcome<N>)| match terms.winning_time.is_zero() {
            true => Money::ZERO,
            false => {
                let sales_pay: Money<N> = role.sales_pay.iter().copied().sum();
                (role.cost(terms.pay.contributions) - sales_pay) * terms.winning_time
            }
        };
        let in_plan: Money<N> =
            new.iter().zip(winning).filter(|(_, pay)| !pay.is_zero()).map(|(count, pay)| *count * *pay).sum();
        let last = winning.last().copied().filter(|pay| !pay.is_zero());
        Self {
            fixed: given.roles.iter().zip(roles).map(of_role).sum::<Money<N>>()
                + given.sent_payroll.as_ref().map_or(Money::ZERO, |sent| sent.winning_time),
            variable: in_plan + last.map_or(Money::ZERO, |pay| later * pay),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{
        Base, Channel, Counted, Estimate, Instalment, Model, Pay, PayPart, Person, Process, ProcessTime,
    };
    use crate::number::{Decimal, Exact, Money};
    use crate::plan::{Outcome, evaluate};

    /// A firm that sells for 1 000 every month, with one role paid by a share of something.
    fn firm(base: Base, process: Process) -> Model {
        let mut model = Model::default();
        model.offer.price = Estimate::guess(1000);
        model.offer.unit_cost = Estimate::guess(200);
        model.channels = vec![Channel {
            id: "a".into(),
            budget: Estimate::guess(5000),
            cost_per_lead: Estimate::guess(500),
            ..Channel::default()
        }];
        let part = PayPart { id: "a".into(), base, rate: Estimate::share(10), ..PayPart::default() };
        model.people = vec![Person {
            id: "a".into(),
            process,
            contributions: Estimate::share(30),
            pay: Pay { parts: vec![part], ..Pay::default() },
            ..Person::default()
        }];
        model
    }

    fn outcome(model: &Model) -> Outcome {
        evaluate(model)
    }

    fn rounded(money: Money<Exact>) -> Decimal {
        money.0.decimal().unwrap().round_dp(9)
    }

    #[test]
    fn pay_by_first_orders_is_for_winning_or_for_serving_never_both() {
        for base in [Base::NewSales, Base::Turnover, Base::Portfolio, Base::Contribution] {
            let left = |share: i64| {
                let mut model = firm(base, Process::Sales);
                model.people[0].other_processes = vec![ProcessTime {
                    id: "a".into(),
                    share: Estimate::share(share),
                    ..ProcessTime::default()
                }];
                let outcome = outcome(&model);
                let paid = outcome.people.winning.variable;
                (rounded(outcome.client.ltv * outcome.total.clients - paid), paid)
            };
            let (all, half, none) = (left(0), left(50), left(100));
            assert_eq!((all.0, all.0), (half.0, none.0), "{base:?}");
            assert!(all.1.is_positive() && none.1.is_zero(), "{base:?}");
            assert_eq!(rounded(half.1 + half.1), rounded(all.1));
        }
    }

    #[test]
    fn what_is_no_share_of_sales_or_for_no_client_is_not_in_ltv() {
        for (base, process) in [
            (Base::Profit, Process::Delivery),
            (Base::Kpi, Process::Service),
            (Base::Turnover, Process::General),
            (Base::NewSales, Process::Own),
        ] {
            let outcome = outcome(&firm(base, process));
            assert_eq!(outcome.client.ltv, outcome.client.ltv_before, "{base:?}");
            assert!(outcome.total.acquisition_pay.is_zero(), "{base:?}");
        }
    }

    #[test]
    fn pay_on_collected_money_is_that_of_what_was_sold() {
        let mut model = firm(Base::Turnover, Process::Delivery);
        let accrued = outcome(&model).client.ltv;
        model.people[0].pay.parts[0].counted = Counted::Collected;
        model.terms.instalments =
            vec![Instalment { id: "a".into(), share: Estimate::share(100), days: Estimate::guess(61) }];
        assert_eq!(rounded(outcome(&model).client.ltv), rounded(accrued));
    }

    #[test]
    fn before_the_first_sale_the_rate_is_that_of_the_first() {
        let mut model = firm(Base::Turnover, Process::Delivery);
        let at_once = outcome(&model).client.ltv;
        model.channels[0].first = 5;
        assert_eq!(rounded(outcome(&model).client.ltv), rounded(at_once));
    }

    #[test]
    fn who_comes_later_is_paid_from_then_on() {
        let mut model = firm(Base::Turnover, Process::Delivery);
        model.people[0].first = 3;
        let pay = outcome(&model).client.client_pay;
        assert!(pay[..3].iter().all(|pay| pay.is_zero()) && pay[3].is_positive());
    }
}
