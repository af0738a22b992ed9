//! Reads and changes the page that Trunk writes: its opening tags, their attributes, inline scripts.
//!
//! Reading is html5gum's, which follows the standard's own tokenizer; why that one, says docs/build.md.

use crate::step::Done;
use html5gum::emitters::default::DefaultEmitter;
use html5gum::{HtmlString, Span, Spanned, StartTag, Token, Tokenizer};
use std::collections::BTreeMap;
use std::ops::Range;

/// An opening tag and where it stands in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Tag {
    /// In small letters.
    pub name: String,
    /// In their order, values with character references resolved.
    attributes: Vec<(String, String)>,
    /// From `<` to after `>`.
    span: Range<usize>,
    /// For script and style: what stands between the opening and the closing tag.
    body: Option<Range<usize>>,
}

impl Tag {
    /// A tag to be written.
    pub fn new(name: &str, attributes: &[(&str, &str)]) -> Self {
        let attributes = attributes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Self { name: name.to_owned(), attributes: attributes.collect(), span: 0..0, body: None }
    }

    /// The value of an attribute; empty for one without a value.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(other, _)| other == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The same tag without an attribute.
    pub fn without(mut self, name: &str) -> Self {
        self.attributes.retain(|(other, _)| other != name);
        self
    }

    /// The same tag with an attribute, in the place of an older one of that name or at the end.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        match self.attributes.iter_mut().find(|(other, _)| other == name) {
            Some((_, old)) => *old = value.to_owned(),
            None => self.attributes.push((name.to_owned(), value.to_owned())),
        }
        self
    }

    /// The address of what the tag loads: `src`, or `href` of anything but a link to follow.
    pub fn loads(&self) -> Option<&str> {
        let followed = matches!(self.name.as_str(), "a" | "area" | "base");
        let href = if followed { None } else { self.attribute("href") };
        self.attribute("src").or(href)
    }

    /// What stands in a script or a style, of the text that the tag was read from.
    pub fn body<'a>(&self, html: &'a str) -> Option<&'a str> {
        html.get(self.body.clone()?)
    }

    /// The tag as HTML.
    pub fn written(&self) -> String {
        let attributes = self.attributes.iter().map(|(name, value)| {
            let value = value.replace('&', "&amp;").replace('"', "&quot;");
            if value.is_empty() { format!(" {name}") } else { format!(" {name}=\"{value}\"") }
        });
        format!("<{}{}>", self.name, attributes.collect::<String>())
    }

    fn read(tag: StartTag<usize>) -> Self {
        let name = text(&tag.name);
        let body = matches!(name.as_str(), "script" | "style").then_some(tag.span.end..tag.span.end);
        Self { name, attributes: in_order(tag.attributes), span: range(tag.span), body }
    }
}

/// All opening tags of a text, in order; comments and the insides of scripts and styles are no tags.
pub fn tags(html: &str) -> Vec<Tag> {
    let mut tags: Vec<Tag> = Vec::new();
    let mut is_in_raw = false;
    for token in tokens(html) {
        match token {
            Token::StartTag(tag) => {
                let tag = Tag::read(tag);
                is_in_raw = tag.body.is_some();
                tags.push(tag);
            }
            Token::EndTag(_) => is_in_raw = false,
            Token::String(text) if is_in_raw => {
                let body = tags.last_mut().and_then(|tag| tag.body.as_mut());
                body.into_iter().for_each(|body| body.end = text.span.end);
            }
            _ => {}
        }
    }
    tags
}

/// The text with some of its tags, each with its body, replaced by what `change` says; it says nothing of a tag that stays.
pub fn changed(html: &str, mut change: impl FnMut(&Tag) -> Done<Option<String>>) -> Done<String> {
    let mut whole = String::new();
    let mut written = 0;
    for tag in tags(html) {
        let Some(replacement) = change(&tag)? else { continue };
        whole += html.get(written..tag.span.start).unwrap_or_default();
        whole += &replacement;
        written = tag.body.map_or(tag.span.end, |body| body.end);
    }
    Ok(whole + html.get(written..).unwrap_or_default())
}

