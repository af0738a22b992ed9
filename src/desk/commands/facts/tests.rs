use super::*;
use crate::desk::{SaveState, Workspace};
use crate::evidence::with_facts;
use crate::evidence::{Engine, PlanStudy};
use crate::model::{Channel, Estimate, Stage};

fn business() -> Model {
    let mut model = Model::default();
    model.offer.price = Estimate::guess(50_000);
    model.funnel.stages = vec![Stage { id: "a".into(), conversion: Estimate::share(10), ..Stage::default() }];
    model.channels = vec![Channel {
        id: "a".into(),
        budget: Estimate::guess(200_000),
        cost_per_lead: Estimate::guess(1_000),
        ..Channel::default()
    }];
    model
}

fn path(model: &Model, t: u32, field: &str) -> String {
    ["facts/months/", &model.about.start.later(t).key(), "/", field].concat()
}

fn write(model: &Model, figures: &[(u32, &str, i64)]) -> WriteFacts {
    let figure = |(t, field, value): &(u32, &str, i64)| (path(model, *t, field), Some(Decimal::from(*value)));
    WriteFacts { figures: figures.iter().map(figure).collect() }
}

/// Four months that keep half of the plan.
fn with_facts_of_four_months() -> Model {
    let model = business();
    let month = |t| [(t, "channels/a/spend", 200_000), (t, "channels/a/leads", 90), (t, "cash", 5)];
    write(&model, &(0..4).flat_map(month).collect::<Vec<_>>()).applied(&model).unwrap()
}

#[test]
fn the_first_figure_of_a_quarter_keeps_its_plan() {
    let model = business();
    let after = write(&model, &[(1, "cash", 5)]).applied(&model).unwrap();
    let [kept] = &after.facts.snapshots[..] else { panic!("one plan is kept") };
    assert_eq!(
        (kept.id.as_str(), thawed(&kept.plan)),
        (model.about.start.key().as_str(), Some(model.clone()))
    );
    // The second figure of it keeps none, whatever the plan is by then.
    let mut changed = after.clone();
    changed.offer.price = Estimate::guess(1);
    let again = write(&changed, &[(2, "cash", 6)]).applied(&changed).unwrap();
    assert_eq!(again.facts.snapshots, after.facts.snapshots);
    let third = write(&changed, &[(3, "cash", 7)]).applied(&changed).unwrap();
    assert_eq!(third.facts.snapshots.len(), 2);
}

#[test]
fn what_is_taken_out_or_is_outside_of_the_plan_keeps_none() {
    let model = business();
    let nothing = WriteFacts::one(path(&model, 0, "cash"), None).applied(&model).unwrap();
    assert!(nothing.facts.snapshots.is_empty());
    let outside = write(&model, &[(model.about.horizon, "cash", 5)]).applied(&model).unwrap();
    assert!(outside.facts.snapshots.is_empty() && outside.facts.months.len() == 1);
}

#[test]
fn a_plan_that_does_not_fit_keeps_no_figure_out() {
    let mut model = business();
    model.about.horizon = 60;
    let plan = frozen(&model);
    let kept = |at: u32| crate::model::Snapshot { id: format!("k{at}"), plan: plan.clone() };
    model.facts.snapshots = (0..39).map(kept).collect();
    let after = write(&model, &[(0, "cash", 5), (3, "cash", 6)]).applied(&model).unwrap();
    assert_eq!((after.facts.snapshots.len(), after.facts.months.len()), (MOST_KEPT, 2));
}

#[test]
fn one_figure_is_typed_and_a_table_replaces() {
    let model = business();
    let mut desk = Workspace::new(model.clone(), SaveState::Kept);
    desk.run(&write(&model, &[(0, "cash", 5)]), 0).unwrap();
    assert_eq!((desk.turn(), desk.is_typing()), (0, true), "half-typed text stays");
    desk.run(&write(&model, &[(0, "cash", 5), (1, "cash", 6)]), 9).unwrap();
    assert_eq!((desk.turn(), desk.is_typing()), (1, false));
    desk.undo();
    desk.undo();
    assert_eq!(desk.model(), &model, "figure and kept plan are one step");
}

