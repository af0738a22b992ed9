//! The four answers that never leave the screen: value, detail and one sentence for the owner, each with the
//! figure it stands on.

use super::Tone;
use super::figures::{month_tone, payback_tone, ratio_tone};
use super::missing::{MissingInputs, missing_inputs};
use crate::model::Model;
use crate::number::{Exact, Money, Number, Undefined};
use crate::plan::{FigureUnit, Outcome, Reached};
use crate::text::{Sentence, Value, Word};

/// One answer.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerCard {
    /// What it answers, in full.
    pub name: Word,
    /// The same in few letters.
    pub short: Word,
    /// Id of the figure of the whole plan on which it stands.
    pub figure: &'static str,
    /// How it sounds.
    pub tone: Tone,
    /// The answer.
    pub value: Value,
    /// What stands under it, if anything.
    pub detail: Option<Sentence>,
    /// What it means for the owner.
    pub meaning: Sentence,
}

/// The four answers.
pub fn answers(model: &Model, outcome: &Outcome) -> [AnswerCard; 4] {
    answers_of(model, outcome, &missing_inputs(model), false)
}

/// The four answers where it is known what is missing; sums are rounded where most numbers are guesses.
pub(super) fn answers_of(
    model: &Model,
    outcome: &Outcome,
    missing: &MissingInputs,
    is_rough: bool,
) -> [AnswerCard; 4] {
    let is_counted = !model.terms.opening_cash.is_blank();
    let cards = [
        earn(outcome, is_rough),
        payback(outcome),
        break_even(outcome),
        lowest_cash(outcome, is_counted, is_rough),
    ];
    let (of_clients, all) = (missing.of_clients.len(), missing.len());
    let mut lacks = [of_clients, of_clients, all, all].into_iter();
    cards.map(|card| match lacks.next() {
        None | Some(0) => without_verdict(card),
        Some(n) => not_known(card, n),
    })
}

/// An answer that so many blank fields stand in the way of.
fn not_known(card: AnswerCard, n: usize) -> AnswerCard {
    let value = Value::Word(Word::ANSWER_BLANK);
    AnswerCard { tone: Tone::Unknown, value, detail: None, meaning: lacking(n), ..card }
}

/// What cannot be has no verdict: an answer that rests on it says so.
fn without_verdict(card: AnswerCard) -> AnswerCard {
    let reason = match card.value {
        Value::Reason(reason) | Value::Answer(Reached::Unknown(reason), _) => Some(reason),
        Value::Money(amount) | Value::TightMoney(amount, _) => amount.reason(),
        _ => None,
    };
    match reason {
        Some(Undefined::Impossible) => AnswerCard {
            tone: Tone::Unknown,
            detail: None,
            meaning: Sentence::plain(Word::ANSWER_IMPOSSIBLE_MEANING),
            ..card
        },
        _ => card,
    }
}

/// How many numbers are missing.
pub(super) fn lacking(n: usize) -> Sentence {
    Sentence::new(Word::ANSWER_MISSING, [("n", Value::Whole(u32::try_from(n).unwrap_or(u32::MAX)))])
}

/// Whether a client brings more than winning it costs.
fn earn(outcome: &Outcome, is_rough: bool) -> AnswerCard {
    let (ltv, cac) = (outcome.client.ltv, outcome.total.cac_loaded);
    let ratio = outcome.total.ltv_to_cac_loaded.0;
    let is_free = cac == Money::ZERO && outcome.total.clients.is_positive();
    let (tone, value, word) = match ratio.reason() {
        _ if is_free && ltv.is_positive() => (Tone::Good, Value::Money(ltv.0), Word::ANSWER_EARN_FREE),
        _ if is_free => (Tone::Bad, Value::Money(ltv.0), Word::ANSWER_EARN_BAD),
        Some(reason) => (Tone::Unknown, Value::Reason(reason), Word::ANSWER_EARN_UNKNOWN),
        None => {
            let tone = ratio_tone(ratio);
            (tone, Value::Times(ratio), earn_word(tone))
        }
    };
    let loss = (Money::ZERO - outcome.total.earn_per_client).0;
    let detail = [("ltv", Value::Money(ltv.0)), ("cac", Value::Money(cac.0))];
    AnswerCard {
        name: Word::ANSWER_EARN,
        short: Word::ANSWER_EARN_SHORT,
        figure: if is_free { "earn_per_client" } else { "ltv_to_cac_loaded" },
        tone,
        value,
        detail: (tone != Tone::Unknown).then(|| Sentence::new(Word::ANSWER_EARN_DETAIL, detail)),
        meaning: Sentence::new(word, [("ratio", Value::Count(ratio)), ("loss", Value::sum(loss, is_rough))]),
    }
}

