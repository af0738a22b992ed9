//! How many: what each channel sets in motion, as far as people can handle it, and all channels together.

use super::flow::{Reach, active_clients, reached};
use super::inputs;
use super::leads::{awareness, grown, leads, runs};
use super::outcome::MonthlyVolumes;
use super::past::{ChannelPast, Past, at, put, still_there};
use super::retention::Staying;
use super::team::{Demand, Role, Unit, bound, handled};
use crate::model::{Channel, Estimate, Model, Process};
use crate::number::{Count, Money, Number, Share};

/// What one channel sets in motion.
pub(super) struct ChannelFlow<N> {
    pub id: String,
    pub counts: bool,
    pub spend: Vec<Money<N>>,
    pub leads: Vec<Count<N>>,
    /// For each stage, by month.
    pub stages: Vec<Vec<Count<N>>>,
    /// For each stage, of all leads.
    pub stage_totals: Vec<Count<N>>,
    /// Leads that go through to the last stage worked out, by the month in which they came.
    worked: Vec<Count<N>>,
    reaches: Vec<Reach<N>>,
}

/// What one channel sets in motion where people can handle everything.
fn channel_flow<N: Number>(
    model: &Model,
    channel: &Channel,
    past: Option<&ChannelPast<N>>,
    months: u32,
) -> ChannelFlow<N> {
    let counts = inputs::counts(channel, model.with_ideas);
    let is_on = |t| counts && runs(channel.first, channel.last, t);
    let (budget, growth) = (channel.budget.as_money(), channel.growth.as_share());
    let (cost, most) =
        (channel.cost_per_lead.as_money(), channel.most_leads.as_ref().map(Estimate::as_count));
    let mut spend: Vec<_> = (0..months)
        .map(|t| if is_on(t) { grown(budget, growth, t - channel.first) } else { Money::ZERO })
        .collect();
    let known = |t| match model.market.awareness {
        true => awareness(model.market.from.as_share(), model.market.months, t),
        false => Share::ONE,
    };
    let mut leads: Vec<_> = (0..months)
        .zip(&spend)
        .map(|(t, budget)| if is_on(t) { leads(*budget, cost, most, known(t)) } else { Count::ZERO })
        .collect();
    if let Some(past) = past {
        put(&mut spend, &past.spend);
        put(&mut leads, &past.leads);
    }
    let reaches = inputs::reaches(&model.funnel, channel);
    let mut flow = ChannelFlow {
        id: channel.id.clone(),
        counts,
        spend,
        stages: Vec::new(),
        stage_totals: Vec::new(),
        reaches,
        worked: leads.clone(),
        leads,
    };
    flow.pass(0);
    flow
}

impl<N: Number> ChannelFlow<N> {
    /// Works the stages from one on out anew from the leads that are worked.
    fn pass(&mut self, from: usize) {
        let all: Count<N> = self.worked.iter().copied().sum();
        self.stages.truncate(from);
        self.stage_totals.truncate(from);
        for reach in self.reaches.iter().skip(from) {
            self.stages.push(reached(&self.worked, *reach));
            self.stage_totals.push(all * reach.share);
        }
    }

    /// Those who come to a stage: who reached the one before, or every lead that is worked.
    fn coming_to(&self, stage: usize) -> &[Count<N>] {
        stage.checked_sub(1).and_then(|before| self.stages.get(before)).unwrap_or(&self.worked)
    }

    /// New clients by month: those who pass the last stage, or every lead where there is none.
    pub fn new_clients(&self) -> &[Count<N>] {
        self.stages.last().unwrap_or(&self.worked)
    }

    /// All clients that the leads become, be it behind the last month.
    pub fn clients(&self) -> Count<N> {
        self.stage_totals.last().copied().unwrap_or_else(|| self.worked.iter().copied().sum())
    }

    /// Counts that are known stand in the place of what would have been.
    fn know(&mut self, past: &ChannelPast<N>) {
        if self.stages.is_empty() {
            return put(&mut self.worked, &past.clients);
        }
        for ((line, total), known) in self.stages.iter_mut().zip(&mut self.stage_totals).zip(&past.stages) {
            for (count, known) in line.iter().zip(known) {
                *total += known.map_or(Count::ZERO, |known| known - *count);
            }
            put(line, known);
        }
    }

    /// New clients of a month, where they are known.
    fn known_clients(&self, past: &ChannelPast<N>, t: usize) -> Option<Count<N>> {
        match self.stages.len().checked_sub(1) {
            Some(last) => past.stages.get(last).and_then(|line| at(line, t)),
            None => at(&past.clients, t),
        }
    }

