//! A formula with a plan's numbers in it, piece by piece: sums row by row, of cases the one that holds.

use super::super::catalogue::{Answer, Figure, Place, figure};
use super::evaluation::Evaluation;
use super::inputs::entered;
use super::position::Position;
use super::syntax::{Condition, Fold, Formula, Operator, Rows};
use crate::model::Field;
use crate::number::{Exact, Number};

/// A piece of a formula.
#[derive(Clone, Debug)]
pub enum Piece {
    /// An operator, a bracket or what separates.
    Sign(&'static str),
    /// The larger of what follows in brackets.
    Largest,
    /// The smaller of what follows in brackets.
    Smallest,
    /// Rounded up what follows in brackets.
    RoundedUp,
    /// Rows that are left out.
    More,
    /// Another figure.
    Figure {
        /// Which.
        figure: &'static Figure,
        /// Where.
        place: Place,
        /// What it comes to.
        value: Answer,
        /// Whether it is but one of several rows or months.
        is_one_of_many: bool,
    },
    /// Something entered.
    Input {
        /// Its path.
        path: String,
        /// Its field.
        field: &'static Field,
        /// Its value.
        value: Exact,
    },
    /// A number that is neither.
    Number(Exact),
}

/// More rows than these are cut to the first two and the last.
const MOST_ROWS: usize = 4;

/// A formula with the numbers of a place; nothing where a number alone would stand in it.
pub fn pieces(evaluation: &Evaluation<'_>, formula: &Formula, place: Place) -> Vec<Piece> {
    let mut filled = Filled { evaluation, pieces: Vec::new(), rows: 0 };
    filled.formula(formula, &Position::of(place), true);
    match filled.pieces.as_slice() {
        [Piece::Number(_)] => Vec::new(),
        _ => filled.pieces,
    }
}

struct Filled<'a> {
    evaluation: &'a Evaluation<'a>,
    pieces: Vec<Piece>,
    /// How many times one of several rows is being gone through.
    rows: u32,
}

