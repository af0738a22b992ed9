//! How a channel stands: by the plan that is looked at, and by today's.

use super::finding::Finding;
use super::plan_study::PlanStudy;
use super::run_in::{ChannelRun, Next};
use super::verdict::Verdict;
use crate::model::Status;

/// A channel of the plan looked at, and the same in today's plan.
#[derive(Clone, Debug, PartialEq)]
pub struct ChannelStanding {
    /// Its id.
    pub id: String,
    /// Its status today; none where it has been taken out since.
    pub status: Option<Status>,
    /// How it came through by the plan looked at.
    pub run: ChannelRun,
    /// How it stands to today's plan.
    pub today: Option<ChannelRun>,
}

impl ChannelStanding {
    /// What to do next: a question to today's plan.
    pub fn next(&self) -> Next {
        self.today.as_ref().unwrap_or(&self.run).next
    }

    /// Whether what is to be done is done: given up, taken out, or called proven after it has passed.
    pub fn is_done(&self) -> bool {
        match self.status {
            Some(Status::Dropped) | None => true,
            Some(Status::Proven) => self.next() == Next::Pass,
            _ => false,
        }
    }

    /// Its figures against today's plan.
    fn findings_of<'s>(&self, today: &'s PlanStudy) -> impl Iterator<Item = &'s Finding> + use<'s> {
        let at = self.today.as_ref().map(|today| today.at);
        let own = today.run().zip(at).map(|(run, at)| run.of_channel(at));
        own.into_iter().flatten()
    }

    /// Its figures against today's plan that are not clear yet.
    pub fn open<'s>(&self, today: &'s PlanStudy) -> impl Iterator<Item = &'s Finding> + use<'s> {
        let is_open = |it: &&Finding| matches!(it.verdict(), Some(Verdict::Open | Verdict::NoData));
        self.findings_of(today).filter(is_open)
    }

    /// Its figures below today's plan: a handful of leads that decides nothing is not taken for a measured figure.
    pub fn below<'s>(&self, today: &'s PlanStudy) -> impl Iterator<Item = &'s Finding> + use<'s> {
        self.findings_of(today).filter(|it| it.verdict() == Some(Verdict::Below))
    }
}

/// The channels that run by a plan, each beside itself in today's.
pub(super) fn channel_standings(plan: &PlanStudy, today: &PlanStudy) -> Vec<ChannelStanding> {
    let (Some(run), Some(run_today)) = (plan.run(), today.run()) else { return Vec::new() };
    let standing = |own: &ChannelRun| {
        let id = plan.plan().channels.get(own.at)?.id.clone();
        let status = today.plan().channels.iter().find(|own| own.id == id).map(|own| own.status);
        let is_it = |own: &&ChannelRun| today.plan().channels.get(own.at).is_some_and(|own| own.id == id);
        let today = run_today.channels.iter().find(is_it).cloned();
        Some(ChannelStanding { id, status, run: own.clone(), today })
    };
    run.channels.iter().filter_map(standing).collect()
}
