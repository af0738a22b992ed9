use super::*;
use crate::model::{
    Base, Channel, Currency, Estimate, Guarantee, Kpi, KpiMeasure, PayPart, Person, RetentionKind, Step,
    Tier, TierRule,
};
use crate::number::{Exact, Number, Share};
use crate::pay_review::Deal;

/// Sales of 1 000 a month, 400 of them costs; one seller with a lawful salary of nobody's law.
fn sold_for(part: PayPart) -> Model {
    let mut model = Model::default();
    model.about.currency = Currency::Usd;
    model.offer.price = Estimate::guess(100);
    model.offer.unit_cost = Estimate::guess(40);
    model.offer.retention.kind = RetentionKind::Once;
    model.channels = vec![Channel { most_leads: Some(Estimate::guess(10)), ..Channel::default() }];
    let mut person = Person { contributions: Estimate::share(0), ..Person::default() };
    person.pay.parts = vec![part];
    model.people = vec![person];
    model
}

fn part(base: Base, rate: i64) -> PayPart {
    PayPart { base, rate: Estimate::share(rate), ..PayPart::default() }
}

fn tier(from: i64, rate: i64) -> Tier {
    Tier { from: Estimate::share(from), rate: Estimate::share(rate), ..Tier::default() }
}

fn all(model: &Model) -> Vec<Remark> {
    remarks(model, &evaluate(model), 3)
}

fn names(model: &Model) -> Vec<&'static str> {
    all(model).iter().map(Remark::name).collect()
}

fn money(whole: i64) -> Money<Exact> {
    Money(Exact::Value(Decimal::from(whole)))
}

fn per_cent(n: i64) -> Share<Exact> {
    Share(Exact::Value(Decimal::new(n, 2)))
}

#[test]
fn plain_pay_is_not_remarked_on() {
    assert_eq!(names(&sold_for(part(Base::Turnover, 10))), [""; 0]);
    assert_eq!(names(&Model::default()), [""; 0]);
}

#[test]
fn a_retroactive_cap_makes_pay_fall() {
    let capped =
        PayPart { tier_rule: TierRule::Retroactive, tiers: vec![tier(120, 5)], ..part(Base::Turnover, 10) };
    let [Remark::PayFalls { role: 0, attainment, after, before }] = all(&sold_for(capped))[..] else {
        panic!()
    };
    assert_eq!((attainment, after), (per_cent(120), money(60)));
    assert_eq!(before.0.twelve_decimals(), Exact::Value(Decimal::new(1_199_999_999, 7)));
}

#[test]
fn a_rate_above_what_a_sale_leaves_costs_the_owner() {
    // 70 % of each further rouble, of which 60 are left.
    let steep = PayPart { tiers: vec![tier(100, 70)], ..part(Base::Turnover, 5) };
    let remarks = all(&sold_for(steep));
    let Some(Remark::OwnerLoses { from, to, share }) = remarks.first().cloned() else {
        panic!("{remarks:?}")
    };
    assert_eq!((from, to, share), (per_cent(100), per_cent(150), per_cent(10)));
}

/// A seller with a quota of a million: 5 %, from 100 % on 10 % of all; the plan sells 20 deals of 200 000.
fn with_step(cost: i64, contributions: i64) -> Model {
    let target = Some(Estimate::guess(1_000_000));
    let tiers = vec![tier(100, 10)];
    let part = PayPart { tier_rule: TierRule::Retroactive, target, tiers, ..part(Base::NewSales, 5) };
    let mut model = sold_for(part);
    model.offer.price = Estimate::guess(200_000);
    model.offer.unit_cost = Estimate::guess(cost);
    model.people[0].contributions = Estimate::share(contributions);
    model
}

#[test]
fn the_deal_that_crosses_a_step_must_pay_for_itself() {
    // It leaves 70 000; pay rises from 50 000 to 120 000, with contributions by 91 000.
    let remarks = all(&with_step(130_000, 30));
    let Some(Remark::DealAtLoss { role: 0, at, deal }) = remarks.first().cloned() else {
        panic!("{remarks:?}")
    };
    let near = |amount: Money<Exact>| Money(Exact::Value(amount.0.decimal().unwrap().round_dp(2)));
    assert_eq!((at, deal.size), (per_cent(100), money(200_000)));
    assert_eq!((near(deal.cost), deal.brings), (money(91_000), money(70_000)));
    // Where it leaves 100 000 nothing is said.
    assert!(!names(&with_step(100_000, 30)).contains(&"deal_at_loss"));
}

#[test]
fn slices_of_their_own_have_no_step() {
    let mut model = with_step(130_000, 30);
    model.people[0].pay.parts[0].tier_rule = TierRule::Marginal;
    assert!(!names(&model).contains(&"deal_at_loss"));
}

