//! The run-in by hand: what is counted out of how much, who still waits, what is said of it and what to do next.

#[path = "common/arbitrary.rs"]
mod arbitrary;
#[path = "common/one_channel.rs"]
mod one_channel;

use arbitrary::any_model;
use obkatka::evidence::{
    Figure, Finding, Floor, Indicator, Judgement, Levers, Measured, Next, RunIn, Verdict, Window,
    WithoutVerdict, adopted, learned, recorded_months, run_in, together,
};
use obkatka::model::*;
use obkatka::number::Decimal;
use obkatka::plan::evaluate;
use one_channel::{one_channel, recorded};
use proptest::prelude::*;

/// One channel: 20 000 a month at 1 000 a lead, so 20 leads; one in ten buys, after `days`.
fn business(days: i64) -> Model {
    let mut model = one_channel(20_000);
    model.funnel.stages[0].days = Estimate { value: Decimal::new(days, 4), ..Estimate::default() };
    model.funnel.stages[0].delay = DelayKind::Fixed;
    model
}

/// The same, selling at once and once, with rent to pay.
fn with_rent(rent: i64) -> Model {
    let mut model = business(0);
    model.offer.retention.kind = RetentionKind::Once;
    model.costs = vec![FixedCost { id: "a".into(), amount: Estimate::guess(rent), ..FixedCost::default() }];
    model
}

fn put(model: Model, path: &str, value: i64) -> Model {
    let datum = Datum::Fact(Some(Decimal::from(value)));
    Edit::put(format!("facts/months/{path}"), datum).applied(&model).unwrap()
}

fn study(model: &Model) -> RunIn {
    run_in(model, &evaluate(model), &model.facts, Window::of_run_in(model).unwrap())
}

fn finding(run: &RunIn, measured: Measured, channel: Option<usize>) -> &Finding {
    run.findings.iter().find(|it| it.measured == measured && it.channel == channel).unwrap()
}

fn counted(run: &RunIn, measured: Measured) -> (f64, f64, f64) {
    let found = finding(run, measured, Some(0));
    (found.judgement.hits, found.judgement.trials, found.waiting)
}

const QUARTER: [[i64; 3]; 3] = [[20_000, 20, 2], [20_000, 24, 1], [20_000, 16, 3]];

#[test]
fn sales_at_once_are_counted_of_all_leads() {
    let run = study(&recorded(business(0), &QUARTER));
    assert_eq!(run.window, Window { first: 0, end: 3 });
    assert_eq!(counted(&run, Measured::Conversion), (6.0, 60.0, 0.0));
    assert_eq!(counted(&run, Measured::Leads), (60.0, 60.0, 0.0));
    assert_eq!(counted(&run, Measured::CostPerLead), (60.0, 60_000.0, 0.0));
    let cost = finding(&run, Measured::CostPerLead, Some(0));
    assert_eq!((cost.judgement.plan, cost.judgement.observed.unwrap()), (1000.0, 1000.0));
    let facts: Vec<_> = cost.months.iter().map(|month| month.fact.unwrap().round()).collect();
    assert_eq!(facts, [1000.0, 833.0, 1250.0]);
    // All channels together are this one channel.
    let total = finding(&run, Measured::Conversion, None);
    assert_eq!((total.judgement.hits, total.judgement.trials, total.judgement.plan), (6.0, 60.0, 0.1));
}

#[test]
fn leads_that_have_had_no_time_are_not_lost() {
    // Half a month: of 20, 24, 16 leads come due 10, 10 + 12, 12 + 8; 8 wait.
    let run = study(&recorded(business(152_188), &QUARTER));
    let (hits, trials, waiting) = counted(&run, Measured::Conversion);
    assert_eq!((hits, trials.round(), waiting.round()), (6.0, 52.0, 8.0));
}

