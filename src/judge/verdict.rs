//! The one verdict on a plan: how it sounds, in one sentence, by the worst of its four answers; what is missing for more.

use super::Tone;
use super::answers::{AnswerCard, answers_of, lacking};
use super::missing::{MissingInputs, missing_inputs};
use super::plan_verdict::{PlanSentences, plan_sentences};
use super::refused::{is_marked, marked_refused};
use crate::model::{Model, is_mostly_guessed};
use crate::plan::Outcome;
use crate::text::{Sentence, Word};

/// The verdict on a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// How it sounds: as the worst of the answers.
    pub tone: Tone,
    /// The one sentence.
    pub say: Sentence,
    /// What follows: when the money is back, what volume is missing. May be empty.
    pub rest: Vec<Sentence>,
    /// The fields without which some answer cannot be given, by their paths.
    pub missing: Vec<String>,
    /// The four answers on which it stands.
    pub answers: [AnswerCard; 4],
}

/// The verdict as far as it can be told at once: the sentence of the worst answer. The whole verdict comes with a later
/// part of the page; colour, answers and what is missing are the same.
pub fn first_verdict(model: &Model, outcome: &Outcome) -> Verdict {
    let missing = missing_inputs(model);
    let cards = answers_of(model, outcome, &missing, is_mostly_guessed(model));
    let say = worst(&cards).meaning.clone();
    told(cards, missing, say, Vec::new())
}

/// The whole verdict. `refused` are the fields whose text is refused: what rests on them has no colour.
pub fn verdict(model: &Model, outcome: &Outcome, refused: &[String]) -> Verdict {
    let missing = missing_inputs(model);
    let is_rough = is_mostly_guessed(model);
    let cards = marked_refused(answers_of(model, outcome, &missing, is_rough), model, outcome, refused);
    let PlanSentences { is_unclear, say, rest } = plan_sentences(outcome, is_rough);
    let mut verdict = told(cards, missing, say, rest);
    if is_unclear {
        verdict.tone = Tone::Unknown;
    }
    if verdict.answers.iter().any(is_marked) {
        verdict.tone = Tone::Unknown;
        verdict.rest.push(Sentence::plain(Word::ANSWER_REFUSED_MEANING));
    }
    verdict
}

/// While anything is missing only what is known without it is told: of a client, once all that it takes is there.
fn told(answers: [AnswerCard; 4], missing: MissingInputs, say: Sentence, rest: Vec<Sentence>) -> Verdict {
    let lacking = lacking(missing.len());
    let [of_client, ..] = &answers;
    let (tone, say, rest) = if missing.is_empty() {
        (worst(&answers).tone, say, rest)
    } else if missing.of_clients.is_empty() {
        let is_lost = of_client.tone == Tone::Bad;
        let tone = if is_lost { Tone::Bad } else { Tone::Unknown };
        (tone, of_client.meaning.clone(), vec![lacking])
    } else {
        (Tone::Unknown, lacking, Vec::new())
    };
    Verdict { tone, say, rest, missing: missing.paths().cloned().collect(), answers }
}

/// The worst answer, the first of those that are equally bad. What cannot be told is no praise.
fn worst(cards: &[AnswerCard; 4]) -> &AnswerCard {
    let rank = |card: &AnswerCard| match card.tone {
        Tone::Bad => 0,
        Tone::Watch => 1,
        Tone::Unknown => 2,
        Tone::Good => 3,
    };
    let [first, others @ ..] = cards;
    others.iter().fold(first, |worst, card| if rank(card) < rank(worst) { card } else { worst })
}

#[cfg(test)]
mod tests {
    use super::super::tests::business;
    use super::*;
    use crate::model::{Estimate, QuickNames, quick_model, quick_paths};
    use crate::number::Decimal;
    use crate::plan::evaluate;
    use crate::text::Value;

    fn of(model: &Model) -> Verdict {
        verdict(model, &evaluate(model), &[])
    }

