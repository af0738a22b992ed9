//! Floats as a number system: fast, and their undefined is NaN, which keeps no reason.

use super::{Decimal, Number, Undefined};
use core::cmp::Ordering;

impl Number for f64 {
    const ZERO: Self = 0.0;
    const ONE: Self = 1.0;
    fn from_decimal(value: Decimal) -> Self {
        // Mantissa and scale, so that no text is read: a division of two exact powers rounds once.
        let scale = (0..value.scale()).fold(1.0, |power, _| power * 10.0);
        value.mantissa() as f64 / scale
    }
    fn undefined(_: Undefined) -> Self {
        f64::NAN
    }
    fn reason(self) -> Option<Undefined> {
        (!self.is_finite()).then_some(Undefined::NotANumber)
    }
    fn compare(self, other: Self) -> Option<Ordering> {
        self.partial_cmp(&other)
    }
    fn ceiling(self) -> Self {
        self.ceil()
    }
    fn over(self, divisor: Self) -> Self {
        // Not infinite: an amount over infinity would be a plausible zero.
        if divisor == 0.0 { f64::NAN } else { self / divisor }
    }
    fn whole_and_rest(self) -> (u32, Self) {
        let whole = self.floor().clamp(0.0, f64::from(u32::MAX));
        (whole as u32, self - whole)
    }
    fn twelve_decimals(self) -> Self {
        (self * 1e12).round() / 1e12
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn float_from_decimal_needs_no_text() {
        assert_eq!(f64::from_decimal(Decimal::new(-12345, 3)), -12.345);
        assert_eq!(f64::from_decimal(Decimal::MAX), 79_228_162_514_264_337_593_543_950_335.0);
    }
}
