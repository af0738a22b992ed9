//! One planned figure: whatever more than one screen shows of the plan is the same on each. The grid of facts
//! (`planned_of_…`), plan against actual (`Comparison`), verdicts (`Finding`), variance, forecast, Result (`Outcome`).

#[allow(dead_code, reason = "of the businesses only the plausible ones are tried")]
#[path = "common/arbitrary.rs"]
mod arbitrary;
#[allow(dead_code, reason = "the same")]
#[path = "common/business.rs"]
mod business;

use business::sane;
use obkatka::codec::TEMPLATES;
use obkatka::evidence::{
    Comparison, Finding, Measured, PlanActual, PlanStudy, Recorded, Window, planned_of_business,
    planned_of_channel, run_in,
};
use obkatka::model::*;
use obkatka::number::{Decimal, Exact, Money, Number};
use obkatka::plan::{ChannelMonths, Outcome, channel_months, evaluate};
use obkatka::text::Language;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

/// Months that facts are written down of.
const MONTHS: u32 = 6;

/// What is the same must be so to this part of itself: verdicts are reckoned in floats.
const LAST_DIGITS: f64 = 1e-9;

fn float(number: Exact) -> f64 {
    number.decimal().map_or(f64::NAN, f64::from_decimal)
}

/// Facts of the first months: half again of everything that is planned, some of it left out by turns.
fn with_facts(mut model: Model, flows: &[ChannelMonths], round: usize) -> Model {
    let outcome = evaluate::<Exact>(&model);
    let mut turn = round;
    let mut told = |planned: Option<Exact>| {
        turn += 1;
        let planned = planned?.decimal().ok()?.round_dp(6);
        (!turn.is_multiple_of(5)).then(|| planned + planned / Decimal::TWO)
    };
    let plan = model.clone();
    for t in 0..MONTHS.min(outcome.months()) {
        let channels = plan.channels.iter().zip(flows).map(|(channel, flow)| {
            let mut of = |fact| told(planned_of_channel(flow, fact, t));
            ChannelFacts {
                id: channel.id.clone(),
                spend: of(ChannelFact::Spend),
                leads: of(ChannelFact::Leads),
                stages: (plan.funnel.stages.iter().enumerate())
                    .map(|(at, stage)| StageFacts { id: stage.id.clone(), count: of(ChannelFact::Stage(at)) })
                    .collect(),
                clients: of(ChannelFact::Clients),
                revenue: Some(Decimal::from(1000)),
            }
        });
        let channels = channels.collect();
        let mut of = |fact| told(planned_of_business(&plan, &outcome, fact, t));
        model.facts.months.push(MonthFacts {
            id: plan.about.start.later(t).key(),
            channels,
            delivered: of(BusinessFact::Delivered).or(Some(Decimal::ONE)),
            active: of(BusinessFact::Active),
            upsells: of(BusinessFact::Upsells),
            upsell_revenue: of(BusinessFact::UpsellRevenue),
            cross_sells: of(BusinessFact::CrossSells),
            cross_sell_revenue: of(BusinessFact::CrossSellRevenue),
            variable_costs: of(BusinessFact::VariableCosts),
            payroll: of(BusinessFact::Payroll),
            fixed_costs: of(BusinessFact::FixedCosts),
            taxes: of(BusinessFact::Taxes),
            cash: of(BusinessFact::Cash),
            ..MonthFacts::default()
        });
    }
    model
}

/// Planned figures that are not the same in two places.
struct Pairs {
    name: String,
    faults: Vec<String>,
    compared: usize,
}

impl Pairs {
    fn same(&mut self, what: &str, one: Exact, other: Exact) {
        let (a, b) = (float(one), float(other));
        self.compared += 1;
        let same = (a.is_nan() && b.is_nan()) || (a - b).abs() <= LAST_DIGITS * a.abs().max(b.abs()).max(1.0);
        if !same {
            self.faults.push(format!("{}: {what}: {a} and {b}", self.name));
        }
    }
}

fn finding(
    findings: &[Finding],
    measured: Measured,
    channel: Option<usize>,
    stage: Option<usize>,
) -> Option<&Finding> {
    findings.iter().find(|own| (own.measured, own.channel, own.stage) == (measured, channel, stage))
}

