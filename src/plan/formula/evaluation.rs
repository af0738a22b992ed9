//! What formulas come to, from a plan's figures and what was entered.

use super::super::catalogue::{Answer, Place, figure};
use super::super::outcome::Outcome;
use super::super::reached::Reached;
use super::super::reading::counts;
use super::super::team::{Unit, work_unit};
use super::inputs::{entered, length};
use super::parsing::parse;
use super::position::{CHANNELS, GROUPS, Position, STAGES};
use super::syntax::{Comparison, Condition, Fold, Formula, Operator, Rows};
use crate::model::{Model, Process};
use crate::number::{Decimal, Exact, Number, Powers, Undefined};
use core::cmp::Ordering;

/// An amount that is below another by less is not: so much the last digits of a division make.
const GRAIN: Decimal = Decimal::from_parts(1, 0, 0, false, 12);
/// Days in a mean month: 365.25 / 12.
const DAYS: Decimal = Decimal::from_parts(304_375, 0, 0, false, 4);

/// What formulas of a plan are evaluated from.
#[derive(Clone, Copy)]
pub struct Evaluation<'a> {
    /// What was entered.
    pub model: &'a Model,
    /// What it comes to.
    pub outcome: &'a Outcome,
}

/// What a formula comes to; none where it is about something that is not there.
type Found = Option<Exact>;

