//! Facts laid beside the plan's figures: what was counted out of how much, for every figure that a run-in tests.

use super::judgement::{Judgement, judge};
use super::measured::Measured;
use super::run_in::{Finding, MonthFinding, Window};
use super::sample::{Average, Pace, Sample, Share, spread};
use super::verdict::{Better, Claim, weight};
use crate::model::{AddOnKind, Basis, Channel, Estimate, Facts, Model, MonthFact, RetentionKind};
use crate::number::{Decimal, Exact, Number};
use crate::plan::Outcome;

/// Days in a mean month.
const DAYS_IN_MONTH: f64 = 30.4375;

/// A plan, what it comes to, and the facts of some months.
#[derive(Clone, Copy)]
pub(super) struct Sight<'a> {
    pub plan: &'a Model,
    pub outcome: &'a Outcome,
    pub facts: &'a Facts,
    pub window: Window,
}

/// What was counted of a figure, month by month.
#[derive(Default)]
struct Tally {
    hits: f64,
    trials: f64,
    /// Months that count.
    known: u32,
    months: Vec<MonthFinding>,
    waiting: f64,
}

impl Tally {
    /// A month: what was planned, and hits of trials where both are known.
    fn add(&mut self, plan: f64, counted: Option<(f64, f64)>) {
        let fact = counted.filter(|(_, trials)| *trials > 0.0).map(|(hits, trials)| hits / trials);
        if let Some((hits, trials)) = counted {
            self.hits += hits;
            self.trials += trials;
            self.known += 1;
        }
        self.months.push(MonthFinding { plan, fact });
    }
}

/// Whose figure it is.
#[derive(Clone, Copy)]
struct Subject {
    measured: Measured,
    channel: Option<usize>,
    stage: Option<usize>,
}

impl Subject {
    fn whole(measured: Measured) -> Self {
        Self { measured, channel: None, stage: None }
    }
}

