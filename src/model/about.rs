//! What the document is about: name, currency, calendar, horizon.

use super::choice::choice;
use super::currency::Currency;
use super::estimate::Estimate;
use super::record::{Slot, SlotMut, Value, record};

choice! {
    /// What one counts: the word that every label uses.
    pub enum Unit {
        /// People or firms that buy, perhaps again.
        Client = "client",
        /// Purchases.
        Order = "order",
        /// Pieces sold, as on a marketplace.
        Item = "item",
    }
}

choice! {
    /// The trade, whose words name those who buy, those who may, and what they buy.
    pub enum Trade {
        /// Any business: customers, leads, orders.
        Any = "any",
        /// A shop, on the net or on a street: visitors.
        Store = "store",
        /// Guests and their visits: cafés, salons, hotels.
        Guests = "guests",
        /// Patients and their visits.
        Clinic = "clinic",
        /// Students.
        School = "school",
        /// Services to firms: clients.
        Services = "services",
    }
}

/// Months of the longest plan.
pub const LONGEST_HORIZON: u32 = 60;

/// A calendar month, counted from January of the year 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct YearMonth(pub u32);

impl YearMonth {
    /// The month `month` (1..=12) of a year.
    pub const fn new(year: u32, month: u32) -> Self {
        Self(year.saturating_mul(12).saturating_add(month.saturating_sub(1)))
    }
    /// The year.
    pub const fn year(self) -> u32 {
        self.0 / 12
    }
    /// The month of the year, 1..=12.
    pub const fn month(self) -> u32 {
        self.0 % 12 + 1
    }
    /// So many months later.
    pub const fn later(self, months: u32) -> Self {
        Self(self.0.saturating_add(months))
    }
    /// `YYYY-MM`.
    pub fn text(self) -> String {
        format!("{:04}-{:02}", self.year(), self.month())
    }
    /// Reads `YYYY-MM` of the years 1900..=2999.
    ///
    /// ```
    /// use obkatka::model::YearMonth;
    /// assert_eq!(YearMonth::parse("2027-01"), Some(YearMonth::new(2027, 1)));
    /// assert_eq!(YearMonth::parse("2027-13"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        let digits = |part: &str, count| part.len() == count && part.bytes().all(|b| b.is_ascii_digit());
        if !digits(year, 4) || !digits(month, 2) {
            return None;
        }
        let (year, month) = (year.parse().ok()?, month.parse().ok()?);
        ((1900..3000).contains(&year) && (1..=12).contains(&month)).then(|| Self::new(year, month))
    }
}

impl Value for YearMonth {
    fn slot(&self) -> Slot<'_> {
        Slot::Calendar(self.0)
    }
    fn slot_mut(&mut self) -> SlotMut<'_> {
        SlotMut::Calendar(&mut self.0)
    }
}

record! {
    /// Name, currency, first month and horizon.
    pub struct About {
        /// The name of the business or of the plan.
        1 name: String = Kind::Text { most: 120 }, String::new();
        /// Anything worth remembering.
        2 note: String = Kind::Text { most: 4000 }, String::new();
        /// Currency of every amount, ISO 4217.
        3 currency: Currency = Kind::Choice(Currency::NAMES), Currency::Rub;
        /// The first month of the plan.
        4 start: YearMonth = Kind::Calendar, YearMonth::new(2027, 1);
        /// Months in the plan.
        5 horizon: u32 = Kind::Whole { least: 12, most: LONGEST_HORIZON }, 36;
        /// What one counts.
        6 unit: Unit = Kind::Choice(Unit::NAMES), Unit::Client;
        /// Months of a client's life that LTV counts.
        7 ltv_horizon: u32 = Kind::Whole { least: 1, most: 120 }, 36;
        /// Yearly rate at which LTV discounts; compounded by month, month 0 undiscounted.
        8 discount: Estimate = Kind::Estimate(Measure::Rate), Estimate::default();
        /// The trade: what clients, leads and orders are called.
        9 trade: Trade = Kind::Choice(Trade::NAMES), Trade::Any;
    }
}
