//! The statistics of `evidence`: against another library's printed values, by what must always hold, and by what
//! the words of a verdict promise.

use obkatka::evidence::{
    Average, BetaPosterior, Better, Claim, GammaPosterior, Judgement, NormalPosterior, Posterior, Proportion,
    Rate, Sample, Verdict, judge, spread, verdict_on, weight,
};
use obkatka::model::Basis;
use proptest::prelude::*;
use rand_distr::{Binomial, Distribution};
use rand_pcg::{Pcg64, rand_core::SeedableRng};

// The values below are printed by SciPy 1.17.1 (scipy.stats: beta, gamma, norm, binom, poisson) to ten digits.

/// Plan, its weight, facts (two numbers), mark; then sf(mark), ppf(0.1), ppf(0.9), mean(), std().
type Row = (f64, f64, f64, f64, f64, [f64; 5]);

#[rustfmt::skip]
const RATES: [Row; 16] = [
    // Plan, weight, hits, trials, mark.
    (0.08, 30.0, 14.0, 210.0, 0.076, [0.2987186469, 0.0484004282, 0.08981433109, 0.06833333333, 0.01625316935]),
    (0.08, 5.0, 0.0, 1.0, 0.076, [0.3104927041, 0.001213039082, 0.1876529319, 0.06896551724, 0.08822098608]),
    (0.08, 5.0, 3.0, 20.0, 0.076, [0.803658241, 0.05737462, 0.2218469375, 0.1333333333, 0.06511966559]),
    (0.08, 200.0, 200.0, 2000.0, 0.076, [0.9999115019, 0.09013451453, 0.1063856485, 0.09818181818, 0.006342566179]),
    (0.25, 30.0, 0.0, 0.0, 0.2375, [0.534963444, 0.1536573407, 0.3538167186, 0.25, 0.0777713771]),
    (0.5, 5.0, 35.0, 70.0, 0.475, [0.6670719368, 0.4261702616, 0.5738297384, 0.5, 0.05735393347]),
    (0.5, 200.0, 7.0, 20.0, 0.475, [0.631488476, 0.4432370929, 0.5295436168, 0.4863636364, 0.03362112899]),
    (0.9, 5.0, 20.0, 20.0, 0.855, [0.9941603701, 0.9457483449, 0.9996744874, 0.98, 0.02745625892]),
    (0.9, 30.0, 150.0, 200.0, 0.855, [0.000327488444, 0.7335378094, 0.8045826457, 0.7695652174, 0.02770707894]),
    (1.0, 5.0, 40.0, 50.0, 0.95, [0.02547243326, 0.8597725965, 0.9358638153, 0.8995502249, 0.02990329421]),
    (0.0, 5.0, 1.0, 100.0, 0.01, [0.2397594248, 0.0008102143575, 0.01590168257, 0.006997667444, 0.006782525249]),
    (0.01, 5.0, 0.0, 10.0, 0.0095, [0.2875311789, 0.0001332454072, 0.02257254413, 0.008333333333, 0.01163931219]),
    (0.001, 5.0, 3.0, 5000.0, 0.00095, [0.149103605, 0.0002243815163, 0.001067515106, 0.000603960396, 0.0003456880433]),
    (0.08, 30.0, 800.0, 10000.0, 0.076, [0.9318116356, 0.07654692553, 0.08348894428, 0.08, 0.0027087367]),
    (0.03, 200.0, 3100.0, 100000.0, 0.0285, [0.9999985747, 0.03029837255, 0.03170164445, 0.03099800399, 0.0005475114083]),
    (0.3, 30.0, 300600.0, 999970.0, 0.3, [0.9079770131, 0.3000214648, 0.3011967059, 0.300609, 0.0004585226482]),
];

