//! How many leads a channel brings in a month, and what is spent on it.

use crate::number::{Count, Money, Number, Share, Undefined};
use core::ops::Range;

/// A monthly amount that grows, from its first month on.
///
/// `amount · (1 + growth)^months`, each month from the one before; money, or a count. Source: compound growth.
///
/// ```
/// use obkatka::number::{Exact, Money, Number, Share};
/// use obkatka::plan::growing;
/// let tenth = Share(Exact::ONE / Exact::whole(10));
/// // 100, 110, 121
/// let third = growing(Money(Exact::whole(100)), tenth).nth(2).unwrap();
/// assert_eq!(third.0.text().as_deref(), Some("121"));
/// ```
pub fn growing<N: Number, A>(amount: A, growth: Share<N>) -> impl Iterator<Item = A>
where
    A: Copy + core::ops::Mul<Share<N>, Output = A>,
{
    let factor = Share::ONE + growth;
    std::iter::successors(Some(amount), move |amount| Some(*amount * factor))
}

/// The part of the full effect that advertising has while the market is still getting to know the
/// product.
///
/// `from + (1 − from) · min(1, t / months)`; a share; month 0 is the plan's first.
///
/// ```
/// use obkatka::number::{Exact, Number, Share};
/// use obkatka::plan::awareness;
/// let from = Share(Exact::ONE / Exact::whole(5));
/// assert_eq!(awareness(from, 24, 12).0.text().as_deref(), Some("0.6"));
/// assert_eq!(awareness(from, 24, 40).0.text().as_deref(), Some("1"));
/// ```
pub fn awareness<N: Number>(from: Share<N>, months: u32, t: u32) -> Share<N> {
    if t >= months {
        return Share::ONE;
    }
    from + from.rest() * Share(N::whole(t) / N::whole(months))
}

/// Leads that a budget brings in a month.
///
/// `min(budget / cost_per_lead · awareness, most)`. A channel whose leads cost nothing gives its cap, as far as it is
/// known; without a cap it gives nothing for nothing, and an undefined number for money.
///
/// ```
/// use obkatka::number::{Count, Exact, Money, Number, Share};
/// use obkatka::plan::leads;
/// let (budget, cost) = (Money(Exact::whole(90_000)), Money(Exact::whole(900)));
/// assert_eq!(leads(budget, cost, None, Share::ONE), Count(Exact::whole(100)));
/// assert_eq!(leads(budget, cost, Some(Count(Exact::whole(80))), Share::ONE), Count(Exact::whole(80)));
/// ```
pub fn leads<N: Number>(
    budget: Money<N>,
    cost_per_lead: Money<N>,
    most: Option<Count<N>>,
    awareness: Share<N>,
) -> Count<N> {
    let free = cost_per_lead == Money::ZERO;
    match most {
        Some(most) if free => most * awareness,
        Some(most) => (budget.in_items_of(cost_per_lead) * awareness).least(most),
        None if free && budget == Money::ZERO => Count::ZERO,
        None if free => Count(N::undefined(Undefined::DivisionByZero)),
        None => budget.in_items_of(cost_per_lead) * awareness,
    }
}

/// What of a month's budget buys leads up to a channel's cap; the rest would buy none.
///
/// `min(budget, most · cost_per_lead / awareness)`; money.
///
/// ```
/// use obkatka::number::{Count, Exact, Money, Number, Share};
/// use obkatka::plan::needed_budget;
/// let (budget, cost) = (Money(Exact::whole(60_000)), Money(Exact::whole(900)));
/// let needed = needed_budget(budget, cost, Some(Count(Exact::whole(60))), Share::ONE);
/// assert_eq!(needed.0.text().as_deref(), Some("54000"));
/// ```
pub fn needed_budget<N: Number>(
    budget: Money<N>,
    cost_per_lead: Money<N>,
    most: Option<Count<N>>,
    awareness: Share<N>,
) -> Money<N> {
    match most {
        Some(most) if awareness.is_positive() && !most.is_negative() => {
            budget.least(cost_per_lead * most / awareness)
        }
        _ => budget,
    }
}

/// Whether a line of the plan that runs from one month to another, that one included, is on in `t`.
pub fn runs(first: u32, last: Option<u32>, t: u32) -> bool {
    t >= first && last.is_none_or(|last| t <= last)
}

/// The months of a plan in which such a line is on.
pub fn months_of(first: u32, last: Option<u32>, plan: u32) -> Range<u32> {
    first..last.map_or(plan, |last| last.saturating_add(1).min(plan))
}
