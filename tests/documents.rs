//! Every released form of a document still opens, as what it was. A fixture is never changed or
//! deleted; a new schema adds its own.

#[path = "common/agency.rs"]
mod agency;

use obkatka::codec::{SCHEMA, read_file, read_link, write_file, write_link};
use obkatka::model::*;
use obkatka::number::Decimal;

/// A file and a link of one document, which says all its defaults in the file and none in the link:
/// they are equal only while no default has changed without a step of migration.
fn check(file: &str, link: &str) -> Model {
    let (file, link) = (read_file(file).unwrap(), read_link(link).unwrap());
    assert_eq!((file.faults, link.faults), (vec![], vec![]));
    assert_eq!(file.model, link.model);
    assert_eq!(link.receipt, ["1 240 000 ₽", "14 мес."]);
    file.model
}

#[test]
fn schema_1_opens() {
    let model = check(include_str!("documents/v1.json"), include_str!("documents/v1.link"));
    assert_eq!(model.about.name, "Digital-агентство: сайты и реклама");
    assert_eq!(model.about.start, YearMonth::new(2027, 2));
    assert_eq!(model.offer.retention.kind, RetentionKind::TwoStage);
    assert_eq!(model.offer.retention.later_rate.value, Decimal::new(9836, 4));
    assert_eq!(model.offer.vat_rate.value, Decimal::new(22, 2));
    assert_eq!(model.offer.add_ons[1].kind, AddOnKind::CrossSell);
    // What was called orders a month.
    assert_eq!(model.offer.frequency.value, agency::agency().offer.frequency.value);
    assert_eq!(model.offer.frequency_unit, FrequencyUnit::PerMonth);
    let channel = &model.channels[1];
    assert_eq!((channel.status, channel.place), (Status::RunIn, Place::Partner));
    assert_eq!(channel.cost_per_lead.basis, Basis::Benchmark);
    assert_eq!(model.tax.regime, Regime::RevenueShare);
}

#[test]
fn schema_2_opens() {
    let model = check(include_str!("documents/v2.json"), include_str!("documents/v2.link"));
    let (offer, opening) = (&model.offer, &model.opening);
    assert_eq!(
        (offer.frequency.clone(), offer.frequency_unit),
        (Estimate::guess(6), FrequencyUnit::EveryMonths)
    );
    assert_eq!((offer.rhythm, offer.retention.entry), (Rhythm::Regular, RetentionEntry::BoughtAgain));
    assert_eq!(offer.retention.return_share, Estimate::share(60));
    assert_eq!(
        (opening.clients.clone(), opening.frequency.clone()),
        (Estimate::guess(140), Some(Estimate::share(20)))
    );
    assert_eq!((opening.retention.clone(), opening.age), (Some(Estimate::share(97)), 30));
    let debts =
        [&opening.receivables, &opening.payables].map(|debts| (debts[0].amount.clone(), debts[0].month));
    assert_eq!(debts, [(Estimate::guess(90_000), 1), (Estimate::guess(40_000), 2)]);
    assert_eq!(opening.income_last_year, Some(Estimate::guess(15_000_000)));
    assert_eq!(model.team.rating_scale, RatingScale::Linear);
    assert_eq!(model.funnel.stages[1].delay, DelayKind::Spread);
}

#[test]
fn people_and_pay_open() {
    let model = check(include_str!("documents/people.json"), include_str!("documents/people.link"));
    let [seller, keeper, maker] = [1, 4, 3].map(|at| &model.people[at]);
    assert_eq!(
        (seller.ramp, seller.work, seller.capacity.clone()),
        (3, Work::Leads, Some(Estimate::guess(60)))
    );
    assert_eq!((seller.hires[1].first, seller.hires[1].last), (12, Some(20)));
    let part = &seller.pay.parts[0];
    assert_eq!((part.base, part.counted), (Base::NewSales, Counted::Collected));
    assert_eq!((part.tier_rule, part.tiers[1].rate.value), (TierRule::Retroactive, Decimal::new(8, 2)));
    assert_eq!(seller.pay.parts[2].kpis[1].measure, KpiMeasure::NewClients);
    assert_eq!(seller.pay.parts[2].kpis[1].steps[1].coefficient.value, Decimal::new(12, 1));
    assert_eq!((seller.pay.guarantee, seller.pay.guarantee_months), (Guarantee::Draw, 6));
    assert_eq!((seller.has_proposal, seller.proposed.parts[0].base), (true, Base::Contribution));
    assert_eq!((keeper.process, keeper.pay.guarantee), (Process::Account, Guarantee::Floor));
    assert_eq!(
        (maker.process, maker.pay.parts[0].base, maker.pay.at_will),
        (Process::Own, Base::Profit, true)
    );
    let team = &model.team;
    assert_eq!((team.caps_flow, team.proposed), (true, true));
    assert_eq!((team.handovers[0].executor.as_str(), team.handovers[0].customer.as_str()), ("c", "b"));
    assert_eq!(
        (team.handovers[0].scores[1].score.clone(), team.handovers[0].scores[0].score.is_some()),
        (None, true)
    );
    assert_eq!(team.steps[2].coefficient.value, Decimal::new(12, 1));
}

