//! The statistics of `evidence`: against another library's printed values, by what must always hold, and by what
//! the words of a verdict promise.

use obkatka::evidence::{
    Average, BetaPosterior, Better, Claim, GammaPosterior, Judgement, LogNormalPosterior, Posterior,
    PriorScale, Proportion, Rate, Sample, Verdict, judge, prior_sd, verdict_on,
};
use obkatka::model::{Basis, Estimate, Range};
use obkatka::number::Decimal;
use proptest::prelude::*;
use rand_distr::{Binomial, Distribution};
use rand_pcg::{Pcg64, rand_core::SeedableRng};

/// What SciPy prints of beliefs made from the rule afresh: see `evidence/posteriors.py`.
const PRINTED: &str = include_str!("evidence/posteriors.csv");

fn assert_close(found: f64, printed: f64, what: &str) {
    let off = (found - printed).abs();
    assert!(off <= 1e-8 * printed.abs() + 1e-10, "{what}: {found} is not {printed}");
}

fn more_is_better(plan: f64, prior_sd: f64) -> Claim {
    Claim { plan, prior_sd, better: Better::More, floor: None }
}

fn less_is_better(plan: f64, prior_sd: f64) -> Claim {
    Claim { better: Better::Less, ..more_is_better(plan, prior_sd) }
}

fn assert_as_printed<S: Sample>(row: &str, claim: &Claim, sample: &S, mark: f64, printed: &[f64]) {
    let (belief, verdict) = (sample.posterior(claim), sample.for_verdict(claim));
    let found = [
        belief.chance_at_least(mark),
        belief.quantile(0.1),
        belief.quantile(0.9),
        belief.mean(),
        belief.sd(),
        verdict.chance_at_least(claim.plan),
        sample.chance_of_worse(claim),
    ];
    let names = ["chance", "low", "high", "mean", "deviation", "chance for the verdict", "chance of worse"];
    for ((found, printed), name) in found.into_iter().zip(printed).zip(names) {
        assert_close(found, *printed, &format!("{name} of {row}"));
    }
}

#[test]
fn posteriors_and_tails_are_those_of_another_library() {
    let mut rows = 0;
    for row in PRINTED.lines().skip(1) {
        let cells: Vec<_> = row.split(',').collect();
        let numbers: Vec<f64> = cells[2..].iter().map(|cell| cell.parse().unwrap()).collect();
        let [plan, prior_sd, hits, trials, extra, mark, printed @ ..] = numbers.as_slice() else {
            panic!("{row}")
        };
        let better = if cells[1] == "more" { Better::More } else { Better::Less };
        let claim = Claim { plan: *plan, prior_sd: *prior_sd, better, floor: None };
        let (hits, trials) = (*hits, *trials);
        match cells[0] {
            "share" => assert_as_printed(row, &claim, &Proportion { hits, trials }, *mark, printed),
            "pace" => {
                let sample = Rate { count: hits, exposure: trials, dispersion: *extra };
                assert_as_printed(row, &claim, &sample, *mark, printed);
            }
            _ => {
                let sample = Average { mean: hits, count: trials, cv: *extra };
                assert_as_printed(row, &claim, &sample, *mark, printed);
            }
        }
        rows += 1;
    }
    assert_eq!(rows, 36);
}

#[test]
fn a_range_is_as_wide_as_its_bounds_are_apart() {
    let range = |low: i64, high: i64| Some(Range { low: Decimal::new(low, 3), high: Decimal::new(high, 3) });
    let estimate = |range| Estimate { range, ..Estimate::share(5) };
    // A factor of 2 each way.
    assert_close(prior_sd(&estimate(range(25, 100)), PriorScale::Log), 4_f64.ln() / 2.5631, "log");
    let odds = ((0.1 / 0.9) / (0.025 / 0.975_f64)).ln() / 2.5631;
    assert_close(prior_sd(&estimate(range(25, 100)), PriorScale::Odds), odds, "odds");
    // Bounds at none and at all are moved inside; those that are no bounds count as none.
    assert!(prior_sd(&estimate(range(0, 1000)), PriorScale::Odds) <= 3.0);
    for wrong in [range(100, 25), range(0, 50), range(-5, 50)] {
        assert_close(prior_sd(&estimate(wrong), PriorScale::Log), 3_f64.ln() / 2.5631, "a guess");
    }
    let measured = Estimate { basis: Basis::Measured, ..Estimate::share(5) };
    assert!(prior_sd(&measured, PriorScale::Odds) < prior_sd(&Estimate::share(5), PriorScale::Odds));
}

