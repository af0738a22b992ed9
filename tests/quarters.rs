//! Quarters: plan and fact of the same months, how sure a reforecast is, what has changed since a quarter ago.

#[path = "common/one_channel.rs"]
mod one_channel;
#[path = "common/studied.rs"]
mod studied;

use obkatka::evidence::{
    Actuals, Change, ChannelComparison, ForecastBand, Knowledge, Known, PlanActual, PlannedChannels,
    Projection, Recorded, RunIn, Window, changes, compare, forecast_band, learned, projection, run_in,
};
use obkatka::model::*;
use obkatka::number::{Decimal, Exact, Money, Number};
use obkatka::plan::evaluate;
use obkatka::text::quarters::{
    been_lowest_text, change_text, lowest_text, month_text, months_text, without_loss_text,
};
use obkatka::text::variance::{assumed_text, cause_text, sum_text, variance_text};
use obkatka::text::{Language, Show};
use one_channel::{fact, one_channel, recorded};
use studied::{reforecast, variance};

/// One channel: 20 000 a month at 1 000 a lead, so 20 leads; one in ten buys at once for 50 000.
fn business() -> Model {
    one_channel(20_000)
}

fn study(model: &Model, first: u32, end: u32) -> RunIn {
    run_in(model, &evaluate(model), &model.facts, Window { first, end })
}

fn number(number: Exact) -> i64 {
    i64::try_from(number.decimal().unwrap().round()).unwrap()
}

fn told(pair: &PlanActual) -> (i64, Option<i64>, u32, u32) {
    (number(pair.plan), pair.fact.map(number), pair.recorded, pair.of)
}

fn of(model: &Model, end: u32) -> obkatka::evidence::Comparison {
    let outcome = evaluate(model);
    compare(&PlannedChannels::of(model, &outcome), &outcome, &Recorded::new(model), 0..end)
}

#[test]
fn a_plan_is_held_only_against_what_is_written_down() {
    let model = recorded(business(), &[[20_000, 25, 2], [-1, 15, -1], [-1, -1, -1]]);
    let all = of(&model, 3);
    let [(0, ChannelComparison { spend, leads, stages, clients, cost_per_lead, cost_per_client, .. })] =
        &all.channels[..]
    else {
        panic!("one channel")
    };
    assert_eq!(told(spend), (20_000, Some(20_000), 1, 3));
    assert_eq!(told(leads), (40, Some(40), 2, 3));
    assert_eq!(told(&stages[0]), (2, Some(2), 1, 3));
    assert_eq!(stages[0], *clients);
    // 20 000 for the 25 leads of the one month in which both are known; for 2 clients.
    assert_eq!(told(cost_per_lead), (1_000, Some(800), 1, 3));
    assert_eq!(told(cost_per_client), (10_000, Some(10_000), 1, 3));
    assert_eq!(all.total.spend, *spend);
    assert_eq!(told(&all.lines.fixed_costs), (0, None, 0, 3));
    assert_eq!(told(&all.lines.marketing), (20_000, Some(20_000), 1, 3));
}

#[test]
fn differences_are_shares_of_the_plans_size() {
    let pair = |plan, fact| PlanActual {
        plan: Exact::from_decimal(plan),
        fact: Some(Exact::from_decimal(fact)),
        recorded: 1,
        of: 1,
    };
    let (less, more) = (Decimal::from(-200), Decimal::from(100));
    assert_eq!(pair(less, more).difference(), Some(Exact::whole(300)));
    assert_eq!(pair(less, more).change(), Some(Exact::from_decimal(Decimal::new(15, 1))));
    assert_eq!(pair(Decimal::ZERO, more).change(), None);
}

#[test]
fn lines_of_different_months_are_said_not_to_add_up() {
    let told = |months: u32, without: &str| {
        let all = ["channels/a/revenue", "channels/a/spend", "variable_costs", "payroll", "fixed_costs"];
        let known = (0..months).flat_map(|t| all.map(|path| (t, path)));
        let known = known.filter(|(t, path)| *t == 0 || *path != without);
        known.fold(business(), |model, (t, path)| fact(&model, t, path, 1_000))
    };
    assert!(!of(&told(0, ""), 3).lines.is_uneven());
    assert!(!of(&told(2, ""), 3).lines.is_uneven());
    for missing in ["payroll", "channels/a/revenue", "channels/a/spend"] {
        assert!(of(&told(2, missing), 3).lines.is_uneven(), "{missing}");
    }
}

#[test]
fn a_balance_is_the_last_one_told() {
    let model = fact(&fact(&business(), 0, "cash", 100), 1, "cash", 250);
    let cash = of(&model, 3).lines.cash;
    assert_eq!((cash.fact.map(number), cash.recorded, cash.of), (Some(250), 2, 3));
    assert_eq!(cash.plan, evaluate(&model).cash.balance[1].0);
}

