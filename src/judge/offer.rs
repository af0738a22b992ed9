//! Who gains and who loses by another pay plan: in the month, over the whole plan, and at other sales.

use super::gain::order;
use super::{Finding, Tone};
use crate::model::Model;
use crate::number::{Decimal, Exact, Money};
use crate::pay_review::{Bargain, MOST_ATTAINMENT};
use crate::text::{Sentence, Show, Value, Word};
use core::cmp::Ordering;

/// What another pay plan means.
#[derive(Clone, Debug, PartialEq)]
pub struct OfferVerdict {
    /// How it sounds.
    pub tone: Tone,
    /// Who gains and who loses in the month: a clause for each, with every amount; or the one sentence that nothing
    /// changes.
    pub month: Vec<Sentence>,
    /// What that comes to for both, where it can be said in a sentence.
    pub both: Option<Word>,
    /// Who gains and who loses over the whole plan; none where nothing changes.
    pub plan: Option<Sentence>,
    /// From where on it is otherwise.
    pub more: Vec<Sentence>,
}

impl OfferVerdict {
    /// The month in words: its clauses, and what they come to.
    pub fn month_text(&self, show: &Show<'_>, model: &Model) -> String {
        let clauses: Vec<_> = self.month.iter().map(|clause| show.sentence(model, clause)).collect();
        let clauses = clauses.join("; ");
        let stop = if clauses.ends_with('.') { "" } else { "." };
        let both = self.both.map_or_else(String::new, |both| [" ", &show.word(both)].concat());
        [&clauses, stop, &both].concat()
    }

    /// What its chart says: what holds for all sales, which is what the curves show; where nothing does, the month.
    pub fn chart_text(&self, show: &Show<'_>, model: &Model) -> String {
        let more = self.more.last().map(|more| show.sentence(model, more));
        more.unwrap_or_else(|| self.month_text(show, model))
    }
}

/// Why there is no verdict: nothing is proposed for anybody, or what is proposed for a role cannot be told in this month.
pub fn without_offer(model: &Model, role: Option<usize>) -> Finding {
    Finding::instead(match role {
        None => Sentence::plain(Word::SIDES_NONE_PROPOSED),
        Some(role) => Sentence::new(Word::SIDES_NO_BARGAIN, [("role", Value::role(model, role))]),
    })
}

/// Who gains and who loses by the pay plan proposed for a role.
pub fn offer_verdict(model: &Model, bargain: &Bargain) -> OfferVerdict {
    let (person, owner) = (order(bargain.person_gain()), order(bargain.owner_gain()));
    let (plan, turns) = whole_plan(bargain);
    let more = from_where(bargain, (person, owner));
    let role = Value::role(model, bargain.role);
    if person.is_eq() && owner.is_eq() {
        let month = vec![Sentence::new(Word::SIDES_ALL_SAME, [("role", role)])];
        return OfferVerdict { tone: Tone::Unknown, month, both: None, plan, more };
    }
    let (tone, both) = outcome_of(person, owner);
    let tone = if turns && tone == Tone::Good { Tone::Watch } else { tone };
    OfferVerdict { tone, month: month(role, bargain), both, plan, more }
}

/// The month: the role, and everybody else to whom it makes a difference, the owner last.
fn month(role: Value, bargain: &Bargain) -> Vec<Sentence> {
    let sides = [(Word::SIDES_OTHERS, bargain.others_gain()), (Word::SIDES_TAX, bargain.change.tax)];
    let changed = sides.into_iter().filter(|(_, gain)| order(*gain).is_ne());
    let clause = |(word, gain)| Sentence::new(word, [("amount", amount(gain))]);
    let sides = changed.chain([(Word::SIDES_OWNER_GAIN, bargain.owner_gain())]).map(clause);
    std::iter::once(of_role(role, bargain)).chain(sides).collect()
}

