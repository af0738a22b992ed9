//! What the sections that compare have in common: the document once nobody types any more, the plan that its facts are
//! held against, and what follows from both. Each is worked out once, and only where it is looked at.

use super::studied::plan_before;
use super::{Against, View};
use crate::evidence::{
    Change, Course, Recorded, Reforecast, RunIn, Seen, Window, changes, learned, reforecast, run_in,
};
use crate::model::{Facts, Model};
use crate::plan::{Outcome, evaluate};
use leptos::prelude::*;
use std::ops::Range;
use std::sync::Arc;

/// Months of a quarter.
pub const QUARTER: u32 = 3;
/// Lines of change that are told.
const LINES: usize = 5;

/// The plan that facts are held against, with these facts, what it comes to, and what they say about it.
#[derive(Clone, PartialEq)]
pub struct Study {
    /// The plan with the facts of the document.
    pub plan: Model,
    /// What it comes to without them.
    pub outcome: Outcome,
    /// The facts by its months.
    pub recorded: Recorded,
    /// What they say; none where nothing is recorded.
    pub run: Option<RunIn>,
}

impl Study {
    /// Studies the facts of a plan.
    pub fn of(plan: Model) -> Self {
        let outcome = evaluate(&plan);
        let run = Window::of_run_in(&plan).map(|window| run_in(&plan, &outcome, &plan.facts, window));
        Self { recorded: Recorded::new(&plan), run, outcome, plan }
    }

    /// The months from the first recorded to the last.
    pub fn months(&self) -> Range<u32> {
        let mut known = self.recorded.known_months();
        let first = known.next();
        first.map_or(0..0, |first| first..known.next_back().unwrap_or(first) + 1)
    }

    /// The plan as the facts have taught it.
    pub fn learned(&self) -> Model {
        self.run.as_ref().map_or_else(|| self.plan.clone(), |run| learned(&self.plan, run))
    }
}

/// What the sections look at.
#[derive(Clone, Copy)]
pub struct Held {
    /// The document, a moment after its last change.
    pub model: RwSignal<Arc<Model>>,
    /// The plan that is held against the facts, with these.
    pub study: Memo<Arc<Study>>,
    /// Today's plan with its facts: from here it goes on, whatever was planned.
    pub today: Memo<Arc<Study>>,
    /// Whether anything is recorded.
    pub is_any: Memo<bool>,
    /// Where it goes from here.
    pub forecast: Memo<Arc<Reforecast>>,
    /// What is another than before.
    pub changed: Memo<Arc<Changed>>,
}

/// What is another than before, and than what.
#[derive(Clone, PartialEq)]
pub struct Changed {
    /// The lines.
    pub lines: Vec<Change>,
    /// What was counted in the last quarter: the places of changed figures are of it.
    pub quarter: Option<RunIn>,
    /// The first month of the quarter before; none where facts are held against the plan.
    pub since: Option<u32>,
}

/// What this screen's sections share; made by the first that asks.
pub fn held(view: View) -> Held {
    use_context().unwrap_or_else(|| {
        let held = Held::new(view);
        provide_context(held);
        held
    })
}

impl Held {
    fn new(view: View) -> Self {
        let model = view.model;
        let today = Memo::new(move |_| model.with(|model| Arc::new(Study::of(Model::clone(model)))));
        let study = Memo::new(move |_| {
            let then = model.with(|model| held_plan(model, view.against.get()));
            then.map_or_else(|| today.get(), |plan| Arc::new(Study::of(plan)))
        });
        let forecast =
            Memo::new(move |_| study.with(|study| today.with(|today| Arc::new(forecast_of(study, today)))));
        Self {
            model,
            study,
            today,
            is_any: Memo::new(move |_| study.with(|study| study.recorded.known_months().next().is_some())),
            forecast,
            changed: Memo::new(move |_| {
                let of = |study: &Arc<Study>, today: &Arc<Study>| {
                    forecast.with(|forecast| Arc::new(changed(study, today, &forecast.forecast)))
                };
                study.with(|study| today.with(|today| of(study, today)))
            }),
        }
    }
}

/// The plan that facts are held against, with these facts; none where it is today's.
fn held_plan(model: &Model, against: Against) -> Option<Model> {
    let window = Window::of_run_in(model).filter(|_| against == Against::Then)?;
    plan_before(model, window).map(|(_, plan)| with_facts(plan, &model.facts))
}

/// A plan with facts of another.
pub fn with_facts(plan: Model, facts: &Facts) -> Model {
    Model { facts: facts.clone(), ..plan }
}

/// Where today's plan goes from the facts, beside another plan.
fn forecast_of(plan: &Study, today: &Study) -> Reforecast {
    reforecast(&plan.plan, &today.recorded, &today.learned())
}

/// What is another than when the last quarter with facts began; in the first one, than planned.
fn changed(study: &Study, today: &Study, now: &Course) -> Changed {
    let Some(last) = study.recorded.known_months().next_back() else {
        return Changed { lines: Vec::new(), quarter: None, since: None };
    };
    let first = last - last % QUARTER;
    let of = |first, end| run_in(&study.plan, &study.outcome, &study.plan.facts, Window { first, end });
    let quarter = of(first, last + 1);
    let after = |verdicts| Seen { quarter: Some(&quarter), verdicts, course: now };
    let before = first
        .checked_sub(QUARTER)
        .filter(|before| study.recorded.known_months().any(|t| (*before..first).contains(&t)));
    let lines = match before {
        Some(before) => {
            let (earlier, until) = (of(before, first), Study::of(known_until(&study.plan, first)));
            let then = Study::of(known_until(&today.plan, first));
            let then = forecast_of(&then, &then).forecast;
            let seen = Seen { quarter: Some(&earlier), verdicts: until.run.as_ref(), course: &then };
            changes(seen, after(study.run.as_ref()), LINES)
        }
        None => {
            let plan = Course::planned(&study.outcome);
            changes(Seen { quarter: None, verdicts: None, course: &plan }, after(None), LINES)
        }
    };
    Changed { lines, quarter: Some(quarter), since: before }
}

/// A plan with the facts before a month only.
fn known_until(plan: &Model, end: u32) -> Model {
    let mut known = plan.clone();
    let end = plan.about.start.later(end).key();
    known.facts.months.retain(|month| month.id < end);
    known
}
