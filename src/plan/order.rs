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
    /// Cost of delivering it.
    pub delivery_cost: Money<N>,
    /// Payment fee as a share of the amount paid.
    pub payment_fee: Share<N>,
    /// Platform's commission as a share of the amount paid.
    pub commission: Share<N>,
    /// Share of orders whose money is given back, and what else follows from that.
    pub refunds: Refunds<N>,
    /// VAT as a share of the price without it; zero where none is owed.
    pub vat_rate: Share<N>,
    /// Whether the price holds the VAT; otherwise it comes on top.
    pub vat_inside: bool,
}

/// What is refunded, and what of it comes back or is lost.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Refunds<N> {
    /// Share of orders whose money is given back.
    pub share: Share<N>,
    /// Part of a refunded order's cost that is recovered.
    pub recovered: Share<N>,
    /// Cost of taking one refunded order back.
    pub return_cost: Money<N>,
    /// Whether the payment fee of a refunded order is lost.
    pub fee_kept: bool,
    /// Whether the commission of a refunded order is lost.
    pub commission_kept: bool,
}

impl<N: Number> Refunds<N> {
    /// Nothing is ever refunded.
    pub const NONE: Self = Self {
        share: Share::ZERO,
        recovered: Share::ZERO,
        return_cost: Money::ZERO,
        fee_kept: true,
        commission_kept: false,
    };

    /// What is charged of every order on average, where it is charged of refunded ones too or not.
    fn charged(&self, rate: Share<N>, is_kept: bool) -> Share<N> {
        if is_kept { rate } else { rate * self.share.rest() }
    }

    /// The part of costs that is not recovered: `1 − refund share · recovered`.
    fn borne(&self) -> Share<N> {
        (self.share * self.recovered).rest()
    }
}

impl<N: Number> Order<N> {
    /// What the client pays for one order, VAT on top included; money.
    pub fn paid(&self) -> Money<N> {
        self.paid_for(self.price)
    }

    /// What the client pays for something of this price, VAT on top included; money.
    pub fn paid_for(&self, price: Money<N>) -> Money<N> {
        if self.vat_inside { price } else { price * (Share::ONE + self.vat_rate) }
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
        self.net(self.price)
    }

    /// What something of this price adds to revenue: less refunds, less VAT inside it; money.
    pub fn net(&self, price: Money<N>) -> Money<N> {
        self.without_vat(price * self.refunds.share.rest())
    }

    /// Fees of one order: what is kept of refunded ones too, on all that is paid, else on what is not given back; money.
    pub fn fees(&self) -> Money<N> {
        self.fees_on(self.price)
    }

    /// The same of something of this price.
    pub fn fees_on(&self, price: Money<N>) -> Money<N> {
        self.paid_for(price) * self.fee_rate()
    }

    /// Payment fee and commission together, as a share of all that is paid, refunded or not.
    pub fn fee_rate(&self) -> Share<N> {
        let Refunds { fee_kept, commission_kept, .. } = self.refunds;
        self.refunds.charged(self.payment_fee, fee_kept)
            + self.refunds.charged(self.commission, commission_kept)
    }

    /// What one order costs on average: to make or buy, less what is recovered of refunded ones; to deliver; to take
    /// refunded ones back; money.
    ///
    /// `(1 − refund share · recovered) · (unit cost + cost share · price) + delivery + refund share · cost of a return`.
    pub fn cost(&self) -> Money<N> {
        self.borne(self.unit_cost + self.price * self.cost_share)
            + self.delivery_cost
            + self.refunds.return_cost * self.refunds.share
    }

    /// Of cost and fees of one order what grows with its price; money.
    pub fn price_costs(&self) -> Money<N> {
        self.borne(self.price * self.cost_share) + self.fees()
    }

    /// Of a cost what is not recovered from refunded orders; money.
    pub fn borne(&self, cost: Money<N>) -> Money<N> {
        cost * self.refunds.borne()
    }

