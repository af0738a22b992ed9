//! What holds for every business: amounts add up, nothing is lost on the way, both number systems agree, and
//! nothing that can be entered breaks the calculation.

#[path = "common/arbitrary.rs"]
mod arbitrary;
#[path = "common/business.rs"]
mod business;
#[path = "common/figures.rs"]
mod figures;

use business::{in_money, sane, wild};
use figures::{Figure, Unit, Value, decimal, figures};
use obkatka::model::{
    Base, Channel, Counted, Estimate, Guarantee, Kind, Measure, Model, Opening, OpeningDebt, Payroll, Person,
    Regime, RetentionKind, Rhythm, SlotMut, Tax, check,
};
use obkatka::model::{find_mut, for_each_estimate};
use obkatka::number::{Count, Decimal, Exact, Money, Number, Share};
use obkatka::plan::{Delay, Lag, Outcome, Reached, awareness, evaluate, evaluate_first, total};
use proptest::prelude::*;

/// How far exact results may be apart where they are divided and multiplied on different ways: in units of
/// the larger.
const LAST_DIGITS: Decimal = Decimal::from_parts(1, 0, 0, false, 18);

fn outcome(model: &Model) -> Outcome<Exact> {
    evaluate(model)
}

fn value(number: Exact) -> Decimal {
    number.decimal().unwrap_or_else(|reason| panic!("undefined: {reason:?}"))
}

/// Whether two amounts are the same but for their last digits; `size` is what they were made of.
fn same(one: Decimal, other: Decimal, size: Decimal) -> bool {
    (one - other).abs() <= LAST_DIGITS * size.abs().max(Decimal::ONE)
}

fn sum(counts: &[Count<Exact>]) -> Decimal {
    counts.iter().map(|count| value(count.0)).sum()
}

fn largest(figures: &[Figure<Exact>], unit: Unit) -> Decimal {
    let of_unit =
        figures.iter().filter(|figure| matches!(figure.value, Value::Number(own, _) if own == unit));
    of_unit.filter_map(|figure| decimal(figure.value)).map(|number| number.abs()).max().unwrap_or_default()
}

