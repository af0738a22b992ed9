//! Who gains and who loses by another pay plan: in the month, over the whole plan, and at other sales.

use super::{order, whole};
use crate::number::{Decimal, Exact, Money, Number};
use crate::pay_review::Bargain;
use crate::text::{Filling, Show, Tone, Word, signed_money};
use core::cmp::Ordering;

/// What another pay plan means.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// How it sounds.
    pub tone: Tone,
    /// Who gains and who loses in the month, every amount of it.
    pub say: String,
    /// Who gains and who loses over the whole plan; none where nothing changes.
    pub plan: Option<String>,
    /// From where on it is otherwise.
    pub more: Vec<String>,
}

/// Who gains and who loses by the pay plan proposed for a role.
pub fn bargain_verdict(show: &Show<'_>, name: &str, bargain: &Bargain) -> Verdict {
    let (person, owner) = (order(bargain.person_gain()), order(bargain.owner_gain()));
    let (plan, turns) = whole_plan(show, bargain);
    let more = from_where(show, bargain, (person, owner));
    if person.is_eq() && owner.is_eq() {
        let say = show.phrase(Word::SIDES_ALL_SAME, &[("role", Filling::Text(name))]);
        return Verdict { tone: Tone::Unknown, say, plan, more };
    }
    let (tone, end) = outcome_of(person, owner);
    let end = end.map_or_else(String::new, |end| [" ", &show.word(end)].concat());
    let say = [&month(show, name, bargain), ".", &end].concat();
    let tone = if turns && tone == Tone::Good { Tone::Watch } else { tone };
    Verdict { tone, say, plan, more }
}

/// The month: the role, and everybody else to whom it makes a difference, the owner last.
fn month(show: &Show<'_>, name: &str, bargain: &Bargain) -> String {
    let sides = [(Word::SIDES_OTHERS, bargain.others_gain()), (Word::SIDES_TAX, bargain.change.tax)];
    let changed = sides.into_iter().filter(|(_, gain)| order(*gain).is_ne());
    let said = |(word, gain)| show.phrase(word, &[("amount", Filling::Text(&amount(show, gain)))]);
    let sides = changed.chain([(Word::SIDES_OWNER_GAIN, bargain.owner_gain())]).map(said);
    std::iter::once(of_role(show, name, bargain)).chain(sides).collect::<Vec<_>>().join("; ")
}

/// The role: one of its people and all of them, with contributions.
fn of_role(show: &Show<'_>, name: &str, bargain: &Bargain) -> String {
    let (one, all) = (bargain.person_gain(), bargain.role_gain());
    let heads = show.count(bargain.heads.0);
    let contributions = bargain.change.contributions;
    let on_top = if order(contributions).is_ne() {
        let amount = amount(show, contributions);
        [" ", &show.phrase(Word::SIDES_AND_CONTRIBUTIONS, &[("amount", Filling::Text(&amount))])].concat()
    } else {
        String::new()
    };
    let (own, together) = (amount(show, one), amount(show, all));
    show.phrase(
        role_word(bargain),
        &[
            ("role", Filling::Text(name)),
            ("n", Filling::Number(&heads, whole(bargain.heads))),
            ("one", Filling::Text(&own)),
            ("all", Filling::Text(&together)),
            ("contributions", Filling::Text(&on_top)),
        ],
    )
}

/// One person; several with the same; several of whom some have been there for longer, or who are no whole
/// number.
fn role_word(bargain: &Bargain) -> Word {
    let (one, all) = (bargain.person_gain(), bargain.role_gain());
    let is_same = order(one * bargain.heads - all).is_eq();
    match whole(bargain.heads) {
        Some(1) if is_same => Word::SIDES_GAIN_ONE,
        _ if order(one).is_eq() && order(all).is_eq() => Word::SIDES_GAIN_ONE,
        Some(_) if is_same => Word::SIDES_GAIN_EACH,
        _ => Word::SIDES_GAIN_MEAN,
    }
}

