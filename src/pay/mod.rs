//! What one person is paid for one month: the terms of a pay plan, the formulas of its parts, and the slip that
//! comes of them.
//!
//! **Never:** knows a plan's volumes, statement or cash: what pay is worked out from comes in as numbers.

mod formulas;
mod latest_score;
mod rating;
mod slices;
mod slip;

pub use formulas::{
    Paid, Rates, Steps, coefficient, commission, guaranteed_pay, productivity, rate_reached, rating_effect,
};
pub use latest_score::{LatestScore, latest_score};
pub use rating::{mean_score, rating};
pub use slices::slices;
pub use slip::{KpiTerms, LineInput, Moment, PartTerms, PayTerms, Slip, SlipLine, pay_in_force, pay_terms};
