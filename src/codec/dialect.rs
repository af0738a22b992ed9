//! The two forms of a document.

/// In which form a record is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// Objects with named keys, every field there: for files, storage and scripts.
    Long,
    /// Lists of numbers and values, without what is as by default: for links.
    Short,
}
