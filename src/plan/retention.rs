//! How clients stay: the share of those who came that is still there at each age.

use crate::number::{Number, Share, Undefined};

/// A rule of staying, with S(0) = 1.
#[derive(Clone, Debug, PartialEq)]
pub enum Staying<N> {
    /// Everyone buys once: S(k) = 0 from month 1.
    Once,
    /// The same share stays every month: S(k) = r^k.
    Constant(Share<N>),
    /// One share in each of the first months, another later.
    TwoStage {
        /// Share that stays in each of the first months.
        early: Share<N>,
        /// How many months are the first.
        months: u32,
        /// Share that stays in each later month.
        later: Share<N>,
    },
    /// As observed from month 1, continued by the last ratio.
    Table(Vec<Share<N>>),
    /// Shifted beta geometric: S(k) = S(k−1) · (β + k − 1) / (α + β + k − 1).
    /// Source: Fader & Hardie, "How to project customer retention", 2007.
    Sbg {
        /// Weight of leaving.
        alpha: N,
        /// Weight of staying.
        beta: N,
    },
}

/// What an endless sum comes to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Endless<N> {
    /// A finite sum.
    Sum(N),
    /// Beyond every bound.
    Unbounded,
}

impl<N: Number> Staying<N> {
    /// The share of clients still active at the ages 0..`months`.
    ///
    /// ```
    /// use obkatka::number::{Exact, Number, Share};
    /// use obkatka::plan::Staying;
    /// let half = Share(Exact::ONE / Exact::whole(2));
    /// let survival = Staying::Constant(half).survival(3);
    /// assert_eq!(survival[2].0.text().as_deref(), Some("0.25"));
    /// ```
    pub fn survival(&self, months: u32) -> Vec<Share<N>> {
        let mut survival = Vec::with_capacity(months as usize);
        let mut now = Share::ONE;
        for age in 0..months {
            if age > 0 {
                now = self.next(now, age);
            }
            survival.push(now);
        }
        survival
    }

    /// S(age) from S(age − 1).
    fn next(&self, before: Share<N>, age: u32) -> Share<N> {
        match self {
            Staying::Once => Share::ZERO,
            Staying::Constant(rate) => before * *rate,
            Staying::TwoStage { early, months, later } => {
                before * if age <= *months { *early } else { *later }
            }
            Staying::Table(observed) => match observed.get(age as usize - 1) {
                Some(share) => *share,
                None => before * last_ratio(observed),
            },
            Staying::Sbg { alpha, beta } => before * sbg_ratio(*alpha, *beta, age),
        }
    }

    /// From which age on the same share stays every month, and that share; none where it never is the same.
    pub(super) fn tail(&self) -> Option<(u32, Share<N>)> {
        match self {
            Staying::Once => Some((0, Share::ZERO)),
            Staying::Constant(rate) => Some((0, *rate)),
            Staying::TwoStage { months, later, .. } => Some((*months, *later)),
            Staying::Table(observed) => Some((u32::try_from(observed.len()).ok()?, last_ratio(observed))),
            Staying::Sbg { .. } => None,
        }
    }

    /// The share that stays from month to month of clients who have been there for so many months on average:
    /// constant as ever, in two stages the later one, of a table the mean of its last two ratios, at most all, of the
    /// curve the mean of the year that follows. Of those who buy once nobody.
    pub fn of_older(&self, age: u32) -> Share<N> {
        match self {
            Staying::Once => Share::ZERO,
            Staying::Constant(rate) => *rate,
            Staying::TwoStage { later, .. } => *later,
            Staying::Table(observed) => match observed.as_slice() {
                [.., first, _, last] if !first.is_zero() => {
                    Share((*last / *first).0.root(2)).least(Share::ONE)
                }
                [_, last] => Share(last.0.root(2)).least(Share::ONE),
                _ => last_ratio(observed),
            },
            Staying::Sbg { alpha, beta } => {
                let year = (1..=12).map(|month| sbg_ratio(*alpha, *beta, age.saturating_add(month)));
                Share(year.fold(Share::ONE, |all, stay| all * stay).0.root(12))
            }
        }
    }

    /// The sum of S(k) over every k from 0 on: the months of a life without a horizon.
    pub fn endless_life(&self) -> Endless<N> {
        match self {
            Staying::Once => Endless::Sum(N::ONE),
            Staying::Constant(rate) => geometric(Share::ONE, *rate),
            Staying::TwoStage { early, months, later } => {
                let survival = Staying::Constant(*early).survival(months + 1);
                continued(&survival, *later)
            }
            Staying::Table(observed) => {
                let mut survival = vec![Share::ONE];
                survival.extend_from_slice(observed);
                continued(&survival, last_ratio(observed))
            }
            Staying::Sbg { alpha, beta } => {
                let above_one = *alpha - N::ONE;
                match above_one.is_positive() {
                    true => Endless::Sum((*alpha + *beta - N::ONE) / above_one),
                    false => Endless::Unbounded,
                }
            }
        }
    }
}

/// The ratio by which a table goes on: of its last two shares, the first of which may be S(0) = 1; at most 1.
fn last_ratio<N: Number>(observed: &[Share<N>]) -> Share<N> {
    match observed {
        [] => Share(N::undefined(Undefined::NoData)),
        // More clients at an older age than before are chance: they do not go on growing.
        [only] => only.least(Share::ONE),
        [.., before, last] if *before == Share::ZERO && *last == Share::ZERO => Share::ZERO,
        [.., before, last] => (*last / *before).least(Share::ONE),
    }
}

/// The share that stays at an age under the shifted beta geometric.
fn sbg_ratio<N: Number>(alpha: N, beta: N, age: u32) -> Share<N> {
    let before = beta + N::whole(age - 1);
    Share(before / (alpha + before))
}

/// The finite head and the geometric tail behind it.
fn continued<N: Number>(survival: &[Share<N>], ratio: Share<N>) -> Endless<N> {
    let (last, head) = match survival {
        [head @ .., last] => (*last, head),
        [] => (Share::ZERO, survival),
    };
    let sum: Share<N> = head.iter().copied().sum();
    match geometric(last, ratio) {
        Endless::Sum(tail) => Endless::Sum(sum.0 + tail),
        unbounded => unbounded,
    }
}

/// `first · (1 + ratio + ratio² + …)`.
fn geometric<N: Number>(first: Share<N>, ratio: Share<N>) -> Endless<N> {
    if first == Share::ZERO {
        return Endless::Sum(N::ZERO);
    }
    match ratio.rest().is_positive() || ratio.0.reason().is_some() {
        true => Endless::Sum((first / ratio.rest()).0),
        false => Endless::Unbounded,
    }
}
