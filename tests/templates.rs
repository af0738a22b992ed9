//! The templates are businesses that could be: they read whole, contradict nothing, speak both languages, name the
//! source of what is published, fit a link, and come out as an owner would believe.

use obkatka::codec::{read_file, write_link};
use obkatka::judge::{MissingInputs, missing_inputs};
use obkatka::model::{
    Basis, Currency, Estimate, Kind, Model, Record, Severity, Slot, SlotMut, Vat, check, for_each_estimate,
    ids_are_unique,
};
use obkatka::number::{Decimal, Exact, Share};
use obkatka::plan::{Outcome, Reached, evaluate};

const TEMPLATES: [(&str, &str); 8] = [
    ("agency", include_str!("../templates/agency.json")),
    ("coffee", include_str!("../templates/coffee.json")),
    ("b2b_sales", include_str!("../templates/b2b_sales.json")),
    ("clinic", include_str!("../templates/clinic.json")),
    ("marketplace", include_str!("../templates/marketplace.json")),
    ("us_store", include_str!("../templates/us_store.json")),
    ("us_garage", include_str!("../templates/us_garage.json")),
    ("us_agency", include_str!("../templates/us_agency.json")),
];

/// Between the Russian and the English of a text.
const BOTH: &str = " || ";

/// Calls a test with each template's name and document.
fn each(mut test: impl FnMut(&str, &Model)) {
    for (name, text) in TEMPLATES {
        let opened = read_file(text).unwrap_or_else(|error| panic!("{name}: {error:?}"));
        assert_eq!(opened.faults, [], "{name}");
        test(name, &opened.model);
    }
}

/// Made for the United States, in English only.
fn is_american(name: &str) -> bool {
    name.starts_with("us_")
}

#[test]
fn american_ones_count_in_dollars_and_know_no_vat() {
    each(|name, model| {
        let in_dollars = model.about.currency == Currency::Usd;
        assert_eq!(in_dollars, is_american(name), "{name}");
        assert!(!in_dollars || model.offer.vat == Vat::None, "{name}");
    });
}

#[test]
fn nothing_in_them_contradicts_itself() {
    each(|name, model| {
        let serious: Vec<_> =
            check(model).into_iter().filter(|issue| issue.severity > Severity::Note).collect();
        assert_eq!(serious, [], "{name}");
        assert!(ids_are_unique(model), "{name}");
    });
}

#[test]
fn nothing_that_an_answer_needs_is_left_blank_in_them() {
    each(|name, model| assert_eq!(missing_inputs(model), MissingInputs::default(), "{name}"));
}

#[test]
fn every_text_is_there_in_both_languages_but_american_ones() {
    let is_cyrillic = |part: &str| part.chars().any(|letter| ('а'..='я').contains(&letter));
    each(|name, model| {
        for text in texts(model) {
            if is_american(name) {
                assert!(!text.contains(BOTH) && !is_cyrillic(&text), "{name}: {text}");
                continue;
            }
            let parts: Vec<_> = text.split(BOTH).map(str::trim).collect();
            assert!(parts.len() == 2 && parts.iter().all(|part| !part.is_empty()), "{name}: {text}");
            assert!(is_cyrillic(parts[0]) && !is_cyrillic(parts[1]), "{name}: {text}");
        }
    });
}

#[test]
fn every_published_figure_names_its_source() {
    each(|name, model| {
        let mut published = 0;
        for_each_estimate(model, &mut |path, _, estimate| {
            let Estimate { basis, source, .. } = estimate;
            assert_eq!(*basis == Basis::Benchmark, !source.is_empty(), "{name}: {path}");
            published += usize::from(*basis == Basis::Benchmark);
            // A source is a name or an address, the same in both languages, or stands in both.
            let is_name = !source.contains(' ') || source.is_ascii();
            assert!(is_name || source.contains(BOTH), "{name}: {path}: {source}");
        });
        assert!(published >= 5, "{name} has {published} published figures");
    });
}

#[test]
fn guesses_that_matter_have_a_range() {
    each(|name, model| {
        let with_range = |estimate: &Estimate| estimate.range.is_some();
        let offer = &model.offer;
        assert!(with_range(&offer.price) && with_range(&offer.cost_share), "{name}");
        // Who comes for nothing has no price that could be another.
        let mut paid = model.channels.iter().filter(|channel| !channel.budget.value.is_zero());
        assert!(paid.all(|channel| with_range(&channel.cost_per_lead)), "{name}");
        assert!(model.funnel.stages.iter().all(|stage| with_range(&stage.conversion)), "{name}");
    });
}

