//! No field of the document is forgotten: each stands on some screen, and each number moves some figure, or it is
//! said here why not.

#[allow(dead_code, reason = "of the businesses only the plausible ones are tried")]
#[path = "common/arbitrary.rs"]
mod arbitrary;
#[allow(dead_code, reason = "the same")]
#[path = "common/business.rs"]
mod business;

use business::sane;
use obkatka::codec::{outcome_value, read_file, without};
use obkatka::model::*;
use obkatka::number::{Decimal, Exact};
use obkatka::plan::{Outcome, evaluate};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use std::collections::BTreeSet;
use std::path::Path;

/// A field wherever its rows are: its path without ids, and its kind.
fn fields(record: &dyn Record, path: &str, found: &mut Vec<(String, Kind)>) {
    for (field, slot) in record.fields().iter().zip(record.slots()) {
        let path = format!("{path}{}", field.key);
        match slot {
            Slot::Record(inner) => fields(inner, &(path + "/"), found),
            Slot::Rows(rows) => fields(&*rows.sample(), &(path + "/"), found),
            _ if field.key == "id" => {}
            _ => found.push((path, field.kind)),
        }
    }
}

fn all_fields() -> Vec<(String, Kind)> {
    let mut found = Vec::new();
    fields(&Model::default(), "", &mut found);
    assert!(found.len() > 120, "{}", found.len());
    found
}

// On some screen

/// Fields that no screen has, and why.
const UNPLACED: [(&str, &str); 2] = [
    ("left_out/opening_cash", "said in words, and chosen on Share, by the list of these fields"),
    ("versions/kept_at", "shown beside the version's name; nobody enters it"),
];

/// The texts in the code of the screens.
fn texts_of_screens() -> BTreeSet<String> {
    let mut texts = BTreeSet::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    ["ui", "desk"].iter().for_each(|room| collect(&root.join(room), &mut texts));
    assert!(texts.len() > 500, "{}", texts.len());
    texts
}

fn collect(folder: &Path, texts: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, texts);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let code = std::fs::read_to_string(path).unwrap();
            let code = code.split("#[cfg(test)]").next().unwrap_or_default();
            let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
            texts.extend(lines.flat_map(|line| line.split('"').skip(1).step_by(2)).map(str::to_owned));
        }
    }
}

/// Whether a text in the code, as `offer/price`, `{path}/first` or `heads`, can mean the field.
fn means(text: &str, field: &str) -> bool {
    let steps: Vec<_> = text.split('/').filter(|step| !step.is_empty() && !step.starts_with('{')).collect();
    let own: Vec<_> = field.split('/').collect();
    !steps.is_empty() && own.ends_with(&steps)
}

#[test]
fn every_field_stands_on_some_screen() {
    let texts = texts_of_screens();
    let is_placed = |field: &str| texts.iter().any(|text| means(text, field));
    let mut forgotten = Vec::new();
    for (field, kind) in all_fields() {
        // What is recorded stands in grids, which go by the list of facts.
        let is_recorded = matches!(kind, Kind::Fact(_));
        let is_unplaced = UNPLACED.iter().any(|(unplaced, _)| *unplaced == field);
        if is_recorded || is_placed(&field) != is_unplaced {
            continue;
        }
        forgotten.push(field);
    }
    assert!(forgotten.is_empty(), "on no screen, or on one and in UNPLACED: {forgotten:#?}");
}

// In some formula

/// Numbers that move no figure of the plan, and why.
const UNMOVING: [(&str, &str); 8] = [
    ("opening/income_this_year", "for limits that laws set by year, when their regimes are there"),
    ("opening/payroll_this_year", "the same"),
    ("opening/income_last_year", "the same"),
    ("people/pay/promised", "said beside what a person really gets; nobody pays it"),
    ("people/proposed/promised", "the same"),
    ("team/income_tax", "what a person gets in hand; the employer pays the same"),
    ("team/minimum_wage", "a bar that pay is held against"),
    ("team/sales_pay_ceiling", "the same"),
];

/// The paths of a field in all rows that have it.
fn paths_of(model: &Model, field: &str) -> Vec<String> {
    let mut paths = vec![String::new()];
    for step in field.split('/') {
        let inner = |path: String| -> Vec<String> {
            let path = path + step;
            match find(model, &path) {
                Some((_, Slot::Rows(rows))) => {
                    (0..rows.len()).filter_map(|at| Some(format!("{path}/{}/", rows.row(at)?.id()))).collect()
                }
                _ => vec![path + "/"],
            }
        };
        paths = paths.into_iter().flat_map(inner).collect();
    }
    paths.into_iter().map(|path| path.trim_end_matches('/').to_owned()).collect()
}

/// Whether one of these numbers in one of these places makes another figure.
fn moves(model: &Model, before: &Outcome<Exact>, field: &str, kind: Kind) -> bool {
    let figures = told(model, before);
    paths_of(model, field).into_iter().any(|path| {
        let others = find(model, &path).map(|(_, slot)| moved(slot, kind)).unwrap_or_default();
        let mut others = others.into_iter().filter_map(|datum| Edit::put(&*path, datum).applied(model).ok());
        others.any(|other| {
            let after = evaluate(&other);
            after != *before && told(&other, &after) != figures
        })
    })
}

