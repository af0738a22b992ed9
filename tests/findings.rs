//! The sentence over each chart: true for businesses of every kind, in both languages.

#[path = "common/odd.rs"]
mod odd;

use obkatka::codec::read_file;
use obkatka::model::{Estimate, Model, Status};
use obkatka::picture::{CHARTS, Context, Finding};
use obkatka::plan::evaluate;
use obkatka::text::{Language, Show};
use std::fs;

/// Charts of what a plan alone comes to: a whole plan has all of them.
const OF_EVERY_PLAN: [&str; 6] = ["money", "cash", "payback", "funnel", "road_map", "order"];

fn template(name: &str) -> Model {
    let path = format!("{}/templates/{name}.json", env!("CARGO_MANIFEST_DIR"));
    read_file(&fs::read_to_string(path).unwrap()).unwrap().model
}

/// What every chart says, by its id.
fn all_said(model: &Model, language: Language) -> Vec<(&'static str, Finding)> {
    let outcome = evaluate(model);
    let show = Show::standard(language).of(&model.about);
    let context = Context { model, outcome: &outcome, show: &show, width: 640 };
    CHARTS.iter().map(|chart| (chart.id(), chart.shown(&context).finding)).collect()
}

fn said(model: &Model, chart: &str) -> Finding {
    let all = all_said(model, Language::English);
    all.into_iter().find(|(id, _)| *id == chart).map(|(_, finding)| finding).unwrap()
}

#[test]
fn every_business_gets_a_whole_sentence() {
    let templates = ["agency", "coffee", "b2b_sales"].map(|name| (name, template(name)));
    for (name, model) in odd::businesses().into_iter().chain(templates) {
        for language in [Language::Russian, Language::English] {
            for (chart, finding) in all_said(&model, language) {
                let text = finding.text;
                println!("{name} | {chart}: {text}");
                assert!(text.ends_with('.'), "{name}, {chart}: {text}");
                assert!(!text.contains(['{', '}']) && !text.contains("  "), "{name}, {chart}: {text}");
                assert!(!text.contains(" ,") && !text.contains(" ;") && !text.contains("“”"), "{text}");
            }
        }
    }
}

#[test]
fn nothing_entered_draws_nothing() {
    for chart in OF_EVERY_PLAN {
        assert!(!said(&Model::default(), chart).drawable, "{chart}");
    }
}

#[test]
fn a_template_is_told_by_its_answers() {
    let agency = template("agency");
    for chart in OF_EVERY_PLAN {
        assert!(said(&agency, chart).drawable, "{chart}");
    }
}

#[test]
fn losses_are_called_losses() {
    let mut model = template("coffee");
    model.offer.unit_cost = Estimate::guess(1_000_000);
    assert!(said(&model, "money").text.starts_with("An order leaves nothing"));
    assert!(said(&model, "order").text.starts_with("Each order costs"));
    assert!(said(&model, "payback").text.contains("never covers"));
}

#[test]
fn a_road_map_of_ideas_counts_nothing() {
    let mut model = template("agency");
    model.with_ideas = false;
    for channel in &mut model.channels {
        channel.status = Status::Idea;
    }
    assert!(said(&model, "road_map").text.starts_with("No channel counts"));
    assert!(!said(&model, "funnel").drawable);
}
