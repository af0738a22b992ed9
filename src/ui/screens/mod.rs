//! The screens along the path.

mod plan;
mod result;
mod share;
mod shelf;
mod start;

pub use plan::{PlanScreen, jump};
pub use result::ResultScreen;
pub use share::ShareScreen;
pub use shelf::ShelfPart;
pub use start::StartScreen;
