//! Businesses whose figures are known: published cases and cases worked out by hand, each a document in
//! `golden/` beside its expectations and where they come from; and whole outcomes, reviewed once and kept as
//! snapshots.
//!
//! An expectation is `figure = value`, exact, or `figure ≈ value`, to the digits written.

#[path = "common/figures.rs"]
mod figures;
#[path = "common/odd.rs"]
mod odd;

use figures::{Figure, Unit, Value, decimal, figures, text};
use obkatka::codec::read_file;
use obkatka::model::Model;
use obkatka::number::{Decimal, Exact};
use obkatka::plan::evaluate;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The files of a folder with an ending, in order of their names.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|own| own == ending))
        .collect();
    files.sort();
    files
}

fn document(path: &Path) -> Model {
    let opened = read_file(&fs::read_to_string(path).unwrap())
        .unwrap_or_else(|error| panic!("{}: {error:?}", path.display()));
    assert_eq!(opened.faults, [], "{}", path.display());
    opened.model
}

fn outcome_of(model: &Model) -> Vec<Figure<Exact>> {
    figures(model, &evaluate::<Exact>(model))
}

#[test]
fn known_businesses_come_out_as_known() {
    let cases = files(&folder("tests/golden"), "json");
    assert!(cases.len() >= 10, "only {} businesses", cases.len());
    let faults: Vec<_> = cases.iter().flat_map(|case| faults_of(case)).collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_business_names_its_source_or_its_derivation() {
    let folder = folder("tests/golden");
    let faults: Vec<_> = files(&folder, "txt")
        .iter()
        .filter_map(|case| {
            let fault = unfounded(&fs::read_to_string(case).unwrap())?;
            Some(format!("{}: {fault}", case.display()))
        })
        .collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
    assert_eq!(stems(&files(&folder, "txt")), stems(&files(&folder, "json")), "a text and a document each");
}

fn stems(files: &[PathBuf]) -> Vec<&std::ffi::OsStr> {
    files.iter().filter_map(|file| file.file_stem()).collect()
}

/// What expectations lack to be believed: a place where the case was published, or a derivation; and in either, one at
/// least of the figures that are expected.
fn unfounded(text: &str) -> Option<&'static str> {
    let opening: Vec<&str> = text.lines().map_while(|line| line.strip_prefix("# ")).collect();
    let opening = opening.join(" ");
    let is_published = opening.starts_with("Published");
    if !is_published && !opening.starts_with("By hand") {
        return Some("says neither where it was published nor that it was worked out by hand");
    }
    if is_published && !names_a_place(&opening) {
        return Some("names no site and no title where it was published");
    }
    let (words, expectations): (Vec<&str>, Vec<&str>) = text.lines().partition(|line| line.starts_with('#'));
    let words = words.join(" ");
    let told: Vec<Decimal> = numbers(&words);
    let mut expected = expectations
        .iter()
        .filter_map(|line| line.rsplit_once([' ']).and_then(|(_, value)| value.parse().ok()));
    let is_told = expected.any(|value: Decimal| !value.is_zero() && told.contains(&value.abs()));
    (!is_told).then_some("its words tell none of the figures that are expected")
}

/// A title in quotes, or a site such as `hf.ru`.
fn names_a_place(words: &str) -> bool {
    let is_site = |word: &str| {
        let word = word.trim_matches(|sign: char| !sign.is_alphanumeric());
        word.split_once('.').is_some_and(|(name, domain)| {
            name.chars().count() > 1
                && domain.chars().all(|sign| sign.is_alphabetic() || sign == '.')
                && domain.chars().count() > 1
        })
    };
    words.matches('"').count() >= 2 || words.split_whitespace().any(is_site)
}

/// The numbers in a text: `13 000` is one.
fn numbers(words: &str) -> Vec<Decimal> {
    let mut numbers: Vec<String> = Vec::new();
    let mut goes_on = false;
    for word in words.split_whitespace() {
        let word = word.trim_matches(|sign: char| !sign.is_ascii_digit());
        let is_group = word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_digit());
        match numbers.last_mut() {
            Some(last) if goes_on && is_group => last.push_str(word),
            _ => numbers.push(word.to_owned()),
        }
        goes_on = !word.is_empty();
    }
    numbers.iter().filter_map(|number| number.parse().ok()).collect()
}

