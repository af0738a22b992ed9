//! From leads to orders: all channels together, as far as people can handle them.

use super::buying::Orders;
use super::by_month::ByMonth;
use super::channel_flow::{ChannelFlow, parts};
use super::cohorts::Cohorts;
use super::given::{Given, StageTerms};
use super::load::{Demand, bound, handled, is_counted};
use super::past::{Past, overwrite};
use super::team::{Role, Unit};
use super::volumes::{Handled, Volumes};
use crate::number::{Count, Number, Share};

/// All channels together, and what came before anything was too much.
pub(super) struct Flows<'a, N> {
    pub channels: Vec<ChannelFlow<'a, N>>,
    pub volumes: Volumes<N>,
    pub demand: Demand<N>,
    /// Whether every order and cross-sell is handled, and no orders are known.
    pub is_whole: bool,
}

/// Everything that is set in motion; where the document says so, only what people can handle; what is known
/// of months that are over, as it was.
///
/// Without people nothing is too much, and nothing is known.
pub(super) fn flows<'a, N: Number, const PEOPLE: bool>(
    given: &'a Given<N>,
    roles: &'a [Role<'a, N>],
    by_client: &Orders<N>,
    past: &'a Past<N>,
) -> Flows<'a, N> {
    let mut pipeline = Pipeline::<N, PEOPLE>::new(given, roles, past);
    let leads = pipeline.taken_up.clone();
    pipeline.cap_leads();
    let entries = pipeline.cap_entries();
    pipeline.channels.iter_mut().for_each(|flow| flow.win(given));
    let coming = pipeline.sum_of(|_| true, |flow| &flow.new_clients);
    let wanted = match pipeline.cap_new(&coming) | pipeline.apply_known() {
        true => pipeline.sum_of(|_| true, |flow| &flow.new_clients),
        false => coming.clone(),
    };
    let Intake { new_clients, active_clients, demand: active_demand } = pipeline.take_in(wanted);
    let opening_clients = pipeline.opening.clone();
    let since: Vec<_> = active_clients.iter().zip(&opening_clients).map(|(all, own)| *all - *own).collect();
    let mut orders = by_client.of_clients(&new_clients, &since, PEOPLE && past.knows_active());
    let mut opening_orders: Vec<_> =
        opening_clients.iter().map(|count| *count * given.opening.frequency).collect();
    add_to(&mut orders, &opening_orders);
    let (mut delivered, all_orders) = pipeline.handled_of(Unit::Orders, &orders);
    if PEOPLE {
        overwrite(&mut delivered, &past.orders);
    }
    let with_orders = given.client.cross_sells_with_orders;
    let offers = if with_orders { &delivered } else { &active_clients };
    let (cross_sell_clients, all_cross_sells) = pipeline.handled_of(Unit::CrossSells, offers);
    let is_whole = !PEOPLE || all_orders && all_cross_sells && !past.knows_orders();
    if !is_whole {
        for ((own, all), made) in opening_orders.iter_mut().zip(&orders).zip(&delivered) {
            *own = if all.is_zero() { Count::ZERO } else { *own * (*made / *all) };
        }
    }
    let (stages, stage_totals) = pipeline.stages(&new_clients);
    let cross_sells = offers.clone();
    let volumes = Volumes {
        stages,
        stage_totals,
        opening_clients,
        opening_orders,
        orders: delivered,
        upsell_clients: pipeline.handled_of(Unit::Upsells, &new_clients).0,
        cross_sell_clients,
        leads: leads.clone(),
        new_clients: new_clients.clone(),
        active_clients: active_clients.clone(),
        handled: pipeline.handled,
    };
    let demand = Demand {
        leads,
        entries,
        new_clients: coming,
        active_clients: active_demand.unwrap_or_else(|| active_clients.clone()),
        orders,
        upsells: new_clients,
        cross_sells,
    };
    Flows { channels: pipeline.channels, volumes, demand, is_whole }
}

/// Clients whom people take in, and those who are there.
struct Intake<N> {
    new_clients: Vec<Count<N>>,
    active_clients: Vec<Count<N>>,
    /// What the active clients would have been; none where nothing caps them.
    demand: Option<Vec<Count<N>>>,
}