impl Sight<'_> {
    /// Every figure of which the plan says something.
    pub fn findings(&self) -> Vec<Finding> {
        let mut all = self.of_channels();
        all.extend(self.of_totals());
        all.extend([self.deal(), self.cycle(), self.on_promise(), self.order_cost()].into_iter().flatten());
        all.extend([self.retention(), self.complaints(), self.refunds()].into_iter().flatten());
        for kind in [AddOnKind::Upsell, AddOnKind::CrossSell] {
            all.extend([self.add_on_share(kind), self.add_on_price(kind)].into_iter().flatten());
        }
        all
    }

    fn month(&self, t: u32) -> Option<&MonthFact> {
        self.facts.at(self.plan.about.start.later(t))
    }

    /// A figure of the whole business in a month.
    fn fact(&self, t: u32, take: impl Fn(&MonthFact) -> Option<Decimal>) -> Option<f64> {
        self.month(t).and_then(take).map(f64::from_decimal)
    }

    // Channels

    /// Whether the plan has leads of a channel in these months.
    fn runs(&self, at: usize) -> bool {
        self.window.months().any(|t| self.planned_leads(at, t) > 0.0)
    }

    fn running(&self) -> impl Iterator<Item = &Channel> {
        self.plan.channels.iter().enumerate().filter(|(at, _)| self.runs(*at)).map(|(_, channel)| channel)
    }

    fn planned_leads(&self, at: usize, t: u32) -> f64 {
        let line = self.outcome.channels.get(at).and_then(|channel| channel.leads.get(t as usize));
        line.map_or(0.0, |count| float(count.0))
    }

    fn of_channels(&self) -> Vec<Finding> {
        let mut found = Vec::new();
        for (at, channel) in self.plan.channels.iter().enumerate().filter(|(at, _)| self.runs(*at)) {
            found.push(self.leads(Some(at)));
            found.extend(self.cost_per_lead(at, channel));
            for stage in 0..self.plan.funnel.stages.len() {
                let subject = Subject { measured: Measured::Conversion, channel: Some(at), stage: Some(stage) };
                let tally = self.passed(channel, stage);
                let conversion = conversion(self.plan, channel, stage);
                let claim = claim_of(conversion, Better::More);
                found.push(self.finding(subject, tally, &claim, |tally| Share { hits: tally.hits, trials: tally.trials }));
            }
        }
        found
    }

    /// Leads of a channel, or of all whose leads are recorded, against planned ones.
    fn leads(&self, only: Option<usize>) -> Finding {
        let mut tally = Tally::default();
        for t in self.window.months() {
            let (mut plan, mut fact, mut known) = (0.0, 0.0, false);
            for (at, channel) in self.plan.channels.iter().enumerate() {
                let planned = self.planned_leads(at, t);
                if only.is_some_and(|only| only != at) || planned <= 0.0 {
                    continue;
                }
                plan += planned;
                if let Some(leads) = self.leads_of(channel, t) {
                    (fact, known) = (fact + leads, true);
                    tally.hits += leads;
                    tally.trials += planned;
                }
            }
            tally.known += u32::from(known);
            tally.months.push(MonthFinding { plan, fact: known.then_some(fact) });
        }
        let basis = only.and_then(|at| self.plan.channels.get(at)).map(|channel| &channel.cost_per_lead);
        let weight = basis.map_or(5.0, |estimate| weight(estimate.basis));
        let subject = Subject { measured: Measured::Leads, channel: only, stage: None };
        let claim = Claim { plan: 1.0, weight, better: Better::More };
        self.finding(subject, tally, &claim, |tally| Pace { count: tally.hits, exposure: tally.trials })
    }

    fn leads_of(&self, channel: &Channel, t: u32) -> Option<f64> {
        self.month(t)?.channel(&channel.id)?.leads.map(f64::from_decimal)
    }

    fn spend_of(&self, channel: &Channel, t: u32) -> Option<f64> {
        self.month(t)?.channel(&channel.id)?.spend.map(f64::from_decimal)
    }

    fn cost_per_lead(&self, at: usize, channel: &Channel) -> Option<Finding> {
        let cost: f64 = channel.cost_per_lead.number();
        if cost <= 0.0 {
            return None;
        }
        let mut tally = Tally::default();
        for t in self.window.months() {
            let counted = self.leads_of(channel, t).zip(self.spend_of(channel, t));
            tally.add(cost, counted);
            if let (Some(month), Some((leads, spend))) = (tally.months.last_mut(), counted) {
                month.fact = (leads > 0.0).then(|| spend / leads);
            }
        }
        let subject = Subject { measured: Measured::CostPerLead, channel: Some(at), stage: None };
        let claim = Claim { plan: 1.0 / cost, weight: weight(channel.cost_per_lead.basis), better: Better::More };
        Some(self.finding(subject, tally, &claim, |tally| Pace { count: tally.hits, exposure: tally.trials }))
    }

    /// How many came to a stage in a month; nobody before the channel's first.
    fn entries(&self, channel: &Channel, stage: usize, t: u32) -> Option<f64> {
        let before = stage.checked_sub(1).and_then(|before| self.plan.funnel.stages.get(before));
        let own = self.month(t).and_then(|month| month.channel(&channel.id));
        let count = own.and_then(|own| before.map_or(own.leads, |before| own.stage(&before.id)));
        count.map(f64::from_decimal).or((t < channel.first).then_some(0.0))
    }

    /// Who passed a stage, of those who had time to: the lag of the stage is counted from the entries on, and months
    /// in which either is not recorded count for nothing.
    fn passed(&self, channel: &Channel, stage: usize) -> Tally {
        let mut tally = Tally::default();
        let Some(own) = self.plan.funnel.stages.get(stage) else { return tally };
        let lag = (own.days.number::<f64>() / DAYS_IN_MONTH).max(0.0);
        let (whole, later) = (lag.floor() as u32, lag - lag.floor());
        let part = |t: u32, by: u32, share: f64| match t.checked_sub(by) {
            _ if share == 0.0 => Some(0.0),
            None => Some(0.0),
            Some(t) => self.entries(channel, stage, t).map(|count| count * share),
        };
        let plan = conversion(self.plan, channel, stage).number();
        for t in self.window.months() {
            let due = part(t, whole, 1.0 - later).zip(part(t, whole.saturating_add(1), later));
            let due = due.map(|(sooner, later)| sooner + later);
            let count = self.month(t).and_then(|month| month.channel(&channel.id)?.stage(&own.id));
            tally.add(plan, count.map(f64::from_decimal).zip(due));
        }
        let waits = |t: u32| {
            let left = |by: u32, share| if t.saturating_add(by) >= self.window.end { share } else { 0.0 };
            left(whole, 1.0 - later) + left(whole.saturating_add(1), later)
        };
        let from = self.window.end.saturating_sub(whole.saturating_add(1));
        tally.waiting =
            (from..self.window.end).filter_map(|t| Some(self.entries(channel, stage, t)? * waits(t))).sum();
        tally
    }

    /// All channels together: leads, the cost of a lead, each stage.
    fn of_totals(&self) -> Vec<Finding> {
        let mut found = vec![self.leads(None)];
        found.extend(self.mixed_cost());
        for stage in 0..self.plan.funnel.stages.len() {
            found.extend(self.mixed_conversion(stage));
        }
        found
    }

    /// What a lead costs across channels: the plan of the mix is what the money spent should have brought.
    fn mixed_cost(&self) -> Option<Finding> {
        let mut tally = Tally::default();
        let mut should = 0.0;
        for t in self.window.months() {
            let (mut leads, mut spend, mut due) = (0.0, 0.0, 0.0);
            for channel in self.running() {
                let cost: f64 = channel.cost_per_lead.number();
                let counted = self.leads_of(channel, t).zip(self.spend_of(channel, t));
                if let (Some((came, paid)), true) = (counted, cost > 0.0) {
                    (leads, spend, due) = (leads + came, spend + paid, due + paid / cost);
                }
            }
            should += due;
            let plan = if due > 0.0 { spend / due } else { 0.0 };
            tally.add(plan, (spend > 0.0).then_some((leads, spend)));
            if let Some(month) = tally.months.last_mut() {
                month.fact = (leads > 0.0).then(|| spend / leads);
            }
        }
        let claim = Claim { plan: should / tally.trials.max(f64::MIN_POSITIVE), weight: 5.0, better: Better::More };
        let subject = Subject::whole(Measured::CostPerLead);
        (should > 0.0)
            .then(|| self.finding(subject, tally, &claim, |tally| Pace { count: tally.hits, exposure: tally.trials }))
    }

    /// A stage across channels: the plan of the mix is what those who had time should have come to.
    fn mixed_conversion(&self, stage: usize) -> Option<Finding> {
        let own = self.plan.funnel.stages.get(stage)?;
        let (mut all, mut should) = (Tally::default(), 0.0);
        let mut by_month = vec![(0.0, 0.0, 0.0); self.window.months().len()];
        for channel in self.running() {
            let tally = self.passed(channel, stage);
            let plan: f64 = conversion(self.plan, channel, stage).number();
            should += plan * tally.trials;
            all.hits += tally.hits;
            all.trials += tally.trials;
            all.known = all.known.max(tally.known);
            all.waiting += tally.waiting;
            for (sum, t) in by_month.iter_mut().zip(self.window.months()) {
                if let Some((hits, due)) = self.counted(channel, stage, t) {
                    *sum = (sum.0 + hits, sum.1 + due, sum.2 + due * plan);
                }
            }
        }
        let plain: f64 = own.conversion.number();
        all.months = by_month
            .into_iter()
            .map(|(hits, due, plan)| match due > 0.0 {
                true => MonthFinding { plan: plan / due, fact: Some(hits / due) },
                false => MonthFinding { plan: plain, fact: None },
            })
            .collect();
        let plan = if all.trials > 0.0 { should / all.trials } else { plain };
        let claim = Claim { plan, weight: weight(own.conversion.basis), better: Better::More };
        let subject = Subject { measured: Measured::Conversion, channel: None, stage: Some(stage) };
        Some(self.finding(subject, all, &claim, |tally| Share { hits: tally.hits, trials: tally.trials }))
    }

    /// Who passed a stage in a month and who was due, where both are known.
    fn counted(&self, channel: &Channel, stage: usize, t: u32) -> Option<(f64, f64)> {
        let window = Window { first: t, end: t + 1 };
        let month = Sight { window, ..*self }.passed(channel, stage);
        (month.known > 0).then_some((month.hits, month.trials))
    }

    // The business as a whole

    /// A share of orders, clients or sales, month by month.
    fn share(
        &self,
        measured: Measured,
        claim: &Claim,
        counted: impl Fn(u32) -> Option<(f64, f64)>,
    ) -> Finding {
        let mut tally = Tally::default();
        self.window.months().for_each(|t| tally.add(claim.plan, counted(t)));
        self.finding(Subject::whole(measured), tally, claim, |tally| Share { hits: tally.hits, trials: tally.trials })
    }

    /// An average, as a sum of so many, month by month.
    fn average(
        &self,
        measured: Measured,
        claim: &Claim,
        range: Option<(f64, f64)>,
        counted: impl Fn(u32) -> Option<(f64, f64)>,
    ) -> Option<Finding> {
        if claim.plan <= 0.0 {
            return None;
        }
        // A plan that weighs as much as two hundred orders would not give way to a year of few and large ones.
        let claim = &Claim { weight: claim.weight.min(weight(Basis::Benchmark)), ..*claim };
        let mut tally = Tally::default();
        self.window.months().for_each(|t| tally.add(claim.plan, counted(t).filter(|(_, count)| *count > 0.0)));
        let spread = spread(claim.plan, range);
        Some(self.finding(Subject::whole(measured), tally, claim, |tally| Average {
            mean: if tally.trials > 0.0 { tally.hits / tally.trials } else { 0.0 },
            count: tally.trials,
            spread,
        }))
    }

    fn deal(&self) -> Option<Finding> {
        let plan = float(self.outcome.client.net_price.0);
        let claim = claim_at(plan, &self.plan.offer.price, Better::More);
        let range = scaled_range(&self.plan.offer.price, plan);
        self.average(Measured::Deal, &claim, range, |t| {
            let month = self.month(t)?;
            let orders = f64::from_decimal(month.delivered?);
            let revenue = month.channels.iter().map(|channel| channel.revenue).collect::<Option<Vec<_>>>()?;
            (!revenue.is_empty()).then(|| (revenue.into_iter().map(f64::from_decimal).sum(), orders))
        })
    }

    fn cycle(&self) -> Option<Finding> {
        let days: f64 = self.plan.funnel.stages.iter().map(|stage| stage.days.number::<f64>()).sum();
        let claim = Claim { plan: days, weight: 5.0, better: Better::Less };
        self.average(Measured::Cycle, &claim, None, |t| {
            let sales = self.sales(t)?;
            Some((self.fact(t, |month| month.cycle)? * sales, sales))
        })
    }

    /// New clients of all channels that are recorded.
    fn sales(&self, t: u32) -> Option<f64> {
        let last = self.plan.funnel.stages.last();
        let month = self.month(t)?;
        let of = |channel: &crate::model::ChannelFact| last.map_or(channel.clients, |last| channel.stage(&last.id));
        let known: Vec<_> = month.channels.iter().filter_map(of).map(f64::from_decimal).collect();
        (!known.is_empty()).then(|| known.into_iter().sum())
    }

    fn on_promise(&self) -> Option<Finding> {
        let claim = claim_of(&self.facts.on_promise, Better::More);
        Some(self.share(Measured::OnPromise, &claim, |t| {
            self.fact(t, |month| month.on_promise).zip(self.fact(t, |month| month.delivered))
        }))
    }

    fn order_cost(&self) -> Option<Finding> {
        let sum = |line: &dyn Fn(usize) -> Exact| self.window.months().map(|t| float(line(t as usize))).sum::<f64>();
        let costs = sum(&|t| self.outcome.statement.variable_costs.get(t).map_or(Exact::ZERO, |it| it.0));
        let orders = sum(&|t| self.outcome.volumes.orders.get(t).map_or(Exact::ZERO, |it| it.0));
        let plan = if orders > 0.0 { costs / orders } else { 0.0 };
        let claim = claim_at(plan, &self.plan.offer.unit_cost, Better::Less);
        self.average(Measured::OrderCost, &claim, None, |t| {
            self.fact(t, |month| month.variable_costs).zip(self.fact(t, |month| month.delivered))
        })
    }

    fn retention(&self) -> Option<Finding> {
        let retention = &self.plan.offer.retention;
        if retention.kind == RetentionKind::Once {
            return None;
        }
        let active = |t: u32| self.outcome.volumes.active_clients.get(t as usize).map_or(0.0, |it| float(it.0));
        let new = |t: u32| self.outcome.volumes.new_clients.get(t as usize).map_or(0.0, |it| float(it.0));
        let (mut there, mut stay) = (0.0, 0.0);
        for t in self.window.months().filter(|t| *t > 0) {
            there += active(t - 1);
            stay += active(t) - new(t);
        }
        let plan = if there > 0.0 { stay / there } else { retention.rate.number() };
        let claim = claim_at(plan, &retention.rate, Better::More);
        Some(self.share(Measured::Retention, &claim, |t| {
            let before = self.fact(t.checked_sub(1)?, |month| month.active)?;
            Some((before - self.fact(t, |month| month.lost)?, before))
        }))
    }

    fn complaints(&self) -> Option<Finding> {
        let claim = claim_of(&self.facts.complaints, Better::Less);
        Some(self.share(Measured::Complaints, &claim, |t| {
            self.fact(t, |month| month.complaints).zip(self.fact(t, |month| month.delivered))
        }))
    }

    fn refunds(&self) -> Option<Finding> {
        let claim = claim_of(&self.plan.offer.refund_share, Better::Less);
        Some(self.share(Measured::Refunds, &claim, |t| {
            self.fact(t, |month| month.refunds).zip(self.fact(t, |month| month.delivered))
        }))
    }

    fn add_on_share(&self, kind: AddOnKind) -> Option<Finding> {
        let plan = planned_share(self.plan, kind);
        let sold = |t| self.sold(kind, t);
        let basis = self.plan.offer.add_ons.iter().find(|add_on| add_on.kind == kind)?;
        let claim = claim_at(plan, &basis.share, Better::More);
        let measured = if kind == AddOnKind::Upsell { Measured::UpsellShare } else { Measured::CrossSellShare };
        let mut tally = Tally::default();
        self.window.months().for_each(|t| tally.add(plan, sold(t).zip(self.buyers(kind, t))));
        // Several of them may be sold to one client: then it is no share of a whole.
        let subject = Subject::whole(measured);
        (plan > 0.0).then(|| match plan < 1.0 {
            true => self.finding(subject, tally, &claim, |tally| Share { hits: tally.hits, trials: tally.trials }),
            false => self.finding(subject, tally, &claim, |tally| Pace { count: tally.hits, exposure: tally.trials }),
        })
    }

    fn sold(&self, kind: AddOnKind, t: u32) -> Option<f64> {
        self.fact(t, |month| if kind == AddOnKind::Upsell { month.upsells } else { month.cross_sells })
    }

    fn buyers(&self, kind: AddOnKind, t: u32) -> Option<f64> {
        if kind == AddOnKind::Upsell { self.sales(t) } else { self.fact(t, |month| month.active) }
    }

    fn add_on_price(&self, kind: AddOnKind) -> Option<Finding> {
        let of_client = &self.outcome.client;
        let (money, measured) = match kind {
            AddOnKind::Upsell => (of_client.upsell_revenue, Measured::UpsellPrice),
            AddOnKind::CrossSell => (of_client.cross_sell_revenue, Measured::CrossSellPrice),
        };
        let first = self.plan.offer.add_ons.iter().find(|add_on| add_on.kind == kind)?;
        let plan = float(money.0) / planned_share(self.plan, kind).max(f64::MIN_POSITIVE);
        let claim = claim_at(plan, &first.price, Better::More);
        self.average(measured, &claim, scaled_range(&first.price, plan), |t| {
            let paid = self.fact(t, |month| match kind {
                AddOnKind::Upsell => month.upsell_revenue,
                AddOnKind::CrossSell => month.cross_sell_revenue,
            });
            paid.zip(self.sold(kind, t))
        })
    }

    // A verdict

    fn finding<S: Sample>(
        &self,
        subject: Subject,
        tally: Tally,
        claim: &Claim,
        sample: impl FnOnce(&Tally) -> S,
    ) -> Finding {
        let judgement = judge(claim, &sample(&tally));
        let Subject { measured, channel, stage } = subject;
        let until = self.decided_in(&judgement, &tally, matches!(measured, Measured::Leads | Measured::CostPerLead));
        let Tally { months, waiting, .. } = tally;
        Finding { measured, channel, stage, judgement, months, waiting, until }
    }

    /// The month in which as many more will have been counted as it takes, at the pace so far.
    fn decided_in(&self, judgement: &Judgement, tally: &Tally, is_pace: bool) -> Option<u32> {
        let counted = if is_pace { tally.hits } else { tally.trials };
        let by_month = counted / f64::from(tally.known.max(1));
        let months = (judgement.more?.observations / by_month).ceil();
        (by_month > 0.0 && months < 1200.0).then(|| (self.window.end - 1).saturating_add(months as u32))
    }
}

