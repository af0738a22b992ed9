//! What one channel sets in motion: money, leads, and the clients that come of them.

use super::flow::reached;
use super::given::{ChannelTerms, Given, StageTerms};
use super::leads::{growing, leads, needed_budget};
use super::past::{ChannelPast, known_at, overwrite};
use crate::number::{Count, Money, Number, Share};

/// What one channel sets in motion, by month.
pub(super) struct ChannelFlow<'a, N> {
    terms: &'a ChannelTerms<N>,
    past: Option<&'a ChannelPast<N>>,
    pub spend: Vec<Money<N>>,
    pub leads: Vec<Count<N>>,
    /// All of them.
    pub total_leads: Count<N>,
    /// Leads that somebody takes up, by the month in which they came, where some are lost.
    taken_up: Option<Vec<Count<N>>>,
    /// Those of them for whom sales has time, where some are lost.
    worked: Option<Vec<Count<N>>>,
    /// Clients won.
    pub new_clients: Vec<Count<N>>,
    /// All clients that the leads become, be it after the last month.
    pub clients: Count<N>,
    /// Those of them who come after the last month.
    pub clients_later: Count<N>,
}

impl<'a, N: Number> ChannelFlow<'a, N> {
    /// Money and leads of a channel, where people can handle everything.
    pub fn new(given: &Given<N>, terms: &'a ChannelTerms<N>, past: Option<&'a ChannelPast<N>>) -> Self {
        let months = given.months as usize;
        let mut spend = vec![Money::ZERO; months];
        let mut coming = vec![Count::ZERO; months];
        let on = terms.months(given.months);
        let known = |t| given.market.map_or(Share::ONE, |market| market.awareness(t));
        let lines = spend.iter_mut().zip(&mut coming).skip(on.start as usize);
        match terms.free_leads {
            Some(first) => {
                for ((t, free), (_, coming)) in on.zip(growing(first, terms.growth)).zip(lines) {
                    *coming = free * known(t);
                }
            }
            None => {
                for ((t, budget), (spend, coming)) in on.zip(growing(terms.budget, terms.growth)).zip(lines) {
                    let (cost, most, known) = (terms.cost_per_lead, terms.most_leads, known(t));
                    *spend = if terms.saves_rest { needed_budget(budget, cost, most, known) } else { budget };
                    *coming = leads(budget, cost, most, known);
                }
            }
        }
        if let Some(past) = past {
            overwrite(&mut spend, &past.spend);
            overwrite(&mut coming, &past.leads);
        }
        Self {
            terms,
            past,
            spend,
            total_leads: coming.iter().copied().sum(),
            leads: coming,
            taken_up: None,
            worked: None,
            new_clients: Vec::new(),
            clients: Count::ZERO,
            clients_later: Count::ZERO,
        }
    }

    /// The share of its leads that reach a stage.
    pub fn share(&self, place: usize, stage: &StageTerms<N>) -> Share<N> {
        self.own_share(place).unwrap_or(stage.share)
    }

    /// The same where it is not the funnel's.
    pub fn own_share(&self, place: usize) -> Option<Share<N>> {
        self.terms.own_shares.as_ref()?.get(place).copied()
    }

    /// Leads that somebody takes up.
    pub fn taken_up(&self) -> &[Count<N>] {
        self.taken_up.as_deref().unwrap_or(&self.leads)
    }

    /// Leads that go through to the last stage.
    pub fn worked(&self) -> &[Count<N>] {
        self.worked.as_deref().unwrap_or(self.taken_up())
    }

    /// Of the leads that come only a share each month is taken up.
    pub fn take_up(&mut self, shares: &[Share<N>]) {
        self.taken_up = Some(parts(&self.leads, shares));
    }

    /// Of the leads taken up only a share each month has sales' time.
    pub fn work(&mut self, shares: &[Share<N>]) {
        self.worked = Some(parts(self.taken_up(), shares));
    }

    /// Clients won of the leads that are worked: those who pass the stage that makes the client, or every lead where there is none.
    pub fn win(&mut self, given: &Given<N>) {
        let is_whole = self.taken_up.is_none() && self.worked.is_none();
        let all = if is_whole { self.total_leads } else { self.worked().iter().copied().sum() };
        let client_stage = given.client_stage.and_then(|place| Some((place, given.stages.get(place)?)));
        let Some((place, stage)) = client_stage else {
            (self.new_clients, self.clients) = (self.worked().to_vec(), all);
            return;
        };
        let share = self.share(place, stage);
        let later: Count<N> = stage.delay.after_the_last(self.worked());
        self.new_clients = reached(self.worked(), share, &stage.delay);
        (self.clients, self.clients_later) = (all * share, later * share);
    }