#[test]
fn who_buys_sooner_than_planned_is_not_held_against_the_few_who_were_due() {
    // 25 days of 30.4: of 12 leads in the one month 2.1 are due. Two have bought already: not 2 of 2.1, but at most twice
    // the planned 10 %, and of twelve no more than twelve.
    let run = study(&recorded(business(250_000), &[[20_000, 12, 2]]));
    let (hits, trials, waiting) = counted(&run, Measured::Conversion);
    assert_eq!((hits, trials.round(), waiting.round()), (2.0, 10.0, 2.0));
    let total = finding(&run, Measured::Conversion, None).judgement;
    assert_eq!((total.hits, total.trials.round()), (2.0, 10.0));
    let run = study(&recorded(business(250_000), &[[20_000, 12, 9]]));
    let (hits, trials, waiting) = counted(&run, Measured::Conversion);
    assert_eq!((hits, trials.round(), waiting.round()), (9.0, 12.0, 0.0));
}

#[test]
fn more_sales_than_leads_are_no_conversion() {
    let model = recorded(business(0), &[[20_000, 5, 9], [20_000, 5, 8], [20_000, 5, 9]]);
    let run = study(&model);
    let judged = finding(&run, Measured::Conversion, Some(0)).judgement;
    assert_eq!((judged.verdict, judged.hits, judged.trials), (Verdict::NoData, 26.0, 15.0));
    assert_eq!(learned(&model, &run.findings).funnel, model.funnel);
    assert!(learned(&model, &run.findings).channels[0].own.is_empty());
}

#[test]
fn a_channel_that_is_not_planned_yet_is_judged_by_what_it_costs_and_brings() {
    let mut model = business(0);
    model.channels[0].first = 5;
    let run = study(&recorded(model, &[[20_000, 30, 9], [20_000, 30, 9], [20_000, 30, 9]]));
    assert_eq!(run.channels.len(), 1);
    assert_eq!((run.channels[0].months, run.channels[0].verdict), (3, Verdict::Above));
    assert_eq!(finding(&run, Measured::Conversion, None).judgement.trials, 90.0);
    // Nothing was planned for these months, so there is no number of leads to hold against.
    assert!(run.of_channel(0).all(|it| it.measured != Measured::Leads));
}

#[test]
fn what_is_not_recorded_lowers_no_rate() {
    let mut months = QUARTER;
    months[1][2] = -1;
    let run = study(&recorded(business(0), &months));
    assert_eq!(counted(&run, Measured::Conversion), (5.0, 36.0, 0.0));
    // Half a month later the leads of the second month are missing in the second and in the third.
    let mut months = QUARTER;
    months[1][1] = -1;
    let run = study(&recorded(business(152_188), &months));
    let (hits, trials, _) = counted(&run, Measured::Conversion);
    assert_eq!((hits, trials.round()), (2.0, 10.0));
    assert_eq!(counted(&run, Measured::Leads).0, 36.0);
}

#[test]
fn three_good_months_pass_and_three_bad_ones_ask_for_a_decision() {
    let good = [[20_000, 30, 5], [20_000, 30, 4], [20_000, 30, 5]];
    let run = study(&recorded(business(0), &good));
    assert_eq!((run.channels[0].verdict, run.channels[0].next), (Verdict::Holds, Next::Pass));
    assert_eq!(study(&recorded(business(0), &good[..2])).channels[0].next, Next::GoOn);
    let bad = [[20_000, 20, 0], [20_000, 20, 0], [20_000, 20, 0]];
    let run = study(&recorded(business(0), &bad));
    assert_eq!((run.channels[0].verdict, run.channels[0].next), (Verdict::Below, Next::Decide));
    assert_eq!(run.verdict(Indicator::Sales), Verdict::Below);
    assert_eq!(run.verdict(Indicator::Upsell), Verdict::NoData);
    // With 70 000 of rent nine tenths of the sales are needed: 4 of 60 do not tell.
    let open = [[20_000, 20, 1], [20_000, 20, 1], [20_000, 20, 2]];
    let run = study(&recorded(with_rent(70_000), &open));
    let own = finding(&run, Measured::Conversion, Some(0));
    assert_eq!((own.judgement.verdict, run.channels[0].verdict), (Verdict::Open, Verdict::Open));
    assert!(finding(&run, Measured::Conversion, Some(0)).judgement.to_hold.is_some());
}

