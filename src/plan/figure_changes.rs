//! What two plans come to, figure by figure.

use super::catalogue::{Answer, FIGURES, Figure, Place};
use super::outcome::Outcome;

/// A figure of two plans.
#[derive(Clone, Copy, Debug)]
pub struct FigureChange {
    /// The figure, of the whole plan.
    pub figure: &'static Figure,
    /// What it came to.
    pub before: Answer,
    /// What it comes to.
    pub after: Answer,
}

/// All figures of the whole plan that come to something else, in the order of the catalogue.
pub fn figure_changes(before: &Outcome, after: &Outcome) -> Vec<FigureChange> {
    let whole = FIGURES.iter().filter(|figure| figure.has(Place::Whole) && !figure.is_derived());
    whole.map(|figure| figure_change(figure, before, after)).filter(|it| it.before != it.after).collect()
}

/// A figure of the whole of two plans.
pub fn figure_change(figure: &'static Figure, before: &Outcome, after: &Outcome) -> FigureChange {
    let of = |outcome| figure.value(outcome, Place::Whole);
    FigureChange { figure, before: of(before), after: of(after) }
}