/// The whole plan, and whether it is otherwise than the month: somebody gains by it who loses in the month.
fn whole_plan(show: &Show<'_>, bargain: &Bargain) -> (Option<String>, bool) {
    let plan = [bargain.plan_people, bargain.plan_owner];
    let month = [bargain.change.all_pay(), bargain.owner_gain()];
    let is_otherwise = plan.map(order) != month.map(order);
    let word = if is_otherwise { Word::SIDES_PLAN_OTHERWISE } else { Word::SIDES_PLAN_TOO };
    let [people, owner] = plan.map(|gain| amount(show, gain));
    let said = show.phrase(word, &[("people", Filling::Text(&people)), ("owner", Filling::Text(&owner))]);
    let is_any = plan.iter().any(|gain| order(*gain).is_ne());
    ((is_any || is_otherwise).then_some(said), is_otherwise)
}

/// What somebody gains or loses, with its sign; words where it is nothing.
fn amount(show: &Show<'_>, gain: Money<Exact>) -> String {
    let is_nothing = gain.0.reason().is_none() && order(gain).is_eq();
    if is_nothing { show.word(Word::SIDES_SAME) } else { signed_money(show, gain.0) }
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
        (_, None) => Some(at(Word::SIDES_BOTH_NEVER, crate::pay_review::MOST_ATTAINMENT)),
    };
    let turn = bargain
        .turn
        .map(|(percent, more)| at(if more { Word::SIDES_MORE_FROM } else { Word::SIDES_LESS_FROM }, percent));
    both.into_iter().chain(turn).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Currency, Unit, YearMonth};
    use crate::number::{Count, Share};
    use crate::pay_review::{SidePoint, Take};
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

    /// Three people, each of whom gains so many thousands a month and gets so many over the plan.
    fn bargain(person: i64, heads: u32, plan: [i64; 2]) -> Bargain {
        let zero = Money::ZERO;
        let take = |person| Take { attainment: Share::ONE, person, owner: zero };
        let all = thousands(person) * Count(Exact::whole(heads));
        let contributions = all * Share(Exact::Value(Decimal::new(3, 1)));
        let change = SidePoint {
            attainment: Share::ZERO,
            revenue: zero,
            variable_costs: zero,
            unmoved: zero,
            pay: vec![all],
            contributions,
            tax: zero,
            owner: zero - all - contributions,
        };
        Bargain {
            role: 0,
            heads: Count(Exact::whole(heads)),
            today: take(thousands(100)),
            proposed: Take { owner: change.owner, ..take(thousands(100 + person)) },
            change,
            plan_people: thousands(plan[0]),
            plan_owner: thousands(plan[1]),
            today_curve: Vec::new(),
            proposed_curve: Vec::new(),
            both_from: Some(115),
            turn: None,
        }
    }

    fn said(bargain: &Bargain) -> Verdict {
        shown(|show| bargain_verdict(show, "Seller", bargain))
    }

    fn offered(person: i64, owner: i64) -> Verdict {
        let mut bargain = bargain(person, 1, [person, owner]);
        bargain.proposed.owner = thousands(owner);
        said(&bargain)
    }

    #[test]
    fn every_amount_of_the_month_is_said() {
        let three = said(&bargain(25, 3, [900, -1170]));
        for amount in ["each of 3: +25,000", "+75,000", "+22,500", "−97,500"] {
            assert!(three.say.contains(amount), "{amount}: {}", three.say);
        }
        let one = said(&bargain(25, 1, [900, -1170])).say;
        assert!(!one.contains("each") && one.contains("−32,500"), "{one}");
        assert!(three.plan.is_some_and(|plan| plan.contains("+900,000") && plan.contains("−1,170,000")));
    }

    #[test]
    fn a_plan_that_turns_out_otherwise_is_marked() {
        let words = |bargain| said(&bargain).plan.expect("it changes");
        let [same, other] = [[900, -1170], [-900, 1170]].map(|plan| words(bargain(25, 3, plan)));
        let start = |text: &str| text.split(':').next().map(str::to_owned);
        assert_ne!(start(&same), start(&other));
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
