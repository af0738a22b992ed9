//! Powers of e and logarithms from the four operations alone, so that they are the same on every machine and in
//! both number systems.

use super::{Decimal, Number, Undefined};
use core::cmp::Ordering;

/// Powers of any exponent, of every number.
pub trait Powers: Number {
    /// e to this power. Beyond e^64 it overflows; below e^−64 it is nothing.
    fn exponential(self) -> Self {
        exponential(self)
    }
    /// The natural logarithm; undefined where the number is not above zero.
    fn logarithm(self) -> Self {
        logarithm(self)
    }
    /// This number to any power; nothing to a power above zero is nothing. Undefined for negative numbers.
    fn raised(self, exponent: Self) -> Self {
        raised(self, exponent)
    }
}

impl<N: Number> Powers for N {}

/// Beyond e^±64 there is nothing that 28 digits hold.
const FURTHEST: u32 = 64;
/// The logarithm of 2 to 28 decimals.
const LOGARITHM_OF_2: Decimal = Decimal::from_parts(0xaa7a_65bf, 0x81f5_2f01, 0x1665_943f, false, 28);

fn is_above<N: Number>(one: N, other: N) -> bool {
    one.compare(other) == Some(Ordering::Greater)
}

/// `e^x`: halved until the series is short, then squared back.
fn exponential<N: Number>(x: N) -> N {
    if x.reason().is_some() {
        return x;
    }
    let furthest = N::whole(FURTHEST);
    match (is_above(x, furthest), is_above(-x, furthest)) {
        (true, _) => return N::undefined(Undefined::Overflow),
        (_, true) => return N::ZERO,
        _ => {}
    }
    let (mut part, mut halvings, near) = (x, 0, N::ONE / N::whole(16));
    while halvings < 12 && (is_above(part, near) || is_above(-part, near)) {
        part = part / N::whole(2);
        halvings += 1;
    }
    let (mut term, mut sum) = (N::ONE, N::ONE);
    for n in 1..=20 {
        term = term * part / N::whole(n);
        sum = sum + term;
    }
    (0..halvings).fold(sum, |sum, _| sum * sum)
}

/// `ln x`: doubled or halved to the neighbourhood of 1, there by the series of the inverse hyperbolic tangent.
fn logarithm<N: Number>(x: N) -> N {
    if !x.is_positive() {
        return N::undefined(x.reason().unwrap_or(Undefined::Impossible));
    }
    let third = N::ONE / N::whole(3);
    let (low, high, two) = (third + third, N::ONE + third, N::whole(2));
    let (mut near, mut halvings, mut doublings) = (x, 0, 0);
    while halvings < 200 && is_above(near, high) {
        near = near / two;
        halvings += 1;
    }
    while doublings < 200 && is_above(low, near) {
        near = near * two;
        doublings += 1;
    }
    let z = (near - N::ONE) / (near + N::ONE);
    let (square, mut term, mut sum) = (z * z, z, z);
    for n in 1..=20 {
        term = term * square;
        if term.is_zero() {
            break;
        }
        sum = sum + term / N::whole(2 * n + 1);
    }
    let of_2 = N::from_decimal(LOGARITHM_OF_2);
    two * sum + of_2 * N::whole(halvings) - of_2 * N::whole(doublings)
}

/// `x^exponent = e^(exponent · ln x)`.
fn raised<N: Number>(x: N, exponent: N) -> N {
    if exponent.is_zero() || x == N::ONE {
        return N::ONE;
    }
    if exponent == N::ONE || (x.is_zero() && exponent.is_positive()) {
        return x;
    }
    exponential(exponent * logarithm(x))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::Exact;

    fn exact(text: &str) -> Exact {
        Exact::from_decimal(text.parse().unwrap())
    }

    fn near(value: Exact, expected: &str) {
        let off = (value - exact(expected)).decimal().unwrap().abs();
        assert!(off < Decimal::new(1, 24), "{value:?} is not {expected}");
    }

    #[test]
    fn powers_of_e_and_logarithms_are_those_of_the_tables() {
        near(Exact::ONE.exponential(), "2.7182818284590452353602874714");
        near((-Exact::ONE).exponential(), "0.3678794411714423215955237702");
        near(exact("-12.5").exponential(), "0.0000037266531720786709929249");
        near(exact("2").logarithm(), "0.6931471805599453094172321215");
        near(exact("0.97").logarithm(), "-0.0304592074847085459192612877");
        near(exact("1000").logarithm(), "6.9077552789821370520539743640");
        near(exact("0.6").raised(exact("0.16666666666666666666666667")), "0.9183859021684453333525452577");
        assert!((Powers::exponential(1.0_f64) - 1.0_f64.exp()).abs() < 2e-14);
        assert!((Powers::logarithm(0.3_f64) - 0.3_f64.ln()).abs() < 2e-14);
    }

    #[test]
    fn what_has_no_power_says_so() {
        assert_eq!(exact("65").exponential().reason(), Some(Undefined::Overflow));
        assert_eq!(exact("-65").exponential(), Exact::ZERO);
        assert_eq!(exact("-1").logarithm().reason(), Some(Undefined::Impossible));
        assert_eq!(Exact::ZERO.raised(exact("0.5")), Exact::ZERO);
        assert_eq!(Exact::ZERO.raised(Exact::ZERO), Exact::ONE);
        assert!(Exact::ZERO.raised(exact("-1")).reason().is_some());
        assert!(exact("-2").raised(exact("0.5")).reason().is_some());
    }
}
