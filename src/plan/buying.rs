//! How often a client buys: its orders by age, and what of them the plan needs month by month.

use super::retention::{Endless, Staying};
use crate::number::{Count, Decimal, Number, Powers, Share};

/// When the orders of one client fall.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rhythm<N> {
    /// One order, no more.
    Once,
    /// At ages 0, i, 2i, … months: contracts, check-ups.
    Regular {
        /// Months from one order to the next.
        interval: N,
        /// Orders in a month.
        frequency: Count<N>,
    },
    /// The first at age 0, later ones at any time: so many in a month while the client stays.
    Random {
        /// Repeat orders in a month.
        frequency: Count<N>,
    },
    /// Survival is the share of clients who buy in a month, so many orders each.
    Observed {
        /// Orders of a client who buys in a month.
        per_buyer: Count<N>,
    },
}

/// More often than daily nobody waits for an appointed day: counted as at any time.
const MOST_REGULAR: u32 = 31;

impl<N: Number> Rhythm<N> {
    /// Orders at a steady interval, so many a month; where they are more than daily, at any time.
    pub fn regular(frequency: Count<N>) -> Self {
        let is_daily = frequency.0.compare(N::whole(MOST_REGULAR)).is_some_and(|order| order.is_gt());
        match is_daily || !frequency.is_positive() {
            true => Rhythm::Random { frequency },
            // Twelve decimals: one sixth a month is every six months.
            false => Rhythm::Regular { interval: (N::ONE / frequency.0).twelve_decimals(), frequency },
        }
    }

    /// Orders in a month of a client who has been one for longer.
    pub fn frequency(&self) -> Count<N> {
        match *self {
            // Its one order falls in the one month of its life.
            Rhythm::Once => Count(N::ONE),
            Rhythm::Regular { frequency, .. } | Rhythm::Random { frequency } => frequency,
            Rhythm::Observed { per_buyer } => per_buyer,
        }
    }
}

/// The orders of one client by month of age: o(k).
#[derive(Clone, Debug, PartialEq)]
pub struct Orders<N> {
    rhythm: Rhythm<N>,
    /// o(k) for each month of age.
    pub by_age: Vec<Count<N>>,
    /// Orders of a month of one who has been a client for longer.
    pub frequency: Count<N>,
    /// S(k) for the same ages.
    survival: Vec<Share<N>>,
}

impl<N: Number> Orders<N> {
    /// The orders of a client in its first `months` months.
    ///
    /// Regular: order i falls at age `i · interval`, split between two months as a delay is, times survival at
    /// that age, between whole ages geometrically. Random: `o(0) = 1 + f · (μ − 1 + e^−μ) / μ²` with
    /// `μ = −ln S(1)`, for clients come evenly over their first month; then `o(k) = f · S(k)`.
    ///
    /// ```
    /// use obkatka::number::{Count, Exact, Number, Share};
    /// use obkatka::plan::{Orders, Rhythm, Staying};
    /// let stays = Staying::Constant(Share(Exact::ONE / Exact::whole(2)));
    /// let half_yearly = Orders::new(Rhythm::regular(Count(Exact::ONE / Exact::whole(6))), &stays, 12);
    /// // The first visit, and after half a year one of 64 comes again.
    /// assert_eq!(half_yearly.by_age[0], Count(Exact::ONE));
    /// assert_eq!(half_yearly.by_age[6].0.text().as_deref(), Some("0.015625"));
    /// assert_eq!(half_yearly.by_age[7], Count(Exact::ZERO));
    /// ```
    pub fn new(rhythm: Rhythm<N>, staying: &Staying<N>, months: u32) -> Self {
        let survival = staying.survival(months.saturating_add(1));
        let mut by_age = match rhythm {
            Rhythm::Once => vec![Count(N::ONE)],
            Rhythm::Regular { frequency, .. } => regular(frequency, &survival, months),
            Rhythm::Random { frequency } => random(frequency, &survival),
            Rhythm::Observed { per_buyer } => survival.iter().map(|share| per_buyer * *share).collect(),
        };
        by_age.resize(months as usize, Count::ZERO);
        Self { rhythm, by_age, frequency: rhythm.frequency(), survival }
    }

