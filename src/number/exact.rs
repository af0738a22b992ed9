//! Exact decimal arithmetic that never panics: 28 digits, and a reason where there is no result.

use super::{Decimal, Number, Undefined};
use core::cmp::Ordering;
use core::ops::{Add, Div, Mul, Neg, Sub};

/// A decimal, or the reason why there is none.
///
/// ```
/// use obkatka::number::{Exact, Number, Undefined};
/// let third = Exact::ONE / Exact::whole(3);
/// assert!(third.reason().is_none());
/// assert_eq!((third / Exact::ZERO + third).reason(), Some(Undefined::DivisionByZero));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Exact {
    /// There is a value.
    Value(Decimal),
    /// There is none.
    Undefined(Undefined),
}

impl Exact {
    /// The value, or why there is none.
    pub fn decimal(self) -> Result<Decimal, Undefined> {
        match self {
            Exact::Value(value) => Ok(value),
            Exact::Undefined(reason) => Err(reason),
        }
    }

    /// The value as text with no more digits than it needs, or `None`.
    pub fn text(self) -> Option<String> {
        self.decimal().ok().map(|value| value.normalize().to_string())
    }

    /// The result of an operation on two values, or the first reason why there is none.
    fn combined(self, other: Self, operation: impl FnOnce(Decimal, Decimal) -> Option<Decimal>) -> Self {
        match (self, other) {
            (Exact::Value(a), Exact::Value(b)) => {
                operation(a, b).map_or(Exact::Undefined(Undefined::Overflow), Exact::Value)
            }
            (Exact::Undefined(_), _) => self,
            (_, Exact::Undefined(_)) => other,
        }
    }
}

// Half of a plan's months is nothing added or something taken once: that costs no arithmetic.

impl Add for Exact {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        self.combined(other, |a, b| match (a.is_zero(), b.is_zero()) {
            (_, true) => Some(a),
            (true, _) => Some(b),
            _ => a.checked_add(b),
        })
    }
}

impl Sub for Exact {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self.combined(other, |a, b| if b.is_zero() { Some(a) } else { a.checked_sub(b) })
    }
}

impl Mul for Exact {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        self.combined(other, |a, b| {
            if a.is_zero() || b.is_zero() {
                return Some(Decimal::ZERO);
            }
            match (is_one(a), is_one(b)) {
                (_, true) => Some(a),
                (true, _) => Some(b),
                _ => a.checked_mul(b),
            }
        })
    }
}

/// Whether a value is written as 1, without decimals.
#[inline]
fn is_one(value: Decimal) -> bool {
    value.scale() == 0 && value.mantissa() == 1
}

impl Div for Exact {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        match (self, other) {
            (Exact::Value(_), Exact::Value(divisor)) if divisor.is_zero() => {
                Exact::Undefined(Undefined::DivisionByZero)
            }
            _ => self.combined(other, |a, b| if is_one(b) { Some(a) } else { a.checked_div(b) }),
        }
    }
}

impl Neg for Exact {
    type Output = Self;
    fn neg(self) -> Self {
        match self {
            Exact::Value(value) => Exact::Value(-value),
            undefined => undefined,
        }
    }
}

impl Number for Exact {
    const ZERO: Self = Exact::Value(Decimal::ZERO);
    const ONE: Self = Exact::Value(Decimal::ONE);
    fn from_decimal(value: Decimal) -> Self {
        Exact::Value(value)
    }
    fn undefined(reason: Undefined) -> Self {
        Exact::Undefined(reason)
    }
    fn reason(self) -> Option<Undefined> {
        self.decimal().err()
    }
    fn compare(self, other: Self) -> Option<Ordering> {
        Some(self.decimal().ok()?.cmp(&other.decimal().ok()?))
    }
    fn is_zero(self) -> bool {
        matches!(self, Exact::Value(value) if value.is_zero())
    }
    fn ceiling(self) -> Self {
        match self {
            Exact::Value(value) => Exact::Value(value.ceil()),
            undefined => undefined,
        }
    }
    fn whole_and_rest(self) -> (u32, Self) {
        let Exact::Value(value) = self else {
            return (0, self);
        };
        let whole = u32::try_from(value.floor().max(Decimal::ZERO)).unwrap_or(u32::MAX);
        (whole, self - Self::whole(whole))
    }
    fn twelve_decimals(self) -> Self {
        match self {
            Exact::Value(value) => Exact::Value(value.round_dp(12)),
            undefined => undefined,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overflow_is_named_and_flows_on() {
        let most = Exact::Value(Decimal::MAX);
        let over = most * most;
        assert_eq!(over.reason(), Some(Undefined::Overflow));
        assert_eq!((Exact::ONE - over).reason(), Some(Undefined::Overflow));
        assert_eq!(over.compare(Exact::ONE), None);
        assert_eq!(over.least(Exact::ONE).reason(), Some(Undefined::Overflow));
    }

    #[test]
    fn whole_and_rest_of_odd_values() {
        let at = |value| Exact::Value(value).whole_and_rest();
        assert_eq!(at(Decimal::new(25, 1)), (2, Exact::Value(Decimal::new(5, 1))));
        assert_eq!(at(Decimal::new(-5, 1)).0, 0);
        assert_eq!(at(Decimal::MAX).0, u32::MAX);
    }
}