#[rustfmt::skip]
const PACES: [Row; 9] = [
    // Plan, weight, count, exposure, mark.
    (0.01, 30.0, 95.0, 12000.0, 0.0095, [0.06336439295, 0.007393531044, 0.009301680844, 0.008333333333, 0.0007453559925]),
    (0.001, 5.0, 0.0, 100.0, 0.00095, [0.4680985717, 0.0004769786325, 0.001567370507, 0.0009803921569, 0.0004384447015]),
    (20.0, 5.0, 14.0, 1.0, 19.0, [0.1388915486, 10.93718002, 19.80503193, 15.2, 3.487119155]),
    (20.0, 30.0, 55.0, 3.0, 19.0, [0.4640346486, 16.31543044, 21.55749056, 18.88888889, 2.048787657]),
    (70.0, 200.0, 230.0, 3.0, 66.5, [0.97734699, 68.91559638, 77.98678417, 73.41463415, 3.540368036]),
    (0.0002, 5.0, 1.0, 5000.0, 0.00019, [0.4949848721, 0.0001050632677, 0.0003091557964, 0.0002, 8.164965809e-05]),
    (200.0, 30.0, 2400.0, 12.0, 190.0, [0.9937952662, 194.8184254, 205.2168212, 200.0, 4.05720413]),
    (0.5, 5.0, 100000.0, 200200.0, 0.475, [1.0, 0.4974773608, 0.5015258271, 0.4995005244, 0.001579519862]),
    (1.0, 200.0, 99900.0, 100000.0, 0.999, [0.4998318752, 0.9949575844, 1.003050682, 0.999001996, 0.003157543317]),
];

#[rustfmt::skip]
const MEANS: [(f64, Row); 5] = [
    // Spread; plan, weight, average, count, mark.
    (25000.0, (50000.0, 5.0, 42000.0, 8.0, 47500.0, [0.363371576, 36190.96177, 53962.88439, 45076.92308, 6933.752453])),
    (25000.0, (50000.0, 200.0, 42000.0, 60.0, 47500.0, [0.6633846034, 46166.8848, 50140.80751, 48153.84615, 1550.434182])),
    (7.0, (14.0, 30.0, 19.0, 40.0, 13.3, [0.9999893875, 15.78491989, 17.92936582, 16.85714286, 0.8366600265])),
    (500.0, (1000.0, 5.0, 1100.0, 1.0, 950.0, [0.628014261, 755.0710488, 1278.262285, 1016.666667, 204.1241452])),
    (7.0, (14.0, 5.0, 12.0, 4000.0, 13.3, [4.453536969e-32, 11.86074368, 12.14425008, 12.00249688, 0.1106106081])),
];

/// Which way is good, plan, hits, trials; then how often so few (more is better) or so many come under the plan.
#[rustfmt::skip]
const SHARE_TAILS: [(Better, f64, f64, f64, f64); 13] = [
    (Better::More, 0.08, 14.0, 210.0, 0.2873900667),
    (Better::More, 0.08, 0.0, 1.0, 0.92),
    (Better::More, 0.08, 0.0, 40.0, 0.03560517247),
    (Better::More, 0.25, 3.0, 20.0, 0.2251560477),
    (Better::More, 0.5, 20.0, 70.0, 0.0002201425033),
    (Better::More, 0.9, 150.0, 200.0, 9.175983518e-10),
    (Better::More, 0.9, 19.0, 20.0, 0.8784233454),
    (Better::More, 0.08, 7800.0, 100000.0, 0.009831583021),
    (Better::More, 0.001, 0.0, 5000.0, 0.00672111196),
    (Better::Less, 0.05, 4.0, 30.0, 0.06077156131),
    (Better::Less, 0.05, 0.0, 30.0, 1.0),
    (Better::Less, 0.02, 40.0, 1000.0, 4.339875895e-05),
    (Better::Less, 0.3, 30.0, 30.0, 2.058911321e-16),
];

