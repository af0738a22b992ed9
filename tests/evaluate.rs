//! The outcome for scripts: exactly the keys and reasons that `docs/format.md` names, for every business and for
//! texts that are none; and numbers as exact text.

#[path = "common/agency.rs"]
mod agency;
#[path = "common/odd.rs"]
mod odd;

use obkatka::codec::{APP, ENGINE, TEMPLATES, evaluate_text, write_file, write_library};
use obkatka::model::{Model, Reason};
use obkatka::number::reading::Language;
use obkatka::number::{Decimal, Undefined};
use obkatka::text::outcome_page;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

// What is documented

/// The first column of each table of the page, by the heading above it.
fn documented() -> BTreeMap<String, BTreeSet<String>> {
    let mut tables: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut heading = String::new();
    for line in outcome_page().lines() {
        if let Some(name) = line.strip_prefix("### ") {
            heading = name.trim_matches('`').to_owned();
        }
        if line.starts_with("| reason |") {
            heading += " reason";
        }
        let key = line.strip_prefix("| `").and_then(|row| row.split_once('`'));
        if let Some((key, _)) = key {
            assert!(tables.entry(heading.clone()).or_default().insert(key.to_owned()), "{key} stands twice");
        }
    }
    tables
}

/// Names in the list under a line of the page.
fn listed(under: &str) -> BTreeSet<String> {
    let page = outcome_page();
    let (_, list) = page.split_once(under).unwrap();
    let lines = list
        .lines()
        .skip(1)
        .skip_while(|line| !line.starts_with("  - "))
        .take_while(|line| line.starts_with("  - "));
    lines.map(|line| line.split('`').nth(1).unwrap().to_owned()).collect()
}

/// The names of all variants of a type.
fn names<T: Copy>(all: &[T], name: fn(T) -> &'static str) -> BTreeSet<String> {
    all.iter().map(|own| name(*own).to_owned()).collect()
}

/// The names that a source file gives to its variants for scripts.
fn names_in(source: &str) -> BTreeSet<String> {
    source
        .split("=> \"")
        .skip(1)
        .filter_map(|rest| rest.split_once("\","))
        .map(|(name, _)| name.to_owned())
        .collect()
}

#[test]
fn the_page_of_the_outcome_is_that_of_the_code() {
    let (begin, end) = ("<!-- outcome: begin -->\n", "<!-- outcome: end -->");
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/format.md");
    let page = std::fs::read_to_string(path).unwrap();
    let (before, rest) = page.split_once(begin).unwrap();
    let (_, after) = rest.split_once(end).unwrap();
    let fresh = [before, begin, "\n", &outcome_page(), "\n", end, after].concat();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, &fresh).unwrap();
    } else {
        assert!(fresh == page, "docs/format.md is not that of the code: run this test with UPDATE=1");
    }
}

#[test]
fn every_reason_is_documented() {
    let tables = documented();
    assert_eq!(names(&Reason::ALL, Reason::name), tables["issues[] reason"]);
    assert_eq!(names_in(include_str!("../src/codec/fault.rs")), tables["faults[] reason"]);
    assert_eq!(names(&Undefined::ALL, Undefined::name), listed("Reasons:"));
}

// What comes out

fn outcome(document: &str) -> Value {
    serde_json::from_str(&evaluate_text(document)).unwrap()
}

fn businesses() -> Vec<Model> {
    let templates = TEMPLATES.iter().map(|template| template.model(Language::English));
    let odd = odd::businesses().into_iter().map(|(_, model)| model);
    templates.chain(odd).chain([agency::agency()]).collect()
}

fn keys(value: &Value) -> BTreeSet<String> {
    value.as_object().unwrap().keys().cloned().collect()
}

