//! The small form of `cargo xtask study`: who is on plan is rarely accused, a halved conversion is found, ranges hold what is true, and
//! leads that had no time are not lost. The whole table: `docs/verdict-study.md`.

#[path = "common/worlds.rs"]
mod worlds;

use obkatka::evidence::{Next, RunIn, Verdict};
use obkatka::model::DelayKind;
use rand_pcg::{Pcg64, rand_core::SeedableRng};
use worlds::{Business, Cell, World, conversion, is_accused};

const AT_ONCE: Cell = Cell { leads: 60, conversion: 0.1, cycle: 0.0, delay: DelayKind::Fixed };

/// Of so many quarters, the per cent of which each of these is true.
fn shares<const N: usize>(
    cell: Cell,
    world: World,
    quarters: u32,
    are: impl Fn(&RunIn, f64) -> [bool; N],
) -> [f64; N] {
    let (business, mut dice) = (Business::new(cell), Pcg64::seed_from_u64(23));
    let mut counts = [0.0; N];
    for _ in 0..quarters {
        let (run, truth) = business.quarter(&world, &mut dice);
        counts.iter_mut().zip(are(&run, truth)).for_each(|(count, is)| *count += f64::from(u8::from(is)));
    }
    counts.map(|count| count * 100.0 / f64::from(quarters))
}

#[test]
fn who_is_on_plan_is_rarely_accused_however_long_a_sale_takes() {
    for (cycle, delay) in [(0.0, DelayKind::Fixed), (1.0, DelayKind::Spread), (2.0, DelayKind::Fixed)] {
        let cell = Cell { cycle, delay, ..AT_ONCE };
        let [accused, conversion] = shares(cell, World::AS_PLANNED, 100, |run, _| {
            [is_accused(run), conversion(run).judgement.verdict == Verdict::Below]
        });
        // 20 of 100 at most, and what dice add to that.
        assert!(accused <= 25.0, "{accused} % with {cycle} months {delay:?}");
        assert!(conversion <= 6.0, "{conversion} % with {cycle} months {delay:?}");
    }
}

#[test]
fn a_halved_conversion_is_found() {
    let halved = World { truth: 0.5, ..World::AS_PLANNED };
    let [found] = shares(AT_ONCE, halved, 100, |run, _| {
        [run.channels[0].next == Next::Decide && conversion(run).verdict() == Some(Verdict::Below)]
    });
    assert!(found >= 62.0, "{found} %");
}

#[test]
fn ranges_hold_what_is_true_in_eight_cases_of_ten() {
    let unsure = World { from_range: true, ..World::AS_PLANNED };
    let [covered] = shares(AT_ONCE, unsure, 150, |run, truth| {
        let (low, high) = conversion(run).judgement.interval;
        [(low..=high).contains(&truth)]
    });
    assert!((71.0..=89.0).contains(&covered), "{covered} %");
}