/// Nothing of people and pay is as it is by default.
fn peopled() -> Model {
    let mut model = agency::agency();
    let model_people = &mut model.people;
    let tier =
        |from, rate| Tier { from: Estimate::share(from), rate: Estimate::share(rate), ..Tier::default() };
    let step = |from, own| Step {
        from: Estimate::share(from),
        coefficient: Estimate::share(own),
        ..Step::default()
    };
    let part = |base, rate| PayPart { base, rate: Estimate::share(rate), ..PayPart::default() };
    let kpi = |name: &str, measure, weight| Kpi {
        name: name.into(),
        measure,
        weight: Estimate::share(weight),
        target: (measure != KpiMeasure::Entered).then(|| Estimate::guess(3)),
        attainment: Estimate::share(90),
        steps: vec![step(80, 50), step(100, 120)],
        ..Kpi::default()
    };
    let hire = |first, last| Hire { heads: Estimate::guess(2), first, last, ..Hire::default() };
    model_people[1] = Person {
        ramp: 3,
        work: Work::Leads,
        capacity: Some(Estimate::guess(60)),
        hires: vec![hire(6, None), hire(12, Some(20))],
        pay: Pay {
            parts: vec![
                PayPart {
                    counted: Counted::Collected,
                    target: Some(Estimate::guess(900_000)),
                    tier_rule: TierRule::Retroactive,
                    tiers: vec![tier(50, 5), tier(100, 8)],
                    ..part(Base::NewSales, 2)
                },
                part(Base::Portfolio, 3),
                PayPart {
                    pool: Estimate::guess(40_000),
                    kpis: vec![
                        kpi("Записи в CRM", KpiMeasure::Entered, 40),
                        kpi("Клиенты", KpiMeasure::NewClients, 60),
                    ],
                    ..part(Base::Kpi, 0)
                },
            ],
            rating_share: Estimate::share(20),
            guarantee: Guarantee::Draw,
            guaranteed: Estimate::guess(110_000),
            guarantee_months: 6,
            promised: Some(Estimate::guess(250_000)),
            at_will: false,
        },
        has_proposal: true,
        proposed_salary: Some(Estimate::guess(60_000)),
        proposed: Pay { parts: vec![part(Base::Contribution, 4), part(Base::Turnover, 1)], ..Pay::default() },
        ..model_people[1].clone()
    };
    model_people[3].process = Process::Own;
    model_people[3].pay = Pay { parts: vec![part(Base::Profit, 5)], at_will: true, ..Pay::default() };
    model_people[4].process = Process::Account;
    model_people[4].work = Work::ActiveClients;
    model_people[4].pay.guarantee = Guarantee::Floor;
    model_people[4].pay.guaranteed = Estimate::guess(100_000);
    model.team = team();
    mend_ids(&mut model);
    model
}

fn team() -> Team {
    let score = |own: Option<i64>| Score { score: own.map(Estimate::guess), ..Score::default() };
    let handover = |executor: &str, customer: &str, scores: [Option<i64>; 2]| Handover {
        executor: executor.into(),
        customer: customer.into(),
        weight: Estimate::guess(2),
        scores: scores.map(score).into(),
        ..Handover::default()
    };
    let step = |from, own| RatingStep {
        from: Estimate::guess(from),
        coefficient: Estimate::share(own),
        ..RatingStep::default()
    };
    Team {
        rating_scale: RatingScale::Steps,
        caps_flow: true,
        proposed: true,
        minimum_wage: Some(Estimate::guess(30_000)),
        income_tax: Some(Estimate::share(13)),
        sales_pay_ceiling: Estimate::share(35),
        handovers: vec![handover("c", "b", [Some(8), None]), handover("e", "", [Some(9), Some(10)])],
        steps: vec![step(0, 50), step(5, 90), step(9, 120)],
    }
}

/// Makes the fixture of the fields that came with people and pay: `cargo test --test documents -- --ignored people`.
#[test]
#[ignore = "writes files"]
fn make_the_fixture_of_people() {
    make("people", &peopled());
}

/// Makes the fixture of a new schema, before its release: `cargo test --test documents -- --ignored`.
#[test]
#[ignore = "writes files"]
fn make_the_fixture_of_this_schema() {
    make(&format!("v{SCHEMA}"), &of_schema_2());
}

/// What schema 2 can say that schema 1 could not.
fn of_schema_2() -> Model {
    let mut model = agency::agency();
    let offer = &mut model.offer;
    (offer.frequency, offer.frequency_unit) = (Estimate::guess(6), FrequencyUnit::EveryMonths);
    offer.rhythm = Rhythm::Regular;
    (offer.retention.kind, offer.retention.entry) = (RetentionKind::Constant, RetentionEntry::BoughtAgain);
    offer.retention.return_share = Estimate::share(60);
    let debt = |amount, month| {
        vec![OpeningDebt { id: "a".into(), name: "Долг".into(), amount: Estimate::guess(amount), month }]
    };
    model.opening = Opening {
        clients: Estimate::guess(140),
        frequency: Some(Estimate::share(20)),
        retention: Some(Estimate::share(97)),
        age: 30,
        receivables: debt(90_000, 1),
        payables: debt(40_000, 2),
        income_this_year: Some(Estimate::guess(4_000_000)),
        payroll_this_year: Some(Estimate::guess(900_000)),
        income_last_year: Some(Estimate::guess(15_000_000)),
    };
    model.funnel.stages[1].delay = DelayKind::Spread;
    model.team.rating_scale = RatingScale::Linear;
    model
}

fn make(name: &str, model: &Model) {
    let path = |kind| format!("{}/tests/documents/{name}.{kind}", env!("CARGO_MANIFEST_DIR"));
    let receipt = ["1 240 000 ₽".into(), "14 мес.".into()];
    assert!(!std::fs::exists(path("json")).unwrap(), "a fixture is never changed");
    std::fs::write(path("json"), write_file(model)).unwrap();
    std::fs::write(path("link"), write_link(model, &receipt).unwrap()).unwrap();
}
