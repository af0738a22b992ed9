//! One row of digits with its separators: which of them group, and which is the decimal.

use rust_decimal::Decimal;

use super::language::Language;
use super::lexing::{is_group, is_group_space, quarters};
use super::result::NumberFault;

/// The largest absolute value that is read: 10^15.
pub const LARGEST: Decimal = Decimal::from_parts(2_764_472_320, 232_830, 0, false, 0);

/// How separators are to be understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Separators {
    /// As people write; the language decides what is ambiguous.
    Ordinary(Language),
    /// A point or a comma is the decimal, as in arithmetic.
    Decimal,
}

/// An exact magnitude before it is known to fit: `mantissa * 10^exponent`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Magnitude {
    mantissa: u128,
    exponent: i32,
}

/// A row of digits that was understood.
#[derive(Clone, Copy, Debug)]
pub(super) struct Literal {
    pub magnitude: Magnitude,
    /// One separator before exactly three digits: could be either.
    pub ambiguous: bool,
    /// The ambiguous separator was taken for a group.
    pub grouped: bool,
    /// Written with an exponent.
    pub scientific: bool,
}

/// The greatest power of ten an exponent may have.
const EXPONENT: i32 = 20;

/// Reads a row of digits as the lexer delimits it.
pub(super) fn literal(text: &str, separators: Separators) -> Result<Literal, NumberFault> {
    if let Some(magnitude) = mixed_fraction(text) {
        return Ok(Literal { magnitude: magnitude?, ambiguous: false, grouped: false, scientific: false });
    }
    let (row, exponent) = match text.split_once(['e', 'E']) {
        Some((row, exponent)) => (row, Some(power(exponent)?)),
        None => (text, None),
    };
    // What a machine wrote with an exponent has no groups of points or commas.
    let separators = if exponent.is_some() { Separators::Decimal } else { separators };
    let layout = PointPosition::of(row, separators)?;
    let magnitude = magnitude(row, layout.point)?.shifted(exponent.unwrap_or(0));
    let PointPosition { ambiguous, grouped, .. } = layout;
    Ok(Literal { magnitude, ambiguous, grouped, scientific: exponent.is_some() })
}

/// `1½`: a whole number, if any, and a half or a quarter.
fn mixed_fraction(text: &str) -> Option<Result<Magnitude, NumberFault>> {
    let mark = text.chars().next_back()?;
    let (quarters, whole) = (quarters(mark), text.trim_end_matches(mark).trim_end());
    let hundredths = || {
        let whole = if whole.is_empty() { 0 } else { whole.parse::<u128>().ok()? };
        whole.checked_mul(100)?.checked_add(quarters.checked_mul(25)?)
    };
    let magnitude = || Some(Magnitude { mantissa: hundredths()?, exponent: -2 });
    (quarters > 0).then(|| magnitude().ok_or(NumberFault::BadGroups))
}

fn power(text: &str) -> Result<i32, NumberFault> {
    let digits = text.trim_start_matches(['+', '-', '\u{2212}']);
    let size = digits.parse().unwrap_or(i32::MAX);
    let negative = !text.starts_with('+') && digits.len() < text.len();
    match (size <= EXPONENT, negative) {
        (true, true) => Ok(size.saturating_neg()),
        (true, false) => Ok(size),
        (false, true) => Err(NumberFault::TooManyDigits),
        (false, false) => Err(NumberFault::TooLarge),
    }
}

/// What separates digits. All the spaces count as one kind, for pasted text mixes them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Separator {
    Space,
    Apostrophe,
    Point,
    Comma,
}

impl Separator {
    fn of(character: char) -> Option<Self> {
        match character {
            '.' => Some(Self::Point),
            ',' => Some(Self::Comma),
            space if is_group_space(space) => Some(Self::Space),
            other if is_group(other) => Some(Self::Apostrophe),
            _ => None,
        }
    }

    fn may_be_decimal(self) -> bool {
        matches!(self, Self::Point | Self::Comma)
    }
}

/// Where the decimal stands.
struct PointPosition {
    /// Byte of the decimal separator.
    point: Option<usize>,
    ambiguous: bool,
    grouped: bool,
}

impl PointPosition {
    fn of(row: &str, separators: Separators) -> Result<Self, NumberFault> {
        let marks: Vec<(usize, Separator)> =
            row.char_indices().filter_map(|(at, character)| Some((at, Separator::of(character)?))).collect();
        let Some((&(at, last), before)) = marks.split_last() else { return Ok(Self::groups()) };
        let Some(&(_, group)) = before.first() else { return Self::single(row, at, last, separators) };
        if before.iter().any(|&(_, mark)| mark != group) {
            return Err(mixed(&marks));
        }
        if group.may_be_decimal() && separators == Separators::Decimal {
            return Err(NumberFault::TwoDecimals);
        }
        if group == last {
            return grouped(row).then(Self::groups).ok_or(NumberFault::BadGroups);
        }
        let whole = row.get(..at).unwrap_or_default();
        let sound = last.may_be_decimal() && grouped(whole);
        sound.then(|| Self::decimal(at)).ok_or_else(|| mixed(&marks))
    }

