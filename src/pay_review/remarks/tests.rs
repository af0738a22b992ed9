use super::*;
use crate::model::{
    Base, Channel, Currency, Estimate, Guarantee, Kpi, PayPart, Person, RetentionKind, Tier, TierRule,
};
use crate::number::{Exact, Number, Share};

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

#[test]
fn a_step_takes_from_the_owner_until_sales_bring_it_back() {
    // From 100 % on 10 % of all in place of 5 %: 50 at once; of a further sale the owner keeps half.
    let jump =
        PayPart { tier_rule: TierRule::Retroactive, tiers: vec![tier(100, 10)], ..part(Base::Turnover, 5) };
    let [Remark::OwnerDrops { role: 0, ref at, amount, regained }] = all(&sold_for(jump))[..] else {
        panic!()
    };
    assert_eq!((&at[..], regained), (&[per_cent(100)][..], Some(per_cent(110))));
    assert!(
        (amount - money(50)).0.compare(Exact::Value(Decimal::new(1, 6))) == Some(core::cmp::Ordering::Less)
    );
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
fn the_law_is_that_of_its_country_or_of_the_document() {
    let mut model = sold_for(PayPart { kpis: vec![Kpi::default()], ..part(Base::Kpi, 0) });
    model.people[0].pay.at_will = true;
    assert_eq!(names(&model), [""; 0]);
    model.about.currency = Currency::Rub;
    assert_eq!(names(&model), ["salary_below_minimum", "at_will"]);
    model.people[0].salary = Estimate::guess(30_000);
    model.team.minimum_wage = Some(Estimate::guess(30_000));
    assert_eq!(names(&model).first(), Some(&"sales_pay_high"));
    assert!(!names(&model).contains(&"salary_below_minimum"));
}