/// The channels on their way through the hands of people.
struct Pipeline<'a, N, const PEOPLE: bool> {
    given: &'a Given<N>,
    roles: &'a [Role<'a, N>],
    past: &'a Past<N>,
    channels: Vec<ChannelFlow<'a, N>>,
    /// Leads of all channels that somebody takes up.
    taken_up: Vec<Count<N>>,
    /// Those of them for whom sales has time, where some are lost.
    worked: Option<Vec<Count<N>>>,
    /// The clients there were at the beginning, those still there in each month.
    opening: Vec<Count<N>>,
    /// What of it all people could handle so far.
    handled: Handled<N>,
}

impl<'a, N: Number, const PEOPLE: bool> Pipeline<'a, N, PEOPLE> {
    fn new(given: &'a Given<N>, roles: &'a [Role<'a, N>], past: &'a Past<N>) -> Self {
        let channels = given.channels.iter().enumerate();
        let channels = channels.map(|(place, terms)| {
            ChannelFlow::new(given, terms, past.channels.get(place).filter(|_| PEOPLE))
        });
        let mut own = Self {
            given,
            roles,
            past,
            channels: channels.collect(),
            taken_up: Vec::new(),
            worked: None,
            opening: given.opening.by_month(given.months),
            handled: Handled::all(),
        };
        own.taken_up = own.sum_of(|_| true, |flow| &flow.leads);
        own
    }

    fn months(&self) -> usize {
        self.given.months as usize
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
    fn share_handled(&self, unit: Unit, demand: &[Count<N>]) -> Option<Vec<Share<N>>> {
        if PEOPLE && self.given.caps_flow { handled(self.roles, unit, demand) } else { None }
    }

    /// What of each month's demand is handled, and whether that is all of it.
    fn handled_of(&self, unit: Unit, demand: &[Count<N>]) -> (Vec<Count<N>>, bool) {
        match self.share_handled(unit, demand) {
            Some(shares) => (parts(demand, &shares), false),
            None => (demand.to_vec(), true),
        }
    }

    /// Leads that nobody can take up are lost in their month.
    fn cap_leads(&mut self) {
        let Some(shares) = self.share_handled(Unit::Leads, &self.taken_up) else { return };
        self.taken_up = parts(&self.taken_up, &shares);
        self.channels.iter_mut().for_each(|flow| flow.take_up(&shares));
        self.handled.leads = shares;
    }

    /// Those for whom sales has no time are lost when they come to it. The leads of a month come in two months
    /// as their lag has it, and lose what these two lose. Gives those who come; nothing where nobody counts them.
    fn cap_entries(&mut self) -> Vec<Count<N>> {
        if !PEOPLE || !is_counted(self.roles, Unit::Entries) {
            return Vec::new();
        }
        let before = self.given.sales_stage.checked_sub(1).and_then(|place| self.given.stages.get(place));
        let entries = match before {
            Some(stage) => self.reaching(self.given.sales_stage - 1, stage, &self.taken_up, |_| true).0,
            None => self.taken_up.clone(),
        };
        let Some(shares) = self.share_handled(Unit::Entries, &entries) else { return entries };
        let share =
            |t: usize| before.map_or(shares.at(t), |stage| stage.delay.gathered(&shares, t, Share::ONE));
        let of_leads: Vec<_> = (0..shares.len()).map(share).collect();
        self.worked = Some(parts(&self.taken_up, &of_leads));
        self.channels.iter_mut().for_each(|flow| flow.work(&of_leads));
        self.handled.entries = shares;
        entries
    }

    /// New clients for whom nobody has time are lost in their month. Says whether any are.
    fn cap_new(&mut self, coming: &[Count<N>]) -> bool {
        let Some(shares) = self.share_handled(Unit::NewClients, coming) else { return false };
        self.channels.iter_mut().for_each(|flow| flow.keep_of_new(&shares));
        self.handled.new_clients = shares;
        true
    }

    /// New clients that are known stand in the place of those who would have been. Says whether any may be.
    fn apply_known(&mut self) -> bool {
        if !PEOPLE || self.past.channels.is_empty() {
            return false;
        }
        let stage = self.given.client_stage;
        self.channels.iter_mut().for_each(|flow| flow.apply_known_clients(stage));
        true
    }

    /// New clients of a month that are known, of all channels.
    fn known_clients(&self, t: usize) -> Count<N> {
        let stage = self.given.client_stage;
        self.channels.iter().filter_map(|flow| flow.known_clients_of(stage, t)).sum()
    }

    /// New clients for whom nobody has time while the present ones take it are turned away, but for those
    /// who are known to have come. Where it is known how many were active, the difference from those the plan
    /// knows of goes on as if it were clients won then.
    fn take_in(&mut self, wanted: Vec<Count<N>>) -> Intake<N> {
        let (staying, months) = (&self.given.staying, self.given.months);
        let bound =
            |t| if PEOPLE && self.given.caps_flow { bound(self.roles, Unit::ActiveClients, t) } else { None };
        let bounds: Vec<_> = (0..self.months()).map(bound).collect();
        let is_bound = bounds.iter().any(Option::is_some);
        if !PEOPLE || !is_bound && !self.past.knows_active() {
            let mut active_clients = Cohorts::active(staying, &wanted);
            add_to(&mut active_clients, &self.opening);
            return Intake { new_clients: wanted, active_clients, demand: None };
        }
        let mut cohorts = Cohorts::new(staying, months);
        let (mut new_clients, mut active_clients) = (Vec::new(), Vec::new());
        let (mut demand, mut shares) = (Vec::new(), Vec::new());
        for (t, bound) in bounds.into_iter().enumerate() {
            let (stayed, known) = (cohorts.remaining(), self.known_clients(t));
            let there = stayed + self.opening.at(t);
            let share = bound.map_or(Share::ONE, |bound| room(bound, there, known, wanted.at(t)));
            let taken =
                if share == Share::ONE { wanted.at(t) } else { known + (wanted.at(t) - known) * share };
            let planned = stayed + taken + self.opening.at(t);
            cohorts.add(taken + self.past.unseen(t, planned));
            demand.push(stayed + wanted.at(t) + self.opening.at(t));
            new_clients.push(taken);
            active_clients.push(self.past.active_in(t).unwrap_or(planned));
            shares.push(share);
        }
        if shares.iter().any(|share| *share != Share::ONE) {
            self.channels.iter_mut().for_each(|flow| flow.keep_of_new(&shares));
            self.apply_known();
            self.handled.room = shares;
        }
        Intake { new_clients, active_clients, demand: is_bound.then_some(demand) }
    }

    /// For each stage, how many reach it by month, and how many of all leads do.
    fn stages(&self, new_clients: &[Count<N>]) -> (Vec<Vec<Count<N>>>, Vec<Count<N>>) {
        let stage = |(place, stage): (usize, &StageTerms<N>)| match self.given.client_stage == Some(place) {
            true => (new_clients.to_vec(), self.channels.iter().map(|flow| flow.clients).sum()),
            false => self.stage(place, stage),
        };
        self.given.stages.iter().enumerate().map(stage).unzip()
    }

    /// A stage before the last. Where a count is known, the channel's own line is worked out.
    fn stage(&self, place: usize, stage: &StageTerms<N>) -> (Vec<Count<N>>, Count<N>) {
        let knows = |flow: &ChannelFlow<'a, N>| flow.knows_stage(place);
        if !PEOPLE || !self.channels.iter().any(knows) {
            let worked = self.worked.as_ref().filter(|_| place >= self.given.sales_stage);
            return self.reaching(place, stage, worked.unwrap_or(&self.taken_up), |_| true);
        }
        let leads = self.sum_of(|flow| !knows(flow), |flow| flow.on_the_way(self.given, place));
        let (mut line, mut all) = self.reaching(place, stage, &leads, |flow| !knows(flow));
        for flow in self.channels.iter().filter(|flow| knows(flow)) {
            let (own, of_all) = flow.stage(self.given, place, stage);
            add_to(&mut line, &own);
            all += of_all;
        }
        (line, all)
    }

    /// How many reach a stage, of the leads of some channels taken together, and how many of all these leads do.
    /// The days are the same for all; where a channel converts in its own way, the difference is added.
    fn reaching(
        &self,
        place: usize,
        stage: &StageTerms<N>,
        leads: &[Count<N>],
        counts: impl Fn(&ChannelFlow<'a, N>) -> bool,
    ) -> (Vec<Count<N>>, Count<N>) {
        let mut reaching: Vec<_> = leads.iter().map(|count| *count * stage.share).collect();
        for flow in self.channels.iter().filter(|flow| counts(flow)) {
            let Some(own) = flow.own_share(place) else { continue };
            let (leads, more) = (flow.on_the_way(self.given, place), own - stage.share);
            reaching.iter_mut().zip(leads).for_each(|(sum, count)| *sum += *count * more);
        }
        let mut line = vec![Count::ZERO; self.months()];
        stage.delay.spread(&reaching, &mut line);
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
