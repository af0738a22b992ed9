//! "What it rests on" is complete: every number entered is moved, and the figures that change are held against what they
//! are said to rest on, in both directions.

#[allow(dead_code, reason = "of the businesses only the plausible ones are tried")]
#[path = "common/arbitrary.rs"]
mod arbitrary;
#[allow(dead_code, reason = "the same")]
#[path = "common/business.rs"]
mod business;

use business::sane;
use obkatka::codec::{TEMPLATES, read_file};
use obkatka::model::*;
use obkatka::number::{Decimal, Exact};
use obkatka::plan::{FIGURES, Figure, Outcome, Place, Reached, Scope, evaluate, inputs_of};
use obkatka::text::{Language, field_pattern};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Mutex;
use std::thread;

/// Random plans that are tried besides the templates.
const RANDOM: usize = 16;

/// So many per cent of the pairs of a figure and a number it names are seen to move.
const MOSTLY: usize = 70;

/// Some places of a figure: the first, one within and the last month.
fn places(figure: &Figure, model: &Model, outcome: &Outcome) -> Vec<Place> {
    let last = outcome.months() - 1;
    let months = || [0, 7, last].into_iter();
    let channels = 0..model.channels.len();
    let groups = || {
        let roles = outcome.people.roles.iter().enumerate();
        roles.flat_map(|(role, own)| (0..own.groups.len()).map(move |group| (role, group)))
    };
    match figure.scope {
        Scope::Whole => vec![Place::Whole],
        Scope::Month => months().map(Place::Month).collect(),
        Scope::Channel => channels.map(Place::Channel).chain([Place::Whole]).collect(),
        Scope::Age => [0, 1, 5].map(Place::Age).to_vec(),
        Scope::ChannelMonth => {
            channels.flat_map(|at| months().map(move |t| Place::ChannelMonth(at, t))).collect()
        }
        Scope::Stage => (0..model.funnel.stages.len()).map(Place::Stage).collect(),
        Scope::StageMonth => {
            let stages = 0..model.funnel.stages.len();
            stages.flat_map(|at| months().map(move |t| Place::StageMonth(at, t))).collect()
        }
        Scope::RoleMonth => {
            let roles = 0..model.people.len();
            roles.flat_map(|at| months().map(move |t| Place::RoleMonth(at, t))).collect()
        }
        Scope::GroupMonth => groups()
            .flat_map(|(role, group)| months().map(move |t| Place::GroupMonth(role, group, t)))
            .collect(),
        // They stand in the pay of one, which is tried.
        Scope::PartMonth | Scope::KpiMonth => Vec::new(),
    }
}

/// Other numbers: a tenth less; very much more, a share halfway to the whole: what cannot be is refused and moves everything.
fn others(value: Decimal, kind: Kind) -> [Decimal; 2] {
    let more = match kind {
        Kind::Estimate(Measure::Share) | Kind::Optional(Measure::Share) => {
            (value + Decimal::ONE) / Decimal::TWO
        }
        _ => value * Decimal::TEN + Decimal::ONE,
    };
    [value * Decimal::new(9, 1), more]
}

/// Whether two values of a figure are the same, but for last digits: sums are added up in another order.
fn is_same(one: Reached<Exact>, other: Reached<Exact>) -> bool {
    match (one, other) {
        (Reached::At(Exact::Value(a)), Reached::At(Exact::Value(b))) => {
            (a - b).abs() <= Decimal::new(1, 15) * a.abs().max(b.abs()).max(Decimal::ONE)
        }
        (a, b) => a == b,
    }
}

