//! Every sentence in which something is filled in, with odd numbers, in both languages: `docs/sentences.md`, to be read.

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

/// What decides a form in a text of either language.
fn counted<'a>(texts: [&'a str; 2]) -> Vec<&'a str> {
    let of = |text: &'a str| names(text).into_iter().filter(move |name| text.contains(&format!("{{{name}|")));
    texts.into_iter().flat_map(of).collect()
}

/// The sentence with each number in place of everything that is counted, and names for all else.
fn filled(text: &str, counted: &[&str], language: Language) -> Vec<String> {
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

/// What is filled in where nothing is counted, by the name of the place: one thing, and several, small or lost.
const SAMPLES: [(&[&str], [[&str; 2]; 2]); 9] = [
    (
        &["month", "first", "last", "from", "to", "next", "end", "since"],
        [["янв. 2027", "Jan 2027"], ["май 2028", "May 2028"]],
    ),
    (&["months", "horizon"], [["1 месяц", "1 month"], ["1,5 месяца", "1.5 months"]]),
    (&["unit"], [["клиент", "customer"], ["клиент", "customer"]]),
    (&["unit_of"], [["клиента", "customer"], ["клиента", "customer"]]),
    (&["units"], [["клиенты", "customers"], ["клиенты", "customers"]]),
    (&["units_of"], [["клиентов", "customers"], ["клиентов", "customers"]]),
    (
        &["share", "rate", "attainment", "needed", "usual", "at", "more", "chance", "low", "high"],
        [["1 %", "1%"], ["−3 %", "−3%"]],
    ),
    (
        &[
            "amount", "pay", "total", "owner", "promised", "brings", "earn", "loss", "cac", "ltv", "sum",
            "salary", "minimum", "hundred", "revenue", "profit", "bridge", "cost", "one", "plan", "fact",
            "before", "after",
        ],
        [["0 ₽", "$0"], ["−1,5 млн ₽", "−$1.5M"]],
    ),
    (&["role", "name", "channel", "names"], [["Менеджер", "Manager"], ["Повар, курьер", "Cook, courier"]]),
];

/// A sentence that counts nothing, with the samples in its places; a place that has none keeps its name.
fn sampled(text: &str, language: Language) -> Vec<String> {
    let column = usize::from(language == Language::English);
    let names = names(text);
    let value = |name: &str, at: usize| {
        let sample =
            SAMPLES.iter().find(|(own, _)| own.contains(&name)).map(|(_, samples)| samples[at][column]);
        sample.map_or_else(|| if at == 0 { "1".to_owned() } else { "0".to_owned() }, str::to_owned)
    };
    let of = |at: usize| {
        let values: Vec<(&str, String)> = names.iter().map(|name| (*name, value(name, at))).collect();
        let fillings: Vec<_> = values.iter().map(|(name, text)| (*name, Filling::Text(text))).collect();
        phrase_of(text, language, &fillings)
    };
    let mut said = vec![of(0), of(1)];
    said.dedup();
    said
}

/// Every other sentence of which something is filled in.
fn others(russian: &BTreeMap<String, String>, english: &BTreeMap<String, String>) -> String {
    let mut page = String::from(
        "\n# Sentences in which something else is filled in\n\nTwo of each: one, nothing, and what is odd or negative. What has no sample of its own is 1 and 0.\n\n",
    );
    for (key, text) in russian.iter().filter(|(_, text)| text.contains('{') && !has_plural(text)) {
        let english = english.get(key).map(String::as_str).unwrap_or_default();
        if has_plural(english) {
            continue;
        }
        let [ours, theirs] = [sampled(text, Language::Russian), sampled(english, Language::English)];
        page += &format!("- `{key}`: {} | {}\n", ours.join(" / "), theirs.join(" / "));
    }
    page
}

fn page() -> String {
    let [russian, english] = ["ru", "en"].map(words);
    let mut page = String::from(
        "# Sentences that count something\n\nMade by `UPDATE=1 cargo test --test sentences`: every word of `words/` with a plural in it, filled with 0, 1, 2, 5, 21, 1.5 and −3 \
         (all counts of a sentence alike), so that a person can read them. Names in angle quotes stand for what is filled in besides.\n",
    );
    for (key, text) in &russian {
        let english = english.get(key).map(String::as_str).unwrap_or_default();
        let counted = counted([text, english]);
        if counted.is_empty() {
            continue;
        }
        page += &format!("\n## {key}\n\n");
        let mut said = filled(text, &counted, Language::Russian);
        said.dedup();
        said.iter().for_each(|line| page += &format!("- {line}\n"));
        let mut said = filled(english, &counted, Language::English);
        said.dedup();
        page += &format!("- {}\n", said.join(" / "));
    }
    page + &others(&russian, &english)
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
