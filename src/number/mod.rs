//! Numbers: exact decimals and floats under one trait, amounts that carry their unit, and the
//! reading of what people type.
//!
//! **Never:** knows nothing of the document, of a language's words or of the screen; never panics.

mod exact;
mod float;
mod letters;
mod number_system;
mod powers;
pub mod reading;
mod rounding;
mod undefined;
mod units;

pub use exact::Exact;
pub use letters::{lower_case, upper_case};
pub use number_system::Number;
pub use powers::Powers;
pub use rounding::{RoundedTotal, parts_of_one};
pub use rust_decimal::Decimal;
pub use undefined::Undefined;
pub use units::{Count, Money, Months, Share};