    /// One separator alone.
    fn single(row: &str, at: usize, mark: Separator, separators: Separators) -> Result<Self, NumberFault> {
        let ambiguous = grouped(row);
        if !mark.may_be_decimal() {
            return ambiguous.then(Self::groups).ok_or(NumberFault::BadGroups);
        }
        let Separators::Ordinary(language) = separators else { return Ok(Self::decimal(at)) };
        let grouped = ambiguous && mark == Separator::Comma && language == Language::English;
        Ok(Self { point: (!grouped).then_some(at), ambiguous, grouped })
    }

    fn groups() -> Self {
        Self { point: None, ambiguous: false, grouped: false }
    }

    fn decimal(at: usize) -> Self {
        Self { point: Some(at), ambiguous: false, grouped: false }
    }
}

/// The fault of separators that cannot stand together.
fn mixed(marks: &[(usize, Separator)]) -> NumberFault {
    let two =
        [Separator::Point, Separator::Comma].iter().all(|kind| marks.iter().any(|(_, mark)| mark == kind));
    if two { NumberFault::TwoDecimals } else { NumberFault::BadGroups }
}

fn grouped(row: &str) -> bool {
    are_groups(row.split(|character| Separator::of(character).is_some()), row.contains(','))
}

/// Whether the parts between separators are groups: one to three digits, the first not zero, then threes; or, where they
/// may be, Indian ones.
pub(crate) fn are_groups<'t>(
    mut parts: impl DoubleEndedIterator<Item = &'t str> + Clone,
    may_be_indian: bool,
) -> bool {
    let first = parts.next().unwrap_or_default();
    let is_first = matches!(first.len(), 1..=3) && !first.starts_with('0');
    is_first
        && (parts.clone().all(|part| part.len() == 3)
            || (may_be_indian && first.len() < 3 && are_indian(parts)))
}

/// Lakhs and crores, behind the first group: `12,34,567` has groups of two before the last three.
fn are_indian<'t>(mut parts: impl DoubleEndedIterator<Item = &'t str>) -> bool {
    let ends = parts.next_back().is_some_and(|last| last.len() == 3);
    let mut middle = parts.peekable();
    ends && middle.peek().is_some() && middle.all(|part| part.len() == 2)
}

fn magnitude(row: &str, point: Option<usize>) -> Result<Magnitude, NumberFault> {
    let (whole, fraction) = point.and_then(|at| row.split_at_checked(at)).unwrap_or((row, ""));
    let fraction = fraction.trim_end_matches('0');
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    let mantissa =
        whole.chars().chain(fraction.chars()).filter_map(|digit| digit.to_digit(10)).try_fold(0_u128, push);
    let exponent = i32::try_from(digits(fraction)).unwrap_or(i32::MAX).saturating_neg();
    match mantissa {
        Some(mantissa) => Ok(Magnitude { mantissa, exponent }),
        None if digits(whole.trim_start_matches('0')) > LONGEST_WHOLE => Err(NumberFault::TooLarge),
        None => Err(NumberFault::TooManyDigits),
    }
}

fn push(mantissa: u128, digit: u32) -> Option<u128> {
    mantissa.checked_mul(10)?.checked_add(u128::from(digit))
}

/// Digits of the largest whole number that is read.
const LONGEST_WHOLE: usize = 16;

impl Magnitude {
    /// Multiplied by a power of ten.
    pub fn shifted(self, power: i32) -> Self {
        Self { exponent: self.exponent.saturating_add(power), ..self }
    }

    /// The number itself, exactly or not at all.
    pub fn decimal(self, negative: bool) -> Result<Decimal, NumberFault> {
        let Self { mantissa, exponent } = self.shortest();
        let size = i32::try_from(mantissa.checked_ilog10().unwrap_or(0)).unwrap_or(i32::MAX);
        if size.saturating_add(exponent) >= i32::try_from(LONGEST_WHOLE).unwrap_or(0) {
            return Err(NumberFault::TooLarge);
        }
        let raised =
            10_u128.checked_pow(exponent.max(0).unsigned_abs()).and_then(|power| mantissa.checked_mul(power));
        let mantissa =
            raised.and_then(|raised| i128::try_from(raised).ok()).ok_or(NumberFault::TooManyDigits)?;
        let signed = if negative { mantissa.saturating_neg() } else { mantissa };
        let value = Decimal::try_from_i128_with_scale(signed, exponent.min(0).unsigned_abs());
        value.map_err(|_| NumberFault::TooManyDigits).and_then(within)
    }

    /// Without zeros after the decimal point.
    fn shortest(mut self) -> Self {
        if self.mantissa == 0 {
            return Self { mantissa: 0, exponent: 0 };
        }
        while self.exponent < 0 && self.mantissa.is_multiple_of(10) {
            self = Self {
                mantissa: self.mantissa.checked_div(10).unwrap_or(0),
                exponent: self.exponent.saturating_add(1),
            };
        }
        self
    }
}

/// The value, unless it is beyond [`LARGEST`].
pub(super) fn within(value: Decimal) -> Result<Decimal, NumberFault> {
    if value.abs() > LARGEST { Err(NumberFault::TooLarge) } else { Ok(value) }
}
