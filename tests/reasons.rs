//! Reasons are true: where a figure is "never", "impossible" or cannot be told, taking away the reason that is given takes
//! the answer away.

#[allow(dead_code, reason = "of the businesses only the plausible ones are tried")]
#[path = "common/arbitrary.rs"]
mod arbitrary;
#[allow(dead_code, reason = "the same")]
#[path = "common/business.rs"]
mod business;

use business::sane;
use obkatka::model::*;
use obkatka::number::{Decimal, Exact, Number, Undefined};
use obkatka::plan::{Answer, FIGURES, Outcome, Place, Reached, Scope, evaluate, figure};
use obkatka::text::{Language, Show, Word, figure_reason};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

/// How many random plans are tried.
const PLANS: usize = 150;

fn plans() -> impl Iterator<Item = Model> {
    let mut runner = TestRunner::deterministic();
    // Every other one is poor: what an order costs eats its price, or hardly anybody comes.
    (0..PLANS).map(move |number| {
        let mut model = sane().new_tree(&mut runner).unwrap().current();
        match number % 5 {
            1 => model.offer.cost_share = Estimate::share(95),
            2 => model.funnel.stages.iter_mut().for_each(|stage| stage.conversion = Estimate::default()),
            3 => model.channels.clear(),
            _ => {}
        }
        model
    })
}

fn answer(outcome: &Outcome, id: &str) -> Answer {
    figure(id).expect(id).value(outcome, Place::Whole)
}

/// The reason given for a figure.
fn reason(outcome: &Outcome, id: &str, at: Place) -> Option<String> {
    let show = Show::standard(Language::English).of(&Model::default().about);
    let figure = figure(id).expect(id);
    figure_reason(&show, outcome, figure, figure.value(outcome, at))
}

fn says(outcome: &Outcome, id: &str, word: Word) -> bool {
    says_at(outcome, id, Place::Whole, word)
}

fn says_at(outcome: &Outcome, id: &str, at: Place, word: Word) -> bool {
    reason(outcome, id, at).is_some_and(|reason| reason == word.text(Language::English))
}

/// A plan in which orders cost nothing, and nobody is paid or taxed by them.
fn without_costs_of_orders(model: &Model) -> Model {
    let mut model = model.clone();
    let offer = &mut model.offer;
    for cost in [
        &mut offer.cost_share,
        &mut offer.unit_cost,
        &mut offer.payment_fee,
        &mut offer.commission,
        &mut offer.refund_share,
        &mut offer.delivery_cost,
        &mut offer.first_order_cost,
        &mut offer.service_cost,
    ] {
        *cost = Estimate::default();
    }
    offer.add_ons.clear();
    model.tax.regime = Regime::None;
    model.people.iter_mut().for_each(|person| {
        person.pay.parts.clear();
        person.proposed.parts.clear();
    });
    model
}

const MONTHS: [&str; 3] = ["break_even_month", "break_even_lasting", "project_payback"];

#[test]
fn volume_helps_as_soon_as_an_order_leaves_something() {
    let mut seen = 0;
    for model in plans() {
        let outcome: Outcome = evaluate(&model);
        for id in MONTHS.into_iter().filter(|id| says(&outcome, id, Word::REASON_VOLUME_NO_HELP)) {
            seen += 1;
            let without: Outcome = evaluate(&without_costs_of_orders(&model));
            assert!(answer(&without, id) != Reached::Never, "{id}: {:?}", model.offer);
        }
        // The other way round: where orders leave something, nobody says that they do not.
        let leaves = outcome.break_even.per_order.iter().any(|amount| amount.is_positive());
        let is_never = MONTHS.iter().any(|id| answer(&outcome, id) == Reached::Never);
        assert!(!(leaves && is_never), "{:?}", model.offer);
    }
    assert!(seen >= 10, "only {seen} plans of which no volume helps");
}

#[test]
fn nothing_is_sold_until_somebody_comes() {
    let mut seen = 0;
    for model in plans() {
        let outcome: Outcome = evaluate(&model);
        for id in MONTHS.into_iter().filter(|id| says(&outcome, id, Word::REASON_NOTHING_SOLD)) {
            seen += 1;
            let mut other = without_costs_of_orders(&model);
            other.funnel.stages.clear();
            let channel = Channel { most_leads: Some(Estimate::guess(1_000_000)), ..Channel::default() };
            other.channels = vec![Channel { id: "a".into(), ..channel }];
            other.team.caps_flow = false;
            other.offer.price = Estimate::guess(1000);
            other.opening = Opening::default();
            let other: Outcome = evaluate(&other);
            assert!(answer(&other, id).at().is_some(), "{id}: {:?}", answer(&other, id));
        }
    }
    assert!(seen >= 10, "only {seen} plans in which nothing is sold");
}

