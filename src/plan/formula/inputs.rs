//! What was entered, as formulas name it: `*` stands for the row that is looked at.

use super::position::{GROUPS, Position, STAGES};
use crate::model::{Estimate, Field, Kind, Model, Slot, find};
use crate::number::{Exact, Number, Undefined};

/// Something entered, where there is a row for it.
pub(super) struct Entered<'a> {
    /// Its path, with the rows' ids.
    pub path: String,
    /// Its field.
    pub field: &'static Field,
    /// Its value.
    pub slot: Slot<'a>,
}

impl Entered<'_> {
    /// Its number; none where nothing was entered.
    pub fn number(&self) -> Option<Exact> {
        match self.slot {
            Slot::Estimate(estimate) => Some(self.measured(estimate)),
            Slot::Optional(estimate) => estimate.map(|estimate| self.measured(estimate)),
            Slot::Whole(whole) => Some(Exact::whole(whole)),
            Slot::OpenMonth(month) => month.map(Exact::whole),
            Slot::Fact(fact) => fact.map(Exact::from_decimal),
            _ => Some(Exact::undefined(Undefined::NoData)),
        }
    }

    /// The number of an estimate; what cannot be is no number.
    fn measured(&self, estimate: &Estimate) -> Exact {
        match self.field.kind {
            Kind::Estimate(measure) | Kind::Optional(measure) => estimate.measured(measure),
            _ => estimate.number(),
        }
    }

    /// Whether it is a choice or a flag of this name, or names a role.
    pub fn is(&self, name: &str, role: Option<&str>) -> bool {
        match self.slot {
            Slot::Text(text) => name == "role" && role == Some(text),
            Slot::Choice(choice) => choice.name() == name,
            Slot::Flag(flag) => flag == (name == "yes"),
            _ => false,
        }
    }
}

/// What was entered at a path of a formula.
///
/// The first people of a role stand in the role itself, what is proposed stands for what is paid where it counts, and a
/// channel's own conversion is that of the stage looked at.
pub(super) fn entered<'a>(model: &'a Model, path: &str, at: &Position) -> Option<Entered<'a>> {
    let (mut own, mut pattern) = (String::new(), String::new());
    for step in path.split('/') {
        match step {
            "*" if pattern == GROUPS && at.row(GROUPS) == Some(0) => own.truncate(own.rfind('/')?),
            "*" => {
                let id = row_id(model, &own, &pattern, at)?;
                push(&mut own, id);
            }
            "pay" if pattern == "people/*" && is_proposed(model, at) => push(&mut own, "proposed"),
            "salary" if has_proposed_salary(model, &pattern, at) => push(&mut own, "proposed_salary"),
            _ => push(&mut own, step),
        }
        push(&mut pattern, step);
    }
    let (field, slot) = find(model, &own)?;
    Some(Entered { path: own, field, slot })
}

fn push(path: &mut String, step: &str) {
    if !path.is_empty() {
        path.push('/');
    }
    path.push_str(step);
}

/// The id of the row of a list that is looked at.
fn row_id<'a>(model: &'a Model, list: &str, pattern: &str, at: &Position) -> Option<&'a str> {
    let Slot::Rows(rows) = find(model, list)?.1 else { return None };
    if pattern == "channels/*/own" {
        let stage = model.funnel.stages.get(at.row(STAGES)?)?;
        return (0..rows.len())
            .any(|own| rows.row(own).is_some_and(|row| row.id() == stage.id))
            .then_some(&stage.id);
    }
    let place = at.row(pattern)?;
    let place = if pattern == GROUPS { place.checked_sub(1)? } else { place };
    rows.row(place).map(|row| row.id())
}

/// Whether the role looked at is paid as proposed.
fn is_proposed(model: &Model, at: &Position) -> bool {
    let person = at.row("people").and_then(|at| model.people.get(at));
    model.team.proposed && person.is_some_and(|person| person.has_proposal)
}

fn has_proposed_salary(model: &Model, pattern: &str, at: &Position) -> bool {
    let person = at.row("people").and_then(|at| model.people.get(at));
    pattern == "people/*"
        && is_proposed(model, at)
        && person.is_some_and(|person| person.proposed_salary.is_some())
}

/// How many rows a list of the document has.
pub(super) fn length(model: &Model, list: &str, at: &Position) -> usize {
    let found = match list {
        GROUPS => entered(model, list, at).map(|hires| match hires.slot {
            Slot::Rows(rows) => rows.len() + 1,
            _ => 0,
        }),
        _ => entered(model, list, at).map(|list| match list.slot {
            Slot::Rows(rows) => rows.len(),
            _ => 0,
        }),
    };
    found.unwrap_or(0)
}
