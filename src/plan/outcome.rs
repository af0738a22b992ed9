//! Everything the plan comes to. Undefined numbers stay in it with their reason.

use super::break_even::BreakEven;
use super::cash::Cash;
use super::cash_gap::CashGap;
use super::load::Load;
use super::reached::Reached;
use super::sent_payroll::{SalesShares, WinningShares};
use super::statement::Statement;
use super::volumes::Volumes;
use crate::number::{Count, Exact, Money, Months, Number, Share};
use crate::pay::MonthPay;

/// The outcome of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome<N = Exact> {
    /// One order and one client, alike in all channels.
    pub client: ClientOutcome<N>,
    /// The channels, in the document's order; dropped ones and unasked ideas are in it with nothing.
    pub channels: Vec<ChannelOutcome<N>>,
    /// All channels together.
    pub total: Acquisition<N>,
    /// Volumes by month.
    pub volumes: Volumes<N>,
    /// Who works, how loaded, for what pay.
    pub people: PeopleOutcome<N>,
    /// Profit by month.
    pub statement: Statement<N>,
    /// Money by month.
    pub cash: Cash<N>,
    /// When and at what volume it pays.
    pub break_even: BreakEven<N>,
    /// How deep the money sinks.
    pub gap: CashGap<N>,
}

/// What one order and one client bring.
#[derive(Clone, Debug, PartialEq)]
pub struct ClientOutcome<N> {
    /// What the client pays for one order, VAT on top included.
    pub paid_price: Money<N>,
    /// VAT inside an order's price, refunds counted.
    pub order_vat: Money<N>,
    /// What one order adds to revenue.
    pub net_price: Money<N>,
    /// Fees as a share of all that is paid, refunded or not.
    pub fee_rate: Share<N>,
    /// Fees of one order.
    pub order_fees: Money<N>,
    /// Cost of one order.
    pub order_cost: Money<N>,
    /// Of fees and cost of one order what grows with its price.
    pub order_price_costs: Money<N>,
    /// What one order leaves, before pay.
    pub order_contribution: Money<N>,
    /// Whether cross-sells are offered with each order; otherwise to each active client of a month.
    pub cross_sells_with_orders: bool,
    /// Revenue of cross-sells each time they are offered.
    pub cross_sell_revenue: Money<N>,
    /// Their cost.
    pub cross_sell_cost: Money<N>,
    /// What they leave.
    pub cross_sell: Money<N>,
    /// Revenue of upsells of a new client.
    pub upsell_revenue: Money<N>,
    /// Their cost.
    pub upsell_cost: Money<N>,
    /// What they leave.
    pub upsell: Money<N>,
    /// Share of clients still there after their first month; with constant retention after any month.
    pub first_month_stay: Share<N>,
    /// Share that stays from month to month of the clients there were at the beginning.
    pub opening_stay: Share<N>,
    /// Orders of one of them in a month.
    pub opening_frequency: Count<N>,
    /// Orders in a month of one who has been a client for longer.
    pub repeat_orders: Count<N>,
    /// What such a client leaves in a month.
    pub month_contribution: Money<N>,
    /// Revenue of such a client in a month.
    pub month_revenue: Money<N>,
    /// Months of life within the LTV horizon.
    pub life: Months<N>,
    /// The same, discounted.
    pub discounted_life: Months<N>,
    /// Orders of a client within the LTV horizon, the first counted.
    pub life_orders: Count<N>,
    /// The same, discounted.
    pub discounted_orders: Count<N>,
    /// Lifetime value, by margin, after pay that comes with its orders and tax on its revenue.
    pub ltv: Money<N>,
    /// The same before both.
    pub ltv_before: Money<N>,
    /// Lifetime value without a horizon and without discount; undefined where it grows beyond every bound.
    pub ltv_endless: Money<N>,
    /// Pay that comes with its orders, what winning it is paid left out.
    pub ltv_pay: Money<N>,
    /// Tax on its revenue.
    pub ltv_tax: Money<N>,
    /// What of what it brings at each age goes to people, what winning it is paid left out; up to the LTV horizon.
    pub client_pay: Vec<Money<N>>,
    /// LTV before pay and tax, undiscounted.
    pub life_contribution: Money<N>,
    /// Revenue of one client over the LTV horizon, undiscounted.
    pub life_revenue: Money<N>,
    /// What one client has brought with its first order, and by the age of 1, 2, … months up to the LTV horizon.
    pub curve: Vec<Money<N>>,
    /// Share of clients still there at each age, up to the LTV horizon.
    pub survival: Vec<Share<N>>,
    /// Orders of one client in each month of age: of the plan's months and of the LTV horizon.
    pub orders_by_age: Vec<Count<N>>,
}

impl<N: Number> ClientOutcome<N> {
    /// Share of clients gone a year after their first order; where LTV does not look so far, at the first month's rate.
    pub fn churn_of_year(&self) -> Share<N> {
        let first_year = || Share(self.first_month_stay.0.power(12));
        self.survival.get(12).copied().unwrap_or_else(first_year).rest()
    }
}

