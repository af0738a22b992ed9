//! What cannot be has no verdict, and what is merely odd is worked out or answered in place.

#[path = "common/agency.rs"]
mod business;

use business::agency;
use obkatka::codec::TEMPLATES;
use obkatka::desk::Command;
use obkatka::desk::commands::EnterNumber;
use obkatka::judge::{Tone, answers, marked_refused, verdict};
use obkatka::model::*;
use obkatka::number::reading::{Expected, Language as Typing, read};
use obkatka::number::{Decimal, Exact, Number, Share};
use obkatka::plan::{Outcome, evaluate};
use obkatka::text::Language;

fn businesses() -> Vec<Model> {
    let templates = TEMPLATES.iter().map(|template| template.model(Language::English));
    templates.chain([agency()]).collect()
}

/// Every number of a document that is bounded, by its path, with a value that it cannot have.
fn spoiled(model: &Model) -> Vec<(String, Decimal)> {
    let mut all = Vec::new();
    for_each_estimate(model, &mut |path, field, _| match field.measure() {
        None | Some(Measure::Balance) => {}
        Some(Measure::Rate) => all.push((path.to_owned(), Decimal::from(-2))),
        Some(Measure::Share) => {
            all.extend([Decimal::NEGATIVE_ONE, Decimal::new(15, 1)].map(|bad| (path.to_owned(), bad)));
        }
        Some(_) => all.push((path.to_owned(), Decimal::NEGATIVE_ONE)),
    });
    all
}

#[test]
fn nothing_has_a_verdict_that_rests_on_what_cannot_be() {
    let mut judged = 0;
    for model in businesses() {
        let outcome: Outcome = evaluate(&model);
        for (path, bad) in spoiled(&model) {
            let rests =
                marked_refused(answers(&model, &outcome), &model, &outcome, std::slice::from_ref(&path));
            let changed = Edit::put(&*path, Datum::Estimate(Estimate::guess(bad))).applied(&model).unwrap();
            let other: Outcome = evaluate(&changed);
            for (card, rests) in answers(&changed, &other).iter().zip(&rests) {
                let rests = rests.tone == Tone::Unknown;
                assert!(
                    !rests || card.tone == Tone::Unknown,
                    "{path} = {bad}: {:?} {:?}",
                    card.name,
                    card.value
                );
                judged += usize::from(rests);
            }
            let rests = rests.iter().any(|card| card.tone == Tone::Unknown);
            assert!(
                !rests || verdict(&changed, &other, &[]).tone != Tone::Good,
                "{path} = {bad}: {:?}",
                verdict(&changed, &other, &[])
            );
            assert!(
                check(&changed).iter().any(|issue| issue.path == path && issue.severity == Severity::Problem)
            );
        }
    }
    assert!(judged > 300, "{judged}");
}

#[test]
fn a_number_that_cannot_be_is_refused_where_it_is_typed() {
    let model = agency();
    let typed = |path: &str, text: &str, expected| {
        let reading = read(text, Typing::English, expected).unwrap();
        EnterNumber { path, reading: Some(&reading) }.applied(&model)
    };
    let refused = |path: &str, text: &str, expected| match typed(path, text, expected) {
        Err(EditFault::Impossible(reason)) => reason,
        other => panic!("{path}: {:?}", other.map(|_| ())),
    };
    assert_eq!(refused("offer/price", "-5", Expected::Amount), Reason::Negative);
    assert_eq!(refused("offer/refund_share", "120", Expected::Share), Reason::AboveWhole);
    assert_eq!(refused("offer/refund_share", "80..90..120", Expected::Share), Reason::AboveWhole);
    assert_eq!(refused("terms/supplier_days", "4000", Expected::Amount), Reason::TooLong);
    assert!(typed("terms/opening_cash", "-5", Expected::Amount).is_ok());
    assert!(typed("offer/refund_share", "100", Expected::Share).is_ok());
}

/// A clinic of one channel without clients at the beginning.
fn clinic() -> Model {
    let mut model = Model::default();
    model.offer.price = Estimate::guess(9_500);
    model.offer.cost_share = Estimate::share(30);
    model.offer.frequency = Estimate::guess(Decimal::new(2, 1));
    model.channels = vec![Channel {
        id: "a".into(),
        budget: Estimate::guess(100_000),
        cost_per_lead: Estimate::guess(2_000),
        ..Channel::default()
    }];
    model
}

fn reasons(model: &Model, path: &str) -> Vec<Reason> {
    check(model).into_iter().filter(|issue| issue.path == path).map(|issue| issue.reason).collect()
}

fn whole(number: u32) -> Exact {
    Exact::whole(number)
}

fn is_known(outcome: &Outcome) -> bool {
    outcome.gap.lowest.0.reason().is_none() && outcome.client.ltv.0.reason().is_none()
}

#[test]
fn opening_clients_that_grow_are_refused() {
    let mut model = clinic();
    model.opening.clients = Estimate::guess(100);
    model.opening.retention = Some(Estimate::share(103));
    assert_eq!(reasons(&model, "opening/retention"), [Reason::AboveWhole]);
    let outcome: Outcome = evaluate(&model);
    assert_eq!(answers(&model, &outcome).map(|card| card.tone)[3], Tone::Unknown);
    // New clients are told as before.
    assert!(outcome.total.ltv_to_cac.0.reason().is_none());
}

