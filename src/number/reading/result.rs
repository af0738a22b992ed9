//! What is expected of a text, and what came of reading it.

use core::ops::Range;

use rust_decimal::Decimal;

use crate::variants::variants;

/// What the field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Any number: money, months, days, orders. A percent sign is refused.
    Amount,
    /// A share, typed in percent and kept as a fraction: `8` and `8 %` both mean 0.08.
    Share,
    /// Whole numbers only.
    Whole,
}

/// A number that was understood. Its value lies within its range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The number; of a range without a middle, its midpoint (rounded, halves to even, where only whole numbers are expected).
    pub value: Decimal,
    /// The lowest and the highest, lowest first, never equal.
    pub range: Option<(Decimal, Decimal)>,
    /// Whether something else could have been meant: show how it was read.
    pub doubtful: bool,
}

variants! {
    /// Why a text was not read.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum NumberFault {
        /// Nothing but blanks.
        Empty,
        /// More than [`LONGEST`](super::LONGEST) characters.
        TooLong,
        /// There is no number in it at all.
        NotANumber,
        /// A number must stand here: `5..`, `=2*`, «от 5».
        NumberExpected,
        /// Something that does not belong: «5 штук», `5 %%`.
        UnexpectedText,
        /// Two decimal separators: `1,2.3`, and any second separator in arithmetic.
        TwoDecimals,
        /// Groups not of three digits, or of two kinds: `12 34`, `1.2.3`.
        BadGroups,
        /// A percent sign where no share is expected.
        PercentNotExpected,
        /// `=1200+10%` is 1200.1 to a spreadsheet and 1320 to a calculator: write `=1200*(1+10%)`.
        PercentAdded,
        /// Money of another period than the month: `1200/yr`.
        OtherPeriod,
        /// Arithmetic that does not begin with `=`.
        ArithmeticUnmarked,
        /// Division by zero.
        DivisionByZero,
        /// Beyond [`LARGEST`](super::LARGEST), in the result or on the way to it.
        TooLarge,
        /// More digits than can be kept exactly (28 decimals; 26 in percent).
        TooManyDigits,
        /// More than 20 brackets in one another.
        TooDeep,
        /// A bracket without its pair.
        Unbalanced,
        /// The lower end stands above the upper one.
        RangeBackwards,
        /// The middle value lies outside of its range.
        ValueOutside,
        /// A fraction where only whole numbers are expected.
        NotWhole,
    }
}

/// A refusal, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberError {
    /// What is wrong.
    pub fault: NumberFault,
    /// Where, in bytes of the text as typed, on character boundaries; empty where something is missing.
    pub at: Range<usize>,
}

impl NumberError {
    pub(super) fn new(fault: NumberFault, at: Range<usize>) -> Self {
        Self { fault, at }
    }
}
