//! Small texts of the shelf: lines of `name=value`.

/// The pairs of a text; other lines are passed over.
pub(super) fn read(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.lines().filter_map(|line| line.split_once('='))
}

/// The text of pairs.
pub(super) fn write<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let lines: Vec<_> = pairs.map(|(name, value)| [name, "=", value].concat()).collect();
    lines.join("\n")
}
