//! Turns `words/ru/*.txt` and `words/en/*.txt` into constants: a word missing in one language, a
//! placeholder that only one of them has or a plural with the wrong number of forms stops the build.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

type Words = BTreeMap<String, String>;

fn main() {
    println!("cargo::rerun-if-changed=words");
    let (russian, english) = (words("words/ru"), words("words/en"));
    let faults = faults(&russian, &english);
    for fault in &faults {
        println!("cargo::error={fault}");
    }
    let out = env::var("OUT_DIR").expect("cargo names the folder for generated code");
    fs::write(Path::new(&out).join("words.rs"), generated(&russian, &english))
        .expect("the folder can be written");
}

fn words(folder: &str) -> Words {
    let mut words = Words::new();
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("the words are there").flatten().map(|file| file.path()).collect();
    files.sort();
    for file in files.iter().filter(|file| file.extension().is_some_and(|ending| ending == "txt")) {
        let text = fs::read_to_string(file).expect("words are UTF-8");
        for (number, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let place = format!("{}:{}", file.display(), number + 1);
            match line.split_once(" = ") {
                Some((key, word)) => {
                    if words.insert(key.trim().into(), word.trim().into()).is_some() {
                        println!("cargo::error={place}: {key} stands twice");
                    }
                }
                None => println!("cargo::error={place}: not `key = words`"),
            }
        }
    }
    words
}

fn faults(russian: &Words, english: &Words) -> Vec<String> {
    let mut faults = Vec::new();
    for key in russian.keys().collect::<BTreeSet<_>>().symmetric_difference(&english.keys().collect()) {
        faults.push(format!("words: {key} stands in one language only"));
    }
    for (key, word) in russian {
        let Some(other) = english.get(key) else { continue };
        if names(word) != names(other) {
            faults.push(format!("words: {key} has other placeholders in the other language"));
        }
    }
    for (language, words, forms) in [("ru", russian, 3), ("en", english, 2)] {
        for (key, word) in words {
            for hole in holes(word).filter(|hole| hole.contains('|')) {
                if hole.split('|').count() != forms + 1 {
                    faults.push(format!("words: {language} {key}: a plural wants {forms} forms"));
                }
            }
        }
    }
    faults
}

fn holes(word: &str) -> impl Iterator<Item = &str> {
    word.split('{').skip(1).filter_map(|piece| piece.split_once('}').map(|(hole, _)| hole))
}

/// The placeholders; `unit…` is filled from the document, and a language may do without.
fn names(word: &str) -> BTreeSet<&str> {
    holes(word).filter_map(|hole| hole.split('|').next()).filter(|name| !name.starts_with("unit")).collect()
}

/// Whether a word is needed before the first answer; the others come with the part of the page's program
/// that shows them.
fn is_first(key: &str) -> bool {
    let first = include_str!("words/first.txt").lines().filter(|line| !line.starts_with('#'));
    let mut first = first.map(str::trim).filter(|line| !line.is_empty());
    first.any(|line| line.strip_suffix('*').map_or(key == line, |beginning| key.starts_with(beginning)))
}

fn generated(russian: &Words, english: &Words) -> String {
    let mut code = String::new();
    let (first, rest): (Vec<_>, Vec<_>) = russian.iter().partition(|(key, _)| is_first(key));
    let _ = writeln!(code, "const FIRST_WORDS: usize = {};\nimpl Word {{", first.len());
    for (number, (key, word)) in first.iter().chain(&rest).enumerate() {
        let name = key.replace(['.', '-'], "_").to_uppercase();
        let _ = writeln!(code, "#[doc = {word:?}]\npub const {name}: Word = Word({number});");
    }
    let _ = writeln!(code, "}}");
    // One text a table: a table of texts would cost two numbers in the program for each word.
    let joined = |words: Vec<&str>| words.join("\n");
    for (name, words) in [("FIRST", &first), ("REST", &rest)] {
        let keys = joined(words.iter().map(|(key, _)| key.as_str()).collect());
        let russian = joined(words.iter().map(|(_, word)| word.as_str()).collect());
        let english =
            joined(words.iter().map(|(key, _)| english.get(*key).map_or("", String::as_str)).collect());
        let _ = writeln!(
            code,
            "const {name}: Texts = Texts {{ keys: {keys:?}, russian: {russian:?}, english: {english:?} }};"
        );
    }
    code
}
