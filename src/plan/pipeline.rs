//! From leads to orders: all channels together, as far as people can handle them.

use super::channel_flow::ChannelFlow;
use super::cohorts::Cohorts;
use super::given::{Given, StageTerms};
use super::past::{Past, overwrite};
use super::team::{Demand, Role, Unit, bound, handled, is_counted};
use super::volumes::Volumes;
use crate::number::{Count, Number, Share};

/// All channels together, and what came before anything was too much.
pub(super) struct Flows<'a, N> {
    pub channels: Vec<ChannelFlow<'a, N>>,
    pub volumes: Volumes<N>,
    pub demand: Demand<N>,
}

/// Everything that is set in motion; where the document says so, only what people can handle; what is known
/// of months that are over, as it was.
pub(super) fn flows<'a, N: Number>(
    given: &'a Given<N>,
    roles: &'a [Role<'a, N>],
    past: &'a Past<N>,
) -> Flows<'a, N> {
    let mut pipeline = Pipeline::new(given, roles, past);
    let leads = pipeline.sum(|flow| &flow.leads);
    pipeline.cap_leads(&leads);
    let entries = pipeline.cap_entries();
    pipeline.channels.iter_mut().for_each(|flow| flow.win(given));
    let coming = pipeline.sum(|flow| &flow.new_clients);
    pipeline.cap_new(&coming);
    pipeline.apply_known();
    let wanted = pipeline.sum(|flow| &flow.new_clients);
    let Intake { new_clients, active_clients, demand: active_demand } = pipeline.take_in(wanted);
    let orders: Vec<_> =
        active_clients.iter().map(|active| *active * given.client.orders_per_month).collect();
    let mut delivered = pipeline.handled_of(Unit::Orders, &orders);
    overwrite(&mut delivered, &past.orders);
    let (stages, stage_totals) = pipeline.stages();
    let volumes = Volumes {
        stages,
        stage_totals,
        orders: delivered,
        upsell_clients: pipeline.handled_of(Unit::Upsells, &new_clients),
        cross_sell_clients: pipeline.handled_of(Unit::CrossSells, &active_clients),
        leads: leads.clone(),
        new_clients: new_clients.clone(),
        active_clients: active_clients.clone(),
    };
    let demand = Demand {
        leads,
        entries,
        new_clients: coming,
        active_clients: active_demand.unwrap_or_else(|| active_clients.clone()),
        orders,
        upsells: new_clients,
        cross_sells: active_clients,
    };
    Flows { channels: pipeline.channels, volumes, demand }
}

/// Clients whom people take in, and those who are there.
struct Intake<N> {
    new_clients: Vec<Count<N>>,
    active_clients: Vec<Count<N>>,
    /// What the active clients would have been; none where nothing caps them.
    demand: Option<Vec<Count<N>>>,
}

/// The channels on their way through the hands of people.
struct Pipeline<'a, N> {
    given: &'a Given<N>,
    roles: &'a [Role<'a, N>],
    past: &'a Past<N>,
    channels: Vec<ChannelFlow<'a, N>>,
}

impl<'a, N: Number> Pipeline<'a, N> {
    fn new(given: &'a Given<N>, roles: &'a [Role<'a, N>], past: &'a Past<N>) -> Self {
        let channels = given.channels.iter().enumerate();
        let channels =
            channels.map(|(place, terms)| ChannelFlow::new(given, terms, past.channels.get(place)));
        Self { given, roles, past, channels: channels.collect() }
    }

    fn months(&self) -> usize {
        self.given.months as usize
    }

    fn sum<'b>(&'b self, line: impl Fn(&'b ChannelFlow<'a, N>) -> &'b [Count<N>]) -> Vec<Count<N>> {
        self.sum_of(|_| true, line)
    }