    /// Of new clients only a share each month.
    fn keep_of_new(&mut self, shares: &[Share<N>]) {
        let line = self.stages.last_mut().unwrap_or(&mut self.worked);
        let before: Count<N> = line.iter().copied().sum();
        line.iter_mut().zip(shares).for_each(|(count, share)| *count = *count * *share);
        let kept: Count<N> = line.iter().copied().sum();
        if let Some(total) = self.stage_totals.last_mut() {
            *total = *total - before + kept;
        }
    }
}

/// All channels together, and what came before anything was too much.
pub(super) struct Flows<N> {
    pub channels: Vec<ChannelFlow<N>>,
    pub volumes: MonthlyVolumes<N>,
    pub demand: Demand<N>,
    pub survival: Vec<Share<N>>,
}

/// Everything that is set in motion; where the document says so, only what people can handle; what is known
/// of months that are over, as it was.
pub(super) fn flows<N: Number>(
    model: &Model,
    roles: &[Role<'_, N>],
    staying: &Staying<N>,
    months: u32,
    past: &Past<N>,
) -> Flows<N> {
    let channels = model.channels.iter().enumerate();
    let channels =
        channels.map(|(at, channel)| channel_flow(model, channel, past.channels.get(at), months)).collect();
    let mut mill = Mill { model, roles, past, channels, months: months as usize, caps: model.team.caps_flow };
    let survival = staying.survival(months);
    let leads = mill.sum(|flow| &flow.leads);
    mill.cap_leads(&leads);
    let entries = mill.cap_entries();
    let coming = mill.sum(ChannelFlow::new_clients);
    mill.cap_new(Unit::NewClients, &coming);
    mill.know();
    let wanted = mill.sum(ChannelFlow::new_clients);
    let Taken { new_clients, unseen, demand: active_demand } = mill.take_in(wanted, &survival);
    let mut active = active_clients(&new_clients, &survival);
    if past.knows_active() {
        let others = active_clients(&unseen, &survival);
        active.iter_mut().zip(others).for_each(|(count, other)| *count += other);
        put(&mut active, &past.active);
    }
    let per_client = model.offer.orders_per_month.as_count::<N>();
    let orders: Vec<_> = active.iter().map(|active| *active * per_client).collect();
    let mut delivered = mill.part(Unit::Orders, &orders);
    put(&mut delivered, &past.orders);
    let volumes = MonthlyVolumes {
        stages: (0..model.funnel.stages.len())
            .map(|at| mill.sum(|flow| flow.stages.get(at).map_or(&[], Vec::as_slice)))
            .collect(),
        stage_totals: (0..model.funnel.stages.len())
            .map(|at| mill.channels.iter().filter_map(|flow| flow.stage_totals.get(at)).copied().sum())
            .collect(),
        orders: delivered,
        upsell_clients: mill.part(Unit::Upsells, &new_clients),
        cross_sell_clients: mill.part(Unit::CrossSells, &active),
        leads: leads.clone(),
        new_clients: new_clients.clone(),
        active_clients: active.clone(),
    };
    let demand = Demand {
        leads,
        entries,
        new_clients: coming,
        active_clients: active_demand.unwrap_or_else(|| active.clone()),
        orders,
        upsells: new_clients,
        cross_sells: active,
    };
    Flows { channels: mill.channels, volumes, demand, survival }
}

/// New clients whom people take in.
struct Taken<N> {
    new_clients: Vec<Count<N>>,
    /// Clients who are there beside those the plan knows of, by the month in which that was counted.
    unseen: Vec<Count<N>>,
    /// What the active clients would have been; none where nothing caps them.
    demand: Option<Vec<Count<N>>>,
}

/// The channels on their way through the hands of people.
struct Mill<'a, N> {
    model: &'a Model,
    roles: &'a [Role<'a, N>],
    past: &'a Past<N>,
    channels: Vec<ChannelFlow<N>>,
    months: usize,
    caps: bool,
}