#[test]
fn unfounded_expectations_are_found() {
    let founded = "# Published: hf.ru, a coffee shop: 164 000 a month.\nstatement.profit.0 = 164000\n";
    assert_eq!(unfounded(founded), None);
    assert_eq!(unfounded("# By hand. 2 · 5 = 10.\ntotal.cac ≈ 10.00\n"), None);
    for (from, to) in
        [("# Published", "# Found"), ("hf.ru", "somebody"), ("164 000 a", "some a"), ("= 164000", "= 165000")]
    {
        assert!(unfounded(&founded.replace(from, to)).is_some(), "{from} -> {to}");
    }
}

/// What in a business differs from its expectations.
fn faults_of(case: &Path) -> Vec<String> {
    let values: BTreeMap<_, _> =
        outcome_of(&document(case)).into_iter().map(|figure| (figure.name, figure.value)).collect();
    let expectations = fs::read_to_string(case.with_extension("txt")).unwrap();
    let lines = expectations.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines
        .filter_map(|line| fault_of(line, &values).map(|fault| format!("{}: {fault}", case.display())))
        .collect()
}

fn fault_of(line: &str, values: &BTreeMap<String, Value<Exact>>) -> Option<String> {
    let (name, sign, expected) = match (line.split_once(" = "), line.split_once(" ≈ ")) {
        (Some((name, expected)), _) => (name, '=', expected),
        (_, Some((name, expected))) => (name, '≈', expected),
        _ => return Some(format!("not understood: {line}")),
    };
    let Some(value) = values.get(name) else {
        return Some(format!("there is no figure {name}"));
    };
    let is_met = match sign {
        '=' => text(*value) == expected,
        _ => rounded_as(*value, expected).is_some_and(|is_met| is_met),
    };
    (!is_met).then(|| format!("{name} is {}, expected {sign} {expected}", text(*value)))
}

/// Whether a value is the expected one, rounded to the digits that the expected one is written with.
fn rounded_as(value: Value<Exact>, expected: &str) -> Option<bool> {
    let expected: Decimal = expected.parse().ok()?;
    Some(decimal(value)?.round_dp(expected.scale()) == expected)
}

#[test]
fn templates_are_the_businesses_they_were_reviewed_as() {
    for path in files(&folder("templates"), "json") {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        keep(&format!("template_{name}"), &document(&path));
    }
}

#[test]
fn odd_businesses_say_what_they_said_before() {
    for (name, model) in odd::businesses() {
        keep(name, &model);
    }
}

/// Compares the outcome with its snapshot.
fn keep(name: &str, model: &Model) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(folder("tests/golden/snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, page(&outcome_of(model))));
}

/// The figures as a page to review: months side by side, money to the hundredth, equal neighbours once.
fn page(figures: &[Figure<Exact>]) -> String {
    let mut lines: Vec<(String, Vec<String>)> = Vec::new();
    for figure in figures {
        let series = figure.name.rsplit_once('.').filter(|(_, month)| month.parse::<u32>().is_ok());
        let name = series.map_or(figure.name.as_str(), |(name, _)| name);
        match lines.last_mut() {
            Some((last, values)) if last == name => values.push(short(figure.value)),
            _ => lines.push((name.to_owned(), vec![short(figure.value)])),
        }
    }
    lines.into_iter().map(|(name, values)| format!("{name}: {}\n", folded(&values))).collect()
}

fn short(value: Value<Exact>) -> String {
    let digits = match value {
        Value::Number(Unit::Money, _) => 2,
        _ => 4,
    };
    decimal(value).map_or_else(|| text(value), |number| number.round_dp(digits).normalize().to_string())
}

/// `0 ×3, 5, 7` in place of `0, 0, 0, 5, 7`.
fn folded(values: &[String]) -> String {
    let runs = values.chunk_by(|a, b| a == b).map(|run| match run.len() {
        1 => run[0].clone(),
        length => format!("{} ×{length}", run[0]),
    });
    runs.collect::<Vec<_>>().join(", ")
}
