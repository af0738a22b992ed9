//! The screens along the path.

mod doors;
mod facts;
mod file_models;
mod fold;
mod job_offer;
mod jump;
mod people;
mod plan;
mod result;
mod section;
mod share;
mod shelf;
mod start;
mod storage;
mod visitor;

pub use doors::DoorPanel;
pub use facts::{FactsScreen, forecast_line};
pub use jump::jump;
pub use people::{PeopleScreen, View as PeopleView};
pub use plan::PlanScreen;
pub use result::ResultScreen;
pub use share::ShareScreen;
pub use shelf::ShelfPart;
pub use start::StartScreen;
pub use visitor::Visitor;
