//! The words themselves, from `words/`, as constants that the compiler checks.

use super::Language;
use std::sync::OnceLock;

/// A word or a sentence, the same in both languages. Its constants are the keys of `words/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word(u16);

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// Words as the build writes them: a line each, in the order of their keys.
struct Texts {
    keys: &'static str,
    russian: &'static str,
    english: &'static str,
}

/// The same, taken apart once.
struct Table {
    keys: Vec<&'static str>,
    russian: Vec<&'static str>,
    english: Vec<&'static str>,
}

impl Table {
    fn of(texts: Texts) -> Self {
        let lines = |text: &'static str| text.split('\n').collect();
        Self { keys: lines(texts.keys), russian: lines(texts.russian), english: lines(texts.english) }
    }
}

fn first() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| Table::of(FIRST))
}

static REST_TABLE: OnceLock<Table> = OnceLock::new();

/// Makes the words known that are not needed before the first answer. Called by the parts of the page's
/// program that show them, so that these words are loaded with those parts; elsewhere they always are.
pub fn know_all_words() {
    REST_TABLE.get_or_init(|| Table::of(REST));
}

fn rest() -> Option<&'static Table> {
    if cfg!(not(target_arch = "wasm32")) {
        know_all_words();
    }
    REST_TABLE.get()
}

impl Word {
    /// The text with its placeholders as they are; empty for a word that is not loaded yet.
    pub fn text(self, language: Language) -> &'static str {
        let number = usize::from(self.0);
        let (table, line) = match number.checked_sub(FIRST_WORDS) {
            None => (Some(first()), number),
            Some(line) => (rest(), line),
        };
        let lines = table.map(|table| match language {
            Language::Russian => &table.russian,
            Language::English => &table.english,
        });
        lines.and_then(|lines| lines.get(line)).copied().unwrap_or_default()
    }

    /// The word of a key that is put together when the program runs: of a field, a figure, a choice.
    pub fn find(key: &str) -> Option<Word> {
        let line = |table: &Table| table.keys.binary_search(&key).ok();
        let in_rest = || rest().and_then(line).map(|line| line + FIRST_WORDS);
        line(first()).or_else(in_rest).and_then(|number| u16::try_from(number).ok()).map(Word)
    }

    /// Every key that is known.
    pub fn keys() -> Vec<&'static str> {
        first().keys.iter().chain(rest().map(|table| &table.keys).into_iter().flatten()).copied().collect()
    }
}