#[test]
fn in_one_language_they_fit_a_link() {
    each(|name, model| {
        for language in [0, 1] {
            let mut model = model.clone();
            choose(&mut model, language);
            let link = write_link(&model, &[]).unwrap();
            assert!(link.len() <= 1200, "{name}: {} characters", link.len());
        }
    });
}

#[test]
fn the_readme_tells_how_long_their_links_are() {
    let mut lengths = Vec::new();
    each(|_, model| {
        for language in [0, 1] {
            let mut model = model.clone();
            choose(&mut model, language);
            lengths.push(write_link(&model, &[]).unwrap().len() / 10 * 10);
        }
    });
    let (least, most) = (lengths.iter().min().unwrap(), lengths.iter().max().unwrap());
    let told = format!("some {least} to {} characters", thousands(*most));
    assert!(include_str!("../README.md").contains(&told), "{told}");
}

fn thousands(number: usize) -> String {
    if number < 1000 { number.to_string() } else { format!("{},{:03}", number / 1000, number % 1000) }
}

#[test]
fn they_come_out_as_an_owner_would_believe() {
    each(|name, model| {
        let outcome: Outcome = evaluate(model);
        // Where many come for nothing, what clients cost is the pay of who serves them.
        let comes_free = model.channels.iter().any(|channel| channel.budget.value.is_zero());
        let ratio = if comes_free { outcome.total.ltv_to_cac_loaded } else { outcome.total.ltv_to_cac };
        assert!(is_between(ratio, 2, 7), "{name}: LTV / CAC {ratio:?}");
        let Reached::At(month) = outcome.break_even.lasting else {
            panic!("{name} never breaks even: {:?}", outcome.break_even.lasting);
        };
        // Who sells already may do so from the first month on.
        let first = u32::from(!comes_free);
        assert!((first..=14).contains(&month), "{name} breaks even in month {month}");
        // Paid back by new clients alone; who has had others for years began before the plan.
        let has_clients = !model.opening.clients.value.is_zero();
        let pays_back = matches!(outcome.break_even.project, Reached::At(_));
        assert!(has_clients || pays_back, "{name} never pays back");
        // The money lasts, or a tenth more would do.
        let opening = model.terms.opening_cash.value;
        let bridge = outcome.gap.bridge.0.decimal().unwrap();
        assert!(bridge * Decimal::TEN <= opening, "{name} lacks {bridge}");
    });
}

fn is_between(share: Share<Exact>, least: i64, most: i64) -> bool {
    let share = share.0.decimal().unwrap();
    Decimal::from(least) <= share && share <= Decimal::from(most)
}

/// Every text that a reader sees, sources and ids left out.
fn texts(record: &dyn Record) -> Vec<String> {
    let is_id = |key| matches!(key, "id" | "executor" | "customer");
    let mut texts = Vec::new();
    for (field, slot) in record.fields().iter().zip(record.slots()) {
        match slot {
            Slot::Text(text) if !is_id(field.key) => texts.push(text.to_owned()),
            Slot::Record(inner) => texts.extend(self::texts(inner)),
            Slot::Rows(rows) => {
                texts.extend((0..rows.len()).filter_map(|at| rows.row(at)).flat_map(self::texts));
            }
            _ => {}
        }
    }
    texts
}

/// Leaves one language of every text, sources too.
fn choose(record: &mut dyn Record, language: usize) {
    let chosen = |text: &mut String| {
        if let Some(part) = text.split(BOTH).nth(language) {
            *text = part.to_owned();
        }
    };
    let fields = record.fields();
    for (field, slot) in fields.iter().zip(record.slots_mut()) {
        match slot {
            SlotMut::Text(text) if field.key != "id" => chosen(text),
            SlotMut::Estimate(estimate) => chosen(&mut estimate.source),
            SlotMut::Optional(Some(estimate)) => chosen(&mut estimate.source),
            SlotMut::Record(inner) => choose(inner, language),
            SlotMut::Rows(rows) => {
                for at in 0..rows.len() {
                    rows.row_mut(at).into_iter().for_each(|row| choose(row, language));
                }
            }
            _ => assert!(!matches!(field.kind, Kind::Text { .. }) || field.key == "id"),
        }
    }
}
