//! The facts that can be weighed: shares, paces, averages.

mod average;
mod facts;
mod proportion;
mod rate;

pub use average::{Average, DEALS_VARY};
pub use facts::Sample;
pub use proportion::Proportion;
pub use rate::{MONTHS_VARY, Rate};