    /// A line of some channels together.
    fn sum_of<'b>(
        &'b self,
        counts: impl Fn(&ChannelFlow<'a, N>) -> bool,
        line: impl Fn(&'b ChannelFlow<'a, N>) -> &'b [Count<N>],
    ) -> Vec<Count<N>> {
        let mut sum = vec![Count::ZERO; self.months()];
        self.channels.iter().filter(|flow| counts(flow)).for_each(|flow| add_to(&mut sum, line(flow)));
        sum
    }

    /// The share of each month's demand that is handled; none where all of it is, or nothing caps it.
    fn handled(&self, unit: Unit, demand: &[Count<N>]) -> Option<Vec<Share<N>>> {
        if self.given.caps_flow { handled(self.roles, unit, demand) } else { None }
    }

    fn handled_of(&self, unit: Unit, demand: &[Count<N>]) -> Vec<Count<N>> {
        match self.handled(unit, demand) {
            Some(shares) => demand.iter().zip(shares).map(|(count, share)| *count * share).collect(),
            None => demand.to_vec(),
        }
    }

    /// Leads that nobody can take up are lost in their month.
    fn cap_leads(&mut self, leads: &[Count<N>]) {
        let Some(shares) = self.handled(Unit::Leads, leads) else { return };
        self.channels.iter_mut().for_each(|flow| flow.take_up(&shares));
    }

    /// Those for whom sales has no time are lost when they come to it. The leads of a month come in two months
    /// as their lag has it, and lose what these two lose. Gives those who come; nothing where nobody counts them.
    fn cap_entries(&mut self) -> Vec<Count<N>> {
        if !is_counted(self.roles, Unit::Entries) {
            return Vec::new();
        }
        let before = self.given.sales_stage.checked_sub(1).and_then(|place| self.given.stages.get(place));
        let entries = match before {
            Some(stage) => {
                let plain = self.sum_of(ChannelFlow::has_funnels_shares, |flow| &flow.taken_up);
                let others = self.channels.iter().filter(|flow| !flow.has_funnels_shares());
                self.all_reaching(self.given.sales_stage - 1, stage, plain, others).0
            }
            None => self.sum(|flow| &flow.taken_up),
        };
        let Some(shares) = self.handled(Unit::Entries, &entries) else { return entries };
        for flow in &mut self.channels {
            for (t, count) in flow.worked.iter_mut().enumerate() {
                let share = before.map_or(shares[t], |stage| stage.lag.gathered(&shares, t, Share::ONE));
                *count = *count * share;
            }
        }
        entries
    }

    fn cap_new(&mut self, coming: &[Count<N>]) {
        if let Some(shares) = self.handled(Unit::NewClients, coming) {
            self.channels.iter_mut().for_each(|flow| flow.keep_of_new(&shares));
        }
    }

    /// New clients that are known stand in the place of those who would have been.
    fn apply_known(&mut self) {
        let stages = self.given.stages.len();
        self.channels.iter_mut().for_each(|flow| flow.apply_known_clients(stages));
    }

    /// New clients of a month that are known, of all channels.
    fn known_clients(&self, t: usize) -> Count<N> {
        let stages = self.given.stages.len();
        self.channels.iter().filter_map(|flow| flow.known_clients_of(stages, t)).sum()
    }

