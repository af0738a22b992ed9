//! A month of which some lines are known and others are not: what is known counts, the rest is as expected.

use super::money::KnownAmount;
use super::recorded::Recorded;
use crate::number::{Exact, Money, Number};
use crate::plan::Outcome;

/// The lines of a month's profit; none where one is not known. Money spent on channels is not among them: a plan that
/// goes on from what has been has it already.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PartialMonth {
    orders: Option<Money<Exact>>,
    /// Whether what they cost can be told: how many they were, or all that grows with sales, is known.
    has_costs: bool,
    upsells: Option<Money<Exact>>,
    cross_sells: Option<Money<Exact>>,
    variable_costs: Option<Money<Exact>>,
    payroll: Option<Money<Exact>>,
    fixed_costs: Option<Money<Exact>>,
    taxes: Option<Money<Exact>>,
    /// Revenue of channels that the plan does not have, and what they leave.
    outside: Option<[Money<Exact>; 2]>,
}

/// How much more than expected is known, of a month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Beyond<N> {
    pub revenue: Money<N>,
    pub profit: Money<N>,
}

/// What grows with revenue beyond what is expected, where nobody recorded it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct CostsAlong<N> {
    /// With other prices of orders: their fees, and costs that are a share of the price.
    pub price: Money<N>,
    /// With more or less of add-ons.
    pub add_ons: Money<N>,
}

impl PartialMonth {
    /// What is known of a month; nothing of one that nobody has recorded.
    pub(super) fn of(recorded: &Recorded, t: u32) -> Self {
        if !recorded.is_known(t) {
            return Self::default();
        }
        let line = |known: KnownAmount| known.ok();
        Self {
            orders: line(recorded.order_revenue(t)),
            has_costs: recorded.orders(t).is_some() || recorded.variable_costs(t).is_ok(),
            upsells: line(recorded.upsell_revenue(t)),
            cross_sells: line(recorded.cross_sell_revenue(t)),
            variable_costs: line(recorded.variable_costs(t)),
            payroll: line(recorded.payroll(t)),
            fixed_costs: line(recorded.fixed_costs(t)),
            taxes: line(recorded.taxes(t)),
            outside: Some([recorded.outside_revenue(t), recorded.outside_money(t)]),
        }
    }

    /// What is known of a month, less what is expected of the same lines.
    pub(super) fn beyond<N: Number>(&self, expected: &Outcome<N>, t: usize) -> Beyond<N> {
        let at = |line: &[Money<N>]| line.get(t).copied().unwrap_or(Money::ZERO);
        let more = |known: Option<Money<Exact>>, expected: Money<N>| {
            known.map_or(Money::ZERO, |known| in_numbers::<N>(known) - expected)
        };
        let [upsells, cross_sells] = add_ons(expected, t);
        let lines = &expected.statement;
        let [outside_revenue, outside] =
            self.outside.map_or([Money::ZERO; 2], |own| own.map(in_numbers::<N>));
        let orders = more(self.orders, at(&lines.order_revenue));
        let sold = orders + more(self.upsells, upsells) + more(self.cross_sells, cross_sells);
        // Costs of orders that nobody counted stay as expected: so does what they brought.
        let earned = if self.has_costs { sold } else { sold - orders };
        let CostsAlong { price, add_ons } = self.costs_along(expected, t);
        let grown = match self.variable_costs {
            Some(_) => more(self.variable_costs, at(&lines.variable_costs)),
            None => add_ons + if self.has_costs { price } else { Money::ZERO },
        };
        let costs = grown
            + more(self.payroll, at(&lines.payroll))
            + more(self.fixed_costs, at(&lines.fixed_costs))
            + more(self.taxes, at(&lines.tax));
        Beyond { revenue: sold + outside_revenue, profit: earned + outside - costs }
    }

    /// What revenue beyond what is expected costs, at the plan's shares.
    pub(super) fn costs_along<N: Number>(&self, expected: &Outcome<N>, t: usize) -> CostsAlong<N> {
        let client = &expected.client;
        let along = |known: Option<Money<Exact>>, expected: Money<N>, costs: Money<N>, price: Money<N>| {
            let more = known.map_or(Money::ZERO, |known| in_numbers::<N>(known) - expected);
            if more.is_zero() || price.is_zero() { Money::ZERO } else { more * (costs / price) }
        };
        let [upsells, cross_sells] = add_ons(expected, t);
        let orders = expected.statement.order_revenue.get(t).copied().unwrap_or(Money::ZERO);
        CostsAlong {
            price: along(self.orders, orders, client.order_price_costs, client.net_price),
            add_ons: along(self.upsells, upsells, client.upsell_cost, client.upsell_revenue)
                + along(self.cross_sells, cross_sells, client.cross_sell_cost, client.cross_sell_revenue),
        }
    }
}

/// What upsells and cross-sells of a month bring by a plan.
pub(super) fn add_ons<N: Number>(outcome: &Outcome<N>, t: usize) -> [Money<N>; 2] {
    let (volumes, client) = (&outcome.volumes, &outcome.client);
    [
        (&volumes.upsell_clients, client.upsell_revenue),
        (&volumes.cross_sell_clients, client.cross_sell_revenue),
    ]
    .map(|(clients, price)| clients.get(t).map_or(Money::ZERO, |count| *count * price))
}

pub(super) fn in_numbers<N: Number>(amount: Money<Exact>) -> Money<N> {
    Money(amount.0.decimal().map_or_else(N::undefined, N::from_decimal))
}
