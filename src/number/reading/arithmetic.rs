//! Arithmetic in a field: `=(1500-300)*12`.

use core::ops::{Add, Div, Mul, Range, Sub};

use rust_decimal::Decimal;

use super::lexing::{Cursor, TokenKind};
use super::literal::{Separators, literal, within};
use super::result::{Expected, NumberError, NumberFault, Reading};
use super::words::KnownWord;
use crate::number::exact::Exact;

/// Brackets in one another.
const DEPTH: usize = 20;

/// Decimals of a result: thirds are cut to what can be edited, and `=1/3*3` is 1.
pub(super) const DECIMALS: u32 = 12;

/// A part of an expression with its place.
struct Operand {
    value: Decimal,
    /// Percent, or a sum of percents: must not be added to a plain number.
    percent: bool,
    at: Range<usize>,
}

type Evaluated = Result<Operand, NumberError>;

/// Reads an expression that begins with `=`.
pub(super) fn read(mut cursor: Cursor, expected: Expected) -> Result<Reading, NumberError> {
    cursor.take(TokenKind::Equals);
    let result = sum(&mut cursor, 0)?;
    let rest = cursor.peek();
    match rest.kind {
        TokenKind::End => {}
        TokenKind::Close => return Err(NumberError::new(NumberFault::Unbalanced, rest.at())),
        _ => return Err(NumberError::new(NumberFault::UnexpectedText, rest.at())),
    }
    let value = result.value.round_dp(DECIMALS).normalize();
    if expected == Expected::Whole && !value.is_integer() {
        return Err(NumberError::new(NumberFault::NotWhole, result.at));
    }
    Ok(Reading { value, range: None, doubtful: true })
}

fn sum(cursor: &mut Cursor, depth: usize) -> Evaluated {
    let mut left = product(cursor, depth)?;
    while let Some(operator) = cursor.take_if(|kind| matches!(kind, TokenKind::Plus | TokenKind::Dash(_))) {
        let right = product(cursor, depth)?;
        // To 1 a calculator adds the same as a spreadsheet.
        if right.percent && !left.percent && left.value != Decimal::ONE {
            return Err(NumberError::new(NumberFault::PercentAdded, right.at));
        }
        let operation = if operator.kind == TokenKind::Plus { Exact::add } else { Exact::sub };
        let result = checked(operation, left.value, right.value);
        let percent = left.percent && right.percent;
        left = operand(result, percent, left.at.start..right.at.end)?;
    }
    Ok(left)
}

fn product(cursor: &mut Cursor, depth: usize) -> Evaluated {
    let mut left = factor(cursor, depth)?;
    while let Some(operator) = cursor.take_if(|kind| matches!(kind, TokenKind::Times | TokenKind::Over)) {
        let right = factor(cursor, depth)?;
        let division = operator.kind == TokenKind::Over;
        if division && right.value.is_zero() {
            return Err(NumberError::new(NumberFault::DivisionByZero, right.at));
        }
        let operation = if division { Exact::div } else { Exact::mul };
        let result = checked(operation, left.value, right.value);
        left = operand(result, false, left.at.start..right.at.end)?;
    }
    Ok(left)
}

/// One number or bracket with its sign and percent.
fn factor(cursor: &mut Cursor, depth: usize) -> Evaluated {
    let start = cursor.peek().start;
    let negative = cursor.sign() == Some(true);
    let inner = bracket(cursor, depth)?;
    let percent = cursor.take(TokenKind::Percent).is_some();
    let mut value = if percent { hundredth(inner.value) } else { Some(inner.value) };
    if let Some(value) = value.as_mut().filter(|_| negative) {
        value.set_sign_negative(value.is_sign_positive());
    }
    operand(value, percent || inner.percent, cursor.since(start))
}

fn bracket(cursor: &mut Cursor, depth: usize) -> Evaluated {
    let Some(open) = cursor.take(TokenKind::Open) else { return number(cursor) };
    if depth >= DEPTH {
        return Err(NumberError::new(NumberFault::TooDeep, open.at()));
    }
    let inner = sum(cursor, depth.saturating_add(1))?;
    match (cursor.take(TokenKind::Close), cursor.peek().kind) {
        (Some(_), _) => Ok(inner),
        (None, TokenKind::End) => Err(NumberError::new(NumberFault::Unbalanced, open.at())),
        (None, _) => Err(NumberError::new(NumberFault::UnexpectedText, cursor.peek().at())),
    }
}

/// A number with its word of scale and its money.
fn number(cursor: &mut Cursor) -> Evaluated {
    let start = cursor.peek().start;
    cursor.take(TokenKind::KnownWord(KnownWord::Currency));
    let token = cursor.take(TokenKind::Number).ok_or_else(|| cursor.number_expected())?;
    let power = match cursor.peek().kind {
        kind @ TokenKind::KnownWord(KnownWord::Scale(scale)) => cursor.take(kind).map_or(0, |_| scale.power),
        _ => 0,
    };
    cursor.take(TokenKind::KnownWord(KnownWord::Currency));
    let at = cursor.since(start);
    let read = literal(cursor.text(token), Separators::Decimal)
        .and_then(|read| read.magnitude.shifted(power).decimal(false));
    match read {
        Ok(value) => Ok(Operand { value, percent: false, at }),
        Err(fault) => Err(NumberError::new(fault, token.at())),
    }
}

fn hundredth(value: Decimal) -> Option<Decimal> {
    checked(Exact::div, value, Decimal::ONE_HUNDRED)
}

/// One operation; nothing where its result is too large. As formulas do: the program holds the operations once.
pub(super) fn checked(operation: Operation, left: Decimal, right: Decimal) -> Option<Decimal> {
    operation(Exact::Value(left), Exact::Value(right)).decimal().ok()
}

type Operation = fn(Exact, Exact) -> Exact;

/// A result that was computed and is not too large.
fn operand(value: Option<Decimal>, percent: bool, at: Range<usize>) -> Evaluated {
    match value.ok_or(NumberFault::TooLarge).and_then(within) {
        Ok(value) => Ok(Operand { value, percent, at }),
        Err(fault) => Err(NumberError::new(fault, at)),
    }
}
