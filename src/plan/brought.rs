//! What one client brings along its own age, order by order, and when that covers a cost.

use super::buying::{Logarithms, Orders, Rhythm, visits};
use super::reached::Reached;
use crate::number::{Count, Money, Months, Number, Powers, Share, Undefined};
use core::cmp::Ordering;

/// A moment of a client's life: its age in months, and what had come in until then; orders at that very moment
/// left out, and counted.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Moment<N> {
    age: N,
    before: Money<N>,
    after: Money<N>,
    /// Share of those who are there that is there a month later, where orders come at any time while they are: more at
    /// the beginning of the month. The whole where what follows comes evenly.
    stay: Share<N>,
}

/// What one client brings, on average of all who came: between two moments evenly, at a moment by its order.
#[derive(Clone, Debug, PartialEq)]
pub struct Brought<N> {
    moments: Vec<Moment<N>>,
    /// Of each month of age, where its first moment stands.
    months: Vec<usize>,
}

/// What a client brings where.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bringing<N> {
    /// By an order.
    pub order: Money<N>,
    /// Each month while it stays: cross-sells less service; may be negative.
    pub month: Money<N>,
    /// Once, with the first order: upsells less the extra cost; may be negative.
    pub once: Money<N>,
}

impl<N: Number> Brought<N> {
    /// What a client brings in its first `months` months; `by_age` has what it brings where in each of them, the last
    /// going on, and what comes once in the first.
    pub fn new(orders: &Orders<N>, by_age: &[Bringing<N>], months: u32) -> Self {
        let survival = orders.survival();
        let known = u32::try_from(survival.len().saturating_sub(1)).unwrap_or(u32::MAX);
        let mut own = Self { moments: Vec::new(), months: Vec::new() };
        let mut visits = match orders.rhythm() {
            Rhythm::Regular { frequency, .. } => visits(frequency, survival, months.min(known)),
            _ => vec![(0, N::ZERO, Share::ONE)],
        }
        .into_iter()
        .peekable();
        let once = by_age.first().map_or(Money::ZERO, |first| first.once);
        let (mut sum, mut logarithms) = (once, Logarithms::new());
        for (month, pair) in (0..months).zip(survival.windows(2)) {
            let &[now, next] = pair else { break };
            let Some(bringing) = by_age.get(month as usize).or(by_age.last()) else { break };
            own.months.push(own.moments.len());
            // What comes evenly over the month.
            let evenly =
                bringing.month * now + bringing.order * evenly(orders, month, now, next, &mut logarithms);
            let begin = sum;
            let at = |within: N, ordered: Money<N>| begin + evenly * Share(within) + ordered;
            let mut ordered = Money::ZERO;
            let stay = match orders.rhythm() {
                Rhythm::Random { .. } if now.is_positive() => next / now,
                _ => Share::ONE,
            };
            let is_first = visits.peek().is_some_and(|(age, within, _)| *age == month && within.is_zero());
            if !is_first {
                own.moments.push(Moment { age: N::whole(month), before: begin, after: begin, stay });
            }
            while let Some((_, within, share)) = visits.next_if(|(age, ..)| *age == month) {
                let before = at(within, ordered);
                ordered += bringing.order * share;
                let after = at(within, ordered);
                own.moments.push(Moment { age: N::whole(month) + within, before, after, stay });
            }
            sum = at(N::ONE, ordered);
        }
        own.months.push(own.moments.len());
        let age = N::whole(u32::try_from(own.months.len().saturating_sub(1)).unwrap_or(u32::MAX));
        own.moments.push(Moment { age, before: sum, after: sum, stay: Share::ONE });
        own
    }

    /// What it has brought with its first order, and by the age of 1, 2, … months, orders at that very age counted.
    pub fn by_month(&self) -> Vec<Money<N>> {
        self.months.iter().filter_map(|at| self.moments.get(*at)).map(|moment| moment.after).collect()
    }

    /// The age at which a cost is covered: at an order, or between two moments in proportion; none where it is not
    /// within the months known.
    ///
    /// # Errors
    /// Why it cannot be told.
    fn covers(&self, cost: Money<N>) -> Result<Option<Months<N>>, Undefined> {
        let reaches = |sum: Money<N>| sum.compare(cost).is_some_and(Ordering::is_ge);
        let mut last: Option<&Moment<N>> = None;
        for moment in &self.moments {
            if let Some(reason) = moment.after.0.reason() {
                return Err(reason);
            }
            if let Some(last) = last.filter(|_| reaches(moment.before)) {
                let part = (cost - last.after) / (moment.before - last.after);
                return Ok(Some(Months(last.age + falling_off(part, last.stay).0 * (moment.age - last.age))));
            }
            if reaches(moment.after) {
                return Ok(Some(Months(moment.age)));
            }
            last = Some(moment);
        }
        Ok(None)
    }

    /// When one client has brought back what it cost: the first age at which what it has brought reaches `cost`,
    /// counted from its first order; in months. `endless` is what a life without a horizon brings; none where it
    /// grows beyond every bound.
    ///
    /// *Never* where even a life without a horizon stays below; *not within the horizon* where only the horizon is
    /// too short. Source: metrickittools.com, an order reaching the cost at its moment.
    pub fn payback(&self, cost: Money<N>, endless: Option<Money<N>>) -> Reached<Months<N>> {
        if let Some(reason) = cost.0.reason() {
            return Reached::Unknown(reason);
        }
        if !cost.is_positive() {
            return Reached::At(Months::ZERO);
        }
        match self.covers(cost) {
            Err(reason) => Reached::Unknown(reason),
            Ok(Some(age)) => Reached::At(age),
            // An endless sum is only approached: to equal the cost is still never to reach it.
            Ok(None) => match endless.is_none_or(|endless| (endless - cost).is_positive()) {
                true => Reached::NotWithinHorizon,
                false => Reached::Never,
            },
        }
    }
}

/// After which part of a month a part of what it brings has come, where clients leave all the while:
/// `ln(1 − part · (1 − stay)) / ln(stay)`.
fn falling_off<N: Number>(part: Share<N>, stay: Share<N>) -> Share<N> {
    let left = stay.rest();
    match left.0.twelve_decimals().is_zero() || !stay.is_positive() {
        true => part,
        false => Share((part * left).rest().0.logarithm() / stay.0.logarithm()),
    }
}

/// Orders that come at no appointed time in a month of age; counts.
fn evenly<N: Number>(
    orders: &Orders<N>,
    month: u32,
    now: Share<N>,
    next: Share<N>,
    logarithms: &mut Logarithms<N>,
) -> Count<N> {
    match orders.rhythm() {
        Rhythm::Once | Rhythm::Regular { .. } => Count::ZERO,
        Rhythm::Random { frequency } => frequency * logarithms.mean_of_month(now, next),
        Rhythm::Observed { per_buyer } if month == 0 => per_buyer - Count(N::ONE),
        Rhythm::Observed { per_buyer } => per_buyer * now,
    }
}
