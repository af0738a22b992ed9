//! What is sold: price, costs of one order, add-ons, and how clients stay.

use super::choice::choice;
use super::estimate::Estimate;
use super::record::record;

choice! {
    /// Whether the price holds VAT.
    pub enum Vat {
        /// No VAT is owed.
        None = "none",
        /// The price includes it: rate / (100 + rate) of the price is owed.
        Inside = "inside",
        /// It comes on top of the price.
        OnTop = "on_top",
    }
}

choice! {
    /// How the share of clients who stay runs with their age.
    pub enum RetentionKind {
        /// The same share stays every month.
        Constant = "constant",
        /// Everyone buys once.
        Once = "once",
        /// One share in the first months, another later.
        TwoStage = "two_stage",
        /// As observed, continued by the last ratio.
        Table = "table",
        /// Shifted beta geometric: the doubtful leave first.
        Sbg = "sbg",
    }
}

choice! {
    /// When a client's later orders fall.
    pub enum Rhythm {
        /// Regular up to one order a month, at any time above it.
        ByFrequency = "by_frequency",
        /// At a steady interval: contracts, check-ups.
        Regular = "regular",
        /// At any time while the client stays.
        Random = "random",
    }
}

choice! {
    /// What the frequency counts.
    pub enum FrequencyUnit {
        /// So many repeat orders a month.
        PerMonth = "per_month",
        /// So many a quarter.
        PerQuarter = "per_quarter",
        /// So many a year.
        PerYear = "per_year",
        /// One every so many months.
        EveryMonths = "every_months",
        /// One every so many weeks.
        EveryWeeks = "every_weeks",
        /// One every so many days.
        EveryDays = "every_days",
    }
}

choice! {
    /// How constant retention is said.
    pub enum RetentionEntry {
        /// The share still a client after a month.
        Month = "monthly",
        /// The share still a client after a quarter.
        Quarter = "quarterly",
        /// The share still a client after a year.
        Year = "yearly",
        /// The share that has bought again within a year of the first order.
        BoughtAgain = "bought_again",
        /// A cohort's first year in the CRM: the share that bought again, and orders per different client. Says the
        /// frequency too.
        FirstYear = "first_year",
    }
}

choice! {
    /// What an observed table says.
    pub enum TableKind {
        /// The share that is still a client.
        StillClients = "still_clients",
        /// The share that bought in that month; says the frequency too.
        Bought = "bought",
    }
}

choice! {
    /// When an add-on is sold.
    pub enum AddOnKind {
        /// With the first order, once.
        Upsell = "upsell",
        /// Later: with each order, or each month while the client is active.
        CrossSell = "cross_sell",
    }
}

choice! {
    /// When cross-sells are offered.
    pub enum CrossSellTiming {
        /// With each order where a client orders less than once a month, else each month.
        ByFrequency = "by_frequency",
        /// With each order.
        EachOrder = "each_order",
        /// Each month while the client is active.
        EachMonth = "each_month",
    }
}

record! {
    /// The share of the first clients still there at one age.
    pub struct Observed {
        /// Stable id.
        1 id: String = Kind::Text { most: 16 }, String::new();
        /// Share of all who came that are still active; the first row is month 1.
        2 share: Estimate = Kind::Estimate(Measure::Share), Estimate::share(50);
    }
}

record! {
    /// How clients stay. Only the fields of the chosen kind count; the others keep their values.
    pub struct Retention {
        /// Which rule.
        1 kind: RetentionKind = Kind::Choice(RetentionKind::NAMES), RetentionKind::Constant;
        /// Constant: share that stays from month to month.
        2 rate: Estimate = Kind::Estimate(Measure::Share), Estimate::share(90);
        /// Two stages: share that stays in each of the first months.
        3 early_rate: Estimate = Kind::Estimate(Measure::Share), Estimate::share(70);
        /// Two stages: how many months are the first.
        4 early_months: u32 = Kind::Whole { least: 0, most: 120 }, 3;
        /// Two stages: share that stays in each later month.
        5 later_rate: Estimate = Kind::Estimate(Measure::Share), Estimate::share(95);
        /// Table: observed shares by age, from month 1.
        6 table: Vec<Observed> = Kind::Rows { most: 120 }, Vec::new();
        /// Shifted beta geometric: alpha.
        7 alpha: Estimate = Kind::Estimate(Measure::Plain), Estimate::guess(1);
        /// Shifted beta geometric: beta.
        8 beta: Estimate = Kind::Estimate(Measure::Plain), Estimate::guess(4);
        /// Constant: which of the figures below says it.
        9 entry: RetentionEntry = Kind::Choice(RetentionEntry::NAMES), RetentionEntry::Month;
        /// Constant: share still a client after a quarter.
        10 quarter_rate: Estimate = Kind::Estimate(Measure::Share), Estimate::share(75);
        /// Constant: share still a client after a year.
        11 year_rate: Estimate = Kind::Estimate(Measure::Share), Estimate::share(40);
        /// Constant: share of clients who buy again within a year of their first order.
        12 return_share: Estimate = Kind::Estimate(Measure::Share), Estimate::share(50);
        /// Constant, from a CRM's first year: orders per different client, the first order included.
        13 orders_per_client: Estimate = Kind::Estimate(Measure::Count), Estimate::guess(2);
        /// Table: what its shares are shares of.
        14 table_kind: TableKind = Kind::Choice(TableKind::NAMES), TableKind::StillClients;
        /// Table of those who bought: orders of one of them in the month.
        15 orders_per_buyer: Estimate = Kind::Estimate(Measure::Count), Estimate::guess(1);
    }
}

