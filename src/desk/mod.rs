//! The desk: the document that is worked on, what undo leads to, which document of the shelf each of them is, how safe
//! it is, and every change as a value, a [`Command`].
//!
//! **Never:** knows no signal, no browser and no screen: it is plain data that a test holds in its hands.

mod command;
pub mod commands;
mod folds;
mod history;
mod keeping;
mod received;
mod remembered;
mod save_state;
mod step_name;
mod unsaved;
mod workspace;

pub use command::{Command, Manner};
pub use folds::Folds;
pub use keeping::{Around, Chosen, FileContents, FileModel, Keeping, Kept, Lists, Notice, empty_model};
pub use received::Received;
pub use remembered::Remembered;
pub use save_state::SaveState;
pub use step_name::StepName;
pub use unsaved::Unsaved;
pub use workspace::Workspace;
