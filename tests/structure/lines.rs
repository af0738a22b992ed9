//! Lines of code, and how many of them only say what is drawn.

use super::sources::Source;
use std::collections::BTreeMap;

/// Lines that are neither blank nor comments nor tests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    /// All of them.
    pub all: usize,
    /// Those inside `view!`, its own braces among them.
    pub in_view: usize,
}

/// The lines of each room.
pub fn by_room(sources: &[Source]) -> BTreeMap<String, Lines> {
    let mut rooms: BTreeMap<String, Lines> = BTreeMap::new();
    for source in sources.iter().filter(|source| !source.module.is_empty()) {
        let lines = lines(&source.code);
        let room = rooms.entry(source.module[0].clone()).or_default();
        *room = Lines { all: room.all + lines.all, in_view: room.in_view + lines.in_view };
    }
    rooms
}

fn lines(code: &str) -> Lines {
    let full = |text: &str| text.lines().filter(|line| !line.trim().is_empty()).count();
    let mut in_view = 0;
    let mut rest = code;
    while let Some(at) = rest.find("view! {") {
        let inside = &rest[at..];
        let end = matching(inside);
        in_view += full(&inside[..end]);
        rest = &inside[end..];
    }
    Lines { all: full(code), in_view }
}

/// The end of the first block in braces.
fn matching(text: &str) -> usize {
    let mut depth = 0;
    for (at, sign) in text.char_indices() {
        match sign {
            '{' => depth += 1,
            '}' if depth == 1 => return at + 1,
            '}' => depth -= 1,
            _ => {}
        }
    }
    text.len()
}

#[test]
fn lines_inside_a_view_are_told_apart() {
    let code = "fn a() {\n\n    view! {\n        <p>{b}</p>\n    }\n    .into_any()\n}\n";
    assert_eq!(lines(code), Lines { all: 6, in_view: 3 });
}
