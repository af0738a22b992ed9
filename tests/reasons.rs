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
use obkatka::number::{Decimal, Exact, Undefined};
use obkatka::plan::{Answer, FIGURES, Outcome, Place, Reached, Scope, evaluate, figure};
use obkatka::text::{Language, PlainDigits, Show, Word, figure_reason};
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

/// The reason given for a figure of the whole plan.
fn reason(outcome: &Outcome, id: &str) -> Option<String> {
    let Model { about, .. } = Model::default();
    let show = Show {
        language: Language::English,
        currency: about.currency,
        unit: about.unit,
        start: about.start,
        digits: &PlainDigits,
    };
    let figure = figure(id).expect(id);
    figure_reason(&show, outcome, figure, figure.value(outcome, Place::Whole))
}

fn says(outcome: &Outcome, id: &str, word: Word) -> bool {
    reason(outcome, id).is_some_and(|reason| reason == word.text(Language::English))
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
