//! The document through serde: one pass, from any deserializer, with the faults of a tree that is looked at as a whole.

mod common;

use common::agency::agency;
use common::arbitrary::any_model;
use obkatka::codec::*;
use obkatka::model::*;
use obkatka::number::Decimal;
use proptest::prelude::*;
use serde::de::DeserializeSeed;
use serde_json::{Value, json};

/// What is read of a text, and the faults as `path reason`.
fn read(dialect: Dialect, text: &str) -> (Model, Vec<String>) {
    let mut json = serde_json::Deserializer::from_str(text);
    let (model, faults) = ModelSeed(dialect).deserialize(&mut json).unwrap();
    (model, faults.into_iter().map(|fault| format!("{} {:?}", fault.path, fault.reason)).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_model_is_what_serde_makes_of_it(model in any_model()) {
        let text = serde_json::to_string(&model).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Model>(&text).unwrap(), &model);
        // By way of a tree too, as a host's script may hand it over.
        let tree = serde_json::to_value(&model).unwrap();
        prop_assert_eq!(&serde_json::from_value::<Model>(tree).unwrap(), &model);
        prop_assert_eq!(read(Dialect::Long, &text), (model, vec![]));
    }
}

#[test]
fn the_bytes_of_both_forms_stay() {
    let mut model = Model::default();
    model.offer.price = Estimate { basis: Basis::Benchmark, source: "hf.ru".into(), ..Estimate::guess(1500) };
    model.channels = vec![Channel { id: "a".into(), ..Channel::default() }];
    model.channels[0].budget = Estimate {
        range: Some(Range { low: Decimal::new(5, 1), high: Decimal::from(9) }),
        ..Estimate::guess(Decimal::new(12_500, 3))
    };
    model.facts.months =
        vec![MonthFacts { id: "202701".into(), cash: Some(Decimal::new(105, 1)), ..Default::default() }];
    model.facts.snapshots = vec![Snapshot { id: "202701".into(), plan: frozen(&Model::default()) }];
    let file = write_file(&model);
    for line in [
        "{\n  \"app\": \"obkatka\",\n  \"schema\": 2,\n  \"engine\": ",
        "\",\n  \"model\": {\n    \"about\": {\n      \"name\": \"\",\n",
        "\n      \"start\": \"2027-01\",\n      \"horizon\": 36,\n      \"unit\": \"client\",\n",
        "\n      \"price\": {\"value\":\"1500\",\"basis\":\"benchmark\",\"source\":\"hf.ru\"},\n",
        "\n        \"budget\": {\"value\":\"12.5\",\"low\":\"0.5\",\"high\":\"9\",\"basis\":\"guess\"},\n",
        "\n          \"channels\": [],\n          \"cash\": \"10.5\"\n        }\n      ],\n",
        "\n          \"plan\": [2,[]]\n",
        "\n    \"people\": [],\n",
    ] {
        assert!(file.contains(line), "{line} in {file}");
    }
    assert!(file.ends_with("\n    }\n  }\n}\n"));
    let link = unseal(&write_link(&model, &["7".into()]).unwrap()).unwrap();
    let document = r#"[2,[1,[1500,1,"hf.ru"]],4,[[8,[12.5,0,"",0.5,9]]],13,[1,[[1,"202701",18,10.5]],2,[[1,"202701",2,[2,[]]]]]]"#;
    assert_eq!(link, format!(r#"{{"s":2,"e":"{ENGINE}","m":{document},"r":["7"]}}"#));
}

#[test]
fn faults_come_in_the_order_of_the_fields() {
    let text = r#"{
        "channels": [{ "status": "famous", "id": "x y", "budget": { "high": "9", "value": "5" } }],
        "about": { "start": 5, "name": 5 },
        "unknown": [[[{}]]],
        "market": 7
    }"#;
    let (model, faults) = read(Dialect::Long, text);
    let expected = [
        "about/name WrongType",
        "about/start WrongType",
        "channels/a/id UnfitId",
        "channels/a/status UnknownChoice",
        "channels/a/budget HalfRange",
        "market WrongType",
        "unknown UnknownKey { nearest: None }",
    ];
    assert_eq!(faults, expected);
    assert_eq!(model.channels[0].budget, Estimate::guess(5));
}

#[test]
fn of_what_comes_twice_nothing_of_the_first_stays() {
    let twice = |first: Value, last: Value| {
        let both = first.to_string() + &last.to_string();
        let both = both.replacen("}{", ",", 1);
        assert_eq!(read(Dialect::Long, &both), read(Dialect::Long, &last.to_string()), "{both}");
    };
    twice(json!({ "about": { "name": "a", "horizon": "x" } }), json!({ "about": { "note": "b" } }));
    twice(json!({ "about": { "name": 5 } }), json!({ "about": 7 }));
    twice(json!({ "costs": [{ "id": "b", "amount": "x" }, 5] }), json!({ "costs": [{ "name": "c" }] }));
    twice(json!({ "offer": 1 }), json!({ "offer": { "retention": { "kind": "once" } } }));
    twice(json!({ "tax": { "rate": { "value": "x" } } }), json!({ "tax": { "rate": "0.1" } }));
    let within =
        |part: &str| read(Dialect::Long, &format!(r#"{{"channels":[{{"own":[],"name":"b",{part}}}]}}"#));
    assert_eq!(within(r#""name":5,"name":"z""#), within(r#""name":"z""#));
    assert_eq!(within(r#""name":5"#).1, ["channels/a/name WrongType"]);
    assert_eq!(within(r#""name":5"#).0.channels[0].name, "");
    let estimate = |parts: &str| within(&format!(r#""budget":{{{parts}}}"#));
    let last = r#""value":"1","source":"y","basis":"measured""#;
    assert_eq!(estimate(&format!(r#""value":"x","source":5,"basis":"q",{last}"#)), estimate(last));
    // In a link the first counts, as in every link before.
    let (model, faults) = read(Dialect::Short, r#"[1,[5,48,5,"x",5,24],1,7]"#);
    assert_eq!((model.about.horizon, faults), (48, vec![]));
}

#[test]
fn what_stands_too_deep_or_too_wide_is_passed_over() {
    let deep = format!("{{\"about\":{{\"horizon\":24}},\"more\":{}1{}}}", "[".repeat(5000), "]".repeat(5000));
    let (model, faults) = read(Dialect::Long, &deep);
    let passed_over = vec!["more UnknownKey { nearest: None }".to_owned()];
    assert_eq!((model.about.horizon, faults), (24, passed_over));
    let wide = format!("{{\"costs\":[{}]}}", vec!["{}"; 5000].join(","));
    let (model, faults) = read(Dialect::Long, &wide);
    assert_eq!((model.costs.len(), faults), (100, vec!["costs TooManyRows { most: 100 }".to_owned()]));
    assert!(ids_are_unique(&model));
}

#[test]
fn damage_is_told_at_its_line_wherever_it_is_met() {
    // Half of a pair of surrogates is found only when the text is read.
    let text = "{\"app\":\"obkatka\",\"schema\":1,\"model\":\n{\"about\":{\n \"name\":\"\\ud800\"}}}";
    let Err(FileError::NotJson { line, column }) = read_file(text) else { panic!("{text}") };
    assert_eq!((line, column > 9), (3, true), "{column}");
    let text = "{\"app\":\"obkatka\",\"schema\":1,\n\"model\":{\"about\":{\"name\":\"\\ud800\"}}}";
    let Err(FileError::NotJson { line, column }) = read_file(text) else { panic!("{text}") };
    assert_eq!((line, column > 26), (2, true), "{column}");
}

#[test]
fn the_kept_plan_is_as_it_was_written_without_blanks() {
    let row = |plan: &str| format!(r#"{{"facts":{{"snapshots":[{{"id":"202701","plan":{plan}}}]}}}}"#);
    let kept = |plan: &str| read(Dialect::Long, &row(plan)).0.facts.snapshots[0].plan.0.clone();
    let plan = frozen(&agency()).0;
    assert_eq!(kept(&plan), plan);
    let airy = serde_json::to_string_pretty(&serde_json::from_str::<Value>(&plan).unwrap()).unwrap();
    assert_eq!(kept(&airy), plan);
    assert_eq!(
        kept("[1, [ ], 1.50, -0, 1e5, {\"a\" : null, \"b\":[true,false]}, \"\\u0041\\n\"]"),
        "[1,[],1.50,-0,1e+5,{\"a\":null,\"b\":[true,false]},\"A\\n\"]"
    );
    assert_eq!(kept("null"), "");
    assert_eq!(read(Dialect::Long, &row("{}")).1, ["facts/snapshots/202701/plan WrongType"]);
}
