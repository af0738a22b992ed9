//! Amounts with their unit in the type: money cannot be added to clients.

use super::Number;
use core::cmp::Ordering;
use core::iter::Sum;
use core::ops::{Add, AddAssign, Div, Mul, Neg, Sub};

macro_rules! unit {
    ($(#[$about:meta])+ $name:ident) => {
        $(#[$about])+
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub struct $name<N>(pub N);

        impl<N: Number> $name<N> {
            /// None of it.
            pub const ZERO: Self = Self(N::ZERO);
            /// Whether the amount exists and is nothing.
            pub fn is_zero(self) -> bool { self.0.is_zero() }
            /// Whether the amount exists and is above zero.
            pub fn is_positive(self) -> bool { self.0.is_positive() }
            /// Whether the amount exists and is below zero.
            pub fn is_negative(self) -> bool { self.0.is_negative() }
            /// The order of two amounts; `None` where either is undefined.
            pub fn compare(self, other: Self) -> Option<Ordering> { self.0.compare(other.0) }
            /// The smaller of two.
            pub fn least(self, other: Self) -> Self { Self(self.0.least(other.0)) }
            /// The larger of two.
            pub fn most(self, other: Self) -> Self { Self(self.0.most(other.0)) }
        }
        impl<N: Number> Add for $name<N> {
            type Output = Self;
            fn add(self, other: Self) -> Self { Self(self.0 + other.0) }
        }
        impl<N: Number> AddAssign for $name<N> {
            fn add_assign(&mut self, other: Self) { *self = *self + other; }
        }
        impl<N: Number> Sub for $name<N> {
            type Output = Self;
            fn sub(self, other: Self) -> Self { Self(self.0 - other.0) }
        }
        impl<N: Number> Neg for $name<N> {
            type Output = Self;
            fn neg(self) -> Self { Self(-self.0) }
        }
        impl<N: Number> Sum for $name<N> {
            fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
                amounts.fold(Self::ZERO, |total, amount| total + amount)
            }
        }
    };
}

macro_rules! product {
    ($($left:ident * $right:ident = $result:ident;)+) => { $(
        impl<N: Number> Mul<$right<N>> for $left<N> {
            type Output = $result<N>;
            fn mul(self, other: $right<N>) -> $result<N> { $result(self.0 * other.0) }
        }
    )+ };
}

macro_rules! quotient {
    ($($left:ident / $right:ident = $result:ident;)+) => { $(
        impl<N: Number> Div<$right<N>> for $left<N> {
            type Output = $result<N>;
            fn div(self, other: $right<N>) -> $result<N> { $result(self.0.over(other.0)) }
        }
    )+ };
}

unit!(
    /// An amount of the model's currency; also per order, per client, per month.
    Money
);
unit!(
    /// A number without a unit: a share, a rate, a ratio of two like amounts. 0.05 is 5 %.
    Share
);
unit!(
    /// How many: leads, clients, orders, heads. Expectations, so fractions are kept.
    Count
);
unit!(
    /// A length of time in months.
    Months
);

product! {
    Money * Share = Money;
    Money * Count = Money;
    Count * Share = Count;
    Count * Count = Count;
    Count * Money = Money;
    Share * Share = Share;
    Share * Money = Money;
    Share * Count = Count;
}

quotient! {
    Money / Money = Share;
    Money / Count = Money;
    Money / Share = Money;
    Count / Count = Share;
    Count / Share = Count;
    Share / Share = Share;
}

impl<N: Number> Share<N> {
    /// The whole: 100 %.
    pub const ONE: Self = Self(N::ONE);
    /// What is left of the whole.
    pub fn rest(self) -> Self {
        Self(N::ONE - self.0)
    }
}

impl<N: Number> Money<N> {
    /// How many items of `price` make this amount. Undefined at a price of nothing.
    pub fn in_items_of(self, price: Money<N>) -> Count<N> {
        Count(self.0.over(price.0))
    }
}
