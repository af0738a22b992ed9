//! Clients won month by month, and how many of them are still there.

use super::retention::Staying;
use crate::number::{Count, Number, Share};

/// Clients active in each month: those of every earlier month who are still there; counts.
///
/// `active(t) = Σ n(t − k) · S(k)`. A month's new clients are active in it.
///
/// ```
/// use obkatka::number::{Count, Exact, Number, Share};
/// use obkatka::plan::{active_clients, Staying};
/// let half = Share(Exact::ONE / Exact::whole(2));
/// let new = [8, 0, 4].map(|n| Count(Exact::whole(n)));
/// let active = active_clients(&new, &Staying::Constant(half).survival(3));
/// // 8, 4, 2 + 4
/// assert_eq!(active[2].0.text().as_deref(), Some("6"));
/// ```
pub fn active_clients<N: Number>(new: &[Count<N>], survival: &[Share<N>]) -> Vec<Count<N>> {
    let mut active = vec![Count::ZERO; new.len()];
    for (month, count) in new.iter().enumerate().filter(|(_, count)| !count.is_zero()) {
        for (there, share) in active.iter_mut().skip(month).zip(survival) {
            if share.is_zero() {
                break;
            }
            *there += *count * *share;
        }
    }
    active
}

/// Clients won so far. The same sum as [`active_clients`], month by month: from the age on at which the same
/// share stays every month, those who are still there are one number, not a cohort for each month.
pub(super) struct Cohorts<N> {
    /// Clients won by month.
    won: Vec<Count<N>>,
    /// S(k) up to the age at which the tail begins; of every month where there is no tail.
    survival: Vec<Share<N>>,
    /// The share that stays each month in the tail.
    ratio: Option<Share<N>>,
    /// Clients of an age in the tail, those of the last month included.
    old: Count<N>,
}

impl<N: Number> Cohorts<N> {
    /// Nobody won yet, in a plan of so many months.
    pub fn new(staying: &Staying<N>, months: u32) -> Self {
        let (head, ratio) = match staying.tail() {
            Some((age, ratio)) if age < months => (age + 1, Some(ratio)),
            _ => (months, None),
        };
        Self { won: Vec::new(), survival: staying.survival(head), ratio, old: Count::ZERO }
    }

    /// Clients active in each month, for clients won in each.
    pub fn active(staying: &Staying<N>, new: &[Count<N>]) -> Vec<Count<N>> {
        let mut cohorts = Self::new(staying, u32::try_from(new.len()).unwrap_or(u32::MAX));
        new.iter().map(|count| cohorts.remaining() + cohorts.add(*count)).collect()
    }

    /// Goes on to the next month: those won before it who are still there in it.
    pub fn remaining(&mut self) -> Count<N> {
        let (t, oldest) = (self.won.len(), self.survival.len().saturating_sub(1));
        let won = |age: usize| t.checked_sub(age).and_then(|month| self.won.get(month)).copied();
        let cohort = |age: usize| match (won(age), self.survival.get(age)) {
            (Some(won), Some(share)) if !won.is_zero() => won * *share,
            _ => Count::ZERO,
        };
        let Some(ratio) = self.ratio else { return (1..=oldest).map(cohort).sum() };
        let young: Count<N> = (1..oldest).map(cohort).sum();
        let reaching_the_tail = if oldest > 0 { cohort(oldest) } else { Count::ZERO };
        if !self.old.is_zero() {
            self.old = self.old * ratio;
        }
        self.old += reaching_the_tail;
        young + self.old
    }

    /// Clients won in the month that it has come to.
    pub fn add(&mut self, new: Count<N>) -> Count<N> {
        self.won.push(new);
        if self.ratio.is_some() && self.survival.len() == 1 {
            self.old += new;
        }
        new
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::{Decimal, Exact};

    fn share(hundredths: i64) -> Share<Exact> {
        Share(Exact::Value(Decimal::new(hundredths, 2)))
    }

    #[test]
    fn month_by_month_is_the_sum_over_all_cohorts() {
        let rules = [
            Staying::Once,
            Staying::Constant(share(80)),
            Staying::TwoStage { early: share(60), months: 3, later: share(90) },
            Staying::TwoStage { early: share(60), months: 0, later: share(90) },
            Staying::TwoStage { early: share(60), months: 50, later: share(90) },
            Staying::Table(vec![share(70), share(50), share(40)]),
            Staying::Table(vec![share(70)]),
            Staying::Sbg { alpha: Exact::ONE, beta: Exact::whole(4) },
        ];
        let new = [5, 0, 7, 1, 0, 0, 9, 2, 3, 4].map(|n| Count(Exact::whole(n)));
        for staying in rules {
            let (own, all) = (Cohorts::active(&staying, &new), active_clients(&new, &staying.survival(10)));
            for (one, other) in own.iter().zip(&all) {
                let off = (*one - *other).0.decimal().unwrap().abs();
                assert!(off < Decimal::new(1, 24), "{staying:?}: {own:?}, {all:?}");
            }
        }
    }

    #[test]
    fn what_cannot_be_told_begins_with_the_first_client() {
        let staying = Staying::Table(Vec::new());
        let active = Cohorts::active(&staying, &[0, 3, 0].map(|n| Count(Exact::whole(n))));
        assert_eq!(active[..2], [0, 3].map(|n| Count(Exact::whole(n))));
        assert!(active[2].0.reason().is_some());
    }
}
