//! Obkatka: unit economics, worked out exactly. The rooms and the only way their arrows may run are
//! told in `ARCHITECTURE.md`.

#![warn(missing_docs)]
#![forbid(unsafe_code)]
// Nothing that is typed, opened or stored may break the program off.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::unreachable,
        clippy::todo,
        clippy::string_slice,
        clippy::indexing_slicing
    )
)]

mod variants;

#[cfg(feature = "ui")]
pub mod browser;
pub mod chart;
pub mod codec;
pub mod desk;
pub mod evidence;
#[cfg(feature = "ui")]
pub mod first_screen;
pub mod judge;
pub mod law;
#[cfg(feature = "ui")]
mod loaded_later;
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
