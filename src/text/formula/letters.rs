//! First letters: large at the beginning, small within a sentence.

use crate::number::{lower_case, upper_case};

/// With a small first letter, but for a trade term of capitals.
pub(super) fn mid_sentence(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some(_), Some(second)) if lower_case(second) != second => name.to_owned(),
        (Some(first), _) => with_first(lower_case(first), name),
        _ => String::new(),
    }
}

/// With a capital first letter.
pub fn capitalised(name: &str) -> String {
    name.chars().next().map_or_else(String::new, |first| with_first(upper_case(first), name))
}

fn with_first(first: char, name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    text.push(first);
    text.extend(name.chars().skip(1));
    text
}
