//! The formulas of pay: tiers, KPIs, ratings, guarantees. One person, one month.

use crate::model::{Guarantee, TierRule};
use crate::number::{Decimal, Money, Number, Share};

/// From a threshold on, a value: a rate or a coefficient. In the order of their thresholds.
pub type Steps<N> = Vec<(Share<N>, Share<N>)>;

/// How a share of a base is paid.
#[derive(Clone, Debug, PartialEq)]
pub struct Rates<N> {
    /// The rate from the first rouble to the first tier.
    pub rate: Share<N>,
    /// What a tier's rate applies to.
    pub rule: TierRule,
    /// Rates from an attainment on.
    pub tiers: Steps<N>,
}

/// What a share of a base comes to; money.
///
/// Marginal: `Σ rate_i · (part of the amount within tier i)`; retroactive: `rate reached · amount`. Tiers
/// begin at `attainment · whole`, where `whole` is the amount that is 100 %. An amount below nothing pays
/// nothing.
///
/// ```
/// use obkatka::model::TierRule;
/// use obkatka::number::{Exact, Money, Number, Share};
/// use obkatka::pay::{commission, Rates};
/// let per_cent = |n| Share(Exact::whole(n) / Exact::whole(100));
/// let money = |n| Money(Exact::whole(n));
/// // 5 %, above target 8 %; 1 200 sold of 1 000.
/// let rates = |rule| Rates { rate: per_cent(5), rule, tiers: vec![(per_cent(100), per_cent(8))] };
/// // 1 000 · 5 % + 200 · 8 %
/// assert_eq!(commission(money(1200), money(1000), &rates(TierRule::Marginal)), money(66));
/// // 1 200 · 8 %
/// assert_eq!(commission(money(1200), money(1000), &rates(TierRule::Retroactive)), money(96));
/// ```
pub fn commission<N: Number>(amount: Money<N>, whole: Money<N>, rates: &Rates<N>) -> Money<N> {
    let amount = amount.most(Money::ZERO);
    match rates.rule {
        TierRule::Retroactive => amount * rate_reached(amount, whole, rates),
        TierRule::Marginal => marginal(amount, whole, rates),
    }
}

fn marginal<N: Number>(amount: Money<N>, whole: Money<N>, rates: &Rates<N>) -> Money<N> {
    let (mut pay, mut left) = (Money::ZERO, amount);
    for (from, rate) in rates.tiers.iter().rev() {
        let threshold = whole * *from;
        // Most tiers are out of reach: they cost a comparison, no arithmetic.
        if left.0.compare(threshold.0).is_some_and(|order| order.is_le()) {
            continue;
        }
        let above = left - threshold;
        pay += above * *rate;
        left = left - above;
    }
    pay + left * rates.rate
}

/// The rate that an amount has reached.
pub fn rate_reached<N: Number>(amount: Money<N>, whole: Money<N>, rates: &Rates<N>) -> Share<N> {
    let is_reached = |(from, _): &&(Share<N>, Share<N>)| reaches(amount.0, (whole * *from).0);
    rates.tiers.iter().rev().find(is_reached).map_or(rates.rate, |(_, rate)| *rate)
}

/// Whether a threshold is reached. What cannot be told counts as reached, so that its reason is seen.
fn reaches<N: Number>(value: N, threshold: N) -> bool {
    value.compare(nearly(Money(threshold)).0).is_none_or(|order| order.is_ge())
}

/// Where a threshold counts as reached. The last digits of a division do not decide about pay: a third of thirty
/// deals is ten.
pub(super) fn nearly<N: Number>(threshold: Money<N>) -> Money<N> {
    threshold * Share(N::from_decimal(Decimal::new(999_999_999_999, 12)))
}