fn owed(debts: &[OpeningDebt]) -> Money<Exact> {
    debts.iter().map(|debt| debt.amount.as_money()).sum()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// At the break-even volume a month earns nothing or more, at one order less it loses.
    #[test]
    fn break_even_volume_is_where_profit_begins(model in sane()) {
        let model = sells_once(model);
        let month = &outcome(&with_orders(&model, Decimal::ONE));
        let Reached::At(orders) = month.break_even.orders[0] else {
            let of_pay = value(month.statement.variable_pay[0].0);
            let left = value(month.statement.contribution[0].0) - of_pay;
            prop_assert!(left <= tax_of_an_order(&model, month));
            return Ok(());
        };
        prop_assume!(value(orders.0) < Decimal::from(1_000_000_000));
        let profit = |orders| value(outcome(&with_orders(&model, orders)).statement.profit[0].0);
        let to_cover = value((month.statement.payroll[0] + month.statement.fixed_costs[0]).0);
        // A volume that is off in its thirteenth decimal was taken for the whole number beside it.
        let nothing = Decimal::new(1, 9) * to_cover.max(Decimal::ONE);
        prop_assert!(profit(value(orders.0)) >= -nothing);
        if value(orders.0) > Decimal::ZERO {
            prop_assert!(profit(value(orders.0) - Decimal::ONE) < nothing);
        }
    }

    /// The first load of the page works out a plan without people by fewer formulas: to the same, digit by digit.
    #[test]
    fn a_plan_without_people_needs_no_formulas_of_theirs(mut model in wild()) {
        let with_people = model.clone();
        prop_assert!(evaluate_first(&with_people, || Some(evaluate)) == outcome(&with_people));
        model.people.clear();
        model.payroll = Payroll::default();
        prop_assert!(evaluate_first(&model, || unreachable!("nobody works")) == outcome(&model));
        if !with_people.people.is_empty() {
            prop_assert!(evaluate_first(&with_people, || None) == outcome(&Model::default()));
        }
    }

    /// Money at the end = opening + profit − investments − what is still to come + what is still to be paid, and what was
    /// owed when the plan began.
    #[test]
    fn cash_adds_up_to_profit(model in sane()) {
        let outcome = outcome(&model);
        let cash = &outcome.cash;
        let expected = Money(model.terms.opening_cash.number()) + total(&outcome.statement.profit)
            - total(&cash.investments) - cash.receivable + cash.payable
            + owed(&model.opening.receivables) - owed(&model.opening.payables);
        let closing = cash.balance[cash.balance.len() - 1];
        let size = largest(&figures(&model, &outcome), Unit::Money);
        prop_assert!(same(value(closing.0), value(expected.0), size), "{closing:?} {expected:?}");
    }

    /// Clients there at the beginning are one cohort of a plan that began earlier: with a constant share that stays, the
    /// later months of that plan are this plan's.
    #[test]
    fn opening_clients_are_a_cohort_of_a_plan_that_began_earlier(
        clients in 1u32..500,
        rate in 300i64..1000,
        per_month in 100i64..5000,
        months in 1usize..20,
    ) {
        let mut earlier = Model::default();
        earlier.offer.price = Estimate::guess(1000);
        earlier.offer.cost_share = Estimate::share(40);
        earlier.offer.service_cost = Estimate::guess(15);
        earlier.offer.rhythm = Rhythm::Random;
        earlier.offer.frequency = Estimate::guess(Decimal::new(per_month, 3));
        earlier.offer.retention.rate = Estimate::guess(Decimal::new(rate, 3));
        let mut now = earlier.clone();
        let won = Channel { id: "a".into(), last: Some(0), most_leads: Some(Estimate::guess(clients)), ..Channel::default() };
        earlier.channels = vec![won];
        let before = outcome(&earlier);
        now.opening.clients = Estimate::guess(value(before.volumes.active_clients[months].0));
        let after = outcome(&now);
        for t in 0..36 - months {
            let pairs = [
                (before.volumes.active_clients[t + months].0, after.volumes.opening_clients[t].0),
                (before.volumes.orders[t + months].0, after.volumes.opening_orders[t].0),
                (before.statement.revenue[t + months].0, after.statement.opening_revenue[t].0),
                (before.statement.contribution[t + months].0, after.statement.opening_contribution[t].0),
                (before.statement.profit[t + months].0, after.statement.profit[t].0),
                (before.cash.receipts[t + months].0, after.cash.receipts[t].0),
            ];
            for (one, other) in pairs {
                prop_assert!(same(value(one), value(other), value(one)), "{t}: {one:?} {other:?}");
            }
        }
        // They cost nothing to win, and tell nothing of a new one.
        prop_assert_eq!(after.client.ltv, before.client.ltv);
        prop_assert!(after.total.cac.0.reason().is_some());
    }

    /// The statement's lines add up, month by month.
    #[test]
    fn statement_adds_up(model in sane()) {
        let outcome = outcome(&model);
        let lines = &outcome.statement;
        for t in 0..lines.profit.len() {
            prop_assert_eq!(lines.revenue[t], lines.order_revenue[t] + lines.add_on_revenue[t]);
            prop_assert_eq!(lines.contribution[t], lines.revenue[t] - lines.variable_costs[t]);
            let kept = lines.contribution[t] - (lines.marketing[t] + lines.payroll[t] + lines.fixed_costs[t]);
            prop_assert_eq!(lines.operating_profit[t], kept);
            prop_assert_eq!(lines.profit[t], lines.operating_profit[t] - lines.tax[t]);
        }
    }

    /// What the channels bring is what the plan has.
    #[test]
    fn channels_add_up_to_the_total(model in sane()) {
        let outcome = outcome(&model);
        for t in 0..outcome.statement.profit.len() {
            let each = || outcome.channels.iter();
            let leads: Decimal = each().map(|channel| value(channel.leads[t].0)).sum();
            let spend: Decimal = each().map(|channel| value(channel.spend[t].0)).sum();
            let clients: Decimal = each().map(|channel| value(channel.new_clients[t].0)).sum();
            prop_assert!(same(leads, value(outcome.volumes.leads[t].0), leads));
            prop_assert!(same(spend, value(outcome.statement.marketing[t].0), spend));
            prop_assert!(same(clients, value(outcome.volumes.new_clients[t].0), clients));
        }
        let pay: Decimal = outcome.channels.iter().map(|channel| value(channel.acquisition.acquisition_pay.0)).sum();
        let of_all = value(outcome.total.acquisition_pay.0);
        prop_assert!(value(outcome.total.leads.0).is_zero() || same(pay, of_all, of_all));
    }

    /// Clients within the plan and behind it are all that the leads become.
    #[test]
    fn cohorts_lose_nothing(model in sane()) {
        let outcome = outcome(&model);
        for channel in &outcome.channels {
            let of = &channel.acquisition;
            let (all, later) = (value(of.clients.0), value(of.clients_later.0));
            prop_assert!(same(sum(&channel.new_clients) + later, all, all));
            prop_assert!(later >= -LAST_DIGITS * all.max(Decimal::ONE), "{later} behind the plan");
        }
    }

    /// With time enough every stage sees all who are to reach it.
    #[test]
    fn stages_lose_nothing(mut model in sane()) {
        model.about.horizon = 60;
        // Ten months of leads, three stages of seventy days, and room.
        model.channels.iter_mut().for_each(|channel| channel.last = Some(channel.first));
        let outcome = outcome(&model);
        for (stage, whole) in outcome.volumes.stages.iter().zip(&outcome.volumes.stage_totals) {
            let whole = value(whole.0);
            // What differs from case to case takes some of them longer still.
            let near = (sum(stage) - whole).abs() <= Decimal::new(1, 6) * whole.max(Decimal::ONE);
            prop_assert!(near, "{} of {whole}", sum(stage));
        }
    }

    /// Delays that differ from case to case take nothing away either, and are as long on average as was entered.
    #[test]
    fn spread_delays_keep_all_and_their_mean(days in prop::collection::vec((0i64..900, any::<bool>()), 1..5)) {
        let stages = days.iter().map(|(days, is_spread)| (Decimal::new(*days, 1), *is_spread));
        let delay = Delay::<Exact>::of_stages(stages.clone());
        let arriving: Vec<_> = (0..121).map(|by| value(delay.arriving(by).0)).collect();
        let all: Decimal = arriving.iter().sum();
        let mean: Decimal = arriving.iter().zip(0i64..).map(|(share, by)| *share * Decimal::from(by)).sum();
        let months = stages.map(|(days, _)| days).sum::<Decimal>() / Decimal::new(304_375, 4);
        let off = |one: Decimal, other: Decimal| (one - other).abs();
        prop_assert!(off(all, Decimal::ONE) < Decimal::new(1, 9), "{all}");
        prop_assert!(off(mean, months) < Decimal::new(1, 6), "{mean} for {months}");
        prop_assert!(arriving.iter().all(|share| *share >= Decimal::ZERO));
    }

    /// A lag moves and splits, it never takes away.
    #[test]
    fn lags_lose_nothing(
        hundredths in 0i64..150_000,
        counts in prop::collection::vec(0i64..100_000, 1..20),
    ) {
        let lag = Lag::days(Exact::Value(Decimal::new(hundredths, 2)));
        let causes: Vec<_> = counts.iter().map(|count| Count(Exact::Value(Decimal::new(*count, 2)))).collect();
        let mut effects = vec![Count(Exact::ZERO); 80];
        lag.spread(&causes, &mut effects);
        prop_assert_eq!(sum(&effects), sum(&causes));
    }

    /// LTV / CAC of a client that costs CAC is its LTV.
    #[test]
    fn ratios_lead_back_to_amounts(model in sane()) {
        let outcome = outcome(&model);
        let ltv = value(outcome.client.ltv.0);
        for of in outcome.channels.iter().map(|channel| &channel.acquisition).chain([&outcome.total]) {
            if let (Ok(ratio), Ok(cac)) = (of.ltv_to_cac.0.decimal(), of.cac.0.decimal()) {
                prop_assert!(same(ratio * cac, ltv, ltv.abs() + cac), "{ratio} · {cac} is not {ltv}");
                let earned = value(of.earn_per_client.0) + value(of.cac_loaded.0);
                prop_assert!(same(earned, ltv, ltv));
            }
        }
    }

    /// Fewer clients are left at a later age, and what they have brought only grows where they bring anything and neither
    /// people nor taxes take it.
    #[test]
    fn staying_only_falls(mut model in sane()) {
        model.people.clear();
        model.tax = Tax::default();
        let client = outcome(&model).client;
        for pair in client.survival.windows(2) {
            prop_assert!(!(pair[1].0 - pair[0].0).is_positive());
        }
        let service = Money(model.offer.service_cost.number());
        let (order, month) = match client.cross_sells_with_orders {
            true => (client.order_contribution + client.cross_sell, -service),
            false => (client.order_contribution, client.cross_sell - service),
        };
        if !order.is_negative() && !month.is_negative() {
            prop_assert!(client.curve.windows(2).all(|pair| !(pair[1] - pair[0]).is_negative()));
        }
    }

    /// A market that gets to know a product does not forget it, and knows it in full in the end.
    #[test]
    fn awareness_only_rises(thousandths in 0i64..=1000, months in 1u32..=120) {
        let from = Share(Exact::Value(Decimal::new(thousandths, 3)));
        let known: Vec<_> = (0..=months).map(|t| awareness(from, months, t)).collect();
        prop_assert_eq!(known[0], from);
        prop_assert_eq!(known[months as usize], Share::ONE);
        prop_assert!(known.windows(2).all(|pair| !(pair[1].0 - pair[0].0).is_negative()));
    }

    /// In another currency every amount is another, and everything else the same.
    #[test]
    fn currency_is_only_a_measure(model in sane()) {
        let rate = Decimal::from(80);
        let (here, there) = (outcome(&model), outcome(&in_currency(&model, rate)));
        let (here, there) = (figures(&model, &here), figures(&model, &there));
        let size = |unit| largest(&here, unit) * rate;
        let (money, other) = (size(Unit::Money), size(Unit::Count).max(size(Unit::Share)));
        prop_assert_eq!(here.len(), there.len());
        let is_on_edge = is_on_edge(&here, largest(&here, Unit::Money));
        for (one, other_one) in here.iter().zip(&there) {
            let is_same = match (one.value, other_one.value) {
                (Value::Number(unit, Exact::Value(a)), Value::Number(_, Exact::Value(b))) => match unit {
                    Unit::Money => same(a * rate, b, money),
                    Unit::Share | Unit::Count | Unit::Months => same(a, b, other),
                },
                // A profit of less than a trillionth is none in one currency and a loss in the other.
                _ if is_on_edge && is_answer(&one.name) => true,
                // So few orders that what one of them leaves is not to be written in the smaller unit.
                (_, Value::Word("overflow")) => true,
                (a, b) => a == b,
            };
            let is_same = is_same || is_of_hardly_any(&one.name, &here);
            prop_assert!(is_same, "{}: {:?} and {:?}", one.name, one.value, other_one.value);
        }
    }

    /// Simulated plans are computed with floats: by the same formulas, to the same figures.
    #[test]
    fn floats_tell_what_decimals_tell(model in sane()) {
        let exact = figures(&model, &outcome(&model));
        let floats = figures(&model, &evaluate::<f64>(&model));
        prop_assert_eq!(exact.len(), floats.len());
        let sizes = [Unit::Money, Unit::Share, Unit::Count, Unit::Months].map(|unit| (unit, largest(&exact, unit)));
        let is_on_edge = is_on_edge(&exact, sizes[0].1);
        let is_even = is_even(&outcome(&model), sizes[0].1);
        for (one, other) in exact.iter().zip(&floats) {
            let agrees = agree(one.value, other.value, &sizes)
                || (is_on_edge && is_answer(&one.name))
                || (is_even && one.name == "break_even.project")
                || is_of_hardly_any(&one.name, &exact);
            prop_assert!(agrees, "{}: {:?} and {:?}", one.name, one.value, other.value);
        }
    }

    /// Nothing that fits the types panics, hangs or stops the check.
    #[test]
    fn nothing_breaks_the_calculation(model in wild()) {
        check(&model);
        let exact = evaluate::<Exact>(&model);
        let floats = evaluate::<f64>(&model);
        prop_assert_eq!(exact.months(), floats.months());
        prop_assert!((1..=120).contains(&exact.months()));
        prop_assert_eq!(exact.channels.len(), model.channels.len());
    }
}