record! {
    /// Something sold in addition to the main product.
    pub struct AddOn {
        /// Stable id.
        1 id: String = Kind::Text { most: 16 }, String::new();
        /// Name.
        2 name: String = Kind::Text { most: 120 }, String::new();
        /// Once with the first order, or each month.
        3 kind: AddOnKind = Kind::Choice(AddOnKind::NAMES), AddOnKind::Upsell;
        /// Share of clients who take it (each time it is offered, for a cross-sell).
        4 share: Estimate = Kind::Estimate(Measure::Share), Estimate::share(10);
        /// Price.
        5 price: Estimate = Kind::Estimate(Measure::Money), Estimate::default();
        /// Its cost as a share of its price.
        6 cost_share: Estimate = Kind::Estimate(Measure::Share), Estimate::share(50);
    }
}

record! {
    /// What is sold, at what price and cost, and how clients stay.
    pub struct Offer {
        /// Price of one order as the client pays it.
        1 price: Estimate = Kind::Estimate(Measure::Money), Estimate::default();
        /// How often a client orders again, the first order not counted; in what `frequency_unit` says.
        2 frequency: Estimate = Kind::Estimate(Measure::Count), Estimate::guess(1);
        /// Cost of one order in money.
        3 unit_cost: Estimate = Kind::Estimate(Measure::Money), Estimate::default();
        /// Cost of one order as a share of the price.
        4 cost_share: Estimate = Kind::Estimate(Measure::Share), Estimate::default();
        /// Extra cost of a client's first order (onboarding).
        5 first_order_cost: Estimate = Kind::Estimate(Measure::Money), Estimate::default();
        /// Payment fee as a share of the amount paid.
        6 payment_fee: Estimate = Kind::Estimate(Measure::Share), Estimate::default();
        /// Platform's commission as a share of the amount paid.
        7 commission: Estimate = Kind::Estimate(Measure::Share), Estimate::default();
        /// Share of orders whose money is given back.
        8 refund_share: Estimate = Kind::Estimate(Measure::Share), Estimate::default();
        /// Cost of serving one active client for a month.
        9 service_cost: Estimate = Kind::Estimate(Measure::Money), Estimate::default();
        /// Whether the price holds VAT.
        10 vat: Vat = Kind::Choice(Vat::NAMES), Vat::None;
        /// Rate of VAT.
        11 vat_rate: Estimate = Kind::Estimate(Measure::Share), Estimate::share(22);
        /// How clients stay.
        12 retention: Retention = Kind::Record, Retention::default();
        /// What is sold in addition.
        13 add_ons: Vec<AddOn> = Kind::Rows { most: 40 }, Vec::new();
        /// What the frequency counts.
        14 frequency_unit: FrequencyUnit = Kind::Choice(FrequencyUnit::NAMES), FrequencyUnit::PerMonth;
        /// When later orders fall.
        15 rhythm: Rhythm = Kind::Choice(Rhythm::NAMES), Rhythm::ByFrequency;
        /// Part of an order's cost that is recovered when the order is refunded: nothing of a service, all of goods
        /// that can be sold again.
        16 recovered_share: Estimate = Kind::Estimate(Measure::Share), Estimate::default();
        /// Cost of taking back one refunded order.
        17 return_cost: Estimate = Kind::Estimate(Measure::Money), Estimate::default();
        /// Cost of delivering one order; never recovered.
        18 delivery_cost: Estimate = Kind::Estimate(Measure::Money), Estimate::default();
        /// Whether the payment fee of a refunded order stays with whoever took it.
        19 fee_kept: bool = Kind::Flag, true;
        /// Whether the platform keeps its commission of a refunded order.
        20 commission_kept: bool = Kind::Flag, false;
        /// When cross-sells are offered.
        21 cross_sell_timing: CrossSellTiming = Kind::Choice(CrossSellTiming::NAMES), CrossSellTiming::ByFrequency;
    }
}
