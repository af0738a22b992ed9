use super::*;
use crate::model::{Base, Currency, Estimate, Kpi, Tier, TierRule};
use crate::pay::{PartInput, PayTerms};
use crate::text::Language;

const SHOW: Show<'static> = Show { currency: Currency::Usd, ..Show::standard(Language::Russian) };

fn input(base: i64, whole: i64) -> PartInput<Exact> {
    let money = |n| Money(Exact::Value(Decimal::from(n)));
    PartInput { base: money(base), whole: money(whole), attainments: vec![Share::ONE; 3] }
}

fn page(person: &Person, inputs: Vec<PartInput<Exact>>, withheld: i64) -> PayslipPage {
    let model = Model::default();
    let terms: PayTerms<Exact> = PayTerms::read(&model, person);
    let pay = terms.month_pay(inputs, 0, 0, Money::ZERO);
    let amount = pay.paid * Share(Exact::Value(Decimal::new(withheld, 2)));
    let payslip = Payslip {
        contributions: pay.paid * terms.contributions,
        withheld: (withheld > 0).then_some(Withheld { amount, is_named: true }),
        debt_before: Money::ZERO,
        terms,
        pay,
    };
    payslip_page(&SHOW, &model, person, &payslip)
}

fn person(parts: Vec<PayPart>) -> Person {
    Person { salary: Estimate::guess(50_000), pay: Pay { parts, ..Pay::default() }, ..Person::default() }
}

fn tiers() -> PayPart {
    PayPart {
        base: Base::NewSales,
        rate: Estimate::share(5),
        tier_rule: TierRule::Marginal,
        tiers: vec![Tier { from: Estimate::share(100), rate: Estimate::share(8), ..Tier::default() }],
        ..PayPart::default()
    }
}

/// The number that an amount shows.
fn read(amount: &str) -> Decimal {
    let digits: String = amount.chars().filter(|c| c.is_ascii_digit()).collect();
    let value: Decimal = digits.parse().unwrap();
    if amount.starts_with('−') { -value } else { value }
}

#[test]
fn slices_are_told_with_their_money() {
    let page = page(&person(vec![tiers()]), vec![input(1_200, 1_000)], 0);
    let part = &page.rows[1];
    let plain: Vec<_> = part.how.iter().map(|how| how.replace('\u{a0}', " ")).collect();
    assert_eq!(plain[0], "До 100 % плана: 1 000 USD × 5 % = 50 USD");
    assert_eq!(plain[1], "Выше 100 %: 200 USD × 8 % = 16 USD");
    assert_eq!(plain[2..], ["Выполнение 120 % от 1 000 USD"]);
    assert_eq!(part.amount, "66\u{a0}USD");
    assert_eq!(page.rows.last().map(|row| row.amount.as_str()), Some("50\u{a0}066\u{a0}USD"));
}

#[test]
fn the_rate_reached_is_told_where_it_is_for_all() {
    let all = PayPart { tier_rule: TierRule::Retroactive, ..tiers() };
    let rows = page(&person(vec![all.clone(), all]), vec![input(1_000, 1_000), input(800, 1_000)], 0).rows;
    let plain = |at: usize| rows[at].how.iter().map(|how| how.replace('\u{a0}', " ")).collect::<Vec<_>>();
    assert_eq!(plain(1), ["1 000 USD × 8 %", "Выполнение 100 % от 1 000 USD → 8 % на всё"]);
    assert_eq!(plain(2), ["800 USD × 5 %", "Выполнение 80 % от 1 000 USD → 5 % на всё"]);
}

#[test]
fn a_tier_not_reached_and_a_base_below_nothing_are_told() {
    let rows = page(&person(vec![tiers(), tiers()]), vec![input(1_000, 1_000), input(-5, 10)], 0).rows;
    assert!(rows[1].how[1].ends_with("0\u{a0}USD × 8\u{a0}% = 0\u{a0}USD"), "{:?}", rows[1]);
    assert_eq!((rows[2].how.len(), rows[2].amount.as_str()), (1, "0\u{a0}USD"));
}

#[test]
fn what_is_shown_adds_up_to_the_sums_shown() {
    let kpis = [33, 33, 34].map(|weight| Kpi { weight: Estimate::share(weight), ..Kpi::default() });
    let sum =
        PayPart { base: Base::Kpi, pool: Estimate::guess(10_001), kpis: kpis.into(), ..PayPart::default() };
    let mut who = person(vec![tiers(), tiers(), sum]);
    who.pay.guarantee = Guarantee::Draw;
    who.pay.guaranteed = Estimate::guess(70_000);
    let rows = page(&who, vec![input(1_333, 1_000), input(777, 1_000), input(0, 0)], 13).rows;
    let mut total = Decimal::ZERO;
    for row in rows.iter().filter(|row| !row.amount.is_empty()) {
        match row.kind {
            PayslipLine::Sum => assert_eq!(read(&row.amount), total, "{}", row.name),
            _ => total += read(&row.amount),
        }
    }
    let sums = rows.iter().filter(|row| row.kind == PayslipLine::Sum).count();
    assert_eq!((sums, total), (3, Decimal::from(60_900)));
}

#[test]
fn amounts_that_do_not_exist_say_why() {
    let undefined = Money(Exact::Undefined(crate::number::Undefined::Overflow));
    let broken = PartInput { base: undefined, ..input(0, 0) };
    let rows = page(&person(vec![tiers()]), vec![broken], 13).rows;
    assert!(rows.iter().all(|row| !row.name.is_empty()));
    assert_eq!(
        rows.last().map(|row| row.amount.clone()),
        Some(SHOW.reason(crate::number::Undefined::Overflow))
    );
}
