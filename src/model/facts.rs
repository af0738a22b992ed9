//! What has really been: by month, channel and stage. A blank is "not recorded", never zero.
//!
//! Rows bear the name of what they are about: a month its year and month, a channel and a stage the id of
//! the plan's own. So one path leads from a figure of the plan to its fact, and rows come into being when a
//! figure is written down.

use super::about::YearMonth;
use super::estimate::Estimate;
use super::fact_record::fact_record;
use super::field::Measure;
use super::record::{Slot, SlotMut, Value, record};
use crate::number::Decimal;

record! {
    /// How many came to a stage.
    pub struct StageFacts {
        /// Id of the funnel's stage.
        1 id: String = Kind::Text { most: 16 }, String::new();
        /// How many reached it in the month.
        2 count: Option<Decimal> = Kind::Fact(Measure::Count), None;
    }
}

fact_record! {
    /// What a channel cost and brought in a month.
    pub struct ChannelFacts of ChannelFact<S> {
        /// Id of the plan's channel.
        1 id: String = Kind::Text { most: 16 }, String::new();
        /// Money spent on it.
        2 spend => Spend, Money;
        /// Leads that came.
        3 leads => Leads, Count;
        /// How many reached each stage; who passes the last is a client.
        4 stages: Vec<StageFacts> = Kind::Rows { most: 12 }, Vec::new() => Stage(S);
        /// New clients, where the funnel has no stages.
        5 clients => Clients, Count;
        /// Revenue of the channel's clients, without VAT.
        6 revenue => Revenue, Money;
    }
}

fact_record! {
    /// One month as it was.
    pub struct MonthFacts of BusinessFact {
        /// The month, as `YYYYMM`.
        1 id: String = Kind::Text { most: 16 }, String::new();
        /// By channel.
        2 channels: Vec<ChannelFacts> = Kind::Rows { most: 40 }, Vec::new();
        /// Orders delivered.
        3 delivered => Delivered, Count;
        /// Of these, delivered as promised: in time, in full, without rework.
        4 on_promise => OnPromise, Count;
        /// Days from lead to sale, on average of the month's sales.
        5 cycle => Cycle, Days;
        /// Clients active at the month's end.
        6 active => Active, Count;
        /// Clients lost in the month.
        7 lost => Lost, Count;
        /// Orders complained about.
        8 complaints => Complaints, Count;
        /// Orders paid back.
        9 refunds => Refunds, Count;
        /// New clients who bought more with the first order.
        10 upsells => Upsells, Count;
        /// What they paid for it, without VAT.
        11 upsell_revenue => UpsellRevenue, Money;
        /// Active clients who bought something else.
        12 cross_sells => CrossSells, Count;
        /// What they paid for it, without VAT.
        13 cross_sell_revenue => CrossSellRevenue, Money;
        /// Everything that grows with orders and clients.
        14 variable_costs => VariableCosts, Money;
        /// Pay of everybody, with contributions.
        15 payroll => Payroll, Money;
        /// Costs that come whatever is sold.
        16 fixed_costs => FixedCosts, Money;
        /// Tax on revenue or profit.
        17 taxes => Taxes, Money;
        /// Cash at the month's end.
        18 cash => Cash, Balance;
    }
}

/// A plan as it stood, as the text of the format in which links hold documents, with the number of that
/// format's version. Empty where there is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frozen(pub String);

impl Value for Frozen {
    fn slot(&self) -> Slot<'_> {
        Slot::Frozen(&self.0)
    }
    fn slot_mut(&mut self) -> SlotMut<'_> {
        SlotMut::Frozen(&mut self.0)
    }
}

impl Value for Option<Decimal> {
    fn slot(&self) -> Slot<'_> {
        Slot::Fact(*self)
    }
    fn slot_mut(&mut self) -> SlotMut<'_> {
        SlotMut::Fact(self)
    }
}

record! {
    /// The plan as it stood when the first figures of a quarter came in, or when one wanted to keep it.
    pub struct Snapshot {
        /// The month from which on it was the plan, as `YYYYMM`.
        1 id: String = Kind::Text { most: 16 }, String::new();
        /// The plan, without its facts.
        2 plan: Frozen = Kind::Plan, Frozen::default();
    }
}

record! {
    /// Facts that were taken into the plan: figures with this source hold them already.
    pub struct Adoption {
        /// The month after the last of them, as `YYYYMM`.
        1 id: String = Kind::Text { most: 16 }, String::new();
        /// The source that the figures name.
        2 source: String = Kind::Text { most: 120 }, String::new();
    }
}

record! {
    /// Everything that has really been, and the plans before.
    pub struct Facts {
        /// The months.
        1 months: Vec<MonthFacts> = Kind::Rows { most: 120 }, Vec::new();
        /// Plans as they stood.
        2 snapshots: Vec<Snapshot> = Kind::Rows { most: 40 }, Vec::new();
        /// Month of the plan in which the run-in begins; open = the first month with facts.
        3 run_in: Option<u32> = Kind::Month, None;
        /// Share of orders that should be delivered as promised.
        4 on_promise: Estimate = Kind::Estimate(Measure::Share), Estimate::share(95);
        /// Most orders that may be complained about, as a share.
        5 complaints: Estimate = Kind::Estimate(Measure::Share), Estimate::share(5);
        /// Whether orders delivered are estimated from revenue in months in which they are not recorded.
        6 estimates_orders: bool = Kind::Flag, false;
        /// Facts that were taken into the plan.
        7 adoptions: Vec<Adoption> = Kind::Rows { most: 40 }, Vec::new();
    }
}

impl YearMonth {
    /// The id of rows about this month: `YYYYMM`.
    pub fn key(self) -> String {
        format!("{:04}{:02}", self.year(), self.month())
    }

    /// The month that an id is about.
    ///
    /// ```
    /// use obkatka::model::YearMonth;
    /// assert_eq!(YearMonth::of_key("202701"), Some(YearMonth::new(2027, 1)));
    /// assert_eq!(YearMonth::of_key("20271"), None);
    /// ```
    pub fn of_key(key: &str) -> Option<Self> {
        let (year, month) = key.split_at_checked(4)?;
        Self::parse(&[year, "-", month].concat())
    }
}

impl Facts {
    /// A month as it was, if anything of it is recorded.
    pub fn at(&self, month: YearMonth) -> Option<&MonthFacts> {
        let key = month.key();
        self.months.iter().find(|row| row.id == key)
    }

    /// The months in order, each with its figures. Rows that are about no month are not among them.
    pub fn by_month(&self) -> Vec<(YearMonth, &MonthFacts)> {
        let mut months: Vec<_> =
            self.months.iter().filter_map(|row| Some((YearMonth::of_key(&row.id)?, row))).collect();
        months.sort_by_key(|(month, _)| *month);
        months
    }
}

impl MonthFacts {
    /// What a channel cost and brought, if anything of it is recorded.
    pub fn channel(&self, id: &str) -> Option<&ChannelFacts> {
        self.channels.iter().find(|channel| channel.id == id)
    }
}

impl ChannelFacts {
    /// How many reached a stage, if that is recorded.
    pub fn stage(&self, id: &str) -> Option<Decimal> {
        self.stages.iter().find(|stage| stage.id == id).and_then(|stage| stage.count)
    }
}
