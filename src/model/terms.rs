//! When money comes and goes, and what the state takes of it.

use super::choice::choice;
use super::estimate::Estimate;
use super::record::record;

record! {
    /// A part of each receipt that is paid later.
    pub struct Instalment {
        /// Stable id.
        1 id: String = Kind::Text { most: 16 }, String::new();
        /// Share of the receipt.
        2 share: Estimate = Kind::Estimate(Measure::Share), Estimate::share(50);
        /// Days after the order.
        3 days: Estimate = Kind::Estimate(Measure::Days), Estimate::guess(30);
    }
}

record! {
    /// When money comes and goes. What no instalment names is paid at once.
    pub struct Terms {
        /// Money there before the first month.
        1 opening_cash: Estimate = Kind::Estimate(Measure::Balance), Estimate::default();
        /// Parts of a receipt that come later.
        2 instalments: Vec<Instalment> = Kind::Rows { most: 12 }, Vec::new();
        /// Days until suppliers are paid for the costs of orders.
        3 supplier_days: Estimate = Kind::Estimate(Measure::Days), Estimate::default();
        /// Days until a refund is paid out.
        4 refund_days: Estimate = Kind::Estimate(Measure::Days), Estimate::default();
    }
}

choice! {
    /// What the tax is taken of.
    pub enum Regime {
        /// No tax is counted.
        None = "none",
        /// A share of revenue.
        RevenueShare = "revenue_share",
        /// A share of the profit of each month that has one.
        ProfitShare = "profit_share",
    }
}

record! {
    /// What the state takes of sales or profit.
    pub struct Tax {
        /// Of what.
        1 regime: Regime = Kind::Choice(Regime::NAMES), Regime::None;
        /// The share.
        2 rate: Estimate = Kind::Estimate(Measure::Share), Estimate::share(6);
    }
}
