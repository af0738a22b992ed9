//! Costs that do not hang on what is sold.

use super::estimate::Estimate;
use super::record::record;

record! {
    /// A cost that comes every month.
    pub struct FixedCost {
        /// Stable id.
        1 id: String = Kind::Text { most: 16 }, String::new();
        /// Name.
        2 name: String = Kind::Text { most: 120 }, String::new();
        /// Amount in its first month.
        3 amount: Estimate = Kind::Estimate(Measure::Money), Estimate::default();
        /// First month of the plan, 0 = the plan's first.
        4 first: u32 = Kind::Month, 0;
        /// Last month, that month included; open = to the end.
        5 last: Option<u32> = Kind::Month, None;
        /// Growth of the amount from month to month.
        6 growth: Estimate = Kind::Estimate(Measure::Rate), Estimate::default();
    }
}

record! {
    /// Money spent once.
    pub struct Investment {
        /// Stable id.
        1 id: String = Kind::Text { most: 16 }, String::new();
        /// Name.
        2 name: String = Kind::Text { most: 120 }, String::new();
        /// Amount.
        3 amount: Estimate = Kind::Estimate(Measure::Money), Estimate::default();
        /// Month of the plan in which it is paid, 0 = the plan's first.
        4 month: u32 = Kind::Month, 0;
    }
}
