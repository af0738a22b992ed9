//! Many named documents in a store of texts: saved so that nothing is written over unread, found
//! again after damage, deleted into a bin.
//!
//! Each document has one key of its own, and beside it the good copy before. What cannot be read is
//! put aside as it is and offered, never replaced by something empty. A document of a newer version
//! of the program is not touched. The list of all documents is only a shortcut and is rebuilt
//! whenever it does not match. Ids and times are handed in: nothing here is random or knows the time.
//!
//! **Never:** knows a browser; loses a text to make room for another.

mod days;
mod entry;
mod index;
mod keys;
mod opening;
mod pairs;
mod prefs;
mod presence;
mod quarantine;
mod record;
mod room;
mod saving;
mod since;
mod store;
mod texts;

pub use days::BIN_DAYS;
pub use entry::Entry;
pub use keys::document_at;
pub use opening::{Library, LoadFault, Loaded};
pub use prefs::{Boot, FOLDS, LANGUAGE, LAST_OPEN, THEME};
pub use presence::Presence;
pub use quarantine::{Binned, Deleted, Lost};
pub use record::Edition;
pub use room::{Space, Stored, Usage};
pub use saving::{SaveFault, Saved, Spare};
pub use since::Since;
pub use store::{MemoryStore, Moment, Store, StoreFault};
pub use texts::Shelf;