#[test]
fn a_longer_plan_is_no_worse_than_a_plan_too_short() {
    for model in plans() {
        let outcome: Outcome = evaluate(&model);
        for id in MONTHS.into_iter().filter(|id| says(&outcome, id, Word::REASON_PLAN_TOO_SHORT)) {
            let mut longer = model.clone();
            longer.about.horizon = 120;
            let longer: Outcome = evaluate(&longer);
            assert!(answer(&longer, id) != Reached::Never, "{id}");
        }
    }
}

#[test]
fn a_client_that_never_pays_back_does_so_at_a_lower_cost() {
    let mut seen = 0;
    for model in plans() {
        let outcome: Outcome = evaluate(&model);
        for id in ["payback", "payback_loaded"] {
            if answer(&outcome, id) != Reached::Never {
                continue;
            }
            // What one brings at the most, endlessly, is below the cost: by one that costs nothing it is there at once.
            seen += 1;
            let mut free = model.clone();
            free.channels.iter_mut().for_each(|channel| {
                let leads = channel.most_leads.clone().unwrap_or(Estimate::guess(100));
                (channel.budget, channel.cost_per_lead) = (Estimate::default(), Estimate::default());
                channel.most_leads = Some(leads);
            });
            free.people.clear();
            let answer = answer(&evaluate(&free), id);
            assert!(!matches!(answer, Reached::Never | Reached::NotWithinHorizon), "{id}: {answer:?}");
        }
    }
    assert!(seen >= 10, "only {seen} clients who never pay back");
}

#[test]
fn what_is_divided_by_nothing_is_so_until_there_is_something() {
    // A client costs nothing to tell of without clients; a lead without leads; advertising returns nothing without it.
    let mut model = Model::default();
    model.offer.price = Estimate::guess(1000);
    let empty: Outcome = evaluate(&model);
    let of = ["cpl", "cac", "cac_loaded", "conversion", "romi", "payroll_share"];
    for id in of {
        assert!(says(&empty, id, Word::REASON_DIVISION), "{id}: {:?}", answer(&empty, id));
    }
    let leads = Estimate::guess(100);
    model.channels =
        vec![Channel { id: "a".into(), budget: leads.clone(), cost_per_lead: leads, ..Channel::default() }];
    let sold: Outcome = evaluate(&model);
    for id in of {
        assert!(answer(&sold, id).at().is_some(), "{id}: {:?}", answer(&sold, id));
    }
}

/// "See the remarks on the Plan screen": there is one, and without what it is about nothing is impossible.
#[test]
fn what_is_impossible_is_remarked_upon() {
    let is_impossible = |outcome: &Outcome| {
        let mut whole = FIGURES.iter().filter(|figure| figure.scope == Scope::Whole);
        whole.any(|figure| figure.value(outcome, Place::Whole) == Reached::Unknown(Undefined::Impossible))
    };
    let mut seen = 0;
    for (number, mut model) in plans().enumerate() {
        match number % 3 {
            0 => {
                model.offer.retention.kind = RetentionKind::Constant;
                model.offer.retention.entry = RetentionEntry::BoughtAgain;
                model.offer.retention.return_share = Estimate::share(99);
                model.offer.frequency = Estimate::share(10);
                model.offer.rhythm = Rhythm::Random;
            }
            1 => model.offer.price = Estimate::guess(Decimal::NEGATIVE_ONE),
            _ => {}
        }
        if !is_impossible(&evaluate(&model)) {
            continue;
        }
        seen += 1;
        let problems: Vec<_> =
            check(&model).into_iter().filter(|issue| issue.severity == Severity::Problem).collect();
        assert!(!problems.is_empty(), "{:?}", model.offer);
        for issue in problems {
            let other = match find(&model, &issue.path) {
                Some((_, Slot::Estimate(_) | Slot::Optional(_))) => Estimate::share(20),
                _ => continue,
            };
            model = Edit::put(issue.path, Datum::Estimate(other)).applied(&model).unwrap();
        }
        assert!(!is_impossible(&evaluate::<Exact>(&model)), "{:?}", model.offer);
    }
    assert!(seen >= 20, "only {seen} impossible plans");
}

/// A cost that is there in one month alone.
fn once(amount: Exact, month: u32) -> FixedCost {
    let amount = Estimate::guess(amount.decimal().unwrap().round_dp(2));
    FixedCost { id: "once".into(), amount, first: month, last: Some(month), ..FixedCost::default() }
}

#[test]
fn cash_that_lasts_lasts_until_that_much_less_is_there() {
    let mut seen = 0;
    for mut model in plans() {
        let outcome: Outcome = evaluate(&model);
        let Some(lowest) = outcome.cash.balance.iter().filter_map(|balance| balance.0.decimal().ok()).min()
        else {
            continue;
        };
        if !says(&outcome, "gap_first", Word::REASON_NO_GAP) {
            continue;
        }
        seen += 1;
        assert!(lowest >= Decimal::ZERO);
        model.terms.opening_cash.value -= lowest + Decimal::ONE;
        assert!(answer(&evaluate(&model), "gap_first").at().is_some(), "{lowest}");
    }
    assert!(seen >= 10, "only {seen} plans whose cash lasts");
}

