//! Just enough reading of HTML for the page that Trunk writes: tags, their attributes, inline scripts.

use std::ops::Range;

/// An opening tag and where it stands in the text.
#[derive(Debug)]
pub struct Tag {
    /// In small letters.
    pub name: String,
    attributes: Vec<(String, String)>,
    /// From `<` to after `>`.
    pub span: Range<usize>,
    /// For script and style: what stands between the opening and the closing tag.
    pub body: Option<Range<usize>>,
}

impl Tag {
    /// The value of an attribute; empty for one without a value.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(other, _)| other == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The address of what the tag loads: `src`, or `href` of anything but a link to follow.
    pub fn loads(&self) -> Option<&str> {
        let followed = matches!(self.name.as_str(), "a" | "area" | "base");
        let href = if followed { None } else { self.attribute("href") };
        self.attribute("src").or(href)
    }
}

/// All opening tags of a text, in order; comments and the insides of scripts and styles are no tags.
pub fn tags(html: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(start) = find(html, at, "<") {
        at = if html[start..].starts_with("<!--") {
            find(html, start, "-->").map_or(html.len(), |end| end + 3)
        } else if html[start + 1..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            let tag = tag(html, start);
            let after = tag.body.as_ref().map_or(tag.span.end, |body| body.end);
            tags.push(tag);
            after
        } else {
            start + 1
        };
    }
    tags
}

fn tag(html: &str, start: usize) -> Tag {
    let name_end = end_of_word(html, start + 1);
    let name = html[start + 1..name_end].to_ascii_lowercase();
    let (attributes, end) = attributes(html, name_end);
    let raw = matches!(name.as_str(), "script" | "style");
    let body = raw.then(|| end..find_closing(html, end, &name));
    Tag { name, attributes, span: start..end, body }
}

/// The attributes from `at` on, and the place after the tag's `>`.
fn attributes(html: &str, mut at: usize) -> (Vec<(String, String)>, usize) {
    let mut found = Vec::new();
    loop {
        at = skip(html, at, |c| c.is_ascii_whitespace() || c == '/');
        match html[at..].chars().next() {
            None => return (found, at),
            Some('>') => return (found, at + 1),
            Some(_) => {}
        }
        let end = end_of_word(html, at).max(at + 1);
        let name = html[at..end].to_ascii_lowercase();
        let (value, after) = value(html, end);
        found.push((name, value));
        at = after;
    }
}

/// The value after an attribute's name, quoted or not, and the place after it.
fn value(html: &str, at: usize) -> (String, usize) {
    let sign = skip(html, at, |c| c.is_ascii_whitespace());
    if !html[sign..].starts_with('=') {
        return (String::new(), at);
    }
    let start = skip(html, sign + 1, |c| c.is_ascii_whitespace());
    let quote = html[start..].chars().next().filter(|c| matches!(c, '"' | '\''));
    let Some(quote) = quote else {
        let end = skip(html, start, |c| !c.is_ascii_whitespace() && c != '>');
        return (plain(&html[start..end]), end);
    };
    let inside = start + 1;
    let end = skip(html, inside, |c| c != quote);
    (plain(&html[inside..end]), (end + 1).min(html.len()))
}

/// The character references that turn up in addresses and policies, resolved.
fn plain(value: &str) -> String {
    value.replace("&#39;", "'").replace("&quot;", "\"").replace("&amp;", "&")
}

fn end_of_word(html: &str, at: usize) -> usize {
    skip(html, at, |c| !c.is_ascii_whitespace() && !matches!(c, '=' | '>' | '/'))
}

fn skip(html: &str, at: usize, wanted: impl Fn(char) -> bool) -> usize {
    html[at..].find(|c| !wanted(c)).map_or(html.len(), |length| at + length)
}

fn find(html: &str, at: usize, what: &str) -> Option<usize> {
    html[at..].find(what).map(|length| at + length)
}

fn find_closing(html: &str, at: usize, name: &str) -> usize {
    let closing = format!("</{name}");
    find(&html.to_ascii_lowercase(), at, &closing).unwrap_or(html.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!doctype html><!-- <b> --><html lang=ru><link rel=icon href='a b.svg'>\
        <script type=\"module\">if (1 < 2) { '<i>' }</script><img src=x.png alt><a href=//y>y</a>";

    #[test]
    fn reads_tags_and_their_attributes() {
        let tags = tags(PAGE);
        let names: Vec<&str> = tags.iter().map(|tag| tag.name.as_str()).collect();
        assert_eq!(names, ["html", "link", "script", "img", "a"]);
        assert_eq!(tags[0].attribute("lang"), Some("ru"));
        assert_eq!(tags[1].loads(), Some("a b.svg"));
        assert_eq!(tags[3].attribute("alt"), Some(""));
        assert_eq!(tags[4].loads(), None);
    }

    #[test]
    fn a_script_keeps_its_body() {
        let tags = tags(PAGE);
        let body = tags[2].body.clone().unwrap();
        assert_eq!(&PAGE[body], "if (1 < 2) { '<i>' }");
    }

    #[test]
    fn broken_text_ends_quietly() {
        for text in ["<", "<a", "<a b", "<a b=", "<a b='", "<script>", "<!--", "я<é =>", "<a =\"я"] {
            tags(text);
        }
    }
}