fn earn_word(tone: Tone) -> Word {
    match tone {
        Tone::Good => Word::ANSWER_EARN_GOOD,
        Tone::Watch => Word::ANSWER_EARN_WATCH,
        Tone::Bad => Word::ANSWER_EARN_BAD,
        Tone::Unknown => Word::ANSWER_EARN_UNKNOWN,
    }
}

/// How soon a client has paid back what winning it cost.
fn payback(outcome: &Outcome) -> AnswerCard {
    let payback = outcome.total.payback_loaded.map(|months| months.0);
    let (tone, word) = match payback {
        Reached::At(months) => (payback_tone(months), Word::ANSWER_PAYBACK_AT),
        Reached::NotWithinHorizon => (Tone::Watch, Word::ANSWER_PAYBACK_LATER),
        Reached::Never => (Tone::Bad, Word::ANSWER_PAYBACK_NEVER),
        Reached::Unknown(_) => (Tone::Unknown, Word::ANSWER_PAYBACK_UNKNOWN),
    };
    let life = Exact::whole(u32::try_from(outcome.client.survival.len()).unwrap_or(u32::MAX));
    AnswerCard {
        name: Word::ANSWER_PAYBACK,
        short: Word::ANSWER_PAYBACK_SHORT,
        figure: "payback_loaded",
        tone,
        value: Value::Answer(payback, FigureUnit::Months),
        detail: payback.at().map(|_| Sentence::plain(Word::ANSWER_PAYBACK_DETAIL)),
        meaning: Sentence::new(word, [("horizon", Value::Months(life))]),
    }
}

/// Whether anything is sold at all.
pub(super) fn is_sold(outcome: &Outcome) -> bool {
    outcome.volumes.orders.iter().any(|orders| orders.is_positive())
}

/// Since when there is no loss any more.
fn break_even(outcome: &Outcome) -> AnswerCard {
    let (lasting, first) = (outcome.break_even.lasting, outcome.break_even.first);
    let (tone, word) = match (lasting, first) {
        (Reached::At(0), _) => (Tone::Good, Word::ANSWER_BREAK_EVEN_FIRST),
        (Reached::At(month), Reached::At(first)) if first < month => {
            (Tone::Watch, Word::ANSWER_BREAK_EVEN_BACK)
        }
        (Reached::At(month), _) => (month_tone(Exact::whole(month)), Word::ANSWER_BREAK_EVEN_AT),
        (Reached::NotWithinHorizon, _) if !is_sold(outcome) => (Tone::Bad, Word::ANSWER_BREAK_EVEN_UNSOLD),
        (Reached::NotWithinHorizon, _) => (Tone::Bad, Word::ANSWER_BREAK_EVEN_LATER),
        (Reached::Never, _) => (Tone::Bad, Word::ANSWER_BREAK_EVEN_NEVER),
        (Reached::Unknown(_), _) => (Tone::Unknown, Word::ANSWER_BREAK_EVEN_UNKNOWN),
    };
    let number = |month: u32| [("n", Value::Whole(month.saturating_add(1)))];
    AnswerCard {
        name: Word::ANSWER_BREAK_EVEN,
        short: Word::ANSWER_BREAK_EVEN_SHORT,
        figure: "break_even_lasting",
        tone,
        value: match lasting {
            Reached::NotWithinHorizon => not_within(outcome),
            _ => Value::Answer(lasting.map(Exact::whole), FigureUnit::Month),
        },
        detail: lasting.at().map(|month| Sentence::new(Word::ANSWER_BREAK_EVEN_DETAIL, number(month))),
        meaning: Sentence::new(word, [("month", Value::or_nothing(first.at().map(Value::Month)))]),
    }
}

