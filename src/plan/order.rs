//! One order and one client's month: what they bring before anything fixed is paid.

use crate::number::{Count, Money, Number, Share};

/// The terms of one order.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Order<N> {
    /// Price as named by the seller.
    pub price: Money<N>,
    /// Cost in money.
    pub unit_cost: Money<N>,
    /// Cost as a share of the price.
    pub cost_share: Share<N>,
    /// Payment fee and platform's commission together, shares of the amount paid.
    pub fee_share: Share<N>,
    /// Share of orders whose money is given back.
    pub refund_share: Share<N>,
    /// VAT as a share of the price without it; zero where none is owed.
    pub vat_rate: Share<N>,
    /// Whether the price holds the VAT; otherwise it comes on top.
    pub vat_inside: bool,
}

impl<N: Number> Order<N> {
    /// What the client pays for one order, VAT on top included; money.
    pub fn paid(&self) -> Money<N> {
        if self.vat_inside { self.price } else { self.price * (Share::ONE + self.vat_rate) }
    }

    /// VAT in what the client pays for something of this price; money.
    ///
    /// Inside: `price · rate / (1 + rate)`; on top: `price · rate`.
    pub fn vat_in(&self, price: Money<N>) -> Money<N> {
        if self.vat_rate == Share::ZERO {
            return Money::ZERO;
        }
        let on_top = price * self.vat_rate;
        // Divided last, so that 22 of 122 stay exactly that.
        if self.vat_inside { on_top / (Share::ONE + self.vat_rate) } else { on_top }
    }

    /// The part of a price that is the seller's: less VAT where the price holds it; money.
    pub fn without_vat(&self, price: Money<N>) -> Money<N> {
        if self.vat_inside { price - self.vat_in(price) } else { price }
    }

    /// What one order brings into revenue: the price less refunds, less VAT inside it; money.
    ///
    /// `price · (1 − refund share)`, less VAT.
    pub fn net_price(&self) -> Money<N> {
        self.without_vat(self.price * self.refund_share.rest())
    }

    /// Fees of one order, on all that is paid, refunded or not; money.
    pub fn fees(&self) -> Money<N> {
        self.paid() * self.fee_share
    }

    /// What one order costs to make or buy; a refunded order costs it too; money.
    pub fn cost(&self) -> Money<N> {
        self.unit_cost + self.price * self.cost_share
    }

    /// What one order leaves before pay: net price less fees and costs; money, may be negative.
    ///
    /// ```
    /// use obkatka::number::{Exact, Money, Number, Share};
    /// use obkatka::plan::Order;
    /// let per_cent = |n| Share(Exact::whole(n) / Exact::whole(100));
    /// let order = Order {
    ///     price: Money(Exact::whole(1000)), unit_cost: Money(Exact::whole(50)), cost_share: per_cent(30),
    ///     fee_share: per_cent(2), refund_share: per_cent(5), vat_rate: Share::ZERO, vat_inside: true,
    /// };
    /// // 1000 · 0.95 − 20 − 50 − 300
    /// assert_eq!(order.contribution().0.text().as_deref(), Some("580"));
    /// ```
    pub fn contribution(&self) -> Money<N> {
        self.net_price() - self.fees() - self.cost()
    }
}

/// What one client does, whatever it buys.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Client<N> {
    /// The terms of its orders.
    pub order: Order<N>,
    /// Cost of serving it for a month.
    pub service_cost: Money<N>,
    /// Extra cost of its first order.
    pub first_order_cost: Money<N>,
    /// Add-ons sold with the first order, per new client.
    pub upsell: AddOns<N>,
    /// Add-ons sold each month, per active client.
    pub cross_sell: AddOns<N>,
}

/// What the add-ons of one kind bring and cost, per client; shares of takers already counted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AddOns<N> {
    /// What clients pay for them.
    pub price: Money<N>,
    /// What they cost, fees included.
    pub cost: Money<N>,
}

impl<N: Number> AddOns<N> {
    /// None of them.
    pub const NONE: Self = Self { price: Money::ZERO, cost: Money::ZERO };
}

impl<N: Number> Client<N> {
    /// Revenue in a month of a client who orders so often: orders and cross-sells, without VAT; money.
    pub fn month_revenue(&self, frequency: Count<N>) -> Money<N> {
        self.order.net_price() * frequency + self.cross_sell_revenue()
    }

    /// Revenue of cross-sells of an active client in a month; money.
    pub fn cross_sell_revenue(&self) -> Money<N> {
        self.order.without_vat(self.cross_sell.price)
    }

    /// Revenue of upsells to a new client; money.
    pub fn upsell_revenue(&self) -> Money<N> {
        self.order.without_vat(self.upsell.price)
    }

    /// What cross-sells leave of an active client in a month; money.
    pub fn cross_sell_contribution(&self) -> Money<N> {
        self.cross_sell_revenue() - self.cross_sell.cost
    }

    /// What upsells leave of a new client; money.
    pub fn upsell_contribution(&self) -> Money<N> {
        self.upsell_revenue() - self.upsell.cost
    }

    /// What such a client leaves in a month: `orders · contribution + cross-sell − service`.
    pub fn month_contribution(&self, frequency: Count<N>) -> Money<N> {
        self.order.contribution() * frequency + self.cross_sell_contribution() - self.service_cost
    }

    /// What comes once, with the first order: upsell less the first order's extra cost.
    pub fn once_contribution(&self) -> Money<N> {
        self.upsell_contribution() - self.first_order_cost
    }
}
