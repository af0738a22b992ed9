//! The sentence over each chart: true for businesses of every kind, in both languages.

#[path = "common/odd.rs"]
mod odd;

use obkatka::codec::read_file;
use obkatka::model::{Estimate, Model, Status};
use obkatka::plan::evaluate;
use obkatka::text::findings::{Finding, cash, funnel, money, order, payback, road_map};
use obkatka::text::{Language, PlainDigits, Show};
use std::fs;

/// Finds what one chart says.
type Finder = fn(&Model, &obkatka::plan::Outcome, &Show<'_>) -> Finding;

const ALL: [(&str, Finder); 6] = [
    ("money", money),
    ("cash", cash),
    ("payback", payback),
    ("funnel", funnel),
    ("road map", road_map),
    ("order", order),
];

fn eyes(model: &Model, language: Language) -> Show<'static> {
    Show {
        language,
        currency: model.about.currency,
        unit: model.about.unit,
        start: model.about.start,
        digits: &PlainDigits,
    }
}

fn template(name: &str) -> Model {
    let path = format!("{}/templates/{name}.json", env!("CARGO_MANIFEST_DIR"));
    read_file(&fs::read_to_string(path).unwrap()).unwrap().model
}

fn said(model: &Model, finding: &str) -> Finding {
    let outcome = evaluate(model);
    let (_, find) = ALL.iter().find(|(name, _)| *name == finding).unwrap();
    find(model, &outcome, &eyes(model, Language::English))
}

#[test]
fn every_business_gets_a_whole_sentence() {
    let templates = ["agency", "coffee", "b2b_sales"].map(|name| (name, template(name)));
    for (name, model) in odd::businesses().into_iter().chain(templates) {
        let outcome = evaluate(&model);
        for language in [Language::Russian, Language::English] {
            for (chart, find) in ALL {
                let text = find(&model, &outcome, &eyes(&model, language)).text;
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
    for (chart, _) in ALL {
        assert!(!said(&Model::default(), chart).drawable, "{chart}");
    }
}

#[test]
fn a_template_is_told_by_its_answers() {
    let agency = template("agency");
    for (chart, _) in ALL {
        assert!(said(&agency, chart).drawable, "{chart}");
    }
}

#[test]
fn losses_are_called_losses() {
    let mut model = template("coffee");
    model.offer.unit_cost = Estimate::guess(1_000_000);
    assert!(said(&model, "money").text.starts_with("Orders leave no contribution"));
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
    assert!(said(&model, "road map").text.starts_with("No channel counts"));
    assert!(!said(&model, "funnel").drawable);
}