    /// Where every month after the first has the frequency times survival: the orders of the first.
    fn first_of_proportional(&self) -> Option<Count<N>> {
        match self.rhythm {
            Rhythm::Regular { interval, .. } if interval != N::ONE => None,
            _ => self.by_age.first().copied(),
        }
    }

    /// Orders by month of clients won by month: `Σ n(t − k) · o(k)`. Clients who are there beside those won,
    /// because they were counted, order as often as any client of longer.
    pub fn of_clients(&self, new: &[Count<N>], active: &[Count<N>], has_others: bool) -> Vec<Count<N>> {
        let f = self.frequency;
        if let Some(first) = self.first_of_proportional() {
            let more = first - f;
            let orders = |(new, active): (&Count<N>, &Count<N>)| match more.is_zero() {
                true => *active * f,
                false => *active * f + *new * more,
            };
            return new.iter().zip(active).map(orders).collect();
        }
        let mut orders = spread_by_age(new, &self.by_age);
        if has_others {
            let known = super::cohorts::active_clients(new, &self.survival);
            let others = active.iter().zip(known).map(|(active, known)| (*active - known) * f);
            orders.iter_mut().zip(others).for_each(|(sum, more)| *sum += more);
        }
        orders
    }

    /// Whether every month of a client's life has one and the same number of orders.
    pub fn is_alike(&self) -> bool {
        self.first_of_proportional().is_some_and(|first| first == self.frequency)
    }

    /// Orders of a life without a horizon.
    pub fn endless(&self, staying: &Staying<N>) -> Endless<N> {
        let f = self.frequency;
        let life = match (self.rhythm, staying, staying.endless_life()) {
            (Rhythm::Once, ..) => return Endless::Sum(N::ONE),
            (Rhythm::Regular { interval, .. }, Staying::Constant(rate), Endless::Sum(_)) => {
                return Endless::Sum(N::ONE / (N::ONE - rate.0.raised(interval)));
            }
            (_, _, Endless::Unbounded) if f.is_zero() => {
                return Endless::Sum(self.by_age.first().map_or(N::ZERO, |first| first.0));
            }
            (_, _, Endless::Unbounded) => return Endless::Unbounded,
            (_, _, Endless::Sum(life)) => life,
        };
        // What is ordered after the last age known follows survival alone.
        let lived: Share<N> = self.survival.iter().copied().take(self.by_age.len()).sum();
        let ordered: Count<N> = self.by_age.iter().copied().sum();
        Endless::Sum(ordered.0 + f.0 * (life - lived.0))
    }

    /// The rhythm.
    pub fn rhythm(&self) -> Rhythm<N> {
        self.rhythm
    }

    /// S(k) for the same ages and one more.
    pub fn survival(&self) -> &[Share<N>] {
        &self.survival
    }
}

/// `Σ n(t − k) · o(k)`: what clients won by month do, by what one does at each age; counts.
pub fn spread_by_age<N: Number>(new: &[Count<N>], by_age: &[Count<N>]) -> Vec<Count<N>> {
    let mut sums = vec![Count::ZERO; new.len()];
    let ages: Vec<_> = by_age.iter().enumerate().filter(|(_, own)| !own.is_zero()).collect();
    for (month, count) in new.iter().enumerate().filter(|(_, count)| !count.is_zero()) {
        for (age, own) in &ages {
            let Some(sum) = sums.get_mut(month + age) else { break };
            *sum += *count * **own;
        }
    }
    sums
}

/// Orders at a steady interval, split between the two months that their age lies between.
fn regular<N: Number>(frequency: Count<N>, survival: &[Share<N>], months: u32) -> Vec<Count<N>> {
    let mut by_age = vec![Count::ZERO; months as usize + 1];
    for (age, within, share) in visits(frequency, survival, months) {
        let (now, later) = (age as usize, age as usize + 1);
        let part = share.0 * within;
        if let Some(sum) = by_age.get_mut(now) {
            *sum += Count(share.0 - part);
        }
        if let Some(sum) = by_age.get_mut(later).filter(|_| !part.is_zero()) {
            *sum += Count(part);
        }
    }
    by_age
}

