//! Times what the facts screen works out, over the largest document, or one of a file or a link:
//! `cargo run --release --example facts_bench [-- FILE]`.

#[path = "common/months.rs"]
mod months;

use months::{month, some};
use obkatka::codec::{read_link, thawed};
use obkatka::evidence::*;
use obkatka::model::*;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Months of facts in the largest document.
const MONTHS: u32 = 24;

fn main() {
    let model = match std::env::args().nth(1) {
        Some(path) => linked(&path),
        None => largest(),
    };
    println!(
        "{} channels, {} stages, {} months, {} roles, {} months of facts",
        model.channels.len(),
        model.funnel.stages.len(),
        model.about.horizon,
        model.people.len(),
        model.facts.months.len()
    );
    let study = Study::new(&model, None, None, Engine::new(thawed));
    let current = study.current();
    timed("evaluate", || current.outcome());
    timed("recorded", || Recorded::new(&model));
    timed("channels", || current.channels());
    timed("completeness", || current.recorded().completeness(None));
    timed("doubts", || doubts(current.recorded(), &current.channels().flows, current.outcome()));
    timed("run-in", || current.run());
    let Some(run) = current.run() else { return println!("no facts") };
    println!("                 {} findings", run.findings.len());
    let months = current.months();
    timed("comparison", || current.comparison(months.clone()));
    timed("variance", || current.variance(months.clone()).is_ok());
    timed("variance again", || current.variance(months.clone()).is_ok());
    timed("expected", || current.expected());
    timed("forecast", || study.forecast(Baseline::Current));
    timed("changes", || study.changes(Baseline::Current));
    timed("adoptable", || adoptable(study.bare_plan(), run.findings.iter()).count());
    timed("band", || forecast_band(&model, current.recorded(), run));
}

/// Prints how long something takes on the processor, whatever else the machine does.
fn timed<T>(name: &str, work: impl FnOnce() -> T) {
    let (begin, wall) = (on_processor(), Instant::now());
    black_box(work());
    let took = on_processor().zip(begin).map_or_else(|| wall.elapsed(), |(end, begin)| end - begin);
    println!("{name:>16} {:9.2} ms", took.as_secs_f64() * 1e3);
}

/// How long this thread has run so far; none where the system does not say.
fn on_processor() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(Duration::from_nanos(text.split(' ').next()?.parse().ok()?))
}

fn linked(path: &str) -> Model {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    // What a document may hold is more than what files may: written large, it is longer than any file that is read.
    let model = serde_json::from_str(&text)
        .ok()
        .and_then(|file: serde_json::Value| serde_json::from_value::<Model>(file.get("model")?.clone()).ok());
    if let Some(model) = model {
        return model;
    }
    match read_link(text.trim()) {
        Ok(link) => link.model,
        Err(error) => {
            eprintln!("{path}: {error:?}");
            std::process::exit(2)
        }
    }
}

/// As much as the screens let one enter.
fn largest() -> Model {
    let mut model = Model::default();
    model.about.horizon = 60;
    model.offer.price = Estimate::guess(50_000);
    model.offer.cost_share = Estimate::share(30);
    model.offer.retention.kind = RetentionKind::Constant;
    model.offer.retention.rate = Estimate::share(90);
    model.offer.frequency = Estimate::guess(1);
    model.funnel.stages = ids(5).map(stage).collect();
    model.channels = ids(40).map(channel).collect();
    model.people = ids(100).map(person).collect();
    model.costs =
        vec![FixedCost { id: "a".into(), amount: Estimate::guess(500_000), ..FixedCost::default() }];
    let start = model.about.start;
    let passed = |leads: u32, deep: u32| leads * 6_u32.pow(deep) / 10_u32.pow(deep);
    let recorded = |t| MonthFacts {
        on_promise: some(260 + t),
        cycle: some(52),
        complaints: some(4),
        refunds: some(3),
        ..month(&model, start.later(t), t, passed)
    };
    model.facts.months = (0..MONTHS).map(recorded).collect();
    model
}

fn ids(count: u32) -> impl Iterator<Item = String> {
    (0..count).map(|at| format!("i{at}"))
}

fn stage(id: String) -> Stage {
    Stage { id, conversion: Estimate::share(60), days: Estimate::guess(10), ..Stage::default() }
}

fn channel(id: String) -> Channel {
    Channel {
        id,
        budget: Estimate::guess(100_000),
        cost_per_lead: Estimate::guess(900),
        ..Channel::default()
    }
}

fn person(id: String) -> Person {
    let part = PayPart { id: "a".into(), rate: Estimate::share(2), ..PayPart::default() };
    Person {
        id,
        heads: Estimate::guess(1),
        salary: Estimate::guess(60_000),
        pay: Pay { parts: vec![part], ..Pay::default() },
        ..Person::default()
    }
}
