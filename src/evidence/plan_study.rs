//! One plan with the facts of the document: what it comes to and what they say of it. Each is worked out once, when it is
//! first asked for.

use super::comparison::{Comparison, PlannedChannels, compare};
use super::engine::Engine;
use super::figure::Figure;
use super::finding::Window;
use super::learned::learned;
use super::levers::Levers;
use super::quarter::{QUARTER, quarter_of};
use super::recorded::{Known, Recorded};
use super::run_in::{RunIn, asked_of_levers};
use super::variance::{Flexed, NoVariance, Variance, variance};
use crate::model::Model;
use crate::plan::Outcome;
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

/// What a plan comes to, shared by all who study it: facts do not change it.
pub(super) type SharedOutcome = Arc<OnceLock<Outcome>>;

/// A plan with the facts of the document, and everything that follows from both.
#[derive(Debug)]
pub struct PlanStudy {
    plan: Model,
    recorded: Recorded,
    window: Option<Window>,
    engine: Engine,
    outcome: SharedOutcome,
    levers: OnceLock<Levers>,
    /// What a run-in asks the levers for.
    asked: OnceLock<Vec<(Figure, f64)>>,
    /// How many of them are worked out.
    moved: AtomicUsize,
    run: OnceLock<Option<RunIn>>,
    channels: OnceLock<PlannedChannels>,
    /// The plan flexed by leads, by stages too, by all counts.
    flexed: [OnceLock<Outcome>; 3],
    learned: OnceLock<Model>,
    expected: OnceLock<Outcome>,
    /// What the last quarter with facts says, and the one before it.
    quarters: [OnceLock<Option<RunIn>>; 2],
    before: OnceLock<Option<Box<PlanStudy>>>,
}

impl PlanStudy {
    /// A study of a plan that holds the facts; nothing is worked out yet.
    pub fn new(plan: Model, engine: Engine) -> Self {
        Self::sharing(plan, SharedOutcome::default(), engine)
    }

    /// The same of a plan whose outcome is known.
    pub fn evaluated(plan: Model, outcome: Outcome) -> Self {
        // No kept plan is read here.
        Self::sharing(plan, OnceLock::from(outcome).into(), Engine::new(|_| None))
    }

    /// The same where the outcome may be known or is shared with others.
    pub(super) fn sharing(plan: Model, outcome: SharedOutcome, engine: Engine) -> Self {
        Self {
            recorded: Recorded::new(&plan),
            window: Window::of_run_in(&plan),
            plan,
            engine,
            outcome,
            levers: OnceLock::new(),
            asked: OnceLock::new(),
            moved: AtomicUsize::new(0),
            run: OnceLock::new(),
            channels: OnceLock::new(),
            flexed: [OnceLock::new(), OnceLock::new(), OnceLock::new()],
            learned: OnceLock::new(),
            expected: OnceLock::new(),
            quarters: [OnceLock::new(), OnceLock::new()],
            before: OnceLock::new(),
        }
    }

    /// The plan, with the facts of the document.
    pub fn plan(&self) -> &Model {
        &self.plan
    }

    /// The facts by its months.
    pub fn recorded(&self) -> &Recorded {
        &self.recorded
    }

    /// Whether anything is recorded of its months.
    pub fn has_facts(&self) -> bool {
        self.recorded.known_months().next().is_some()
    }

    /// The months from the first recorded to the last.
    pub fn months(&self) -> Range<u32> {
        let mut known = self.recorded.known_months();
        let first = known.next();
        first.map_or(0..0, |first| first..known.next_back().unwrap_or(first) + 1)
    }

    /// The months of the last quarter with facts, up to its last recorded one.
    pub fn last_quarter(&self) -> Range<u32> {
        let end = self.months().end;
        quarter_of(end.saturating_sub(1))..end
    }

    /// What the plan comes to without any facts.
    pub fn outcome(&self) -> &Outcome {
        self.outcome.get_or_init(|| (self.engine.evaluate)(&self.plan))
    }

    /// What the facts say; none where nothing is recorded since the run-in began.
    pub fn run(&self) -> Option<&RunIn> {
        self.run.get_or_init(|| self.window.map(|window| self.run_afresh(window))).as_ref()
    }

    /// What the facts of other months say.
    fn run_over(&self, window: Window) -> RunIn {
        match self.run() {
            Some(run) if run.window == window => run.clone(),
            _ => self.run_afresh(window),
        }
    }

