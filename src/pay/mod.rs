//! What one person is paid for one month: the terms of a pay plan, the formulas of its parts, and what
//! comes of them.
//!
//! **Never:** knows a plan's volumes, statement or cash: what pay is worked out from comes in as numbers.

mod formulas;
mod latest_score;
mod month_pay;
mod rating;
mod scale;
mod slices;
mod terms;

pub use formulas::{
    Paid, Rates, Steps, coefficient, coefficient_between, commission, guaranteed_pay, productivity,
    rate_reached, rating_effect,
};
pub use latest_score::{LatestScore, latest_score};
pub use month_pay::{Moment, MonthPay, PartInput, PartPay};
pub use rating::{LEAST_SCORES, Rating, mean_score, rating};
pub use slices::slices;
pub use terms::{KpiTerms, PartTerms, PayTerms, pay_in_force};