#[rustfmt::skip]
const PACE_TAILS: [(Better, f64, f64, f64, f64); 8] = [
    (Better::More, 0.01, 95.0, 12000.0, 0.01060711504),
    (Better::More, 0.001, 0.0, 100.0, 0.904837418),
    (Better::More, 20.0, 9.0, 1.0, 0.004995412308),
    (Better::More, 70.0, 180.0, 3.0, 0.01901244795),
    (Better::More, 0.5, 49000.0, 100000.0, 3.659920154e-06),
    (Better::Less, 2.0, 5.0, 1.0, 0.05265301734),
    (Better::Less, 0.01, 20.0, 1000.0, 0.003454341976),
    (Better::Less, 2.0, 0.0, 1.0, 1.0),
];

fn assert_close(found: f64, printed: f64, what: &str) {
    let off = (found - printed).abs();
    assert!(off <= 1e-9 * printed.abs() + 1e-10, "{what}: {found} is not {printed}");
}

fn assert_as_printed(belief: &impl Posterior, (plan, weight, facts, size, mark, printed): Row) {
    let row = format!("{plan} worth {weight} after {facts} of {size}");
    assert_close(belief.chance_at_least(mark), printed[0], &format!("{row}: chance"));
    assert_close(belief.quantile(0.1), printed[1], &format!("{row}: low"));
    assert_close(belief.quantile(0.9), printed[2], &format!("{row}: high"));
    assert_close(belief.mean(), printed[3], &format!("{row}: mean"));
    assert_close(belief.sd(), printed[4], &format!("{row}: deviation"));
}

#[test]
fn posteriors_are_those_of_another_library() {
    for row @ (plan, weight, hits, trials, ..) in RATES {
        assert_as_printed(&BetaPosterior::planned(plan, weight).after(hits, trials), row);
    }
    for row @ (plan, weight, count, exposure, ..) in PACES {
        assert_as_printed(&GammaPosterior::planned(plan, weight).after(count, exposure), row);
    }
    for (spread, row @ (plan, weight, average, count, ..)) in MEANS {
        assert_as_printed(&NormalPosterior::planned(plan, weight, spread).after(average, count), row);
    }
}

#[test]
fn rare_facts_are_as_rare_as_another_library_says() {
    for (better, plan, hits, trials, printed) in SHARE_TAILS {
        let judgement = judge(&Claim { plan, weight: 30.0, better }, &Proportion { hits, trials });
        assert_close(judgement.p_value, printed, &format!("{hits} of {trials} at {plan}"));
    }
    for (better, plan, count, exposure, printed) in PACE_TAILS {
        let judgement = judge(&Claim { plan, weight: 30.0, better }, &Rate { count, exposure });
        assert_close(judgement.p_value, printed, &format!("{count} in {exposure} at {plan}"));
    }
}

fn more_is_better(plan: f64, basis: Basis) -> Claim {
    Claim { plan, weight: weight(basis), better: Better::More }
}

fn less_is_better(plan: f64, basis: Basis) -> Claim {
    Claim { better: Better::Less, ..more_is_better(plan, basis) }
}

#[test]
fn fourteen_of_210_leads_do_not_decide_on_eight_per_cent() {
    let judgement = judge(&more_is_better(0.08, Basis::Benchmark), &Proportion { hits: 14.0, trials: 210.0 });
    assert_close(judgement.threshold, 0.076, "mark");
    assert_close(judgement.chance, 0.298_718_646_9, "chance");
    assert_close(judgement.chance_by_facts, 0.314_750_242_8, "the facts alone");
    assert_close(judgement.observed.unwrap_or_default(), 14.0 / 210.0, "observed");
    assert_eq!(judgement.verdict, Verdict::NotYet);
    let more = judgement.to_decide.expect("some number of leads decides");
    assert_eq!(more.verdict, Verdict::Disproved);
    assert!((500.0..2000.0).contains(&more.observations), "{more:?}");
}

