//! Businesses that live a quarter with dice of known odds, client by client, and are judged as the page judges them.

use obkatka::evidence::{Finding, Levers, Measured, RunIn, Verdict, Window, run_in_with};
use obkatka::model::*;
use obkatka::number::{Decimal, Number};
use obkatka::plan::{Outcome, evaluate};
use rand_distr::{Binomial, Distribution, Exp, Gamma, LogNormal, Normal, Poisson, StandardUniform};
use rand_pcg::Pcg64;

/// A business to be judged: what is planned.
#[derive(Clone, Copy, Debug)]
pub struct Cell {
    pub leads: u32,
    pub conversion: f64,
    /// Months from a lead to a sale.
    pub cycle: f64,
    pub delay: DelayKind,
}

/// How the world differs from the plan and from what the rule assumes.
#[derive(Clone, Copy, Debug)]
pub struct World {
    /// How many times the planned conversion is the true one.
    pub truth: f64,
    /// Whether the true one is drawn from the plan's range instead.
    pub from_range: bool,
    /// How much months of leads vary.
    pub months_vary: f64,
    /// Leads of the three months, times the plan.
    pub season: [f64; 3],
    /// How many times better conversion is each month than the month before.
    pub drift: f64,
    /// How much conversion varies from month to month.
    pub conversion_varies: f64,
    /// How many times the planned time to a sale is the true one.
    pub slower: f64,
}

impl World {
    pub const AS_PLANNED: Self = Self {
        truth: 1.0,
        from_range: false,
        months_vary: 0.25,
        season: [1.0; 3],
        drift: 1.0,
        conversion_varies: 0.0,
        slower: 1.0,
    };
}

const STAY: f64 = 0.85;
const PROMISE: f64 = 0.95;
const COMPLAINTS: f64 = 0.05;
const REFUNDS: f64 = 0.04;
const ADD_ON: f64 = 0.2;
const DAYS_OF_MONTH: f64 = 30.4375;

/// The plan of a cell, what it comes to, and its floors.
pub struct Business {
    pub cell: Cell,
    pub plan: Model,
    outcome: Outcome,
    levers: Levers,
}

impl Business {
    pub fn new(cell: Cell) -> Self {
        let plan = plan(cell);
        Self { outcome: evaluate(&plan), levers: Levers::new(&plan), cell, plan }
    }

    /// A quarter lived and judged; beside it the conversion that was true.
    pub fn quarter(&self, world: &World, dice: &mut Pcg64) -> (RunIn, f64) {
        let truth = match world.from_range {
            true => drawn(self.cell.conversion, self.conversion_sd(), dice),
            false => self.cell.conversion * world.truth,
        };
        let facts = self.facts(truth.min(1.0), world, dice);
        let window = Window { first: 0, end: 3 };
        (run_in_with(&self.plan, &self.outcome, &facts, window, &self.levers), truth)
    }

    fn conversion_sd(&self) -> f64 {
        obkatka::evidence::prior_sd(
            &self.plan.funnel.stages[0].conversion,
            obkatka::evidence::PriorScale::Odds,
        )
    }

    fn facts(&self, truth: f64, world: &World, dice: &mut Pcg64) -> Facts {
        let mut sales = [0_u64; 3];
        let mut leads = [0_u64; 3];
        for (t, came) in leads.iter_mut().enumerate() {
            let mean = f64::from(self.cell.leads) * world.season[t] * gamma(world.months_vary, dice);
            *came = Poisson::new(mean.max(1e-9)).map_or(0, |own| own.sample(dice) as u64);
            let rate = truth * world.drift.powi(t as i32) * gamma(world.conversion_varies, dice);
            for _ in 0..*came {
                let begin: f64 = StandardUniform.sample(dice);
                let chance: f64 = StandardUniform.sample(dice);
                let at = t as f64 + begin + self.delay(world, dice);
                if chance < rate && at < 3.0 {
                    sales[at as usize] += 1;
                }
            }
        }
        let mut active = 0_u64;
        let months = (0..3_usize).map(|t| {
            let month = self.month(t, leads[t], sales[t], active, dice);
            active = month.1;
            month.0
        });
        Facts { months: months.collect(), ..self.plan.facts.clone() }
    }

    fn delay(&self, world: &World, dice: &mut Pcg64) -> f64 {
        let mean = self.cell.cycle * world.slower;
        match self.cell.delay {
            DelayKind::Spread if mean > 0.0 => Exp::new(1.0 / mean).map_or(mean, |own| own.sample(dice)),
            _ => mean,
        }
    }