#[test]
fn a_verdict_comes_once_a_quarter_and_months_show_ranges_only() {
    let months = [[20_000, 20, 0]; 7];
    let at = |count: usize| study(&recorded(business(0), &months[..count]));
    for count in [1, 2] {
        let run = at(count);
        assert_eq!((run.judged, run.channels[0].verdict), (None, Verdict::Open), "{count} months");
        assert_eq!(run.channels[0].next, Next::GoOn);
        let own = finding(&run, Measured::Conversion, Some(0));
        assert!(own.judgement.interval.1 < 0.2 && own.judgement.observed == Some(0.0), "{own:?}");
    }
    assert_eq!(at(3).judged, Some(Window { first: 0, end: 3 }));
    // Two months after the quarter its verdict stands still, and the range has gone on.
    let (three, five) = (at(3), at(5));
    assert_eq!(five.judged, three.judged);
    let range = |run: &RunIn| finding(run, Measured::Conversion, Some(0)).judgement.interval.1;
    assert!(range(&five) < range(&three));
    assert_eq!(at(7).judged, Some(Window { first: 0, end: 6 }));
    // What goes wrong in the fourth month is said when its quarter is over.
    let mut turned = [[20_000, 20, 2], [20_000, 20, 2], [20_000, 20, 2], [20_000, 60, 0]].to_vec();
    let verdict = |months: &[[i64; 3]]| {
        let run = study(&recorded(business(0), months));
        finding(&run, Measured::Conversion, Some(0)).judgement.verdict
    };
    assert_ne!(verdict(&turned), Verdict::Below);
    turned.extend([[20_000, 60, 0]; 2]);
    assert_eq!(verdict(&turned), Verdict::Below);
}

#[test]
fn a_channel_passes_when_its_clients_surely_bring_more_than_they_cost() {
    // A client costs 10 000 by the plan; it buys once, for so much.
    let chance = |price: i64, months: [[i64; 3]; 3]| {
        let mut model = with_rent(0);
        model.offer.price = Estimate::guess(price);
        let run = study(&recorded(model, &months));
        (run.channels[0].chance.unwrap(), run.channels[0].next)
    };
    let on_plan = [[20_000, 20, 2]; 3];
    let (sure, next) = chance(50_000, on_plan);
    assert!(sure > 0.99 && next == Next::Pass, "{sure}");
    // For what it costs it is as likely as not; what is a little unsure on both sides is not passed.
    let (even, next) = chance(10_000, on_plan);
    assert!((0.4..0.6).contains(&even) && next == Next::TestOn, "{even}");
    let (likely, _) = chance(13_000, on_plan);
    assert!(even < likely && likely < sure, "{likely}");
    // Below plan is below plan, however much is earned.
    assert_eq!(chance(50_000, [[20_000, 20, 0]; 3]).1, Next::Decide);
    // Ten times as many facts of the same make it surer; the price is still a guess.
    let surer = {
        let mut model = with_rent(0);
        model.offer.price = Estimate {
            range: Some(Range { low: 12_900.into(), high: 13_100.into() }),
            ..Estimate::guess(13_000)
        };
        study(&recorded(model, &on_plan)).channels[0].chance.unwrap()
    };
    assert!(surer > likely, "{surer} {likely}");
}

