//! How often the verdicts on a plan are wrong, and how soon a plan that is half true is found out: every
//! business below is lived through thousands of times with dice of known odds, and judged each month.
//!
//! `cargo run --release --example noise_study` prints the table of `docs/noise-study.md`, the same on every machine.

use obkatka::evidence::{
    Average, Better, Claim, Proportion, Rate, Sample, Verdict, spread, verdict_on, weight,
};
use obkatka::model::Basis;
use rand_distr::{Binomial, Distribution, LogNormal, Poisson};
use rand_pcg::Pcg64;
use rand_pcg::rand_core::SeedableRng;

/// How often each business is lived through.
const LIVES: usize = 4000;
/// How long a run-in takes, and how long a plan that is half true is watched, in months.
const RUN_IN: usize = 3;
const WATCHED: usize = 12;
const PACES: [u32; 3] = [20, 70, 200];
const BASES: [Basis; 3] = [Basis::Guess, Basis::Benchmark, Basis::Measured];

/// A figure of a plan and the dice that make its facts.
#[derive(Clone, Copy)]
enum Figure {
    /// A share of the leads.
    Proportion(f64),
    /// Leads for money spent; the plan is one lead for 1,000.
    Leads,
    /// An average deal of 50,000 with the usual spread, skewed as deals are: one of the leads in ten makes one.
    Deal,
}

const FIGURES: [Figure; 6] = [
    Figure::Proportion(0.08),
    Figure::Proportion(0.25),
    Figure::Proportion(0.5),
    Figure::Proportion(0.9),
    Figure::Leads,
    Figure::Deal,
];

/// What all lives of a business came to.
#[derive(Default)]
struct Tally {
    /// Disproved in any month of the run-in, and at its end.
    disproved: [usize; 2],
    /// Proved in any month of the run-in, and at its end.
    proved: [usize; 2],
    /// Lives in which it was first disproved in each month.
    found: [usize; WATCHED],
}

fn main() {
    println!(
        "| figure | leads a month | basis | exactly true: disproved ever | at the end | proved ever | at the end \
         | half as good: found in 1 month | by 3 | by 6 | by 12 | typical month | proved ever |"
    );
    println!("|---|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
    let mut dice = Pcg64::seed_from_u64(20_261_123);
    for figure in FIGURES {
        for leads in PACES {
            for basis in BASES {
                let exact = tally(figure, leads, basis, 1.0, RUN_IN, &mut dice);
                let half = tally(figure, leads, basis, 0.5, WATCHED, &mut dice);
                println!("{}", row(figure, leads, basis, &exact, &half));
            }
        }
    }
}

/// Lives a business through, with facts that come at `truth` times the plan.
fn tally(figure: Figure, leads: u32, basis: Basis, truth: f64, months: usize, dice: &mut Pcg64) -> Tally {
    let mut tally = Tally::default();
    for _ in 0..LIVES {
        let verdicts = match figure {
            Figure::Proportion(plan) => shares(plan, leads, basis, truth, months, dice),
            Figure::Leads => paces(leads, basis, truth, months, dice),
            Figure::Deal => averages(leads, basis, truth, months, dice),
        };
        tally.count(&verdicts);
    }
    tally
}

impl Tally {
    fn count(&mut self, verdicts: &[Verdict]) {
        let run_in = verdicts.get(..RUN_IN).unwrap_or(verdicts);
        let count = |tally: &mut [usize; 2], verdict| {
            tally[0] += usize::from(run_in.contains(&verdict));
            tally[1] += usize::from(run_in.last() == Some(&verdict));
        };
        count(&mut self.disproved, Verdict::Disproved);
        count(&mut self.proved, Verdict::Proved);
        if let Some(month) = verdicts.iter().position(|verdict| *verdict == Verdict::Disproved) {
            self.found[month] += 1;
        }
    }

    /// In how many lives it was found by the end of so many months.
    fn found_by(&self, months: usize) -> usize {
        self.found[..months].iter().sum()
    }

    /// The month by whose end half of the lives had found it.
    fn typical_month(&self) -> Option<usize> {
        (1..=WATCHED).find(|months| self.found_by(*months) * 2 >= LIVES)
    }
}

fn claim(plan: f64, basis: Basis) -> Claim {
    Claim { plan, weight: weight(basis), better: Better::More }
}

/// The verdicts month by month over all facts so far.
fn watch<S: Sample>(claim: Claim, months: usize, mut facts: impl FnMut() -> S) -> Vec<Verdict> {
    (0..months).map(|_| verdict_on(&claim, &facts())).collect()
}

fn shares(plan: f64, leads: u32, basis: Basis, truth: f64, months: usize, dice: &mut Pcg64) -> Vec<Verdict> {
    let month = Binomial::new(u64::from(leads), plan * truth).expect("a share");
    let (mut hits, mut trials) = (0.0, 0.0);
    watch(claim(plan, basis), months, || {
        hits += month.sample(dice) as f64;
        trials += f64::from(leads);
        Proportion { hits, trials }
    })
}

fn paces(leads: u32, basis: Basis, truth: f64, months: usize, dice: &mut Pcg64) -> Vec<Verdict> {
    let month = Poisson::new(f64::from(leads) * truth).expect("a pace");
    let (mut count, mut exposure) = (0.0, 0.0);
    watch(claim(0.001, basis), months, || {
        count += month.sample(dice);
        exposure += f64::from(leads) * 1000.0;
        Rate { count, exposure }
    })
}

fn averages(leads: u32, basis: Basis, truth: f64, months: usize, dice: &mut Pcg64) -> Vec<Verdict> {
    let plan = 50_000.0;
    let deal = LogNormal::from_mean_cv(plan * truth, 0.5).expect("a deal");
    let (mut sum, mut count) = (0.0, 0.0);
    watch(claim(plan, basis), months, || {
        let deals = leads / 10;
        sum += (0..deals).map(|_| deal.sample(dice)).sum::<f64>();
        count += f64::from(deals);
        Average { mean: sum / count, count, spread: spread(plan, None) }
    })
}

fn row(figure: Figure, leads: u32, basis: Basis, exact: &Tally, half: &Tally) -> String {
    let name = match figure {
        Figure::Proportion(plan) => format!("{:.0} % of leads", plan * 100.0),
        Figure::Leads => "leads for money (CPL)".to_owned(),
        Figure::Deal => format!("average deal, {} a month", leads / 10),
    };
    let [disproved, at_end] = exact.disproved.map(share);
    let [proved, proved_at_end] = exact.proved.map(share);
    let [first, third, sixth, twelfth] = [1, 3, 6, 12].map(|months| share(half.found_by(months)));
    let wrongly = share(half.proved[0]);
    let typical = half.typical_month().map_or("later".to_owned(), |month| month.to_string());
    let basis = basis_word(basis);
    format!(
        "| {name} | {leads} | {basis} | {disproved} | {at_end} | {proved} | {proved_at_end} \
         | {first} | {third} | {sixth} | {twelfth} | {typical} | {wrongly} |"
    )
}

fn basis_word(basis: Basis) -> &'static str {
    match basis {
        Basis::Guess => "guess",
        Basis::Benchmark => "benchmark",
        Basis::Measured => "measured",
    }
}

fn share(lives: usize) -> String {
    format!("{:.1} %", lives as f64 * 100.0 / LIVES as f64)
}
