//! Who gets what of a month, and two pay plans beside each other, on a document as large as a template.

#[path = "common/agency.rs"]
mod agency;

use agency::agency;
use obkatka::model::{Base, Estimate, Model, Pay, PayPart};
use obkatka::number::{Decimal, Exact, Money, Number, Share};
use obkatka::pay_review::{Bargain, Sides, bargain, compared};
use obkatka::plan::{Outcome, evaluate};

const MONTH: u32 = 11;

/// The agency, its first role proposed this salary and this share of its own sales.
fn offering(salary: i64, percent: i64) -> Model {
    let mut model = agency();
    let person = &mut model.people[0];
    person.has_proposal = true;
    person.proposed_salary = Some(Estimate::guess(salary));
    person.proposed = Pay {
        parts: vec![PayPart {
            id: "a".into(),
            base: Base::Turnover,
            rate: Estimate::share(percent),
            ..PayPart::default()
        }],
        ..Pay::default()
    };
    model
}

fn offered(salary: i64, percent: i64) -> Bargain {
    let model = offering(salary, percent);
    bargain(&model, &compared(&model), 0, MONTH).expect("somebody works and something is sold")
}

#[test]
fn what_is_taken_from_a_person_is_not_all_the_owners() {
    let less = offered(0, 0);
    assert!(less.person_gain().is_negative() && less.owner_gain().is_positive());
    assert_eq!(less.today_curve.len(), less.proposed_curve.len());
    assert_eq!(less.both_from, None);
}

#[test]
fn a_share_of_sales_pays_more_from_somewhere_on() {
    let salary = Money(agency().people[0].salary.number::<Exact>());
    let model = agency();
    let outcome: Outcome = evaluate(&model);
    let revenue = outcome.statement.revenue[MONTH as usize];
    // Half the salary, and the other half as a share that gives it back at about the planned sales.
    let half = (salary.0 / Exact::whole(2)).decimal().expect("a salary");
    let percent = (half / revenue.0.decimal().expect("revenue") * Decimal::ONE_HUNDRED).ceil();
    let bargain = offered(i64::try_from(half).expect("whole"), i64::try_from(percent).expect("whole"));
    let (from, more) = bargain.turn.expect("it turns");
    assert!(more && from > 0 && from <= 100, "{from}");
}

#[test]
fn the_month_at_a_hundred_per_cent_is_the_plans_own() {
    let model = offering(10_000, 3);
    let both = compared(&model);
    let bargain = bargain(&model, &both, 0, MONTH).expect("a bargain");
    assert_eq!(bargain.today.owner, both.today.statement.profit[MONTH as usize]);
    assert_eq!(bargain.proposed.owner, both.proposed.statement.profit[MONTH as usize]);
}

#[test]
fn parts_of_what_sales_add_are_all_of_it() {
    let model = agency();
    let outcome: Outcome = evaluate(&model);
    let sides = Sides::new(&model, &outcome, MONTH);
    let more = sides.at(Share(Exact::Value(Decimal::new(13, 1)))).less(&sides.at(Share::ONE));
    let parts =
        more.variable_costs + more.unmoved + more.all_pay() + more.contributions + more.tax + more.owner;
    let difference = (parts - more.revenue).0.decimal().expect("an amount");
    assert!(difference.abs() < Decimal::new(1, 18), "{difference}");
}

#[test]
fn what_a_proposal_changes_in_the_month_adds_up_to_nothing() {
    let bargain = offered(90_000, 3);
    let change = &bargain.change;
    let parts = [bargain.role_gain(), bargain.others_gain(), change.contributions, change.tax, change.owner];
    let near = |one: Money<Exact>, other: Money<Exact>| {
        let difference = (one - other).0.decimal().expect("an amount");
        assert!(difference.abs() < Decimal::new(1, 9), "{difference}");
    };
    near(parts.into_iter().sum(), Money::ZERO);
    near(change.owner, bargain.owner_gain());
    near(bargain.role_gain(), bargain.person_gain() * bargain.heads);
    let both = compared(&offering(90_000, 3));
    let profit = |outcome: &Outcome| outcome.statement.profit.iter().copied().sum::<Money<Exact>>();
    near(bargain.plan_owner, profit(&both.proposed) - profit(&both.today));
}
