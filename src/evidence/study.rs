//! The facts of a document studied: against the plan as it stood when they began to come in, and against today's.

use super::changes::{ChangesSince, changes_since};
use super::engine::Engine;
use super::finding::Window;
use super::kept_plan::{KeptPlan, KeptState};
use super::plan_study::{PlanStudy, SharedOutcome};
use super::quarter::quarter_of;
use super::reforecast::Reforecast;
use super::standing::{ChannelStanding, channel_standings};
use crate::model::{Facts, Model, YearMonth};
use crate::plan::Outcome;
use std::sync::OnceLock;

/// Which plan the facts are held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Baseline {
    /// The plan as it stood in the quarter in which the run-in began; today's where none was kept.
    Kept,
    /// The plan as it stands.
    Current,
}

/// What the facts of a document say, worked out once for everybody who asks, and only what is asked for.
#[derive(Debug)]
pub struct Study {
    current: PlanStudy,
    /// Today's plan without its facts: what kept plans are compared with.
    bare: Model,
    /// From which month on the kept plan was the plan, and its study.
    kept: Option<(YearMonth, PlanStudy)>,
    plans: Vec<KeptPlan>,
    forecasts: [OnceLock<Reforecast>; 2],
    changes: [OnceLock<ChangesSince>; 2],
}

/// One thing that a study works out; `false` where there is more of it to do.
pub type Step = fn(&Study, Baseline) -> bool;

impl Study {
    /// What the board of the run-in needs, piece by piece, each short enough for one turn of a busy page.
    pub const BOARD: &[Step] = &[
        |study, _| done(study.current.outcome()),
        |study, baseline| done(study.against(baseline).outcome()),
        |study, _| study.current.move_one(),
        |study, _| done(study.current.run()),
        |study, baseline| study.against(baseline).move_one(),
        |study, baseline| done(study.against(baseline).run()),
    ];
    /// What comparing plan and facts needs after that.
    pub const COMPARISON: &[Step] = &[
        |study, baseline| done(study.against(baseline).channels()),
        |study, baseline| done(study.against(baseline).volume()),
        |study, baseline| done(study.against(baseline).conversion()),
        |study, baseline| done(study.against(baseline).all_counts()),
    ];
    /// What forecast and kept plans need after that.
    pub const FORECAST: &[Step] = &[
        |study, _| done(study.current.expected()),
        |study, baseline| done(study.forecast(baseline)),
        |study, baseline| done(study.against(baseline).run_of_last_quarter()),
        |study, baseline| done(study.against(baseline).run_of_quarter_before()),
        |study, baseline| done(study.against(baseline).before_last_quarter().map(PlanStudy::run)),
        |study, _| done(study.current.before_last_quarter().map(PlanStudy::run)),
        |study, _| done(study.current.before_last_quarter().map(PlanStudy::expected)),
        |study, baseline| done(study.changes(baseline)),
        |study, _| !study.plans.iter().any(|plan| plan.work_out(&study.bare)),
    ];

    /// A study of a document; nothing is worked out yet. `outcome` is what its plan comes to, where that is known.
    /// Kept plans that stand in the study `before` too are taken from there as far as they are worked out.
    pub fn new(model: &Model, outcome: Option<Outcome>, before: Option<&Study>, engine: Engine) -> Self {
        let bare = Model { facts: Facts::default(), ..model.clone() };
        let known = |snapshot| before?.plans.iter().find(|plan| plan.is_of(snapshot)).cloned();
        let plan = |snapshot| known(snapshot).unwrap_or_else(|| KeptPlan::new(snapshot, engine));
        let plans: Vec<_> = model.facts.snapshots.iter().map(plan).collect();
        let kept = kept_plan(model, &bare, &plans).map(|(month, kept, plan)| {
            let plan = with_facts(plan.clone(), &model.facts);
            (month, PlanStudy::sharing(plan, kept.outcome.clone(), engine))
        });
        let outcome = outcome.map_or_else(SharedOutcome::default, |outcome| OnceLock::from(outcome).into());
        Self {
            current: PlanStudy::sharing(model.clone(), outcome, engine),
            bare,
            kept,
            plans,
            forecasts: [OnceLock::new(), OnceLock::new()],
            changes: [OnceLock::new(), OnceLock::new()],
        }
    }

    /// Today's plan: from here it goes on, whatever was planned.
    pub fn current(&self) -> &PlanStudy {
        &self.current
    }

    /// Today's plan without its facts.
    pub fn bare_plan(&self) -> &Model {
        &self.bare
    }

    /// The plan that facts are held against.
    pub fn against(&self, baseline: Baseline) -> &PlanStudy {
        match (&self.kept, baseline) {
            (Some((_, kept)), Baseline::Kept) => kept,
            _ => &self.current,
        }
    }

    /// From which month on the kept plan was the plan; none where it is today's still.
    pub fn kept_since(&self) -> Option<YearMonth> {
        self.kept.as_ref().map(|(month, _)| *month)
    }

    /// Every plan that is kept, with what it is beside today's.
    pub fn kept_plans(&self) -> impl Iterator<Item = (&KeptPlan, KeptState<'_>)> {
        self.plans.iter().map(|plan| (plan, plan.state(&self.bare)))
    }

    /// How each channel that runs stands to a plan and to today's.
    pub fn channels(&self, baseline: Baseline) -> Vec<ChannelStanding> {
        channel_standings(self.against(baseline), &self.current)
    }

    /// Where today's plan goes from the facts, beside another plan.
    pub fn forecast(&self, baseline: Baseline) -> &Reforecast {
        let plan = self.against(baseline).outcome();
        let forecast = || Reforecast::new(plan, self.current.recorded(), self.current.expected());
        self.of(&self.forecasts, baseline, forecast)
    }

    /// What has changed since a quarter ago.
    pub fn changes(&self, baseline: Baseline) -> &ChangesSince {
        let now = || &self.forecast(baseline).forecast;
        let changes = || changes_since(self.against(baseline), &self.current, now());
        self.of(&self.changes, baseline, changes)
    }

    /// What is worked out for a plan: of one for both where there is no other.
    fn of<'s, T>(
        &'s self,
        both: &'s [OnceLock<T>; 2],
        baseline: Baseline,
        work: impl FnOnce() -> T,
    ) -> &'s T {
        let [kept, current] = both;
        let is_kept = self.kept.is_some() && baseline == Baseline::Kept;
        if is_kept { kept.get_or_init(work) } else { current.get_or_init(work) }
    }
}

fn done<T>(_: T) -> bool {
    true
}

/// A plan with the facts of another.
pub fn with_facts(plan: Model, facts: &Facts) -> Model {
    Model { facts: facts.clone(), ..plan }
}

/// The plan as it stood in the quarter in which the run-in begins, where it is not today's still.
fn kept_plan<'k>(
    model: &Model,
    bare: &Model,
    plans: &'k [KeptPlan],
) -> Option<(YearMonth, &'k KeptPlan, &'k Model)> {
    let window = Window::of_run_in(model)?;
    let month = model.about.start.later(quarter_of(window.first));
    let kept = plans.iter().find(|kept| kept.id() == month.key())?;
    let plan = kept.plan()?;
    // Of another first month, its months would be others too.
    (plan != bare && plan.about.start == model.about.start).then_some((month, kept, plan))
}
