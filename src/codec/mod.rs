//! The outside forms of a document: the file and its copy in the browser's storage, and the link.
//!
//! Both go by the one list of fields that every record has. Reading gives a value and a list of
//! faults, never only the first of them; what is no document at all is an error with its reason.
//!
//! **Never:** computes nothing of the plan, words no message, knows no screen and no browser.

mod checksum;
mod container;
mod decimal;
mod dialect;
mod fault;
mod file;
#[cfg(not(target_arch = "wasm32"))]
mod format;
mod frozen;
mod link;
mod link_length;
mod long;
mod members;
mod migrate;
mod outcome;
mod packing;
mod program;
mod reading;
mod receipt;
pub mod shelf;
mod short;
mod template;
mod vocabulary;
mod without;

pub use container::{MOST_LINK, seal, unseal};
pub use dialect::Dialect;
pub use fault::{Fault, LinkError, Misfit};
pub use file::{FileError, Opened, Stamp, read_file, read_library, write_file, write_library, write_stored};
#[cfg(not(target_arch = "wasm32"))]
pub use format::format_page;
pub use frozen::{brief, frozen, read_brief, thawed};
pub use link::{Link, TooLong, read_link, write_link, write_link_in};
pub use link_length::LinkLength;
pub use migrate::SCHEMA;
pub use outcome::{evaluate_text, outcome_value};
pub use program::{APP, ENGINE};
pub use reading::ModelSeed;
pub use receipt::receipt;
pub use template::{TEMPLATES, Template};
pub use without::without;