#[test]
fn a_chance_to_pass_is_that_of_dice() {
    use rand_distr::{Distribution, Normal};
    use rand_pcg::{Pcg64, rand_core::SeedableRng};
    let mut model = with_rent(0);
    model.offer.price = Estimate::guess(14_000);
    let run = study(&recorded(model.clone(), &[[20_000, 20, 2]; 3]));
    let range = |measured, channel| finding(&run, measured, channel).judgement.interval;
    let mut dice = Pcg64::seed_from_u64(1);
    let mut drawn = |(low, high): (f64, f64)| {
        let deviation = Normal::new(0.0, (high / low).ln() / 2.5631).unwrap().sample(&mut dice);
        (low * high).sqrt() * f64::exp(deviation)
    };
    let earns = |_: &u32| {
        let cost = drawn(range(Measured::CostPerLead, Some(0))) / drawn(range(Measured::Conversion, Some(0)));
        drawn(range(Measured::Deal, None)) > cost
    };
    let dice = (0..20_000).filter(earns).count() as f64 / 20_000.0;
    let chance = run.channels[0].chance.unwrap();
    assert!((chance - dice).abs() < 0.06, "{chance} by logarithms, {dice} by dice");
}

#[test]
fn leads_and_their_cost_are_one_finding() {
    let run = study(&recorded(business(0), &[[20_000, 8, 1], [20_000, 7, 1], [20_000, 8, 1]]));
    for channel in [None, Some(0)] {
        let leads = finding(&run, Measured::Leads, channel);
        assert_eq!(leads.without_verdict, Some(WithoutVerdict::OneWithCost));
        assert_eq!(leads.verdict(), None);
        assert_eq!(finding(&run, Measured::CostPerLead, channel).verdict(), Some(Verdict::Below));
    }
    assert_eq!(run.below(Indicator::Acquisition).count(), 1);
    // Where nobody knows what was spent, leads speak for themselves.
    let run = study(&recorded(business(0), &[[-1, 8, 1], [-1, 7, 1], [-1, 8, 1]]));
    assert_eq!(finding(&run, Measured::Leads, Some(0)).verdict(), Some(Verdict::Below));
}

#[test]
fn a_cycle_is_told_from_dates_only() {
    let model = recorded(business(304_375), &QUARTER);
    let model = [("202701/cycle", 90), ("202702/cycle", 95), ("202703/cycle", 99)]
        .into_iter()
        .fold(model, |model, (path, days)| put(model, path, days));
    let run = study(&model);
    let cycle = finding(&run, Measured::Cycle, None);
    assert!(cycle.judgement.observed.unwrap() > 90.0);
    assert_eq!((cycle.verdict(), cycle.without_verdict), (None, Some(WithoutVerdict::NeedsDates)));
    assert_ne!(run.verdict(Indicator::Sales), Verdict::Below);
}

#[test]
fn what_is_needed_is_where_the_plan_breaks_even() {
    // 2 clients a month for 50 000 each of 20 000 of marketing and 40 000 of rent.
    let mut model = with_rent(40_000);
    let levers = Levers::new(&model);
    let figure = |measured, channel| Figure {
        measured,
        channel,
        stage: (measured == Measured::Conversion).then_some(0),
    };
    let outcome = evaluate::<f64>(&model);
    let [profit, revenue] = [&outcome.statement.profit, &outcome.statement.revenue]
        .map(|line| line.iter().map(|amount| amount.0).sum::<f64>());
    assert!(profit > 0.0);
    // Revenue may fall by the profit, and nothing else changes with it.
    for measured in [Measured::Conversion, Measured::Deal] {
        let channel = (measured == Measured::Conversion).then_some(0);
        let Floor::BreakEven(times) = levers.floor(figure(measured, channel), 0.1) else {
            panic!("{measured:?}")
        };
        assert!((times - (1.0 - profit / revenue)).abs() < 0.01, "{measured:?} {times}");
    }
    let totals = levers.floor(figure(Measured::Conversion, None), 0.1);
    assert_eq!(totals, levers.floor(figure(Measured::Conversion, Some(0)), 0.1));
    assert_eq!(levers.floor(figure(Measured::Complaints, None), 0.05), Floor::Usual);
    // A plan that loses money as it is has no value at which it would not, by this figure alone.
    model.costs[0].amount = Estimate::guess(10_000_000);
    assert_eq!(Levers::new(&model).floor(figure(Measured::Deal, None), 50_000.0), Floor::Loss);
}