/// The objects of an outcome by the headings under which they are documented.
fn objects(outcome: &Value) -> Vec<(String, &Value)> {
    let mut objects = vec![("outcome".to_owned(), outcome)];
    for key in ["figures", "client"] {
        objects.push((key.to_owned(), &outcome[key]));
    }
    for key in ["channels", "months", "stages", "issues", "faults"] {
        let rows = outcome[key].as_array().unwrap();
        objects.extend(rows.iter().map(|row| (format!("{key}[]"), row)));
    }
    objects
}

#[test]
fn the_keys_are_those_that_are_documented() {
    let tables = documented();
    let mut seen = BTreeSet::new();
    let documents = businesses()
        .iter()
        .map(write_file)
        .chain([r#"{"about":{"horizon":"x"}}"#.to_owned()])
        .collect::<Vec<_>>();
    for document in documents {
        for (place, object) in objects(&outcome(&document)) {
            assert_eq!(keys(object), tables[&place], "{place}");
            seen.insert(place);
        }
    }
    let objects: BTreeSet<_> =
        tables.keys().filter(|key| !key.ends_with("reason") && *key != "Errors").cloned().collect();
    assert_eq!(seen, objects);
}

/// Calls `visit` with the key and the value of everything that is no list and no object of its own.
fn each_value(key: &str, value: &Value, visit: &mut dyn FnMut(&str, &Value)) {
    match value {
        Value::Array(list) => list.iter().for_each(|value| each_value(key, value, visit)),
        Value::Object(map) if !(map.contains_key("undefined") || map.contains_key("answer")) => {
            map.iter().for_each(|(key, value)| each_value(key, value, visit));
        }
        value => visit(key, value),
    }
}

/// Keys of texts that are no numbers.
const TEXTS: [&str; 8] = ["app", "engine", "currency", "start", "id", "path", "reason", "severity"];

#[test]
fn values_are_exact_text_or_say_why_there_is_none() {
    let (reasons, answering) = (listed("Reasons:"), listed("Only these figures answer so:"));
    let mut answered = BTreeSet::new();
    for model in businesses() {
        each_value("", &outcome(&write_file(&model)), &mut |key, value| match value {
            Value::String(text) if TEXTS.contains(&key) => assert!(!text.is_empty(), "{key}"),
            Value::String(text) => {
                let number: Decimal = text.parse().unwrap_or_else(|_| panic!("{key}: {text}"));
                assert_eq!(number.normalize().to_string(), *text, "{key}");
            }
            Value::Bool(_) => assert_eq!(key, "counts"),
            Value::Object(map) => answered.extend(reason_of(key, map, &reasons)),
            other => panic!("{key}: {other}"),
        });
    }
    assert_eq!(answered, answering);
}

/// Checks a value that is no number; the key where it is an answer.
fn reason_of(key: &str, map: &Map<String, Value>, reasons: &BTreeSet<String>) -> Option<String> {
    assert_eq!(map.len(), 1, "{key}");
    if let Some(reason) = map.get("undefined").and_then(Value::as_str) {
        assert!(reasons.contains(reason) && reason != "not_a_number", "{key}: {reason}");
        return None;
    }
    let answer = map["answer"].as_str().unwrap();
    assert!(["never", "not_within_horizon"].contains(&answer), "{key}: {answer}");
    Some(key.to_owned())
}

#[test]
fn it_says_what_it_worked_out() {
    let outcome = outcome(&write_file(&agency::agency()));
    assert_eq!((&outcome["app"], &outcome["engine"]), (&json!(APP), &json!(ENGINE)));
    assert_eq!((&outcome["currency"], &outcome["start"]), (&json!("RUB"), &json!("2027-02")));
    let model = agency::agency();
    let length = |key: &str| outcome[key].as_array().unwrap().len();
    assert_eq!(length("channels"), model.channels.len());
    assert_eq!(length("months"), model.about.horizon as usize);
    assert_eq!(length("stages"), model.funnel.stages.len());
    assert_eq!(outcome["client"]["survival"].as_array().unwrap().len(), model.about.ltv_horizon as usize);
}

#[test]
fn a_few_numbers_of_a_script_are_enough() {
    let document = r#"{ "offer": { "price": 1000, "cost_share": "0.4", "retention": { "kind": "once" } },
        "funnel": { "stages": [{ "conversion": 0.1 }] }, "channels": [{ "budget": 10000, "cost_per_lead": 100 }] }"#;
    let outcome = outcome(document);
    let figures = &outcome["figures"];
    // 100 leads and 10 clients a month, each leaves 600 for 1 000.
    assert_eq!(
        (&figures["ltv"], &figures["cac"], &figures["cpl"]),
        (&json!("600"), &json!("1000"), &json!("100"))
    );
    assert_eq!(figures["payback"], json!({ "answer": "never" }));
    assert_eq!(outcome["months"][0]["profit"], json!("-4000"));
    assert_eq!(outcome["faults"], json!([]));
}

#[test]
fn fields_that_do_not_fit_are_listed_and_the_rest_is_computed() {
    let outcome =
        outcome(r#"{ "offer": { "price": "a lot", "unit_cost": -5 }, "about": { "horizon": 600 } }"#);
    let told = json!([{ "path": "about/horizon", "reason": "out_of_bounds" }, { "path": "offer/price", "reason": "not_a_number" }]);
    assert_eq!(outcome["faults"], told);
    let negative = json!({ "path": "offer/unit_cost", "reason": "negative", "severity": "problem" });
    assert!(outcome["issues"].as_array().unwrap().contains(&negative));
    assert_eq!(outcome["months"].as_array().unwrap().len(), 60);
}

#[test]
fn keys_that_no_field_has_are_named_with_the_nearest_known_one() {
    let outcome = outcome(
        r#"{ "chanels": [], "offer": { "price": { "value": 900, "lo": 800 }, "prise": 5, "colour": "red" },
             "channels": [{ "id": "ads", "bugdet": 7 }, { "budget": 10000, "budget": 1, "note": {} }] }"#,
    );
    let unknown = |path: &str, nearest: Option<&str>| match nearest {
        Some(nearest) => json!({ "path": path, "reason": "unknown_key", "nearest": nearest }),
        None => json!({ "path": path, "reason": "unknown_key" }),
    };
    let told = json!([
        unknown("chanels", Some("channels")),
        unknown("offer/price/lo", Some("low")),
        unknown("offer/prise", Some("price")),
        unknown("offer/colour", None),
        unknown("channels/ads/bugdet", Some("budget")),
        unknown("channels/b/note", None),
    ]);
    assert_eq!(outcome["faults"], told);
    assert_eq!(outcome["channels"].as_array().unwrap().len(), 2);
}

#[test]
fn of_many_documents_the_first_counts_and_that_is_told() {
    let outcome = outcome(&write_library([Model::default(), agency::agency()].iter()));
    assert_eq!(outcome["faults"], json!([{ "path": "models", "reason": "too_many_rows" }]));
    assert_eq!(outcome["channels"], json!([]));
}

#[test]
fn a_text_that_is_no_document_gives_a_documented_error() {
    let large = " ".repeat(2 * 1024 * 1024 + 1);
    let texts = [
        "",
        "{",
        "[]",
        "12",
        r#"{"name":"x"}"#,
        r#"{"app":"obkatka","schema":9,"engine":"9.0.0","model":{}}"#,
        &large,
    ];
    let seen: BTreeSet<_> = texts.iter().map(|text| error_of(&outcome(text))).collect();
    assert_eq!(seen, documented()["Errors"]);
}

/// The error, which has no other keys than those in its row of the page.
fn error_of(outcome: &Value) -> String {
    let error = outcome["error"].as_str().unwrap().to_owned();
    let page = outcome_page();
    let row = page.lines().find(|line| line.starts_with(&format!("| `{error}`"))).unwrap();
    let further = row.split('|').nth(2).unwrap();
    let mut expected: BTreeSet<_> = further.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    expected.insert("error".into());
    assert_eq!(keys(outcome), expected);
    error
}