/// The same business selling one order to each client, with no lag and no marketing, from its first month.
fn sells_once(mut model: Model) -> Model {
    model.offer.retention.kind = RetentionKind::Once;
    model.offer.frequency = Estimate::guess(1);
    model.funnel.stages.clear();
    model.opening = Opening::default();
    model.market.awareness = false;
    model.people.iter_mut().for_each(paid_in_proportion);
    model.team.caps_flow = false;
    model.costs.iter_mut().for_each(|cost| cost.first = 0);
    model
}

/// There from the first month, and paid of turnover alone: what is paid by steps has no one break-even.
fn paid_in_proportion(person: &mut Person) {
    (person.first, person.last, person.hires) = (0, None, Vec::new());
    for pay in [&mut person.pay, &mut person.proposed] {
        pay.guarantee = Guarantee::None;
        for part in &mut pay.parts {
            (part.base, part.counted) = (Base::Turnover, Counted::Accrued);
            part.tiers.clear();
        }
    }
}

/// The same business with so many orders in each month.
fn with_orders(model: &Model, orders: Decimal) -> Model {
    let channel = Channel { id: "a".into(), most_leads: Some(Estimate::guess(orders)), ..Channel::default() };
    Model { channels: vec![channel], ..model.clone() }
}

fn tax_of_an_order(model: &Model, month: &Outcome<Exact>) -> Decimal {
    match model.tax.regime {
        Regime::RevenueShare => value(month.statement.revenue[0].0) * model.tax.rate.value,
        Regime::None | Regime::ProfitShare => Decimal::ZERO,
    }
}

