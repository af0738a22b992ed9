//! How often verdicts are wrong: businesses live a quarter with dice of known odds and are judged by the code that the page runs.
//! `cargo xtask study` prints the tables of `docs/verdict-study.md`; a number of quarters per cell may follow.

#[path = "../tests/common/worlds.rs"]
mod worlds;

use obkatka::evidence::Verdict;
use obkatka::model::DelayKind;
use rand_pcg::{Pcg64, rand_core::SeedableRng};
use worlds::{Business, Cell, World, conversion, is_accused};

/// What came of many quarters of one business.
#[derive(Default)]
struct Counted {
    quarters: usize,
    accused: usize,
    below: usize,
    above: usize,
    holds: usize,
    covered: usize,
}

impl Counted {
    fn of(business: &Business, world: &World, quarters: usize) -> Self {
        let mut dice = Pcg64::seed_from_u64(11);
        let mut all = Self { quarters, ..Self::default() };
        for _ in 0..quarters {
            let (run, truth) = business.quarter(world, &mut dice);
            let own = conversion(&run);
            let (low, high) = own.judgement.interval;
            all.accused += usize::from(is_accused(&run));
            all.below += usize::from(own.judgement.verdict == Verdict::Below);
            all.above += usize::from(own.judgement.verdict == Verdict::Above);
            all.holds += usize::from(own.judgement.verdict == Verdict::Holds);
            all.covered += usize::from((low..=high).contains(&truth));
        }
        all
    }

    fn share(&self, count: usize) -> String {
        format!("{:.0} %", count as f64 * 100.0 / self.quarters.max(1) as f64)
    }
}

fn main() {
    let quarters = std::env::args().nth(1).and_then(|own| own.parse().ok()).unwrap_or(400);
    by_cell(quarters);
    other_worlds(quarters);
}

fn cycle_name(cell: &Cell) -> String {
    match cell.delay {
        _ if cell.cycle == 0.0 => "at once".to_owned(),
        DelayKind::Spread => format!("{} months, spread", cell.cycle),
        _ => format!("{} months", cell.cycle),
    }
}

fn by_cell(quarters: usize) {
    println!(
        "| leads a month | conversion | cycle | on plan: anything below | on plan: it holds | halved: found | 1.3 times: above | range covers |"
    );
    println!("|--:|--:|---|--:|--:|--:|--:|--:|");
    for leads in [20, 60, 300] {
        for per_cent in [2, 5, 10, 30] {
            for (cycle, delay) in [
                (0.0, DelayKind::Fixed),
                (1.0, DelayKind::Fixed),
                (1.0, DelayKind::Spread),
                (2.0, DelayKind::Fixed),
                (2.0, DelayKind::Spread),
            ] {
                let conversion = f64::from(per_cent) / 100.0;
                row(&Business::new(Cell { leads, conversion, cycle, delay }), quarters);
            }
        }
    }
}

fn row(business: &Business, quarters: usize) {
    let cell = &business.cell;
    let of = |world| Counted::of(business, &world, quarters);
    let true_plan = of(World::AS_PLANNED);
    let halved = of(World { truth: 0.5, ..World::AS_PLANNED });
    let better = of(World { truth: 1.3, ..World::AS_PLANNED });
    let unsure = of(World { from_range: true, ..World::AS_PLANNED });
    println!(
        "| {} | {:.0} % | {} | {} | {} | {} | {} | {} |",
        cell.leads,
        cell.conversion * 100.0,
        cycle_name(cell),
        true_plan.share(true_plan.accused),
        true_plan.share(true_plan.holds + true_plan.above),
        halved.share(halved.below),
        better.share(better.above),
        unsure.share(unsure.covered),
    );
}

/// What the rule does not know.
fn other_worlds(quarters: usize) {
    let own = World::AS_PLANNED;
    let worlds = [
        ("as assumed", own),
        ("leads of a low season: 0.7, 0.7, 0.8 of the plan", World { season: [0.7, 0.7, 0.8], ..own }),
        ("months of leads vary by 50 %", World { months_vary: 0.5, ..own }),
        ("conversion varies by 30 % from month to month", World { conversion_varies: 0.3, ..own }),
        ("conversion falls by 10 % each month", World { drift: 0.9, ..own }),
        ("sales take twice as long", World { slower: 2.0, ..own }),
    ];
    println!("\n| world | cycle | anything below | conversion below | range covers |\n|---|---|--:|--:|--:|");
    for (cycle, delay) in [(0.0, DelayKind::Fixed), (1.0, DelayKind::Spread)] {
        let business = Business::new(Cell { leads: 60, conversion: 0.1, cycle, delay });
        for (name, world) in &worlds {
            let judged = Counted::of(&business, world, quarters);
            let unsure = Counted::of(&business, &World { from_range: true, ..*world }, quarters);
            println!(
                "| {name} | {} | {} | {} | {} |",
                cycle_name(&business.cell),
                judged.share(judged.accused),
                judged.share(judged.below),
                unsure.share(unsure.covered)
            );
        }
    }
}
