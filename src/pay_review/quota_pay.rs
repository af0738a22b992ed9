//! What is paid at parts of a person's quota, and by this plan.

use super::sides::Sides;
use crate::number::{Decimal, Exact, Money, Share};

/// What one person is paid and the owner keeps at a share of the quota.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct QuotaPay {
    /// The share of the quota; without a quota of this plan's sales.
    pub attainment: Share<Exact>,
    /// Whether it is what this plan expects.
    pub is_expected: bool,
    /// What one person is paid, before income tax.
    pub person: Money<Exact>,
    /// What is left to the owner, should everybody's sales be so much more or less than this plan's.
    pub owner: Money<Exact>,
}

/// The shares of a quota at which pay is named, per cent.
const NAMED: [i64; 3] = [80, 100, 120];

/// Pay at 80, 100 and 120 % of the quota and by this plan, from the least sales to the most; without a quota, of
/// this plan's sales. Empty where nobody of the role works in the month.
pub fn quota_pay(sides: &Sides<'_>, role: usize) -> Vec<QuotaPay> {
    let expected = sides.quota(role).map_or(Share::ONE, |quota| quota.expected);
    let named = NAMED.map(|percent| Share(Exact::Value(Decimal::new(percent, 2))));
    let mut shares: Vec<_> = named.into_iter().filter(|own| *own != expected).collect();
    let place = shares.iter().filter(|own| (expected - **own).is_positive()).count();
    shares.insert(place, expected);
    let row = |attainment: Share<Exact>| {
        let is_expected = attainment == expected;
        let sales = if is_expected { Share::ONE } else { attainment / expected };
        let person = sides.one(role, sales)?;
        Some(QuotaPay { attainment, is_expected, person, owner: sides.at(sales).owner })
    };
    shares.into_iter().filter_map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        Base, Channel, Estimate, Kpi, KpiMeasure, Model, PayPart, Person, RetentionKind, Tier,
    };
    use crate::number::Number;
    use crate::pay_review::PayMeasure;
    use crate::plan::evaluate;

    /// Sales of 340 000 a month by one seller: 70 000 and 5 %, above the quota of 500 000 8 %.
    fn model() -> Model {
        let mut model = Model::default();
        model.offer.price = Estimate::guess(34_000);
        model.offer.retention.kind = RetentionKind::Once;
        model.channels = vec![Channel { most_leads: Some(Estimate::guess(10)), ..Channel::default() }];
        let tier =
            |from, rate| Tier { from: Estimate::share(from), rate: Estimate::share(rate), ..Tier::default() };
        let part = PayPart {
            rate: Estimate::share(5),
            target: Some(Estimate::guess(500_000)),
            tiers: vec![tier(100, 8), tier(120, 10)],
            ..PayPart::default()
        };
        let mut person = Person { salary: Estimate::guess(70_000), ..Person::default() };
        person.pay.parts = vec![part];
        model.people = vec![person];
        model
    }

    fn money(whole: i64) -> Money<Exact> {
        Money(Exact::Value(Decimal::from(whole)))
    }

    fn per_cent(n: i64) -> Share<Exact> {
        Share(Exact::Value(Decimal::new(n, 2)))
    }

    #[test]
    fn pay_is_named_at_the_quota_and_by_this_plan() {
        let model = model();
        let outcome = evaluate(&model);
        let sides = Sides::new(&model, &outcome, 0);
        let quota = sides.quota(0).unwrap();
        assert_eq!((quota.measure, quota.whole), (PayMeasure::Base(Base::NewSales), Exact::whole(500_000)));
        assert_eq!(quota.expected, per_cent(68));
        let rows: Vec<_> = quota_pay(&sides, 0)
            .iter()
            .map(|row| (row.attainment, row.is_expected, row.person.0.twelve_decimals()))
            .collect();
        // 70 000 + 17 000; + 20 000; + 25 000; + 25 000 + 100 000 · 8 %.
        let expected = [
            (per_cent(68), true, money(87_000).0),
            (per_cent(80), false, money(90_000).0),
            (per_cent(100), false, money(95_000).0),
            (per_cent(120), false, money(103_000).0),
        ];
        assert_eq!(rows, expected);
    }

    #[test]
    fn without_a_quota_this_plans_sales_stand_for_it() {
        let mut model = model();
        model.people[0].pay.parts[0].target = None;
        let outcome = evaluate(&model);
        let sides = Sides::new(&model, &outcome, 0);
        assert_eq!(sides.quota(0), None);
        let rows = quota_pay(&sides, 0);
        let shares: Vec<_> = rows.iter().map(|row| (row.attainment, row.is_expected)).collect();
        assert_eq!(shares, [(per_cent(80), false), (per_cent(100), true), (per_cent(120), false)]);
        assert_eq!(quota_pay(&sides, 5), []);
    }

    #[test]
    fn a_kpi_has_its_quota_in_what_it_counts() {
        let mut model = model();
        let kpi =
            Kpi { measure: KpiMeasure::NewClients, target: Some(Estimate::guess(20)), ..Kpi::default() };
        let pool = Estimate::guess(10_000);
        model.people[0].pay.parts =
            vec![PayPart { base: Base::Kpi, pool, kpis: vec![Kpi::default(), kpi], ..PayPart::default() }];
        let outcome = evaluate(&model);
        let quota = Sides::new(&model, &outcome, 0).quota(0).unwrap();
        assert_eq!((quota.measure, quota.whole), (PayMeasure::Kpi(KpiMeasure::NewClients), Exact::whole(20)));
        assert_eq!(quota.expected, per_cent(50));
    }
}
