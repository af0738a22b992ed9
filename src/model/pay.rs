//! What is paid on top of the salary: parts of a pay plan, their tiers and KPIs, and what is guaranteed.

use super::choice::choice;
use super::estimate::Estimate;
use super::record::record;

choice! {
    /// What a part of pay is calculated from.
    pub enum Base {
        /// First orders of the clients won in the month with their upsells and cross-sells, net.
        NewSales = "new_sales",
        /// Revenue of the whole company.
        Turnover = "turnover",
        /// Revenue of the clients that the role keeps, add-ons included.
        Portfolio = "portfolio",
        /// What revenue leaves after variable costs, of the whole company, before pay.
        Contribution = "contribution",
        /// Operating profit before the variable pay of those who share in it.
        Profit = "profit",
        /// A sum, by KPIs.
        Kpi = "kpi",
    }
}

choice! {
    /// Which money counts.
    pub enum Counted {
        /// What was sold.
        Accrued = "accrued",
        /// What was paid by clients, as the terms have it.
        Collected = "collected",
    }
}

choice! {
    /// What a tier's rate applies to.
    pub enum TierRule {
        /// Each slice has its own rate.
        Marginal = "marginal",
        /// The rate reached applies to all.
        Retroactive = "retroactive",
    }
}

choice! {
    /// What a KPI measures, per person and month.
    pub enum KpiMeasure {
        /// Something the plan does not know: its attainment is entered.
        Entered = "entered",
        /// Leads.
        Leads = "leads",
        /// New clients.
        NewClients = "new_clients",
        /// Orders.
        Orders = "orders",
        /// First orders of the clients won in the month with their upsells and cross-sells, net.
        NewSales = "new_sales",
        /// Revenue of the clients that the role keeps, add-ons included.
        Portfolio = "portfolio",
        /// Revenue of the whole company.
        Turnover = "turnover",
        /// Contribution of the whole company.
        Contribution = "contribution",
    }
}

choice! {
    /// What is paid however the results are.
    pub enum Guarantee {
        /// Nothing but the salary.
        None = "none",
        /// An advance: what it tops up is a debt that later pay brings back.
        Draw = "draw",
        /// A floor: what it tops up is a gift.
        Floor = "floor",
    }
}

record! {
    /// From an attainment on, another rate.
    pub struct Tier {
        /// Stable id.
        1 id: String = Kind::Text { most: 16 }, String::new();
        /// The attainment from which it counts; 1 = 100 % of the target.
        2 from: Estimate = Kind::Estimate(Measure::Rate), Estimate::share(100);
        /// Its rate; nothing for a cap.
        3 rate: Estimate = Kind::Estimate(Measure::Share), Estimate::default();
    }
}

record! {
    /// From an attainment on, another coefficient.
    pub struct Step {
        /// Stable id.
        1 id: String = Kind::Text { most: 16 }, String::new();
        /// The attainment from which it counts; 1 = 100 % of the target.
        2 from: Estimate = Kind::Estimate(Measure::Rate), Estimate::share(100);
        /// The coefficient of the KPI's part of the sum.
        3 coefficient: Estimate = Kind::Estimate(Measure::Plain), Estimate::guess(1);
    }
}

record! {
    /// One indicator of a KPI sum.
    pub struct Kpi {
        /// Stable id.
        1 id: String = Kind::Text { most: 16 }, String::new();
        /// Name.
        2 name: String = Kind::Text { most: 120 }, String::new();
        /// Its share of the sum.
        3 weight: Estimate = Kind::Estimate(Measure::Share), Estimate::share(100);
        /// What it measures.
        4 measure: KpiMeasure = Kind::Choice(KpiMeasure::NAMES), KpiMeasure::Entered;
        /// What is 100 % for one person in a month; none = what the plan itself has.
        5 target: Option<Estimate> = Kind::Optional(Measure::Plain), None;
        /// The attainment that is planned, for what the plan does not know.
        6 attainment: Estimate = Kind::Estimate(Measure::Rate), Estimate::share(100);
        /// From attainment to coefficient; without steps the attainment is the coefficient.
        7 steps: Vec<Step> = Kind::Rows { most: 12 }, Vec::new();
    }
}

record! {
    /// One part of the variable pay of one person.
    pub struct PayPart {
        /// Stable id.
        1 id: String = Kind::Text { most: 16 }, String::new();
        /// What it is calculated from.
        2 base: Base = Kind::Choice(Base::NAMES), Base::NewSales;
        /// Which money counts.
        3 counted: Counted = Kind::Choice(Counted::NAMES), Counted::Accrued;
        /// The share of the base that is paid, from the first rouble to the first tier.
        4 rate: Estimate = Kind::Estimate(Measure::Share), Estimate::default();
        /// The base that is 100 % for one person in a month; none = what the plan itself has.
        5 target: Option<Estimate> = Kind::Optional(Measure::Money), None;
        /// What a tier's rate applies to.
        6 tier_rule: TierRule = Kind::Choice(TierRule::NAMES), TierRule::Marginal;
        /// Rates from an attainment on: threshold, accelerator, cap.
        7 tiers: Vec<Tier> = Kind::Rows { most: 8 }, Vec::new();
        /// The sum that KPIs divide, at 100 %, for one person in a month.
        8 pool: Estimate = Kind::Estimate(Measure::Money), Estimate::default();
        /// The indicators that it hangs on.
        9 kpis: Vec<Kpi> = Kind::Rows { most: 10 }, Vec::new();
    }
}

record! {
    /// What one person of a role is paid on top of the salary.
    pub struct Pay {
        /// The parts, added up.
        1 parts: Vec<PayPart> = Kind::Rows { most: 8 }, Vec::new();
        /// Share of the variable pay that the Customer-Executor rating moves.
        2 rating_share: Estimate = Kind::Estimate(Measure::Share), Estimate::share(15);
        /// What is paid however the results are.
        3 guarantee: Guarantee = Kind::Choice(Guarantee::NAMES), Guarantee::None;
        /// The sum of one month that is guaranteed, salary included.
        4 guaranteed: Estimate = Kind::Estimate(Measure::Money), Estimate::default();
        /// For how many months from the first day at work.
        5 guarantee_months: u32 = Kind::Whole { least: 1, most: 120 }, 3;
        /// The sum a month that the advertisement names: "up to …".
        6 promised: Option<Estimate> = Kind::Optional(Measure::Money), None;
        /// Whether the boss may cut the variable part at will.
        7 at_will: bool = Kind::Flag, false;
    }
}
