//! What the picture of the Customer-Executor chain says, in one sentence.

use super::findings::Finding;
use super::{Filling, Show, Word, row_name};
use crate::model::{Handover, Model, Process};
use crate::number::{Exact, Share};
use crate::pay::{LatestScore, latest_score};

/// The place of a process in the order in which work goes through a business.
pub fn station(process: Process) -> u8 {
    match process {
        Process::Acquisition => 0,
        Process::Sales => 1,
        Process::Upsell => 2,
        Process::Delivery => 3,
        Process::Service => 4,
        Process::Account => 5,
        Process::CrossSell => 6,
        Process::General => 7,
        Process::Own => 8,
    }
}

/// What the chain says: its weakest link by the last scores.
pub fn chain_finding(model: &Model, show: &Show<'_>) -> Finding {
    let links = &model.team.handovers;
    let scored = links.iter().filter_map(|link| Some((link, latest_score(&model.team, link)?)));
    let weakest = scored.reduce(|worst, own| if is_worse(&own.1, &worst.1) { own } else { worst });
    let text = match weakest {
        _ if links.is_empty() => show.word(Word::CHAIN_EMPTY),
        None => show.word(Word::CHAIN_UNSCORED),
        Some((link, latest)) => scored_text(model, show, link, &latest),
    };
    Finding { text, drawable: !links.is_empty() }
}

/// Less by coefficient, and among equals by score.
fn is_worse(one: &LatestScore<Exact>, other: &LatestScore<Exact>) -> bool {
    let by_coefficient = one.coefficient - other.coefficient;
    by_coefficient.is_negative() || by_coefficient == Share::ZERO && (one.score - other.score).is_negative()
}

fn scored_text(model: &Model, show: &Show<'_>, link: &Handover, latest: &LatestScore<Exact>) -> String {
    if !(latest.coefficient - Share::ONE).is_negative() {
        return show.word(Word::CHAIN_ALL_GOOD);
    }
    let (from, to) = ends(model, show, link);
    let (score, coefficient) = (show.plain(latest.score.0, 1), show.plain(latest.coefficient.0, 2));
    let fillings = [("from", &from), ("to", &to), ("score", &score), ("coefficient", &coefficient)];
    show.phrase(Word::CHAIN_WEAK, &fillings.map(|(name, text)| (name, Filling::Text(text))))
}

/// What the executor and the customer of a link are called.
fn ends(model: &Model, show: &Show<'_>, link: &Handover) -> (String, String) {
    let name = |id: &str| match id {
        "" => show.word(Word::CHAIN_CLIENT),
        id => row_name(show, model, &["people/", id].concat()),
    };
    (name(&link.executor), name(&link.customer))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Currency, Estimate, Person, RatingStep, Score, Unit, YearMonth, with_usual_chain};
    use crate::text::{Language, PlainDigits};

    const SHOW: Show<'static> = Show {
        language: Language::Russian,
        currency: Currency::Rub,
        unit: Unit::Client,
        start: YearMonth::new(2027, 1),
        digits: &PlainDigits,
    };

    fn model() -> Model {
        let person = |id: &str, role: &str, process| Person {
            id: id.into(),
            role: role.into(),
            process,
            ..Person::default()
        };
        let people =
            vec![person("a", "Маркетолог", Process::Acquisition), person("b", "Менеджер", Process::Sales)];
        with_usual_chain(&Model { people, ..Model::default() })
    }

    fn give(model: &mut Model, link: usize, score: i64) {
        model.team.handovers[link].scores[1] =
            Score { score: Some(Estimate::guess(score)), ..Score::default() };
    }

    #[test]
    fn the_weakest_link_is_named() {
        let mut model = model();
        assert_eq!(chain_finding(&model, &SHOW).text, SHOW.word(Word::CHAIN_UNSCORED));
        give(&mut model, 1, 9);
        assert_eq!(chain_finding(&model, &SHOW).text, SHOW.word(Word::CHAIN_ALL_GOOD));
        give(&mut model, 0, 6);
        let text = chain_finding(&model, &SHOW).text;
        assert!(["Маркетолог", "Менеджер", "6", "0,8"].iter().all(|own| text.contains(own)), "{text}");
        model.team.steps = vec![RatingStep::default()];
        assert_eq!(chain_finding(&model, &SHOW).text, SHOW.word(Word::CHAIN_ALL_GOOD));
    }

    #[test]
    fn without_links_there_is_nothing_to_draw() {
        assert!(!chain_finding(&Model::default(), &SHOW).drawable);
    }
}