fn compare_all(pairs: &mut Pairs, model: &Model, flows: &[ChannelMonths]) {
    let outcome: Outcome = evaluate(model);
    if outcome.statement.profit.iter().any(|profit| profit.0.reason().is_some()) {
        return;
    }
    let recorded = Recorded::new(model);
    let end = MONTHS.min(outcome.months());
    let study = PlanStudy::evaluated(model.clone(), outcome.clone());
    let all = study.comparison(0..end);
    let findings = run_in(model, &outcome, &model.facts, Window { first: 0, end }).findings;
    channels(pairs, &all, &findings, &recorded, end);
    offered(pairs, model, &outcome, &findings);
    by_month(pairs, model, &outcome, flows, &study);
    over_the_plan(pairs, &outcome, &study);
}

/// Leads and what they cost: plan against actual beside the verdicts.
fn channels(pairs: &mut Pairs, all: &Comparison, findings: &[Finding], recorded: &Recorded, end: u32) {
    let own = all.channels.iter().map(|(at, own)| (Some(*at), own));
    for (at, own) in own.chain([(None, &all.total)]) {
        let is_known = |pair: &PlanActual| pair.fact.is_some();
        if let Some(cost) = finding(findings, Measured::CostPerLead, at, None)
            && is_known(&own.cost_per_lead)
            && own.cost_per_lead.plan.reason().is_none()
        {
            pairs.same("cost of a lead", cost.planned(), own.cost_per_lead.plan);
        }
        // Verdicts leave out channels and months in which the plan has no leads: they are no part of it.
        let is_whole = at.is_some_and(|at| (0..end).all(|t| recorded.is_on(at, t)));
        if let Some(leads) = finding(findings, Measured::Leads, at, None)
            && is_whole
            && is_known(&own.leads)
            && own.leads.plan.is_positive()
        {
            pairs.same("leads", leads.planned(), own.leads.plan);
        }
    }
}

/// What is sold: verdicts beside Result and the grid of facts.
fn offered(pairs: &mut Pairs, model: &Model, outcome: &Outcome, findings: &[Finding]) {
    let planned = |fact, t| planned_of_business(model, outcome, fact, t).unwrap_or(Exact::ZERO);
    let last = outcome.months() - 1;
    let mut of = |measured, what: &str, other: Exact| {
        if let Some(found) = finding(findings, measured, None, None) {
            pairs.same(what, found.planned(), other);
        }
    };
    of(Measured::Deal, "revenue per order", outcome.client.net_price.0);
    of(Measured::Cycle, "days to a client", planned(BusinessFact::Cycle, 0));
    of(Measured::Refunds, "refunds", Exact::from_decimal(model.offer.refund_share.value));
    let volumes = &outcome.volumes;
    let (upsells, cross_sells) =
        (planned(BusinessFact::Upsells, last), planned(BusinessFact::CrossSells, last));
    let (new, offers) =
        (volumes.upsell_clients[last as usize].0, volumes.cross_sell_clients[last as usize].0);
    if new.is_positive() && offers.is_positive() {
        of(Measured::UpsellShare, "upsells of a client", upsells / new);
        of(Measured::CrossSellShare, "cross-sells of an offer", cross_sells / offers);
        if upsells.is_positive() {
            of(Measured::UpsellPrice, "an upsell", planned(BusinessFact::UpsellRevenue, last) / upsells);
        }
        if cross_sells.is_positive() {
            let revenue = planned(BusinessFact::CrossSellRevenue, last);
            of(Measured::CrossSellPrice, "a cross-sell", revenue / cross_sells);
        }
    }
    let months = || (0..MONTHS.min(outcome.months())).map(|t| t as usize);
    let costs: Money<Exact> = months().map(|t| outcome.statement.variable_costs[t]).sum();
    let orders = months().fold(Exact::ZERO, |sum, t| sum + volumes.orders[t].0);
    if orders.is_positive() {
        of(Measured::OrderCost, "cost of an order", costs.0 / orders);
    }
}

