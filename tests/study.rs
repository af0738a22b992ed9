//! The study of facts: each thing is worked out once, kept plans are read once, and decisions follow from today's plan.

#[path = "common/one_channel.rs"]
mod one_channel;

use obkatka::codec::{frozen, thawed};
use obkatka::evidence::{
    Baseline, ChannelStanding, Engine, KeptState, Levers, Next, Period, RunIn, Study, Window, run_in_with,
};
use obkatka::model::*;
use obkatka::number::Exact;
use obkatka::plan::{Outcome, Past, evaluate, evaluate_from};
use one_channel::{fact, one_channel};
use std::cell::Cell;

thread_local! {
    static EVALUATIONS: Cell<usize> = const { Cell::new(0) };
    static WITH_PAST: Cell<usize> = const { Cell::new(0) };
    static RUN_INS: Cell<usize> = const { Cell::new(0) };
    static READ: Cell<usize> = const { Cell::new(0) };
}

fn count(counter: &'static std::thread::LocalKey<Cell<usize>>) {
    counter.set(counter.get() + 1);
}

/// How often a plan was evaluated, evaluated with a past, run in over all its facts, and how many kept plans were read;
/// since the last call.
fn counted() -> [usize; 4] {
    [&EVALUATIONS, &WITH_PAST, &RUN_INS, &READ].map(|counter| counter.replace(0))
}

fn counting() -> Engine {
    fn evaluated(model: &Model) -> Outcome {
        count(&EVALUATIONS);
        evaluate(model)
    }
    fn evaluated_from(model: &Model, past: &Past<Exact>) -> Outcome {
        count(&WITH_PAST);
        evaluate_from(model, past)
    }
    fn run(model: &Model, outcome: &Outcome, facts: &Facts, window: Window, levers: &Levers) -> RunIn {
        // Over fewer facts or other months it is another question.
        if Some(window) == Window::of_run_in(model) && facts.months.len() == MONTHS {
            count(&RUN_INS);
        }
        run_in_with(model, outcome, facts, window, levers)
    }
    fn read(frozen: &Frozen) -> Option<Model> {
        count(&READ);
        thawed(frozen)
    }
    Engine { evaluate: evaluated, evaluate_from: evaluated_from, run_in: run, thaw: read }
}

/// Months with facts.
const MONTHS: usize = 5;

/// One channel that keeps less than half of its plan, for five months.
fn business() -> Model {
    let model = one_channel(200_000);
    let months = 0..u32::try_from(MONTHS).unwrap();
    let facts = [("spend", 200_000), ("leads", 90), ("stages/a/count", 9), ("revenue", 450_000)];
    months.fold(model, |model, t| {
        let model = fact(&model, t, "delivered", 9);
        facts
            .iter()
            .fold(model, |model, (path, value)| fact(&model, t, &["channels/a/", path].concat(), *value))
    })
}

/// The same with the plan of the first quarter kept, and another price since.
fn replanned() -> Model {
    let model = business();
    let kept = Snapshot { id: model.about.start.key(), plan: frozen(&model) };
    let mut model = model;
    model.facts.snapshots.push(kept);
    model.offer.price = Estimate::guess(45_000);
    model
}

/// Everything that the screens ask for, more than once.
fn ask_for_everything(study: &Study) {
    for baseline in [Baseline::Kept, Baseline::Current, Baseline::Kept] {
        let plan = study.against(baseline);
        for period in Period::choices(plan.months()) {
            plan.comparison(period.months(plan.months()));
            let _ = plan.variance(period.months(plan.months()));
        }
        study.channels(baseline);
        study.forecast(baseline);
        study.changes(baseline);
    }
    assert_eq!(study.kept_plans().count(), study.current().plan().facts.snapshots.len());
}

#[test]
fn two_plans_are_evaluated_twice_and_run_in_twice() {
    let model = replanned();
    counted();
    let study = Study::new(&model, None, None, counting());
    assert_eq!(counted(), [0, 0, 0, 1], "nothing is worked out before it is asked for");
    ask_for_everything(&study);
    let [evaluations, with_past, run_ins, read] = counted();
    assert_eq!((evaluations, run_ins, read), (2, 2, 0));
    // Three steps of the variance of either plan, what is expected now, and what was expected a quarter ago.
    assert_eq!(with_past, 3 + 3 + 1 + 1);
    ask_for_everything(&study);
    assert_eq!(counted(), [0; 4], "nothing is worked out twice");
}