#[test]
fn so_many_more_decide_and_one_less_does_not() {
    let open = [
        (more_is_better(0.08, Basis::Benchmark), Proportion { hits: 14.0, trials: 210.0 }),
        (more_is_better(0.25, Basis::Guess), Proportion { hits: 6.0, trials: 20.0 }),
        (more_is_better(0.9, Basis::Measured), Proportion { hits: 5.0, trials: 20.0 }),
        (less_is_better(0.05, Basis::Guess), Proportion { hits: 1.0, trials: 15.0 }),
    ];
    for (claim, facts) in open {
        let judgement = judge(&claim, &facts);
        let more = judgement.to_decide.unwrap_or_else(|| panic!("nothing decides {facts:?}"));
        let after = |count| verdict_on(&claim, &facts.and_more(count, judgement.expected));
        assert_eq!(after(more.observations), more.verdict);
        assert_eq!(after(more.observations - 1.0), Verdict::NotYet, "{facts:?} {more:?}");
    }
}

#[test]
fn the_weight_of_a_plan_alone_proves_nothing() {
    let judgement = judge(&more_is_better(0.5, Basis::Measured), &Proportion { hits: 9.0, trials: 20.0 });
    assert!(judgement.chance_by_facts < 0.5 && judgement.verdict != Verdict::Proved, "{judgement:?}");
    let judgement = judge(&more_is_better(0.5, Basis::Guess), &Proportion { hits: 60.0, trials: 100.0 });
    assert_eq!(judgement.verdict, Verdict::Proved);
}

#[test]
fn plans_of_all_and_of_none_are_judged_like_others() {
    let all = more_is_better(1.0, Basis::Guess);
    assert_eq!(verdict_on(&all, &Proportion { hits: 0.0, trials: 1.0 }), Verdict::NotYet);
    assert_eq!(verdict_on(&all, &Proportion { hits: 199.0, trials: 200.0 }), Verdict::Proved);
    assert_eq!(verdict_on(&all, &Proportion { hits: 40.0, trials: 50.0 }), Verdict::Disproved);
    let none = less_is_better(0.0, Basis::Guess);
    assert_eq!(verdict_on(&none, &Proportion { hits: 1.0, trials: 50.0 }), Verdict::NotYet);
    assert_eq!(verdict_on(&none, &Proportion { hits: 0.0, trials: 200.0 }), Verdict::Proved);
    assert_eq!(verdict_on(&none, &Proportion { hits: 5.0, trials: 50.0 }), Verdict::Disproved);
    // Nothing was promised: there is nothing to be kept.
    let nothing = more_is_better(0.0, Basis::Guess);
    assert_eq!(verdict_on(&nothing, &Proportion { hits: 5.0, trials: 50.0 }), Verdict::NoData);
}

#[test]
fn fewer_days_and_complaints_are_better() {
    let days = |mean| Average { mean, count: 60.0, spread: spread(14.0, Some((7.0, 24.0))) };
    let claim = less_is_better(14.0, Basis::Guess);
    assert_close(judge(&claim, &days(10.0)).threshold, 14.0 / 0.95, "mark");
    assert_eq!(judge(&claim, &days(10.0)).verdict, Verdict::Proved);
    assert_eq!(judge(&claim, &days(20.0)).verdict, Verdict::Disproved);
    let complaints = |count| Rate { count, exposure: 300.0 };
    let claim = less_is_better(0.02, Basis::Guess);
    assert_eq!(judge(&claim, &complaints(2.0)).verdict, Verdict::Proved);
    assert_eq!(judge(&claim, &complaints(20.0)).verdict, Verdict::Disproved);
}

#[test]
fn a_spread_is_read_from_bounds_or_is_half_of_the_plan() {
    assert_close(spread(100.0, Some((50.0, 178.155))), 50.0, "from bounds");
    for range in [None, Some((5.0, 5.0)), Some((9.0, 1.0)), Some((f64::NAN, 1.0)), Some((0.0, f64::INFINITY))]
    {
        assert_close(spread(100.0, range), 50.0, "usual");
    }
}