    /// What one order leaves before pay: net price less fees and costs; money, may be negative.
    ///
    /// ```
    /// use obkatka::number::{Exact, Money, Number, Share};
    /// use obkatka::plan::{Order, Refunds};
    /// let (money, per_cent) = (|n| Money(Exact::whole(n)), |n| Share(Exact::whole(n) / Exact::whole(100)));
    /// let mut order = Order {
    ///     price: money(2500), unit_cost: money(945), cost_share: Share::ZERO, delivery_cost: Money::ZERO,
    ///     payment_fee: Share::ZERO, commission: per_cent(20), vat_rate: Share::ZERO, vat_inside: true,
    ///     refunds: Refunds { share: per_cent(55), recovered: Share::ONE, return_cost: money(70), ..Refunds::NONE },
    /// };
    /// // A marketplace's seller of whose orders 45 % are bought out: 1125 − 225 − 0.45 · 945 − 0.55 · 70
    /// assert_eq!(order.contribution().0.text().as_deref(), Some("436.25"));
    /// // If nothing came back and the platform kept all its commission: 1125 − 500 − 945
    /// order.refunds = Refunds { share: per_cent(55), commission_kept: true, ..Refunds::NONE };
    /// assert_eq!(order.contribution().0.text().as_deref(), Some("-320"));
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
    /// Add-ons sold later, per offer: to an active client of a month, or with an order.
    pub cross_sell: AddOns<N>,
    /// Whether cross-sells are offered with each order; otherwise each month.
    pub cross_sells_with_orders: bool,
}

/// What the add-ons of one kind are sold for and cost, per client that they are offered to; shares of takers already
/// counted, refunds, VAT and fees not yet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AddOns<N> {
    /// Their price as the seller names it.
    pub price: Money<N>,
    /// What they cost to make or buy.
    pub cost: Money<N>,
}

impl<N: Number> AddOns<N> {
    /// None of them.
    pub const NONE: Self = Self { price: Money::ZERO, cost: Money::ZERO };

    /// What they add to revenue; money.
    pub fn revenue(&self, order: &Order<N>) -> Money<N> {
        order.net(self.price)
    }

    /// What they cost, fees included, less what is recovered of refunded ones; money.
    pub fn costs(&self, order: &Order<N>) -> Money<N> {
        order.borne(self.cost) + order.fees_on(self.price)
    }

    /// What they leave; money.
    pub fn contribution(&self, order: &Order<N>) -> Money<N> {
        self.revenue(order) - self.costs(order)
    }
}

impl<N: Number> Client<N> {
    /// Revenue in a month of a client who orders so often: orders and cross-sells, without VAT; money.
    pub fn month_revenue(&self, frequency: Count<N>) -> Money<N> {
        self.order.net_price() * frequency + self.cross_sell_revenue() * self.offers(frequency)
    }

    /// Times that cross-sells are offered in a month to a client who orders so often; a count.
    fn offers(&self, frequency: Count<N>) -> Count<N> {
        if self.cross_sells_with_orders { frequency } else { Count(N::ONE) }
    }

    /// Revenue of cross-sells each time they are offered; money.
    pub fn cross_sell_revenue(&self) -> Money<N> {
        self.cross_sell.revenue(&self.order)
    }

    /// Revenue of upsells to a new client; money.
    pub fn upsell_revenue(&self) -> Money<N> {
        self.upsell.revenue(&self.order)
    }

    /// What cross-sells leave each time they are offered; money.
    pub fn cross_sell_contribution(&self) -> Money<N> {
        self.cross_sell.contribution(&self.order)
    }

    /// What cross-sells leave with each order; nothing where they are offered each month.
    pub fn order_cross_sell(&self) -> Money<N> {
        if self.cross_sells_with_orders { self.cross_sell_contribution() } else { Money::ZERO }
    }

    /// What cross-sells leave each month; nothing where they are offered with each order.
    pub fn month_cross_sell(&self) -> Money<N> {
        if self.cross_sells_with_orders { Money::ZERO } else { self.cross_sell_contribution() }
    }

    /// What upsells leave of a new client; money.
    pub fn upsell_contribution(&self) -> Money<N> {
        self.upsell.contribution(&self.order)
    }

    /// What such a client leaves in a month: `orders · contribution + cross-sell − service`.
    pub fn month_contribution(&self, frequency: Count<N>) -> Money<N> {
        self.order.contribution() * frequency + self.cross_sell_contribution() * self.offers(frequency)
            - self.service_cost
    }

    /// What one buys first: an order, with what is bought beside it at once and in its month; money.
    pub fn first_sale(&self) -> Money<N> {
        self.order.net_price() + self.upsell_revenue() + self.cross_sell_revenue()
    }

    /// What that leaves before pay, the extra cost of the first order paid; money.
    pub fn first_contribution(&self) -> Money<N> {
        self.order.contribution() + self.cross_sell_contribution() + self.once_contribution()
    }

    /// What comes once, with the first order: upsell less the first order's extra cost.
    pub fn once_contribution(&self) -> Money<N> {
        self.upsell_contribution() - self.first_order_cost
    }
}
