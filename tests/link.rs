//! Links: the same document gives the same short text, and a text that was cut or damaged on its way
//! never opens as another document.

mod common;

use common::agency::agency;
use common::arbitrary::any_model;
use obkatka::codec::*;
use obkatka::model::*;
use obkatka::number::{Decimal, Exact};
use obkatka::plan::{Answer, FIGURES, Place, Reached, Scope, evaluate};
use proptest::prelude::*;

fn link_of(model: &Model) -> String {
    write_link(model, &["1 240 000 ₽".into(), "14 мес.".into()]).unwrap()
}

const NOTES: LeftOut = LeftOut { notes: true, ..LeftOut::NOTHING };
const NAMES_AND_NOTES: LeftOut = LeftOut { names: true, ..NOTES };

/// A small document with a bit of everything.
fn small() -> Model {
    let mut model =
        quick_model(QuickNames { channel: "Реклама", stage: "Клиент", cost: "Аренда" });
    model.offer.price = Estimate::guess(1500);
    model.channels[0].budget = Estimate::guess(50_000);
    model
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_document_comes_back_from_a_link(model in any_model()) {
        if let Ok(text) = write_link(&model, &[]) {
            let link = read_link(&text).unwrap();
            prop_assert_eq!(&link.faults, &[]);
            prop_assert_eq!(&link.model, &model);
            prop_assert_eq!(write_link(&link.model, &[]), Ok(text));
        }
    }
}

#[test]
fn a_document_with_all_its_texts_fits_a_link() {
    let model = agency();
    let lengths =
        [LeftOut::NOTHING, NOTES, NAMES_AND_NOTES].map(|what| link_of(&without(&model, &what)).len());
    println!("characters: whole {}, without notes {}, without names {}", lengths[0], lengths[1], lengths[2]);
    assert!(lengths[0] <= 1200 && lengths.is_sorted_by(|a, b| a > b), "{lengths:?}");
}

#[test]
fn a_link_carries_what_its_sender_saw() {
    let link = read_link(&link_of(&agency())).unwrap();
    assert_eq!(link.model, agency());
    assert_eq!(link.receipt, ["1 240 000 ₽", "14 мес."]);
    assert_eq!(link.made_with, ENGINE);
}

/// Adr 12: new sales hold cross-sells, a portfolio holds upsells. Of the agency's pay plans both are counted on.
#[test]
fn a_link_of_before_comes_to_other_results_than_its_sender_saw() {
    let model = read_file(include_str!("../templates/agency.json")).unwrap().model;
    let now = receipt(&evaluate(&model));
    // LTV / CAC and payback as they were worked out before.
    let seen = [vec!["4.4215".to_owned(), "5.2683".to_owned()], now[2..].to_vec()].concat();
    let link = read_link(&write_link(&model, &seen).unwrap()).unwrap();
    assert_ne!(link.receipt, receipt(&evaluate(&link.model)));
    let link = read_link(&write_link(&model, &now).unwrap()).unwrap();
    assert_eq!(link.receipt, receipt(&evaluate(&link.model)));
}

#[test]
fn equal_documents_have_equal_links() {
    let (mut one, mut other) = (small(), small());
    one.offer.price.value = Decimal::new(15, 0);
    other.offer.price.value = Decimal::new(15_000, 3);
    assert_eq!(link_of(&one), link_of(&other));
}

#[test]
fn what_is_left_out_is_not_in_the_link() {
    let read = |what| read_link(&link_of(&without(&agency(), &what))).unwrap().model;
    let notes = read(NOTES);
    assert_eq!((notes.about.name, notes.about.note.as_str()), (agency().about.name, ""));
    assert!(notes.channels.iter().all(|row| row.hypothesis.is_empty() && !row.name.is_empty()));
    let text = unseal(&write_link(&without(&agency(), &NAMES_AND_NOTES), &[]).unwrap()).unwrap();
    assert!(text.is_ascii(), "{text}");
    assert_eq!(read(NAMES_AND_NOTES).channels[0].cost_per_lead.value, Decimal::from(4500));
}

