//! A plan as it stood in a quarter: read and evaluated once, however often the facts change.

use super::engine::Engine;
use super::plan_study::SharedOutcome;
use crate::model::{Frozen, Model, Snapshot, YearMonth};
use crate::plan::Outcome;
use std::sync::{Arc, OnceLock};

/// A plan as it stood.
#[derive(Clone, Debug)]
pub struct KeptPlan {
    id: String,
    frozen: Frozen,
    engine: Engine,
    plan: Arc<OnceLock<Option<Model>>>,
    pub(super) outcome: SharedOutcome,
}

/// What a kept plan is beside today's.
#[derive(Debug)]
pub enum KeptState<'k> {
    /// It cannot be read, or is of a newer version of the program.
    Unreadable,
    /// It is today's plan still.
    Same,
    /// It is another: the plan, and what it comes to.
    Other(&'k Model, &'k Outcome),
}

impl KeptPlan {
    pub(super) fn new(snapshot: &Snapshot, engine: Engine) -> Self {
        Self {
            id: snapshot.id.clone(),
            frozen: snapshot.plan.clone(),
            engine,
            plan: Arc::default(),
            outcome: SharedOutcome::default(),
        }
    }

    /// The id of its row.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The first month of the quarter that it was the plan of.
    pub fn quarter(&self) -> Option<YearMonth> {
        YearMonth::of_key(&self.id)
    }

    pub(super) fn is_of(&self, snapshot: &Snapshot) -> bool {
        self.id == snapshot.id && self.frozen == snapshot.plan
    }

    /// The plan without facts; none where it cannot be read.
    pub fn plan(&self) -> Option<&Model> {
        self.plan.get_or_init(|| (self.engine.thaw)(&self.frozen)).as_ref()
    }

    /// Works out what it comes to, where that is asked for and not known yet; whether there was anything to do.
    pub(super) fn work_out(&self, today: &Model) -> bool {
        let is_to_do = self.outcome.get().is_none() && self.plan().is_some_and(|plan| plan != today);
        is_to_do && matches!(self.state(today), KeptState::Other(..))
    }

    /// What it is beside today's plan, which is given without its facts.
    pub(super) fn state(&self, today: &Model) -> KeptState<'_> {
        match self.plan() {
            None => KeptState::Unreadable,
            Some(plan) if plan == today => KeptState::Same,
            Some(plan) => KeptState::Other(plan, self.outcome.get_or_init(|| (self.engine.evaluate)(plan))),
        }
    }
}
