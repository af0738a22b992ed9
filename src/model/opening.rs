//! What there is when the plan begins: the clients one already has, and what they and others owe.

use super::estimate::Estimate;
use super::record::record;

record! {
    /// A sum that is owed when the plan begins.
    pub struct OpeningDebt {
        /// Stable id.
        1 id: String = Kind::Text { most: 16 }, String::new();
        /// Whose it is, or of what.
        2 name: String = Kind::Text { most: 120 }, String::new();
        /// How much.
        3 amount: Estimate = Kind::Estimate(Measure::Money), Estimate::default();
        /// Month of the plan in which it is paid, 0 = the plan's first.
        4 month: u32 = Kind::Month, 0;
    }
}

record! {
    /// Clients who are there when the plan begins. They cost nothing to win, and are in no figure of a new client.
    pub struct Opening {
        /// How many are still there in the first month.
        1 clients: Estimate = Kind::Estimate(Measure::Count), Estimate::default();
        /// Orders of one of them in a month; none = as new clients order later.
        2 frequency: Option<Estimate> = Kind::Optional(Measure::Count), None;
        /// Share of them that stays from month to month; none = as new clients stay later.
        3 retention: Option<Estimate> = Kind::Optional(Measure::Share), None;
        /// How many months they have been clients on average: with a curve the older leave less.
        4 age: u32 = Kind::Whole { least: 0, most: 240 }, 12;
        /// What clients owe for what they have had, and when it comes.
        5 receivables: Vec<OpeningDebt> = Kind::Rows { most: 24 }, Vec::new();
        /// What is owed to suppliers and others, and when it is paid.
        6 payables: Vec<OpeningDebt> = Kind::Rows { most: 24 }, Vec::new();
        /// Income from January of the first month's year until the plan begins, for limits that laws set by year.
        7 income_this_year: Option<Estimate> = Kind::Optional(Measure::Money), None;
        /// Payroll of the same months, for limits that laws set by year.
        8 payroll_this_year: Option<Estimate> = Kind::Optional(Measure::Money), None;
        /// Income of the year before, for limits that laws set by year.
        9 income_last_year: Option<Estimate> = Kind::Optional(Measure::Money), None;
    }
}
