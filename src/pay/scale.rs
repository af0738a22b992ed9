//! The tiers of one part of pay, worked out once for all months: what is paid up to each, and from where on its rate counts.

use super::formulas::{Rates, commission, nearly, rate_reached};
use crate::model::TierRule;
use crate::number::{Money, Number, Share};
use core::cmp::Ordering;

/// One tier in money.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Step<N> {
    /// Where it begins.
    from: Money<N>,
    /// From where on it counts as reached: the last digits of a division do not decide.
    reached: Money<N>,
    /// What is paid for all below it.
    below: Money<N>,
    rate: Share<N>,
}

/// Tiers whose hundred per cent is known before the months are.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Scale<N> {
    whole: Money<N>,
    /// By rising thresholds.
    steps: Vec<Step<N>>,
    /// Of an amount that is its own hundred per cent: the share of it that is paid, and the rate it has reached.
    even: (Share<N>, Share<N>),
}

impl<N: Number> Scale<N> {
    /// Of rates whose hundred per cent is `target`; none for tiers that do not rise: they are reckoned one by one.
    pub fn of(rates: &Rates<N>, target: Option<Money<N>>) -> Option<Self> {
        let whole = target.unwrap_or(Money(N::ONE));
        let is_rising = |pair: &[(Share<N>, Share<N>)]| match pair {
            [(low, _), (high, _)] => low.compare(*high).is_some_and(Ordering::is_le),
            _ => true,
        };
        let begins_below = rates.tiers.first().is_none_or(|(from, _)| from.is_negative());
        if begins_below || !whole.is_positive() || !rates.tiers.windows(2).all(is_rising) {
            return None;
        }
        let one = Money(N::ONE);
        let even = (Share(commission(one, one, rates).0), rate_reached(one, one, rates));
        let (mut steps, mut below, mut last, mut rate) = (Vec::new(), Money::ZERO, Money::ZERO, rates.rate);
        for (from, own) in &rates.tiers {
            let from = whole * *from;
            below += (from - last).most(Money::ZERO) * rate;
            steps.push(Step { from, reached: nearly(from), below, rate: *own });
            (last, rate) = (from, *own);
        }
        Some(Self { whole, steps, even })
    }

    /// What an amount pays and the rate that it has reached: [`commission`] and [`rate_reached`]. None where they are to be
    /// asked themselves.
    pub fn pay(&self, amount: Money<N>, whole: Money<N>, rates: &Rates<N>) -> Option<(Money<N>, Share<N>)> {
        if !amount.is_positive() {
            return None;
        }
        if whole == amount {
            return Some((amount * self.even.0, self.even.1));
        }
        if whole != self.whole {
            return None;
        }
        let at = |is: fn(Ordering) -> bool, mark: fn(&Step<N>) -> Money<N>| {
            self.steps.iter().rev().find(|step| amount.compare(mark(step)).is_some_and(is))
        };
        let rate = at(Ordering::is_ge, |step| step.reached).map_or(rates.rate, |step| step.rate);
        let paid = match rates.rule {
            TierRule::Retroactive => amount * rate,
            TierRule::Marginal => match at(Ordering::is_gt, |step| step.from) {
                None => amount * rates.rate,
                Some(step) => step.below + (amount - step.from) * step.rate,
            },
        };
        Some((paid, rate))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::{Decimal, Exact};

    fn per_cent(n: i64) -> Share<Exact> {
        Share(Exact::Value(Decimal::new(n, 2)))
    }

    fn money(n: i64) -> Money<Exact> {
        Money(Exact::Value(Decimal::from(n)))
    }

    #[test]
    fn worked_out_once_is_as_worked_out_each_month() {
        let tiers = [vec![(0, 3), (80, 6), (80, 9), (120, 2)], vec![(100, 8)], vec![(50, 10), (150, 0)]];
        for (tiers, rule) in
            tiers.iter().flat_map(|own| [TierRule::Marginal, TierRule::Retroactive].map(|rule| (own, rule)))
        {
            let tiers = tiers.iter().map(|(from, rate)| (per_cent(*from), per_cent(*rate))).collect();
            let rates = Rates { rate: per_cent(4), rule, tiers };
            for target in [None, Some(money(1000))] {
                let scale = Scale::of(&rates, target).unwrap();
                for amount in [1, 500, 799, 800, 801, 1000, 1200, 1600].map(money) {
                    let whole = target.unwrap_or(amount);
                    let slow = (commission(amount, whole, &rates), rate_reached(amount, whole, &rates));
                    assert_eq!(
                        scale.pay(amount, whole, &rates),
                        Some(slow),
                        "{amount:?} of {whole:?}, {rates:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn what_is_not_known_before_is_asked_of_the_formulas() {
        let rates = |tiers| Rates { rate: per_cent(4), rule: TierRule::Marginal, tiers };
        let falling = rates(vec![(per_cent(90), per_cent(1)), (per_cent(80), per_cent(2))]);
        assert_eq!(Scale::of(&falling, None), None);
        assert_eq!(Scale::of(&rates(Vec::new()), None), None);
        let rates = rates(vec![(per_cent(90), per_cent(1))]);
        assert_eq!(Scale::of(&rates, Some(money(-1))), None);
        let scale = Scale::of(&rates, Some(money(100))).unwrap();
        assert_eq!(scale.pay(money(0), money(100), &rates), None);
        assert_eq!(scale.pay(money(50), money(101), &rates), None);
    }
}
