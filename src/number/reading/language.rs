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

impl Language {
    /// The language as browsers and documents name it.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Russian => "ru",
            Self::English => "en",
        }
    }

    /// The language of a tag such as `en`; nothing for any other text.
    ///
    /// ```
    /// use obkatka::number::reading::Language;
    /// assert_eq!(Language::of_tag("ru"), Some(Language::Russian));
    /// assert_eq!(Language::of_tag("tlh\n"), None);
    /// ```
    pub fn of_tag(tag: &str) -> Option<Self> {
        [Self::Russian, Self::English].into_iter().find(|language| language.tag() == tag)
    }
}