#[test]
fn a_million_opening_clients_and_none_new_are_worked_out() {
    let mut model = clinic();
    model.channels.clear();
    model.opening.clients = Estimate::guess(1_000_000);
    model.opening.retention = Some(Estimate::share(100));
    let outcome: Outcome = evaluate(&model);
    // A fifth of a million orders at 9 500.
    assert_eq!(outcome.statement.revenue[35].0, whole(1_900_000_000));
    let [earn, payback, break_even, cash] = answers(&model, &outcome).map(|card| card.tone);
    // Of new clients there is nothing to tell, of the money there is.
    assert_eq!([earn, payback], [Tone::Unknown; 2]);
    assert_eq!([break_even, cash], [Tone::Good; 2]);
}

#[test]
fn debts_come_in_their_months_and_those_due_after_the_plan_stay_owed() {
    let debt = |id: &str, amount: i64, month| OpeningDebt {
        id: id.into(),
        amount: Estimate::guess(amount),
        month,
        ..OpeningDebt::default()
    };
    let (plain, mut model) = (clinic(), clinic());
    model.opening.receivables = vec![debt("a", 700, 0), debt("b", 300, 2), debt("c", 50, 36)];
    model.opening.payables = vec![debt("a", 400, 2), debt("b", 20, 99)];
    let (before, after): (Outcome, Outcome) = (evaluate(&plain), evaluate(&model));
    let more = |month: usize| (after.cash.balance[month] - before.cash.balance[month]).0;
    assert_eq!([0, 1, 2, 35].map(more), [700, 700, 600, 600].map(whole));
    assert_eq!((after.cash.receivable - before.cash.receivable).0, whole(50));
    assert_eq!((after.cash.payable - before.cash.payable).0, whole(20));
    // What was owed is no profit of the plan, and does not pay it back.
    assert_eq!(after.statement, before.statement);
    assert_eq!(after.break_even, before.break_even);
    for path in ["opening/receivables/c/month", "opening/payables/b/month"] {
        assert_eq!(reasons(&model, path), [Reason::DueAfterPlan]);
    }
}

#[test]
fn clients_who_never_order_again_are_worked_out_by_their_first_order() {
    let mut model = clinic();
    model.offer.frequency = Estimate::guess(0);
    assert_eq!(reasons(&model, "offer/frequency"), [Reason::NoOrders]);
    let outcome: Outcome = evaluate(&model);
    assert_eq!(outcome.client.life_orders.0, whole(1));
    assert!(is_known(&outcome));
}

#[test]
fn a_thousand_orders_a_month_are_worked_out() {
    let mut model = clinic();
    model.offer.frequency = Estimate::guess(1000);
    let outcome: Outcome = evaluate(&model);
    assert!(is_known(&outcome));
    // Nine of ten are still there.
    assert_eq!(outcome.client.orders_by_age[1].0, whole(900));
    model.offer.rhythm = Rhythm::Regular;
    assert!(is_known(&evaluate(&model)));
}

/// The clinic with the share that buys again within a year, in per cent of hundredths.
fn returning(hundredths: i64) -> Model {
    let mut model = clinic();
    model.offer.rhythm = Rhythm::Random;
    model.offer.retention.entry = RetentionEntry::BoughtAgain;
    model.offer.retention.return_share = Estimate::guess(Decimal::new(hundredths, 4));
    model
}

#[test]
fn nobody_or_everybody_buying_again_is_answered() {
    let path = "offer/retention/return_share";
    // Nobody comes back: each client orders once, and is gone at once.
    let none: Outcome = evaluate(&returning(0));
    assert_eq!(reasons(&returning(0), path), []);
    assert!(is_known(&none));
    let orders = none.client.life_orders.0.decimal().unwrap();
    assert!(orders >= Decimal::ONE && orders < Decimal::new(101, 2), "{orders}");
    // All cannot, at any time: 1 − e^(−2.4) is the most, and it is named.
    for above in [10_000, 9_094] {
        let issue = check(&returning(above)).into_iter().find(|issue| issue.path == path).unwrap();
        assert_eq!((issue.reason, issue.severity), (Reason::ReturnAboveLimit, Severity::Problem));
        assert_eq!(issue.limits.unwrap().1.round_dp(4), Decimal::new(9_093, 4));
        assert_eq!(
            answers(&returning(above), &evaluate(&returning(above))).map(|card| card.tone)[0],
            Tone::Unknown
        );
    }
    assert_eq!(reasons(&returning(9_092), path), []);
    assert!(is_known(&evaluate(&returning(9_092))));
}

#[test]
fn all_who_come_back_steadily_stay() {
    let mut model = returning(10_000);
    model.offer.rhythm = Rhythm::Regular;
    let outcome: Outcome = evaluate(&model);
    assert!(is_known(&outcome));
    assert_eq!(outcome.client.first_month_stay, Share::ONE);
}

#[test]
fn fewer_than_one_order_per_client_is_answered_in_place() {
    let mut model = returning(5_000);
    model.offer.retention.entry = RetentionEntry::FirstYear;
    for (orders, path, reason) in [
        (Decimal::new(5, 1), "offer/retention/orders_per_client", Reason::FewOrdersPerClient),
        (Decimal::ONE, "offer/retention/orders_per_client", Reason::FewOrdersPerClient),
        (Decimal::from(9), "offer/retention/return_share", Reason::ReturnBelowLimit),
    ] {
        model.offer.retention.orders_per_client = Estimate::guess(orders);
        assert_eq!(reasons(&model, path), [reason]);
        assert_eq!(answers(&model, &evaluate(&model)).map(|card| card.tone)[0], Tone::Unknown);
    }
}
