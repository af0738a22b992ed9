//! Looks for the document that takes the longest to reckon of all that the limits let in:
//! `cargo run --release --example heaviest [-- seconds [seed [FILE]]]` climbs from chance documents, prints the worst with what
//! each step of the facts screen takes, and writes it as a document. `facts_bench` times a document that was kept.

#[path = "common/heaviest.rs"]
mod heaviest;

use heaviest::{GENES, Genes, document};
use obkatka::codec::{thawed, write_file};
use obkatka::evidence::{Baseline, Engine, Study};
use obkatka::model::check;
use obkatka::number::Exact;
use obkatka::plan::{Outcome, evaluate};
use rand_pcg::Pcg32;
use rand_pcg::rand_core::{Rng, SeedableRng};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// How long steps took.
struct Took {
    all: Duration,
    longest: Duration,
    evaluate: Duration,
    steps: Vec<Duration>,
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let seconds = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(60);
    let seed = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(1);
    let (end, mut chance) = (Instant::now() + Duration::from_secs(seconds), Pcg32::seed_from_u64(seed));
    let mut worst: Option<(Took, Genes)> = None;
    while Instant::now() < end {
        let (took, genes) = climbed(&mut chance, end);
        if worst.as_ref().is_none_or(|(most, _)| took.longest > most.longest) {
            tell(&took, &genes);
            worst = Some((took, genes));
        }
    }
    if let (Some((_, genes)), Some(path)) = (worst, arguments.next())
        && let Err(error) = std::fs::write(&path, write_file(&document(&genes)))
    {
        eprintln!("{path}: {error}");
    }
}

/// From a chance document upwards, one gene at a time, until no gene makes it worse.
fn climbed(chance: &mut Pcg32, end: Instant) -> (Took, Genes) {
    let mut pick = |values: &[u32]| chance.next_u32() as usize % values.len();
    let mut genes: Genes = std::array::from_fn(|at| pick(GENES[at].1));
    let mut most = time(&genes);
    loop {
        let before = genes;
        for (at, (_, values)) in GENES.iter().enumerate() {
            for value in 0..values.len() {
                let other = {
                    let mut other = genes;
                    other[at] = value;
                    other
                };
                if other == genes || Instant::now() > end {
                    continue;
                }
                let took = time(&other);
                if took.longest.as_secs_f64() > most.longest.as_secs_f64() * 1.05 {
                    (most, genes) = (took, other);
                }
            }
        }
        if genes == before || Instant::now() > end {
            return (most, genes);
        }
    }
}

fn tell(took: &Took, genes: &Genes) {
    println!("longest step {:?}, evaluation {:?}, all {:?}", took.longest, took.evaluate, took.all);
    let steps: Vec<_> = took.steps.iter().map(|step| step.as_millis().to_string()).collect();
    println!("  milliseconds of evaluation, check, steps: {}", steps.join(" "));
    let values: Vec<_> =
        GENES.iter().zip(genes).map(|((name, values), at)| format!("{name} {}", values[*at])).collect();
    println!("  {}\n  {genes:?}", values.join(", "));
}

/// What a visitor waits for: the plan, then each step of the facts screen.
fn time(genes: &Genes) -> Took {
    let model = document(genes);
    let mut took =
        Took { all: Duration::ZERO, longest: Duration::ZERO, evaluate: Duration::ZERO, steps: Vec::new() };
    let mut add = |one: Duration| {
        took.all += one;
        took.longest = took.longest.max(one);
        took.steps.push(one);
        one
    };
    let evaluated = add(timed(|| drop(black_box(evaluate::<Exact>(&model)))));
    add(timed(|| drop(black_box(check(&model)))));
    let outcome: Outcome = evaluate(&model);
    let study = Study::new(&model, Some(outcome), None, Engine::new(thawed));
    for steps in [Study::BOARD, Study::COMPARISON, Study::FORECAST] {
        for step in steps {
            one_by_one(step, &study, &mut add);
        }
    }
    took.evaluate = evaluated;
    took
}

fn one_by_one(step: &obkatka::evidence::Step, study: &Study, add: &mut impl FnMut(Duration) -> Duration) {
    let mut is_done = false;
    while !is_done {
        add(timed(|| is_done = step(study, Baseline::Current)));
    }
}

/// How long it takes on the processor, whatever else the machine does.
fn timed(work: impl FnOnce()) -> Duration {
    let (begin, wall) = (on_processor(), Instant::now());
    work();
    on_processor().zip(begin).map_or_else(|| wall.elapsed(), |(end, begin)| end - begin)
}

/// How long this thread has run so far; none where the system does not say.
fn on_processor() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(Duration::from_nanos(text.split(' ').next()?.parse().ok()?))
}
