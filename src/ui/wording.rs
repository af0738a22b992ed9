//! The desk's ways to ask for words and numbers as the reader has them.

use super::state::Desk;
use crate::text::{Filling, Sentence, Show, Value, Word};
use leptos::prelude::*;

impl Desk {
    /// Shows something in the reader's way; follows language, currency and the word for what is counted.
    pub fn show<T>(&self, shown: impl FnOnce(&Show<'_>) -> T) -> T {
        shown(&self.show_settings.get().show())
    }

    /// The same without following anything: for what is told once.
    pub fn show_untracked<T>(&self, shown: impl FnOnce(&Show<'_>) -> T) -> T {
        untrack(|| self.show(shown))
    }

    /// A sentence with one text filled in, told once.
    pub fn with_untracked(&self, word: Word, name: &str, text: &str) -> String {
        untrack(|| self.with(word, name, text))
    }

    /// A phrase with a whole number filled in.
    pub fn counted(&self, word: Word, n: usize) -> String {
        self.show(|show| show.counting(word, &[("n", n)]))
    }

    /// A word.
    pub fn word(&self, word: Word) -> String {
        self.show(|show| show.word(word))
    }

    /// A sentence about the document; follows it too, for the names in it.
    pub fn sentence(&self, sentence: &Sentence) -> String {
        self.model.with(|model| self.show(|show| show.sentence(model, sentence)))
    }

    /// A value that fills a sentence.
    pub fn filled(&self, value: &Value) -> String {
        self.model.with(|model| self.show(|show| show.filled(model, value)))
    }

    /// A word by a key put together when the program runs.
    pub fn key(&self, key: &str) -> String {
        self.show(|show| show.key(key))
    }

    /// A sentence with one text filled in.
    pub fn with(&self, word: Word, name: &str, text: &str) -> String {
        self.show(|show| show.phrase(word, &[(name, Filling::Text(text))]))
    }
}