#[test]
fn fourteen_of_210_leads_do_not_decide_on_eight_per_cent() {
    let judgement = judge(&more_is_better(0.08, 0.4), &Proportion { hits: 14.0, trials: 210.0 });
    assert_close(judgement.floor, 0.056, "70 % of the plan");
    assert_close(judgement.observed.unwrap_or_default(), 14.0 / 210.0, "observed");
    assert_eq!(judgement.verdict, Verdict::Open);
    let enough = judgement.to_hold.expect("some number of leads is enough");
    assert!((100.0..2000.0).contains(&enough), "{enough}");
}

#[test]
fn with_so_many_a_business_on_plan_holds_in_eight_cases_of_ten() {
    let mut dice = Pcg64::seed_from_u64(3);
    for plan in [0.05, 0.1, 0.3] {
        let claim = more_is_better(plan, 0.4);
        let few = Proportion { hits: 14.0 * plan, trials: 20.0 };
        let enough = judge(&claim, &few).to_hold.expect("some number is enough").round();
        let trials = Binomial::new(enough as u64, plan).unwrap();
        let holds = |hits: u64| {
            let sample = Proportion { hits: hits as f64, trials: enough };
            matches!(verdict_on(&claim, &sample), Verdict::Holds | Verdict::Above)
        };
        let held = (0..4000).filter(|_| holds(trials.sample(&mut dice))).count();
        assert!((3100..3500).contains(&held), "{plan}: {held} of 4000 with {enough}");
    }
}

#[test]
fn what_is_needed_decides_whether_it_holds() {
    let facts = Proportion { hits: 16.0, trials: 200.0 };
    let needing = |floor| Claim { floor: Some(floor), ..more_is_better(0.1, 0.4) };
    assert_eq!(verdict_on(&needing(0.05), &facts), Verdict::Holds);
    assert_eq!(verdict_on(&needing(0.095), &facts), Verdict::Open);
    // What is needed is the plan: a business on plan never surely holds.
    assert_eq!(judge(&needing(0.1), &facts).to_hold, None);
    // A half is below plan whatever is needed; twice as much above it.
    assert_eq!(verdict_on(&needing(0.01), &Proportion { hits: 8.0, trials: 200.0 }), Verdict::Below);
    assert_eq!(verdict_on(&needing(0.01), &Proportion { hits: 40.0, trials: 200.0 }), Verdict::Above);
}

#[test]
fn a_guess_and_a_measured_plan_are_judged_alike() {
    for hits in [3.0, 9.0, 18.0, 30.0] {
        let facts = Proportion { hits, trials: 180.0 };
        let verdicts = [0.05, 0.43].map(|sd| verdict_on(&more_is_better(0.1, sd), &facts));
        assert_eq!(verdicts[0], verdicts[1]);
    }
}

#[test]
fn shares_above_a_half_are_judged_by_their_failures() {
    // 5 failures of 100 planned: 7.14 are the most that will do.
    let floor = judge(&more_is_better(0.95, 0.4), &Proportion { hits: 95.0, trials: 100.0 }).floor;
    assert_close(floor, 1.0 - 0.05 / 0.7, "floor");
    // The same facts told as failures.
    let told = judge(&less_is_better(0.05, 0.4), &Proportion { hits: 5.0, trials: 100.0 });
    assert_close(told.floor, 0.05 / 0.7, "most");
    for failures in 0..40 {
        let failures = f64::from(failures);
        let good = Proportion { hits: 100.0 - failures, trials: 100.0 };
        let bad = Proportion { hits: failures, trials: 100.0 };
        let verdicts =
            [verdict_on(&more_is_better(0.95, 0.4), &good), verdict_on(&less_is_better(0.05, 0.4), &bad)];
        assert_eq!(verdicts[0], verdicts[1], "{failures} failures");
    }
}

