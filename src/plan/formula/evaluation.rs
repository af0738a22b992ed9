//! What formulas come to, from a plan's figures and what was entered.

use super::super::catalogue::{Answer, Figure, Place, figure};
use super::super::outcome::Outcome;
use super::super::reached::Reached;
use super::arithmetic::operated;
use super::inputs::{entered, length};
use super::parsing::parse;
use super::position::{CHANNELS, GROUPS, Position, STAGES};
use super::syntax::{Condition, Fold, Formula, Rows};
use crate::model::Model;
use crate::number::{Exact, Number, Powers, Undefined};
use core::cell::RefCell;
use std::collections::BTreeMap;

/// What formulas of a plan are evaluated from.
pub struct Evaluation<'a> {
    pub(super) model: &'a Model,
    pub(super) outcome: &'a Outcome,
    /// What figures that the outcome does not hold have come to so far.
    derived: RefCell<BTreeMap<(&'static str, Place), Exact>>,
}

/// What a formula comes to; none where it is about something that is not there.
pub(super) type Found = Option<Exact>;

impl<'a> Evaluation<'a> {
    /// From what was entered and what it comes to.
    pub fn new(model: &'a Model, outcome: &'a Outcome) -> Self {
        Self { model, outcome, derived: RefCell::default() }
    }

    /// What a figure comes to, be it one that the outcome does not hold.
    pub fn answer_at(&self, figure: &Figure, place: Place) -> Answer {
        let held = figure.value(self.outcome, place);
        // Of a client's life the outcome holds the months that LTV counts; a plan may be longer.
        let is_beyond = matches!(place, Place::Age(age) if age as usize >= self.outcome.client.survival.len())
            && held == Reached::Unknown(Undefined::NoData);
        if !is_beyond && !figure.is_derived() {
            return held;
        }
        let key = (figure.id, place);
        let known = self.derived.borrow().get(&key).copied();
        let value = known.unwrap_or_else(|| match parse(figure.formula) {
            Some(formula) => self.value(&formula, place),
            None => Exact::Undefined(Undefined::NoData),
        });
        self.derived.borrow_mut().insert(key, value);
        value.reason().map_or(Reached::At(value), Reached::Unknown)
    }

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
            Formula::Visit => Exact::whole(at.visit?),
            Formula::Next(of) => self.known(of, &at.after()),
            Formula::Logarithm(of) => known(of).logarithm(),
            Formula::Later(of, days) => {
                let parts = self.later(of, days, at);
                parts.into_iter().fold(Exact::ZERO, |sum, (part, share)| sum + part * share)
            }
            Formula::Ahead(of, days, beyond) => return self.ahead(of, days, known(beyond), at),
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
        Some(self.answer_at(figure, at.place(figure.scope)?))
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
            Rows::Visits => 0..self.visits(at),
            Rows::Passed => 0..at.row(STAGES).map_or(0, |stage| stage + 1),
            Rows::Won => 0..self.model.funnel.client_stage().map_or(0, |stage| stage + 1),
            Rows::Groups => 0..length(self.model, GROUPS, at),
            Rows::Of(CHANNELS) if at.row(CHANNELS).is_some() => return Ok(vec![at.clone()]),
            Rows::Of(list) => 0..length(self.model, list, at),
            Rows::Onward(list) => at.row(list).unwrap_or(0)..length(self.model, list, at),
            Rows::After(list) => at.row(list).map_or(0, |row| row + 1)..length(self.model, list, at),
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
        let values = all.iter().map(|row| self.known(of, row));
        let of_row = |row: Option<&Position>| row.and_then(|row| self.found(of, row));
        match fold {
            Fold::Sum => Some(values.fold(Exact::ZERO, |sum, value| sum + value)),
            Fold::Product => Some(values.fold(Exact::ONE, |product, value| product * value)),
            Fold::Least => extreme(values, Exact::least),
            Fold::Largest => extreme(values, Exact::most),
            Fold::First => of_row(all.first()),
            Fold::Last => of_row(all.last()),
            Fold::Since => of_row(self.since(rows, &all, at)),
        }
    }

    /// How many orders fall before a month after the age looked at.
    fn visits(&self, at: &Position) -> usize {
        let ages = Exact::whole(at.age.map_or(0, |age| age.saturating_add(1)));
        (ages * self.outcome.client.repeat_orders.0).ceiling().whole_and_rest().0 as usize
    }

    /// The first of the rows that go on to the end without a gap.
    fn since<'r>(&self, rows: Rows, all: &'r [Position], at: &Position) -> Option<&'r Position> {
        let number = |row: &Position| if rows == Rows::Ages { row.age } else { row.month };
        let end = self.rows(rows, None, at).ok()?.last().and_then(number)?;
        let from_the_end = (0..=end).rev().zip(all.iter().rev());
        from_the_end.take_while(|(expected, row)| number(row) == Some(*expected)).last().map(|(_, row)| row)
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