/// The coefficient of a KPI at an attainment: that of the last step reached, nothing below the first. Without
/// steps the attainment itself, never below nothing.
///
/// ```
/// use obkatka::number::{Exact, Number, Share};
/// use obkatka::pay::coefficient;
/// let per_cent = |n| Share(Exact::whole(n) / Exact::whole(100));
/// let steps = vec![(per_cent(80), per_cent(50)), (per_cent(100), per_cent(100))];
/// assert_eq!(coefficient(per_cent(79), &steps), Share::ZERO);
/// assert_eq!(coefficient(per_cent(99), &steps), per_cent(50));
/// assert_eq!(coefficient(per_cent(99), &vec![]), per_cent(99));
/// ```
pub fn coefficient<N: Number>(attainment: Share<N>, steps: &Steps<N>) -> Share<N> {
    if steps.is_empty() || attainment.0.reason().is_some() {
        return attainment.most(Share::ZERO);
    }
    let is_reached = |(from, _): &&(Share<N>, Share<N>)| reaches(attainment.0, from.0);
    steps.iter().rev().find(is_reached).map_or(Share::ZERO, |(_, coefficient)| *coefficient)
}

/// The coefficient of a score on the straight line between the points of a scale; that of the first below it, that of
/// the last above it. Points that do not rise have no line between them: that of the lower one.
///
/// ```
/// use obkatka::number::{Exact, Number, Share};
/// use obkatka::pay::coefficient_between;
/// let share = |n| Share(Exact::whole(n) / Exact::whole(10));
/// // From 4 ×0.8 to 8 ×1.2: at 7 three quarters of the way.
/// let points = vec![(share(40), share(8)), (share(80), share(12))];
/// assert_eq!(coefficient_between(share(70), &points), share(11));
/// assert_eq!(coefficient_between(share(10), &points), share(8));
/// ```
pub fn coefficient_between<N: Number>(score: Share<N>, points: &Steps<N>) -> Share<N> {
    if score.0.reason().is_some() {
        return score;
    }
    let below = points.iter().rev().find(|(from, _)| reaches(score.0, from.0));
    let above = points.iter().find(|(from, _)| !reaches(score.0, from.0));
    match (below, above) {
        (Some((from, low)), Some((to, high))) => {
            let width = *to - *from;
            if !width.is_positive() { *low } else { *low + (score - *from) / width * (*high - *low) }
        }
        (Some((_, own)), None) | (None, Some((_, own))) => *own,
        (None, None) => Share::ONE,
    }
}

/// What the Customer-Executor rating leaves of the variable pay: `1 − share + share · coefficient`.
///
/// ```
/// use obkatka::number::{Exact, Number, Share};
/// use obkatka::pay::rating_effect;
/// let per_cent = |n| Share(Exact::whole(n) / Exact::whole(100));
/// // 15 % of the variable pay at 0.8: 85 % + 12 %.
/// assert_eq!(rating_effect(per_cent(15), per_cent(80)), per_cent(97));
/// ```
pub fn rating_effect<N: Number>(share: Share<N>, coefficient: Share<N>) -> Share<N> {
    share.rest() + share * coefficient
}

/// What is paid in a month, and what is owed after it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paid<N> {
    /// What is paid before income tax.
    pub paid: Money<N>,
    /// What the person owes of earlier advances after this month.
    pub debt: Money<N>,
}

/// What is paid where a sum is guaranteed; money.
///
/// Draw: `max(floor, earned − debt)`, and `debt + paid − earned` is owed on; the floor is the guaranteed sum
/// while it is guaranteed, the salary afterwards. Floor: `max(guaranteed, earned)`, nothing is owed.
///
/// ```
/// use obkatka::model::Guarantee;
/// use obkatka::number::{Exact, Money, Number};
/// use obkatka::pay::{guaranteed_pay, Paid};
/// let money = |n| Money(Exact::whole(n));
/// // 50 earned, 80 advanced: 30 owed; then 120 earned: 90 paid and nothing owed.
/// let first = guaranteed_pay(Guarantee::Draw, money(50), money(80), money(0));
/// assert_eq!(first, Paid { paid: money(80), debt: money(30) });
/// let second = guaranteed_pay(Guarantee::Draw, money(120), money(80), first.debt);
/// assert_eq!(second, Paid { paid: money(90), debt: money(0) });
/// ```
pub fn guaranteed_pay<N: Number>(
    guarantee: Guarantee,
    earned: Money<N>,
    floor: Money<N>,
    debt: Money<N>,
) -> Paid<N> {
    match guarantee {
        Guarantee::None => Paid { paid: earned, debt: Money::ZERO },
        Guarantee::Floor => Paid { paid: floor.most(earned), debt: Money::ZERO },
        Guarantee::Draw => {
            let paid = floor.most(earned - debt);
            Paid { paid, debt: (debt + paid - earned).most(Money::ZERO) }
        }
    }
}