    /// What the facts of the last quarter say; none where nothing is recorded.
    pub fn run_of_last_quarter(&self) -> Option<&RunIn> {
        let Range { start: first, end } = self.last_quarter();
        let run = || self.has_facts().then(|| self.run_over(Window { first, end }));
        self.quarters[0].get_or_init(run).as_ref()
    }

    /// What the facts of the quarter before it say; none where nothing is recorded of that one.
    pub fn run_of_quarter_before(&self) -> Option<&RunIn> {
        let run = || {
            let end = self.last_quarter().start;
            let first = end.checked_sub(QUARTER)?;
            let is_known = self.recorded.known_months().any(|t| (first..end).contains(&t));
            is_known.then(|| self.run_over(Window { first, end }))
        };
        self.quarters[1].get_or_init(run).as_ref()
    }

    /// The same plan when only the facts before the last quarter were known; none where there were none.
    pub fn before_last_quarter(&self) -> Option<&PlanStudy> {
        let before = || {
            let end = self.last_quarter().start;
            let is_known = self.recorded.known_months().any(|t| t < end);
            is_known.then(|| Box::new(self.known_until(end)))
        };
        self.before.get_or_init(before).as_deref()
    }

    fn levers(&self) -> &Levers {
        self.levers.get_or_init(|| Levers::new(&self.plan))
    }

    /// Works out what one more figure does to the plan, as the run-in will ask; `false` where there are more.
    pub(super) fn move_one(&self) -> bool {
        let Some(window) = self.window else { return true };
        let asked = || asked_of_levers(&self.plan, self.outcome(), &self.plan.facts, window);
        let asked = self.asked.get_or_init(asked);
        let next = self.moved.fetch_add(1, Ordering::Relaxed);
        if let Some((figure, planned)) = asked.get(next) {
            self.levers().floor(*figure, *planned);
            if !figure.measured.is_of_channels() {
                self.levers().slopes(*figure, *planned);
            }
        }
        next + 1 >= asked.len()
    }

    fn run_afresh(&self, window: Window) -> RunIn {
        (self.engine.run_in)(&self.plan, self.outcome(), &self.plan.facts, window, self.levers())
    }

    /// What the plan has of its channels, month by month.
    pub fn channels(&self) -> &PlannedChannels {
        self.channels.get_or_init(|| PlannedChannels::of(&self.plan, self.outcome()))
    }

    /// Plan and facts side by side over some months.
    pub fn comparison(&self, months: Range<u32>) -> Comparison {
        compare(self.channels(), self.outcome(), &self.recorded, months)
    }

    /// Why profit of some months is not what was planned.
    pub fn variance(&self, months: Range<u32>) -> Result<Variance, NoVariance> {
        if !self.has_facts() {
            return Err(NoVariance::NoLeads);
        }
        let flexed = Flexed { volume: self.volume(), conversion: self.conversion(), all: self.all_counts() };
        variance(self.outcome(), flexed, &self.recorded, months)
    }

    /// The plan with leads as they came.
    pub(super) fn volume(&self) -> &Outcome {
        self.evaluated_from(&self.flexed[0], Flexed::VOLUME)
    }

    /// The plan with leads and stages as they were.
    pub(super) fn conversion(&self) -> &Outcome {
        self.evaluated_from(&self.flexed[1], Flexed::CONVERSION)
    }

    /// The plan with all counts as they were.
    pub(super) fn all_counts(&self) -> &Outcome {
        self.evaluated_from(&self.flexed[2], Flexed::ALL)
    }

    fn evaluated_from<'s>(&self, place: &'s OnceLock<Outcome>, known: Known) -> &'s Outcome {
        place.get_or_init(|| (self.engine.evaluate_from)(&self.plan, &self.recorded.past(known)))
    }

    /// The plan as the facts have taught it.
    pub fn learned(&self) -> &Model {
        let learned =
            || self.run().map_or_else(|| self.plan.clone(), |run| learned(&self.plan, &run.findings));
        self.learned.get_or_init(learned)
    }

    /// What is expected: the learned plan with the counts that are known.
    pub fn expected(&self) -> &Outcome {
        let expected = || (self.engine.evaluate_from)(self.learned(), &self.recorded.past(Known::ALL));
        self.expected.get_or_init(expected)
    }

    /// The same plan when only the facts before a month were known.
    fn known_until(&self, end: u32) -> Self {
        let mut plan = self.plan.clone();
        let end = plan.about.start.later(end).key();
        plan.facts.months.retain(|month| month.id < end);
        Self::sharing(plan, self.outcome.clone(), self.engine)
    }
}
