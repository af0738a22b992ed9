//! The words themselves, from `words/`, as constants that the compiler checks.

use super::Language;

/// A word or a sentence, the same in both languages. Its constants are the keys of `words/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word(u16);

include!(concat!(env!("OUT_DIR"), "/words.rs"));

impl Word {
    /// The text with its placeholders as they are.
    pub fn text(self, language: Language) -> &'static str {
        let words: &[&'static str] = match language {
            Language::Russian => &RUSSIAN,
            Language::English => &ENGLISH,
        };
        words.get(usize::from(self.0)).copied().unwrap_or_default()
    }

    /// The word of a key that is put together when the program runs: of a field, a figure, a choice.
    pub fn find(key: &str) -> Option<Word> {
        KEYS.binary_search(&key).ok().and_then(|at| u16::try_from(at).ok()).map(Word)
    }

    /// Every key, for tests.
    pub fn keys() -> &'static [&'static str] {
        &KEYS
    }
}
