//! What is done with facts: writing them down, keeping a plan and returning to it, adopting what they teach, deciding
//! on a channel.

use super::versions::in_place_of;
use crate::codec::{frozen, thawed};
use crate::desk::{Command, Manner};
use crate::evidence::{Finding, adopted, quarter_of, recorded_months};
use crate::model::{Adoption, Datum, Edit, EditFault, Model, Status, YearMonth};
use crate::number::Decimal;

/// As many kept plans as the document holds; one that does not fit keeps no figure out.
const MOST_KEPT: usize = 40;

/// Writes figures down at their paths, or takes them out where there is none. With its first figure a quarter keeps the
/// plan as it stands then.
#[derive(Clone, Debug, PartialEq)]
pub struct WriteFacts {
    /// The paths and their figures.
    pub figures: Vec<(String, Option<Decimal>)>,
}

impl WriteFacts {
    /// One figure, as it is typed.
    pub fn one(path: String, figure: Option<Decimal>) -> Self {
        Self { figures: vec![(path, figure)] }
    }

    /// The quarters that get their first figures: there is no plan of them yet, and there is room for it.
    fn begun(&self, model: &Model) -> Vec<YearMonth> {
        let written = self.figures.iter().filter(|(_, figure)| figure.is_some());
        let mut quarters: Vec<YearMonth> = Vec::new();
        for quarter in written.filter_map(|(path, _)| quarter_at(model, path)) {
            if !is_kept(model, quarter) && !quarters.contains(&quarter) {
                quarters.push(quarter);
            }
        }
        quarters.truncate(MOST_KEPT.saturating_sub(model.facts.snapshots.len()));
        quarters
    }
}

impl Command for WriteFacts {
    fn name(&self) -> &'static str {
        "write_facts"
    }

    fn applied(&self, model: &Model) -> Result<Model, EditFault> {
        let figures = self.figures.iter().map(|(path, figure)| (path.clone(), Datum::Fact(*figure)));
        let plans = self.begun(model).into_iter().map(|quarter| plan_of(model, quarter));
        Edit::Many(figures.chain(plans).collect()).applied(model)
    }

    /// One figure is typed; several come from a table and stand for a new document.
    fn manner(&self) -> Manner<'_> {
        match &self.figures[..] {
            [(path, _)] => Manner::Typing(path),
            _ => Manner::Replacement,
        }
    }
}

/// Keeps the plan as it stands for a quarter, in place of the one that was kept for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeepPlan {
    /// The first month of the quarter.
    pub quarter: YearMonth,
}

impl Command for KeepPlan {
    fn name(&self) -> &'static str {
        "keep_plan"
    }

    fn applied(&self, model: &Model) -> Result<Model, EditFault> {
        let (path, plan) = plan_of(model, self.quarter);
        Edit::put(path, plan).applied(model)
    }
}

/// Takes a kept plan in place of today's; facts and kept plans stay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReturnToPlan {
    /// The id of the kept plan's row.
    pub id: String,
}

impl Command for ReturnToPlan {
    fn name(&self) -> &'static str {
        "return_to_plan"
    }

    /// # Errors
    /// *No such place* where there is no such plan or it cannot be read.
    fn applied(&self, model: &Model) -> Result<Model, EditFault> {
        let kept = model.facts.snapshots.iter().find(|kept| kept.id == self.id);
        let plan = kept.and_then(|kept| thawed(&kept.plan)).ok_or(EditFault::NoSuchPlace)?;
        Ok(in_place_of(model, plan))
    }

    fn manner(&self) -> Manner<'_> {
        Manner::Replacement
    }
}

/// Puts measured figures into the plan, each at what is expected of it from now on.
#[derive(Clone, Debug, PartialEq)]
pub struct AdoptFigures {
    /// The figures, as they were found against today's plan.
    pub findings: Vec<Finding>,
    /// What they rest on, in words.
    pub source: String,
    /// Whether the plan before is kept, where none is kept of the quarter in which the last facts are.
    pub keeps_plan: bool,
}

impl Command for AdoptFigures {
    fn name(&self) -> &'static str {
        "adopt_figures"
    }

    fn applied(&self, model: &Model) -> Result<Model, EditFault> {
        let mut after = adopted(model, self.findings.iter(), &self.source);
        remember_adoption(&mut after, &self.source);
        let is_begun = !recorded_months(model).is_empty();
        let quarter = last_quarter(model);
        if !self.keeps_plan || !is_begun || is_kept(model, quarter) {
            return Ok(after);
        }
        let (path, plan) = plan_of(model, quarter);
        // Where there is no room for one more plan, the step back is all there is.
        Ok(Edit::put(path, plan).applied(&after).unwrap_or(after))
    }

    fn manner(&self) -> Manner<'_> {
        Manner::Replacement
    }
}

/// Remembers up to which month facts are in the figures that name this source, so that they are not counted a second time.
fn remember_adoption(model: &mut Model, source: &str) {
    let Some(last) = recorded_months(model).last().copied().filter(|_| !source.is_empty()) else { return };
    let id = model.about.start.later(last + 1).key();
    let adoption = Adoption { id, source: source.to_owned() };
    let rows = &mut model.facts.adoptions;
    rows.retain(|own| own.id != adoption.id);
    if rows.len() < MOST_KEPT {
        rows.push(adoption);
    }
}

/// Says where a channel stands: in its run-in, proven, given up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetStatus {
    /// The channel's id.
    pub channel: String,
    /// Where it stands.
    pub status: Status,
}

impl Command for SetStatus {
    fn name(&self) -> &'static str {
        "set_status"
    }

    /// # Errors
    /// *No such place* where the channel has gone.
    fn applied(&self, model: &Model) -> Result<Model, EditFault> {
        let mut after = model.clone();
        let channel = after.channels.iter_mut().find(|own| own.id == self.channel);
        channel.ok_or(EditFault::NoSuchPlace)?.status = self.status;
        Ok(after)
    }
}

/// The first month of the quarter in which the last facts are; of the plan's first where there are none.
pub fn last_quarter(model: &Model) -> YearMonth {
    let last = recorded_months(model).last().copied().unwrap_or(0);
    model.about.start.later(quarter_of(last))
}

/// Whether a plan is kept of a quarter.
pub fn is_kept(model: &Model, quarter: YearMonth) -> bool {
    model.facts.snapshots.iter().any(|kept| kept.id == quarter.key())
}

/// Where the plan of a quarter is kept, and the plan as it stands.
fn plan_of(model: &Model, quarter: YearMonth) -> (String, Datum) {
    (["facts/snapshots/", &quarter.key(), "/plan"].concat(), Datum::Frozen(frozen(model).0))
}

/// The first month of the quarter of the plan that the figure at a path is of.
fn quarter_at(model: &Model, path: &str) -> Option<YearMonth> {
    let month = YearMonth::of_key(path.strip_prefix("facts/months/")?.split('/').next()?)?;
    let t = month.0.checked_sub(model.about.start.0).filter(|t| *t < model.about.horizon)?;
    Some(model.about.start.later(quarter_of(t)))
}

#[cfg(test)]
#[path = "facts/tests.rs"]
mod tests;
