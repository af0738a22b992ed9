//! What the company comes to before anybody is paid: what pay is worked out from.

use super::by_month::ByMonth;
use super::given::Given;
use super::load::Demand;
use super::sales_pay::BySoldBase;
use super::statement::Takings;
use super::team::Role;
use super::volumes::Volumes;
use crate::number::{Money, Number, Share};
use core::cell::OnceCell;

/// What the company comes to before anybody is paid, by month.
pub(super) struct Company<'a, N> {
    pub given: &'a Given<N>,
    pub roles: &'a [Role<'a, N>],
    pub volumes: &'a Volumes<N>,
    pub takings: &'a Takings<N>,
    /// Marketing and fixed costs.
    pub other_costs: Vec<Money<N>>,
    pub demand: &'a Demand<N>,
    /// Whether every order is handled, and none is known.
    pub is_whole: bool,
    /// Whether besides every active client orders the same in every month.
    pub is_alike: bool,
    pub lines: LinesOnDemand<N>,
}

/// Lines that only some pay plans ask for, each worked out once.
pub(super) struct LinesOnDemand<N> {
    /// What one active client brings in each month, what new ones buy beside left out.
    per_client: OnceCell<Vec<Money<N>>>,
    sold: OnceCell<BySoldBase<N>>,
}

impl<N> LinesOnDemand<N> {
    /// None asked for yet.
    pub const fn none() -> Self {
        Self { per_client: OnceCell::new(), sold: OnceCell::new() }
    }
}

impl<N: Number> Company<'_, N> {
    pub fn months(&self) -> usize {
        self.given.months as usize
    }

    /// Orders and cross-sells of the month, divided among all who are active in it: as the offer has them, but where
    /// people cannot handle all of them or it is known how many there were.
    pub fn per_client(&self) -> &[Money<N>] {
        let Company { given, volumes, takings, is_whole, is_alike, .. } = self;
        let in_month = |t: usize| match volumes.active_clients.at(t) {
            nobody if nobody.is_zero() => Money::ZERO,
            active => (takings.order_revenue.at(t) + takings.cross_sell_revenue.at(t)) / active,
        };
        self.lines.per_client.get_or_init(|| match *is_whole && *is_alike {
            true => vec![given.client.month_revenue(given.rhythm.frequency()); self.months()],
            false => (0..self.months()).map(in_month).collect(),
        })
    }

    /// What pay can be a share of.
    pub fn sold(&self) -> &BySoldBase<N> {
        let Takings { revenue, contribution, .. } = self.takings;
        self.lines.sold.get_or_init(|| BySoldBase {
            revenue: revenue.clone(),
            contribution: contribution.clone(),
            new_sales: self.new_sales(),
        })
    }

    /// What new clients buy first: their first orders and cross-sells of that month, as the offer has them, but where
    /// people cannot handle all of them or it is known how many there were; and what they buy beside.
    fn new_sales(&self) -> Vec<Money<N>> {
        let Company { given, volumes, takings, demand, is_whole, .. } = self;
        let (order, cross_sell) = (given.client.order.net_price(), given.client.cross_sell_revenue());
        let with_orders = given.client.cross_sells_with_orders;
        let in_month = |t: usize| {
            let handled = match demand.orders.at(t) {
                none if none.is_zero() => Share::ONE,
                all => volumes.orders.at(t) / all,
            };
            // Cross-sells of one who orders, or of one who is active.
            let among = if with_orders { demand.orders.at(t) } else { volumes.active_clients.at(t) };
            let beside = match among {
                none if none.is_zero() && with_orders => cross_sell,
                none if none.is_zero() => Money::ZERO,
                all => takings.cross_sell_revenue.at(t) / all,
            };
            order * handled + beside
        };
        let first = |t: usize| if *is_whole { order + cross_sell } else { in_month(t) };
        let sold = |t: usize| volumes.new_clients.at(t) * first(t) + takings.upsell_revenue.at(t);
        (0..self.months()).map(sold).collect()
    }
}
