//! How far one has come along the path of a model: plan, people, facts.

use super::answers::AnswerCard;
use super::tone::Tone;
use crate::evidence::RUN_IN_MONTHS;
use crate::model::Model;
use crate::number::Decimal;
use crate::text::Word;

/// A step of the path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathStep {
    /// The numbers of which all four answers follow.
    Plan,
    /// Who works, for what salary.
    People,
    /// What has been, for three months.
    Facts,
}

/// How far a step of the path has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// Nothing is there yet.
    Empty,
    /// Something is there, and something is missing.
    Begun,
    /// All that the next step needs is there.
    Done,
}

impl StepState {
    /// Its name in the style sheets.
    pub fn name(self) -> &'static str {
        match self {
            StepState::Empty => "empty",
            StepState::Begun => "begun",
            StepState::Done => "done",
        }
    }

    /// What is said of it beside the name of the step; nothing where nothing is there.
    pub fn word(self) -> Option<Word> {
        match self {
            StepState::Empty => None,
            StepState::Begun => Some(Word::STEP_BEGUN),
            StepState::Done => Some(Word::STEP_DONE),
        }
    }

    /// Of `all` parts `there` are there.
    fn of(there: usize, all: usize) -> Self {
        match there {
            0 => StepState::Empty,
            _ if there < all => StepState::Begun,
            _ => StepState::Done,
        }
    }
}

/// Each step of the path with how far it has come.
pub type PathStates = [(PathStep, StepState); 3];

/// How far each step has come.
pub fn path_states(model: &Model, answers: &[AnswerCard; 4]) -> PathStates {
    let known = answers.iter().filter(|card| card.tone != Tone::Unknown).count();
    let plan = match StepState::of(known, answers.len()) {
        StepState::Empty if !model.channels.is_empty() => StepState::Begun,
        state => state,
    };
    let paid = model.people.iter().filter(|person| person.salary.value > Decimal::ZERO).count();
    let people = match StepState::of(paid, model.people.len()) {
        StepState::Empty if !model.people.is_empty() => StepState::Begun,
        state => state,
    };
    let months = model.facts.by_month().len();
    let facts = StepState::of(months, RUN_IN_MONTHS as usize);
    [(PathStep::Plan, plan), (PathStep::People, people), (PathStep::Facts, facts)]
}

#[cfg(test)]
mod tests {
    use super::super::answers::answers;
    use super::super::tests::business;
    use super::*;
    use crate::model::{Estimate, MonthFacts, Person};
    use crate::plan::evaluate;

    fn states(model: &Model) -> [StepState; 3] {
        path_states(model, &answers(model, &evaluate(model))).map(|(_, state)| state)
    }

    #[test]
    fn a_plan_is_done_when_every_answer_is_known() {
        assert_eq!(states(&Model::default()), [StepState::Empty; 3]);
        assert_eq!(states(&business(300, 100, 500, 1000))[0], StepState::Done);
    }

    #[test]
    fn people_are_done_when_everybody_has_a_salary() {
        let mut model = business(300, 100, 500, 1000);
        let person = |salary| Person { salary: Estimate::guess(salary), ..Person::default() };
        model.people = vec![person(0)];
        assert_eq!(states(&model)[1], StepState::Begun);
        model.people = vec![person(100), person(0)];
        assert_eq!(states(&model)[1], StepState::Begun);
        model.people = vec![person(100), person(200)];
        assert_eq!(states(&model)[1], StepState::Done);
    }

    #[test]
    fn facts_are_done_after_three_months() {
        let mut model = business(300, 100, 500, 1000);
        for (count, state) in [(1, StepState::Begun), (2, StepState::Begun), (3, StepState::Done)] {
            let row = |at| MonthFacts { id: format!("20270{at}"), ..MonthFacts::default() };
            model.facts.months = (1..=count).map(row).collect();
            assert_eq!(states(&model)[2], state, "{count}");
        }
    }
}