#[test]
fn what_was_learned_stands_in_the_plan() {
    let bad = [[20_000, 10, 0], [20_000, 10, 0], [20_000, 10, 0]];
    let model = recorded(business(0), &bad);
    let run = study(&model);
    let channel = &learned(&model, &run.findings).channels[0];
    // A guess weighs 1 / s², s = ln 3 / 2.563: so many leads for so many thousands; 10 of each month vary as 2.25 times dice: see the
    // dispersion of `Rate::by_months`, here (6 · 2.25 + 0) / 8. Of 60 leads by the plan's money 30 came.
    let weight = (2.5631 / 3_f64.ln()).powi(2);
    let dispersion = (6.0 * (1.0 + 0.0625 * 20.0)) / 8.0;
    let leads = (weight + 30.0 / dispersion) / (weight + 60.0 / dispersion);
    assert!(
        (channel.cost_per_lead.number::<f64>() - 1000.0 / leads).abs() < 0.1,
        "{:?}",
        channel.cost_per_lead
    );
    let hits = weight / 0.9;
    let bought: f64 = channel.own[0].conversion.number();
    assert!((bought - hits / (hits / 0.1 + 30.0)).abs() < 1e-6, "{bought}");
    let changed = adopted(&model, run.of_channel(0), "facts");
    assert_eq!(changed.channels[0].cost_per_lead.basis, Basis::Measured);
    assert_eq!(changed.channels[0].own[0].conversion.source, "facts");
    assert_eq!(changed.facts, model.facts);
}

#[test]
fn facts_that_were_taken_into_the_plan_are_not_counted_a_second_time() {
    let months = [[20_000, 20, 1], [20_000, 20, 2], [20_000, 20, 1]];
    let model = recorded(business(0), &months);
    let judged = |model: &Model| finding(&study(model), Measured::Conversion, Some(0)).judgement;
    let before = judged(&model);
    let run = study(&model);
    let own = run.of_channel(0).filter(|it| it.measured == Measured::Conversion);
    let mut after = adopted(&model, own, "facts of the first quarter");
    let twice = judged(&after);
    after.facts.adoptions =
        vec![Adoption { id: "202704".into(), source: "facts of the first quarter".into() }];
    let once = judged(&after);
    // The plan holds what is known; the same facts again would make it look surer than it is.
    let width = |own: &Judgement| (own.interval.1 / own.interval.0).ln();
    assert!((once.expected - before.expected).abs() < 1e-4, "{once:?}");
    assert!((width(&once) / width(&before) - 1.0).abs() < 0.05, "{} {}", width(&once), width(&before));
    assert!(width(&twice) < 0.9 * width(&once));
    // The verdict is still of all facts, and facts that come later count.
    assert_eq!((once.hits, once.trials), (4.0, 60.0));
    let later = recorded(after.clone(), &[months[0], months[1], months[2], [20_000, 60, 0]]);
    assert!(judged(&later).expected < once.expected);
    // Who types a source of their own means another measurement.
    after.channels[0].own[0].conversion.source = "the CRM of last year".into();
    assert!(width(&judged(&after)) < 0.9 * width(&once));
}

/// Of 100 clients 36 stay where 45 were planned, and 36 order 90 times where 72 were planned.
fn leaving(retention: Retention) -> Model {
    let mut model = business(0);
    model.offer.retention = retention;
    model.offer.frequency = Estimate::guess(2);
    let told = [
        ("202701/active", 1000),
        ("202702/active", 360),
        ("202702/lost", 640),
        ("202702/delivered", 900),
        ("202702/channels/a/stages/a/count", 0),
    ];
    told.into_iter().fold(model, |model, (path, value)| put(model, path, value))
}