/// The agency with one of everything that can be left out, each of its own word or number.
fn telling() -> Model {
    let mut model = agency();
    model.terms.opening_cash = Estimate::guess(7_177_177);
    model.people[0].salary = Estimate::guess(91_919);
    model.people[1].salary = Estimate::guess(91_920);
    let month = |id: &str, cash| MonthFacts {
        id: id.into(),
        cash: Some(Decimal::from(cash)),
        ..MonthFacts::default()
    };
    model.facts.months = vec![month("202702", 3_355_533), month("202703", 3_355_533)];
    model.about.name = "Kolokol".into();
    model.about.note = "Zametka".into();
    let version =
        Model { offer: Offer { price: Estimate::guess(6_161_616), ..model.offer.clone() }, ..model.clone() };
    model.versions = vec![Version { id: "a".into(), plan: frozen(&version), ..Version::default() }];
    model.facts.snapshots = vec![Snapshot { id: "202702".into(), plan: frozen(&model) }];
    model
}

#[test]
fn what_is_left_out_is_in_no_byte_and_is_told() {
    let model = telling();
    let marks = |what: &LeftOut| {
        [
            (what.names, "Kolokol"),
            (what.notes, "Zametka"),
            (what.opening_cash, "7177177"),
            (what.opening_cash || what.facts, "3355533"),
            (what.facts, "202703"),
            (what.versions, "6161616"),
            (what.pay, "91919"),
        ]
    };
    for choice in 0..64 {
        let [names, notes, facts, opening_cash, versions, pay] =
            [1, 2, 4, 8, 16, 32].map(|bit| choice & bit > 0);
        let what = LeftOut { names, notes, facts, opening_cash, versions, pay };
        let sent = without(&model, &what);
        assert_eq!((sent.left_out.clone(), sent.still_left_out()), (what.clone(), what.clone()));
        for text in
            [unseal(&link_of(&sent)).unwrap(), write_file(&sent), write_stored(&sent, &Stamp::default())]
        {
            for (is_left_out, mark) in marks(&what) {
                assert_eq!(text.contains(mark), !is_left_out, "{what:?}: {mark}");
            }
        }
        assert_eq!(without(&sent, &what), sent);
    }
}

/// All that is shown of a plan is the same without pay by role: to a kopeck, or to the tenth digit of a ratio.
#[test]
fn without_pay_by_role_every_answer_stays() {
    let mut tried = 0;
    for (file, language) in [("agency", 0), ("b2b_sales", 1), ("coffee", 0)] {
        let path = format!("{}/templates/{file}.json", env!("CARGO_MANIFEST_DIR"));
        let mut json = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        choose(&mut json, language);
        let model = read_file(&json.to_string()).unwrap().model;
        let sent = read_link(&link_of(&without(&model, &LeftOut::NOTHING.with("pay", true)))).unwrap().model;
        assert!(sent.left_out.pay && sent.people.iter().all(|person| person.pay.parts.is_empty()), "{file}");
        let (before, after) = (evaluate::<Exact>(&model), evaluate::<Exact>(&sent));
        for figure in FIGURES.iter().filter(|figure| !figure.is_derived()) {
            let places: Vec<_> = match figure.scope {
                Scope::Whole | Scope::Channel => vec![Place::Whole],
                Scope::Month => (0..model.about.horizon).map(Place::Month).collect(),
                _ => continue,
            };
            for place in places {
                let [one, other] = [&before, &after].map(|outcome| figure.value(outcome, place));
                let rounded = |answer: Answer| match answer {
                    Reached::At(value) => value.decimal().ok(),
                    _ => None,
                };
                match (rounded(one), rounded(other)) {
                    (Some(one), Some(other)) => {
                        let near = Decimal::new(2, 2).max(one.abs() * Decimal::new(1, 8));
                        assert!((one - other).abs() <= near, "{file} {} {place:?}: {one} {other}", figure.id);
                        tried += 1;
                    }
                    _ => assert_eq!(one, other, "{file} {}", figure.id),
                }
            }
        }
        let again = without(&sent, &LeftOut::NOTHING.with("pay", true));
        assert_eq!(evaluate::<Exact>(&again).total, after.total, "{file}: sent on without pay it stays");
        let faults: Vec<_> =
            check(&sent).into_iter().filter(|issue| !check(&model).contains(issue)).collect();
        assert!(faults.is_empty(), "{file}: {faults:?}");
    }
    assert!(tried > 3000, "{tried}");
}

