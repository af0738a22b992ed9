//! How much is read, and why a text is not read at all.

/// The longest text that is read, in bytes.
pub const MOST_BYTES: usize = 5 << 20;

/// The most rows that are read.
pub const MOST_ROWS: usize = 50_000;

/// The most columns that are read.
pub const MOST_COLUMNS: usize = 300;

/// Why a text was not read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportFault {
    /// Nothing stands in it.
    Empty,
    /// More than [`MOST_BYTES`].
    TooLong,
    /// More than [`MOST_ROWS`].
    TooManyRows,
    /// More than [`MOST_COLUMNS`].
    TooManyColumns,
}

/// Bytes of the lines at the beginning of a text that are enough for examples of what is in it.
const HEAD: usize = 16 * 1024;

/// The first lines of a text, all of them where they are few.
///
/// ```
/// use obkatka::tables::head;
/// assert_eq!(head("a\n1"), "a\n1");
/// assert!(head(&"1\t2\n".repeat(9_000)).len() < 17_000);
/// ```
pub fn head(text: &str) -> &str {
    let cut = text.get(..text.floor_char_boundary(HEAD)).unwrap_or(text);
    let end = if cut.len() < text.len() { cut.rfind('\n') } else { None };
    end.and_then(|end| cut.get(..end)).unwrap_or(cut)
}

/// Why a text is too much to be read, as far as that is seen at a glance: before anything is done with it, or shown of it.
///
/// ```
/// use obkatka::tables::{ImportFault, too_much};
/// assert_eq!(too_much("a\tb\n1\t2\n"), None);
/// assert_eq!(too_much(&"\n".repeat(900_000)), Some(ImportFault::TooManyRows));
/// assert_eq!(too_much(&"1".repeat(6_000_000)), Some(ImportFault::TooLong));
/// ```
pub fn too_much(text: &str) -> Option<ImportFault> {
    if text.len() > MOST_BYTES {
        return Some(ImportFault::TooLong);
    }
    let ends = |mark: u8| text.bytes().filter(|byte| *byte == mark).count();
    // Old Macs end lines with the other mark, Windows with both.
    (ends(b'\n').max(ends(b'\r')) > MOST_ROWS).then_some(ImportFault::TooManyRows)
}
