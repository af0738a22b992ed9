//! Reading numbers as people type them, and writing them back for editing.
//!
//! A number may be typed with groups (`1 234,56`, `1,234.56`, `1'234.50`), with a word of scale («12 тыс», `1.5m`),
//! with money («1 200 ₽», `$5`), as a percentage, as a range (`5..9`, «от 5 до 9», `7 ± 2`, `5..7..9`, `7 (5..9)`), or
//! computed on the spot (`=1200/12`). Nothing passes through binary floating point: what is typed is what is kept.
//!
//! The guiding rule: a wrong reading is worse than a refusal. What cannot be read is refused with the place of the fault;
//! what could have been meant otherwise is read and marked [`Reading::doubtful`], so that the field shows how.
//!
//! # The separators
//!
//! | typed | read as | why |
//! |---|---|---|
//! | `0,5` `0.5` `1234.5` `0.123` | a decimal, in both languages | cannot be a group |
//! | `1 234,5` `1,234.5` `1.234,5` | groups and a decimal | two different separators |
//! | `1,234,567` `1.234.567` | groups | a number has one decimal separator |
//! | `1,234` in English | 1234 | the language's own group; doubtful in a share or before a word of scale |
//! | `1,234` in Russian | 1.234, doubtful | the language's own decimal, yet often pasted from an English sheet |
//! | `1.234` | 1.234, doubtful | the point groups in neither language, but it does in others |
//! | `12 34` `1,23,4` `0 500` | refused | no one groups like this on purpose |

use core::ops::Range;

use rust_decimal::Decimal;

mod arithmetic;
mod editing;
mod estimate;
mod lexing;
mod literal;
mod settling;
mod words;

pub use editing::edit_text;
use lexing::{Cursor, Kind};

/// The longest text that is read, in characters.
pub const LONGEST: usize = 200;

/// The largest absolute value that is read: 10^15.
pub const LARGEST: Decimal = Decimal::from_parts(2_764_472_320, 232_830, 0, false, 0);

/// The language of the interface. It decides only what is ambiguous; words and separators of both are always accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Decimal comma, groups by spaces.
    Russian,
    /// Decimal point, groups by commas.
    English,
}

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

/// Why a text was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing but blanks.
    Empty,
    /// More than [`LONGEST`] characters.
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
    /// Arithmetic that does not begin with `=`.
    ArithmeticUnmarked,
    /// Division by zero.
    DivisionByZero,
    /// Beyond [`LARGEST`], in the result or on the way to it.
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

/// A refusal, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    /// What is wrong.
    pub fault: Fault,
    /// Where, in bytes of the text as typed, on character boundaries; empty where something is missing.
    pub at: Range<usize>,
}

impl ReadError {
    fn new(fault: Fault, at: Range<usize>) -> Self {
        Self { fault, at }
    }
}

/// Reads what was typed.
///
/// Arithmetic begins with `=`; its result is rounded to 12 decimals and always doubtful. As in a spreadsheet it is a plain
/// number even in a share: `=12/340` is 3.5 %. A word of scale after the last number of a range serves those that have
/// none: «5..9 тыс» is 5000..9000, doubtful.
///
/// ```
/// use obkatka::number::reading::{Expected, Fault, Language, read};
/// use rust_decimal::Decimal;
///
/// let price = read("1 234,56 ₽", Language::Russian, Expected::Amount)?;
/// assert_eq!(price.value, Decimal::new(123_456, 2));
/// assert!(!price.doubtful);
///
/// let share = read("от 5 до 9 %", Language::Russian, Expected::Share)?;
/// assert_eq!(share.value, Decimal::new(7, 2));
/// assert_eq!(share.range, Some((Decimal::new(5, 2), Decimal::new(9, 2))));
///
/// assert!(read("=1200/12", Language::English, Expected::Whole)?.doubtful);
///
/// let refused = read("12 34", Language::English, Expected::Amount).unwrap_err();
/// assert_eq!((refused.fault, refused.at), (Fault::BadGroups, 0..5));
/// # Ok::<(), obkatka::number::reading::ReadError>(())
/// ```
///
/// # Errors
/// A [`ReadError`] with the fault and its place; the text itself is never changed.
pub fn read(text: &str, language: Language, expected: Expected) -> Result<Reading, ReadError> {
    if let Some((start, _)) = text.char_indices().nth(LONGEST) {
        return Err(ReadError::new(Fault::TooLong, start..text.len()));
    }
    let cursor = Cursor::new(text);
    match cursor.peek().kind {
        Kind::End => Err(ReadError::new(Fault::Empty, 0..text.len())),
        Kind::Equals => arithmetic::read(cursor, expected),
        _ if !cursor.has_number() => Err(ReadError::new(Fault::NotANumber, cursor.whole())),
        _ => estimate::read(cursor, language, expected),
    }
}