#[test]
fn plans_of_all_and_of_none_are_judged_like_others() {
    let all = more_is_better(1.0, 0.43);
    assert_eq!(verdict_on(&all, &Proportion { hits: 0.0, trials: 1.0 }), Verdict::Open);
    assert_eq!(verdict_on(&all, &Proportion { hits: 199.0, trials: 200.0 }), Verdict::Holds);
    assert_eq!(verdict_on(&all, &Proportion { hits: 40.0, trials: 50.0 }), Verdict::Below);
    let none = less_is_better(0.0, 0.43);
    assert_eq!(verdict_on(&none, &Proportion { hits: 1.0, trials: 50.0 }), Verdict::Open);
    assert_eq!(verdict_on(&none, &Proportion { hits: 1.0, trials: 300.0 }), Verdict::Holds);
    assert_eq!(verdict_on(&none, &Proportion { hits: 5.0, trials: 50.0 }), Verdict::Below);
    // Nothing was promised: there is nothing to be kept.
    let nothing = more_is_better(0.0, 0.43);
    assert_eq!(verdict_on(&nothing, &Proportion { hits: 5.0, trials: 50.0 }), Verdict::NoData);
}

#[test]
fn fewer_costs_and_complaints_are_better() {
    let costs = |mean| Average { mean, count: 60.0, cv: 0.5 };
    let claim = less_is_better(14.0, 0.43);
    assert_close(judge(&claim, &costs(10.0)).floor, 14.0 / 0.7, "most");
    assert_eq!(verdict_on(&claim, &costs(14.0)), Verdict::Holds);
    assert_eq!(verdict_on(&claim, &costs(10.0)), Verdict::Above);
    assert_eq!(verdict_on(&claim, &costs(20.0)), Verdict::Below);
}

#[test]
fn months_that_vary_accuse_nobody() {
    // 60 leads a month planned; a quarter of 150 in place of 180 is no wonder where months vary by a quarter.
    let months = |counts: [f64; 3]| counts.map(|count| (count, 60.0));
    let quarter = |counts| Rate::by_months(&months(counts), 1.0);
    let claim = more_is_better(1.0, 0.43);
    assert_eq!(verdict_on(&claim, &Rate::of_dice(145.0, 180.0)), Verdict::Below);
    assert_ne!(verdict_on(&claim, &quarter([50.0, 40.0, 55.0])), Verdict::Below);
    assert_eq!(verdict_on(&claim, &quarter([30.0, 32.0, 28.0])), Verdict::Below);
    // Months that are far apart say less than those that are alike.
    let [alike, apart] = [[50.0, 50.0, 50.0], [10.0, 130.0, 10.0]].map(|own| quarter(own).dispersion);
    assert!(apart > 2.0 * alike, "{alike} {apart}");
}

#[test]
fn one_enormous_deal_proves_nothing() {
    let claim = more_is_better(1000.0, 0.43);
    let alike = Average::by_months(&[(10_000.0, 10.0), (9_000.0, 10.0), (11_000.0, 10.0)], 0.8);
    let enormous = Average::by_months(&[(10_000.0, 10.0), (9_000.0, 10.0), (61_000.0, 10.0)], 0.8);
    assert_eq!(verdict_on(&claim, &alike), Verdict::Holds);
    assert!(enormous.cv > 1.5 * alike.cv, "{enormous:?}");
    assert_ne!(verdict_on(&claim, &enormous), Verdict::Above);
}

#[test]
fn without_trials_there_is_no_verdict() {
    let claim = more_is_better(0.08, 0.43);
    assert_eq!(verdict_on(&claim, &Proportion { hits: 0.0, trials: 0.0 }), Verdict::NoData);
    assert_eq!(verdict_on(&claim, &Proportion { hits: 9.0, trials: 5.0 }), Verdict::NoData);
    assert_eq!(verdict_on(&claim, &Rate::of_dice(3.0, 0.0)), Verdict::NoData);
    let average = Average { mean: 5.0, count: 0.0, cv: 0.5 };
    assert_eq!(judge(&claim, &average).observed, None);
}

