//! The files of the program, as modules, without comments, texts and tests.

use crate::files::rust_files;
use std::fs;
use std::path::{Path, PathBuf};

/// A file, which is a module.
pub struct Source {
    /// The path within `src`, with slashes.
    pub path: String,
    /// The path of the module: `["ui", "fields", "number"]`; empty for the crate.
    pub module: Vec<String>,
    /// The text without comments, the insides of texts, and tests.
    pub code: String,
}

/// All files under `src`.
pub fn sources() -> Vec<Source> {
    let root = std::env::var_os("STRUCTURE_OF")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), PathBuf::from);
    let paths = rust_files(&root);
    paths.iter().filter(|path| !is_program(path)).map(|path| source(&root, path)).collect()
}

/// The program only starts what the library holds.
fn is_program(path: &Path) -> bool {
    path.ends_with("src/main.rs")
}

fn source(root: &Path, path: &Path) -> Source {
    let steps: Vec<_> = path.strip_prefix(root).unwrap().iter().map(|step| step.to_string_lossy()).collect();
    let path_text = steps.join("/");
    let module = path_text.trim_end_matches(".rs").split('/').map(str::to_owned);
    let module = module.filter(|step| !matches!(step.as_str(), "mod" | "lib" | "main")).collect();
    Source { path: path_text, module, code: bare(&fs::read_to_string(path).unwrap()) }
}

/// A text without comments and tests; its own texts are emptied, so that no brace in them counts.
pub fn bare(text: &str) -> String {
    let text = text.split("\n#[cfg(test)]").next().unwrap_or_default();
    let (mut bare, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(sign) = rest.chars().next() {
        let taken = match sign {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '"' => {
                bare.push_str("\"\"");
                after_text(rest)
            }
            'r' if rest.starts_with("r#\"") => {
                bare.push_str("\"\"");
                rest.get(3..).and_then(|inner| inner.find("\"#")).map_or(rest.len(), |end| end + 5)
            }
            '\'' => after_letter(rest).unwrap_or_else(|| {
                bare.push(sign);
                1
            }),
            _ => {
                bare.push(sign);
                sign.len_utf8()
            }
        };
        rest = rest.get(taken..).unwrap_or_default();
    }
    bare
}

/// The length of a text in quotes. Its line ends do not count as lines of code.
fn after_text(text: &str) -> usize {
    let mut is_escaped = false;
    for (at, sign) in text.char_indices().skip(1) {
        match sign {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The length of a letter in quotes; none where a lifetime begins.
fn after_letter(text: &str) -> Option<usize> {
    let mut signs = text.char_indices().skip(1);
    let (_, sign) = signs.next()?;
    if sign == '\\' {
        return text.get(2..)?.find('\'').map(|end| end + 3).map(|end| end.max(4));
    }
    signs.next().filter(|(_, sign)| *sign == '\'').map(|(at, _)| at + 1)
}

#[test]
fn a_bare_text_has_no_comments_texts_and_tests() {
    let text =
        "//! A\nfn f<'a>() { g(\"{ // \\\" \", '{', '\\'', r#\"{\"#) } // }\n\n#[cfg(test)]\nmod tests;";
    assert_eq!(bare(text), "\nfn f<'a>() { g(\"\", , , \"\") } \n");
}
