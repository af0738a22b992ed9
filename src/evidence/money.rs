//! The money of a month as it was: what is earned, what is paid, what is left.

use super::cell::FactCell;
use super::recorded::Recorded;
use crate::model::{BusinessFact, ChannelFact};
use crate::number::{Decimal, Exact, Money, Number};

/// An amount of a month, or what is missing to tell it.
pub type KnownAmount = Result<Money<Exact>, Vec<FactCell>>;

impl Recorded {
    /// Orders at their price, of the plan's channels. Known where every channel that should have a figure has
    /// one; figures of those that need none count too.
    pub fn order_revenue(&self, t: u32) -> KnownAmount {
        self.of_channels(t, ChannelFact::Revenue)
    }

    /// Money spent on the plan's channels; known as revenue is.
    pub fn marketing(&self, t: u32) -> KnownAmount {
        self.of_channels(t, ChannelFact::Spend)
    }

    /// Revenue less spending of channels that the plan does not have.
    pub fn outside_money(&self, t: u32) -> Money<Exact> {
        let amount = |amount: Option<Decimal>| amount.map_or(Money::ZERO, money);
        self.strays(t).iter().map(|stray| amount(stray.revenue) - amount(stray.spend)).sum()
    }

    /// Revenue of channels that the plan does not have.
    pub fn outside_revenue(&self, t: u32) -> Money<Exact> {
        self.strays(t).iter().filter_map(|stray| stray.revenue.map(money)).sum()
    }

    /// Orders, upsells and cross-sells, and what channels bring that the plan does not have. Add-ons that the
    /// plan does not sell need no figure.
    pub fn revenue(&self, t: u32) -> KnownAmount {
        let own = [self.order_revenue(t), self.upsell_revenue(t), self.cross_sell_revenue(t)];
        together(own).map(|own| own + self.outside_revenue(t))
    }

    /// What upsells brought; nothing where the plan sells none and no figure says otherwise.
    pub fn upsell_revenue(&self, t: u32) -> KnownAmount {
        self.if_needed(t, BusinessFact::UpsellRevenue)
    }

    /// What cross-sells brought, likewise.
    pub fn cross_sell_revenue(&self, t: u32) -> KnownAmount {
        self.if_needed(t, BusinessFact::CrossSellRevenue)
    }

    /// Everything that grows with sales.
    pub fn variable_costs(&self, t: u32) -> KnownAmount {
        self.of_month(t, BusinessFact::VariableCosts)
    }

    /// Pay of everybody.
    pub fn payroll(&self, t: u32) -> KnownAmount {
        self.of_month(t, BusinessFact::Payroll)
    }

    /// Costs that come whatever is sold.
    pub fn fixed_costs(&self, t: u32) -> KnownAmount {
        self.of_month(t, BusinessFact::FixedCosts)
    }

    /// Tax; nothing where the plan has none and no figure says otherwise.
    pub fn taxes(&self, t: u32) -> KnownAmount {
        self.if_needed(t, BusinessFact::Taxes)
    }

    /// Cash at the month's end.
    pub fn cash(&self, t: u32) -> KnownAmount {
        self.of_month(t, BusinessFact::Cash)
    }

    /// Revenue less all costs, pay and tax; or everything that is missing to tell it.
    pub fn profit(&self, t: u32) -> KnownAmount {
        let costs =
            [self.variable_costs(t), self.marketing(t), self.payroll(t), self.fixed_costs(t), self.taxes(t)];
        let costs = costs.map(|cost| cost.map(|amount| -amount));
        let outside = self.outside_money(t) - self.outside_revenue(t);
        together([self.revenue(t), Ok(outside)].into_iter().chain(costs))
    }

    fn of_channels(&self, t: u32, cell: ChannelFact<usize>) -> KnownAmount {
        let cells = (0..self.channels()).map(|channel| FactCell::Channel(channel, cell));
        if !self.is_known(t) {
            return Err(cells.filter(|cell| self.is_expected(t, *cell)).collect());
        }
        let amounts = cells.filter_map(|cell| match self.get(t, cell) {
            None if self.is_expected(t, cell) => Some(Err(vec![cell])),
            amount => amount.map(|amount| Ok(money(amount))),
        });
        together(amounts)
    }

    fn of_month(&self, t: u32, cell: BusinessFact) -> KnownAmount {
        self.get(t, FactCell::Business(cell)).map(money).ok_or_else(|| vec![FactCell::Business(cell)])
    }

    fn if_needed(&self, t: u32, cell: BusinessFact) -> KnownAmount {
        match self.of_month(t, cell) {
            Err(_) if self.is_known(t) && !self.needs(cell) => Ok(Money::ZERO),
            known => known,
        }
    }
}

fn money(amount: Decimal) -> Money<Exact> {
    Money(Exact::from_decimal(amount))
}

/// All amounts added up, or everything that is missing.
fn together(amounts: impl IntoIterator<Item = KnownAmount>) -> KnownAmount {
    let (mut sum, mut missing) = (Money::ZERO, Vec::new());
    for amount in amounts {
        match amount {
            Ok(amount) => sum += amount,
            Err(cells) => missing.extend(cells),
        }
    }
    if missing.is_empty() { Ok(sum) } else { Err(missing) }
}