#[test]
fn a_kept_plan_is_returned_to_with_the_facts_of_today() {
    let mut model = with_facts_of_four_months();
    model.offer.price = Estimate::guess(1);
    let id = model.about.start.key();
    let after = ReturnToPlan { id: id.clone() }.applied(&model).unwrap();
    assert_eq!((&after.offer, &after.facts), (&business().offer, &model.facts));
    let kept = KeepPlan { quarter: model.about.start }.applied(&model).unwrap();
    assert_eq!(ReturnToPlan { id }.applied(&kept).unwrap(), kept, "kept in place of the one before");
    model.facts.snapshots[0].plan.0 = "?".into();
    for id in [model.about.start.key(), "none".into()] {
        assert_eq!(ReturnToPlan { id }.applied(&model), Err(EditFault::NoSuchPlace));
    }
}

#[test]
fn keeping_a_plan_is_a_step_of_its_own_and_drops_no_text() {
    let model = with_facts_of_four_months();
    let quarter = last_quarter(&model);
    assert_eq!(quarter, model.about.start.later(3));
    let mut desk = Workspace::new(model, SaveState::Kept);
    let mut changed = desk.model().clone();
    changed.offer.price = Estimate::guess(1);
    desk.open(changed.clone(), None, SaveState::Kept);
    let turn = desk.turn();
    desk.run(&KeepPlan { quarter }, 0).unwrap();
    assert_eq!((desk.turn(), desk.is_typing()), (turn, false));
    assert_eq!(thawed(&desk.model().facts.snapshots[1].plan), Some(with_facts(changed, &Default::default())));
}

#[test]
fn adopting_puts_the_facts_into_the_plan_and_may_keep_the_one_before() {
    let mut model = with_facts_of_four_months();
    model.facts.snapshots.clear();
    let findings = PlanStudy::new(model.clone(), Engine::new(thawed)).run().unwrap().findings.clone();
    let adopt = |keeps_plan| AdoptFigures { findings: findings.clone(), source: "facts".into(), keeps_plan };
    let plain = adopt(false).applied(&model).unwrap();
    assert!(plain.channels[0].cost_per_lead.value > Decimal::from(1_900));
    assert_eq!(plain.channels[0].cost_per_lead.source, "facts");
    let [taken] = &plain.facts.adoptions[..] else { panic!("what was taken is remembered") };
    assert_eq!(taken.source, "facts");
    assert_eq!(adopt(false).applied(&plain).unwrap().facts.adoptions.len(), 1, "the same facts once");
    assert!(plain.facts.snapshots.is_empty());
    let kept = adopt(true).applied(&model).unwrap();
    assert_eq!((&kept.channels, kept.facts.snapshots.len()), (&plain.channels, 1));
    assert_eq!(thawed(&kept.facts.snapshots[0].plan), Some(with_facts(model, &Default::default())));
    assert_eq!(
        adopt(true).applied(&kept).unwrap().facts.snapshots,
        kept.facts.snapshots,
        "the first one stays"
    );
    let nothing = adopt(true).applied(&business()).unwrap();
    assert!(nothing.facts.snapshots.is_empty(), "without facts there is no quarter to keep");
}

#[test]
fn a_status_is_one_step_that_drops_no_text_and_is_followed_at_once() {
    let mut desk = Workspace::new(business(), SaveState::Kept);
    let set = |channel: &str, status| SetStatus { channel: channel.into(), status };
    desk.run(&set("a", Status::Dropped), 0).unwrap();
    assert_eq!((desk.model().channels[0].status, desk.turn(), desk.is_typing()), (Status::Dropped, 0, false));
    assert_eq!(desk.run(&set("gone", Status::Proven), 0), Err(EditFault::NoSuchPlace));
}
