//! The desk: the document that is worked on, what undo leads to, which document of the shelf each of them is, how safe
//! it is, and every change as a value, a [`Command`].
//!
//! **Never:** knows no signal, no browser and no screen: it is plain data that a test holds in its hands.

mod command;
pub mod commands;
mod history;
mod saved;
mod workspace;

pub use command::{Command, Manner};
pub use saved::Saved;
pub use workspace::Workspace;