/// Figures with a place, by name.
type Subject = (&'static Figure, Place);

/// What a number moves, over every other value of it.
fn moved(model: &Model, before: &Outcome, subjects: &[Subject], path: &str) -> BTreeSet<usize> {
    let mut all = BTreeSet::new();
    let (value, kind) = match find(model, path) {
        Some((field, Slot::Estimate(own) | Slot::Optional(Some(own)))) => (own.value, field.kind),
        _ => return all,
    };
    for other in others(value, kind).into_iter().filter(|other| *other != value) {
        let Ok(other) = Edit::put(path, Datum::Estimate(Estimate::guess(other))).applied(model) else {
            continue;
        };
        let after = evaluate::<Exact>(&other);
        if after == *before {
            continue;
        }
        let changed = subjects.iter().enumerate();
        let changed = changed
            .filter(|(_, (figure, at))| !is_same(figure.value(before, *at), figure.value(&after, *at)));
        all.extend(changed.map(|(place, _)| place));
    }
    all
}

fn models() -> Vec<(String, Model)> {
    let mut runner = TestRunner::deterministic();
    let random = (0..RANDOM)
        .map(|number| (format!("random {number}"), sane().new_tree(&mut runner).unwrap().current()));
    let templates =
        TEMPLATES.iter().take(5).map(|template| (template.id.to_owned(), template.model(Language::English)));
    let people = read_file(include_str!("documents/people.json")).unwrap().model;
    let mut models: Vec<_> = templates.chain([("people".to_owned(), people)]).chain(random).collect();
    models.iter_mut().for_each(|(_, model)| rate(model));
    models
}

/// Ratings of so many scores that they are paid, for somebody whom they cost something.
fn rate(model: &mut Model) {
    let Some(paid) = model.people.iter().find(|person| !person.pay.parts.is_empty()) else { return };
    for (at, link) in (0..).zip(&mut model.team.handovers) {
        link.executor.clone_from(&paid.id);
        let score = |quarter: u32| Score { id: nth_id(quarter), score: Some(Estimate::guess(5 + at % 5)) };
        link.scores = (0..6).map(score).collect();
    }
}

/// Pairs of a figure and a pattern of numbers, as "ltv ← offer/price".
#[derive(Default)]
struct Pairs {
    /// Those in which the number was seen to move the figure.
    moving: BTreeSet<String>,
    /// Those in which the figure names the number.
    named: BTreeSet<String>,
    /// Those that move and are not named, with the first place where they were seen.
    unnamed: BTreeMap<String, String>,
}

impl Pairs {
    /// Every number of a document is moved, and every figure looked at.
    fn of((name, mut model): (String, Model)) -> Self {
        let mut pairs = Self::default();
        model.facts = Facts::default();
        let outcome = evaluate::<Exact>(&model);
        let figures = FIGURES.iter().filter(|figure| !figure.is_derived());
        let subjects: Vec<Subject> = figures
            .flat_map(|figure| places(figure, &model, &outcome).into_iter().map(move |at| (figure, at)))
            .collect();
        // They are the same at all places but of another channel.
        let mut known = BTreeMap::new();
        let mut inputs_at = |(figure, at): &Subject| {
            let channel = match at {
                Place::Channel(channel) | Place::ChannelMonth(channel, _) => Some(*channel),
                _ => None,
            };
            let inputs = || Rc::new(inputs_of(&model, figure, *at));
            known.entry((figure.id, channel)).or_insert_with(inputs).clone()
        };
        let inputs: Vec<_> = subjects.iter().map(&mut inputs_at).collect();
        let mut paths = Vec::new();
        for_each_estimate(&model, &mut |path, _, _| paths.push(path.to_owned()));
        for path in paths {
            let pattern = field_pattern(&path);
            let of = |place: usize| format!("{} ← {pattern}", subjects[place].0.id);
            for place in moved(&model, &outcome, &subjects, &path) {
                pairs.moving.insert(of(place));
                if !inputs[place].contains(&path) {
                    let at = || format!("{name}: {path}, {:?}", subjects[place].1);
                    pairs.unnamed.entry(of(place)).or_insert_with(at);
                }
            }
            let known = (0..subjects.len()).filter(|place| inputs[*place].contains(&path));
            pairs.named.extend(known.map(of));
        }
        pairs
    }

    fn with(mut self, mut other: Self) -> Self {
        self.moving.append(&mut other.moving);
        self.named.append(&mut other.named);
        other.unnamed.extend(self.unnamed);
        Self { unnamed: other.unnamed, ..self }
    }
}

/// The pairs of all documents, shared out among so many threads as the machine has.
fn pairs() -> Pairs {
    let left = Mutex::new(models().into_iter());
    let next = || left.lock().unwrap().next();
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let work = || std::iter::from_fn(next).map(Pairs::of).fold(Pairs::default(), Pairs::with);
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        workers.into_iter().map(|worker| worker.join().unwrap()).fold(Pairs::default(), Pairs::with)
    })
}

#[test]
fn every_figure_names_all_the_numbers_that_move_it() {
    let Pairs { moving, named, unnamed } = pairs();
    let unnamed: Vec<_> = unnamed.iter().map(|(what, at)| format!("{what} ({at})")).collect();
    assert!(moving.len() > 1000, "only {} are moved", moving.len());
    assert!(unnamed.is_empty(), "moves it and is not named:\n{}", unnamed.join("\n"));
    // A number that is named moves one of the figures at least that name it; each of them, most of those that could be
    // tried with so few plans: a limit that never binds here binds elsewhere.
    let field = |pair: &String| pair.split(" ← ").nth(1).unwrap_or_default().to_owned();
    let fields: BTreeSet<_> = moving.iter().map(field).collect();
    let idle: BTreeSet<_> = named.iter().map(field).filter(|own| !fields.contains(own)).collect();
    assert!(idle.is_empty(), "named and move nothing: {idle:?}");
    let (pairs, moved) = (named.len(), named.intersection(&moving).count());
    assert!(moved * 100 >= pairs * MOSTLY, "of {pairs} pairs only {moved} were seen to move");
}
