//! What is sold, delivered and kept: figures of the business as a whole.

use super::{Measurement, Subject, Tally, claim_at, claim_of, claim_unsaid, float};
use crate::evidence::finding::Finding;
use crate::evidence::measured::Measured;
use crate::evidence::planned::{planned_cycle, planned_share};
use crate::evidence::sample::{Average, DEALS_VARY, Proportion, Rate};
use crate::evidence::verdict::Claim;
use crate::model::{AddOnKind, ChannelFacts, RetentionKind};
use crate::number::{Count, Exact, Number};

/// How far one strays of costs, times and prices of add-ons, as a part of the average: a guess, until months show more.
const OTHERS_VARY: f64 = 0.5;
/// Months that show so many times more than usual are said to be scattered.
const SCATTERED: f64 = 1.5;

impl Measurement<'_> {
    /// A share of orders, clients or sales, month by month.
    fn share(
        &self,
        measured: Measured,
        claim: &Claim,
        counted: impl Fn(u32) -> Option<(f64, f64)>,
    ) -> Finding {
        let mut tally = Tally::default();
        self.window.months().for_each(|t| tally.add(claim.plan, counted(t)));
        self.finding(Subject::whole(measured), tally, claim, |tally| Proportion {
            hits: tally.hits,
            trials: tally.trials,
        })
    }

    /// An average, as a sum of so many, month by month.
    fn average(
        &self,
        measured: Measured,
        claim: &Claim,
        usual_cv: f64,
        counted: impl Fn(u32) -> Option<(f64, f64)>,
    ) -> Option<Finding> {
        if claim.plan <= 0.0 {
            return None;
        }
        let mut tally = Tally::default();
        self.window
            .months()
            .for_each(|t| tally.add(claim.plan, counted(t).filter(|(_, count)| *count > 0.0)));
        let is_scattered = Average::by_months(&tally.by_month(), usual_cv).cv > usual_cv * SCATTERED;
        let subject = Subject::whole(measured);
        let sample = |tally: &Tally| Average::by_months(&tally.by_month(), usual_cv);
        Some(Finding { is_scattered, ..self.finding(subject, tally, claim, sample) })
    }

    pub(super) fn deal(&self) -> Option<Finding> {
        let plan = float(self.outcome.client.net_price.0);
        let claim = claim_at(Measured::Deal, plan, &self.plan.offer.price);
        self.average(Measured::Deal, &claim, DEALS_VARY, |t| {
            let month = self.month(t)?;
            let orders = f64::from_decimal(month.delivered?);
            let revenue = month.channels.iter().map(|channel| channel.revenue).collect::<Option<Vec<_>>>()?;
            (!revenue.is_empty()).then(|| (revenue.into_iter().map(f64::from_decimal).sum(), orders))
        })
    }

    pub(super) fn cycle(&self) -> Option<Finding> {
        let claim = claim_unsaid(Measured::Cycle, float(planned_cycle(self.plan)));
        self.average(Measured::Cycle, &claim, OTHERS_VARY, |t| {
            let sales = self.sales(t)?;
            Some((self.fact(t, |month| month.cycle)? * sales, sales))
        })
    }

    /// New clients of all channels that are recorded.
    fn sales(&self, t: u32) -> Option<f64> {
        let funnel = &self.plan.funnel;
        let last = funnel.client_stage().and_then(|place| funnel.stages.get(place));
        let month = self.month(t)?;
        let of = |channel: &ChannelFacts| last.map_or(channel.clients, |last| channel.stage(&last.id));
        let known: Vec<_> = month.channels.iter().filter_map(of).map(f64::from_decimal).collect();
        (!known.is_empty()).then(|| known.into_iter().sum())
    }

    pub(super) fn on_promise(&self) -> Option<Finding> {
        let claim = claim_of(Measured::OnPromise, &self.facts.on_promise);
        Some(self.share(Measured::OnPromise, &claim, |t| {
            self.fact(t, |month| month.on_promise).zip(self.fact(t, |month| month.delivered))
        }))
    }

    pub(super) fn order_cost(&self) -> Option<Finding> {
        let sum = |line: &dyn Fn(usize) -> Exact| {
            self.window.months().map(|t| float(line(t as usize))).sum::<f64>()
        };
        let costs = sum(&|t| self.outcome.statement.variable_costs.get(t).map_or(Exact::ZERO, |it| it.0));
        let orders = sum(&|t| self.outcome.volumes.orders.get(t).map_or(Exact::ZERO, |it| it.0));
        let plan = if orders > 0.0 { costs / orders } else { 0.0 };
        let claim = claim_at(Measured::OrderCost, plan, &self.plan.offer.unit_cost);
        self.average(Measured::OrderCost, &claim, OTHERS_VARY, |t| {
            self.fact(t, |month| month.variable_costs).zip(self.fact(t, |month| month.delivered))
        })
    }

    pub(super) fn retention(&self) -> Option<Finding> {
        let retention = &self.plan.offer.retention;
        if retention.kind == RetentionKind::Once {
            return None;
        }
        let active =
            |t: u32| self.outcome.volumes.active_clients.get(t as usize).map_or(0.0, |it| float(it.0));
        let new = |t: u32| self.outcome.volumes.new_clients.get(t as usize).map_or(0.0, |it| float(it.0));
        let (mut there, mut stay) = (0.0, 0.0);
        for t in self.window.months().filter(|t| *t > 0) {
            there += active(t - 1);
            stay += active(t) - new(t);
        }
        let plan = if there > 0.0 { stay / there } else { retention.rate.number() };
        let claim = claim_at(Measured::Retention, plan, &retention.rate);
        Some(self.share(Measured::Retention, &claim, |t| {
            let before = self.fact(t.checked_sub(1)?, |month| month.active)?;
            Some((before - self.fact(t, |month| month.lost)?, before))
        }))
    }

    /// How often clients order again. The first orders of a month are those of its new clients, who order again within it only as
    /// far as the plan has it: so they count for that part of a client who was there before.
    pub(super) fn frequency(&self) -> Option<Finding> {
        let offer = &self.plan.offer;
        let plan: f64 = offer.frequency_per_month().0;
        let claim = claim_at(Measured::Frequency, plan, &offer.frequency);
        if !offer.uses_frequency() || claim.plan.is_nan() || claim.plan <= 0.0 {
            return None;
        }
        let first = self.outcome.client.orders_by_age.first().map_or(1.0, |count| float(count.0));
        let part_of_new = ((first - 1.0) / plan).max(0.0);
        let ordering = |active: f64, new: f64| (active - new).max(0.0) + part_of_new * new;
        let mut tally = Tally::default();
        for t in self.window.months() {
            let active = self.fact(t, |month| month.active).filter(|active| *active > 0.0);
            let (new, orders) = (self.sales(t), self.fact(t, |month| month.delivered));
            let again = orders.zip(new).map(|(all, new)| (all - new).max(0.0));
            let exposure = active.zip(new).zip(self.planned_again(t, ordering));
            let exposure = exposure.map(|((active, new), again)| ordering(active, new) * again / plan);
            tally.add(claim.plan, again.zip(exposure.filter(|exposure| *exposure > 0.0)));
        }
        let subject = Subject::whole(Measured::Frequency);
        Some(self.finding(subject, tally, &claim, |tally| Rate::of_dice(tally.hits, tally.trials)))
    }

    /// Repeat orders of a month by the plan, for each client who can order again.
    fn planned_again(&self, t: u32, ordering: impl Fn(f64, f64) -> f64) -> Option<f64> {
        let volumes = &self.outcome.volumes;
        let of = |line: &[Count<Exact>]| line.get(t as usize).map(|count| float(count.0));
        let (orders, new, active) =
            (of(&volumes.orders)?, of(&volumes.new_clients)?, of(&volumes.active_clients)?);
        let clients = ordering(active, new);
        (clients > 0.0).then(|| (orders - new).max(0.0) / clients)
    }

    pub(super) fn complaints(&self) -> Option<Finding> {
        let claim = claim_of(Measured::Complaints, &self.facts.complaints);
        Some(self.share(Measured::Complaints, &claim, |t| {
            self.fact(t, |month| month.complaints).zip(self.fact(t, |month| month.delivered))
        }))
    }

    pub(super) fn refunds(&self) -> Option<Finding> {
        let claim = claim_of(Measured::Refunds, &self.plan.offer.refund_share);
        Some(self.share(Measured::Refunds, &claim, |t| {
            self.fact(t, |month| month.refunds).zip(self.fact(t, |month| month.delivered))
        }))
    }

    pub(super) fn add_on_share(&self, kind: AddOnKind) -> Option<Finding> {
        let plan = float(planned_share(self.plan, kind));
        let sold = |t| self.sold(kind, t);
        let basis = self.plan.offer.add_ons.iter().find(|add_on| add_on.kind == kind)?;
        let measured =
            if kind == AddOnKind::Upsell { Measured::UpsellShare } else { Measured::CrossSellShare };
        let claim = claim_at(measured, plan, &basis.share);
        let mut tally = Tally::default();
        self.window.months().for_each(|t| tally.add(plan, sold(t).zip(self.buyers(kind, t))));
        // Several of them may be sold to one client: then it is no share of a whole.
        let subject = Subject::whole(measured);
        (plan > 0.0).then(|| match plan < 1.0 {
            true => self.finding(subject, tally, &claim, |tally| Proportion {
                hits: tally.hits,
                trials: tally.trials,
            }),
            false => self.finding(subject, tally, &claim, |tally| Rate::of_dice(tally.hits, tally.trials)),
        })
    }

    fn sold(&self, kind: AddOnKind, t: u32) -> Option<f64> {
        self.fact(t, |month| if kind == AddOnKind::Upsell { month.upsells } else { month.cross_sells })
    }

    fn buyers(&self, kind: AddOnKind, t: u32) -> Option<f64> {
        match kind {
            AddOnKind::Upsell => self.sales(t),
            AddOnKind::CrossSell if self.outcome.client.cross_sells_with_orders => {
                self.fact(t, |month| month.delivered)
            }
            AddOnKind::CrossSell => self.fact(t, |month| month.active),
        }
    }

    pub(super) fn add_on_price(&self, kind: AddOnKind) -> Option<Finding> {
        let of_client = &self.outcome.client;
        let (money, measured) = match kind {
            AddOnKind::Upsell => (of_client.upsell_revenue, Measured::UpsellPrice),
            AddOnKind::CrossSell => (of_client.cross_sell_revenue, Measured::CrossSellPrice),
        };
        let first = self.plan.offer.add_ons.iter().find(|add_on| add_on.kind == kind)?;
        let plan = float(money.0) / float(planned_share(self.plan, kind)).max(f64::MIN_POSITIVE);
        let claim = claim_at(measured, plan, &first.price);
        self.average(measured, &claim, OTHERS_VARY, |t| {
            let paid = self.fact(t, |month| match kind {
                AddOnKind::Upsell => month.upsell_revenue,
                AddOnKind::CrossSell => month.cross_sell_revenue,
            });
            paid.zip(self.sold(kind, t))
        })
    }
}
