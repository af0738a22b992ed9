//! The trait that makes one set of formulas serve two number systems.

use super::{Decimal, Undefined};
use core::cmp::Ordering;
use core::fmt::Debug;
use core::ops::{Add, Div, Mul, Neg, Sub};

/// The arithmetic that formulas are written in, once for exact decimals and once for floats.
///
/// Total: a result that does not exist is *undefined* with a reason and flows on through every
/// further operation, as NaN does. No operation panics.
pub trait Number:
    Copy
    + Debug
    + PartialEq
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Neg<Output = Self>
{
    /// Nothing.
    const ZERO: Self;
    /// The neutral factor.
    const ONE: Self;
    /// The same quantity in this number system.
    fn from_decimal(value: Decimal) -> Self;
    /// A value that does not exist, with the reason.
    fn undefined(reason: Undefined) -> Self;
    /// Why there is no value; `None` where there is one.
    fn reason(self) -> Option<Undefined>;
    /// The order of two values; `None` where either is undefined.
    fn compare(self, other: Self) -> Option<Ordering>;
    /// The least whole number that is not below this one.
    fn ceiling(self) -> Self;
    /// The part below one that is left when whole units are taken away, and those units.
    fn whole_and_rest(self) -> (u32, Self);
    /// Rounded to twelve decimals: for shares of time, which only decide *when*, never how much.
    fn twelve_decimals(self) -> Self;

    /// So many times `divisor`; undefined where that is nothing.
    fn over(self, divisor: Self) -> Self {
        self / divisor
    }

    /// A small whole number.
    fn whole(value: u32) -> Self {
        Self::from_decimal(Decimal::from(value))
    }
    /// `self` raised to a whole power by repeated squaring.
    fn power(self, exponent: u32) -> Self {
        let (mut result, mut base, mut left) = (Self::ONE, self, exponent);
        while left > 0 {
            if left & 1 == 1 {
                result = result * base;
            }
            left >>= 1;
            if left > 0 {
                base = base * base;
            }
        }
        result
    }
    /// Whether the value exists and is nothing.
    fn is_zero(self) -> bool {
        self == Self::ZERO
    }
    /// Whether the value exists and is above zero.
    fn is_positive(self) -> bool {
        self.compare(Self::ZERO) == Some(Ordering::Greater)
    }
    /// Whether the value exists and is below zero.
    fn is_negative(self) -> bool {
        self.compare(Self::ZERO) == Some(Ordering::Less)
    }
    /// The smaller of two; undefined where either is.
    fn least(self, other: Self) -> Self {
        match self.compare(other) {
            Some(Ordering::Greater) => other,
            Some(_) => self,
            None => self + other,
        }
    }
    /// The larger of two; undefined where either is.
    fn most(self, other: Self) -> Self {
        match self.compare(other) {
            Some(Ordering::Less) => other,
            Some(_) => self,
            None => self + other,
        }
    }
    /// The number whose `degree`-th power this one is, by Newton's iteration: months of this growth make `self`.
    /// Undefined for a negative number.
    fn root(self, degree: u32) -> Self {
        if self == Self::ZERO || degree <= 1 {
            return self;
        }
        if !self.is_positive() {
            return Self::undefined(self.reason().unwrap_or(Undefined::Impossible));
        }
        let mut root = Self::ONE.most(self);
        for _ in 0..100 {
            if root.power(degree - 1).reason().is_none() {
                break;
            }
            root = root / Self::whole(2);
        }
        // From above the root Newton's steps only fall, so the first that does not ends it; the very first may rise.
        for step in 0..200 {
            let next = (Self::whole(degree - 1) * root + self / root.power(degree - 1)) / Self::whole(degree);
            if step > 0 && next.compare(root) != Some(Ordering::Less) {
                break;
            }
            root = next;
        }
        root
    }
    /// The twelfth root: what a month has where a year has this.
    fn twelfth_root(self) -> Self {
        self.root(12)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::Exact;

    #[test]
    fn twelfth_root_of_a_year_gives_the_month() {
        let month = Exact::from_decimal(Decimal::new(101, 2));
        let root = month.power(12).twelfth_root();
        let off = (root - month).decimal().unwrap().abs();
        assert!(off < Decimal::new(1, 24), "{off}");
        assert!((2f64.twelfth_root() - 1.059_463_094_359_295_3).abs() < 1e-15);
        assert!((1e-9f64.twelfth_root().power(12) / 1e-9 - 1.0).abs() < 1e-12);
        let large = Exact::from_decimal(Decimal::from(88_251_463_350_625_u64));
        assert_eq!(large.root(12).decimal().unwrap().round_dp(9), Decimal::new(14_525_914_814, 9));
        assert_eq!((-Exact::ONE).twelfth_root().reason(), Some(Undefined::Impossible));
    }
}
