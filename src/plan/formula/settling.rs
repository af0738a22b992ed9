//! A formula as far as it matters at a place: of its cases the one that holds.

use super::super::catalogue::Place;
use super::evaluation::Evaluation;
use super::position::Position;
use super::syntax::Formula;

/// A formula without the cases that do not hold at a place. What is gone over row by row stays as it is: each row may
/// have its own case.
pub fn settled(evaluation: &Evaluation<'_>, formula: &Formula, place: Place) -> Formula {
    settled_at(evaluation, formula, &Position::of(place))
}

fn settled_at(evaluation: &Evaluation<'_>, formula: &Formula, at: &Position) -> Formula {
    let settled = |of: &Formula| Box::new(settled_at(evaluation, of, at));
    match formula {
        Formula::Cases(cases, otherwise) => match evaluation.branch(cases, otherwise, at) {
            Ok(branch @ Formula::Operation(..)) => Formula::Brackets(settled(branch)),
            Ok(branch) => *settled(branch),
            Err(_) => formula.clone(),
        },
        Formula::Operation(one, operator, other) => {
            Formula::Operation(settled(one), *operator, settled(other))
        }
        Formula::Brackets(of) => Formula::Brackets(settled(of)),
        Formula::RoundedUp(of) => Formula::RoundedUp(settled(of)),
        _ => formula.clone(),
    }
}
