//! The charts of `picture` on the page: a frame for them all, one renderer for their marks.

mod client_scale;
mod frame;
mod legend;
mod marks;
mod place;
mod reader;
mod table;

pub use client_scale::ClientScale;
pub use frame::{chart, chart_of, chart_pair, picture};
