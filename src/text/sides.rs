//! What is said of pay: who gets what of a month, of one rouble more, and of another pay plan.

use super::findings::Finding;
use super::{Filling, Show, Tone, Word};
use crate::number::{Decimal, Exact, Money, Number};
use crate::plan::{Bargain, Difference, SidePoint};
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
    /// What a little more than planned adds.
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
    show.phrase(
        word,
        &[
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

/// What another pay plan means.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// How it sounds.
    pub tone: Tone,
    /// Who gains and who loses, in one sentence.
    pub say: String,
    /// From where on it is otherwise.
    pub more: Vec<String>,
}

/// Who gains and who loses by the pay plan proposed for a role.
pub fn bargain_verdict(show: &Show<'_>, name: &str, bargain: &Bargain) -> Verdict {
    let (person, owner) = (order(bargain.person_gain()), order(bargain.owner_gain()));
    let clause = |words: [Word; 3], side: Ordering, gain: Money<Exact>| {
        let amount = show.money(size(gain.0));
        let word = words[(side as i8 + 1) as usize];
        show.phrase(word, &[("role", Filling::Text(name)), ("amount", Filling::Text(&amount))])
    };
    let of_person = [Word::SIDES_PERSON_LOSES, Word::SIDES_PERSON_SAME, Word::SIDES_PERSON_GAINS];
    let of_owner = [Word::SIDES_OWNER_LOSES, Word::SIDES_OWNER_SAME, Word::SIDES_OWNER_GAINS];
    let person_clause = clause(of_person, person, bargain.person_gain());
    let owner_clause = clause(of_owner, owner, bargain.owner_gain());
    let more = from_where(show, bargain, (person, owner));
    if person.is_eq() && owner.is_eq() {
        let say = show.phrase(Word::SIDES_ALL_SAME, &[("role", Filling::Text(name))]);
        return Verdict { tone: Tone::Unknown, say, more };
    }
    let (tone, end) = outcome_of(person, owner);
    let end = end.map_or_else(String::new, |end| show.word(end));
    let say = show.phrase(
        Word::SIDES_VERDICT,
        &[
            ("person", Filling::Text(&person_clause)),
            ("owner", Filling::Text(&owner_clause)),
            ("end", Filling::Text(&end)),
        ],
    );
    Verdict { tone, say, more }
}

/// How it sounds when person and owner fare so, and the words for it.
fn outcome_of(person: Ordering, owner: Ordering) -> (Tone, Option<Word>) {
    match (person, owner) {
        (Ordering::Greater, Ordering::Greater) => (Tone::Good, Some(Word::SIDES_BOTH_WIN)),
        (Ordering::Less, Ordering::Less) => (Tone::Bad, Some(Word::SIDES_BOTH_LOSE)),
        (Ordering::Less, Ordering::Greater) => (Tone::Watch, Some(Word::SIDES_CHEAPER)),
        (Ordering::Greater, Ordering::Less) => (Tone::Watch, Some(Word::SIDES_DEARER)),
        (Ordering::Less, _) | (_, Ordering::Less) => (Tone::Watch, None),
        _ => (Tone::Good, None),
    }
}

fn from_where(show: &Show<'_>, bargain: &Bargain, sides: (Ordering, Ordering)) -> Vec<String> {
    let at = |word, percent: u32| {
        let share = show.percent(Exact::Value(Decimal::new(i64::from(percent), 2)));
        show.phrase(word, &[("share", Filling::Text(&share))])
    };
    let both = match (sides, bargain.both_from) {
        // Both have more as it is; or nothing changes, and more sales bring both more anyway.
        ((Ordering::Greater, Ordering::Greater) | (Ordering::Equal, Ordering::Equal), _) => None,
        (_, Some(percent)) => Some(at(Word::SIDES_BOTH_FROM, percent)),
        (_, None) => Some(at(Word::SIDES_BOTH_NEVER, crate::plan::MOST_ATTAINMENT)),
    };
    let turn = bargain
        .turn
        .map(|(percent, more)| at(if more { Word::SIDES_MORE_FROM } else { Word::SIDES_LESS_FROM }, percent));
    both.into_iter().chain(turn).collect()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Currency, Unit, YearMonth};
    use crate::number::{Share, Undefined};
    use crate::plan::Take;
    use crate::text::{Language, PlainDigits};

    fn shown<T>(look: impl FnOnce(&Show<'_>) -> T) -> T {
        look(&Show {
            language: Language::English,
            currency: Currency::Rub,
            unit: Unit::Client,
            start: YearMonth(2026 * 12),
            digits: &PlainDigits,
        })
    }

    fn thousands(amount: i64) -> Money<Exact> {
        Money(Exact::Value(Decimal::new(amount * 1000, 0)))
    }

    fn offered(person: i64, owner: i64) -> Verdict {
        let take = |person, owner| Take { attainment: Share::ONE, person, owner };
        let bargain = Bargain {
            today: take(thousands(100), thousands(100)),
            proposed: take(thousands(100 + person), thousands(100 + owner)),
            today_curve: Vec::new(),
            proposed_curve: Vec::new(),
            both_from: Some(115),
            turn: None,
        };
        shown(|show| bargain_verdict(show, "Seller", &bargain))
    }

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

    #[test]
    fn who_loses_is_said_plainly() {
        let cheaper = offered(-12, 9);
        assert_eq!(cheaper.tone, Tone::Watch);
        assert!(cheaper.say.contains("12") && cheaper.say.contains("at people's expense"), "{}", cheaper.say);
        assert!(cheaper.more[0].contains("115"), "{}", cheaper.more[0]);
    }

    #[test]
    fn nothing_more_is_said_where_both_gain() {
        let won = offered(1, 1);
        assert_eq!((won.tone, won.more.len()), (Tone::Good, 0));
        assert_eq!(offered(-1, -1).tone, Tone::Bad);
        let same = offered(0, 0);
        assert_eq!((same.tone, same.more.len()), (Tone::Unknown, 0));
    }
}