/// How many of 1,000 quarters of so many trials, with hits at `truth` times the plan, get this verdict.
fn quarters(trials: u64, plan: f64, truth: f64, verdict: Verdict) -> usize {
    let mut dice = Pcg64::seed_from_u64(7);
    let quarter = Binomial::new(trials, plan * truth).unwrap();
    let said = |hits: u64| {
        verdict_on(&more_is_better(plan, 0.43), &Proportion { hits: hits as f64, trials: trials as f64 })
    };
    (0..1000).filter(|_| said(quarter.sample(&mut dice)) == verdict).count()
}

#[test]
fn a_true_plan_is_rarely_below_itself_and_a_half_true_one_mostly() {
    // `docs/verdict-study.md` has the whole picture.
    for (trials, plan) in [(60, 0.1), (180, 0.1), (900, 0.1), (180, 0.3), (180, 0.9)] {
        let below = quarters(trials, plan, 1.0, Verdict::Below);
        assert!(below <= 30, "{below} of 1000 at {trials} of {plan}");
    }
    let found = quarters(180, 0.1, 0.5, Verdict::Below);
    assert!(found >= 650, "{found} of 1000");
    assert!(quarters(180, 0.1, 0.5, Verdict::Holds) <= 100);
}

#[test]
fn a_thousand_channels_look_ahead_in_a_moment() {
    let started = std::time::Instant::now();
    for hits in 0..1000 {
        judge(&more_is_better(0.5, 0.4), &Proportion { hits: f64::from(hits), trials: 1000.0 });
    }
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}

/// Any number at all, with those that break things among them.
fn anything() -> impl Strategy<Value = f64> {
    let odd = [
        f64::NAN,
        f64::INFINITY,
        f64::NEG_INFINITY,
        0.0,
        -0.0,
        1.0,
        -1.0,
        1e-300,
        1e300,
        f64::MAX,
        5e-324,
        1e15,
    ];
    prop_oneof![any::<f64>(), prop::sample::select(odd.to_vec()), 0.0..1.0, 0.0..1e6]
}

fn better() -> impl Strategy<Value = Better> {
    prop::sample::select(vec![Better::More, Better::Less])
}

fn is_finite(judgement: &Judgement) -> bool {
    let chances = [judgement.chance, judgement.chance_of_worse];
    let rest = [judgement.hits, judgement.trials, judgement.plan, judgement.floor, judgement.expected];
    let band = [judgement.interval.0, judgement.interval.1, judgement.observed.unwrap_or_default()];
    let observations = judgement.to_hold.unwrap_or(1.0);
    chances.iter().all(|chance| (0.0..=1.0).contains(chance))
        && rest.iter().chain(&band).all(|number| number.is_finite())
        && (1.0..=200_000.0).contains(&observations)
        && judgement.prior_weight.is_finite()
}