/// The page with something more at the end of its head.
pub fn with_in_head(html: &str, more: &str) -> Done<String> {
    let closes_head = |token: Token<usize>| match token {
        Token::EndTag(end) if text(&end.name) == "head" => Some(end.span.start),
        _ => None,
    };
    let end = tokens(html).find_map(closes_head).ok_or("the page has no </head>")?;
    let (before, after) = html.split_at_checked(end).ok_or("the page's </head> stands nowhere")?;
    Ok(format!("{before}{more}{after}"))
}

fn tokens(html: &str) -> impl Iterator<Item = Token<usize>> {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    Tokenizer::new_with_emitter(html, emitter).flatten()
}

fn in_order(attributes: BTreeMap<HtmlString, Spanned<HtmlString, usize>>) -> Vec<(String, String)> {
    let mut all: Vec<_> = attributes.into_iter().collect();
    all.sort_by_key(|(_, value)| value.span.start);
    all.iter().map(|(name, value)| (text(name), text(value))).collect()
}

fn text(bytes: &HtmlString) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn range(span: Span<usize>) -> Range<usize> {
    span.start..span.end
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!doctype html><!-- <b> --><html lang=ru><title>Обкатка</title><link rel=icon href='a b.svg'>\r\n\
        <script type=\"module\">if (1 < 2) { '<i>я' }</script><img src=x.png?a&amp;b alt><a href=//y>y</a></head>";

    #[test]
    fn reads_tags_and_their_attributes() {
        let tags = tags(PAGE);
        let names: Vec<&str> = tags.iter().map(|tag| tag.name.as_str()).collect();
        assert_eq!(names, ["html", "title", "link", "script", "img", "a"]);
        assert_eq!(tags[0].attribute("lang"), Some("ru"));
        assert_eq!(tags[2].loads(), Some("a b.svg"));
        assert_eq!(tags[3].body(PAGE), Some("if (1 < 2) { '<i>я' }"));
        assert_eq!(tags[4].loads(), Some("x.png?a&b"));
        assert_eq!(tags[4].attribute("alt"), Some(""));
        assert_eq!(tags[5].loads(), None);
        assert_eq!(tags[5].body(PAGE), None);
    }

    #[test]
    fn changes_tags_and_leaves_the_rest() {
        let page = changed(PAGE, |tag| {
            Ok(match tag.name.as_str() {
                "html" => Some(tag.clone().without("lang").written()),
                "script" => Some(tag.clone().without("type").with("src", "a.js").written()),
                "img" => Some(tag.clone().with("src", "\"&").written()),
                _ => None,
            })
        });
        assert_eq!(
            page.unwrap(),
            "<!doctype html><!-- <b> --><html><title>Обкатка</title><link rel=icon href='a b.svg'>\r\n\
             <script src=\"a.js\"></script><img src=\"&quot;&amp;\" alt><a href=//y>y</a></head>"
        );
        assert_eq!(changed(PAGE, |_| Ok(None)).as_deref(), Ok(PAGE));
        assert_eq!(changed(PAGE, |_| Err("no".into())), Err("no".into()));
    }

    #[test]
    fn a_tag_is_put_at_the_end_of_the_head() {
        let page = with_in_head(PAGE, &Tag::new("link", &[("rel", "x"), ("href", "./y")]).written());
        assert!(page.unwrap().ends_with("y</a><link rel=\"x\" href=\"./y\"></head>"));
        assert!(with_in_head("<title></head></title>", "<b>").is_err());
    }

    #[test]
    fn broken_text_ends_quietly() {
        for text in ["<", "<a", "<a b", "<a b=", "<a b='", "<script>", "<!--", "я<é =>", "<a =\"я"] {
            assert_eq!(changed(text, |_| Ok(None)).as_deref(), Ok(text));
        }
    }
}