#[test]
fn revenue_of_channels_is_the_plans() {
    let mut model = business();
    model.channels.push(Channel {
        id: "b".into(),
        budget: Estimate::guess(40_000),
        ..model.channels[0].clone()
    });
    let all = of(&model, 3);
    assert_eq!(number(all.channels[0].1.revenue.plan) * 2, number(all.channels[1].1.revenue.plan));
    let revenue: Exact =
        evaluate(&model).statement.order_revenue[..3].iter().fold(Exact::ZERO, |sum, it| sum + it.0);
    assert_eq!(number(all.total.revenue.plan), number(revenue));
}

fn width(band: &ForecastBand, t: usize) -> f64 {
    band.cash[t].1 - band.cash[t].0
}

fn band_of(model: &Model, run: &RunIn) -> ForecastBand {
    forecast_band(model, &Recorded::new(model), run)
}

#[test]
fn facts_as_planned_leave_less_open() {
    let bare = business();
    let some = recorded(business(), &[[20_000, 20, 2]; 3]);
    let many = recorded(business(), &[[20_000, 20, 2]; 9]);
    let widths = [(&bare, 3), (&some, 3), (&many, 9)].map(|(model, end)| {
        let band = band_of(model, &study(model, 0, end));
        assert!(band.cash.iter().chain(&band.profit).all(|(low, high)| low <= high && high.is_finite()));
        width(&band, 11)
    });
    assert!(widths[0] > widths[1] && widths[1] > widths[2] && widths[2] > 0.0, "{widths:?}");
}

#[test]
fn points_have_no_band_and_the_expected_lies_within() {
    let model = recorded(business(), &[[20_000, 31, 2], [18_000, 22, 4]]);
    let mut run = study(&model, 0, 2);
    let facts = Recorded::new(&model);
    let expected =
        projection::<f64>(&learned(&model, &run.findings), &Actuals::of(&facts), &facts.past(Known::ALL));
    let wide = band_of(&model, &run);
    for (amount, (low, high)) in expected.cash.iter().zip(&wide.cash) {
        assert!((*low..=*high).contains(&amount.0));
    }
    for finding in &mut run.findings {
        finding.judgement.interval = (finding.judgement.expected, finding.judgement.expected);
    }
    let points = band_of(&model, &run);
    assert!(points.cash.iter().chain(&points.profit).all(|(low, high)| low == high));
}

/// The course that is expected with the facts of the first months.
fn expected(model: &Model, end: u32) -> Projection {
    let mut known = model.clone();
    known.facts.months.truncate(end as usize);
    reforecast(&known, &Recorded::new(&known), &learned(&known, &study(&known, 0, end).findings)).forecast
}

#[test]
fn what_is_another_than_a_quarter_ago_comes_greatest_first() {
    let months = [
        [20_000, 20, 2],
        [20_000, 20, 2],
        [20_000, 20, 2],
        [20_000, 40, 1],
        [20_000, 40, 0],
        [20_000, 40, 1],
    ];
    let mut model = recorded(business(), &months);
    model.offer.retention.kind = RetentionKind::Once;
    model.costs = vec![FixedCost { id: "a".into(), amount: Estimate::guess(90_000), ..FixedCost::default() }];
    let (first, second, all) = (study(&model, 0, 3), study(&model, 3, 6), study(&model, 0, 6));
    let (then, now) = (expected(&model, 3), expected(&model, 6));
    let before = Knowledge { quarter: Some(&first), verdicts: Some(&first), projection: &then };
    let after = Knowledge { quarter: Some(&second), verdicts: Some(&all), projection: &now };
    let told = changes(before, after, 5);
    assert!(!told.is_empty() && told.len() <= 5);
    let Change::Figure { at, before: was, now: is, .. } = &told[0] else { panic!("{told:?}") };
    assert!(second.findings[*at].channel.is_none());
    assert_ne!(was, is);
    assert_eq!(changes(after, after, 5), []);
    assert_eq!(changes(before, after, 0), []);
    let verdicts: Vec<_> = told
        .iter()
        .filter_map(|change| match change {
            Change::Figure { verdict, .. } => *verdict,
            _ => None,
        })
        .collect();
    assert!(verdicts.iter().all(|(was, is)| was != is), "{verdicts:?}");
    assert!(told.iter().any(|change| matches!(change, Change::Lowest { .. } | Change::BreakEven { .. })));
}

#[test]
fn the_first_quarter_is_held_against_the_plan() {
    let model = recorded(business(), &[[20_000, 10, 1]; 3]);
    let run = study(&model, 0, 3);
    let plan = Projection::planned(&evaluate(&model));
    let now = expected(&model, 3);
    let told = changes(
        Knowledge { quarter: None, verdicts: None, projection: &plan },
        Knowledge { quarter: Some(&run), verdicts: Some(&run), projection: &now },
        5,
    );
    let halved = |change: &Change| matches!(change, Change::Figure { before, now, verdict: None, .. } if *before == 2.0 * *now);
    assert!(told.iter().any(halved), "{told:?}");
}

fn show(language: Language) -> Show<'static> {
    Show::standard(language).of(&Model::default().about)
}

/// A line without placeholders left open and without anything that is no number.
fn assert_said(text: &str) {
    assert!(!text.trim().is_empty());
    for odd in ["{", "}", "NaN", "inf", "compare.", "quarters."] {
        assert!(!text.contains(odd), "{text}");
    }
}

