//! Time between cause and effect: what happens some days later falls into two neighbouring months.

use crate::number::{Number, Share};
use core::iter::Sum;
use core::ops::{AddAssign, Mul, Sub};

/// Days in a mean month: 365.25 / 12.
const DAYS_IN_100_MONTHS_X100: u32 = 304_375;

/// A delay: so many whole months, and the share that comes one month later still.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lag<N> {
    whole: u32,
    later: Share<N>,
}

impl<N: Number> Lag<N> {
    /// No delay.
    pub const NONE: Self = Self { whole: 0, later: Share::ZERO };

    /// A delay of days: `L = days / 30.4375` months, split linearly between the months ⌊L⌋ and
    /// ⌊L⌋ + 1. The split has twelve decimals; both parts together are the whole exactly.
    ///
    /// ```
    /// use obkatka::number::{Count, Exact, Number};
    /// use obkatka::plan::Lag;
    /// // 45.65625 days are one month and a half.
    /// let lag = Lag::days(Exact::from_decimal("45.65625".parse().unwrap()));
    /// let mut month = vec![Count(Exact::ZERO); 4];
    /// lag.spread(&[Count(Exact::whole(10))], &mut month);
    /// assert_eq!(month[1], month[2]);
    /// assert_eq!(month[1].0.text().as_deref(), Some("5"));
    /// ```
    pub fn days(days: N) -> Self {
        let months = days * N::whole(10_000) / N::whole(DAYS_IN_100_MONTHS_X100);
        let (whole, later) = months.most(N::ZERO).whole_and_rest();
        Self { whole, later: Share(later.twelve_decimals()) }
    }

    /// The share that is felt by the end of the `by`-th month after.
    pub(super) fn arrived(self, by: usize) -> Share<N> {
        match by.cmp(&(self.whole as usize)) {
            core::cmp::Ordering::Less => Share::ZERO,
            core::cmp::Ordering::Equal => self.later.rest(),
            core::cmp::Ordering::Greater => Share::ONE,
        }
    }

    /// What a cause in month `t` meets when it is felt: of `values` by month, in the parts of the split; `beyond`
    /// stands for the months after the last.
    pub(super) fn gathered(self, values: &[Share<N>], t: usize, beyond: Share<N>) -> Share<N> {
        let at = |by: usize| values.get(t.saturating_add(by)).copied().unwrap_or(beyond);
        let whole = self.whole as usize;
        at(whole) * self.later.rest() + at(whole.saturating_add(1)) * self.later
    }

    /// What of `cause` is felt after the last of its months.
    ///
    /// ```
    /// use obkatka::number::{Count, Exact, Number};
    /// use obkatka::plan::Lag;
    /// // A month and a half: of the last month all, of the one before it half.
    /// let lag = Lag::days(Exact::from_decimal("45.65625".parse().unwrap()));
    /// let later = lag.after_the_last(&[8, 8, 8].map(|n| Count(Exact::whole(n))));
    /// assert_eq!(later.0.text().as_deref(), Some("12"));
    /// ```
    pub fn after_the_last<A>(self, cause: &[A]) -> A
    where
        A: Copy + Mul<Share<N>, Output = A> + Sum,
    {
        let within = cause.len().saturating_sub(self.whole as usize);
        let in_part = within.checked_sub(1).and_then(|last| cause.get(last));
        let in_part = in_part.filter(|_| !self.later.is_zero()).map(|caused| *caused * self.later);
        in_part.into_iter().chain(cause.iter().skip(within).copied()).sum()
    }

    /// Adds what happens in each month of `cause` to the months of `effect` in which it is felt.
    /// What falls after the last month of `effect` is not added.
    pub fn spread<A>(self, cause: &[A], effect: &mut [A])
    where
        A: Copy + AddAssign + Sub<Output = A> + Mul<Share<N>, Output = A>,
    {
        let Some(effect) = effect.get_mut(self.whole as usize..) else { return };
        if self.later.is_zero() {
            return effect.iter_mut().zip(cause).for_each(|(felt, caused)| *felt += *caused);
        }
        if let (Some(felt), Some(first)) = (effect.first_mut(), cause.first()) {
            *felt += *first - *first * self.later;
        }
        // What differs from the month before is felt in part a month later: what stays the same needs no splitting.
        for (felt, months) in effect.iter_mut().skip(1).zip(cause.windows(2)) {
            if let [before, now] = months {
                *felt += *now;
                *felt += (*before - *now) * self.later;
            }
        }
        if let (Some(felt), Some(last)) = (effect.get_mut(cause.len()), cause.last()) {
            *felt += *last * self.later;
        }
    }
}
