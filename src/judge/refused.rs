//! Answers that rest on a field whose text was refused: they are worked out with the value before, and say so.

use super::Tone;
use super::answers::AnswerCard;
use crate::model::{Estimate, Measure, Model, SlotMut, find, find_mut};
use crate::number::Decimal;
use crate::plan::{Outcome, evaluate};
use crate::text::{Sentence, Word};

/// The four answers with those marked that rest on any of these fields. A field moves an answer if what the answer
/// stands on is another with a number beside the one that counts.
pub fn marked_refused(
    cards: [AnswerCard; 4],
    model: &Model,
    outcome: &Outcome,
    fields: &[String],
) -> [AnswerCard; 4] {
    let all = fields.iter().map(|path| moved(model, outcome, path));
    let rests = all.fold([false; 4], either);
    let mut rests = rests.into_iter();
    cards.map(|card| if rests.next() == Some(true) { marked(card) } else { card })
}

/// Of each answer whether it is true here or there.
fn either(one: [bool; 4], other: [bool; 4]) -> [bool; 4] {
    let mut other = other.into_iter();
    one.map(|own| own | other.next().unwrap_or_default())
}

/// Whether an answer is marked.
pub(super) fn is_marked(card: &AnswerCard) -> bool {
    card.meaning == Sentence::plain(Word::ANSWER_REFUSED_MEANING)
}

fn marked(card: AnswerCard) -> AnswerCard {
    AnswerCard {
        tone: Tone::Unknown,
        detail: Some(Sentence::plain(Word::ANSWER_REFUSED)),
        meaning: Sentence::plain(Word::ANSWER_REFUSED_MEANING),
        ..card
    }
}

/// Which of the four answers another number in a field moves.
fn moved(model: &Model, outcome: &Outcome, path: &str) -> [bool; 4] {
    let Some(other) = nudged(model, path) else { return [false; 4] };
    let other: Outcome = evaluate(&other);
    let cost = outcome.total.cac_loaded != other.total.cac_loaded;
    let paid_back = reach(outcome).max(reach(&other));
    let brought =
        |outcome: &Outcome| outcome.client.curve.iter().take(paid_back).copied().collect::<Vec<_>>();
    [
        cost || outcome.client.ltv != other.client.ltv,
        cost || brought(outcome) != brought(&other),
        outcome.statement.profit != other.statement.profit,
        outcome.cash.balance != other.cash.balance,
    ]
}

/// How many points of what a client brings its payback rests on: those up to it, all where it is not reached.
fn reach(outcome: &Outcome) -> usize {
    let months = outcome.total.payback_loaded.at().and_then(|months| months.0.decimal().ok());
    let months = months.and_then(|months| usize::try_from(months.ceil()).ok());
    months.map_or(usize::MAX, |months| months.saturating_add(1))
}

/// The document with a possible number beside the one that counts.
fn nudged(model: &Model, path: &str) -> Option<Model> {
    let is_share = find(model, path)?.0.measure() == Some(Measure::Share);
    let beside = |value: Decimal| match value.is_zero() {
        false => value * Decimal::new(9, 1),
        true if is_share => Decimal::new(1, 2),
        true => Decimal::ONE,
    };
    let mut other = model.clone();
    match find_mut(&mut other, path)?.1 {
        SlotMut::Estimate(own) => own.value = beside(own.value),
        SlotMut::Optional(own) => {
            let value = own.as_ref().map_or(Decimal::ZERO, |own| own.value);
            *own = Some(Estimate::guess(beside(value)));
        }
        SlotMut::Whole(own) => *own = if *own > 1 { *own - 1 } else { *own + 1 },
        _ => return None,
    }
    Some(other)
}

#[cfg(test)]
mod tests {
    use super::super::answers;
    use super::super::tests::business;
    use super::*;

    fn marks(path: &str) -> [bool; 4] {
        let model = business(500, 100, 1000, 100);
        let outcome = evaluate(&model);
        let cards = marked_refused(answers(&model, &outcome), &model, &outcome, &[path.to_owned()]);
        cards.map(|card| {
            card.tone == Tone::Unknown && card.detail == Some(Sentence::plain(Word::ANSWER_REFUSED))
        })
    }

    #[test]
    fn an_answer_is_marked_where_it_rests_on_the_field() {
        assert_eq!(marks("offer/price"), [true; 4]);
        assert_eq!(marks("terms/opening_cash"), [false, false, false, true]);
        let id = business(500, 100, 1000, 100).costs.first().map(|cost| cost.id.clone()).unwrap();
        assert_eq!(marks(&format!("costs/{id}/amount")), [false, false, true, true]);
        // One month less: profit and money of fewer months, the same client.
        assert_eq!(marks("about/horizon"), [false, false, true, true]);
        assert_eq!(marks("offer/vat_rate"), [false; 4]);
        assert_eq!(marks("nowhere"), [false; 4]);
    }

    #[test]
    fn the_answers_keep_the_value_before() {
        let model = business(500, 100, 1000, 100);
        let outcome = evaluate(&model);
        let before = answers(&model, &outcome);
        let after = marked_refused(before.clone(), &model, &outcome, &["offer/price".to_owned()]);
        assert!(before.iter().zip(&after).all(|(before, after)| before.value == after.value));
    }
}