#[test]
fn what_was_put_in_since_is_no_longer_left_out() {
    let mut sent = without(&telling(), &LeftOut::EVERYTHING);
    sent.terms.opening_cash = Estimate::guess(1);
    sent.about.name = "Mine".into();
    assert_eq!(sent.still_left_out(), LeftOut { names: false, opening_cash: false, ..LeftOut::EVERYTHING });
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn left_out_names_and_notes_leave_no_word(model in any_model()) {
        fn words(record: &dyn Record, found: &mut Vec<String>) {
            for (field, slot) in record.fields().iter().zip(record.slots()) {
                match slot {
                    Slot::Text(text) if !["id", "executor", "customer", "kept_at"].contains(&field.key) => found.push(text.into()),
                    Slot::Estimate(estimate) | Slot::Optional(Some(estimate)) => found.push(estimate.source.clone()),
                    Slot::Record(inner) => words(inner, found),
                    Slot::Rows(rows) => (0..rows.len()).for_each(|at| words(rows.row(at).unwrap(), found)),
                    _ => {}
                }
            }
        }
        let mut found = Vec::new();
        words(&without(&model, &NAMES_AND_NOTES), &mut found);
        prop_assert!(found.iter().all(String::is_empty), "{found:?}");
    }
}

/// Names are words, the ids that a chain of ratings goes by are not: without names the answers stay.
#[test]
fn a_link_without_names_has_the_same_outcome() {
    for (file, language) in [("agency", 0), ("b2b_sales", 1)] {
        let path = format!("{}/templates/{file}.json", env!("CARGO_MANIFEST_DIR"));
        let mut json = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        choose(&mut json, language);
        let model = read_file(&json.to_string()).unwrap().model;
        for what in [NOTES, NAMES_AND_NOTES] {
            let link = write_link(&without(&model, &what), &[]).unwrap();
            let opened = read_link(&link).unwrap().model;
            assert_eq!(evaluate::<Exact>(&opened), evaluate::<Exact>(&model), "{file}");
        }
    }
}

#[test]
fn a_link_too_long_to_travel_is_not_made() {
    let mut model = small();
    // Text without any pattern: a sequence of squares, cut to the range of rare characters.
    let rare = |at: u64| char::from_u32(0x4e00 + (at * at * 7919 / 1000 % 20_000) as u32).unwrap();
    let noise = |row: u64| (0..1000).map(|at| rare(row * 1000 + at)).collect();
    model.channels = (0..40).map(|at| Channel { hypothesis: noise(at), ..Channel::default() }).collect();
    mend_ids(&mut model);
    let error = write_link(&model, &[]).unwrap_err();
    assert!(error.length > error.most && error.most == 16_000);
    assert!(write_link(&without(&model, &NOTES), &[]).is_ok());
}

