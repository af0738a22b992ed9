//! Text into tokens, and walking over them.

use core::ops::Range;

use super::result::{NumberError, NumberFault};
use super::words::{KnownWord, is_currency_sign, is_letter, word};

/// Which horizontal stroke was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dash {
    /// From the keyboard: a minus or a range.
    Hyphen,
    /// U+2212: only ever a minus.
    Minus,
    /// En or em dash: a minus before a number, a range between two.
    Long,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    Number,
    KnownWord(KnownWord),
    Dots,
    Dash(Dash),
    PlusMinus,
    Plus,
    Times,
    Over,
    Open,
    Close,
    Percent,
    Equals,
    Unknown,
    End,
}

/// A piece of the text, in bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub kind: TokenKind,
    pub start: usize,
    pub end: usize,
}

impl Token {
    pub fn at(self) -> Range<usize> {
        self.start..self.end
    }
}

/// Walks over the tokens of a text; past the last one stands [`TokenKind::End`].
pub(super) struct Cursor<'t> {
    text: &'t str,
    tokens: Vec<Token>,
    next: usize,
}

impl<'t> Cursor<'t> {
    pub fn new(text: &'t str) -> Self {
        let mut tokens = Vec::new();
        let mut rest = text.trim_start_matches(is_blank);
        while !rest.is_empty() {
            let (kind, length) = first(rest);
            let start = text.len().saturating_sub(rest.len());
            tokens.push(Token { kind, start, end: start.saturating_add(length) });
            rest = rest.get(length..).unwrap_or_default().trim_start_matches(is_blank);
        }
        Self { text, tokens, next: 0 }
    }

    pub fn peek(&self) -> Token {
        let end = self.text.len();
        self.tokens.get(self.next).copied().unwrap_or(Token { kind: TokenKind::End, start: end, end })
    }

    /// The token after the next.
    pub fn after_next(&self) -> TokenKind {
        self.tokens.get(self.next.saturating_add(1)).map_or(TokenKind::End, |token| token.kind)
    }

    /// Steps over the next token if it is the wanted one.
    pub fn take(&mut self, wanted: TokenKind) -> Option<Token> {
        self.take_if(|kind| kind == wanted)
    }

    /// Steps over the next token if its kind is as wanted.
    pub fn take_if(&mut self, wanted: impl Fn(TokenKind) -> bool) -> Option<Token> {
        let token = self.peek();
        wanted(token.kind).then(|| {
            self.next = self.next.saturating_add(1);
            token
        })
    }

    /// Steps over a sign, if one stands here; true for a minus.
    pub fn sign(&mut self) -> Option<bool> {
        let token = self.take_if(|kind| matches!(kind, TokenKind::Plus | TokenKind::Dash(_)))?;
        Some(token.kind != TokenKind::Plus)
    }

    /// Text of a token.
    pub fn text(&self, token: Token) -> &'t str {
        self.text.get(token.at()).unwrap_or_default()
    }

    /// Place from a byte to the end of the last token taken.
    pub fn since(&self, start: usize) -> Range<usize> {
        let last = self.next.checked_sub(1).and_then(|last| self.tokens.get(last));
        start..last.map_or(start, |token| token.end.max(start))
    }

    /// Place of everything but the blanks around.
    pub fn whole(&self) -> Range<usize> {
        let start = self.tokens.first().map_or(0, |token| token.start);
        start..self.tokens.last().map_or(start, |token| token.end)
    }

    pub fn has_number(&self) -> bool {
        self.tokens.iter().any(|token| token.kind == TokenKind::Number)
    }

    /// The error of finding the next token where a number should stand.
    pub fn number_expected(&self) -> NumberError {
        let token = self.peek();
        let fault = match token.kind {
            TokenKind::KnownWord(_) | TokenKind::Unknown => NumberFault::UnexpectedText,
            _ => NumberFault::NumberExpected,
        };
        NumberError::new(fault, token.at())
    }
}

/// Whether a text begins with what says that its number is a guess: `~500`, «около 500».
pub(crate) fn is_guess(text: &str) -> bool {
    first(text).0 == TokenKind::KnownWord(KnownWord::About)
}

/// TokenKind and length in bytes of the first token of a text that does not begin with a blank.
fn first(rest: &str) -> (TokenKind, usize) {
    if let Some(length) = number(rest) {
        return (TokenKind::Number, length);
    }
    let Some(mark) = rest.chars().next() else { return (TokenKind::End, 0) };
    if is_letter(mark) {
        let length = word_length(rest);
        return (TokenKind::KnownWord(word(rest.get(..length).unwrap_or_default())), length);
    }
    // A phone's keypad has one of the two only.
    if mark == '.' || mark == ',' {
        return dots(rest, mark);
    }
    if rest.starts_with("+/-") {
        return (TokenKind::PlusMinus, 3);
    }
    (sign(mark), mark.len_utf8())
}

