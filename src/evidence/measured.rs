//! The figures that a run-in tests, each with the field of the plan that it tests.

/// What a run-in tests, along the way of a client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Indicator {
    /// Leads, and what they cost.
    Acquisition,
    /// Leads into clients: how many, for how much, how soon.
    Sales,
    /// Doing what was sold.
    Delivery,
    /// Keeping clients.
    Service,
    /// Selling more with the first order.
    Upsell,
    /// Selling other things later.
    CrossSell,
}

impl Indicator {
    /// All of them, in the order of a client's way.
    pub const ALL: [Indicator; 6] = [
        Indicator::Acquisition,
        Indicator::Sales,
        Indicator::Delivery,
        Indicator::Service,
        Indicator::Upsell,
        Indicator::CrossSell,
    ];

    /// Its name in keys of words.
    pub fn name(self) -> &'static str {
        match self {
            Indicator::Acquisition => "acquisition",
            Indicator::Sales => "sales",
            Indicator::Delivery => "delivery",
            Indicator::Service => "service",
            Indicator::Upsell => "upsell",
            Indicator::CrossSell => "cross_sell",
        }
    }
}

/// One figure of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measured {
    /// Leads against planned leads; a count.
    Leads,
    /// Money for one lead.
    CostPerLead,
    /// Share of those who came to a stage that passed it.
    Conversion,
    /// Money of one order, without VAT.
    Deal,
    /// Days from lead to sale.
    Cycle,
    /// Share of orders delivered as promised.
    OnPromise,
    /// Variable costs of one order.
    OrderCost,
    /// Share of active clients who stay another month.
    Retention,
    /// Orders of an active client in a month; a count.
    Frequency,
    /// Share of orders complained about.
    Complaints,
    /// Share of orders paid back.
    Refunds,
    /// Upsells by new client.
    UpsellShare,
    /// Money of one upsell.
    UpsellPrice,
    /// Cross-sells by active client and month.
    CrossSellShare,
    /// Money of one cross-sell.
    CrossSellPrice,
}

impl Measured {
    /// All of them.
    pub const ALL: [Measured; 15] = [
        Measured::Leads,
        Measured::CostPerLead,
        Measured::Conversion,
        Measured::Deal,
        Measured::Cycle,
        Measured::OnPromise,
        Measured::OrderCost,
        Measured::Retention,
        Measured::Frequency,
        Measured::Complaints,
        Measured::Refunds,
        Measured::UpsellShare,
        Measured::UpsellPrice,
        Measured::CrossSellShare,
        Measured::CrossSellPrice,
    ];

    /// The indicator that it belongs to.
    pub fn indicator(self) -> Indicator {
        match self {
            Measured::Leads | Measured::CostPerLead => Indicator::Acquisition,
            Measured::Conversion | Measured::Deal | Measured::Cycle => Indicator::Sales,
            Measured::OnPromise | Measured::OrderCost => Indicator::Delivery,
            Measured::Retention | Measured::Frequency | Measured::Complaints | Measured::Refunds => {
                Indicator::Service
            }
            Measured::UpsellShare | Measured::UpsellPrice => Indicator::Upsell,
            Measured::CrossSellShare | Measured::CrossSellPrice => Indicator::CrossSell,
        }
    }

    /// Its name in keys of words.
    pub fn name(self) -> &'static str {
        match self {
            Measured::Leads => "leads",
            Measured::CostPerLead => "cost_per_lead",
            Measured::Conversion => "conversion",
            Measured::Deal => "deal",
            Measured::Cycle => "cycle",
            Measured::OnPromise => "on_promise",
            Measured::OrderCost => "order_cost",
            Measured::Retention => "retention",
            Measured::Frequency => "frequency",
            Measured::Complaints => "complaints",
            Measured::Refunds => "refunds",
            Measured::UpsellShare => "upsell_share",
            Measured::UpsellPrice => "upsell_price",
            Measured::CrossSellShare => "cross_sell_share",
            Measured::CrossSellPrice => "cross_sell_price",
        }
    }

    /// Whether it is money, a share of a whole, days, or (none of these) a count.
    pub fn unit(self) -> MeasuredIn {
        match self {
            Measured::Leads | Measured::Frequency => MeasuredIn::Count,
            Measured::Cycle => MeasuredIn::Days,
            Measured::CostPerLead
            | Measured::Deal
            | Measured::OrderCost
            | Measured::UpsellPrice
            | Measured::CrossSellPrice => MeasuredIn::Money,
            _ => MeasuredIn::Share,
        }
    }
}

/// The unit of a measured figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeasuredIn {
    /// How many.
    Count,
    /// Money.
    Money,
    /// 0 to 1.
    Share,
    /// Days.
    Days,
}