/// The same business with every amount of money in another currency.
fn in_currency(model: &Model, rate: Decimal) -> Model {
    let mut paths = Vec::new();
    for_each_estimate(model, &mut |path, field, _| {
        if let Kind::Estimate(Measure::Money | Measure::Balance) | Kind::Optional(Measure::Money) = field.kind
        {
            paths.push(path.to_owned());
        }
    });
    let mut other = model.clone();
    for path in paths {
        match find_mut(&mut other, &path) {
            Some((_, SlotMut::Estimate(estimate))) => estimate.value *= rate,
            Some((_, SlotMut::Optional(Some(estimate)))) => estimate.value *= rate,
            _ => {}
        }
    }
    // The target of a KPI is in whatever it measures.
    let pays = other.people.iter_mut().flat_map(|person| [&mut person.pay, &mut person.proposed]);
    for kpi in pays.flat_map(|pay| &mut pay.parts).flat_map(|part| &mut part.kpis) {
        if let (true, Some(target)) = (in_money(kpi.measure), &mut kpi.target) {
            target.value *= rate;
        }
    }
    other
}

/// Whether a float is the decimal, to a part in 10^9 of it or in 10^12 of what it may have been made of.
fn agree(exact: Value<Exact>, float: Value<f64>, sizes: &[(Unit, Decimal)]) -> bool {
    match (exact, float) {
        (Value::Number(unit, Exact::Value(exact)), Value::Number(_, float)) => {
            let size = sizes.iter().find(|(own, _)| *own == unit).map_or(Decimal::ZERO, |(_, size)| *size);
            let (exact, size) = (f64::from_decimal(exact), f64::from_decimal(size));
            (exact - float).abs() <= (1e-9 * exact.abs()).max(1e-12 * size)
        }
        (Value::Number(_, Exact::Undefined(_)), Value::Number(_, float)) => !float.is_finite(),
        // A float keeps no reason.
        (Value::Word(exact), Value::Word(float)) => exact == float || float == "not_a_number",
        (Value::Month(exact), Value::Month(float)) => exact == float,
        _ => false,
    }
}

