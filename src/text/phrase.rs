//! Sentences with something filled in, and the right plural beside a number.

use super::{Language, Word};

/// What goes into a placeholder.
#[derive(Clone, Copy, Debug)]
pub enum Filling<'a> {
    /// Text as it is.
    Text(&'a str),
    /// A number as it is shown, and the whole number that decides the plural; `None` for a fraction.
    Number(&'a str, Option<u64>),
}

/// A sentence with its placeholders filled: `{name}` by the text of that name, and
/// `{name|form|form…}` by the form that goes with that number. Unknown placeholders are dropped.
///
/// ```
/// use obkatka::text::{phrase_of, Filling, Language};
/// let leads = "{n} {n|лид|лида|лидов}";
/// let with = |shown, whole| phrase_of(leads, Language::Russian, &[("n", Filling::Number(shown, whole))]);
/// assert_eq!(with("21", Some(21)), "21 лид");
/// assert_eq!(with("12", Some(12)), "12 лидов");
/// assert_eq!(with("1,5", None), "1,5 лида");
/// let since = phrase_of("Since {month}.", Language::English, &[("month", Filling::Text("Dec."))]);
/// assert_eq!(since, "Since Dec.");
/// ```
pub fn phrase_of(text: &str, language: Language, fillings: &[(&str, Filling<'_>)]) -> String {
    let mut phrase = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('{') {
        phrase.push_str(before);
        let Some((hole, behind)) = behind.split_once('}') else { break };
        fill(&mut phrase, hole, language, fillings);
        // An abbreviation's point at the end of a sentence is the sentence's own.
        rest = if phrase.ends_with('.') { behind.strip_prefix('.').unwrap_or(behind) } else { behind };
    }
    phrase.push_str(rest);
    phrase
}

/// A word with its placeholders filled; see [`phrase_of`].
pub fn phrase(word: Word, language: Language, fillings: &[(&str, Filling<'_>)]) -> String {
    phrase_of(word.text(language), language, fillings)
}

fn fill(phrase: &mut String, hole: &str, language: Language, fillings: &[(&str, Filling<'_>)]) {
    let (name, forms) = hole.split_once('|').map_or((hole, None), |(name, forms)| (name, Some(forms)));
    let Some((_, filling)) = fillings.iter().find(|(own, _)| *own == name) else {
        return;
    };
    match (filling, forms) {
        (Filling::Text(text), _) | (Filling::Number(text, _), None) => phrase.push_str(text),
        (Filling::Number(_, whole), Some(forms)) => {
            phrase.push_str(forms.split('|').nth(plural(*whole, language)).unwrap_or_default());
        }
    }
}

/// Which form goes with a number: Russian one, few (and fractions), many; English one, other.
fn plural(whole: Option<u64>, language: Language) -> usize {
    match (language, whole) {
        (Language::English, Some(1)) => 0,
        (Language::English, _) => 1,
        (Language::Russian, None) => 1,
        (Language::Russian, Some(whole)) => match (whole % 10, whole % 100) {
            (_, 11..=14) => 2,
            (1, _) => 0,
            (2..=4, _) => 1,
            _ => 2,
        },
    }
}
