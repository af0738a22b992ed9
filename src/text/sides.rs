//! What is said of pay: who gets what of a month, of one rouble more, and of another pay plan.

mod verdict;

pub use verdict::{Verdict, bargain_verdict};

use super::findings::Finding;
use super::{Filling, Show, Word};
use crate::number::{Count, Decimal, Exact, Money, Number};
use crate::pay_review::{Difference, SidePoint};
use core::cmp::Ordering;

/// A month as a role and the owner see it.
#[derive(Clone, Copy, Debug)]
pub struct SidesSeen<'a> {
    /// What the role is called.
    pub name: &'a str,
    /// Its place among the people.
    pub role: usize,
    /// What one person is paid when sales are as planned; none where nobody is there.
    pub one: Option<Money<Exact>>,
    /// Sales as planned.
    pub plan: &'a SidePoint,
    /// What so much more than planned adds.
    pub extra: &'a Difference,
}

/// Who gets what of a month, and of what is sold beyond the plan.
pub fn sides_finding(show: &Show<'_>, seen: &SidesSeen<'_>) -> Finding {
    let name = ("role", Filling::Text(seen.name));
    let nothing = |text| Finding { text, drawable: false };
    let Some(one) = seen.one else { return nothing(show.phrase(Word::SIDES_NOBODY, &[name])) };
    let (plan, extra) = (seen.plan, seen.extra);
    let owner = plan.owner.0;
    if let Some(reason) = (owner + one.0).reason() {
        let reason = show.reason(reason);
        return nothing(show.phrase(Word::SIDES_UNKNOWN, &[("reason", Filling::Text(&reason))]));
    }
    if !plan.revenue.is_positive() {
        return nothing(show.word(Word::SIDES_UNSOLD));
    }
    let word = if owner.is_negative() { Word::SIDES_FOUND_LOSS } else { Word::SIDES_FOUND };
    let (pay, owner) = (show.money(one.0), show.money(size(owner)));
    let found = show.phrase(word, &[name, ("pay", Filling::Text(&pay)), ("owner", Filling::Text(&owner))]);
    Finding { text: [&found, " ", &of_hundred(show, seen.role, extra)].concat(), drawable: true }
}

/// Who gets what of each hundred sold beyond the plan.
fn of_hundred(show: &Show<'_>, role: usize, extra: &Difference) -> String {
    let hundred = Exact::whole(100);
    let part = |of: Money<Exact>| cents((of / extra.revenue).0 * hundred);
    let (pay, owner) = (part(extra.pay.get(role).copied().unwrap_or(Money::ZERO)), part(extra.owner));
    let word = if owner.is_negative() { Word::SIDES_EXTRA_LOSS } else { Word::SIDES_EXTRA };
    let [hundred, pay, owner] = [hundred, pay, size(owner)].map(|amount| show.money(amount));
    let more = show.percent(extra.attainment.0);
    show.phrase(
        word,
        &[
            ("more", Filling::Text(&more)),
            ("hundred", Filling::Text(&hundred)),
            ("pay", Filling::Text(&pay)),
            ("owner", Filling::Text(&owner)),
        ],
    )
}

/// Parts of one, rounded to tenths of a per cent so that they still make one: what rounding leaves over goes
/// to the parts that lost most by it. Parts that do not exist, or make no one, stay as they are.
pub fn exact_parts(parts: &[Exact]) -> Vec<Exact> {
    let Some(parts_known) = known(parts) else { return parts.to_vec() };
    let mut rounded: Vec<_> = parts_known.iter().map(|part| floor(*part)).collect();
    let mut lost: Vec<_> = parts_known.iter().zip(&rounded).map(|(part, own)| *part - *own).collect();
    let over = (Decimal::ONE - rounded.iter().copied().sum::<Decimal>()) / tenth();
    for _ in 0..usize::try_from(over).unwrap_or_default().min(parts.len()) {
        let most = (0..lost.len()).reduce(|most, at| if lost[at] > lost[most] { at } else { most });
        if let Some(most) = most {
            rounded[most] += tenth();
            lost[most] -= tenth();
        }
    }
    rounded.into_iter().map(Exact::Value).collect()
}

/// The parts as decimals, where they are all there, of a size that can be added, and make one.
fn known(parts: &[Exact]) -> Option<Vec<Decimal>> {
    let all: Vec<_> = parts.iter().map(|part| part.decimal().ok()).collect::<Option<_>>()?;
    let fits = all.iter().all(|part| part.abs() < Decimal::from(1_000_000));
    (fits && (all.iter().sum::<Decimal>() - Decimal::ONE).abs() < Decimal::new(1, 9)).then_some(all)
}

/// Rounded down to tenths of a per cent.
fn floor(part: Decimal) -> Decimal {
    (part * Decimal::ONE_THOUSAND).floor() * tenth()
}

fn tenth() -> Decimal {
    Decimal::new(1, 3)
}

/// Whether an amount is more or less than nothing, as far as anybody pays: to the hundredth.
fn order(amount: Money<Exact>) -> Ordering {
    cents(amount.0).compare(Exact::ZERO).unwrap_or(Ordering::Equal)
}

fn cents(amount: Exact) -> Exact {
    amount.decimal().map_or(amount, |amount| Exact::Value(amount.round_dp(2)))
}

fn size(amount: Exact) -> Exact {
    if amount.is_negative() { -amount } else { amount }
}

/// A role with how many people it has; only its name where it has one.
pub fn role_of_heads(show: &Show<'_>, name: &str, heads: Count<Exact>) -> String {
    if heads == Count(Exact::ONE) {
        return name.to_owned();
    }
    let shown = show.count(heads.0);
    let n = ("n", Filling::Number(&shown, whole(heads)));
    show.phrase(Word::SIDES_ROLE_HEADS, &[("role", Filling::Text(name)), n])
}

/// How many, where they are whole.
fn whole(heads: Count<Exact>) -> Option<u64> {
    let heads = heads.0.decimal().ok().filter(|heads| heads.is_integer())?;
    u64::try_from(heads).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::Undefined;

    #[test]
    fn parts_of_a_rouble_make_a_rouble() {
        let third = Exact::ONE / Exact::whole(3);
        let parts = exact_parts(&[third, third, Exact::ONE - third - third]);
        assert_eq!(parts.iter().fold(Exact::ZERO, |sum, part| sum + *part), Exact::ONE);
        let owed = exact_parts(&[Exact::whole(2), -Exact::ONE]);
        assert_eq!(owed, [Exact::whole(2), -Exact::ONE]);
        let unknown = [Exact::Undefined(Undefined::NoData), Exact::ONE];
        assert_eq!(exact_parts(&unknown), unknown);
    }
}