/// A month: the grid of facts, plan against actual and Result.
fn by_month(pairs: &mut Pairs, model: &Model, outcome: &Outcome, flows: &[ChannelMonths], study: &PlanStudy) {
    for t in 0..MONTHS.min(outcome.months()) {
        let at = t as usize;
        let month = study.comparison(t..t + 1);
        let planned = |fact| planned_of_business(model, outcome, fact, t).unwrap_or(Exact::ZERO);
        let (lines, statement) = (month.lines, &outcome.statement);
        for (what, pair, grid, result) in [
            ("variable costs", lines.variable_costs, BusinessFact::VariableCosts, &statement.variable_costs),
            ("payroll", lines.payroll, BusinessFact::Payroll, &statement.payroll),
            ("fixed costs", lines.fixed_costs, BusinessFact::FixedCosts, &statement.fixed_costs),
            ("tax", lines.taxes, BusinessFact::Taxes, &statement.tax),
            ("cash", lines.cash, BusinessFact::Cash, &outcome.cash.balance),
        ] {
            pairs.same(what, pair.plan, planned(grid));
            pairs.same(what, pair.plan, result[at].0);
        }
        pairs.same("revenue", lines.revenue.plan, statement.revenue[at].0);
        pairs.same("profit", lines.profit.plan, statement.profit[at].0);
        let add_ons = planned(BusinessFact::UpsellRevenue) + planned(BusinessFact::CrossSellRevenue);
        pairs.same("add-ons", add_ons, statement.add_on_revenue[at].0);
        pairs.same("orders", planned(BusinessFact::Delivered), outcome.volumes.orders[at].0);
        for (place, own) in &month.channels {
            let Some(flow) = flows.get(*place) else { continue };
            let grid = |fact| planned_of_channel(flow, fact, t).unwrap_or(Exact::ZERO);
            let result = &outcome.channels[*place];
            pairs.same("spend", own.spend.plan, grid(ChannelFact::Spend));
            pairs.same("spend", own.spend.plan, result.spend[at].0);
            pairs.same("leads", own.leads.plan, grid(ChannelFact::Leads));
            pairs.same("leads", own.leads.plan, result.leads[at].0);
            pairs.same("clients", own.clients.plan, result.new_clients[at].0);
            for (stage, pair) in own.stages.iter().enumerate() {
                pairs.same("a stage", pair.plan, grid(ChannelFact::Stage(stage)));
            }
        }
    }
}

/// Over months: plan against actual of a channel beside Result, variance beside the statement.
fn over_the_plan(pairs: &mut Pairs, outcome: &Outcome, study: &PlanStudy) {
    let bare = Model { facts: Facts::default(), ..study.plan().clone() };
    let whole = PlanStudy::evaluated(bare, outcome.clone()).comparison(0..outcome.months());
    for (at, own) in &whole.channels {
        let result = outcome.channels[*at].acquisition;
        pairs.same("cost of a lead over the plan", own.cost_per_lead.plan, result.cpl.0);
        pairs.same("leads over the plan", own.leads.plan, result.leads.0);
    }
    if !whole.channels.is_empty() {
        pairs.same("cost of a lead of all", whole.total.cost_per_lead.plan, outcome.total.cpl.0);
    }
    if let Ok(variance) = study.variance(0..MONTHS) {
        let months = variance.months.iter().map(|t| outcome.statement.profit[*t as usize]);
        let profit = months.sum::<Money<Exact>>();
        // Amounts that are taken apart are rounded to six decimals.
        if float((variance.plan - profit).0).abs() > 1e-5 {
            pairs.same("profit that variance begins with", variance.plan.0, profit.0);
        }
    }
}

#[test]
fn a_planned_figure_is_the_same_wherever_it_is_shown() {
    let mut runner = TestRunner::deterministic();
    let random =
        (0..200).map(|number| (format!("random {number}"), sane().new_tree(&mut runner).unwrap().current()));
    let templates =
        TEMPLATES.iter().take(5).map(|template| (template.id.to_owned(), template.model(Language::English)));
    let models: Vec<_> = templates.chain(random).collect();
    let (mut faults, mut compared) = (Vec::new(), 0);
    for (round, (name, mut model)) in models.into_iter().enumerate() {
        model.facts = Facts::default();
        let flows = channel_months(&model);
        let model = with_facts(model, &flows, round);
        let mut pairs = Pairs { name, faults: Vec::new(), compared: 0 };
        compare_all(&mut pairs, &model, &flows);
        compared += pairs.compared;
        faults.extend(pairs.faults);
    }
    assert!(compared > 20_000, "only {compared} compared");
    faults.truncate(40);
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
