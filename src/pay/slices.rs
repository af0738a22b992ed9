//! How tiers cut a base into slices: what a pay slip shows under a part.

use super::formulas::{Rates, rate_reached};
use crate::model::TierRule;
use crate::number::{Money, Number, Share};

/// The slices of an amount with the rate of each, the lowest first. Their products add up to the commission.
/// Marginal tiers have one each, above the one below them all, be there nothing in it; otherwise there is one.
///
/// ```
/// use obkatka::model::TierRule;
/// use obkatka::number::{Exact, Money, Number, Share};
/// use obkatka::pay::{Rates, slices};
/// let per_cent = |n| Share(Exact::whole(n) / Exact::whole(100));
/// let money = |n| Money(Exact::whole(n));
/// let rates = Rates { rate: per_cent(5), rule: TierRule::Marginal, tiers: vec![(per_cent(100), per_cent(8))] };
/// let cut = slices(money(1200), money(1000), &rates);
/// assert_eq!(cut, [(money(1000), per_cent(5)), (money(200), per_cent(8))]);
/// ```
pub fn slices<N: Number>(amount: Money<N>, whole: Money<N>, rates: &Rates<N>) -> Vec<(Money<N>, Share<N>)> {
    let amount = amount.most(Money::ZERO);
    if rates.rule == TierRule::Retroactive || rates.tiers.is_empty() {
        return vec![(amount, rate_reached(amount, whole, rates))];
    }
    let (mut all, mut left) = (Vec::new(), amount);
    for (from, rate) in rates.tiers.iter().rev() {
        let above = (left - whole * *from).most(Money::ZERO);
        all.push((above, *rate));
        left = left - above;
    }
    all.push((left, rates.rate));
    all.reverse();
    all
}

#[cfg(test)]
mod tests {
    use super::super::commission;
    use super::*;
    use crate::number::{Decimal, Exact};

    #[test]
    fn slices_add_up_to_the_commission() {
        let share = |n| Share(Exact::Value(Decimal::new(n, 2)));
        let money = |n| Money(Exact::Value(Decimal::from(n)));
        let tiers = vec![(share(50), share(3)), (share(100), share(7)), (share(150), share(0))];
        for rule in [TierRule::Marginal, TierRule::Retroactive] {
            let rates = Rates { rate: share(0), rule, tiers: tiers.clone() };
            for amount in [-10, 0, 499, 500, 1000, 1400, 9000] {
                let cut = slices(money(amount), money(1000), &rates);
                let sum: Money<Exact> = cut.iter().map(|(slice, rate)| *slice * *rate).sum();
                assert_eq!(sum, commission(money(amount), money(1000), &rates), "{amount}");
                assert_eq!(cut.len(), if rule == TierRule::Marginal { 4 } else { 1 });
            }
        }
    }
}
