//! How far one has come along the path of a model: plan, people, facts, KPIs, quarters.

use super::answers::AnswerCard;
use super::tone::Tone;
use crate::evidence::RUN_IN_MONTHS;
use crate::model::{Model, Person, YearMonth};
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
    /// Promises of pay by KPIs: after the run-in, not before.
    Kpis,
    /// Verdicts, once a quarter of the run-in is recorded.
    Quarters,
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
pub type PathStates = [(PathStep, StepState); 5];

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
    // A KPI that is promised before the run-in is a wish.
    let kpis = match facts {
        _ if !has_kpis(model) => StepState::Empty,
        StepState::Done => StepState::Done,
        _ => StepState::Begun,
    };
    let recorded = model.facts.by_month();
    let last = recorded.last().map(|(month, _)| *month);
    let quarters = match (last, recorded.is_empty()) {
        (Some(last), _) if last >= first_verdict_month(model) => StepState::Done,
        (_, true) => StepState::Empty,
        _ => StepState::Begun,
    };
    [
        (PathStep::Plan, plan),
        (PathStep::People, people),
        (PathStep::Facts, facts),
        (PathStep::Kpis, kpis),
        (PathStep::Quarters, quarters),
    ]
}

fn has_kpis(model: &Model) -> bool {
    let parts = |person: &Person| {
        person.pay.parts.iter().chain(&person.proposed.parts).any(|part| !part.kpis.is_empty())
    };
    model.people.iter().any(parts)
}

/// The month after which the first verdicts come: the third of the run-in, which begins with the first month recorded
/// or, while none is, with the plan.
pub fn first_verdict_month(model: &Model) -> YearMonth {
    let first = model.facts.by_month().first().map_or(model.about.start, |(month, _)| *month);
    first.later(RUN_IN_MONTHS.saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::super::answers::answers;
    use super::super::tests::business;
    use super::*;
    use crate::model::{Estimate, Kpi, MonthFacts, Pay, PayPart, Person};
    use crate::plan::evaluate;

    fn states(model: &Model) -> [StepState; 5] {
        path_states(model, &answers(model, &evaluate(model))).map(|(_, state)| state)
    }

    #[test]
    fn a_plan_is_done_when_every_answer_is_known() {
        assert_eq!(states(&Model::default()), [StepState::Empty; 5]);
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

    #[test]
    fn kpis_wait_for_the_run_in_and_verdicts_for_a_quarter() {
        let mut model = business(300, 100, 500, 1000);
        model.about.start = YearMonth::new(2027, 1);
        assert_eq!(first_verdict_month(&model), YearMonth::new(2027, 3));
        let part = PayPart { kpis: vec![Kpi::default()], ..PayPart::default() };
        model.people = vec![Person { pay: Pay { parts: vec![part], ..Pay::default() }, ..Person::default() }];
        let row = |at| MonthFacts { id: format!("20270{at}"), ..MonthFacts::default() };
        assert_eq!(states(&model)[3..], [StepState::Begun, StepState::Empty]);
        model.facts.months = vec![row(2)];
        assert_eq!(first_verdict_month(&model), YearMonth::new(2027, 4));
        assert_eq!(states(&model)[3..], [StepState::Begun, StepState::Begun]);
        model.facts.months = (2..=4).map(row).collect();
        assert_eq!(states(&model)[3..], [StepState::Done, StepState::Done]);
        model.people.clear();
        assert_eq!(states(&model)[3], StepState::Empty);
    }
}
