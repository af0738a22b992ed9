//! The figures that a run-in tests: each is declared in one line of the table below, and counted in `measurement`.

use super::verdict::Better;

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

/// Declares the measured figures: the variant, its name in keys of words, the indicator that it belongs to, its unit, and
/// which way it is good.
macro_rules! measured {
    ($($(#[$doc:meta])+ $variant:ident = $name:literal: $indicator:ident, $unit:ident, $better:ident;)+) => {
        /// One figure of an indicator.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Measured {
            $($(#[$doc])+ $variant,)+
        }

        impl Measured {
            /// All of them.
            pub const ALL: [Measured; [$($name),+].len()] = [$(Measured::$variant),+];

            /// Its name in keys of words.
            pub fn name(self) -> &'static str {
                match self {
                    $(Measured::$variant => $name,)+
                }
            }

            /// The indicator that it belongs to.
            pub fn indicator(self) -> Indicator {
                match self {
                    $(Measured::$variant => Indicator::$indicator,)+
                }
            }

            /// Whether it is money, a share of a whole, days, or (none of these) a count.
            pub fn unit(self) -> MeasuredIn {
                match self {
                    $(Measured::$variant => MeasuredIn::$unit,)+
                }
            }

            /// Which way it is good.
            pub fn better(self) -> Better {
                match self {
                    $(Measured::$variant => Better::$better,)+
                }
            }
        }
    };
}

measured! {
    /// Leads against planned leads.
    Leads = "leads": Acquisition, Count, More;
    /// Money for one lead.
    CostPerLead = "cost_per_lead": Acquisition, Money, Less;
    /// Share of those who came to a stage that passed it.
    Conversion = "conversion": Sales, Share, More;
    /// Money of one order, without VAT.
    Deal = "deal": Sales, Money, More;
    /// Days from lead to sale.
    Cycle = "cycle": Sales, Days, Less;
    /// Share of orders delivered as promised.
    OnPromise = "on_promise": Delivery, Share, More;
    /// Variable costs of one order.
    OrderCost = "order_cost": Delivery, Money, Less;
    /// Share of active clients who stay another month.
    Retention = "retention": Service, Share, More;
    /// Orders of an active client in a month.
    Frequency = "frequency": Service, Count, More;
    /// Share of orders complained about.
    Complaints = "complaints": Service, Share, Less;
    /// Share of orders paid back.
    Refunds = "refunds": Service, Share, Less;
    /// Upsells by new client.
    UpsellShare = "upsell_share": Upsell, Share, More;
    /// Money of one upsell.
    UpsellPrice = "upsell_price": Upsell, Money, More;
    /// Cross-sells by active client and month.
    CrossSellShare = "cross_sell_share": CrossSell, Share, More;
    /// Money of one cross-sell.
    CrossSellPrice = "cross_sell_price": CrossSell, Money, More;
}

impl Measured {
    /// Whether it is told of each channel; of all of them together it is a sum, and no field of the plan.
    pub(super) fn is_of_channels(self) -> bool {
        matches!(self, Measured::Leads | Measured::CostPerLead | Measured::Conversion)
    }

    /// Whether what is judged is the inverse of it: money is spent and leads come, so that it is leads for money that is a
    /// count in an exposure. A finding has it the right way up again.
    pub(super) fn is_judged_inversely(self) -> bool {
        self == Measured::CostPerLead
    }
}
