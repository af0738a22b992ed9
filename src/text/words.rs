//! The words themselves, from `words/`, as constants that the compiler checks.

use super::Language;
use std::sync::OnceLock;

/// A word or a sentence, the same in both languages. Its constants are the keys of `words/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word(u16);

include!(concat!(env!("OUT_DIR"), "/words.rs"));

impl Word {
    /// The text with its placeholders as they are.
    pub fn text(self, language: Language) -> &'static str {
        static TABLES: [OnceLock<Vec<&str>>; 2] = [OnceLock::new(), OnceLock::new()];
        let (table, words) = match language {
            Language::Russian => (&TABLES[0], RUSSIAN),
            Language::English => (&TABLES[1], ENGLISH),
        };
        let table = table.get_or_init(|| words.split('\n').collect());
        table.get(usize::from(self.0)).copied().unwrap_or_default()
    }

    /// The word of a key that is put together when the program runs: of a field, a figure, a choice.
    pub fn find(key: &str) -> Option<Word> {
        Self::keys().binary_search(&key).ok().and_then(|at| u16::try_from(at).ok()).map(Word)
    }

    /// Every key, in order.
    pub fn keys() -> &'static [&'static str] {
        static TABLE: OnceLock<Vec<&str>> = OnceLock::new();
        TABLE.get_or_init(|| KEYS.split('\n').collect())
    }
}