impl Evaluation<'_> {
    /// What a formula comes to at a place; undefined with a reason where it comes to nothing.
    pub fn value(&self, formula: &Formula, place: Place) -> Exact {
        self.known(formula, &Position::of(place))
    }

    pub(super) fn known(&self, formula: &Formula, at: &Position) -> Exact {
        self.found(formula, at).unwrap_or(Exact::Undefined(Undefined::NoData))
    }

    fn found(&self, formula: &Formula, at: &Position) -> Found {
        let known = |of: &Formula| self.known(of, at);
        Some(match formula {
            Formula::Number(number) => Exact::whole(*number),
            Formula::Month => Exact::whole(at.month?),
            Formula::Age => Exact::whole(at.age?),
            Formula::Row => Exact::whole(u32::try_from(at.innermost()?.1).ok()?.saturating_add(1)),
            Formula::Figure(id) => return Some(number(self.answer(id, at)?)),
            Formula::Input(path) => return entered(self.model, path, at)?.number(),
            Formula::Negative(of) => -known(of),
            Formula::Brackets(of) => return self.found(of, at),
            Formula::RoundedUp(of) => known(of).twelve_decimals().ceiling(),
            Formula::Operation(one, operator, other) => {
                operated(self.found(one, at)?, *operator, self.found(other, at)?)
            }
            Formula::Largest(all) => {
                return extreme(all.iter().filter_map(|of| self.found(of, at)), Exact::most);
            }
            Formula::Smallest(all) => {
                return extreme(all.iter().filter_map(|of| self.found(of, at)), Exact::least);
            }
            Formula::Cases(cases, otherwise) => match self.branch(cases, otherwise, at) {
                Ok(branch) => return self.found(branch, at),
                Err(reason) => Exact::Undefined(reason),
            },
            Formula::Over(fold, rows, condition, of) => {
                return self.over(*fold, *rows, condition.as_deref(), of, at);
            }
            Formula::Before(of, first) => match at.before() {
                Some(before) => self.known(of, &before),
                None => known(first),
            },
            Formula::Later(of, days) => {
                let parts = self.later(of, days, at);
                parts.into_iter().fold(Exact::ZERO, |sum, (part, share)| sum + part * share)
            }
            Formula::Ahead(of, days, beyond) => {
                let (whole, rest) = months(known(days));
                let after = |by: u32| {
                    let t = at.month?.saturating_add(by);
                    Some(if t < self.outcome.months() {
                        self.known(of, &at.clone().in_month(t))
                    } else {
                        known(beyond)
                    })
                };
                after(whole)? * (Exact::ONE - rest) + after(whole.saturating_add(1))? * rest
            }
            Formula::AfterPlan(of, days) => self.after_plan(of, days, at),
            Formula::Or(one, other) => return self.found(one, at).or_else(|| self.found(other, at)),
            Formula::OfAll(of) => return self.found(of, &at.of_all_channels()),
            Formula::WorkedOut(id, _) => {
                let figure = figure(id)?;
                number(figure.value(self.outcome, at.place(figure.scope)?))
            }
            Formula::Capacity(unit) => return self.capacity(*unit, at.month?),
        })
    }

    /// What a figure of a formula comes to.
    pub(super) fn answer(&self, id: &str, at: &Position) -> Option<Answer> {
        let figure = figure(id)?;
        let place = at.place(figure.scope)?;
        match place {
            // Of a client's life the outcome holds the months that LTV counts; a plan may be longer.
            Place::Age(age)
                if age as usize >= self.outcome.client.survival.len()
                    && figure.value(self.outcome, place) == Reached::Unknown(Undefined::NoData) =>
            {
                Some(Reached::At(self.value(&parse(figure.formula)?, place)))
            }
            _ => Some(figure.value(self.outcome, place)),
        }
    }

    /// The case that holds.
    pub(super) fn branch<'f>(
        &self,
        cases: &'f [(Condition, Formula)],
        otherwise: &'f Formula,
        at: &Position,
    ) -> Result<&'f Formula, Undefined> {
        for (condition, of) in cases {
            if self.holds(condition, at)? {
                return Ok(of);
            }
        }
        Ok(otherwise)
    }

    /// The rows that are gone over, as far as the condition holds.
    pub(super) fn rows(
        &self,
        rows: Rows,
        condition: Option<&Condition>,
        at: &Position,
    ) -> Result<Vec<Position>, Undefined> {
        let range = match rows {
            Rows::Months => 0..self.outcome.months() as usize,
            Rows::SoFar => 0..at.month.map_or(0, |month| month as usize + 1),
            Rows::Ages => 0..self.outcome.client.survival.len(),
            Rows::Passed => 0..at.row(STAGES).map_or(0, |stage| stage + 1),
            Rows::Groups => 0..length(self.model, GROUPS, at),
            Rows::Of(CHANNELS) if at.row(CHANNELS).is_some() => return Ok(vec![at.clone()]),
            Rows::Of(list) => 0..length(self.model, list, at),
        };
        let mut all = Vec::new();
        for row in range.map(|row| at.at(rows, row)) {
            if condition.map_or(Ok(true), |condition| self.holds(condition, &row))? {
                all.push(row);
            }
        }
        Ok(all)
    }

    fn over(
        &self,
        fold: Fold,
        rows: Rows,
        condition: Option<&Condition>,
        of: &Formula,
        at: &Position,
    ) -> Found {
        let all = match self.rows(rows, condition, at) {
            Ok(all) => all,
            Err(reason) => return Some(Exact::Undefined(reason)),
        };
        let mut values = all.iter().map(|row| self.known(of, row));
        match fold {
            Fold::Sum => Some(values.fold(Exact::ZERO, |sum, value| sum + value)),
            Fold::Product => Some(values.fold(Exact::ONE, |product, value| product * value)),
            Fold::Least => extreme(values, Exact::least),
            Fold::Largest => extreme(values, Exact::most),
            Fold::First => values.next(),
            Fold::Since => self.since(rows, &all, at).map(|row| self.known(of, row)),
        }
    }

    /// The first of the rows that go on to the end without a gap.
    fn since<'r>(&self, rows: Rows, all: &'r [Position], at: &Position) -> Option<&'r Position> {
        let number = |row: &Position| if rows == Rows::Ages { row.age } else { row.month };
        let end = self.rows(rows, None, at).ok()?.last().and_then(number)?;
        let from_the_end = (0..=end).rev().zip(all.iter().rev());
        from_the_end.take_while(|(expected, row)| number(row) == Some(*expected)).last().map(|(_, row)| row)
    }

    /// What of earlier months comes so many days later in this one: each part with its share.
    pub(super) fn later(&self, of: &Formula, days: &Formula, at: &Position) -> Vec<(Exact, Exact)> {
        let (whole, rest) = months(self.known(days, at));
        let before = |by: u32| Some(self.known(of, &at.clone().in_month(at.month?.checked_sub(by)?)));
        let parts = [(before(whole), Exact::ONE - rest), (before(whole.saturating_add(1)), rest)];
        let parts = parts.into_iter().filter(|(_, share)| !share.is_zero());
        parts.filter_map(|(part, share)| Some((part?, share))).collect()
    }

    fn after_plan(&self, of: &Formula, days: &Formula, at: &Position) -> Exact {
        let (whole, rest) = months(self.known(days, at));
        let plan = self.outcome.months();
        let of_month = |t: u32| {
            let share = match plan.saturating_sub(t) {
                left if left <= whole => Exact::ONE,
                left if left == whole.saturating_add(1) && !rest.is_zero() => rest,
                _ => return Exact::ZERO,
            };
            self.known(of, &at.clone().in_month(t)) * share
        };
        (0..plan).fold(Exact::ZERO, |sum, t| sum + of_month(t))
    }

    pub(super) fn holds(&self, condition: &Condition, at: &Position) -> Result<bool, Undefined> {
        match condition {
            Condition::Compare(one, comparison, other) => {
                let off = self.known(one, at) - self.known(other, at);
                off.decimal().map(|off| compares(off, *comparison))
            }
            Condition::Is(path, name, expected) => {
                Ok(entered(self.model, path, at).is_some_and(|own| own.is(name)) == *expected)
            }
            Condition::All(all) => all.iter().try_fold(true, |so_far, of| Ok(so_far && self.holds(of, at)?)),
            Condition::Any(all) => all.iter().try_fold(false, |so_far, of| Ok(so_far || self.holds(of, at)?)),
            Condition::Running => Ok(self.is_running(at).unwrap_or(false)),
            Condition::Together => Ok(at.row(CHANNELS).is_none()),
        }
    }

    /// Whether the innermost row is on in the month.
    fn is_running(&self, at: &Position) -> Option<bool> {
        let (list, row) = at.innermost()?;
        let field = |name: &str| entered(self.model, &[list, "/*/", name].concat(), at)?.number();
        let month = Exact::whole(at.month?);
        let is_above = |one: Exact, other: Exact| one.compare(other) == Some(Ordering::Greater);
        let is_on =
            !is_above(field("first")?, month) && field("last").is_none_or(|last| !is_above(month, last));
        let channel = self.model.channels.get(row).filter(|_| list == CHANNELS);
        Some(is_on && channel.is_none_or(|channel| counts(channel, self.model.with_ideas)))
    }

    /// What people can handle of a unit of work in a month; none where nothing bounds it. Of several processes that
    /// share the unit, the one that can handle least; those who are there bound it only where all have said how much.
    fn capacity(&self, unit: Unit, t: u32) -> Found {
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

/// An answer as a number: none where it may not happen.
fn number(answer: Answer) -> Exact {
    match answer {
        Reached::At(value) => value,
        Reached::Unknown(reason) => Exact::Undefined(reason),
        Reached::NotWithinHorizon | Reached::Never => Exact::Undefined(Undefined::Impossible),
    }
}

fn extreme(mut all: impl Iterator<Item = Exact>, of: fn(Exact, Exact) -> Exact) -> Found {
    let first = all.next()?;
    Some(all.fold(first, of))
}

fn operated(one: Exact, operator: Operator, other: Exact) -> Exact {
    match operator {
        Operator::Plus => one + other,
        Operator::Minus => one - other,
        Operator::Times => one * other,
        Operator::Over => one / other,
        Operator::Power => power(one, other),
    }
}

/// Whole powers and twelfths of them, months of a yearly rate; any other by logarithms.
fn power(base: Exact, exponent: Exact) -> Exact {
    let whole = |number: Exact| {
        let rounded = number.twelve_decimals().decimal().ok()?;
        rounded.is_integer().then(|| u32::try_from(rounded.abs().trunc()).ok()).flatten()
    };
    let signed = |base: Exact| if exponent.is_negative() { Exact::ONE / base } else { base };
    match (whole(exponent), whole(exponent * Exact::whole(12))) {
        (Some(times), _) => signed(base).power(times),
        (None, Some(twelfths)) => signed(base.twelfth_root()).power(twelfths),
        (None, None) => base.raised(exponent),
    }
}

/// Days as whole months and the part of one that is left, to twelve decimals.
fn months(days: Exact) -> (u32, Exact) {
    let (whole, rest) = (days / Exact::Value(DAYS)).most(Exact::ZERO).whole_and_rest();
    (whole, rest.twelve_decimals())
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
