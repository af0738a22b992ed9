//! The time that it takes to come through the stages of a funnel: the same for all, or spread.

use super::lag::Lag;
use super::spread_delay::arrived_by_month;
use crate::number::{Decimal, Number, Share};
use core::iter::Sum;
use core::ops::{AddAssign, Mul, Sub};

/// Days in a mean month.
const DAYS_IN_MONTH: f64 = 30.4375;

/// How long it takes.
#[derive(Clone, Debug, PartialEq)]
pub enum Delay<N> {
    /// The same for all.
    Fixed(Lag<N>),
    /// Another for each: of even arrivals of a month the share that has come through by the end of the same month,
    /// of the next, and so on.
    Spread(Vec<Share<N>>),
}

impl<N: Number> Delay<N> {
    /// The whole delay of stages, each with its days and whether they are spread.
    pub fn of_stages(stages: impl Iterator<Item = (Decimal, bool)>) -> Self {
        let (mut fixed, mut spread) = (Decimal::ZERO, Vec::new());
        for (days, is_spread) in stages {
            match is_spread && days > Decimal::ZERO {
                true => spread.push(f64::from_decimal(days) / DAYS_IN_MONTH),
                false => fixed = fixed.saturating_add(days),
            }
        }
        if spread.is_empty() {
            return Delay::Fixed(Lag::days(N::from_decimal(fixed)));
        }
        let arrived = arrived_by_month(f64::from_decimal(fixed) / DAYS_IN_MONTH, &spread);
        Delay::Spread(arrived.into_iter().map(|share| Share(N::from_decimal(share))).collect())
    }

    /// The share that has come through by the end of the `by`-th month after.
    pub fn arrived(&self, by: usize) -> Share<N> {
        match self {
            Delay::Fixed(lag) => lag.arrived(by),
            Delay::Spread(arrived) => arrived.get(by).or(arrived.last()).copied().unwrap_or(Share::ONE),
        }
    }

    /// The share that comes through in the `by`-th month after.
    pub fn arriving(&self, by: usize) -> Share<N> {
        let before = by.checked_sub(1).map_or(Share::ZERO, |before| self.arrived(before));
        self.arrived(by) - before
    }

    /// Adds what happens in each month of `cause` to the months of `effect` in which it is felt.
    pub fn spread<A>(&self, cause: &[A], effect: &mut [A])
    where
        A: Copy + AddAssign + Sub<Output = A> + Mul<Share<N>, Output = A> + PartialEq,
    {
        let arrived = match self {
            Delay::Fixed(lag) => return lag.spread(cause, effect),
            Delay::Spread(arrived) => arrived,
        };
        // What differs from the month before is felt from then on, more and more of it.
        let mut before: Option<A> = None;
        for (month, now) in cause.iter().enumerate() {
            let more = match before {
                Some(before) if before == *now => continue,
                Some(before) => *now - before,
                None => *now,
            };
            before = Some(*now);
            let felt = effect.iter_mut().skip(month).zip(arrived);
            felt.for_each(|(felt, share)| *felt += more * *share);
        }
    }

    /// What of `cause` is felt after the last of its months.
    pub fn after_the_last<A>(&self, cause: &[A]) -> A
    where
        A: Copy + Mul<Share<N>, Output = A> + Sum,
    {
        match self {
            Delay::Fixed(lag) => lag.after_the_last(cause),
            Delay::Spread(_) => {
                let left = |by: usize| self.arrived(by).rest();
                cause.iter().rev().enumerate().map(|(by, caused)| *caused * left(by)).sum()
            }
        }
    }

    /// What a cause in month `t` meets when it is felt: of `values` by month; `beyond` stands for the months after the
    /// last.
    pub(super) fn gathered(&self, values: &[Share<N>], t: usize, beyond: Share<N>) -> Share<N> {
        match self {
            Delay::Fixed(lag) => lag.gathered(values, t, beyond),
            Delay::Spread(_) => {
                let left = values.iter().skip(t).enumerate();
                let within: Share<N> = left.map(|(by, value)| *value * self.arriving(by)).sum();
                let months = values.len().saturating_sub(t);
                let arrived = months.checked_sub(1).map_or(Share::ZERO, |by| self.arrived(by));
                within + beyond * arrived.rest()
            }
        }
    }
}
