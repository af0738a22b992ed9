//! How much is read, and why a text is not read at all.

/// The longest text that is read, in bytes.
pub const MOST_BYTES: usize = 1 << 20;

/// The most rows that are read.
pub const MOST_ROWS: usize = 20_000;

/// The most columns that are read.
pub const MOST_COLUMNS: usize = 100;

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
