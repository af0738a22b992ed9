//! A number that counts what is done with it: work that does not depend on the machine.

use core::cell::Cell;
use core::cmp::Ordering;
use core::ops::{Add, Div, Mul, Neg, Sub};
use obkatka::number::{Decimal, Number, Undefined};

thread_local! {
    static DONE: Cell<u64> = const { Cell::new(0) };
}

/// How many operations some work takes.
pub fn operations<T>(work: impl FnOnce() -> T) -> u64 {
    DONE.set(0);
    work();
    DONE.get()
}

fn counted(value: f64) -> Counted {
    DONE.set(DONE.get() + 1);
    Counted(value)
}

/// A float that counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Counted(f64);

macro_rules! operator {
    ($($trait:ident $name:ident)+) => {$(
        impl $trait for Counted {
            type Output = Self;
            fn $name(self, other: Self) -> Self {
                counted(self.0.$name(other.0))
            }
        }
    )+};
}
operator!(Add add Sub sub Mul mul Div div);

impl Neg for Counted {
    type Output = Self;
    fn neg(self) -> Self {
        counted(-self.0)
    }
}

impl Number for Counted {
    const ZERO: Self = Self(0.0);
    const ONE: Self = Self(1.0);
    fn from_decimal(value: Decimal) -> Self {
        Self(f64::from_decimal(value))
    }
    fn undefined(reason: Undefined) -> Self {
        Self(f64::undefined(reason))
    }
    fn reason(self) -> Option<Undefined> {
        self.0.reason()
    }
    fn compare(self, other: Self) -> Option<Ordering> {
        counted(0.0);
        self.0.compare(other.0)
    }
    fn over(self, divisor: Self) -> Self {
        counted(self.0.over(divisor.0))
    }
    fn ceiling(self) -> Self {
        counted(self.0.ceiling())
    }
    fn whole_and_rest(self) -> (u32, Self) {
        let (whole, rest) = self.0.whole_and_rest();
        (whole, counted(rest))
    }
    fn twelve_decimals(self) -> Self {
        counted(self.0.twelve_decimals())
    }
}
