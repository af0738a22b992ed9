//! The catalogue of everything the plan comes to: one row per figure, with its unit, its formula and
//! where the formula comes from. Files, screens, explanations and the formulas' page all read it.
//!
//! `figures` holds the rows, `fragments` what their formulas share, `sources` what they cite; the language of the formulas is described in `plan/formula`.

#[macro_use]
mod fragments;
mod figures;
mod row;
mod sources;
mod values;

pub use figures::{FIGURES, figure, figure_field, figure_value};
pub use row::{Answer, Figure, FigureUnit, Place, Scope};
