//! The one way in which what has been is written down: with its first figure of a quarter the plan is kept
//! as it stands then.

use crate::codec::frozen;
use crate::model::{Datum, Edit, EditFault, Model, YearMonth};
use crate::number::Decimal;
use crate::ui::state::Desk;

/// Months of a quarter.
const QUARTER: u32 = 3;

/// Writes figures down at their paths, or takes them out, as one step. One figure leaves the text that is
/// being typed alone; several stand for a new document.
pub fn put_facts(desk: Desk, facts: &[(String, Option<Decimal>)]) -> Result<(), EditFault> {
    let edit = desk.model.with_untracked(|model| match facts {
        [(path, fact)] if snapshots(model, facts).is_empty() => {
            Ok(Edit::put(path.as_str(), Datum::Fact(*fact)))
        }
        [_] => Ok(all(model, facts)),
        _ => all(model, facts).applied(model).map(|model| Edit::Whole(Box::new(model))),
    })?;
    desk.edit(edit)
}

/// The figures, and behind them the plans that are to be kept.
fn all(model: &Model, facts: &[(String, Option<Decimal>)]) -> Edit {
    let figures = facts.iter().map(|(path, fact)| (path.clone(), Datum::Fact(*fact)));
    let plan = |quarter: YearMonth| {
        (["facts/snapshots/", &quarter.key(), "/plan"].concat(), Datum::Frozen(frozen(model).0))
    };
    Edit::Many(figures.chain(snapshots(model, facts).into_iter().map(plan)).collect())
}

/// The quarters that get their first figures: there is no plan of them yet, and there is room for it.
fn snapshots(model: &Model, facts: &[(String, Option<Decimal>)]) -> Vec<YearMonth> {
    let written = facts.iter().filter(|(_, fact)| fact.is_some());
    let mut quarters: Vec<YearMonth> = Vec::new();
    for quarter in written.filter_map(|(path, _)| quarter(model, path)) {
        let is_kept = model.facts.snapshots.iter().any(|plan| plan.id == quarter.key());
        if !is_kept && !quarters.contains(&quarter) {
            quarters.push(quarter);
        }
    }
    quarters.truncate(MOST_SNAPSHOTS.saturating_sub(model.facts.snapshots.len()));
    quarters
}

/// As many as the document holds; a plan that does not fit keeps no figure out.
const MOST_SNAPSHOTS: usize = 40;

/// The first month of the quarter of the plan that a figure is of.
fn quarter(model: &Model, path: &str) -> Option<YearMonth> {
    let month = YearMonth::of_key(path.strip_prefix("facts/months/")?.split('/').next()?)?;
    let t = month.0.checked_sub(model.about.start.0).filter(|t| *t < model.about.horizon)?;
    Some(model.about.start.later(t - t % QUARTER))
}