    /// The eight numbers of Start in their order, in hundredths; none is left blank.
    fn eight(numbers: [Option<i64>; 8]) -> Model {
        let mut model = quick_model(QuickNames::default());
        for (path, number) in quick_paths(&model).unwrap().iter().zip(numbers) {
            let Some(number) = number else { continue };
            let Some((_, crate::model::SlotMut::Estimate(own))) = crate::model::find_mut(&mut model, path)
            else {
                panic!("{path}")
            };
            *own = Estimate::guess(Decimal::new(number, 2));
        }
        model
    }

    /// A coffee shop with rent and wages above all that it can earn.
    const COFFEE: [i64; 8] = [4_000_000, 15_000, 40, 29_000, 35, 450, 60, 28_000_000];

    #[test]
    fn a_failing_business_is_not_praised_for_cheap_clients() {
        let model = eight(COFFEE.map(Some));
        let outcome = evaluate(&model);
        for told in [verdict(&model, &outcome, &[]), first_verdict(&model, &outcome)] {
            assert_eq!(told.answers[0].tone, Tone::Good);
            assert_eq!((told.tone, told.answers[2].tone), (Tone::Bad, Tone::Bad));
            assert!(told.missing.is_empty());
        }
        assert_eq!(of(&model).say.word, Word::MEANING_NO_PROFIT);
    }

    #[test]
    fn whatever_is_blank_nothing_is_red_and_nothing_is_a_sum() {
        for known in 0..7 {
            let mut numbers = COFFEE.map(Some);
            numbers[known..].fill(None);
            let told = of(&eight(numbers));
            assert_eq!((told.tone, told.missing.len()), (Tone::Unknown, 8 - known));
            for card in &told.answers {
                assert_eq!((card.tone, &card.value), (Tone::Unknown, &Value::Word(Word::ANSWER_BLANK)));
            }
        }
    }

    #[test]
    fn without_fixed_costs_a_client_is_judged_and_the_business_is_not() {
        let mut numbers = COFFEE.map(Some);
        numbers[7] = None;
        let told = of(&eight(numbers));
        assert_eq!(
            told.answers.map(|card| card.tone),
            [Tone::Good, Tone::Good, Tone::Unknown, Tone::Unknown]
        );
        assert_eq!((told.tone, told.missing.len()), (Tone::Unknown, 1));
        assert_eq!(told.say.word, Word::ANSWER_EARN_GOOD);
        // A client that costs more than it brings is a loss whatever the rent is.
        numbers[3] = Some(100);
        assert_eq!(of(&eight(numbers)).tone, Tone::Bad);
    }

    #[test]
    fn a_zero_that_was_said_is_known() {
        let mut numbers = COFFEE.map(Some);
        numbers[7] = Some(0);
        let told = of(&eight(numbers));
        assert_eq!(told.tone, Tone::Good);
    }

    #[test]
    fn a_verdict_has_no_colour_where_an_answer_rests_on_a_refused_text() {
        let model = business(500, 100, 1000, 100);
        let outcome = evaluate(&model);
        let told = |path: &str| verdict(&model, &outcome, &[path.to_owned()]);
        assert_eq!(told("offer/vat_rate"), of(&model));
        let refused = told("terms/opening_cash");
        assert_eq!((refused.tone, &refused.say), (Tone::Unknown, &of(&model).say));
        assert_eq!(refused.rest.last(), Some(&Sentence::plain(Word::ANSWER_REFUSED_MEANING)));
    }

    #[test]
    fn money_that_nobody_has_counted_is_needed_and_not_short() {
        let mut model = business(500, 100, 1000, 0);
        model.channels[0].first = 3;
        model.terms.opening_cash = Estimate::default();
        assert_eq!(of(&model).tone, Tone::Watch);
        model.terms.opening_cash = Estimate::guess(10);
        assert_eq!(of(&model).tone, Tone::Bad);
    }
}