#[test]
fn a_link_is_found_in_whatever_was_pasted() {
    let text = link_of(&small());
    let lines: String = text
        .as_bytes()
        .chunks(76)
        .map(|line| std::str::from_utf8(line).unwrap().to_owned() + "\r\n")
        .collect();
    let percent: String = text.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let pasted = [
        text.clone(),
        format!("#{text}"),
        format!("  \"https://host.example/app/#{text}\"\n"),
        format!("<https://m1.example.com/a/#{text}>"),
        format!("https://host.example/%23{text}&utm_source=x"),
        format!("https://host.example/%2523{text}%26utm"),
        format!("https://safe.example/?url=https%3A%2F%2Fhost.example%2F%2523{text}&data=05%7C01"),
        format!("Смотрите: https://host.example/#{text}. Жду!"),
        format!("http://[::1]:8080/#{text}/"),
        lines,
        percent.clone(),
        percent.replace('%', "%25"),
    ];
    for pasted in pasted {
        assert_eq!(read_link(&pasted).map(|link| link.model), Ok(small()), "{pasted}");
    }
}

#[test]
fn what_is_no_link_is_told_from_what_is_damaged() {
    let error = |text: &str| read_link(text).unwrap_err();
    for text in ["", "#", "m1", "m1.", "hello", "m.1.x", "https://m1.example.com/", "%", "%2", "plan/result"]
    {
        assert_eq!(error(text), LinkError::NotALink, "{text}");
    }
    assert_eq!(error("m2.5.abcde"), LinkError::TooNew { made_with: String::new() });
    assert_eq!(error("m1.4.abcdE"), LinkError::Damaged);
    assert_eq!(error(&"x".repeat(MOST_LINK + 1)), LinkError::TooLong);
    assert_eq!(error(&seal(&"0".repeat(10_000_000))), LinkError::TooLong);
    let newer = seal("{\"s\":99,\"e\":\"7.0.0\",\"m\":{}}");
    assert_eq!(error(&newer), LinkError::TooNew { made_with: "7.0.0".into() });
    for payload in ["", "[]", "{}", "{\"s\":1}", "{\"s\":1,\"m\":{}}", "{\"s\":\"1\",\"m\":[]}", "{"] {
        assert!(matches!(error(&seal(payload)), LinkError::Invalid(_)), "{payload}");
    }
}

#[test]
fn a_field_that_cannot_be_read_harms_no_other() {
    let link = read_link(&seal("{\"s\":1,\"m\":[1,[5,\"x\",1,\"name\",6,9],2,5,99,[7],4,[[2,\"a\"],8],3]}"))
        .unwrap();
    assert_eq!(link.model.about.name, "name");
    assert_eq!(link.model.channels[0].name, "a");
    let told: Vec<_> = link.faults.iter().map(|fault| fault.path.as_str()).collect();
    assert_eq!(told, ["about/horizon", "about/unit", "offer", "channels/b"]);
}

#[test]
fn every_cut_link_says_how_much_arrived() {
    let text = link_of(&agency());
    let header = text.rfind('.').unwrap() + 1;
    for length in header..text.len() {
        let cut = format!("https://host.example/#{}", &text[..length]);
        assert_eq!(read_link(&cut), Err(LinkError::Cut { got: length, want: text.len() }));
    }
    (0..header).for_each(|length| assert_eq!(read_link(&text[..length]), Err(LinkError::NotALink)));
}

/// An error, or the same document.
fn check_damaged(text: &str, model: &Model) {
    if let Ok(link) = read_link(text) {
        assert_eq!(&link.model, model, "{text}");
    }
}

#[test]
fn no_single_damage_opens_as_another_document() {
    const CHARS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.%# \n";
    let mut tiny = Model::default();
    tiny.offer.price = Estimate::guess(1500);
    // All of the larger ones takes a minute without optimisation, and a few seconds with it.
    let sparse = if cfg!(debug_assertions) { 1 } else { 0 };
    for (model, step) in [(tiny, 1), (small(), 1 + 6 * sparse), (agency(), 1 + 32 * sparse)] {
        let text = link_of(&model);
        for at in 0..text.len() {
            let (before, after) = text.split_at(at);
            let (first, rest) = after.split_at(1);
            check_damaged(&[before, rest].concat(), &model);
            if let Some(second) = rest.get(..1) {
                check_damaged(&[before, second, first, &rest[1..]].concat(), &model);
            }
            for byte in CHARS.iter().skip(at % step).step_by(step) {
                let other = char::from(*byte).to_string();
                check_damaged(&[before, &other, rest].concat(), &model);
                check_damaged(&[before, &other, after].concat(), &model);
            }
        }
    }
}

