//! Whether people can handle what comes to them, in one sentence.

use super::findings::{Finding, whole};
use super::gain::size;
use crate::model::Model;
use crate::number::{Exact, Number, Share};
use crate::pay_review::Lost;
use crate::plan::{Load, Outcome, work_unit};
use crate::text::{Sentence, Value, Word};

/// A role with the month that one tells of it and its highest load.
type Peak = (usize, u32, Share<Exact>);

/// How loaded people are: who has too much, since when, how much at most.
pub fn load_finding(model: &Model, outcome: &Outcome) -> Finding {
    let all = peaks(outcome, |load| load.peak().map(|(month, _)| month));
    let over = peaks(outcome, Load::first_over);
    let Some((role, month, share)) = highest(&over).or_else(|| highest(&all)) else {
        let word = if model.people.is_empty() { Word::LOAD_NOBODY } else { Word::LOAD_EMPTY };
        return Finding::instead(Sentence::plain(word));
    };
    let word = match (over.len(), share.0.reason()) {
        (_, Some(_)) => Word::LOAD_UNKNOWN,
        (0, _) => Word::LOAD_ENOUGH,
        (1, _) => Word::LOAD_ONE,
        _ => Word::LOAD_MANY,
    };
    Finding::of(Sentence::new(
        word,
        [
            ("n", whole(over.len())),
            ("role", Value::role(model, role)),
            ("month", Value::Month(month)),
            ("share", Value::Percent(share.0)),
            ("reason", Value::Percent(share.0)),
        ],
    ))
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
pub fn without_capacity(model: &Model) -> Option<Sentence> {
    let people = model.people.iter().enumerate();
    let without = people.filter(|(_, person)| person.capacity.is_none() && work_unit(person).is_some());
    let roles: Vec<_> = without.map(|(at, _)| Value::role(model, at)).collect();
    (!roles.is_empty()).then(|| Sentence::new(Word::LOAD_WITHOUT, [("roles", Value::List(roles))]))
}

/// What it costs that people are overloaded and the plan sells no more than they can handle.
pub fn overload_cost(lost: &Lost) -> Sentence {
    let is_dear = lost.profit.is_negative();
    let word = match is_dear {
        true => Word::LOAD_LOST_DEAR,
        false if lost.revenue.is_positive() || lost.profit.is_positive() => Word::LOAD_LOST,
        false => Word::LOAD_LOST_NOTHING,
    };
    let (revenue, profit) = (Value::Money(lost.revenue.0), Value::Money(size(lost.profit.0)));
    Sentence::new(word, [("revenue", revenue), ("profit", profit)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::TEMPLATES;
    use crate::model::{Estimate, Person, Process};
    use crate::number::{Count, Decimal, Money};
    use crate::plan::evaluate;
    use crate::text::Language;

    fn sales(capacities: &[Option<u32>]) -> Model {
        let mut model = TEMPLATES[0].model(Language::English);
        let person = |(at, capacity): (usize, &Option<u32>)| Person {
            id: format!("p{at}"),
            role: "Sales".into(),
            process: Process::Sales,
            capacity: capacity.map(Estimate::guess),
            ..Person::default()
        };
        model.people = capacities.iter().enumerate().map(person).collect();
        model
    }

    fn found(model: &Model) -> Finding {
        load_finding(model, &evaluate(model))
    }

    #[test]
    fn it_is_said_who_has_too_much() {
        let words = [&[Some(1)][..], &[Some(1), Some(1)], &[Some(1_000_000)], &[None]]
            .map(|capacities| found(&sales(capacities)).say[0].word);
        assert_eq!(words, [Word::LOAD_ONE, Word::LOAD_MANY, Word::LOAD_ENOUGH, Word::LOAD_EMPTY]);
    }

    #[test]
    fn the_loaded_role_is_named() {
        let finding = found(&sales(&[None, Some(1)]));
        let role = ("role", Value::Row("people/p1".into()));
        assert!(finding.say[0].fillings.contains(&role), "{finding:?}");
        let Some((_, Value::Percent(share))) = finding.say[0].fillings.get(3) else { panic!("{finding:?}") };
        assert!(share.decimal().is_ok_and(|share| share > Decimal::ONE));
    }

    #[test]
    fn work_that_would_lose_money_is_no_loss() {
        let word = |revenue: i64, profit: i64| {
            let [revenue, profit] = [revenue, profit].map(|own| Money(Exact::Value(own.into())));
            overload_cost(&Lost { clients: Count::ZERO, orders: Count::ZERO, revenue, profit }).word
        };
        assert_eq!(word(100, 40), Word::LOAD_LOST);
        assert_eq!(word(100, -40), Word::LOAD_LOST_DEAR);
        assert_eq!(word(0, 0), Word::LOAD_LOST_NOTHING);
    }

    #[test]
    fn without_people_or_capacities_nothing_is_drawn() {
        assert!(!found(&sales(&[])).drawable && !found(&sales(&[None])).drawable);
        let roles = |capacities: &[Option<u32>]| without_capacity(&sales(capacities)).map(|own| own.fillings);
        let second = Value::List(vec![Value::Row("people/p1".into())]);
        assert_eq!(roles(&[Some(1), None]), Some(vec![("roles", second)]));
        assert_eq!(roles(&[Some(1)]), None);
    }
}
