//! House rules that no linter knows: text stays text, and the page loads nothing of others.

use crate::html;
use crate::project::{self, read};
use crate::step::Done;
use std::path::Path;

/// Checks the sources; every breach is a line of the error.
pub fn check() -> Done {
    let root = project::root();
    let mut breaches = Vec::new();
    for path in project::files(&root.join("src")) {
        search(&path, raw_html, &mut breaches)?;
    }
    for path in project::files(&root.join("style")) {
        search(&path, foreign_style, &mut breaches)?;
    }
    search(&root.join("index.html"), page, &mut breaches)?;
    if breaches.is_empty() { Ok(()) } else { Err(breaches.join("\n")) }
}

fn search(path: &Path, rule: fn(&str) -> Vec<String>, breaches: &mut Vec<String>) -> Done {
    let kinds = ["rs", "css", "html"];
    if path.extension().is_some_and(|ending| kinds.iter().any(|kind| ending == *kind)) {
        let found = rule(&read(path)?).into_iter();
        breaches.extend(found.map(|breach| format!("{}: {breach}", path.display())));
    }
    Ok(())
}

/// Markup made from strings would let a shared model run scripts.
fn raw_html(source: &str) -> Vec<String> {
    let lines = source.lines().enumerate();
    let raw = lines.filter(|(_, line)| line.contains("inner_html") || line.contains("outer_html"));
    raw.map(|(number, _)| format!("line {} sets raw HTML", number + 1)).collect()
}

fn foreign_style(source: &str) -> Vec<String> {
    let addresses = source.split("url(").skip(1).map(|rest| rest.trim_start_matches(['"', '\'', ' ']));
    let foreign = addresses.filter(|address| is_foreign(address));
    let mut found: Vec<String> = foreign.map(|_| "loads from elsewhere by url()".to_owned()).collect();
    if source.contains("@import") {
        found.push("@import costs a round trip".to_owned());
    }
    found
}

fn page(source: &str) -> Vec<String> {
    html::tags(source).iter().filter_map(breach).collect()
}

fn breach(tag: &html::Tag) -> Option<String> {
    if let Some(address) = tag.loads().filter(|address| is_foreign(address)) {
        return Some(format!("<{}> loads {address}", tag.name));
    }
    let styled = tag.name == "style" || tag.attribute("style").is_some();
    styled.then(|| format!("<{}>: its policy forbids inline styles", tag.name))
}

fn is_foreign(address: &str) -> bool {
    ["http:", "https:", "//", "ws:", "wss:"].iter().any(|start| address.trim().starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn foreign_addresses_and_raw_markup_are_found() {
        assert_eq!(raw_html("a\n<p inner_html=x/>").len(), 1);
        assert_eq!(foreign_style("a { b: url( 'https://x/y') }").len(), 1);
        assert_eq!(foreign_style("a { b: url(#c) }"), Vec::<String>::new());
        assert_eq!(page("<script src=//x></script><a href=https://y>y</a>").len(), 1);
        assert_eq!(page("<b style='c:d'>").len(), 1);
    }
}
