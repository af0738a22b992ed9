//! What has become of a record since it was last seen here: others may store, delete and clear.

use super::record::{self, Edition, Unreadable};
use super::{Shelf, StoreFault, keys};
use crate::codec::checksum::checksum;

/// What has become of a record since it was last seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// It is as it was.
    Same,
    /// It is in the bin.
    Deleted,
    /// It is not there: storage was cleared, or the record damaged.
    Cleared,
    /// A newer version of the program has stored another in its place.
    Newer,
    /// Somebody has gone on with it.
    Continued,
    /// Somebody has stored another in its place without having seen it.
    Overwritten,
}

impl Shelf<'_> {
    /// What has become of a record. `news` is the text that another tab has just stored, where one knows of it.
    ///
    /// # Errors
    /// Where the store may not be used.
    pub fn since(self, id: &str, seen: Edition, news: Option<&str>) -> Result<Since, StoreFault> {
        let Some(stored) = self.store.get(&keys::current(id))? else {
            return Ok(if self.is_binned(id)? { Since::Deleted } else { Since::Cleared });
        };
        if checksum(stored.as_bytes()) == seen.sum {
            return Ok(Since::Same);
        }
        let text = news.unwrap_or(&stored);
        Ok(match record::read(text) {
            Err(Unreadable::TooNew { .. }) => Since::Newer,
            Err(Unreadable::Damaged) => Since::Cleared,
            Ok(opened) if seen.is_below(&opened) => Since::Continued,
            // Some editions later it no longer says what it was written over.
            Ok(opened) if news.is_none() && opened.stamp.rev > Some(seen.rev) => Since::Continued,
            Ok(_) => Since::Overwritten,
        })
    }

    fn is_binned(self, id: &str) -> Result<bool, StoreFault> {
        let names = self.names_in(keys::BIN)?;
        Ok(names.iter().any(|name| name.split_once('/').is_some_and(|(_, own)| own == id)))
    }
}
