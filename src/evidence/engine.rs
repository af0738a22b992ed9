//! What a study is worked out with.

use super::finding::Window;
use super::levers::Levers;
use super::run_in::{RunIn, run_in_with};
use crate::model::{Facts, Frozen, Model};
use crate::number::Exact;
use crate::plan::{Outcome, Past, evaluate, evaluate_from};

/// The functions that a study calls: those of the program, or those of a test that counts.
#[derive(Clone, Copy, Debug)]
pub struct Engine {
    /// What a plan comes to.
    pub evaluate: fn(&Model) -> Outcome,
    /// The same with a past that is known.
    pub evaluate_from: fn(&Model, &Past<Exact>) -> Outcome,
    /// What the facts of some months say of a plan.
    pub run_in: fn(&Model, &Outcome, &Facts, Window, &Levers) -> RunIn,
    /// A kept plan as a document; the form in which it is kept is not known here.
    pub thaw: fn(&Frozen) -> Option<Model>,
}

impl Engine {
    /// The functions of the program, with the one that reads kept plans.
    pub fn new(thaw: fn(&Frozen) -> Option<Model>) -> Self {
        Self { evaluate, evaluate_from, run_in: run_in_with, thaw }
    }
}
