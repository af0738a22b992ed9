//! The clients one already has.

use super::estimate::Estimate;
use super::record::record;

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
    }
}