/// Whether a figure is an answer that a last digit can turn.
fn is_answer(name: &str) -> bool {
    name.starts_with("break_even") || name.starts_with("gap") || name.contains("payback")
}

/// Whether new clients have brought back in some month just what was put in: floats know no exact nothing.
fn is_even(outcome: &Outcome, money: Decimal) -> bool {
    let flow = outcome.cash.flow.iter().zip(&outcome.statement.opening_contribution);
    let mut sum = Money(Exact::Value(Decimal::ZERO));
    flow.map(|(flow, opening)| {
        sum += *flow - *opening;
        sum
    })
    .any(|sum| sum.0.decimal().is_ok_and(|sum| sum.abs() <= Decimal::new(1, 11) * money))
}

/// Whether a figure is a quotient by hardly anything: where the last orders, clients or revenue come of what is left of a
/// lag, neither floats nor the last digit of a decimal know more than that there is something.
fn is_of_hardly_any(name: &str, figures: &[Figure<Exact>]) -> bool {
    divisors(name, figures).iter().any(|divisor| {
        let figure = figures.iter().find(|figure| figure.name == *divisor);
        figure.is_some_and(|figure| is_hardly_any(figure.value, figures))
    })
}

/// Whether a sum or count is so small beside what comes in other months that it has lost the digits that a division asks for.
fn is_hardly_any(value: Value<Exact>, figures: &[Figure<Exact>]) -> bool {
    let hardly_any = match value {
        Value::Number(Unit::Money, _) => {
            Decimal::new(1, 6) * largest(figures, Unit::Money).max(Decimal::from(1000))
        }
        _ => Decimal::new(1, 3),
    };
    decimal(value).is_some_and(|number| number.abs() < hardly_any)
}

