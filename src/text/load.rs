//! Whether people can handle what comes to them, in one sentence.

use super::findings::Finding;
use super::{Filling, Show, Word, role_name};
use crate::model::Model;
use crate::number::{Exact, Number, Share};
use crate::plan::{Load, Outcome, work_unit};

/// A role with the month that one tells of it and its highest load.
type Peak = (usize, u32, Share<Exact>);

/// How loaded people are: who has too much, since when, how much at most.
pub fn load(model: &Model, outcome: &Outcome, show: &Show<'_>) -> Finding {
    let (all, over) =
        (peaks(outcome, |load| load.peak().map(|(month, _)| month)), peaks(outcome, Load::first_over));
    let Some((role, month, share)) = highest(&over).or_else(|| highest(&all)) else {
        let word = if model.people.is_empty() { Word::LOAD_NOBODY } else { Word::LOAD_EMPTY };
        return Finding { text: show.word(word), drawable: false };
    };
    let word = match (over.len(), share.0.reason()) {
        (_, Some(_)) => Word::LOAD_UNKNOWN,
        (0, _) => Word::LOAD_ENOUGH,
        (1, _) => Word::LOAD_ONE,
        _ => Word::LOAD_MANY,
    };
    let (role, month, share) = (role_name(show, model, role), show.month(month), show.percent(share.0));
    let n = over.len().to_string();
    let fillings = [
        ("n", Filling::Number(&n, u64::try_from(over.len()).ok())),
        ("role", Filling::Text(&role)),
        ("month", Filling::Text(&month)),
        ("share", Filling::Text(&share)),
        ("reason", Filling::Text(&share)),
    ];
    Finding { text: show.phrase(word, &fillings), drawable: true }
}

/// The roles of which a month can be told.
fn peaks(outcome: &Outcome, month: fn(&Load<Exact>) -> Option<u32>) -> Vec<Peak> {
    let peak = |(at, load): (usize, &Load<Exact>)| Some((at, month(load)?, load.peak()?.1));
    let loads = outcome.people.roles.iter().enumerate();
    loads.filter_map(|(at, role)| Some((at, role.load.as_ref()?))).filter_map(peak).collect()
}

fn highest(peaks: &[Peak]) -> Option<Peak> {
    let higher = |now: &Peak, most: &Peak| (now.2 - most.2).is_positive() || now.2.0.reason().is_some();
    peaks.iter().copied().reduce(|most, now| if higher(&now, &most) { now } else { most })
}

/// The roles of which nobody has said how much one can handle, though their work is counted; none where there
/// are no such.
pub fn without_capacity(model: &Model, show: &Show<'_>) -> Option<String> {
    let people = model.people.iter().enumerate();
    let without = people.filter(|(_, person)| person.capacity.is_none() && work_unit(person).is_some());
    let names: Vec<_> = without.map(|(at, _)| role_name(show, model, at)).collect();
    let roles = names.join(", ");
    (!names.is_empty()).then(|| show.phrase(Word::LOAD_WITHOUT, &[("roles", Filling::Text(&roles))]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::TEMPLATES;
    use crate::model::{Estimate, Person, Process};
    use crate::plan::evaluate;
    use crate::text::{Language, PlainDigits};

    fn said(model: &Model, language: Language) -> Finding {
        let (currency, unit, start) = (model.about.currency, model.about.unit, model.about.start);
        let show = Show { language, currency, unit, start, digits: &PlainDigits };
        load(model, &evaluate(model), &show)
    }

    fn sales(capacity: Option<u32>) -> Model {
        let mut model = TEMPLATES[0].model(Language::English);
        let person = |id: &str, role: &str| Person {
            id: id.into(),
            role: role.into(),
            process: Process::Sales,
            capacity: capacity.map(Estimate::guess),
            ..Person::default()
        };
        model.people = vec![person("a", "Sales")];
        model
    }

    #[test]
    fn it_is_said_who_has_too_much() {
        for language in [Language::Russian, Language::English] {
            let texts = [Some(1), Some(1_000_000), None].map(|capacity| said(&sales(capacity), language));
            for finding in &texts {
                println!("{}", finding.text);
                assert!(finding.text.ends_with('.') && !finding.text.contains("  "), "{}", finding.text);
            }
            assert_eq!(texts.each_ref().map(|finding| finding.drawable), [true, true, false]);
            assert!(texts[0].text.contains("Sales") && texts[1].text.contains("Sales"));
        }
    }

    #[test]
    fn nobody_is_said_to_be_nobody() {
        let model = Model { people: Vec::new(), ..sales(None) };
        assert!(!said(&model, Language::Russian).drawable);
    }
}
