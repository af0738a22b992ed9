//! A document as it is stored: its text with a checksum at the end, which finds a single damaged character.

use crate::codec::checksum::checksum;
use crate::codec::file::{FileError, Opened, Stamp, read_file, write_stored};
use crate::model::Model;

/// What stands before the checksum, which is eight hexadecimal digits, and what stands after it.
const BEFORE: &str = ",\"sum\":\"";
const AFTER: &str = "\"}";
/// Digits of a checksum.
const DIGITS: usize = 8;

/// Which of its texts a document was loaded from or stored as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Edition {
    /// How often the document had been stored then.
    pub rev: u32,
    /// The checksum of the whole text; 0 where it is not known.
    pub sum: u32,
    /// Whether all of it could be read, by today's rules: it may be written over unread.
    pub is_clean: bool,
}

/// Of a document of which only the count is known.
impl From<u32> for Edition {
    fn from(rev: u32) -> Self {
        Self { rev, sum: 0, is_clean: false }
    }
}

impl Edition {
    /// The edition that a text is.
    pub(super) fn of(text: &str, opened: &Opened) -> Self {
        let is_clean = opened.faults.is_empty() && !opened.is_migrated;
        Self { rev: opened.stamp.rev.unwrap_or_default(), sum: checksum(text.as_bytes()), is_clean }
    }

    /// The edition that a text is which was written here.
    pub(super) fn written(text: &str, rev: u32) -> Self {
        Self { rev, sum: checksum(text.as_bytes()), is_clean: true }
    }

    /// Whether a stored text is this edition, as far as that is known.
    pub(super) fn is(self, stored: Edition) -> bool {
        self.rev == stored.rev && (self.sum == 0 || self.sum == stored.sum)
    }

    /// Whether a record says that it was written over this edition.
    pub(super) fn is_below(self, opened: &Opened) -> bool {
        self.sum != 0 && opened.stamp.base == Some(digits(self.sum))
    }
}

/// Why a record cannot be opened.
#[derive(Debug, PartialEq)]
pub(super) enum Unreadable {
    /// It is none, or another than was written.
    Damaged,
    /// A newer version of the program has written it.
    TooNew {
        /// That version, where it says so.
        made_with: String,
    },
}

/// The text of a record. `base` is the checksum of the text that it is written over.
pub(super) fn write(model: &Model, rev: u32, base: Option<u32>, saved: &str) -> String {
    let stamp = Stamp { saved: Some(saved.to_owned()), rev: Some(rev), base: base.map(digits) };
    let text = write_stored(model, &stamp);
    let body = text.strip_suffix('}').unwrap_or(&text);
    [body, BEFORE, &digits(checksum(body.as_bytes())), AFTER].concat()
}

/// Reads a record. One without a checksum is of an earlier version, or of somebody who knows what they do.
pub(super) fn read(text: &str) -> Result<Opened, Unreadable> {
    match read_file(text) {
        // Left alone, whatever newer versions do with their checksums.
        Err(FileError::TooNew { made_with, .. }) => Err(Unreadable::TooNew { made_with }),
        Ok(opened) if is_sound(text) => Ok(opened),
        _ => Err(Unreadable::Damaged),
    }
}

fn is_sound(text: &str) -> bool {
    let parts =
        text.strip_suffix(AFTER).and_then(|rest| rest.split_at_checked(rest.len().checked_sub(DIGITS)?));
    let Some((body, sum)) = parts.and_then(|(body, sum)| Some((body.strip_suffix(BEFORE)?, sum))) else {
        return true;
    };
    digits(checksum(body.as_bytes())) == sum
}

fn digits(sum: u32) -> String {
    let digit = |at: u32| char::from_digit(sum >> (28 - 4 * at) & 15, 16).unwrap_or('0');
    (0..DIGITS as u32).map(digit).collect()
}