fn finite_belief(belief: &impl Posterior, mark: f64, chance: f64) -> bool {
    let numbers = [belief.mean(), belief.sd(), belief.quantile(chance)];
    numbers.iter().all(|number| number.is_finite()) && (0.0..=1.0).contains(&belief.chance_at_least(mark))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn anything_is_answered(
        (plan, prior_sd, a, b, c) in (anything(), anything(), anything(), anything(), anything()),
        better in better(),
    ) {
        let claim = Claim { plan, prior_sd, better, floor: (c > 0.5).then_some(c) };
        let judgements = [
            judge(&claim, &Proportion { hits: a, trials: b }),
            judge(&claim, &Rate { count: a, exposure: b, dispersion: c }),
            judge(&claim, &Rate::by_months(&[(a, b), (c, b)], plan)),
            judge(&claim, &Average { mean: a, count: b, cv: c }),
            judge(&claim, &Average::by_months(&[(a, b), (c, b)], 0.8)),
        ];
        for judgement in judgements {
            prop_assert!(is_finite(&judgement), "{:?}", judgement);
        }
        prop_assert!(finite_belief(&BetaPosterior::planned(plan, prior_sd).after(a, b), c, a));
        prop_assert!(finite_belief(&GammaPosterior::planned(plan, prior_sd).after(a, b), c, a));
        prop_assert!(finite_belief(&LogNormalPosterior::planned(plan, prior_sd).after(a, b, 0.5), c, a));
    }

    #[test]
    fn a_higher_mark_is_less_likely_and_a_hit_more_raises_the_chance(
        plan in 0.01..0.99, sd in 0.05..1.0, trials in 1.0..2000.0, part in 0.0..1.0, mark in 0.0..1.0, step in 0.0..0.3,
    ) {
        let after = |hits: f64| BetaPosterior::planned(plan, sd).after(hits, trials);
        let belief = after(trials * part);
        prop_assert!(belief.chance_at_least(mark + step) <= belief.chance_at_least(mark) + 1e-12);
        prop_assert!(after(trials * part + 1.0).chance_at_least(mark) >= belief.chance_at_least(mark) - 1e-9);
        let pace = |count: f64| GammaPosterior::planned(plan, sd).after(count, trials);
        prop_assert!(pace(5.0).chance_at_least(mark + step) <= pace(5.0).chance_at_least(mark) + 1e-12);
        prop_assert!(pace(6.0).chance_at_least(mark) >= pace(5.0).chance_at_least(mark) - 1e-9);
    }

    #[test]
    fn the_expected_value_lies_between_plan_and_facts(
        plan in 0.01..0.99, sd in 0.05..1.0, trials in 1.0..2000.0, part in 0.0..1.0,
    ) {
        let (low, high) = if plan < part { (plan, part) } else { (part, plan) };
        let between = |mean: f64| (low - 1e-9..=high + 1e-9).contains(&mean);
        let claim = more_is_better(plan, sd);
        let share = Proportion { hits: trials * part, trials };
        let pace = Rate::of_dice(trials * part, trials);
        let average = Average { mean: part.max(0.001), count: trials, cv: 0.1 };
        prop_assert!(between(judge(&claim, &share).expected));
        prop_assert!(between(judge(&claim, &pace).expected));
        prop_assert!(between(judge(&claim, &average).expected));
    }

    #[test]
    fn more_observations_narrow_the_band(plan in 0.01..0.99, sd in 0.05..1.0, trials in 10.0..2000.0) {
        // At the plan's own rate: facts that surprise may well widen what is believed.
        let width = |belief: &dyn Posterior| belief.quantile(0.9) - belief.quantile(0.1);
        let rate = |trials: f64| BetaPosterior::planned(plan, sd).after(trials * plan, trials);
        prop_assert!(rate(trials * 2.0).sd() < rate(trials).sd());
        let pace = |exposure: f64| GammaPosterior::planned(plan, sd).after(exposure * plan, exposure);
        prop_assert!(pace(trials * 2.0).sd() < pace(trials).sd());
        let mean = |count: f64| LogNormalPosterior::planned(plan, sd).after(plan, count, 0.3);
        prop_assert!(width(&mean(trials * 2.0)) < width(&mean(trials)));
    }

    #[test]
    fn a_quantile_and_its_chance_are_one(plan in 0.01..0.99, trials in 1.0..2000.0, part in 0.0..1.0, chance in 0.01..0.99) {
        let rate = BetaPosterior::planned(plan, 0.3).after(trials * part, trials);
        prop_assert!((rate.chance_at_most(rate.quantile(chance)) - chance).abs() < 1e-6);
        let pace = GammaPosterior::planned(plan, 0.3).after(trials * part, trials);
        prop_assert!((pace.chance_at_most(pace.quantile(chance)) - chance).abs() < 1e-6);
    }

    #[test]
    fn a_verdict_keeps_its_word(plan in 0.02..0.98, trials in 1.0..3000.0, part in 0.0..1.0, better in better()) {
        let claim = Claim { plan, prior_sd: 0.3, better, floor: None };
        let judgement = judge(&claim, &Proportion { hits: trials * part, trials });
        let holds = match judgement.verdict {
            Verdict::Holds => judgement.chance > 0.799,
            // Facts so rare that the plan can hardly be true.
            Verdict::Below => judgement.chance_of_worse < 0.05,
            Verdict::Above => judgement.chance_of_worse > 0.95,
            Verdict::Open => judgement.chance < 0.801,
            Verdict::NoData => false,
        };
        prop_assert!(holds, "{:?}", judgement);
    }
}
