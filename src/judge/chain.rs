//! How the Customer-Executor chain stands: its scores, and its weakest link.

use super::{Finding, Tone};
use crate::model::{Handover, Model};
use crate::number::{Exact, Share};
use crate::pay::{LatestScore, latest_score};
use crate::text::{Sentence, Value, Word};

/// How a link sounds: by what its last score does to pay.
pub fn score_tone(latest: Option<&LatestScore<Exact>>) -> Tone {
    match latest {
        None => Tone::Unknown,
        Some(latest) if (latest.coefficient - Share::ONE).is_negative() => Tone::Watch,
        Some(_) => Tone::Good,
    }
}

/// What the chain says: its weakest link by the last scores.
pub fn chain_finding(model: &Model) -> Finding {
    let links = &model.team.handovers;
    let scored = links.iter().filter_map(|link| Some((link, latest_score(&model.team, link)?)));
    let weakest = scored.reduce(|worst, own| if is_worse(&own.1, &worst.1) { own } else { worst });
    let sentence = match weakest {
        _ if links.is_empty() => return Finding::instead(Sentence::plain(Word::CHAIN_EMPTY)),
        None => Sentence::plain(Word::CHAIN_UNSCORED),
        Some((_, latest)) if score_tone(Some(&latest)) == Tone::Good => Sentence::plain(Word::CHAIN_ALL_GOOD),
        Some((link, latest)) => weak(link, &latest),
    };
    Finding::of(sentence)
}

/// Less by coefficient, and among equals by score.
fn is_worse(one: &LatestScore<Exact>, other: &LatestScore<Exact>) -> bool {
    let by_coefficient = one.coefficient - other.coefficient;
    by_coefficient.is_negative() || by_coefficient == Share::ZERO && (one.score - other.score).is_negative()
}

fn weak(link: &Handover, latest: &LatestScore<Exact>) -> Sentence {
    let end = |id: &str| match id {
        "" => Value::Word(Word::CHAIN_CLIENT),
        id => Value::Row(["people/", id].concat()),
    };
    Sentence::new(
        Word::CHAIN_WEAK,
        [
            ("from", end(&link.executor)),
            ("to", end(&link.customer)),
            ("score", Value::Plain(latest.score.0, 1)),
            ("coefficient", Value::Plain(latest.coefficient.0, 2)),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Estimate, Person, Process, RatingStep, Score, with_usual_chain};

    fn model() -> Model {
        let person = |id: &str, process| Person { id: id.into(), process, ..Person::default() };
        let people = vec![person("a", Process::Acquisition), person("b", Process::Sales)];
        with_usual_chain(&Model { people, ..Model::default() })
    }

    fn give(model: &mut Model, link: usize, score: i64) {
        model.team.handovers[link].scores[1] =
            Score { score: Some(Estimate::guess(score)), ..Score::default() };
    }

    #[test]
    fn the_weakest_link_is_named() {
        let mut model = model();
        let said = |model: &Model| chain_finding(model).say[0].clone();
        assert_eq!(said(&model).word, Word::CHAIN_UNSCORED);
        give(&mut model, 1, 9);
        assert_eq!(said(&model).word, Word::CHAIN_ALL_GOOD);
        give(&mut model, 0, 6);
        let weak = said(&model);
        assert_eq!(weak.word, Word::CHAIN_WEAK);
        assert_eq!(weak.fillings[0], ("from", Value::Row("people/a".into())));
        assert_eq!(weak.fillings[1], ("to", Value::Row("people/b".into())));
        model.team.steps = vec![RatingStep::default()];
        assert_eq!(said(&model).word, Word::CHAIN_ALL_GOOD);
    }

    #[test]
    fn a_score_that_lowers_pay_is_to_be_watched() {
        let mut model = model();
        let tone = |model: &Model| score_tone(latest_score(&model.team, &model.team.handovers[0]).as_ref());
        assert_eq!(tone(&model), Tone::Unknown);
        give(&mut model, 0, 6);
        assert_eq!(tone(&model), Tone::Watch);
        give(&mut model, 0, 9);
        assert_eq!(tone(&model), Tone::Good);
    }

    #[test]
    fn without_links_there_is_nothing_to_draw() {
        assert!(!chain_finding(&Model::default()).drawable);
    }
}
