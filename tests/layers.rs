//! The house rules that a compiler does not see: which room may import which, where the browser and floats may
//! be known, and that nothing outside tests can panic by name.

use std::collections::BTreeSet;
#[path = "common/rust_files.rs"]
mod files;

use files::rust_files;
use std::fs;
use std::path::Path;

/// Every room and the rooms that it may import. The only way arrows may run.
const ROOMS: &[(&str, &[&str])] = &[
    ("number", &[]),
    ("model", &["number"]),
    ("law", &["number", "model"]),
    ("pay", &["number", "model"]),
    ("plan", &["number", "model", "pay"]),
    ("pay_review", &["number", "model", "law", "pay", "plan"]),
    ("evidence", &["number", "model", "plan"]),
    ("risk", &["number", "model", "plan", "evidence"]),
    ("tables", &["number", "model"]),
    ("chart", &[]),
    ("codec", &["number", "model", "plan"]),
    ("text", &["number", "model", "law", "pay", "plan", "pay_review", "evidence", "risk", "tables", "codec"]),
    ("judge", &["number", "model", "law", "pay", "plan", "pay_review", "evidence", "risk", "codec", "text"]),
    ("desk", &["number", "model", "law", "pay", "plan", "pay_review", "evidence", "tables", "codec", "text"]),
    (
        "picture",
        &["number", "model", "pay", "plan", "pay_review", "evidence", "risk", "chart", "text", "judge"],
    ),
    // Of `codec` only the port of the shelf, `Store`, which the browser's storage is one of.
    ("browser", &["codec"]),
    ("first_screen", &["number", "model", "plan", "codec", "text", "judge", "desk", "picture", "browser"]),
    // The screen may know every room.
    ("ui", EVERY_ROOM),
];

/// The rooms that the screen may import.
const EVERY_ROOM: &[&str] = &[
    "number",
    "model",
    "law",
    "pay",
    "plan",
    "pay_review",
    "evidence",
    "risk",
    "tables",
    "chart",
    "picture",
    "codec",
    "text",
    "judge",
    "desk",
    "browser",
    "first_screen",
];

/// Where the browser may be known.
const WITH_BROWSER: &[&str] = &["browser", "first_screen", "ui"];

/// Where money would be computed in floats if there were any.
const WITHOUT_FLOATS: &[&str] = &["model", "law", "pay", "plan", "pay_review", "tables", "codec", "text"];
/// Estimation works on floats: its result is an estimate, not an amount.
const ESTIMATION: [&str; 4] = ["plan/sbg.rs", "plan/return_rate.rs", "plan/spread_delay.rs", "plan/delay.rs"];

/// A file of a room.
struct Source {
    /// The path within `src`, with slashes.
    path: String,
    /// The whole text.
    text: String,
    /// The text without comments and without tests.
    code: String,
}

impl Source {
    /// The folder right under `src`, or the file's own name.
    fn room(&self) -> &str {
        self.path.split(['/', '.']).next().unwrap_or_default()
    }