    /// New clients for whom nobody has time while the present ones take it are turned away, but for those
    /// who are known to have come. Where it is known how many were active, the difference from those the plan
    /// knows of goes on as if it were clients won then.
    fn take_in(&mut self, wanted: Vec<Count<N>>) -> Intake<N> {
        let (staying, months) = (&self.given.staying, self.given.months);
        let bound = |t| if self.given.caps_flow { bound(self.roles, Unit::ActiveClients, t) } else { None };
        let bounds: Vec<_> = (0..self.months()).map(bound).collect();
        let is_bound = bounds.iter().any(Option::is_some);
        if !is_bound && !self.past.knows_active() {
            let active_clients = Cohorts::active(staying, &wanted);
            return Intake { new_clients: wanted, active_clients, demand: None };
        }
        let mut cohorts = Cohorts::new(staying, months);
        let (mut new_clients, mut active_clients) = (Vec::new(), Vec::new());
        let (mut demand, mut shares) = (Vec::new(), Vec::new());
        for (t, bound) in bounds.into_iter().enumerate() {
            let (there, known) = (cohorts.remaining(), self.known_clients(t));
            let share = bound.map_or(Share::ONE, |bound| room(bound, there, known, wanted[t]));
            let taken = if share == Share::ONE { wanted[t] } else { known + (wanted[t] - known) * share };
            let planned = there + taken;
            cohorts.add(taken + self.past.unseen(t, planned));
            demand.push(there + wanted[t]);
            new_clients.push(taken);
            active_clients.push(self.past.active_in(t).unwrap_or(planned));
            shares.push(share);
        }
        if shares.iter().any(|share| *share != Share::ONE) {
            self.channels.iter_mut().for_each(|flow| flow.keep_of_new(&shares));
            self.apply_known();
        }
        Intake { new_clients, active_clients, demand: is_bound.then_some(demand) }
    }

    /// For each stage, how many reach it by month, and how many of all leads do.
    fn stages(&self) -> (Vec<Vec<Count<N>>>, Vec<Count<N>>) {
        let Some(last) = self.given.stages.len().checked_sub(1) else { return (Vec::new(), Vec::new()) };
        let taken_up = self.sum_of(ChannelFlow::is_plain, |flow| &flow.taken_up);
        let worked = match self.given.caps_flow {
            true => self.sum_of(ChannelFlow::is_plain, |flow| &flow.worked),
            false => taken_up.clone(),
        };
        let stage = |(place, stage): (usize, &StageTerms<N>)| match place == last {
            true => (self.sum(|flow| &flow.new_clients), self.channels.iter().map(|flow| flow.clients).sum()),
            false if place < self.given.sales_stage => self.stage(place, stage, taken_up.clone()),
            false => self.stage(place, stage, worked.clone()),
        };
        self.given.stages.iter().enumerate().map(stage).unzip()
    }

    /// A stage before the last. Channels without conversions of their own go through it together: its days are
    /// the same for all. Where a count is known, the channel's own line is worked out.
    fn stage(&self, place: usize, stage: &StageTerms<N>, plain: Vec<Count<N>>) -> (Vec<Count<N>>, Count<N>) {
        let (known, others): (Vec<_>, Vec<_>) =
            self.channels.iter().filter(|flow| !flow.is_plain()).partition(|flow| flow.knows_stage(place));
        let (mut line, mut all) = self.all_reaching(place, stage, plain, others.into_iter());
        for flow in known {
            let (own, of_all) = flow.stage(self.given, place, stage);
            add_to(&mut line, &own);
            all += of_all;
        }
        (line, all)
    }

    /// How many reach a stage, of the leads of plain channels taken together and of others, and how many of all
    /// these leads do.
    fn all_reaching<'b>(
        &'b self,
        place: usize,
        stage: &StageTerms<N>,
        mut plain: Vec<Count<N>>,
        others: impl Iterator<Item = &'b ChannelFlow<'a, N>>,
    ) -> (Vec<Count<N>>, Count<N>)
    where
        'a: 'b,
    {
        plain.iter_mut().for_each(|count| *count = *count * stage.share);
        let mut reaching = plain;
        for flow in others {
            let (leads, share) = (flow.on_the_way(self.given, place), flow.share(place, stage));
            reaching.iter_mut().zip(leads).for_each(|(sum, count)| *sum += *count * share);
        }
        let mut line = vec![Count::ZERO; self.months()];
        stage.lag.spread(&reaching, &mut line);
        (line, reaching.into_iter().sum())
    }
}

/// Adds a line to another, month by month.
fn add_to<N: Number>(sum: &mut [Count<N>], line: &[Count<N>]) {
    sum.iter_mut().zip(line).for_each(|(sum, more)| *sum += *more);
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
