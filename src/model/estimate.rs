//! The type of every numeric input: a value, how sure one is of it, and where it comes from.

use super::bounds::impossible;
use super::choice::choice;
use super::field::Measure;
use crate::number::{Count, Decimal, Money, Number, Share, Undefined};

choice! {
    /// What an estimate rests on.
    pub enum Basis {
        /// Nobody has measured it yet.
        Guess = "guess",
        /// A published figure; the source says which.
        Benchmark = "benchmark",
        /// Counted in this business.
        Measured = "measured",
    }
}

/// The bounds that are each missed one time in ten: below `low` in 1 case of 10, above `high` in 1
/// case of 10.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// Lower bound.
    pub low: Decimal,
    /// Upper bound.
    pub high: Decimal,
}

/// A numeric input.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Estimate {
    /// The value the plan is computed with.
    pub value: Decimal,
    /// How far off it may be, where somebody has said so.
    pub range: Option<Range>,
    /// What it rests on.
    pub basis: Basis,
    /// Whose figure it is and of what year, for a benchmark; a remark otherwise.
    pub source: String,
    /// Whether its value is a zero that somebody has said. A field left blank counts as zero too, but nobody has said it:
    /// what rests on it is not known. Never with another value.
    pub said_zero: bool,
}

impl Estimate {
    /// A guess at a value.
    pub fn guess(value: impl Into<Decimal>) -> Self {
        let value = value.into();
        Self { value, said_zero: value.is_zero(), ..Self::default() }
    }

    /// A guess as documents write it: a bare zero is a field left blank.
    pub fn written(value: Decimal) -> Self {
        Self { value, ..Self::default() }
    }

    /// Whether nobody has entered anything.
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }

    /// A guess at `per_cent` hundredths: `share(5)` is 0.05.
    pub fn share(per_cent: i64) -> Self {
        Self::guess(Decimal::new(per_cent, 2).normalize())
    }

    /// The value in the number system of the calculation, whatever it is an estimate of.
    pub fn number<N: Number>(&self) -> N {
        N::from_decimal(self.value)
    }

    /// The value; undefined where something of that measure cannot be so.
    pub fn measured<N: Number>(&self, measure: Measure) -> N {
        match impossible(measure, self.value) {
            None => self.number(),
            Some(_) => N::undefined(Undefined::Impossible),
        }
    }

    /// The value as money; undefined below nothing.
    pub fn as_money<N: Number>(&self) -> Money<N> {
        Money(self.measured(Measure::Money))
    }

    /// The value as a share of a whole; undefined outside of 0..1.
    pub fn as_share<N: Number>(&self) -> Share<N> {
        Share(self.measured(Measure::Share))
    }

    /// The value as a rate that may pass 1 and be negative; undefined below −1.
    pub fn as_rate<N: Number>(&self) -> Share<N> {
        Share(self.measured(Measure::Rate))
    }

    /// The value as a count; undefined below nothing.
    pub fn as_count<N: Number>(&self) -> Count<N> {
        Count(self.measured(Measure::Count))
    }
}