/// The orders at a steady interval that fall within so many months: whole months of age, the part of a month
/// after them, and the share of clients who are still there.
pub(super) fn visits<N: Number>(
    frequency: Count<N>,
    survival: &[Share<N>],
    months: u32,
) -> Vec<(u32, N, Share<N>)> {
    let mut visits = Vec::new();
    if !frequency.is_positive() {
        return visits;
    }
    let mut logarithms = Logarithms::new();
    // No interval is shorter than a day.
    for order in 0..=months.saturating_mul(MOST_REGULAR + 1) {
        // Divided each time: three times 3.333333333333 months would be a trillionth short of ten.
        let (age, within) = (N::whole(order) / frequency.0).twelve_decimals().whole_and_rest();
        let (Some(now), Some(next)) = (survival.get(age as usize), survival.get(age as usize + 1)) else {
            break;
        };
        let share = match within.is_zero() {
            true => *now,
            false => *now * logarithms.part_of_month(*now, *next, within),
        };
        visits.push((age, within, share));
    }
    visits
}

/// Orders at any time: a first one, and later ones while the client stays.
fn random<N: Number>(frequency: Count<N>, survival: &[Share<N>]) -> Vec<Count<N>> {
    let mut by_age: Vec<_> = survival.iter().map(|share| frequency * *share).collect();
    if let (Some(first), Some(stay)) = (by_age.first_mut(), survival.get(1)) {
        *first = Count(N::ONE) + frequency * part_of_first_month(*stay);
    }
    by_age
}

/// How much of its first month, by the calendar, a client is there after its first order: `(μ − 1 + e^−μ) / μ²` with
/// `μ = −ln S(1)`; a half where nobody leaves.
///
/// ```
/// use obkatka::number::{Number, Share};
/// use obkatka::plan::part_of_first_month;
/// assert_eq!(part_of_first_month(Share(1.0_f64)).0, 0.5);
/// // μ = 0.2231: (0.2231 − 1 + 0.8) / 0.0498
/// assert!((part_of_first_month(Share(0.8_f64)).0 - 0.4648).abs() < 1e-4);
/// ```
pub fn part_of_first_month<N: Number>(stay: Share<N>) -> Share<N> {
    if stay.is_zero() {
        return Share::ZERO;
    }
    let rate = -stay.0.logarithm();
    let near = N::ONE / N::whole(10);
    if rate.compare(near).is_some_and(|order| order.is_lt())
        && (-rate).compare(near).is_some_and(|order| order.is_lt())
    {
        // 1/2! − μ/3! + μ²/4! − …: the formula's difference would lose its digits.
        let (mut term, mut sum) = (N::ONE / N::whole(2), N::ZERO);
        for n in 3..=24 {
            sum = sum + term;
            term = -(term * rate / N::whole(n));
        }
        return Share(sum);
    }
    Share((rate - N::ONE + stay.0) / (rate * rate))
}

/// Logarithms of the share that stays from month to month, each worked out once where months are alike.
pub(super) struct Logarithms<N> {
    last: Option<(Share<N>, N)>,
}

impl<N: Number> Logarithms<N> {
    pub(super) fn new() -> Self {
        Self { last: None }
    }

    fn of(&mut self, stay: Share<N>) -> N {
        // Quotients of the same share differ in their last digit.
        let grain = N::from_decimal(Decimal::new(1, 20));
        let is_below = |off: N| off.compare(grain).is_some_and(core::cmp::Ordering::is_lt);
        let is_known = |known: Share<N>| is_below(known.0 - stay.0) && is_below(stay.0 - known.0);
        match self.last {
            Some((known, logarithm)) if is_known(known) => logarithm,
            _ => {
                let logarithm = stay.0.logarithm();
                self.last = Some((stay, logarithm));
                logarithm
            }
        }
    }

    /// The share of those of one age who are still there a part of a month later.
    fn part_of_month(&mut self, now: Share<N>, next: Share<N>, within: N) -> Share<N> {
        if now.is_zero() || next.is_zero() {
            return Share::ZERO;
        }
        Share((self.of(next / now) * within).exponential())
    }

    /// How many of those of one age are there on average in the month that follows.
    pub(super) fn mean_of_month(&mut self, now: Share<N>, next: Share<N>) -> Share<N> {
        if now.is_zero() || next.is_zero() {
            // Where nobody is there at the end of the month, all left at its beginning.
            return Share::ZERO;
        }
        let stay = next / now;
        match stay.rest().0.twelve_decimals().is_zero() {
            true => now,
            false => Share((next.0 - now.0) / self.of(stay)),
        }
    }
}