#[test]
fn without_trials_there_is_no_verdict() {
    let claim = more_is_better(0.08, Basis::Guess);
    assert_eq!(judge(&claim, &Proportion { hits: 0.0, trials: 0.0 }).verdict, Verdict::NoData);
    assert_eq!(judge(&claim, &Rate { count: 3.0, exposure: 0.0 }).verdict, Verdict::NoData);
    let average = Average { mean: 5.0, count: 0.0, spread: 1.0 };
    assert_eq!(judge(&claim, &average).observed, None);
}

/// How many of 1,000 run-ins (three months of 70 leads, judged each month) with hits at `truth` times the plan of 25 % end
/// up with this verdict in some month.
fn run_ins(truth: f64, basis: Basis, verdict: Verdict) -> usize {
    let mut dice = Pcg64::seed_from_u64(7);
    let month = Binomial::new(70, 0.25 * truth).unwrap();
    let lives = (0..1000).filter(|_| {
        let (mut hits, mut trials) = (0.0, 0.0);
        let mut judged = || {
            (hits, trials) = (hits + month.sample(&mut dice) as f64, trials + 70.0);
            verdict_on(&more_is_better(0.25, basis), &Proportion { hits, trials })
        };
        [judged(), judged(), judged()].contains(&verdict)
    });
    lives.count()
}

#[test]
fn a_true_plan_is_rarely_disproved_and_a_half_true_one_soon() {
    // `docs/noise-study.md` has the whole picture.
    for basis in [Basis::Guess, Basis::Benchmark, Basis::Measured] {
        assert!(run_ins(1.0, basis, Verdict::Disproved) <= 110, "false alarms");
        assert!(run_ins(0.5, basis, Verdict::Disproved) >= 980, "found");
        assert_eq!(run_ins(0.5, basis, Verdict::Proved), 0, "false praise");
    }
}