/// How productive somebody is in a month since the first day, while learning for `ramp` months:
/// `min(1, (k + 1) / (ramp + 1))`. Three months: 25, 50, 75, 100 %.
///
/// Source: revopsmasters.com, bottoms-up quota model.
pub fn productivity<N: Number>(ramp: u32, month: u32) -> Share<N> {
    if month >= ramp {
        return Share::ONE;
    }
    Share(N::whole(month.saturating_add(1)) / N::whole(ramp.saturating_add(1)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::Exact;

    fn per_cent(n: i64) -> Share<Exact> {
        Share(Exact::Value(Decimal::new(n, 2)))
    }

    fn money(n: i64) -> Money<Exact> {
        Money(Exact::Value(Decimal::from(n)))
    }

    #[test]
    fn threshold_accelerator_and_cap_are_tiers() {
        let tiers =
            vec![(per_cent(50), per_cent(10)), (per_cent(100), per_cent(15)), (per_cent(150), per_cent(0))];
        let rates = Rates { rate: per_cent(0), rule: TierRule::Marginal, tiers };
        let paid = [400, 800, 1200, 1600, 2000].map(|sold| commission(money(sold), money(1000), &rates));
        assert_eq!(paid, [0, 30, 80, 125, 125].map(money));
        assert_eq!(commission(money(-500), money(1000), &rates), money(0));
    }

    #[test]
    fn marginal_pay_has_no_step_at_its_thresholds() {
        let tiers = vec![(per_cent(80), per_cent(6)), (per_cent(120), per_cent(2))];
        let rates = Rates { rate: per_cent(4), rule: TierRule::Marginal, tiers };
        for whole in [800, 1200] {
            let before = commission(money(whole - 1), money(1000), &rates);
            let after = commission(money(whole), money(1000), &rates);
            assert!(!(after - before - money(1)).is_positive() && (after - before).is_positive());
        }
    }

    #[test]
    fn last_digits_do_not_decide_about_pay() {
        // A third of 30 deals of 10, and three times a third of a target.
        let third = Exact::ONE / Exact::whole(3);
        let steps = vec![(per_cent(100), per_cent(120))];
        assert_eq!(coefficient(Share(Exact::whole(30) * third / Exact::whole(10)), &steps), per_cent(120));
        let rates = Rates {
            rate: per_cent(5),
            rule: TierRule::Retroactive,
            tiers: vec![(per_cent(100), per_cent(8))],
        };
        let sold = Money(third * Exact::whole(300_000));
        assert_eq!(rate_reached(sold, money(100_000), &rates), per_cent(8));
        assert_eq!(rate_reached(money(99_999), money(100_000), &rates), per_cent(5));
        assert_eq!(coefficient(Share(0.1 + 0.2), &vec![(Share(0.3), Share(1.0))]), Share(1.0));
    }

    #[test]
    fn what_cannot_be_told_stays_so() {
        let nothing = Share(Exact::ONE / Exact::ZERO);
        assert!(coefficient(nothing, &vec![(per_cent(0), per_cent(100))]).0.reason().is_some());
        assert!(coefficient(nothing, &vec![]).0.reason().is_some());
        let paid = guaranteed_pay(Guarantee::Draw, Money(nothing.0), money(10), money(0));
        assert!(paid.paid.0.reason().is_some() && paid.debt.0.reason().is_some());
    }

    #[test]
    fn a_debt_is_brought_back_as_far_as_pay_goes() {
        let owed = guaranteed_pay(Guarantee::Draw, money(50), money(20), money(100));
        assert_eq!(owed, Paid { paid: money(20), debt: money(70) });
        let floor = guaranteed_pay(Guarantee::Floor, money(50), money(80), money(0));
        assert_eq!(floor, Paid { paid: money(80), debt: money(0) });
    }

    #[test]
    fn learners_grow_in_even_steps() {
        let grown = [0, 1, 2, 3, 4].map(|month| productivity::<Exact>(3, month));
        assert_eq!(grown, [25, 50, 75, 100, 100].map(per_cent));
        assert_eq!(productivity::<Exact>(0, 0), Share::ONE);
        assert!(productivity::<Exact>(u32::MAX, 5).is_positive());
    }
}
