//! What holds of a plan and what does not; what people can handle.

use super::super::reading::counts;
use super::super::team::{Unit, work_unit};
use super::evaluation::{Evaluation, Found};
use super::inputs::entered;
use super::position::{CHANNELS, Position, ROLES};
use super::syntax::{Comparison, Condition};
use crate::model::Process;
use crate::number::{Decimal, Exact, Number, Undefined};
use core::cmp::Ordering;

/// An amount that is below another by less is not: so much the last digits of a division make.
const GRAIN: Decimal = Decimal::from_parts(1, 0, 0, false, 12);
impl Evaluation<'_> {
    /// Whether a condition holds; not known where it hangs on what cannot be told.
    pub(super) fn holds(&self, condition: &Condition, at: &Position) -> Result<bool, Undefined> {
        match condition {
            Condition::Compare(one, comparison, other) => {
                let off = self.known(one, at) - self.known(other, at);
                off.decimal().map(|off| compares(off, *comparison))
            }
            Condition::Is(path, name, expected) => {
                Ok(entered(self.model, path, at).is_some_and(|own| own.is(name, self.role(at))) == *expected)
            }
            Condition::All(all) => all.iter().try_fold(true, |so_far, of| Ok(so_far && self.holds(of, at)?)),
            Condition::Any(all) => all.iter().try_fold(false, |so_far, of| Ok(so_far || self.holds(of, at)?)),
            Condition::Running => Ok(self.is_running(at).unwrap_or(false)),
            Condition::Alike => Ok(self.are_alike(at).unwrap_or(false)),
            Condition::Together => Ok(at.row(CHANNELS).is_none()),
        }
    }

    /// The id of the role that is looked at.
    fn role(&self, at: &Position) -> Option<&str> {
        at.row(ROLES).and_then(|role| self.model.people.get(role)).map(|person| person.id.as_str())
    }

    /// Whether the innermost row that has months is on in the month.
    fn is_running(&self, at: &Position) -> Option<bool> {
        let field = |list: &str, name: &str| entered(self.model, &[list, "/*/", name].concat(), at)?.number();
        let with_months = |(list, row)| Some((list, row, field(list, "first")?));
        let (list, row, first) = at.lists().find_map(with_months)?;
        let month = Exact::whole(at.month?);
        let is_above = |one: Exact, other: Exact| one.compare(other) == Some(Ordering::Greater);
        let is_on = !is_above(first, month) && field(list, "last").is_none_or(|last| !is_above(month, last));
        let channel = self.model.channels.get(row).filter(|_| list == CHANNELS);
        Some(is_on && channel.is_none_or(|channel| counts(channel, self.model.with_ideas)))
    }

    fn are_alike(&self, at: &Position) -> Option<bool> {
        let mut roles = at.rows_of(ROLES).filter_map(|role| self.model.people.get(role));
        let (one, other) = (roles.next()?, roles.next()?);
        Some(one.process == other.process && work_unit(one) == work_unit(other))
    }

    /// What people can handle of a unit of work in a month; none where nothing bounds it. Of several processes that
    /// share the unit, the one that can handle least; those who are there bound it only where all have said how much.
    pub(super) fn capacity(&self, unit: Unit, t: u32) -> Found {
        let bounds = Process::ALL.iter().filter_map(|process| self.capacity_of(*process, unit, t as usize));
        if self.model.team.caps_flow { bounds.reduce(Exact::least) } else { None }
    }

    fn capacity_of(&self, process: Process, unit: Unit, t: usize) -> Found {
        let mut all = None;
        for (person, role) in self.model.people.iter().zip(&self.outcome.people.roles) {
            let is_alike = person.process == process && work_unit(person) == Some(unit);
            if is_alike && role.heads.get(t).is_some_and(|heads| !heads.is_zero()) {
                let own = role.load.as_ref()?.capacity.get(t)?.0;
                all = Some(all.unwrap_or(Exact::ZERO) + own);
            }
        }
        all
    }
}

fn compares(off: Decimal, comparison: Comparison) -> bool {
    let order = if off.abs() < GRAIN { Ordering::Equal } else { off.cmp(&Decimal::ZERO) };
    match comparison {
        Comparison::Below => order.is_lt(),
        Comparison::AtMost => order.is_le(),
        Comparison::Equal => off.is_zero(),
        Comparison::Unequal => !off.is_zero(),
        Comparison::AtLeast => order.is_ge(),
        Comparison::Above => order.is_gt(),
    }
}
