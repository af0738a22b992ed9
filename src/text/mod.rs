//! Every word in Russian and English, plurals, and how numbers are shown.
//!
//! **Never:** computes nothing, touches no browser: the digits of a number come from whoever can
//! write them in the reader's way.

mod phrase;
mod plain;
mod show;
mod words;

pub use crate::number::reading::Language;
pub use phrase::{Filling, phrase, phrase_of};
pub use plain::PlainDigits;
pub use show::{Digits, Form, Show};
pub use words::Word;
