//! Every sentence that counts something, with odd numbers filled in, in both languages: `docs/sentences.md`, to be read.

use obkatka::text::{Filling, Language, phrase_of};
use std::collections::BTreeMap;
use std::fs;

/// As it is shown in Russian and in English, and the whole number that decides the plural.
const NUMBERS: [(&str, &str, Option<u64>); 7] = [
    ("0", "0", Some(0)),
    ("1", "1", Some(1)),
    ("2", "2", Some(2)),
    ("5", "5", Some(5)),
    ("21", "21", Some(21)),
    ("1,5", "1.5", None),
    ("−3", "−3", None),
];

/// The words of a language, by their keys.
fn words(language: &str) -> BTreeMap<String, String> {
    let files = fs::read_dir(format!("words/{language}")).expect("words are there").flatten();
    let texts = files.map(|file| fs::read_to_string(file.path()).expect("words are UTF-8"));
    let pairs: Vec<_> = texts.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>()).collect();
    let pairs = pairs.iter().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(" = "));
    pairs.map(|(key, text)| (key.trim().to_owned(), text.trim().to_owned())).collect()
}

/// Whether a number decides a form in it.
fn has_plural(text: &str) -> bool {
    text.split('{').skip(1).any(|hole| hole.split('}').next().unwrap_or("").contains('|'))
}

/// The names of its placeholders.
fn names(text: &str) -> Vec<&str> {
    let holes = text.split('{').skip(1).filter_map(|hole| hole.split('}').next());
    holes.filter_map(|hole| hole.split('|').next()).collect()
}

/// The sentence with each number in place of everything that is counted, and names for all else.
fn filled(text: &str, language: Language) -> Vec<String> {
    let counted: Vec<&str> =
        names(text).into_iter().filter(|name| text.contains(&format!("{{{name}|"))).collect();
    let mut said: Vec<String> = Vec::new();
    for (russian, english, whole) in NUMBERS {
        let shown = if language == Language::Russian { russian } else { english };
        let others: Vec<(&str, String)> =
            names(text).into_iter().map(|name| (name, format!("‹{name}›"))).collect();
        let mut fillings: Vec<(&str, Filling<'_>)> =
            counted.iter().map(|name| (*name, Filling::Number(shown, whole))).collect();
        fillings.extend(
            others
                .iter()
                .filter(|(name, _)| !counted.contains(name))
                .map(|(name, text)| (*name, Filling::Text(text))),
        );
        said.push(phrase_of(text, language, &fillings));
    }
    said
}

fn page() -> String {
    let [russian, english] = ["ru", "en"].map(words);
    let mut page = String::from(
        "# Sentences that count something\n\nMade by `UPDATE=1 cargo test --test sentences`: every word of `words/` with a plural in it, filled with 0, 1, 2, 5, 21, 1.5 and −3 \
         (all counts of a sentence alike), so that a person can read them. Names in angle quotes stand for what is filled in besides.\n",
    );
    for (key, text) in russian.iter().filter(|(_, text)| has_plural(text)) {
        page += &format!("\n## {key}\n\n");
        for line in filled(text, Language::Russian) {
            page += &format!("- {line}\n");
        }
        let english = english.get(key).map(String::as_str).unwrap_or_default();
        let mut said = filled(english, Language::English);
        said.dedup();
        page += &format!("- {}\n", said.join(" / "));
    }
    page
}

#[test]
fn sentences_are_as_they_were_read() {
    let (path, page) = ("docs/sentences.md", page());
    if std::env::var_os("UPDATE").is_some() {
        fs::write(path, &page).expect("the page can be written");
    }
    let written = fs::read_to_string(path).unwrap_or_default();
    assert!(
        written == page,
        "{path} is out of date: UPDATE=1 cargo test --test sentences, then read what has changed"
    );
}
