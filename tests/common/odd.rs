//! Businesses that nobody has but everybody types in on the way to a real one, and some that are meant to hurt.

use obkatka::model::{
    Base, Channel, Counted, Estimate, FixedCost, Guarantee, Hire, Instalment, Kpi, KpiMeasure, Model, Pay,
    PayPart, Person, Process, RetentionKind, Stage, Step, Tier,
};
use obkatka::number::Decimal;

/// They and what they are called.
pub fn businesses() -> Vec<(&'static str, Model)> {
    vec![
        ("odd_nothing_filled_in", Model::default()),
        ("odd_zero_price", zero_price()),
        ("odd_loses_on_each_order", loses_on_each_order()),
        ("odd_nobody_leaves", nobody_leaves()),
        ("odd_conversions_over_all", conversions_over_all()),
        ("odd_numbers_of_28_digits", numbers_of_28_digits()),
        ("odd_months_out_of_order", months_out_of_order()),
        ("odd_twenty_channels_over_five_years", twenty_channels()),
        ("odd_pay_of_everything", pay_of_everything()),
    ]
}

/// One channel, one stage, one cost: 10 clients a month at 1 000 each.
fn plain() -> Model {
    let mut model = Model::default();
    model.about.horizon = 12;
    model.about.ltv_horizon = 12;
    model.offer.price = Estimate::guess(1000);
    model.offer.cost_share = Estimate::share(40);
    model.funnel.stages = vec![Stage {
        id: "a".into(),
        conversion: Estimate::share(10),
        days: Estimate::guess(20),
        ..Stage::default()
    }];
    model.channels = vec![channel("a".into(), 10_000, 100)];
    model.costs = vec![FixedCost { id: "a".into(), amount: Estimate::guess(5000), ..FixedCost::default() }];
    model
}

fn channel(id: String, budget: i64, cost_per_lead: i64) -> Channel {
    Channel {
        id,
        budget: Estimate::guess(budget),
        cost_per_lead: Estimate::guess(cost_per_lead),
        ..Channel::default()
    }
}

fn zero_price() -> Model {
    let mut model = plain();
    model.offer.price = Estimate::default();
    model
}

fn loses_on_each_order() -> Model {
    let mut model = plain();
    model.offer.unit_cost = Estimate::guess(700);
    model
}

fn nobody_leaves() -> Model {
    let mut model = plain();
    model.offer.retention.rate = Estimate::share(100);
    model
}

fn conversions_over_all() -> Model {
    let mut model = plain();
    model.funnel.stages[0].conversion = Estimate::share(250);
    model.offer.retention.rate = Estimate::share(130);
    model.terms.instalments = vec![
        Instalment { id: "a".into(), share: Estimate::share(90), days: Estimate::guess(30) },
        Instalment { id: "b".into(), share: Estimate::share(90), days: Estimate::guess(400) },
    ];
    model
}

fn numbers_of_28_digits() -> Model {
    let mut model = plain();
    model.offer.price = Estimate::guess(Decimal::MAX);
    model.channels[0].budget = Estimate::guess(Decimal::MAX);
    model.channels[0].cost_per_lead = Estimate::guess(Decimal::new(1, 28));
    model.terms.opening_cash = Estimate::guess(Decimal::MIN);
    model.funnel.stages[0].days = Estimate::guess(Decimal::MAX);
    model
}

fn months_out_of_order() -> Model {
    let mut model = plain();
    model.channels[0].first = 9;
    model.channels[0].last = Some(3);
    model.costs[0].first = 4_000_000_000;
    model.people = vec![Person {
        id: "a".into(),
        first: 11,
        last: Some(4_000_000_000),
        salary: Estimate::guess(100),
        ..Person::default()
    }];
    model
}

fn twenty_channels() -> Model {
    let mut model = plain();
    model.about.horizon = 60;
    model.offer.retention.kind = RetentionKind::Sbg;
    model.channels = (1..=20u8)
        .map(|number| Channel {
            first: u32::from(number),
            growth: Estimate::share(1),
            ..channel(format!("c{number}"), 1000 * i64::from(number), 90 + i64::from(number))
        })
        .collect();
    model
}

/// A part on each base, collected, with tiers out of order; KPIs of everything with targets of one; and a
/// guarantee that is hard to earn.
fn pay_of_everything() -> Model {
    let mut model = plain();
    let tier =
        |from, rate| Tier { from: Estimate::share(from), rate: Estimate::share(rate), ..Tier::default() };
    let part = |base: &Base| PayPart {
        base: *base,
        counted: Counted::Collected,
        rate: Estimate::share(60),
        tiers: vec![tier(200, 1), tier(50, 90), tier(50, 0)],
        ..PayPart::default()
    };
    let kpi = |measure: &KpiMeasure| Kpi {
        measure: *measure,
        target: Some(Estimate::guess(1)),
        steps: vec![Step { from: Estimate::share(300), ..Step::default() }, Step::default()],
        ..Kpi::default()
    };
    let of_kpis = PayPart {
        base: Base::Kpi,
        pool: Estimate::guess(100),
        kpis: KpiMeasure::ALL.iter().map(kpi).collect(),
        ..PayPart::default()
    };
    let seller = |id: &str, parts| Person {
        id: id.into(),
        process: Process::Sales,
        ramp: 36,
        capacity: Some(Estimate::default()),
        hires: vec![Hire { first: 11, last: Some(0), ..Hire::default() }],
        pay: Pay { parts, guarantee: Guarantee::Draw, guaranteed: Estimate::guess(9999), ..Pay::default() },
        ..Person::default()
    };
    model.people = vec![seller("a", Base::ALL.iter().map(part).collect()), seller("b", vec![of_kpis])];
    model
}