/// The role: one of its people and all of them, with contributions.
fn of_role(role: Value, bargain: &Bargain) -> Sentence {
    let contributions = bargain.change.contributions;
    let clause = || Sentence::new(Word::SIDES_AND_CONTRIBUTIONS, [("amount", amount(contributions))]);
    let on_top = order(contributions).is_ne().then(|| Value::Clause(Box::new(clause())));
    Sentence::new(
        role_word(bargain),
        [
            ("role", role),
            ("n", Value::Count(bargain.heads.0)),
            ("one", amount(bargain.person_gain())),
            ("all", amount(bargain.role_gain())),
            ("contributions", Value::or_nothing(on_top)),
        ],
    )
}

/// One person; several with the same; several of whom some have been there for longer, or who are no whole
/// number.
fn role_word(bargain: &Bargain) -> Word {
    let (one, all) = (bargain.person_gain(), bargain.role_gain());
    let is_same = order(one * bargain.heads - all).is_eq();
    let heads = bargain.heads.0.decimal().ok().filter(|heads| heads.is_integer());
    match heads {
        Some(heads) if is_same && heads == Decimal::ONE => Word::SIDES_GAIN_ONE,
        _ if order(one).is_eq() && order(all).is_eq() => Word::SIDES_GAIN_ONE,
        Some(_) if is_same => Word::SIDES_GAIN_EACH,
        _ => Word::SIDES_GAIN_MEAN,
    }
}

/// The whole plan, and whether it is otherwise than the month: somebody gains by it who loses in the month.
fn whole_plan(bargain: &Bargain) -> (Option<Sentence>, bool) {
    let plan = [bargain.plan_people, bargain.plan_owner];
    let month = [bargain.change.all_pay(), bargain.owner_gain()];
    let is_otherwise = plan.map(order) != month.map(order);
    let word = if is_otherwise { Word::SIDES_PLAN_OTHERWISE } else { Word::SIDES_PLAN_TOO };
    let [people, owner] = plan.map(amount);
    let is_any = plan.iter().any(|gain| order(*gain).is_ne());
    let said = Sentence::new(word, [("people", people), ("owner", owner)]);
    ((is_any || is_otherwise).then_some(said), is_otherwise)
}

