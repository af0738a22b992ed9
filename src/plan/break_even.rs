//! Break-even: how much must be sold, and from which month on profit is there to stay.

use super::client::Reached;
use crate::number::{Count, Money, Number, Undefined};

/// Items that must be sold in a month to pay for what does not hang on sales.
///
/// `⌈(fixed + salaries + marketing) / contribution of one item⌉`; a count. *Never* (impossible)
/// where one item leaves nothing.
///
/// ```
/// use obkatka::number::{Count, Exact, Money, Number};
/// use obkatka::plan::{break_even_volume, Reached};
/// let money = |n| Money(Exact::whole(n));
/// // 10 000 / 300 = 33.3…
/// assert_eq!(break_even_volume(money(10_000), money(300)), Reached::At(Count(Exact::whole(34))));
/// assert_eq!(break_even_volume(money(10_000), money(0)), Reached::Never);
/// ```
pub fn break_even_volume<N: Number>(to_cover: Money<N>, of_one: Money<N>) -> Reached<Count<N>> {
    if let Some(reason) = to_cover.0.reason().or(of_one.0.reason()) {
        return Reached::Unknown(reason);
    }
    if !of_one.is_positive() {
        return if to_cover.is_positive() { Reached::Never } else { Reached::At(Count::ZERO) };
    }
    // Twelve decimals first: what one item leaves may be off in its last digit, and 34.000…1 is 34.
    Reached::At(Count(to_cover.in_items_of(of_one).0.twelve_decimals().ceiling()))
}

/// Whether an amount is below zero by more than the last digits of a division: a trillionth does not
/// make a month a loss.
pub(super) fn is_loss<N: Number>(amount: Money<N>) -> bool {
    amount.0.twelve_decimals().is_negative()
}

/// The first month at or after `begin` with profit of nothing or more.
///
/// *Never* where no month's contribution is above zero: no volume helps.
pub fn first_month<N: Number>(
    profit: &[Money<N>],
    contribution: &[Money<N>],
    begin: Option<u32>,
) -> Reached<u32> {
    answered(profit, contribution, begin, |begin| {
        (begin..).zip(profit.iter().skip(begin as usize)).find(|(_, p)| !is_loss(**p)).map(|(t, _)| t)
    })
}

/// The month since which profit stays at nothing or more.
pub fn lasting_month<N: Number>(
    profit: &[Money<N>],
    contribution: &[Money<N>],
    begin: Option<u32>,
) -> Reached<u32> {
    answered(profit, contribution, begin, |begin| stays_since(profit, begin))
}

/// The month from `begin` on since which no amount is below zero any more.
pub fn stays_since<N: Number>(amounts: &[Money<N>], begin: u32) -> Option<u32> {
    let last_below = (0u32..).zip(amounts).filter(|(_, amount)| is_loss(**amount)).map(|(t, _)| t + 1).last();
    let since = last_below.unwrap_or(0).max(begin);
    ((since as usize) < amounts.len()).then_some(since)
}

fn answered<N: Number>(
    profit: &[Money<N>],
    contribution: &[Money<N>],
    begin: Option<u32>,
    month: impl Fn(u32) -> Option<u32>,
) -> Reached<u32> {
    let Some(begin) = begin else {
        return Reached::Unknown(Undefined::NoData);
    };
    if let Some(reason) = profit.iter().find_map(|p| p.0.reason()) {
        return Reached::Unknown(reason);
    }
    match month(begin) {
        Some(month) => Reached::At(month),
        None if contribution.iter().any(|amount| amount.is_positive()) => Reached::NotWithinHorizon,
        None => Reached::Never,
    }
}
