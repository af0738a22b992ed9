//! XML and HTML as a stream of tags and texts: as much of either as tables need. Prefixes of names are cut off, letters of
//! names keep their case.

use super::contents::WorkbookFault;
use super::zip::Stream;
use std::borrow::Cow;

/// The longest tag or text, in bytes.
const LONGEST: usize = 1 << 20;
/// The most that a file inside of a packed one unpacks to, in bytes: of one that is read with rests, and of a small one.
const MOST: usize = 256 << 20;
const MOST_SMALL: usize = 4 << 20;

/// A piece of markup.
#[derive(Debug)]
pub(super) enum Piece<'m> {
    /// A tag that opens: name, attributes as they stand, whether it closes itself.
    Open(&'m str, Attributes<'m>, bool),
    /// A tag that closes.
    Close(&'m str),
    /// Text, with its marks resolved.
    Text(Cow<'m, str>),
}

/// The attributes of a tag.
#[derive(Clone, Copy, Debug)]
pub(super) struct Attributes<'m>(&'m str);

impl Attributes<'_> {
    /// The value of an attribute, by its name without prefix and without regard to the case of letters.
    pub fn value(self, name: &str) -> Option<String> {
        let mut rest = self.0;
        loop {
            let (before, after) = rest.split_once('=')?;
            let own = before.trim().rsplit([' ', '\n', '\r', '\t', ':']).next().unwrap_or_default();
            let after = after.trim_start();
            let (value, left) = match after.chars().next() {
                Some(quote @ ('"' | '\'')) => after.get(1..)?.split_once(quote)?,
                _ => after.split_once([' ', '\n', '\t']).unwrap_or((after, "")),
            };
            if own.eq_ignore_ascii_case(name) {
                return Some(unescaped(value).into_owned());
            }
            rest = left;
        }
    }

    /// A whole number.
    pub fn number(self, name: &str) -> Option<usize> {
        self.value(name)?.trim().parse().ok()
    }
}

/// Reads markup piece by piece.
pub(super) struct Markup<'b> {
    stream: Stream<'b>,
    buffer: Vec<u8>,
    at: usize,
    taken: usize,
    most: usize,
    is_ended: bool,
}

/// What stands at a place, and up to where.
#[derive(Clone, Copy)]
enum Token {
    /// A comment, an instruction: nothing that is said.
    Aside,
    /// Text that is meant as it stands, between its marks.
    Verbatim,
    Tag,
    Text,
}

/// How text that is meant as it stands begins.
const VERBATIM: &[u8] = b"<![CDATA[";

impl<'b> Markup<'b> {
    /// At its beginning.
    pub const fn new(stream: Stream<'b>) -> Self {
        Self { stream, buffer: Vec::new(), at: 0, taken: 0, most: MOST, is_ended: false }
    }

    /// The same of a file that is read in one go, and therefore small.
    pub fn small(self) -> Self {
        Self { most: MOST_SMALL, ..self }
    }

    /// How much of what it is read from is taken, and of how much.
    pub const fn progress(&self) -> (usize, usize) {
        self.stream.progress()
    }

    /// The next piece; none at the end. What says nothing is an empty text: who reads can rest there too.
    pub fn next(&mut self) -> Result<Option<Piece<'_>>, WorkbookFault> {
        let Some((token, length)) = self.token()? else { return Ok(None) };
        let start = self.at;
        self.at = start.saturating_add(length);
        let part = |start: usize, end: usize| self.buffer.get(start..end).unwrap_or_default();
        Ok(Some(match token {
            Token::Aside => Piece::Text(Cow::Borrowed("")),
            Token::Tag | Token::Text => piece(part(start, self.at)),
            Token::Verbatim => {
                let inner = part(start.saturating_add(VERBATIM.len()), self.at.saturating_sub(3));
                Piece::Text(String::from_utf8_lossy(inner))
            }
        }))
    }

    /// What stands here and how long it is.
    fn token(&mut self) -> Result<Option<(Token, usize)>, WorkbookFault> {
        loop {
            let rest = self.buffer.get(self.at..).unwrap_or_default();
            if let Some(found) = token(rest) {
                return Ok(Some(found));
            }
            if self.is_ended {
                // What is left is text, or breaks off.
                let is_text = !rest.is_empty() && !rest.starts_with(b"<");
                return Ok(is_text.then_some((Token::Text, rest.len())));
            }
            if rest.len() > LONGEST {
                return Err(WorkbookFault::TooLarge);
            }
            self.buffer.drain(..self.at);
            self.at = 0;
            let taken = self.stream.take(&mut self.buffer)?;
            self.taken = self.taken.saturating_add(taken);
            self.is_ended = taken == 0;
            if self.taken > self.most {
                return Err(WorkbookFault::TooLarge);
            }
        }
    }
}

fn find(text: &[u8], part: &[u8]) -> Option<usize> {
    text.windows(part.len()).position(|window| window == part)
}