/// What somebody gains or loses, with its sign; words where it is nothing.
fn amount(gain: Money<Exact>) -> Value {
    let is_nothing = gain.0.decimal().is_ok() && order(gain).is_eq();
    if is_nothing { Value::Word(Word::SIDES_SAME) } else { Value::SignedMoney(gain.0) }
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

fn from_where(bargain: &Bargain, sides: (Ordering, Ordering)) -> Vec<Sentence> {
    let at = |word, percent: u32| {
        let share = Exact::Value(Decimal::new(i64::from(percent), 2));
        Sentence::new(word, [("share", Value::Percent(share))])
    };
    let both = match (sides, bargain.both_from) {
        // Both have more as it is; or nothing changes, and more sales bring both more anyway.
        ((Ordering::Greater, Ordering::Greater) | (Ordering::Equal, Ordering::Equal), _) => None,
        (_, Some(percent)) => Some(at(Word::SIDES_BOTH_FROM, percent)),
        (_, None) => Some(at(Word::SIDES_BOTH_NEVER, MOST_ATTAINMENT)),
    };
    let turn = bargain
        .turn
        .map(|(percent, more)| at(if more { Word::SIDES_MORE_FROM } else { Word::SIDES_LESS_FROM }, percent));
    both.into_iter().chain(turn).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Person;
    use crate::number::{Count, Number, Share};
    use crate::pay_review::{PaySplit, SidePoint};

    fn thousands(amount: i64) -> Money<Exact> {
        Money(Exact::Value(Decimal::new(amount * 1000, 0)))
    }

    /// People each of whom gains so many thousands a month, and all of whom get so many over the plan.
    fn bargain(person: i64, heads: u32, plan: [i64; 2]) -> Bargain {
        let zero = Money::ZERO;
        let take = |person| PaySplit { attainment: Share::ONE, person, owner: zero };
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
            proposed: PaySplit { owner: change.owner, ..take(thousands(100 + person)) },
            change,
            plan_people: thousands(plan[0]),
            plan_owner: thousands(plan[1]),
            today_curve: Vec::new(),
            proposed_curve: Vec::new(),
            both_from: Some(115),
            turn: None,
        }
    }

    fn judged(bargain: &Bargain) -> OfferVerdict {
        let model =
            Model { people: vec![Person { id: "a".into(), ..Person::default() }], ..Model::default() };
        offer_verdict(&model, bargain)
    }

    fn offered(person: i64, owner: i64) -> OfferVerdict {
        let mut bargain = bargain(person, 1, [person, owner]);
        bargain.proposed.owner = thousands(owner);
        judged(&bargain)
    }

    fn signed(amount: Money<Exact>) -> Value {
        Value::SignedMoney(amount.0)
    }

    #[test]
    fn every_amount_of_the_month_is_said() {
        let three = judged(&bargain(25, 3, [900, -1170]));
        let role = &three.month[0];
        assert_eq!(role.word, Word::SIDES_GAIN_EACH);
        assert_eq!(role.fillings[2..4], [("one", signed(thousands(25))), ("all", signed(thousands(75)))]);
        let Some(("contributions", Value::Clause(contributions))) = role.fillings.last() else { panic!() };
        assert_eq!(contributions.fillings, [("amount", Value::SignedMoney(Exact::whole(22_500)))]);
        let owner = three.month.last().map(|own| own.fillings.clone());
        assert_eq!(owner, Some(vec![("amount", Value::SignedMoney(-Exact::whole(97_500)))]));
        let one = judged(&bargain(25, 1, [900, -1170]));
        assert_eq!(one.month[0].word, Word::SIDES_GAIN_ONE);
        let plan = three.plan.map(|plan| plan.fillings);
        let amounts = [("people", signed(thousands(900))), ("owner", signed(thousands(-1170)))];
        assert_eq!(plan, Some(amounts.to_vec()));
    }

    #[test]
    fn a_plan_that_turns_out_otherwise_is_marked() {
        let word = |plan| judged(&bargain(25, 3, plan)).plan.map(|plan| plan.word);
        assert_eq!(word([900, -1170]), Some(Word::SIDES_PLAN_TOO));
        assert_eq!(word([-900, 1170]), Some(Word::SIDES_PLAN_OTHERWISE));
    }

    #[test]
    fn who_loses_is_said_plainly() {
        let cheaper = offered(-12, 9);
        assert_eq!((cheaper.tone, cheaper.both), (Tone::Watch, Some(Word::SIDES_CHEAPER)));
        let share = Exact::Value(Decimal::new(115, 2));
        assert_eq!(cheaper.more, [Sentence::new(Word::SIDES_BOTH_FROM, [("share", Value::Percent(share))])]);
        let dearer = offered(12, -9);
        assert_eq!((dearer.tone, dearer.both), (Tone::Watch, Some(Word::SIDES_DEARER)));
    }

    #[test]
    fn nothing_more_is_said_where_both_gain() {
        let won = offered(1, 1);
        assert_eq!((won.tone, won.both, won.more.len()), (Tone::Good, Some(Word::SIDES_BOTH_WIN), 0));
        let lost = offered(-1, -1);
        assert_eq!((lost.tone, lost.both), (Tone::Bad, Some(Word::SIDES_BOTH_LOSE)));
        let same = offered(0, 0);
        assert_eq!((same.tone, same.both, same.more.len()), (Tone::Unknown, None, 0));
        assert_eq!(same.month[0].word, Word::SIDES_ALL_SAME);
    }

    #[test]
    fn what_turns_out_otherwise_is_no_plain_gain() {
        let mut turned = bargain(1, 1, [-1, 1]);
        turned.proposed.owner = thousands(1);
        assert_eq!(judged(&turned).tone, Tone::Watch);
    }
}