    /// Of new clients only a share each month.
    pub fn keep_of_new(&mut self, shares: &[Share<N>]) {
        let before: Count<N> = self.new_clients.iter().copied().sum();
        self.new_clients = parts(&self.new_clients, shares);
        self.clients = self.clients - before + self.new_clients.iter().copied().sum();
    }

    /// New clients that are known stand in the place of those who would have been.
    pub fn apply_known_clients(&mut self, client_stage: Option<usize>) {
        let Some(known) = self.known_clients(client_stage) else { return };
        for (count, known) in self.new_clients.iter().zip(known) {
            self.clients += known.map_or(Count::ZERO, |known| known - *count);
        }
        overwrite(&mut self.new_clients, known);
    }

    /// New clients of a month, where they are known.
    pub fn known_clients_of(&self, client_stage: Option<usize>, t: usize) -> Option<Count<N>> {
        known_at(self.known_clients(client_stage)?, t)
    }

    fn known_clients(&self, client_stage: Option<usize>) -> Option<&'a [Option<Count<N>>]> {
        match client_stage {
            Some(stage) => self.known_stage(stage),
            None => self.past.map(|past| past.clients.as_slice()),
        }
    }

    /// What is known of a stage; none where nothing is.
    fn known_stage(&self, place: usize) -> Option<&'a [Option<Count<N>>]> {
        let known = self.past?.stages.get(place)?;
        known.iter().any(Option::is_some).then_some(known.as_slice())
    }

    /// Whether anything is known of a stage.
    pub fn knows_stage(&self, place: usize) -> bool {
        self.known_stage(place).is_some()
    }

    /// Its leads on the way to a stage: sales' own stage and later ones see only those for whom sales has time.
    pub fn on_the_way(&self, given: &Given<N>, place: usize) -> &[Count<N>] {
        if place < given.sales_stage { self.taken_up() } else { self.worked() }
    }

    /// How many reach a stage before the last, known counts in their place, and how many of all leads do.
    pub fn stage(&self, given: &Given<N>, place: usize, stage: &StageTerms<N>) -> (Vec<Count<N>>, Count<N>) {
        let (leads, share) = (self.on_the_way(given, place), self.share(place, stage));
        let mut line = reached(leads, share, &stage.delay);
        let mut all = leads.iter().copied().sum::<Count<N>>() * share;
        if let Some(known) = self.known_stage(place) {
            for (count, known) in line.iter().zip(known) {
                all += known.map_or(Count::ZERO, |known| known - *count);
            }
            overwrite(&mut line, known);
        }
        (line, all)
    }
}

/// Of a line only a share each month.
pub(super) fn parts<N: Number>(line: &[Count<N>], shares: &[Share<N>]) -> Vec<Count<N>> {
    line.iter().zip(shares).map(|(count, share)| *count * *share).collect()
}

#[cfg(test)]
mod tests {
    use crate::model::{Channel, ChannelKind, Estimate, Model};
    use crate::number::{Exact, Money, Number};
    use crate::plan::{Outcome, evaluate};

    fn bringing(channel: Channel) -> Outcome {
        let mut model = Model::default();
        model.offer.price = Estimate::guess(100);
        model.channels = vec![Channel { id: "a".into(), ..channel }];
        evaluate(&model)
    }

    #[test]
    fn a_free_channel_is_one_whose_cap_comes_for_nothing() {
        let free = Channel { kind: ChannelKind::Free, free_leads: Estimate::guess(40), ..Channel::default() };
        let capped = Channel { most_leads: Some(Estimate::guess(40)), ..Channel::default() };
        assert_eq!(bringing(free.clone()), bringing(capped));
        // What was typed while it was paid counts for nothing.
        let was_paid = Channel {
            budget: Estimate::guess(500),
            cost_per_lead: Estimate::guess(10),
            most_leads: Some(Estimate::guess(7)),
            ..free.clone()
        };
        assert_eq!(bringing(free), bringing(was_paid));
    }

    #[test]
    fn free_leads_grow_from_the_channels_first_month() {
        let outcome = bringing(Channel {
            kind: ChannelKind::Free,
            free_leads: Estimate::guess(100),
            growth: Estimate::share(10),
            first: 1,
            ..Channel::default()
        });
        let leads: Vec<_> =
            outcome.channels[0].leads[..4].iter().map(|count| count.0.text().unwrap()).collect();
        assert_eq!(leads, ["0", "100", "110", "121"]);
        assert_eq!(outcome.total.cac, Money(Exact::ZERO));
    }
}