impl<N: Number> Mill<'_, N> {
    fn sum<'b>(&'b self, line: impl Fn(&'b ChannelFlow<N>) -> &'b [Count<N>]) -> Vec<Count<N>> {
        let mut sum = vec![Count::ZERO; self.months];
        for flow in &self.channels {
            sum.iter_mut().zip(line(flow)).for_each(|(sum, more)| *sum += *more);
        }
        sum
    }

    /// The share of each month's demand that is handled; none where all of it is, or nothing caps it.
    fn handled(&self, unit: Unit, demand: &[Count<N>]) -> Option<Vec<Share<N>>> {
        if self.caps { handled(self.roles, unit, demand) } else { None }
    }

    fn part(&self, unit: Unit, demand: &[Count<N>]) -> Vec<Count<N>> {
        match self.handled(unit, demand) {
            Some(shares) => demand.iter().zip(shares).map(|(count, share)| *count * share).collect(),
            None => demand.to_vec(),
        }
    }

    /// Leads that nobody can take up are lost in their month.
    fn cap_leads(&mut self, leads: &[Count<N>]) {
        let Some(shares) = self.handled(Unit::Leads, leads) else { return };
        for flow in &mut self.channels {
            flow.worked.iter_mut().zip(&shares).for_each(|(count, share)| *count = *count * *share);
            flow.pass(0);
        }
    }

    /// Those for whom sales has no time are lost when they come to it. The leads of a month come in two months
    /// as their lag has it, and lose what these two lose. Gives those who come.
    fn cap_entries(&mut self) -> Vec<Count<N>> {
        let stage = self.model.funnel.stages.iter().position(|stage| stage.process == Process::Sales);
        let stage = stage.unwrap_or(0);
        let entries = self.sum(|flow| flow.coming_to(stage));
        let Some(shares) = self.handled(Unit::Entries, &entries) else { return entries };
        for flow in &mut self.channels {
            let lag = stage.checked_sub(1).and_then(|before| flow.reaches.get(before)).map(|reach| reach.lag);
            for (t, count) in flow.worked.iter_mut().enumerate() {
                *count = *count * lag.map_or(shares[t], |lag| lag.gathered(&shares, t, Share::ONE));
            }
            flow.pass(stage);
        }
        entries
    }

    fn cap_new(&mut self, unit: Unit, coming: &[Count<N>]) {
        if let Some(shares) = self.handled(unit, coming) {
            self.channels.iter_mut().for_each(|flow| flow.keep_of_new(&shares));
        }
    }

    /// What is known of channels stands in the place of what would have been.
    fn know(&mut self) {
        self.channels.iter_mut().zip(&self.past.channels).for_each(|(flow, past)| flow.know(past));
    }

    /// New clients of a month that are known, of all channels.
    fn known_clients(&self, t: usize) -> Count<N> {
        let known = self.channels.iter().zip(&self.past.channels);
        known.filter_map(|(flow, past)| flow.known_clients(past, t)).sum()
    }

    /// New clients for whom nobody has time while the present ones take it are turned away, but for those
    /// who are known to have come.
    fn take_in(&mut self, wanted: Vec<Count<N>>, survival: &[Share<N>]) -> Taken<N> {
        let bound = |t| if self.caps { bound(self.roles, Unit::ActiveClients, t) } else { None };
        let bounds: Vec<_> = (0..self.months).map(bound).collect();
        let is_bound = bounds.iter().any(Option::is_some);
        if !is_bound && !self.past.knows_active() {
            return Taken { new_clients: wanted, unseen: Vec::new(), demand: None };
        }
        let (mut came, mut new_clients, mut unseen) = (Vec::new(), Vec::new(), Vec::new());
        let (mut demand, mut shares) = (Vec::new(), Vec::new());
        for (t, bound) in bounds.into_iter().enumerate() {
            let (there, known) = (still_there(&came, survival, t), self.known_clients(t));
            let share = bound.map_or(Share::ONE, |bound| room(bound, there, known, wanted[t]));
            let taken = if share == Share::ONE { wanted[t] } else { known + (wanted[t] - known) * share };
            let others = self.past.unseen(t, there + taken);
            demand.push(there + wanted[t]);
            came.push(taken + others);
            new_clients.push(taken);
            unseen.push(others);
            shares.push(share);
        }
        if shares.iter().any(|share| *share != Share::ONE) {
            self.channels.iter_mut().for_each(|flow| flow.keep_of_new(&shares));
            self.know();
        }
        Taken { new_clients, unseen, demand: is_bound.then_some(demand) }
    }
}

/// The share of those who want to come for whom there is room beside those who are there; those who are
/// known to have come have theirs.
fn room<N: Number>(bound: Count<N>, there: Count<N>, known: Count<N>, wanted: Count<N>) -> Share<N> {
    let free = wanted - known;
    match (there + wanted - bound).is_positive() && free.is_positive() {
        true => ((bound - there - known) / free).most(Share::ZERO),
        false => Share::ONE,
    }
}