    fn is_in(&self, rooms: &[&str]) -> bool {
        rooms.contains(&self.room())
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    rust_files(&root).iter().map(|path| source(&root, path)).collect()
}

fn source(root: &Path, path: &Path) -> Source {
    let text = fs::read_to_string(path).unwrap();
    let steps: Vec<_> = path.strip_prefix(root).unwrap().iter().map(|step| step.to_string_lossy()).collect();
    Source { path: steps.join("/"), code: code(&text), text }
}

/// A text without its comments and without the tests at its end.
fn code(text: &str) -> String {
    let lines = text.lines().take_while(|line| line.trim() != "#[cfg(test)]");
    lines.filter(|line| !line.trim_start().starts_with("//")).map(|line| format!("{line}\n")).collect()
}

/// The rooms that a code names after `crate::`, alone or in braces.
fn imported(code: &str) -> Vec<&str> {
    let after = code.match_indices("crate::").map(|(at, found)| &code[at + found.len()..]);
    after
        .flat_map(|rest| if rest.starts_with('{') { in_braces(rest) } else { vec![first_word(rest)] })
        .collect()
}

/// The first words of a list in braces, lists within it left out.
fn in_braces(list: &str) -> Vec<&str> {
    let (mut depth, mut words, mut is_next) = (0, Vec::new(), false);
    for (at, sign) in list.char_indices() {
        match sign {
            '{' => (depth, is_next) = (depth + 1, depth == 0),
            '}' if depth == 1 => break,
            '}' => depth -= 1,
            ',' => is_next = depth == 1,
            _ if is_next && !sign.is_whitespace() => {
                words.push(first_word(&list[at..]));
                is_next = false;
            }
            _ => {}
        }
    }
    words
}

/// The files of the modules that a source declares, each as it may be called.
fn declared(source: &Source) -> Vec<[String; 2]> {
    let folder = source.path.strip_suffix(".rs").unwrap_or(&source.path);
    let top = ["lib", "main", "mod"].iter().find_map(|top| folder.strip_suffix(top));
    let top = top.filter(|rest| rest.is_empty() || rest.ends_with('/'));
    let folder = top.map_or(format!("{folder}/"), String::from);
    let modules = source.code.lines().filter_map(|line| line.strip_suffix(';')?.rsplit_once("mod "));
    let modules = modules.filter(|(before, _)| before.is_empty() || before.starts_with("pub"));
    let names = modules.map(|(_, name)| name).filter(|name| *name != "tests");
    names.map(|name| [format!("{folder}{name}.rs"), format!("{folder}{name}/mod.rs")]).collect()
}

fn first_word(text: &str) -> &str {
    let end = text.find(|sign: char| !(sign.is_alphanumeric() || sign == '_')).unwrap_or(text.len());
    &text[..end]
}

/// Whether a code holds a word that is not part of a longer one.
fn has_word(code: &str, word: &str) -> bool {
    let is_part = |sign: Option<char>| sign.is_some_and(|sign| sign.is_alphanumeric() || sign == '_');
    code.match_indices(word).any(|(at, _)| {
        !is_part(code[..at].chars().next_back()) && !is_part(code[at + word.len()..].chars().next())
    })
}

#[test]
fn arrows_run_one_way() {
    let mut faults = Vec::new();
    for source in sources() {
        let Some((room, may)) = ROOMS.iter().find(|(room, _)| *room == source.room()) else {
            continue;
        };
        for other in imported(&source.code) {
            let is_room = ROOMS.iter().any(|(known, _)| *known == other);
            if is_room && other != *room && !may.contains(&other) {
                faults.push(format!("{} imports {other}", source.path));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn the_sources_that_are_read_are_the_modules_of_the_house() {
    let sources = sources();
    let read: BTreeSet<&str> = sources.iter().map(|source| source.path.as_str()).collect();
    let mut modules: BTreeSet<String> = ["lib.rs", "main.rs"].map(String::from).into();
    for source in &sources {
        for names in declared(source) {
            let name = names.iter().find(|name| read.contains(name.as_str()));
            modules.insert(
                name.unwrap_or_else(|| panic!("{} declares {names:?}, which is not read", source.path))
                    .clone(),
            );
        }
    }
    let modules: BTreeSet<&str> = modules.iter().map(String::as_str).collect();
    assert_eq!(read.difference(&modules).collect::<Vec<_>>(), [&""; 0], "no module, yet in src");
}

/// The files of the formulas' rooms that may know a document: they read it into plain numbers, or tell of results
/// by what was entered.
const WITH_DOCUMENT: &[&str] = &[
    "pay/latest_score.rs",
    "pay/rating.rs",
    "pay/terms.rs",
    "plan/channel_months.rs",
    "plan/costs.rs",
    "plan/entered.rs",
    "plan/evaluate.rs",
    "plan/explain.rs",
    "plan/formula/evaluation.rs",
    "plan/formula/inputs.rs",
    "plan/reading.rs",
    "plan/relevance.rs",
    "plan/spread.rs",
    "plan/team.rs",
    "plan/ways_ahead.rs",
];

#[test]
fn formulas_know_no_document() {
    let records = ["Model", "Estimate", "Offer", "Person", "Team"];
    for source in
        sources().iter().filter(|source| source.is_in(&["pay", "plan"]) && !source.path.ends_with("mod.rs"))
    {
        let knows = records.iter().any(|name| has_word(&source.code, name));
        let may = WITH_DOCUMENT.contains(&source.path.as_str());
        assert_eq!(knows, may, "whether {} knows a document", source.path);
    }
}

#[test]
fn every_folder_is_a_known_room() {
    for source in sources() {
        let is_known = ROOMS.iter().any(|(room, _)| *room == source.room());
        assert!(is_known || !source.path.contains('/'), "{} is in no room of the house", source.path);
    }
}

#[test]
fn every_room_says_what_it_holds_and_what_it_must_not_know() {
    for source in sources().iter().filter(|source| source.path.ends_with("mod.rs")) {
        assert!(source.text.starts_with("//! "), "{} does not open with what it holds", source.path);
        let is_room = source.path.matches('/').count() == 1;
        let says = source.text.lines().any(|line| line.starts_with("//! **Never:** "));
        assert!(says || !is_room, "{} does not say what it must not know", source.path);
    }
}

#[test]
fn only_the_screen_knows_the_browser() {
    let foreign = ["leptos", "web_sys", "js_sys", "wasm_bindgen", "gloo_storage", "gloo_timers"];
    for source in sources().iter().filter(|source| !source.is_in(WITH_BROWSER) && source.path != "main.rs") {
        for name in foreign {
            assert!(!has_word(&source.code, name), "{} knows {name}", source.path);
        }
    }
}

#[test]
fn money_is_never_a_float() {
    for source in sources()
        .iter()
        .filter(|source| source.is_in(WITHOUT_FLOATS) && !ESTIMATION.contains(&source.path.as_str()))
    {
        for float in ["f64", "f32"] {
            assert!(!has_word(&source.code, float), "{} computes in {float}", source.path);
        }
    }
}

#[test]
fn nothing_outside_tests_panics_by_name() {
    let mut faults = Vec::new();
    for source in sources() {
        for line in source.code.lines() {
            let panics = [".unwrap()", ".expect(", "panic!", "unreachable!", "todo!", "unimplemented!"];
            if panics.iter().any(|name| line.contains(name)) {
                faults.push(format!("{}: {}", source.path, line.trim()));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn imports_are_read_in_every_form() {
    let code = "use crate::number::{Money, Share};\nuse crate::{model::{Model, check},\n plan};\n$crate::text::word()";
    assert_eq!(imported(code), ["number", "model", "plan", "text"]);
    assert!(has_word("let x: f64 = y;", "f64") && !has_word("as_f64(y)", "f64"));
}