/// What winning clients costs, over the whole plan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Acquisition<N> {
    /// Money spent on channels.
    pub spend: Money<N>,
    /// Leads.
    pub leads: Count<N>,
    /// Clients that these leads become, be it after the last month.
    pub clients: Count<N>,
    /// Those of them that come after the last month: the pipeline.
    pub clients_later: Count<N>,
    /// Share of leads that become clients.
    pub conversion: Share<N>,
    /// Pay for winning them.
    pub acquisition_pay: Money<N>,
    /// Cost per lead.
    pub cpl: Money<N>,
    /// Marketing cost per client.
    pub cac: Money<N>,
    /// Cost per client, pay included.
    pub cac_loaded: Money<N>,
    /// LTV / CAC, marketing.
    pub ltv_to_cac: Share<N>,
    /// LTV / CAC, loaded.
    pub ltv_to_cac_loaded: Share<N>,
    /// LTV less loaded CAC: what one client earns.
    pub earn_per_client: Money<N>,
    /// Return on marketing, over the LTV horizon.
    pub romi: Share<N>,
    /// Return on marketing within the plan: of what its new clients bring until its end.
    pub romi_plan: Share<N>,
    /// Payback of a client, marketing cost only.
    pub payback: Reached<Months<N>>,
    /// Payback of a client, pay included.
    pub payback_loaded: Reached<Months<N>>,
    /// The same, counted from the day on which the money is spent: the days of the funnel added.
    pub payback_spent: Reached<Months<N>>,
}

/// One channel; channels stand in the document's order.
#[derive(Clone, Debug, PartialEq)]
pub struct ChannelOutcome<N> {
    /// Whether it counts in this plan.
    pub counts: bool,
    /// What winning its clients costs.
    pub acquisition: Acquisition<N>,
    /// Money spent by month.
    pub spend: Vec<Money<N>>,
    /// Leads by month.
    pub leads: Vec<Count<N>>,
    /// New clients by month.
    pub new_clients: Vec<Count<N>>,
}

/// The people of the plan. Amounts of everybody, by month.
#[derive(Clone, Debug, PartialEq)]
pub struct PeopleOutcome<N> {
    /// The roles, in the document's order.
    pub roles: Vec<RoleOutcome<N>>,
    /// Salaries and what guarantees add to them, with contributions.
    pub salaries: Vec<Money<N>>,
    /// What is earned beside salaries, with contributions.
    pub variable: Vec<Money<N>>,
    /// The employer's contributions on both.
    pub contributions: Vec<Money<N>>,
    /// What everybody is paid before income tax, contributions left out.
    pub gross: Vec<Money<N>>,
    /// What is paid by what is sold, with contributions.
    pub sales_pay: Vec<Money<N>>,
    /// Shares in profit, likewise.
    pub profit_pay: Vec<Money<N>>,
    /// What winning one client of a month pays by what it buys first.
    pub winning_pay: Vec<Money<N>>,
    /// What winning clients costs in pay, over the plan.
    pub winning: WinningPay<N>,
    /// What of what one client brings goes to people.
    pub of_sales: SalesShares<N>,
    /// What of its first sale is for winning it.
    pub winning_shares: WinningShares<N>,
}

/// What winning clients costs in pay.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WinningPay<N> {
    /// For the time that goes into it over the plan, with contributions: salaries, guarantees and what else is no share
    /// of what is sold.
    pub fixed: Money<N>,
    /// By what the clients of the plan's leads buy first, with contributions; of those who come after the last month too.
    pub variable: Money<N>,
}

/// One role; roles stand in the document's order.
#[derive(Clone, Debug, PartialEq)]
pub struct RoleOutcome<N> {
    /// How many, by month.
    pub heads: Vec<Count<N>>,
    /// How much comes to them, and how much they can handle; none where nobody has said the latter.
    pub load: Option<Load<N>>,
    /// What all of the role are paid by what is sold, with contributions, by month.
    pub sales_pay: Vec<Money<N>>,
    /// Their shares in profit, likewise.
    pub profit_pay: Vec<Money<N>>,
    /// What of each rouble of revenue goes to them by what is sold, by month: by turnover and by portfolios.
    pub revenue_pay: Vec<Share<N>>,
    /// What of each rouble of contribution.
    pub contribution_pay: Vec<Share<N>>,
    /// What of each rouble of new sales.
    pub new_sales_pay: Vec<Share<N>>,
    /// The first people and those hired later, in the document's order.
    pub groups: Vec<GroupOutcome<N>>,
}

/// People of a role who came together.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupOutcome<N> {
    /// How many.
    pub heads: Count<N>,
    /// Their first month.
    pub first: u32,
    /// What one of them is paid, from the first month on.
    pub pay: Vec<MonthPay<N>>,
}

impl<N: Number> GroupOutcome<N> {
    /// What one of them is paid in a month of the plan.
    pub fn pay_in(&self, t: u32) -> Option<&MonthPay<N>> {
        self.pay.get(t.checked_sub(self.first)? as usize)
    }
}

impl<N: Number> RoleOutcome<N> {
    /// What all of the role are paid in a month, before income tax.
    pub fn paid(&self, t: u32) -> Money<N> {
        self.groups.iter().filter_map(|group| group.pay_in(t).map(|slip| slip.paid * group.heads)).sum()
    }

    /// What all of the role are paid over the plan, with contributions.
    pub fn cost(&self, contributions: Share<N>) -> Money<N> {
        let of_group =
            |group: &GroupOutcome<N>| group.pay.iter().map(|slip| slip.paid).sum::<Money<N>>() * group.heads;
        self.groups.iter().map(of_group).sum::<Money<N>>() * (Share::ONE + contributions)
    }

    /// The mean pay of one person in a month; none where nobody is there.
    pub fn paid_to_one(&self, t: u32) -> Option<Money<N>> {
        let heads = *self.heads.get(t as usize)?;
        heads.is_positive().then(|| self.paid(t) / heads)
    }
}

impl<N: Number> Outcome<N> {
    /// Months in the plan.
    pub fn months(&self) -> u32 {
        u32::try_from(self.statement.profit.len()).unwrap_or(u32::MAX)
    }
}
