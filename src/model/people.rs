//! Who works, on which process, for what salary.

use super::estimate::Estimate;
use super::funnel::Process;
use super::record::record;

record! {
    /// A role: people who do the same work for the same salary.
    pub struct Person {
        /// Stable id.
        1 id: String = Kind::Text { most: 16 }, String::new();
        /// What the role is called.
        2 role: String = Kind::Text { most: 120 }, String::new();
        /// The process it serves.
        3 process: Process = Kind::Choice(Process::NAMES), Process::Sales;
        /// How many people.
        4 heads: Estimate = Kind::Estimate(Measure::Count), Estimate::guess(1);
        /// First month of the plan, 0 = the plan's first.
        5 first: u32 = Kind::Month, 0;
        /// Last month, that month included; open = to the end.
        6 last: Option<u32> = Kind::Month, None;
        /// Salary of one person in a month, before income tax.
        7 salary: Estimate = Kind::Estimate(Measure::Money), Estimate::default();
        /// The employer's contributions as a share of pay.
        8 contributions: Estimate = Kind::Estimate(Measure::Share), Estimate::share(30);
    }
}