/// Templates hold both languages, as `русский || English`.
#[test]
fn every_template_fits_a_link_in_both_languages() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/templates");
    let Ok(files) = std::fs::read_dir(folder) else { return };
    for path in files.map(|file| file.unwrap().path()) {
        let text = std::fs::read_to_string(&path).unwrap();
        for language in [0, 1] {
            let mut json: serde_json::Value = serde_json::from_str(&text).unwrap();
            choose(&mut json, language);
            let opened = read_file(&json.to_string()).unwrap();
            assert_eq!(opened.faults, [], "{path:?}");
            let length = link_of(&opened.model).len();
            println!("{path:?} {language}: {length} characters");
            assert!(length <= 1200, "{path:?}: {length}");
        }
    }
}

fn choose(json: &mut serde_json::Value, language: usize) {
    match json {
        serde_json::Value::String(text) => {
            let part = text.split(" || ").nth(language).map(str::to_owned);
            *text = part.unwrap_or_else(|| text.clone());
        }
        serde_json::Value::Array(list) => list.iter_mut().for_each(|part| choose(part, language)),
        serde_json::Value::Object(map) => map.values_mut().for_each(|part| choose(part, language)),
        _ => {}
    }
}

/// A quarter as it was, each figure recorded, and the plan as it stood.
fn with_a_quarter(model: &Model) -> Model {
    let mut changed = model.clone();
    // Figures without a pattern that packing could use.
    let mut state = 7_u64;
    let mut number = move |most: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        Decimal::from((state >> 33) % most)
    };
    let mut put = |path: String, most| {
        let datum = Datum::Fact(Some(number(most)));
        changed = Edit::put(format!("facts/months/{path}"), datum).applied(&changed).unwrap();
    };
    for month in (0..3).map(|t| model.about.start.later(t).key()) {
        for channel in model.channels.iter().filter(|channel| channel.status != Status::Idea) {
            let channel = format!("{month}/channels/{}", channel.id);
            [("spend", 200_000), ("leads", 60), ("revenue", 900_000)]
                .into_iter()
                .for_each(|(key, most)| put(format!("{channel}/{key}"), most));
            model
                .funnel
                .stages
                .iter()
                .for_each(|stage| put(format!("{channel}/stages/{}/count", stage.id), 30));
        }
        for key in [
            "delivered",
            "on_promise",
            "cycle",
            "active",
            "lost",
            "complaints",
            "refunds",
            "upsells",
            "cross_sells",
        ] {
            put(format!("{month}/{key}"), 40);
        }
        for key in [
            "upsell_revenue",
            "cross_sell_revenue",
            "variable_costs",
            "payroll",
            "fixed_costs",
            "taxes",
            "cash",
        ] {
            put(format!("{month}/{key}"), 900_000);
        }
    }
    let plan = Datum::Frozen(frozen(model).0);
    Edit::put(format!("facts/snapshots/{}/plan", model.about.start.key()), plan).applied(&changed).unwrap()
}

#[test]
fn a_quarter_of_facts_with_its_plan_fits_a_link() {
    for (name, text) in [
        ("agency", include_str!("../templates/agency.json")),
        ("coffee", include_str!("../templates/coffee.json")),
        ("b2b_sales", include_str!("../templates/b2b_sales.json")),
    ] {
        for language in [0, 1] {
            let mut json: serde_json::Value = serde_json::from_str(text).unwrap();
            choose(&mut json, language);
            let model = with_a_quarter(&read_file(&json.to_string()).unwrap().model);
            let link = link_of(&model);
            assert_eq!(read_link(&link).unwrap().model, model);
            println!("{name} {language}: {} characters", link.len());
            assert!(link.len() < 2000, "{name}: {}", link.len());
        }
    }
}