/// What a text begins with and how long that is; none if its end is not there yet.
fn token(text: &[u8]) -> Option<(Token, usize)> {
    let up_to = |mark: &[u8]| find(text, mark).map(|at| at.saturating_add(mark.len()));
    match text {
        [] | [b'<'] => None,
        [b'<', b'?', ..] => Some((Token::Aside, up_to(b"?>").or_else(|| up_to(b">"))?)),
        [b'<', b'!', b'-', ..] => Some((Token::Aside, up_to(b"-->")?)),
        [b'<', b'!', b'[', b'C', ..] => Some((Token::Verbatim, up_to(b"]]>")?)),
        [b'<', b'!', ..] => Some((Token::Aside, up_to(b">")?)),
        [b'<', mark, ..] if mark.is_ascii_alphabetic() || *mark == b'/' => {
            Some((Token::Tag, tag_length(text)?))
        }
        [_, rest @ ..] => {
            let end = rest.iter().position(|&byte| byte == b'<')?;
            Some((Token::Text, end.saturating_add(1)))
        }
    }
}

/// The length of a tag: up to its end, which does not stand in quotes.
fn tag_length(text: &[u8]) -> Option<usize> {
    let mut quote = None;
    for (at, &byte) in text.iter().enumerate() {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'>') => return Some(at.saturating_add(1)),
            (Some(own), _) if own == byte => quote = None,
            _ => {}
        }
    }
    None
}

fn piece(token: &[u8]) -> Piece<'_> {
    let Some(inner) = token.strip_prefix(b"<").and_then(|rest| rest.strip_suffix(b">")) else {
        return match String::from_utf8_lossy(token) {
            Cow::Borrowed(text) => Piece::Text(unescaped(text)),
            Cow::Owned(text) => Piece::Text(Cow::Owned(unescaped(&text).into_owned())),
        };
    };
    // What is no UTF-8 names nothing that is looked for.
    let inner = core::str::from_utf8(inner).unwrap_or_default();
    if let Some(name) = inner.strip_prefix('/') {
        return Piece::Close(local(name.trim()));
    }
    let (inner, is_closed) = inner.strip_suffix('/').map_or((inner, false), |inner| (inner, true));
    let (name, attributes) = inner.split_once([' ', '\n', '\r', '\t']).unwrap_or((inner, ""));
    Piece::Open(local(name), Attributes(attributes), is_closed)
}

/// A name without its prefix.
fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

/// The longest mark that stands for a letter: `&#x10FFFF;`.
const MARK: usize = 10;

/// A text with its marks for letters resolved.
fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        // Looked for no further than a mark is long: a megabyte of `&` is as quick as any text.
        let end = after.bytes().take(MARK.saturating_add(1)).position(|byte| byte == b';');
        let mark = end.and_then(|end| Some((after.get(..end)?, after.get(end.saturating_add(1)..)?)));
        match mark.and_then(|(mark, left)| Some((letter(mark)?, left))) {
            Some((letter, left)) => {
                plain.push(letter);
                rest = left;
            }
            None => {
                plain.push('&');
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

fn letter(mark: &str) -> Option<char> {
    Some(match mark {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{A0}',
        "laquo" => '«',
        "raquo" => '»',
        "mdash" => '—',
        "ndash" => '–',
        "minus" => '−',
        "euro" => '€',
        "pound" => '£',
        _ => {
            let number = mark.strip_prefix('#')?;
            let hex = number.strip_prefix(['x', 'X']);
            let code = hex.map_or_else(|| number.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok());
            char::from_u32(code?)?
        }
    })
}

#[cfg(test)]
mod tests {
    use super::super::zip::Stream;
    use super::{Markup, Piece};

    /// The pieces of a text, written anew.
    fn pieces(text: &str) -> String {
        let mut markup = Markup::new(Stream::plain(text.as_bytes()));
        let mut out = String::new();
        while let Some(piece) = markup.next().unwrap() {
            match piece {
                Piece::Open(name, attributes, is_closed) => {
                    let value = attributes.value("r").unwrap_or_default();
                    out.push_str(&format!("<{name} {value}{}>", if is_closed { "/" } else { "" }));
                }
                Piece::Close(name) => out.push_str(&format!("</{name}>")),
                Piece::Text(text) => out.push_str(&text),
            }
        }
        out
    }

    #[test]
    fn tags_texts_and_what_is_neither() {
        assert_eq!(
            pieces("<?xml?><x:c a='<>' ss:R=\"A&amp;1\">1 &lt; 2<v/></x:c>"),
            "<c A&1>1 < 2<v ></c>".replace("<v >", "<v /> ").replace("/> ", "/>")
        );
        assert_eq!(pieces("a<!-- <b> --><![CDATA[<&>]]>&#1052;&#x41;&no;&"), "a<&>МA&no;&");
        assert_eq!(pieces("a < b <td r=5>c"), "a < b <td 5>c");
        assert_eq!(pieces("<td r=\"never ends"), "");
        assert_eq!(pieces("&#x10FFFF;&#x110000;&;"), "\u{10FFFF}&#x110000;&;");
        assert_eq!(pieces(""), "");
    }

    /// Nothing here is worse than one look at each byte: this would take hours otherwise.
    #[test]
    fn marks_that_never_end_are_quick() {
        let text = "&".repeat(900_000);
        assert_eq!(pieces(&text), text);
    }
}
