//! Obkatka: unit economics, worked out exactly. The rooms and the only way their arrows may run are
//! told in `ARCHITECTURE.md`.

#![warn(missing_docs)]
#![forbid(unsafe_code)]

mod variants;

#[cfg(feature = "ui")]
pub mod browser;
pub mod chart;
pub mod codec;
pub mod desk;
pub mod evidence;
pub mod judge;
pub mod law;
pub mod model;
pub mod number;
pub mod pay;
pub mod pay_review;
pub mod picture;
pub mod plan;
pub mod tables;
pub mod text;
#[cfg(feature = "ui")]
pub mod ui;