/// The plan's conversion of a stage for a channel.
pub(super) fn conversion<'a>(plan: &'a Model, channel: &'a Channel, stage: usize) -> &'a Estimate {
    static NONE: std::sync::LazyLock<Estimate> = std::sync::LazyLock::new(Estimate::default);
    let Some(stage) = plan.funnel.stages.get(stage) else { return &NONE };
    let own = channel.own.iter().find(|own| own.id == stage.id);
    own.map_or(&stage.conversion, |own| &own.conversion)
}

/// How many of a kind of add-ons are sold to one client.
pub(super) fn planned_share(plan: &Model, kind: AddOnKind) -> f64 {
    let own = plan.offer.add_ons.iter().filter(|add_on| add_on.kind == kind);
    own.map(|add_on| add_on.share.number::<f64>()).sum()
}

fn claim_of(estimate: &Estimate, better: Better) -> Claim {
    claim_at(estimate.number(), estimate, better)
}

/// A planned value that rests on what an estimate rests on.
fn claim_at(plan: f64, estimate: &Estimate, better: Better) -> Claim {
    Claim { plan, weight: weight(estimate.basis), better }
}

/// The range of an estimate, in the proportion in which the plan's figure stands to it.
fn scaled_range(estimate: &Estimate, plan: f64) -> Option<(f64, f64)> {
    let range = estimate.range?;
    let value: f64 = estimate.number();
    let scale = if value > 0.0 { plan / value } else { 1.0 };
    Some((f64::from_decimal(range.low) * scale, f64::from_decimal(range.high) * scale))
}

fn float(number: Exact) -> f64 {
    number.decimal().map_or(f64::NAN, f64::from_decimal)
}