/// That something does not come within the plan, with its length.
fn not_within(outcome: &Outcome) -> Value {
    let horizon = Value::Months(Exact::whole(outcome.months()));
    Value::Sentence(Box::new(Sentence::new(Word::ANSWER_NOT_WITHIN, [("horizon", horizon)])))
}

/// Whether the money lasts.
/// Where nobody has said how much there is, what is short is only needed.
fn lowest_cash(outcome: &Outcome, is_counted: bool, is_rough: bool) -> AnswerCard {
    let gap = &outcome.gap;
    let is_idle = outcome.cash.balance.iter().all(|balance| *balance == Money::ZERO);
    let is_known = gap.lowest.0.reason().is_none() && !is_idle;
    let (tone, word) = match gap.first {
        _ if !is_known => (Tone::Unknown, Word::ANSWER_CASH_UNKNOWN),
        Some(_) if is_counted => (Tone::Bad, Word::ANSWER_CASH_BAD),
        Some(_) => (Tone::Watch, Word::ANSWER_CASH_BAD),
        None => (Tone::Good, Word::ANSWER_CASH_GOOD),
    };
    let fillings = [
        ("bridge", Value::sum(gap.bridge.0, is_rough)),
        ("month", Value::or_nothing(gap.first.map(Value::Month))),
        ("n", Value::Count(Exact::whole(gap.months))),
    ];
    let detail = [("month", Value::Month(gap.lowest_month))];
    AnswerCard {
        name: Word::ANSWER_CASH,
        short: Word::ANSWER_CASH_SHORT,
        figure: "lowest_cash",
        tone,
        value: if is_idle {
            Value::Word(Word::ANSWER_NO_DATA)
        } else {
            Value::TightMoney(gap.lowest.0, is_rough)
        },
        detail: is_known.then(|| Sentence::new(Word::ANSWER_CASH_DETAIL, detail)),
        meaning: Sentence::new(word, fillings),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::business;
    use super::*;
    use crate::plan::evaluate;

    fn tones(model: &Model) -> [Tone; 4] {
        answers(model, &evaluate(model)).map(|answer| answer.tone)
    }

    #[test]
    fn an_empty_plan_has_no_answer() {
        assert_eq!(tones(&Model::default()), [Tone::Unknown; 4]);
    }

    #[test]
    fn each_answer_has_the_tone_of_what_it_says() {
        // 400 of a client for 100: four times its cost, back at once, no loss from the first month on.
        assert_eq!(tones(&business(500, 100, 1000, 100)), [Tone::Good; 4]);
        // Twice its cost; fixed costs above what clients leave: the money runs out.
        assert_eq!(tones(&business(300, 100, 9000, 0)), [Tone::Watch, Tone::Good, Tone::Bad, Tone::Bad]);
        assert_eq!(tones(&business(150, 100, 10, 0)), [Tone::Bad; 4]);
    }

    #[test]
    fn clients_that_cost_nothing_are_judged_by_what_they_bring() {
        let mut model = business(500, 100, 0, 0);
        model.channels[0].budget = crate::model::Estimate::guess(0);
        model.channels[0].most_leads = Some(crate::model::Estimate::guess(10));
        model.channels[0].cost_per_lead = crate::model::Estimate::guess(0);
        let [earn, ..] = answers(&model, &evaluate(&model));
        assert_eq!((earn.figure, earn.tone), ("earn_per_client", Tone::Good));
        assert_eq!(earn.meaning.word, Word::ANSWER_EARN_FREE);
    }
}
