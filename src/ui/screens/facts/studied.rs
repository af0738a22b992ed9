//! What the facts say of a plan, worked out once for all sections.

use super::Against;
use crate::codec::thawed;
use crate::evidence::{RunIn, Window, run_in};
use crate::model::{Facts, Model, YearMonth};
use crate::plan::{Outcome, evaluate};
use leptos::prelude::*;
use std::sync::Arc;

/// Months of a quarter.
const QUARTER: u32 = 3;

/// A plan, what it comes to, and what the facts say of it.
#[derive(Clone, PartialEq)]
pub struct Studied {
    /// The plan that the facts are held against.
    pub plan: Model,
    /// What it comes to.
    pub outcome: Outcome,
    /// What the facts say of it; nothing where none is recorded.
    pub run: Option<RunIn>,
    /// What they say of today's plan, where that is another.
    pub today: Option<RunIn>,
    /// From which month on the plan was that is kept; none where it is today's still.
    pub kept: Option<YearMonth>,
}

/// The plan looked at with what is said of it.
pub fn studied(model: RwSignal<Arc<Model>>, against: RwSignal<Against>) -> Memo<Studied> {
    let study =
        move |_: Option<&Studied>| model.with(|model| Studied::of(model, &evaluate(model), against.get()));
    // Nearly every change moves something: to compare all figures first would only take time.
    Memo::new_with_compare(study, |_, _| true)
}

impl Studied {
    fn of(model: &Model, outcome: &Outcome, against: Against) -> Self {
        let window = Window::of_run_in(model);
        let before = window.and_then(|window| plan_before(model, window));
        let kept = before.as_ref().map(|(month, _)| *month);
        let said = |plan: &Model, outcome: &Outcome| {
            window.map(|window| run_in(plan, outcome, &model.facts, window))
        };
        let today = said(model, outcome);
        match before.filter(|_| against == Against::Then) {
            None => Self { plan: model.clone(), outcome: outcome.clone(), run: today, today: None, kept },
            Some((_, plan)) => {
                let outcome = evaluate(&plan);
                let run = said(&plan, &outcome);
                Self { plan, outcome, run, today, kept }
            }
        }
    }

    /// What the facts say of today's plan, whichever is looked at.
    pub fn run_today(&self) -> Option<&RunIn> {
        self.today.as_ref().or(self.run.as_ref())
    }
}

/// The plan as it stood in the quarter in which the run-in begins, where it is not today's still.
pub(super) fn plan_before(model: &Model, window: Window) -> Option<(YearMonth, Model)> {
    let month = model.about.start.later(window.first - window.first % QUARTER);
    let kept = model.facts.snapshots.iter().find(|kept| kept.id == month.key())?;
    let plan = thawed(&kept.plan)?;
    let today = Model { facts: Facts::default(), ..model.clone() };
    // Of another first month, its months would be others too.
    (plan != today && plan.about.start == model.about.start).then_some((month, plan))
}