fn sign(mark: char) -> TokenKind {
    match mark {
        '-' | '\u{2010}' | '\u{2011}' => TokenKind::Dash(Dash::Hyphen),
        '\u{2212}' => TokenKind::Dash(Dash::Minus),
        '–' | '—' => TokenKind::Dash(Dash::Long),
        '…' => TokenKind::Dots,
        '±' => TokenKind::PlusMinus,
        '+' => TokenKind::Plus,
        '*' | '×' | '·' => TokenKind::Times,
        '/' | '÷' | ':' => TokenKind::Over,
        '(' => TokenKind::Open,
        ')' => TokenKind::Close,
        '%' => TokenKind::Percent,
        '=' => TokenKind::Equals,
        '~' | '≈' => TokenKind::KnownWord(KnownWord::About),
        money if is_currency_sign(money) => TokenKind::KnownWord(KnownWord::Currency),
        _ => TokenKind::Unknown,
    }
}

/// Two or three points or commas stand between the ends of a range; any other row of them means nothing.
fn dots(rest: &str, wanted: char) -> (TokenKind, usize) {
    let length = leading(rest, |mark| mark == wanted);
    let kind = if matches!(length, 2 | 3) { TokenKind::Dots } else { TokenKind::Unknown };
    (kind, length)
}

/// Length of a word with the full stop of an abbreviation, which is not the beginning of a range.
fn word_length(rest: &str) -> usize {
    let length = leading(rest, is_letter);
    let tail = rest.get(length..).unwrap_or_default();
    let stop = tail.starts_with('.') && !tail.starts_with("..");
    length.saturating_add(usize::from(stop))
}

/// Length of the number a text begins with: digits with separators between them, or one decimal separator at either
/// end (`.5`, and `5,` on the way to `5,5`), and an exponent.
fn number(rest: &str) -> Option<usize> {
    let mut length = 0_usize;
    loop {
        let tail = rest.get(length..)?;
        let digits = leading(tail, |mark| mark.is_ascii_digit());
        let gap = separator(tail.get(digits..)?, length == 0 && digits == 0);
        length = length.saturating_add(digits);
        match gap {
            Some(gap) => length = length.saturating_add(gap),
            None => break,
        }
    }
    let tail = rest.get(length..)?;
    if let Some(fraction) = fraction(tail) {
        return Some(length.saturating_add(fraction));
    }
    (length > 0).then(|| length.saturating_add(last_point(tail)).saturating_add(exponent(tail)))
}

/// Length of a separator that is followed by a digit. Before all digits only a decimal one may stand.
fn separator(tail: &str, leads: bool) -> Option<usize> {
    let mut marks = tail.chars();
    let mark = marks.next()?;
    let fits = matches!(mark, '.' | ',') || (!leads && is_group(mark));
    (fits && marks.next()?.is_ascii_digit()).then_some(mark.len_utf8())
}

/// Length of a half or a quarter in one character, with a space before it.
fn fraction(tail: &str) -> Option<usize> {
    let mark = tail.trim_start_matches(is_group_space).chars().next()?;
    let blank = tail.find(mark)?;
    (quarters(mark) > 0).then(|| blank.saturating_add(mark.len_utf8()))
}

/// How many quarters a character means.
pub(super) fn quarters(mark: char) -> u128 {
    match mark {
        '¼' => 1,
        '½' => 2,
        '¾' => 3,
        _ => 0,
    }
}

fn last_point(tail: &str) -> usize {
    let is_one =
        |mark: char| tail.starts_with(mark) && !tail.get(1..).is_some_and(|rest| rest.starts_with(mark));
    usize::from(is_one('.') || is_one(','))
}

/// Length of an exponent as spreadsheets write it: `E+05`, `e5`.
fn exponent(tail: &str) -> usize {
    let Some(after) = tail.strip_prefix(['e', 'E']) else { return 0 };
    let unsigned = after.strip_prefix(['+', '-', '\u{2212}']).unwrap_or(after);
    let digits = leading(unsigned, |mark| mark.is_ascii_digit());
    let mark = tail.len().saturating_sub(unsigned.len());
    if digits == 0 { 0 } else { mark.saturating_add(digits) }
}

/// Length of the characters at the beginning that are all as wanted.
fn leading(text: &str, wanted: impl Fn(char) -> bool) -> usize {
    text.find(|mark| !wanted(mark)).unwrap_or(text.len())
}

/// Spaces and apostrophes that group digits.
pub(super) fn is_group(mark: char) -> bool {
    is_group_space(mark) || matches!(mark, '\'' | '’')
}

/// Spaces that group digits: ordinary, no-break, figure, thin, narrow no-break.
pub(super) fn is_group_space(mark: char) -> bool {
    matches!(mark, ' ' | '\u{A0}' | '\u{2007}' | '\u{2009}' | '\u{202F}')
}

/// What may stand between tokens: white space and the invisible marks that come with pasted text.
fn is_blank(mark: char) -> bool {
    mark.is_whitespace()
        || matches!(mark, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}')
}