/// The names of the figures that a figure is divided by, or that the shares it is made of are divided by.
fn divisors(name: &str, figures: &[Figure<Exact>]) -> Vec<String> {
    let Some((of, last)) = name.rsplit_once('.') else { return Vec::new() };
    match (
        of.split_once('.').map_or((of, ""), |(of, rest)| (of, rest.rsplit('.').next().unwrap_or(rest))),
        last,
    ) {
        (("break_even", "per_order" | "orders"), month) => vec![format!("volumes.orders.{month}")],
        (("break_even", "per_client" | "clients"), month) => vec![format!("volumes.active_clients.{month}")],
        (("break_even", "revenue") | ("people", "revenue_pay"), month) => {
            vec![format!("statement.revenue.{month}")]
        }
        (("people", "contribution_pay"), month) => vec![format!("statement.contribution.{month}")],
        (("people", "new_sales_pay"), month) => vec![format!("volumes.new_clients.{month}")],
        // What is paid of the last month goes on as long as a client stays.
        (("client", _), "ltv_endless") => {
            let last =
                figures.iter().filter(|figure| figure.name.starts_with("statement.revenue.")).count() - 1;
            ["statement.revenue", "statement.contribution", "volumes.new_clients"]
                .map(|of| format!("{of}.{last}"))
                .into()
        }
        (("channels" | "total", _), last) if COST_OF_CLIENT.contains(&last) => vec![format!("{of}.clients")],
        _ => Vec::new(),
    }
}

/// Figures of a channel, or of all, that are, or hang on, what a client costs there.
const COST_OF_CLIENT: [&str; 8] = [
    "cac",
    "cac_loaded",
    "ltv_to_cac",
    "ltv_to_cac_loaded",
    "earn_per_client",
    "payback",
    "payback_loaded",
    "payback_spent",
];

/// Whether any sum that answers hang on is so near to nothing that floats cannot tell its sign.
fn is_on_edge(figures: &[Figure<Exact>], money: Decimal) -> bool {
    let near_nothing = Decimal::new(1, 11) * money;
    let hang_on = [
        "statement.profit",
        "statement.contribution",
        "cash.balance",
        "client.order_contribution",
        "client.month_contribution",
    ];
    figures.iter().filter(|figure| hang_on.iter().any(|name| figure.name.starts_with(name))).any(|figure| {
        decimal(figure.value).is_some_and(|amount| !amount.is_zero() && amount.abs() <= near_nothing)
    })
}