#[test]
fn a_thousand_channels_look_ahead_in_a_moment() {
    let started = std::time::Instant::now();
    for hits in 0..1000 {
        judge(&more_is_better(0.5, Basis::Benchmark), &Proportion { hits: f64::from(hits), trials: 1000.0 });
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
    let chances = [judgement.chance, judgement.chance_by_facts, judgement.p_value];
    let rest = [judgement.hits, judgement.trials, judgement.plan, judgement.threshold, judgement.expected];
    let band = [judgement.interval.0, judgement.interval.1, judgement.observed.unwrap_or_default()];
    let observations = judgement.to_decide.map_or(1.0, |more| more.observations);
    chances.iter().all(|chance| (0.0..=1.0).contains(chance))
        && rest.iter().chain(&band).all(|number| number.is_finite())
        && (1.0..=100_000.0).contains(&observations)
}

fn finite_belief(belief: &impl Posterior, mark: f64, chance: f64) -> bool {
    let numbers = [belief.mean(), belief.sd(), belief.quantile(chance)];
    numbers.iter().all(|number| number.is_finite()) && (0.0..=1.0).contains(&belief.chance_at_least(mark))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn anything_is_answered(
        (plan, weight, a, b, c) in (anything(), anything(), anything(), anything(), anything()),
        better in better(),
    ) {
        let claim = Claim { plan, weight, better };
        let judgements = [
            judge(&claim, &Proportion { hits: a, trials: b }),
            judge(&claim, &Rate { count: a, exposure: b }),
            judge(&claim, &Average { mean: a, count: b, spread: c }),
        ];
        for judgement in judgements {
            prop_assert!(is_finite(&judgement), "{:?}", judgement);
        }
        prop_assert!(finite_belief(&BetaPosterior::planned(plan, weight).after(a, b), c, a));
        prop_assert!(finite_belief(&GammaPosterior::planned(plan, weight).after(a, b), c, a));
        prop_assert!(finite_belief(&NormalPosterior::planned(plan, weight, c).after(a, b), c, a));
    }

    #[test]
    fn a_higher_mark_is_less_likely_and_a_hit_more_raises_the_chance(
        plan in 0.01..0.99, weight in 1.0..300.0, trials in 1.0..2000.0, part in 0.0..1.0, mark in 0.0..1.0, step in 0.0..0.3,
    ) {
        let after = |hits: f64| BetaPosterior::planned(plan, weight).after(hits, trials);
        let belief = after(trials * part);
        prop_assert!(belief.chance_at_least(mark + step) <= belief.chance_at_least(mark) + 1e-12);
        prop_assert!(after(trials * part + 1.0).chance_at_least(mark) >= belief.chance_at_least(mark) - 1e-9);
        let pace = |count: f64| GammaPosterior::planned(plan, weight).after(count, trials);
        prop_assert!(pace(5.0).chance_at_least(mark + step) <= pace(5.0).chance_at_least(mark) + 1e-12);
        prop_assert!(pace(6.0).chance_at_least(mark) >= pace(5.0).chance_at_least(mark) - 1e-9);
    }

    #[test]
    fn the_expected_value_lies_between_plan_and_facts(
        plan in 0.01..0.99, weight in 1.0..300.0, trials in 1.0..2000.0, part in 0.0..1.0,
    ) {
        let (low, high) = if plan < part { (plan, part) } else { (part, plan) };
        let between = |mean: f64| (low - 1e-9..=high + 1e-9).contains(&mean);
        let claim = Claim { plan, weight, better: Better::More };
        let share = Proportion { hits: trials * part, trials };
        let pace = Rate { count: trials * part, exposure: trials };
        let average = Average { mean: part, count: trials, spread: 0.1 };
        prop_assert!(between(judge(&claim, &share).expected));
        prop_assert!(between(judge(&claim, &pace).expected));
        prop_assert!(between(judge(&claim, &average).expected));
    }

    #[test]
    fn more_observations_narrow_the_band(plan in 0.01..0.99, weight in 1.0..300.0, trials in 10.0..2000.0) {
        // At the plan's own rate: facts that surprise may well widen what is believed.
        let width = |belief: &dyn Posterior| belief.quantile(0.9) - belief.quantile(0.1);
        let rate = |trials: f64| BetaPosterior::planned(plan, weight).after(trials * plan, trials);
        prop_assert!(rate(trials * 2.0).sd() < rate(trials).sd());
        let pace = |exposure: f64| GammaPosterior::planned(plan, weight).after(exposure * plan, exposure);
        prop_assert!(pace(trials * 2.0).sd() < pace(trials).sd());
        let mean = |count: f64| NormalPosterior::planned(plan, weight, 0.3).after(plan, count);
        prop_assert!(width(&mean(trials * 2.0)) < width(&mean(trials)));
    }

    #[test]
    fn a_quantile_and_its_chance_are_one(plan in 0.01..0.99, trials in 1.0..2000.0, part in 0.0..1.0, chance in 0.01..0.99) {
        let rate = BetaPosterior::planned(plan, 30.0).after(trials * part, trials);
        prop_assert!((rate.chance_at_most(rate.quantile(chance)) - chance).abs() < 1e-6);
        let pace = GammaPosterior::planned(plan, 30.0).after(trials * part, trials);
        prop_assert!((pace.chance_at_most(pace.quantile(chance)) - chance).abs() < 1e-6);
    }

    #[test]
    fn a_verdict_keeps_its_word(plan in 0.02..0.98, trials in 1.0..3000.0, part in 0.0..1.0, better in better()) {
        let claim = Claim { plan, weight: 30.0, better };
        let judgement = judge(&claim, &Proportion { hits: trials * part, trials });
        let holds = match judgement.verdict {
            Verdict::Proved => judgement.chance > 0.799 && judgement.chance_by_facts > 0.499,
            Verdict::Disproved => judgement.chance < 0.201 && judgement.p_value <= 0.05,
            Verdict::NotYet => true,
            Verdict::NoData => better == Better::Less && judgement.threshold >= 1.0,
        };
        prop_assert!(holds, "{:?}", judgement);
    }
}