#[test]
fn a_step_of_a_kpi_is_crossed_by_a_client() {
    let step = |from, coefficient| Step {
        from: Estimate::share(from),
        coefficient: Estimate::guess(coefficient),
        ..Step::default()
    };
    let kpi = Kpi {
        measure: KpiMeasure::NewClients,
        target: Some(Estimate::guess(10)),
        steps: vec![step(50, 0), step(100, 1)],
        ..Kpi::default()
    };
    let pool = Estimate::guess(500);
    let mut model = sold_for(PayPart { kpis: vec![kpi], pool, ..part(Base::Kpi, 0) });
    let deal = Deal { size: money(100), cost: money(500), brings: money(60) };
    assert!(all(&model).contains(&Remark::DealAtLoss { role: 0, at: per_cent(100), deal }));
    model.people[0].pay.parts[0].pool = Estimate::guess(50);
    assert!(!names(&model).contains(&"deal_at_loss"));
}

#[test]
fn what_is_promised_is_held_against_what_is_earned() {
    let promising = |sum: i64| {
        let mut model = sold_for(part(Base::Turnover, 10));
        model.people[0].pay.promised = Some(Estimate::guess(sum));
        all(&model)
    };
    assert_eq!(promising(100), []);
    let far =
        Remark::PromiseFar { role: 0, promised: money(125), attainment: per_cent(125), planned: money(100) };
    assert_eq!(promising(125), [far]);
    assert_eq!(
        promising(151),
        [Remark::PromiseUnreachable { role: 0, promised: money(151), best: money(150) }]
    );
}

#[test]
fn without_planned_sales_there_is_no_verdict_on_a_promise() {
    let mut model = sold_for(part(Base::NewSales, 10));
    model.people[0].salary = Estimate::guess(60);
    model.people[0].pay.promised = Some(Estimate::guess(250));
    model.channels.clear();
    assert_eq!(all(&model), [Remark::PromiseUnknown { role: 0, promised: money(250) }]);
    // A salary alone is all there is, whatever is sold.
    model.people[0].pay.parts.clear();
    assert_eq!(all(&model), [Remark::PromiseUnreachable { role: 0, promised: money(250), best: money(60) }]);
}

#[test]
fn dear_sales_debts_and_overload_are_told() {
    let mut model = sold_for(part(Base::Turnover, 30));
    model.people[0].pay.guarantee = Guarantee::Draw;
    model.people[0].pay.guaranteed = Estimate::guess(400);
    model.people[0].pay.guarantee_months = 120;
    model.people[0].capacity = Some(Estimate::guess(8));
    assert_eq!(names(&model), ["sales_pay_high", "overload", "debt_left"]);
    // 100 a month for 36 months.
    let months = i64::from(evaluate::<Exact>(&model).months());
    let remarks = all(&model);
    assert!(remarks.contains(&Remark::DebtLeft { role: 0, debt: money(100 * months) }), "{remarks:?}");
    assert!(remarks.contains(&Remark::Overload { role: 0, month: 0, share: per_cent(125) }), "{remarks:?}");
}

#[test]
fn dear_sales_hold_what_repeat_orders_pay() {
    // 30 of 100 that leave 60: half, whether it is the first order or the tenth.
    let mut model = sold_for(part(Base::Turnover, 30));
    let dear = Remark::SalesPayHigh { share: per_cent(50), ceiling: per_cent(40) };
    assert!(all(&model).contains(&dear));
    model.offer.retention.kind = RetentionKind::Constant;
    let told = all(&model).into_iter().find(|remark| remark.name() == "sales_pay_high").unwrap();
    let Remark::SalesPayHigh { share, .. } = told else { unreachable!() };
    assert_eq!(share.0.twelve_decimals(), per_cent(50).0);
}

#[test]
fn the_law_is_that_of_its_country_or_of_the_document() {
    let mut model = sold_for(PayPart { kpis: vec![Kpi::default()], ..part(Base::Kpi, 0) });
    model.people[0].pay.at_will = true;
    assert_eq!(names(&model), [""; 0]);
    model.about.currency = Currency::Rub;
    model.people[0].pay.guarantee = Guarantee::Draw;
    assert_eq!(names(&model), ["pay_below_minimum", "at_will", "draw_withheld"]);
    // With the variable pay it is enough, without it not.
    model.people[0].pay.parts[0].pool = Estimate::guess(30_000);
    model.people[0].pay.parts[0].kpis[0].steps.clear();
    assert!(names(&model).contains(&"salary_below_minimum"), "{:?}", names(&model));
    assert!(!names(&model).contains(&"pay_below_minimum"));
    model.people[0].salary = Estimate::guess(30_000);
    model.team.minimum_wage = Some(Estimate::guess(30_000));
    assert_eq!(names(&model).first(), Some(&"sales_pay_high"));
    assert!(!names(&model).iter().any(|name| name.ends_with("below_minimum")));
}
