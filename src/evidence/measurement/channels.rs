//! Leads, what they cost, and how they pass the stages: of each channel, and of all together.

use super::{Counted, Measurement, Subject, Tally, claim_at, claim_of, claim_unsaid, float};
use crate::evidence::finding::{Finding, MonthFinding, Window};
use crate::evidence::measured::Measured;
use crate::evidence::planned::{estimate_of_leads, planned_conversion, planned_cost_per_lead};
use crate::evidence::sample::{Proportion, Rate};
use crate::model::{Channel, Status};
use crate::plan::{Delay, stage_delay};

/// So few of those who came are no reason to leave a month out.
const HARDLY_ANYBODY: f64 = 0.05;

impl Measurement<'_> {
    /// Whether the plan has leads of a channel in these months.
    fn is_planned(&self, at: usize) -> bool {
        self.window.months().any(|t| self.planned_leads(at, t) > 0.0)
    }

    /// In how many of these months leads of a channel are recorded.
    pub(in crate::evidence) fn recorded_months(&self, channel: usize) -> u32 {
        let recorded = self.window.months().filter(|t| self.rows.leads(channel, *t).is_some());
        u32::try_from(recorded.count()).unwrap_or(u32::MAX)
    }

    /// The channels that bring leads in these months, by the plan or by what is recorded.
    fn running(&self) -> impl Iterator<Item = (usize, &Channel)> {
        let is_tested =
            |(at, own): &(usize, &Channel)| own.status != Status::Dropped && self.recorded_months(*at) > 0;
        let all = self.plan.channels.iter().enumerate();
        all.filter(move |own| self.is_planned(own.0) || is_tested(own))
    }

    fn planned_leads(&self, at: usize, t: u32) -> f64 {
        let line = self.outcome.channels.get(at).and_then(|channel| channel.leads.get(t as usize));
        line.map_or(0.0, |count| float(count.0))
    }

    pub(super) fn of_channels(&self) -> Vec<Finding> {
        let mut found = Vec::new();
        for (at, channel) in self.running() {
            found.extend(self.is_planned(at).then(|| self.leads(Some(at))));
            found.extend(self.cost_per_lead(at, channel));
            for stage in 0..self.plan.funnel.stages.len() {
                let subject =
                    Subject { measured: Measured::Conversion, channel: Some(at), stage: Some(stage) };
                let conversion = planned_conversion(self.plan, channel, stage);
                let tally = with_waiting(self.passed(at, channel, stage), conversion.number());
                let claim = claim_of(Measured::Conversion, conversion);
                found.push(self.finding(subject, tally, &claim, |tally| Proportion {
                    hits: tally.hits,
                    trials: tally.trials,
                }));
            }
        }
        found
    }

    /// Leads of a channel, or of all whose leads are recorded, against planned ones.
    fn leads(&self, only: Option<usize>) -> Finding {
        let mut tally = Tally::default();
        for t in self.window.months() {
            let (mut plan, mut fact, mut should) = (0.0, 0.0, 0.0);
            for at in 0..self.plan.channels.len() {
                let planned = self.planned_leads(at, t);
                if only.is_some_and(|only| only != at) || planned <= 0.0 {
                    continue;
                }
                plan += planned;
                if let Some(leads) = self.rows.leads(at, t) {
                    (fact, should) = (fact + leads, should + planned);
                }
            }
            let known = should > 0.0;
            tally.hits += fact;
            tally.trials += should;
            let month = tally.months.len();
            tally.counted.extend(known.then_some(Counted { month, hits: fact, trials: should }));
            // Beside what is recorded stands the plan of the same channels.
            tally
                .months
                .push(MonthFinding { plan: if known { should } else { plan }, fact: known.then_some(fact) });
        }
        let channel = only.and_then(|at| self.plan.channels.get(at));
        let claim = match channel {
            Some(channel) => claim_at(Measured::Leads, 1.0, estimate_of_leads(channel)),
            None => claim_unsaid(Measured::Leads, 1.0),
        };
        let subject = Subject { measured: Measured::Leads, channel: only, stage: None };
        self.finding(subject, tally, &claim, |tally| Rate::by_months(&tally.by_month(), 1.0))
    }

    /// What a lead costs by the plan in these months of channels.
    fn planned_cost(&self, cells: impl Iterator<Item = (usize, u32)>) -> f64 {
        float(planned_cost_per_lead(self.outcome, cells))
    }

    /// Leads of a channel in a month and what was spent on them, where both are recorded.
    fn bought(&self, at: usize, t: u32) -> Option<(f64, f64)> {
        self.rows.leads(at, t).zip(self.rows.spend(at, t))
    }

    /// What a lead of a channel costs, against the plan of the months that are counted; by the price entered where it
    /// plans no leads in them.
    fn cost_per_lead(&self, at: usize, channel: &Channel) -> Option<Finding> {
        let cells = |t| std::iter::once((at, t));
        let counted = || self.window.months().filter(|t| self.bought(at, *t).is_some());
        let planned = |costs: f64| if costs.is_nan() { channel.cost_per_lead.number() } else { costs };
        let plan = planned(match counted().next() {
            Some(_) => self.planned_cost(counted().map(|t| (at, t))),
            None => self.planned_cost(self.window.months().map(|t| (at, t))),
        });
        if plan <= 0.0 {
            return None;
        }
        let mut tally = Tally::default();
        for t in self.window.months() {
            let counted = self.bought(at, t);
            tally.add(planned(self.planned_cost(cells(t))), counted);
            if let (Some(month), Some((leads, spend))) = (tally.months.last_mut(), counted) {
                month.fact = (leads > 0.0).then(|| spend / leads);
            }
        }
        let subject = Subject { measured: Measured::CostPerLead, channel: Some(at), stage: None };
        let claim = claim_at(Measured::CostPerLead, plan, &channel.cost_per_lead);
        Some(self.finding(subject, tally, &claim, |tally| Rate::by_months(&tally.by_month(), 1.0 / plan)))
    }

    /// How many came to a stage in a month; nobody before the channel's first.
    fn entries(&self, at: usize, channel: &Channel, stage: usize, t: u32) -> Option<f64> {
        let before = stage.checked_sub(1);
        let count = before.map_or_else(|| self.rows.leads(at, t), |before| self.rows.stage(at, before, t));
        count.or((t < channel.first).then_some(0.0))
    }

    /// Who passed a stage, of those who had time to: the delay of the stage is counted from the entries on, and months
    /// in which either is not recorded count for nothing.
    fn passed(&self, at: usize, channel: &Channel, stage: usize) -> Tally {
        let mut tally = Tally::default();
        let Some(own) = self.plan.funnel.stages.get(stage) else { return tally };
        let delay = stage_delay::<f64>(own);
        let plan = planned_conversion(self.plan, channel, stage).number();
        for t in self.window.months() {
            let due = self.due(at, channel, stage, t, &delay);
            tally.add(plan, self.rows.stage(at, stage, t).zip(due));
            whole_at_most(&mut tally);
        }
        let waits = |t: u32| {
            let left = self.window.end.saturating_sub(t).checked_sub(1);
            left.map_or(1.0, |by| delay.arrived(by as usize).rest().0)
        };
        let waiting = (0..self.window.end).map(|t| (t, waits(t))).filter(|(_, share)| *share > 0.0);
        tally.waiting =
            waiting.filter_map(|(t, share)| Some(self.entries(at, channel, stage, t)? * share)).sum();
        tally
    }

    /// How many of those who came to a stage are through its delay in a month. Months long ago of which hardly anybody
    /// is still on the way need not be recorded.
    fn due(&self, at: usize, channel: &Channel, stage: usize, t: u32, delay: &Delay<f64>) -> Option<f64> {
        let (mut due, mut unknown) = (0.0, 0.0);
        for by in 0..=t {
            let share = delay.arriving(by as usize).0;
            if share <= 0.0 {
                continue;
            }
            match self.entries(at, channel, stage, t - by) {
                Some(count) => due += count * share,
                None => unknown += share,
            }
        }
        (unknown < HARDLY_ANYBODY).then_some(due)
    }

    /// All channels together: leads, the cost of a lead, each stage.
    pub(super) fn of_totals(&self) -> Vec<Finding> {
        let mut found = vec![self.leads(None)];
        found.extend(self.mixed_cost());
        for stage in 0..self.plan.funnel.stages.len() {
            found.extend(self.mixed_conversion(stage));
        }
        found
    }

    /// What a lead costs across channels, against the plan of the months of channels that are counted.
    fn mixed_cost(&self) -> Option<Finding> {
        let running: Vec<_> = self.running().map(|(at, _)| at).collect();
        let of_month = |t: u32| running.iter().map(move |at| (*at, t));
        let counted = |t: u32| of_month(t).filter(|(at, t)| self.bought(*at, *t).is_some());
        let plan = self.planned_cost(self.window.months().flat_map(counted));
        let mut tally = Tally::default();
        for t in self.window.months() {
            let bought: Vec<_> = of_month(t).filter_map(|(at, t)| self.bought(at, t)).collect();
            let (leads, spend) = bought.iter().fold((0.0, 0.0), |sum, own| (sum.0 + own.0, sum.1 + own.1));
            let planned = self.planned_cost(counted(t));
            let planned = if planned.is_nan() { 0.0 } else { planned };
            tally.add(planned, (!bought.is_empty()).then_some((leads, spend)));
            if let Some(month) = tally.months.last_mut() {
                month.fact = (leads > 0.0).then(|| spend / leads);
            }
        }
        let claim = claim_unsaid(Measured::CostPerLead, plan);
        let subject = Subject::whole(Measured::CostPerLead);
        (plan > 0.0).then(|| {
            self.finding(subject, tally, &claim, |tally| Rate::by_months(&tally.by_month(), 1.0 / plan))
        })
    }

    /// A stage across channels: the plan of the mix is what those who had time should have come to.
    fn mixed_conversion(&self, stage: usize) -> Option<Finding> {
        let own = self.plan.funnel.stages.get(stage)?;
        let (mut all, mut should) = (Tally::default(), 0.0);
        let mut by_month = vec![(0.0, 0.0, 0.0); self.window.months().len()];
        for (at, channel) in self.running() {
            let plan: f64 = planned_conversion(self.plan, channel, stage).number();
            let tally = with_waiting(self.passed(at, channel, stage), plan);
            should += plan * tally.trials;
            all.hits += tally.hits;
            all.trials += tally.trials;
            if tally.counted.len() > all.counted.len() {
                all.counted = tally.counted;
            }
            all.waiting += tally.waiting;
            for (sum, t) in by_month.iter_mut().zip(self.window.months()) {
                if let Some((hits, due)) = self.counted(at, channel, stage, t) {
                    *sum = (sum.0 + hits, sum.1 + due, sum.2 + due * plan);
                }
            }
        }
        let plain: f64 = own.conversion.number();
        all.months = by_month
            .into_iter()
            .map(|(hits, due, plan)| match due > 0.0 {
                true => MonthFinding { plan: plan / due, fact: Some((hits / due).min(1.0)) },
                false => MonthFinding { plan: plain, fact: None },
            })
            .collect();
        let plan = if all.trials > 0.0 { should / all.trials } else { plain };
        let claim = claim_at(Measured::Conversion, plan, &own.conversion);
        let subject = Subject { measured: Measured::Conversion, channel: None, stage: Some(stage) };
        Some(
            self.finding(subject, all, &claim, |tally| Proportion { hits: tally.hits, trials: tally.trials }),
        )
    }

    /// Who passed a stage in a month and who was due, where both are known.
    fn counted(&self, at: usize, channel: &Channel, stage: usize, t: u32) -> Option<(f64, f64)> {
        let window = Window { first: t, end: t + 1 };
        let month = Measurement { window, ..*self }.passed(at, channel, stage);
        (!month.counted.is_empty()).then_some((month.hits, month.trials))
    }
}

/// How many times the plan is believed while others still wait.
const BELIEVED: f64 = 2.0;

/// Some pass sooner than the plan's days say. Counted against the few who were due by then, they would look like nearly
/// all of them: so where more than twice the plan seem to pass, who still waits counts too, as far as that takes.
fn with_waiting(mut tally: Tally, plan: f64) -> Tally {
    let needed = if tally.hits > 0.0 { tally.hits / (BELIEVED * plan) } else { 0.0 };
    let sooner = (needed - tally.trials).min(tally.waiting).max(0.0);
    tally.trials += sooner;
    tally.waiting -= sooner;
    tally
}

/// More may pass in a month than were due by the plan's days, who came sooner or later than these; but no more than all.
fn whole_at_most(tally: &mut Tally) {
    if let Some(month) = tally.months.last_mut() {
        month.fact = month.fact.map(|share| share.min(1.0));
    }
}
