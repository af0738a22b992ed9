//! Files: nothing is lost on the way out and back, and whatever is wrong in one place is told there
//! and harms no other.

mod common;

use common::agency::agency;
use common::arbitrary::any_model;
use obkatka::codec::*;
use obkatka::model::{Estimate, Model, Record, Slot, ids_are_unique};
use proptest::prelude::*;
use serde_json::{Value, json};

fn opened(text: &str) -> Opened {
    read_file(text).unwrap()
}

/// The faults of a bare document, as `path reason`.
fn faults(document: Value) -> Vec<String> {
    let faults = opened(&document.to_string()).faults;
    faults.into_iter().map(|fault| format!("{} {:?}", fault.path, fault.reason)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_document_comes_back_from_a_file(model in any_model()) {
        let read = opened(&write_file(&model));
        prop_assert_eq!(&read.faults, &[]);
        prop_assert_eq!(&read.model, &model);
        let stamp = Stamp { saved: Some("2027-01-31T10:00:00Z".into()), rev: Some(7), base: Some("0a1b2c3d".into()) };
        let stored = opened(&write_stored(&model, &stamp));
        prop_assert_eq!((&stored.model, &stored.stamp, stored.made_with.as_str()), (&model, &stamp, ENGINE));
    }
}

#[test]
fn many_documents_stand_in_one_file() {
    let models = [agency(), Model::default(), agency()];
    let text = write_library(models.iter());
    let read: Vec<_> = read_library(&text).unwrap().into_iter().map(|opened| opened.model).collect();
    assert_eq!(read, models);
    let first = opened(&text);
    assert_eq!(first.model, models[0]);
    assert_eq!(first.faults, [Fault { path: "models".into(), reason: Misfit::TooManyRows { most: 1 } }]);
    assert_eq!(read_library(&write_file(&models[0])).unwrap()[0].model, models[0]);
    let none = write_library([].iter());
    assert_eq!((read_library(&none), read_file(&none)), (Ok(vec![]), Err(FileError::OtherProgram)));
}

#[test]
fn a_script_may_leave_out_the_envelope_and_all_that_is_as_by_default() {
    let read = opened("\u{feff}{\"offer\":{\"price\":1200.50,\"unit_cost\":\"1e2\"},\"channels\":[{},{}]}");
    assert_eq!(read.faults, []);
    assert_eq!(read.model.offer.price, Estimate::guess(obkatka::number::Decimal::new(12005, 1)));
    assert_eq!(read.model.offer.unit_cost, Estimate::guess(100));
    assert_eq!(read.model.channels[1].id, "b");
    // With nothing in it, it is nothing: an empty model is not what somebody wanted opened.
    assert_eq!(read_file("{}"), Err(FileError::OtherProgram));
}

#[test]
fn what_is_no_document_is_told_from_what_is_damaged() {
    let error = |text: &str| read_file(text).unwrap_err();
    assert_eq!(error("{\n \"about\": {,}}"), FileError::NotJson { line: 2, column: 12 });
    assert!(matches!(error(""), FileError::NotJson { .. }));
    let file = write_file(&agency());
    for cut in (0..file.len() - 3).filter(|cut| file.is_char_boundary(*cut)).step_by(7) {
        assert!(matches!(error(&file[..cut]), FileError::NotJson { .. }), "{cut}");
    }
    let others = [
        "[]",
        "12",
        "null",
        "{\"name\":\"x\",\"version\":\"1.0.0\"}",
        "{\"app\":\"other\",\"schema\":1,\"model\":{}}",
        "{\"app\":5,\"about\":{}}",
        "{\"app\":\"obkatka\",\"schema\":1}",
        "{\"app\":\"obkatka\",\"schema\":1,\"model\":[]}",
    ];
    others.iter().for_each(|text| assert_eq!(error(text), FileError::OtherProgram, "{text}"));
    let deep = "[".repeat(100_000);
    assert!(matches!(error(&deep), FileError::NotJson { .. }));
    assert_eq!(error(&" ".repeat(2 * 1024 * 1024 + 1)), FileError::TooLarge);
    assert_eq!(
        error("{\"app\":\"obkatka\",\"schema\":99,\"engine\":\"9.1.0\",\"model\":5}"),
        FileError::TooNew { schema: 99, made_with: "9.1.0".into() }
    );
}

#[test]
fn numbers_that_cannot_be_kept_exactly_are_told() {
    let document = json!({ "offer": {
        "price": "123456789012345678901234567890",
        "unit_cost": "1 200",
        "cost_share": { "value": "0.5", "low": "0,1", "high": "0.9" },
        "vat_rate": { "low": "0.1", "high": "0.2" },
        "commission": { "value": "0.1", "low": "0.05" },
    }});
    let told = [
        "offer/price TooManyDigits",
        "offer/unit_cost NotANumber",
        "offer/cost_share/low NotANumber",
        "offer/commission HalfRange",
        "offer/vat_rate/value Missing",
    ];
    assert_eq!(faults(document.clone()), told);
    let offer = opened(&document.to_string()).model.offer;
    assert_eq!((offer.price, offer.commission), (Estimate::default(), Estimate::share(10)));
    assert_eq!(offer.vat_rate, Estimate::share(22));
    // The JSON library's own mark of a number, under which it hands on digits, brings in nothing that is none.
    let marked = |number| json!({ "offer": { "price": { "$serde_json::private::Number": number } } });
    assert_eq!(faults(marked("x")), ["offer/price NotANumber"]);
    assert_eq!(faults(json!({ "offer": marked("5")["offer"]["price"] })), ["offer WrongType"]);
    assert_eq!(opened(&marked("12").to_string()).model.offer.price, Estimate::guess(12));
}

#[test]
fn bounds_lengths_and_lists_are_kept_and_told() {
    let document = json!({
        "about": { "horizon": 600, "name": "x".repeat(121), "note": "a\u{202e}b", "start": "2027-13" },
        "channels": (0..41).map(|_| json!({ "status": "famous", "first": 1.5 })).collect::<Vec<_>>(),
        "market": { "months": -3 },
        "unknown": { "about": 5 },
    });
    let told = faults(document.clone());
    let expected = [
        "about/name TooMuchText { most: 120 }",
        "about/start NoMonth",
        "about/horizon OutOfBounds { least: 12, most: 60 }",
        "channels TooManyRows { most: 40 }",
        "channels/a/status UnknownChoice",
        "channels/a/first WrongType",
    ];
    assert_eq!(told[..6], expected);
    let last = ["market/months OutOfBounds { least: 1, most: 120 }", "unknown UnknownKey { nearest: None }"];
    assert_eq!(told[told.len() - 2..], last);
    let model = opened(&document.to_string()).model;
    assert_eq!((model.about.horizon, model.market.months, model.channels.len()), (60, 1, 40));
    assert_eq!((model.about.note.as_str(), model.about.name.len()), ("ab", 120));
}

#[test]
fn rows_keep_their_ids_where_they_can() {
    let rows = json!({ "costs": [{ "id": "b" }, {}, { "id": "b" }, { "id": "a/b" }, { "id": 5 }, 7, {}] });
    let model = opened(&rows.to_string()).model;
    let ids: Vec<_> = model.costs.iter().map(|cost| cost.id.as_str()).collect();
    assert_eq!(ids[0], "b");
    assert_eq!(ids[6], "g");
    assert!(ids_are_unique(&model));
    let unfit = faults(rows).into_iter().filter(|fault| fault.ends_with("/id UnfitId")).count();
    assert_eq!(unfit, 3);
}

#[test]
fn of_a_key_written_twice_the_last_counts() {
    let read = opened("{\"about\":{\"horizon\":24,\"horizon\":48}}");
    assert_eq!((read.model.about.horizon, read.faults.len()), (48, 0));
}

/// A document with one row of each kind.
fn small() -> Model {
    let mut model = agency();
    model.channels.truncate(1);
    model.people.truncate(1);
    model.costs.truncate(1);
    model.funnel.stages.truncate(1);
    model.offer.add_ons.truncate(1);
    model.channels[0].own = vec![Default::default()];
    model.channels[0].own[0].id = "a".into();
    model
}

/// Every field: its place in the JSON, its path, and the values that do not belong there.
fn wrong_values(record: &dyn Record, place: &str, path: &str, found: &mut Vec<(String, String, Value)>) {
    let all = [json!(true), json!(5), json!("x!"), json!([1]), json!({ "x": 1 }), json!(null)];
    for (field, slot) in record.fields().iter().zip(record.slots()).filter(|(field, _)| field.key != "id") {
        let (place, path) = (format!("{place}/{}", field.key), format!("{path}{}", field.key));
        let fits = |value: &Value| match slot {
            Slot::Text(_) => value.is_string(),
            Slot::Whole(_) | Slot::Estimate(_) => value.is_number(),
            Slot::OpenMonth(_) | Slot::Optional(_) | Slot::Fact(_) => value.is_number() || value.is_null(),
            Slot::Frozen(_) => value.is_array() || value.is_null(),
            Slot::Flag(_) => value.is_boolean(),
            Slot::Record(_) => value.is_object(),
            Slot::Rows(_) => value.is_array(),
            Slot::Calendar(_) | Slot::Choice(_) => false,
        };
        found.extend(all.iter().filter(|v| !fits(v)).map(|v| (place.clone(), path.clone(), v.clone())));
        match slot {
            Slot::Record(inner) => wrong_values(inner, &place, &format!("{path}/"), found),
            Slot::Rows(rows) => {
                let row = rows.row(0);
                row.into_iter().for_each(|row| {
                    wrong_values(row, &format!("{place}/0"), &format!("{path}/{}/", row.id()), found);
                });
            }
            _ => {}
        }
    }
}

#[test]
fn a_wrong_type_is_told_at_its_place_and_harms_no_other() {
    let model = small();
    let file: Value = serde_json::from_str(&write_file(&model)).unwrap();
    let mut wrong = Vec::new();
    wrong_values(&model, "/model", "", &mut wrong);
    assert!(wrong.len() > 400, "{}", wrong.len());
    for (place, path, value) in wrong {
        let (parent, key) = place.rsplit_once('/').unwrap();
        let mut changed = file.clone();
        let map = changed.pointer_mut(parent).unwrap().as_object_mut().unwrap();
        map.insert(key.into(), value.clone());
        let read = opened(&changed.to_string());
        changed.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(key);
        let without = opened(&changed.to_string()).model;
        assert_eq!(read.model, without, "{path} {value}");
        let first = read.faults.first().map(|fault| fault.path.trim_end_matches("/value").to_owned());
        assert_eq!((first, read.faults.len()), (Some(path.clone()), 1), "{path} {value}");
    }
}

/// The page of the format is made of the fields; `UPDATE=1` writes it.
#[test]
fn the_page_of_the_format_is_that_of_the_code() {
    let (begin, end) = ("<!-- document: begin -->\n", "<!-- document: end -->");
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/format.md");
    let page = std::fs::read_to_string(path).unwrap();
    let (before, rest) = page.split_once(begin).unwrap();
    let (_, after) = rest.split_once(end).unwrap();
    let fresh = [before, begin, "\n", &format_page(), end, after].concat();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, &fresh).unwrap();
    } else {
        assert!(fresh == page, "docs/format.md is not that of the code: run this test with UPDATE=1");
    }
}
