//! Paths in code: what a module brings into scope, what it defines, what it names.

/// A name in scope, and the path that it stands for; `*` for all names of a module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// The name.
    pub name: String,
    /// The path, as it is written.
    pub path: Vec<String>,
}

/// Everything that `use` brings into a module.
pub fn imports(code: &str) -> Vec<Import> {
    let mut imports = Vec::new();
    for (at, _) in code.match_indices("use ") {
        if code[..at].chars().next_back().is_some_and(is_part) {
            continue;
        }
        let tree = code[at + 4..].split(';').next().unwrap_or_default();
        spread(&[], tree.trim(), &mut imports);
    }
    imports
}

/// Takes a tree of imports apart.
fn spread(before: &[String], tree: &str, imports: &mut Vec<Import>) {
    let (head, list) = match tree.find('{') {
        Some(at) => (&tree[..at], tree[at + 1..].rsplit_once('}').map(|(list, _)| list)),
        None => (tree, None),
    };
    let (head, alias) = head.split_once(" as ").map_or((head, None), |(head, alias)| (head, Some(alias)));
    let steps = head.split("::").map(str::trim).filter(|step| !step.is_empty()).map(str::to_owned);
    let mut path: Vec<String> = before.iter().cloned().chain(steps).collect();
    if let Some(list) = list {
        return in_list(list).into_iter().for_each(|tree| spread(&path, tree.trim(), imports));
    }
    if path.last().is_some_and(|last| last == "self") && path.len() > 1 {
        path.pop();
    }
    if let Some(last) = path.last() {
        let name = alias.map_or_else(|| last.clone(), |alias| alias.trim().to_owned());
        imports.push(Import { name, path });
    }
}

/// The members of a list, which may hold lists.
fn in_list(list: &str) -> Vec<&str> {
    let (mut depth, mut start, mut members) = (0, 0, Vec::new());
    for (at, sign) in list.char_indices() {
        match sign {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                members.push(&list[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    members.push(&list[start..]);
    members.into_iter().filter(|member| !member.trim().is_empty()).collect()
}

/// The names that a module defines, macros' among them.
pub fn defined(code: &str) -> Vec<&str> {
    let kinds = ["fn ", "struct ", "enum ", "trait ", "type ", "const ", "static ", "macro_rules! ", "mod "];
    let after = |kind: &'static str| {
        code.match_indices(kind)
            .filter(|(at, _)| !code[..*at].chars().next_back().is_some_and(is_part))
            .map(move |(at, found)| first_word(&code[at + found.len()..]))
    };
    kinds.into_iter().flat_map(after).collect()
}

/// Every whole path of two steps or more that a code names; what goes before a list of imports is none.
pub fn named(code: &str) -> Vec<Vec<String>> {
    let mut paths = Vec::new();
    let mut at = 0;
    while let Some(found) = code[at..].find("::").map(|found| found + at) {
        let start = code[..found]
            .rfind(|sign| !is_part(sign))
            .map_or(0, |before| before + code[before..].chars().next().map_or(1, char::len_utf8));
        let mut path = vec![code[start..found].to_owned()];
        let mut end = found;
        while code[end..].starts_with("::") {
            let word = first_word(&code[end + 2..]);
            end += 2 + word.len();
            if word.is_empty() {
                path.clear();
                break;
            }
            path.push(word.to_owned());
        }
        if path.len() > 1 && !path[0].is_empty() {
            paths.push(path);
        }
        at = end.max(found + 2);
    }
    paths
}

fn first_word(text: &str) -> &str {
    text.split(|sign| !is_part(sign)).next().unwrap_or_default()
}

fn is_part(sign: char) -> bool {
    sign.is_alphanumeric() || sign == '_'
}

#[test]
fn imports_are_read_in_every_form() {
    let code = "use super::{a::{B, self}, c::D as E};\npub use self::f::*;\nuse\u{20}g;";
    let read: Vec<_> = imports(code).into_iter().map(|own| (own.name, own.path.join("::"))).collect();
    let read: Vec<_> = read.iter().map(|(name, path)| (name.as_str(), path.as_str())).collect();
    let expected =
        [("B", "super::a::B"), ("a", "super::a"), ("E", "super::c::D"), ("*", "self::f::*"), ("g", "g")];
    assert_eq!(read, expected);
}

#[test]
fn paths_and_definitions_are_found() {
    let code = "pub const fn a() { b::c(d::E::F) }\nrecord! { pub struct G {} }";
    assert_eq!(named(code), [vec!["b", "c"], vec!["d", "E", "F"]]);
    assert!(defined(code).contains(&"a") && defined(code).contains(&"G"));
}