#[test]
fn how_clients_stay_is_learned_by_every_rule() {
    // So many facts that the weight of the plan hardly counts: the rate, each month of a table and the odds of a curve.
    let table = |shares: [i64; 3]| {
        shares.map(|share| Observed { share: Estimate::share(share), ..Observed::default() })
    };
    let kinds = [
        Retention { kind: RetentionKind::Constant, rate: Estimate::share(45), ..Retention::default() },
        Retention { kind: RetentionKind::Table, table: table([45, 30, 28]).into(), ..Retention::default() },
        Retention { kind: RetentionKind::Sbg, ..Retention::default() },
    ];
    for retention in kinds {
        let model = leaving(retention.clone());
        let run = study(&model);
        let judged = finding(&run, Measured::Retention, None).judgement;
        let after = learned(&model, &run.findings).offer.retention;
        let is_lower = judged.expected < judged.plan;
        assert!(is_lower, "{judged:?}");
        let ratio = judged.expected / judged.plan;
        match retention.kind {
            RetentionKind::Table => {
                let [one, two, three] = [0, 1, 2].map(|at| after.table[at].share.number::<f64>());
                assert!((one - 0.45 * ratio).abs() < 1e-6, "{one}");
                assert!((two - 0.30 * ratio * ratio).abs() < 1e-6, "{two}");
                assert!((three - 0.28 * ratio.powi(3)).abs() < 1e-6, "{three}");
            }
            RetentionKind::Sbg => {
                // The odds of leaving are so many times what they were: 1 by 4 in the first month.
                let odds = |stay: f64| (1.0 - stay) / stay;
                let alpha: f64 = after.alpha.number();
                assert!((alpha - odds(judged.expected) / odds(judged.plan)).abs() < 1e-4, "{alpha}");
                assert_eq!(after.beta, retention.beta);
            }
            _ => assert!((after.rate.number::<f64>() - judged.expected).abs() < 1e-6),
        }
    }
}

#[test]
fn how_often_clients_order_is_judged_and_learned() {
    let model = leaving(Retention { rate: Estimate::share(45), ..Retention::default() });
    let run = study(&model);
    let judged = finding(&run, Measured::Frequency, None).judgement;
    assert_eq!((judged.hits, judged.plan, judged.verdict), (900.0, 2.0, Verdict::Open));
    // Nobody new came in the second month: all 360 could order again.
    let months = 360.0;
    assert!((judged.trials - months).abs() < 0.01, "{judged:?}");
    // A guess weighs 5.44 orders, in half as many client months.
    let learnt: f64 = learned(&model, &run.findings).offer.frequency.number();
    let weight = (2.5631 / 3_f64.ln()).powi(2);
    assert!((learnt - (900.0 + weight) / (months + weight / 2.0)).abs() < 1e-3, "{learnt}");
    let once = leaving(Retention { kind: RetentionKind::Once, ..Retention::default() });
    assert!(study(&once).findings.iter().all(|it| it.measured != Measured::Frequency));
}

#[test]
fn more_leads_than_the_cap_lift_it() {
    // 30 leads a month came, at half the price, though the plan says that no more than 25 can be had.
    let mut model = business(0);
    model.channels[0].most_leads = Some(Estimate::guess(25));
    let months = [[20_000, 38, 4], [20_000, 40, 4], [20_000, 42, 4]];
    let model = recorded(model, &months);
    let after = &learned(&model, &study(&model).findings).channels[0];
    assert_eq!(after.most_leads.as_ref().unwrap().value, Decimal::from(40));
    // Fewer than that do not say that the cap is lower.
    let model = recorded(model, &[[20_000, 20, 4], [20_000, 20, 4], [20_000, 20, 4]]);
    let after = &learned(&model, &study(&model).findings).channels[0];
    assert_eq!(after.most_leads.as_ref().unwrap().value, Decimal::from(25));
}