    /// What a month leaves in the books, and the clients at its end.
    fn month(&self, t: usize, leads: u64, sales: u64, active: u64, dice: &mut Pcg64) -> (MonthFacts, u64) {
        let lost = binomial(active, 1.0 - STAY, dice);
        let (stayed, now) = (active - lost, active - lost + sales);
        let orders = stayed + sales;
        let client = &self.outcome.client;
        let money = |amount: obkatka::number::Money<obkatka::number::Exact>| {
            amount.0.decimal().map_or(0.0, f64::from_decimal)
        };
        let upsells = binomial(sales, ADD_ON, dice);
        let paid = sum_of(upsells, money(client.upsell_revenue) / ADD_ON, 0.5, dice);
        let planned = self.planned_order_cost();
        let channel = ChannelFacts {
            id: "a".into(),
            spend: decimal(f64::from(self.cell.leads) * 1000.0),
            leads: decimal(leads as f64),
            stages: vec![StageFacts { id: "a".into(), count: decimal(sales as f64) }],
            revenue: decimal(sum_of(orders, money(client.net_price), 0.8, dice)),
            ..ChannelFacts::default()
        };
        let month = MonthFacts {
            id: self.plan.about.start.later(t as u32).key(),
            channels: vec![channel],
            delivered: decimal(orders as f64),
            on_promise: decimal(binomial(orders, PROMISE, dice) as f64),
            active: decimal(now as f64),
            lost: decimal(lost as f64),
            complaints: decimal(binomial(orders, COMPLAINTS, dice) as f64),
            refunds: decimal(binomial(orders, REFUNDS, dice) as f64),
            upsells: decimal(upsells as f64),
            upsell_revenue: decimal(paid),
            variable_costs: decimal(sum_of(orders, planned, 0.5, dice)),
            ..MonthFacts::default()
        };
        (month, now)
    }

    /// What an order of the first quarter costs by the plan.
    fn planned_order_cost(&self) -> f64 {
        let float = |number: obkatka::number::Exact| number.decimal().map_or(0.0, f64::from_decimal);
        let sum = |of: &dyn Fn(usize) -> f64| (0..3).map(of).sum::<f64>();
        let costs = sum(&|t| float(self.outcome.statement.variable_costs[t].0));
        costs / sum(&|t| float(self.outcome.volumes.orders[t].0)).max(1e-9)
    }
}

/// A client who stays for 85 % of the months and orders monthly; upsells to one in five; marketing, costs and rent leave a profit.
fn plan(cell: Cell) -> Model {
    let mut model = Model::default();
    model.offer.price = Estimate::guess(decimal_of(2500.0 / cell.conversion));
    model.offer.unit_cost = Estimate::guess(decimal_of(800.0 / cell.conversion));
    model.offer.frequency = Estimate::guess(1);
    model.offer.refund_share = Estimate::guess(decimal_of(REFUNDS));
    model.offer.retention.kind = RetentionKind::Constant;
    model.offer.retention.rate = Estimate::guess(decimal_of(STAY));
    model.offer.add_ons = vec![AddOn {
        id: "a".into(),
        kind: AddOnKind::Upsell,
        price: Estimate::guess(decimal_of(500.0 / cell.conversion)),
        share: Estimate::guess(decimal_of(ADD_ON)),
        ..AddOn::default()
    }];
    model.funnel.stages = vec![Stage {
        id: "a".into(),
        conversion: Estimate::guess(decimal_of(cell.conversion)),
        days: Estimate::guess(decimal_of(cell.cycle * DAYS_OF_MONTH)),
        delay: cell.delay,
        ..Stage::default()
    }];
    model.channels = vec![Channel {
        id: "a".into(),
        status: Status::RunIn,
        budget: Estimate::guess(Decimal::from(cell.leads * 1000)),
        cost_per_lead: Estimate::guess(1000),
        ..Channel::default()
    }];
    // Rent takes most of what is left: six tenths of the plan and more are needed.
    let rent = cell.leads * 3000;
    model.about.horizon = 12;
    model.costs = vec![FixedCost {
        id: "a".into(),
        amount: Estimate::guess(Decimal::from(rent)),
        ..FixedCost::default()
    }];
    model.facts.on_promise = Estimate::guess(decimal_of(PROMISE));
    model.facts.complaints = Estimate::guess(decimal_of(COMPLAINTS));
    model
}

/// The finding of the conversion of all channels together.
pub fn conversion(run: &RunIn) -> &Finding {
    run.findings
        .iter()
        .find(|own| own.measured == Measured::Conversion && own.channel.is_none())
        .expect("a conversion")
}

/// Whether anything of the business is called below plan.
pub fn is_accused(run: &RunIn) -> bool {
    run.findings.iter().any(|own| own.verdict() == Some(Verdict::Below))
}

fn decimal_of(value: f64) -> Decimal {
    decimal(value).unwrap_or_default()
}

fn decimal(value: f64) -> Option<Decimal> {
    Decimal::try_from(value).ok().map(|value| value.round_dp(6))
}

/// One on average, with this deviation.
fn gamma(deviation: f64, dice: &mut Pcg64) -> f64 {
    if deviation <= 0.0 {
        return 1.0;
    }
    let shape = 1.0 / (deviation * deviation);
    Gamma::new(shape, 1.0 / shape).map_or(1.0, |own| own.sample(dice))
}

fn binomial(trials: u64, share: f64, dice: &mut Pcg64) -> u64 {
    Binomial::new(trials, share.clamp(0.0, 1.0)).map_or(0, |own| own.sample(dice))
}

/// So many amounts of this mean, log-normal, each straying by `cv`.
fn sum_of(count: u64, mean: f64, cv: f64, dice: &mut Pcg64) -> f64 {
    let variance = (1.0 + cv * cv).ln();
    let Ok(one) = LogNormal::new(mean.max(1e-9).ln() - variance / 2.0, variance.sqrt()) else { return 0.0 };
    (0..count).map(|_| one.sample(dice)).sum()
}

/// A share with log odds that deviate so much from those of another.
fn drawn(share: f64, sd: f64, dice: &mut Pcg64) -> f64 {
    let deviation = Normal::new(0.0, sd).map_or(0.0, |own| own.sample(dice));
    let odds = share / (1.0 - share) * deviation.exp();
    odds / (1.0 + odds)
}
