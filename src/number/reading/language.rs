//! The language in which a number is typed.

use crate::variants::variants;

variants! {
    /// The language of the interface. It decides only what is ambiguous; words and separators of both are always accepted.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Language {
        /// Decimal comma, groups by spaces.
        Russian,
        /// Decimal point, groups by commas.
        English,
    }
}