#[test]
fn one_doubt_leaves_all_open_and_one_failure_decides() {
    use Verdict::{Above, Below, Holds, NoData, Open};
    let all = |verdicts: &[Verdict]| together(verdicts.iter().copied());
    assert_eq!(all(&[]), NoData);
    assert_eq!(all(&[Holds, Above]), Holds);
    assert_eq!(all(&[Above, Above]), Above);
    assert_eq!(all(&[Holds, NoData]), Open);
    assert_eq!(all(&[Holds, Open]), Open);
    assert_eq!(all(&[NoData, NoData]), NoData);
    assert_eq!(all(&[NoData, Below, Holds]), Below);
}

#[test]
fn services_are_judged_by_what_was_delivered() {
    let mut model = business(0);
    model.offer.retention.rate = Estimate::share(90);
    for (month, active, lost) in [("202701", 100, 0), ("202702", 95, 10), ("202703", 90, 9)] {
        let figures =
            [("active", active), ("lost", lost), ("delivered", 50), ("on_promise", 48), ("complaints", 1)];
        model =
            figures.iter().fold(model, |model, (key, value)| put(model, &format!("{month}/{key}"), *value));
    }
    let run = study(&model);
    let judged = |measured| finding(&run, measured, None).judgement;
    // Of 100 and 95 clients 10 and 9 left.
    assert_eq!((judged(Measured::Retention).hits, judged(Measured::Retention).trials), (176.0, 195.0));
    assert_eq!((judged(Measured::OnPromise).hits, judged(Measured::OnPromise).trials), (144.0, 150.0));
    assert_eq!(judged(Measured::Complaints).verdict, Verdict::Holds);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is in a document, the run-in is worked out, and no figure of it is no number.
    #[test]
    fn any_facts_are_answered(mut model in any_model()) {
        for (row, t) in model.facts.months.iter_mut().zip(0..) {
            row.id = model.about.start.later(t).key();
            for (own, channel) in row.channels.iter_mut().zip(&model.channels) {
                own.id.clone_from(&channel.id);
            }
        }
        let outcome = evaluate(&model);
        let months = recorded_months(&model);
        for window in Window::of_run_in(&model).into_iter().chain([Window { first: 0, end: 60 }, Window { first: 3, end: 3 }]) {
            let run = run_in(&model, &outcome, &model.facts, window);
            for it in &run.findings {
                prop_assert!(it.judgement.expected.is_finite() && it.judgement.chance.is_finite(), "{it:?}");
                prop_assert_eq!(it.months.len(), window.months().len());
            }
            let _ = (learned(&model, &run.findings), adopted(&model, run.findings.iter(), "x"));
        }
        prop_assert!(months.windows(2).all(|pair| pair[0] < pair[1]));
    }
}

#[test]
fn every_measured_figure_is_counted_where_the_plan_has_it() {
    let mut model = recorded(business(304_375), &QUARTER);
    model.offer.retention.kind = RetentionKind::Constant;
    model.offer.retention.rate = Estimate::share(90);
    model.offer.frequency = Estimate::guess(1);
    let add_on = |id: &str, kind| AddOn {
        id: id.into(),
        kind,
        price: Estimate::guess(100),
        share: Estimate::share(10),
        ..AddOn::default()
    };
    model.offer.add_ons = vec![add_on("a", AddOnKind::Upsell), add_on("b", AddOnKind::CrossSell)];
    let run = study(&model);
    for measured in Measured::ALL {
        assert!(run.findings.iter().any(|it| it.measured == measured), "nothing counts {}", measured.name());
        assert!(run.of(measured.indicator()).count() > 0, "{:?}", measured.indicator());
    }
}
