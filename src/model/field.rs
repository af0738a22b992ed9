//! What is known of a field of the document besides its value: names, kind, bounds.

/// One field of a record.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// The name in files; the Rust field has the same.
    pub key: &'static str,
    /// The number that stands for the key in links. Never reused.
    pub number: u8,
    /// What may stand in it.
    pub kind: Kind,
    /// What it means, for the format's page. Empty in the browser.
    pub about: &'static str,
}

impl Field {
    /// What its number measures; none for a field that holds no estimate.
    pub fn measure(&self) -> Option<Measure> {
        match self.kind {
            Kind::Estimate(measure) | Kind::Optional(measure) => Some(measure),
            _ => None,
        }
    }
}

/// What may stand in a field, and within what bounds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// Free text of at most so many characters.
    Text {
        /// Characters.
        most: u16,
    },
    /// A whole number within bounds.
    Whole {
        /// Lower bound.
        least: u32,
        /// Upper bound.
        most: u32,
    },
    /// A month of the plan, 0 = the first; may be open where the field allows it.
    Month,
    /// A calendar month, `YYYY-MM`.
    Calendar,
    /// Yes or no.
    Flag,
    /// One of a list of names.
    Choice(&'static [&'static str]),
    /// A number that somebody estimates.
    Estimate(Measure),
    /// The same, or nothing.
    Optional(Measure),
    /// A number that was counted or paid, or not recorded.
    Fact(Measure),
    /// A plan as it stood.
    Plan,
    /// A record of its own.
    Record,
    /// Rows of one kind of record.
    Rows {
        /// How many at the most.
        most: u16,
    },
}

/// What an estimate is an estimate of: decides how it is read, shown and bounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Money of the model's currency, not negative.
    Money,
    /// Money that may be negative (an opening balance).
    Balance,
    /// A share of a whole, 0..1.
    Share,
    /// A rate that may pass 1 and may be negative (growth).
    Rate,
    /// How many, not negative.
    Count,
    /// Days.
    Days,
    /// A plain positive number without a unit.
    Plain,
}