#[test]
fn causes_are_told_with_their_sum() {
    let model =
        fact(&fact(&recorded(business(), &[[21_000, 25, 3]]), 0, "payroll", 1_000), 0, "fixed_costs", 0);
    let delivered = |model: Model, months: u32| {
        (0..months).fold(model, |model, t| fact(&model, t, "delivered", i64::from(3 + t)))
    };
    let model = delivered(model, 1);
    let taken = variance(&model, &Recorded::new(&model), 0..1).unwrap();
    for language in [Language::Russian, Language::English] {
        let show = show(language);
        taken.causes.iter().for_each(|(cause, amount)| assert_said(&cause_text(&show, *cause, *amount)));
        assert_said(&variance_text(&show, &taken));
        assert_said(&sum_text(&show, &taken));
    }
    let russian: Vec<_> =
        taken.causes.iter().map(|it| cause_text(&show(Language::Russian), it.0, it.1)).collect();
    let first = assumed_text(&show(Language::Russian), &taken.assumed);
    assert_eq!(first, "активные клиенты, выручка, переменные расходы (2027-01)");
    let longer = recorded(model, &[[21_000, 25, 3], [21_000, 25, 3], [-1, 25, 3], [21_000, 25, 3]]);
    let longer = delivered(longer, 4);
    let longer = variance(&longer, &Recorded::new(&longer), 0..4).unwrap();
    assert_eq!(
        assumed_text(&show(Language::English), &longer.assumed),
        "active customers, revenue, variable costs (2027-01 – 2027-04); \
         advertising spend (2027-03); payroll, fixed costs (2027-02 – 2027-04)"
    );
    assert!(russian.contains(&"На рекламу ушло больше: −1\u{a0}000\u{a0}RUB".to_owned()), "{russian:?}");
    assert!(
        russian.contains(&"Оплата за те же продажи выше: −1\u{a0}000\u{a0}RUB".to_owned()),
        "{russian:?}"
    );
}

#[test]
fn changes_are_told_in_both_languages() {
    let model = fact(
        &recorded(business(), &[[20_000, 20, 2], [20_000, 0, 0], [-1, -1, -1], [20_000, 40, 1]]),
        3,
        "cash",
        -5,
    );
    let (first, second, all) = (study(&model, 0, 3), study(&model, 3, 6), study(&model, 0, 6));
    let (then, now) = (expected(&model, 2), expected(&model, 3));
    let before = Knowledge { quarter: Some(&first), verdicts: Some(&first), projection: &then };
    let after = Knowledge { quarter: Some(&second), verdicts: Some(&all), projection: &now };
    let been = Actuals::of(&Recorded::new(&model));
    for show in [Language::Russian, Language::English].map(show) {
        for change in changes(before, after, 99) {
            assert_said(&change_text(&show, &model, &second, &change, false));
            assert_said(&change_text(&show, &model, &second, &change, true));
        }
        assert_said(&months_text(&show, 0, 2));
        assert_said(&month_text(&show, now.break_even));
        assert_said(&lowest_text(&show, now.lowest.0, now.lowest.1));
        assert_said(&been_lowest_text(&show, &been));
        assert_said(&without_loss_text(&show, &been));
    }
}

#[test]
fn a_month_told_in_part_is_as_it_was_in_that_part() {
    // Two clients at 50 000 are planned, 150 000 came of their two orders; nothing is told of pay and other costs.
    let model = fact(&recorded(business(), &[[20_000, 20, 2]]), 0, "channels/a/revenue", 150_000);
    let model = fact(&model, 0, "delivered", 2);
    let model = fact(&model, 1, "payroll", 7_000);
    let recorded = Recorded::new(&model);
    let all = reforecast(&model, &recorded, &model);
    let more = |line: fn(&Projection) -> &Vec<Money<Exact>>, t: usize| {
        number((line(&all.forecast)[t] - line(&all.plan)[t]).0)
    };
    assert!(all.fact.profit.iter().all(Option::is_none));
    assert_eq!([0, 1, 2].map(|t| more(|course| &course.profit, t)), [50_000, -7_000, 0]);
    assert_eq!([0, 1, 2].map(|t| more(|course| &course.revenue, t)), [50_000, 0, 0]);
    assert_eq!([0, 1, 2].map(|t| more(|course| &course.cash, t)), [50_000, 43_000, 43_000]);
    // Why profit is another takes what is missing from the same place.
    let taken = variance(&model, &recorded, 0..1).unwrap();
    assert_eq!(taken.fact, all.forecast.profit[0]);
}

#[test]
fn what_has_been_is_told_without_looking_ahead() {
    let model = fact(&fact(&business(), 1, "cash", 40), 2, "cash", 90);
    let been = Actuals::of(&Recorded::new(&model));
    assert_eq!(been.lowest().map(|(t, amount)| (t, number(amount.0))), Some((1, 40)));
    assert_eq!((been.last(), been.without_loss()), (Some(2), None));
    assert_eq!(Actuals::of(&Recorded::new(&business())).lowest(), None);
}