#[test]
fn a_runway_is_there_as_soon_as_three_months_lose_cash() {
    let (mut seen, runway) = (0, figure("runway").unwrap());
    for mut model in plans() {
        // Pay and taxes that hang on profit would hide what is lost.
        model.tax.regime = Regime::None;
        model.people.clear();
        let outcome: Outcome = evaluate(&model);
        for t in [0, 1] {
            assert!(says_at(&outcome, "runway", Place::Month(t), Word::REASON_THREE_MONTHS));
        }
        let at = Place::Month(2);
        if !says_at(&outcome, "runway", at, Word::REASON_NO_BURN) {
            continue;
        }
        seen += 1;
        let three =
            |outcome: &Outcome| outcome.cash.flow[..3].iter().fold(Exact::ZERO, |sum, flow| sum + flow.0);
        model.costs.push(once(three(&outcome) + Exact::whole(30), 2));
        let poorer: Outcome = evaluate(&model);
        let lost = -three(&poorer);
        let (balance, told) = (poorer.cash.balance[2].0, runway.value(&poorer, at));
        let expected = if balance.is_positive() { balance * Exact::whole(3) / lost } else { Exact::ZERO };
        match told {
            Reached::At(Exact::Value(told)) => {
                assert!((told - expected.decimal().unwrap()).abs() < Decimal::new(1, 9), "{told}");
            }
            other => panic!("{other:?}"),
        }
    }
    assert!(seen >= 10, "only {seen} plans that lose no cash");
}

#[test]
fn too_little_is_entered_until_more_is() {
    // Nothing happens in an empty plan; a first cost is something.
    let mut model = Model::default();
    let empty: Outcome = evaluate(&model);
    for id in MONTHS {
        assert!(says(&empty, id, Word::REASON_NO_DATA), "{id}: {:?}", answer(&empty, id));
    }
    model.costs.push(once(Exact::ONE, 0));
    let costly: Outcome = evaluate(&model);
    for id in MONTHS {
        assert!(!says(&costly, id, Word::REASON_NO_DATA), "{id}: {:?}", answer(&costly, id));
    }
    // A table of who stays without a row; a row is enough.
    let mut model = Model::default();
    model.offer.price = Estimate::guess(1000);
    model.offer.retention.kind = RetentionKind::Table;
    assert!(says(&evaluate(&model), "ltv", Word::REASON_NO_DATA));
    model.offer.retention.table.push(Observed { id: "a".into(), ..Observed::default() });
    assert!(answer(&evaluate(&model), "ltv").at().is_some());
}

#[test]
fn what_has_no_bound_has_one_as_soon_as_somebody_leaves() {
    let mut seen = 0;
    for mut model in plans() {
        model.offer.retention.kind = RetentionKind::Constant;
        model.offer.retention.entry = RetentionEntry::Month;
        model.offer.retention.rate = Estimate::share(100);
        if !says(&evaluate(&model), "ltv_endless", Word::REASON_UNBOUNDED) {
            continue;
        }
        seen += 1;
        model.offer.retention.rate = Estimate::share(99);
        let outcome: Outcome = evaluate(&model);
        assert!(answer(&outcome, "ltv_endless").at().is_some(), "{:?}", model.offer);
    }
    assert!(seen >= 10, "only {seen} plans without a bound");
}

#[test]
fn a_number_too_large_is_one_with_fewer_zeros() {
    let price = |zeros| {
        let mut model = Model::default();
        model.offer.price = Estimate::guess(Decimal::from(10_i64.pow(zeros)));
        model.offer.unit_cost = model.offer.price.clone();
        model.offer.frequency = Estimate::guess(1000);
        model.offer.add_ons.push(AddOn {
            id: "a".into(),
            price: model.offer.price.clone(),
            ..AddOn::default()
        });
        model.channels = vec![Channel {
            id: "a".into(),
            budget: Estimate::guess(Decimal::from(10_i64.pow(zeros))),
            cost_per_lead: Estimate::guess(Decimal::new(1, zeros / 2)),
            ..Channel::default()
        }];
        evaluate::<Exact>(&model)
    };
    let over = |outcome: &Outcome| {
        let whole = FIGURES.iter().filter(|figure| figure.scope == Scope::Whole && !figure.is_derived());
        whole.filter(|figure| says(outcome, figure.id, Word::REASON_OVERFLOW)).count()
    };
    assert!(over(&price(18)) > 0);
    assert_eq!(over(&price(4)), 0);
}