#[test]
fn a_plan_that_was_never_changed_is_evaluated_and_run_in_once() {
    let mut model = business();
    counted();
    ask_for_everything(&Study::new(&model, None, None, counting()));
    let [evaluations, _, run_ins, _] = counted();
    assert_eq!((evaluations, run_ins), (1, 1));
    // Kept, but the same still.
    model.facts.snapshots = vec![Snapshot { id: model.about.start.key(), plan: frozen(&model) }];
    let study = Study::new(&model, None, None, counting());
    assert_eq!(study.kept_since(), None);
    ask_for_everything(&study);
    let [evaluations, _, run_ins, read] = counted();
    assert_eq!((evaluations, run_ins, read), (1, 1, 1));
}

#[test]
fn one_more_fact_evaluates_no_kept_plan_again() {
    let before = Study::new(&replanned(), None, None, counting());
    ask_for_everything(&before);
    counted();
    let after = fact(&replanned(), 4, "payroll", 10_000);
    let study = Study::new(&after, Some(evaluate(&after)), Some(&before), counting());
    ask_for_everything(&study);
    let [evaluations, _, run_ins, read] = counted();
    assert_eq!((evaluations, run_ins, read), (0, 2, 0));
}

#[test]
fn the_steps_work_out_all_that_the_sections_show() {
    let study = Study::new(&replanned(), None, None, counting());
    for step in [Study::BOARD, Study::COMPARISON, Study::FORECAST].concat() {
        while !step(&study, Baseline::Kept) {}
    }
    counted();
    let plan = study.against(Baseline::Kept);
    plan.comparison(plan.months());
    plan.variance(plan.months()).unwrap();
    study.channels(Baseline::Kept);
    study.changes(Baseline::Kept);
    study.kept_plans().count();
    assert_eq!(counted(), [0; 4]);
}

#[test]
fn facts_are_held_against_the_plan_as_it_stood() {
    let model = replanned();
    let study = Study::new(&model, None, None, Engine::new(thawed));
    assert_eq!(study.kept_since(), Some(model.about.start));
    let kept = study.against(Baseline::Kept);
    assert_eq!(kept.plan().offer.price, Estimate::guess(50_000));
    assert_eq!(kept.plan().facts, model.facts);
    assert_eq!(study.against(Baseline::Current).plan(), &model);
    let [(plan, KeptState::Other(thawed, outcome))] = &study.kept_plans().collect::<Vec<_>>()[..] else {
        panic!("one kept plan that is another")
    };
    assert_eq!((plan.quarter(), *outcome), (Some(model.about.start), &evaluate(thawed)));
}

#[test]
fn a_plan_of_another_first_month_is_not_compared() {
    let mut model = replanned();
    model.about.start = model.about.start.later(1);
    let study = Study::new(&model, None, None, Engine::new(thawed));
    assert_eq!(study.kept_since(), None);
}

#[test]
fn what_cannot_be_read_is_said_and_compared_with_nothing() {
    let mut model = replanned();
    model.facts.snapshots[0].plan = Frozen("?".into());
    let study = Study::new(&model, None, None, Engine::new(thawed));
    assert!(matches!(study.kept_plans().next(), Some((_, KeptState::Unreadable))));
    assert_eq!(study.against(Baseline::Kept).plan(), &model);
}

#[test]
fn what_to_do_next_is_asked_of_todays_plan() {
    let mut model = replanned();
    model.channels[0].cost_per_lead = Estimate::guess(2_250);
    let standing = |model: &Model| -> ChannelStanding {
        let study = Study::new(model, None, None, Engine::new(thawed));
        study.channels(Baseline::Kept).remove(0)
    };
    let own = standing(&model);
    assert_eq!((own.run.next, own.status), (Next::Decide, Some(Channel::default().status)));
    assert_ne!(own.next(), Next::Decide);
    assert!(!own.is_done());
    model.channels[0].status = Status::Dropped;
    assert!(standing(&model).is_done());
    model.channels.clear();
    assert!(standing(&model).is_done(), "taken out since");
}

#[test]
fn the_figure_that_decides_an_indicator_has_its_verdict() {
    let study = Study::new(&business(), None, None, Engine::new(thawed));
    let run = study.current().run().unwrap();
    for indicator in obkatka::evidence::Indicator::ALL {
        let Some(finding) = run.deciding(indicator) else { continue };
        let is_open = finding.verdict() == Some(obkatka::evidence::Verdict::NoData);
        assert!(finding.verdict() == Some(run.verdict(indicator)) || is_open);
    }
}

#[test]
fn the_last_quarter_with_facts_ends_with_its_last_month() {
    let study = Study::new(&business(), None, None, Engine::new(thawed));
    assert_eq!((study.current().months(), study.current().last_quarter()), (0..5, 3..5));
    let none = Study::new(&Model::default(), None, None, Engine::new(thawed));
    assert_eq!(none.current().last_quarter(), 0..0);
}
