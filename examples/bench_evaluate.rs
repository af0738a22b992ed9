//! How long a plan takes to be recalculated after one change, in both number systems:
//! `cargo run --release --example bench_evaluate [filter [steps]]`.
//!
//! Rounds take turns, so that whatever else the machine does slows all rows alike; the table shows the median
//! round and the fastest. With a number of steps it takes exactly these and prints nothing: for profilers.
//! `cargo xtask bench` measures the same plans in the browser.

use obkatka::codec::read_file;
use obkatka::model::{Channel, Estimate, Model, Status};
use obkatka::number::{Decimal, Exact, Number};
use obkatka::plan::{Outcome, evaluate};
use std::hint::black_box;
use std::time::Instant;

const ROUNDS: usize = 60;

/// One change of the price and the whole plan worked out anew.
type Step = fn(&mut Model);

fn main() {
    let filter = std::env::args().nth(1).unwrap_or_default();
    let mut rows: Vec<_> = [(5, 36), (20, 60)]
        .into_iter()
        .flat_map(|(channels, months)| {
            let size = format!("{channels} x {months}");
            [("exact", recalculation::<Exact> as Step), ("f64", recalculation::<f64>)]
                .map(|(numbers, step)| Row::new(format!("{size}, {numbers}"), plan(channels, months), step))
        })
        .filter(|row| row.name.contains(&filter))
        .collect();
    if let Some(steps) = std::env::args().nth(2).and_then(|steps| steps.parse().ok()) {
        return rows.iter_mut().for_each(|row| row.steps(steps));
    }
    rows.iter_mut().for_each(Row::calibrate);
    for _ in 0..ROUNDS {
        rows.iter_mut().for_each(Row::round);
    }
    println!("{:<16} {:>10} {:>10}", "recalculation", "median", "fastest");
    for row in &mut rows {
        row.milliseconds.sort_by(f64::total_cmp);
        println!("{:<16} {:>7.4} ms {:>7.4} ms", row.name, row.milliseconds[ROUNDS / 2], row.milliseconds[0]);
    }
}

struct Row {
    name: String,
    model: Model,
    step: Step,
    /// Steps of one round: about four milliseconds.
    times: u32,
    milliseconds: Vec<f64>,
}

impl Row {
    fn new(name: String, model: Model, step: Step) -> Self {
        Self { name, model, step, times: 8, milliseconds: Vec::new() }
    }

    fn calibrate(&mut self) {
        self.round();
        self.times = self.milliseconds.pop().map_or(1, |one| ((4.0 / one) as u32).clamp(1, 10_000));
    }

    fn steps(&mut self, times: u32) {
        (0..times).for_each(|_| (self.step)(&mut self.model));
    }

    fn round(&mut self) {
        let start = Instant::now();
        self.steps(self.times);
        self.milliseconds.push(start.elapsed().as_secs_f64() * 1e3 / f64::from(self.times));
    }
}

fn recalculation<N: Number>(model: &mut Model) {
    model.offer.price.value += Decimal::ONE;
    let outcome: Outcome<N> = evaluate(model);
    black_box(outcome);
}

/// The agency of the templates with so many channels, each growing in its own way.
fn plan(channels: u32, months: u32) -> Model {
    let text = include_str!("../templates/agency.json");
    let Ok(opened) = read_file(text) else { return Model::default() };
    let mut model = opened.model;
    let of = model.channels.clone();
    model.about.horizon = months;
    model.channels = (0..channels)
        .zip(of.iter().cycle())
        .map(|(at, channel)| Channel {
            id: format!("c{at}"),
            first: at % 12,
            status: Status::Proven,
            growth: Estimate::guess(Decimal::new(i64::from(at % 9 * 10 + 1), 3)),
            ..channel.clone()
        })
        .collect();
    model
}