impl Filled<'_> {
    fn sign(&mut self, sign: &'static str) {
        self.pieces.push(Piece::Sign(sign));
    }

    fn number(&mut self, formula: &Formula, at: &Position) {
        self.pieces.push(Piece::Number(self.evaluation.known(formula, at)));
    }

    fn bracketed(&mut self, of: &Formula, at: &Position) {
        self.sign("(");
        self.formula(of, at, true);
        self.sign(")");
    }

    /// `is_alone`: whether nothing stands beside it that a sum in it would need brackets for.
    fn formula(&mut self, formula: &Formula, at: &Position, is_alone: bool) {
        match formula {
            Formula::Figure(id) => self.figure(id, at),
            Formula::Input(path) => self.input(path, at),
            Formula::Negative(of) => {
                self.sign("−");
                self.formula(of, at, false);
            }
            Formula::Brackets(of) => self.bracketed(of, at),
            Formula::RoundedUp(of) => {
                self.pieces.push(Piece::RoundedUp);
                self.bracketed(of, at);
            }
            Formula::Operation(one, operator, other) => {
                self.formula(one, at, false);
                self.sign(sign(*operator));
                self.formula(other, at, false);
            }
            Formula::Largest(all) => self.extreme(Piece::Largest, all, at),
            Formula::Smallest(all) => self.extreme(Piece::Smallest, all, at),
            Formula::Cases(cases, otherwise) => match self.evaluation.branch(cases, otherwise, at) {
                Ok(branch) => self.formula(branch, at, is_alone),
                Err(_) => self.number(formula, at),
            },
            Formula::Over(fold, rows, condition, of) => {
                self.over(formula, (*fold, *rows, condition.as_deref()), of, (at, is_alone));
            }
            Formula::Next(of) => self.formula(of, &at.after(), is_alone),
            Formula::OfAll(of) => self.formula(of, &at.of_all_channels(), is_alone),
            Formula::Before(of, first) => match at.before() {
                Some(before) => self.formula(of, &before, is_alone),
                None => self.formula(first, at, is_alone),
            },
            Formula::Or(one, other) => match one.as_ref() {
                Formula::Input(path) if self.has(path, at) => self.input(path, at),
                _ => self.formula(other, at, is_alone),
            },
            Formula::Number(_)
            | Formula::Month
            | Formula::Age
            | Formula::Row
            | Formula::Visit
            | Formula::Logarithm(_)
            | Formula::Later(..)
            | Formula::Ahead(..)
            | Formula::AfterPlan(..)
            | Formula::WorkedOut(..)
            | Formula::Capacity(_) => self.number(formula, at),
        }
    }

    fn figure(&mut self, id: &str, at: &Position) {
        let Some(figure) = figure(id) else { return };
        let Some(place) = at.place(figure.scope) else { return };
        let value = self.evaluation.answer_at(figure, place);
        self.pieces.push(Piece::Figure { figure, place, value, is_one_of_many: self.rows > 0 });
    }

    fn has(&self, path: &str, at: &Position) -> bool {
        entered(self.evaluation.model, path, at).is_some_and(|own| own.number().is_some())
    }

    fn input(&mut self, path: &'static str, at: &Position) {
        let found = entered(self.evaluation.model, path, at);
        if let Some((own, value)) = found.and_then(|own| own.number().map(|value| (own, value))) {
            self.pieces.push(Piece::Input { path: own.path, field: own.field, value });
        }
    }

    /// The larger or the smaller of those that are there; of one alone, that one.
    fn extreme(&mut self, which: Piece, all: &[Formula], at: &Position) {
        let is_there = |of: &&Formula| match of {
            Formula::Input(path) => self.has(path, at),
            Formula::Capacity(_) => self.evaluation.known(of, at).reason().is_none(),
            _ => true,
        };
        let there: Vec<_> = all.iter().filter(is_there).collect();
        if let [only] = there.as_slice() {
            return self.formula(only, at, false);
        }
        self.pieces.push(which);
        self.sign("(");
        for (place, of) in there.into_iter().enumerate() {
            if place > 0 {
                self.sign("; ");
            }
            self.formula(of, at, true);
        }
        self.sign(")");
    }

    fn over(
        &mut self,
        whole: &Formula,
        (fold, rows, condition): (Fold, Rows, Option<&Condition>),
        of: &Formula,
        (at, is_alone): (&Position, bool),
    ) {
        let is_count = matches!(of, Formula::Number(_));
        let found = self.evaluation.rows(rows, condition, at);
        let Ok(found) = found else { return self.number(whole, at) };
        let joint = match fold {
            _ if is_count || found.is_empty() => return self.number(whole, at),
            Fold::First | Fold::Last | Fold::Since => return self.one_row(fold, whole, of, (&found, at)),
            Fold::Sum => " + ",
            Fold::Product => " × ",
            Fold::Least | Fold::Largest => "; ",
        };
        match fold {
            Fold::Least => self.pieces.push(Piece::Smallest),
            Fold::Largest => self.pieces.push(Piece::Largest),
            _ => {}
        }
        let has_brackets = found.len() > 1 && (!is_alone || matches!(fold, Fold::Least | Fold::Largest));
        if has_brackets {
            self.sign("(");
        }
        self.rows += u32::from(found.len() > 1);
        for (place, row) in found.iter().enumerate() {
            match place {
                _ if found.len() <= MOST_ROWS || place < 2 || place + 1 == found.len() => {
                    if place > 0 {
                        self.sign(joint);
                    }
                    self.formula(of, row, found.len() == 1);
                }
                2 => {
                    self.sign(joint);
                    self.pieces.push(Piece::More);
                }
                _ => {}
            }
        }
        self.rows -= u32::from(found.len() > 1);
        if has_brackets {
            self.sign(")");
        }
    }

    /// What the row that is found comes to, where it is more than its number.
    fn one_row(&mut self, fold: Fold, whole: &Formula, of: &Formula, (found, at): (&[Position], &Position)) {
        match (fold, of, found.first()) {
            (Fold::First, Formula::Operation(..), Some(row)) => {
                self.rows += 1;
                self.formula(of, row, true);
                self.rows -= 1;
            }
            _ => self.number(whole, at),
        }
    }
}

fn sign(operator: Operator) -> &'static str {
    match operator {
        Operator::Plus => " + ",
        Operator::Minus => " − ",
        Operator::Times => " × ",
        Operator::Over => " ÷ ",
        Operator::Power => " ^ ",
    }
}