/// Other numbers for a field: a little less, nothing, much more.
fn moved(slot: Slot<'_>, kind: Kind) -> Vec<Datum> {
    let others =
        |value: Decimal| [value * Decimal::new(9, 1), Decimal::ZERO, value * Decimal::TEN + Decimal::ONE];
    let estimates = |value| others(value).map(|value| Datum::Estimate(Estimate::guess(value))).to_vec();
    match (slot, kind) {
        (Slot::Estimate(own) | Slot::Optional(Some(own)), _) => estimates(own.value),
        (Slot::Optional(None), _) => estimates(Decimal::ONE),
        (Slot::Fact(own), _) => {
            others(own.unwrap_or_default()).map(|value| Datum::Fact(Some(value))).to_vec()
        }
        (Slot::Whole(own), Kind::Whole { least, most }) => {
            vec![Datum::Whole(if own < most { own + 1 } else { least })]
        }
        (Slot::Whole(own), _) => vec![Datum::Whole(if own > 0 { own - 1 } else { 2 })],
        (Slot::OpenMonth(own), _) => vec![Datum::OpenMonth(if own.is_some() { None } else { Some(3) })],
        _ => vec![],
    }
}

/// What seldom meets by chance: pay by KPIs, pay as proposed, pay without a guarantee that hides all else,
/// a rating of somebody whom it costs something.
fn vary_pay(model: &mut Model, round: usize) {
    model.team.proposed = round % 4 >= 2;
    for person in &mut model.people {
        let process = if round.is_multiple_of(2) { Process::Sales } else { Process::Service };
        person.other_processes = vec![ProcessTime { id: "a".into(), process, ..ProcessTime::default() }];
        for part in person.pay.parts.iter_mut().filter(|_| round % 2 == 1) {
            part.base = Base::Kpi;
            part.kpis.iter_mut().filter(|_| round % 8 == 1).for_each(|kpi| kpi.measure = KpiMeasure::Entered);
        }
        if !round.is_multiple_of(3) {
            person.pay.guarantee = Guarantee::default();
        }
        person.has_proposal = model.team.proposed;
        person.proposed.clone_from(&person.pay);
    }
    if let Some(paid) = model.people.iter().find(|person| !person.pay.parts.is_empty()) {
        model.team.handovers.iter_mut().for_each(|link| link.executor.clone_from(&paid.id));
    }
}

/// How clients stay and come back, said in every way there is.
fn vary_returns(offer: &mut Offer, round: usize) {
    let retention = &mut offer.retention;
    match (RetentionEntry::ALL.get(round % 7), round % 7) {
        (Some(entry), _) => {
            (retention.kind, retention.entry) = (RetentionKind::Constant, *entry);
            offer.frequency = Estimate::share(40);
            retention.return_share = Estimate::share(55);
        }
        (None, 5) => (retention.kind, retention.table_kind) = (RetentionKind::Table, TableKind::Bought),
        (None, _) if round.is_multiple_of(2) => retention.kind = RetentionKind::Sbg,
        (None, _) => retention.kind = RetentionKind::TwoStage,
    }
}

/// What scripts are told, but for what is found fault with.
fn told(model: &Model, outcome: &Outcome<Exact>) -> serde_json::Map<String, serde_json::Value> {
    let mut told = outcome_value(model, outcome);
    told.remove("issues");
    told
}

#[test]
fn every_number_moves_some_figure() {
    let mut waiting: Vec<_> = all_fields()
        .into_iter()
        .filter(|(field, _)| !field.starts_with("facts/"))
        .filter(|(_, kind)| {
            matches!(
                kind,
                Kind::Estimate(_) | Kind::Optional(_) | Kind::Fact(_) | Kind::Whole { .. } | Kind::Month
            )
        })
        .collect();
    assert!(waiting.len() > 60, "{}", waiting.len());
    let is_known = |field: &str| UNMOVING.iter().any(|(known, _)| *known == field);
    let mut runner = TestRunner::deterministic();
    for round in 0..36 {
        let mut model = match round {
            0..12 => read_file(include_str!("documents/people.json")).unwrap().model,
            _ => sane().new_tree(&mut runner).unwrap().current(),
        };
        vary_pay(&mut model, round);
        vary_returns(&mut model.offer, round);
        if let Some(channel) = model.channels.first_mut().filter(|_| round % 4 == 1) {
            (channel.kind, channel.free_leads) = (ChannelKind::Free, Estimate::guess(40));
        }
        if round % 6 == 4 {
            model = without(&model, &LeftOut::NOTHING.with("pay", true));
        }
        let before = evaluate(&model);
        // Those that are known to move nothing need not be tried forever.
        waiting
            .retain(|(field, kind)| (is_known(field) && round > 3) || !moves(&model, &before, field, *kind));
    }
    let still: BTreeSet<_> = waiting.iter().map(|(field, _)| field.as_str()).collect();
    let known: BTreeSet<_> = UNMOVING.iter().map(|(field, _)| *field).collect();
    assert_eq!(still, known, "numbers that move nothing");
}
