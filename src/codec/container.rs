//! The container of a link: `m1.<length>.<payload>E`. The payload is base64url of a packed text with
//! its checksum, which finds damaged characters; the length finds a cut link and says how much is
//! missing; the letter at the end keeps programs that mark links from dropping the last character.

use super::fault::LinkError;
use super::packing::{Unpacking, packed, unpacked};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// Characters of the longest text in which a link is looked for.
pub const MOST_LINK: usize = 64 * 1024;
/// The version of the container.
const VERSION: &str = "1";
/// The last character of every link.
const END: u8 = b'E';

/// Packs a text into a link's container.
pub fn seal(text: &str) -> String {
    let payload = URL_SAFE_NO_PAD.encode(packed(text.as_bytes()));
    format!("m{VERSION}.{}.{payload}E", base36(payload.len()))
}

/// Finds a container in what was pasted or stands in the address bar, and unpacks it. Quotes, a
/// whole address around it, line breaks within it and percent signs of two encodings do no harm.
///
/// # Errors
/// Everything of [`LinkError`] but `Invalid`: what the text means is not looked at.
pub fn unseal(pasted: &str) -> Result<String, LinkError> {
    if pasted.len() > MOST_LINK {
        return Err(LinkError::TooLong);
    }
    let text = percent_decoded(&percent_decoded(pasted.as_bytes()));
    let mut fault = LinkError::NotALink;
    for at in 0..text.len() {
        // The name of a host may look like a beginning too, so the first that opens counts.
        if let Some(header) = header(&text, at) {
            match opened(&text, &header) {
                Ok(opened) => return Ok(opened),
                Err(error) => fault = error,
            }
        }
    }
    Err(fault)
}

/// What stands before the payload.
struct Header<'a> {
    version: &'a [u8],
    /// Characters of the payload.
    length: usize,
    /// Where the container begins.
    start: usize,
    /// Where the payload begins.
    end: usize,
}

fn header(text: &[u8], start: usize) -> Option<Header<'_>> {
    let before = start.checked_sub(1).and_then(|at| text.get(at));
    if before.is_some_and(|before| is_payload(*before)) {
        return None;
    }
    let rest = text.get(start..)?.strip_prefix(b"m")?;
    let (version, rest) = split_dot(rest, 3, |b| b.is_ascii_digit())?;
    let (length, rest) = split_dot(rest, 4, |b| b.is_ascii_digit() || b.is_ascii_lowercase())?;
    let length = usize::from_str_radix(core::str::from_utf8(length).ok()?, 36).ok()?;
    Some(Header { version, length, start, end: text.len() - rest.len() })
}

/// Splits at the next dot, which has one to `most` fitting characters before it.
fn split_dot(text: &[u8], most: usize, fits: fn(&u8) -> bool) -> Option<(&[u8], &[u8])> {
    let dot = text.iter().take(most + 1).position(|b| *b == b'.')?;
    let (before, after) = (text.get(..dot)?, text.get(dot + 1..)?);
    (!before.is_empty() && before.iter().all(fits)).then_some((before, after))
}

fn opened(text: &[u8], header: &Header<'_>) -> Result<String, LinkError> {
    if header.version != VERSION.as_bytes() {
        return Err(LinkError::TooNew { made_with: String::new() });
    }
    let want = header.length + 1;
    let mut rest = text.get(header.end..).unwrap_or_default().iter().filter(|b| !matches!(b, b'\n' | b'\r'));
    let mut body: Vec<u8> = rest.by_ref().take(want).take_while(|b| is_payload(**b)).copied().collect();
    if body.len() < want {
        let start = header.end - header.start;
        return Err(LinkError::Cut { got: start + body.len(), want: start + want });
    }
    let goes_on = rest.next().is_some_and(|next| is_payload(*next));
    if goes_on || body.pop() != Some(END) {
        return Err(LinkError::Damaged);
    }
    text_of(&body)
}

fn text_of(payload: &[u8]) -> Result<String, LinkError> {
    let packed = URL_SAFE_NO_PAD.decode(payload).map_err(|_| LinkError::Damaged)?;
    let bytes = unpacked(&packed).map_err(|fault| match fault {
        Unpacking::TooLarge => LinkError::TooLong,
        Unpacking::Damaged => LinkError::Damaged,
    })?;
    String::from_utf8(bytes).map_err(|_| LinkError::Damaged)
}

fn is_payload(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'
}

fn percent_decoded(text: &[u8]) -> Vec<u8> {
    let hex = |at: usize| char::from(*text.get(at)?).to_digit(16);
    let (mut decoded, mut at) = (Vec::with_capacity(text.len()), 0);
    while let Some(byte) = text.get(at) {
        let code = hex(at + 1).zip(hex(at + 2)).filter(|_| *byte == b'%');
        decoded.push(code.map_or(*byte, |(high, low)| (high * 16 + low) as u8));
        at += if code.is_some() { 3 } else { 1 };
    }
    decoded
}

fn base36(mut number: usize) -> String {
    let mut digits = Vec::new();
    loop {
        let digit = (number % 36) as u8;
        digits.push(char::from(if digit < 10 { b'0' + digit } else { b'a' + digit - 10 }));
        number /= 36;
        if number == 0 {
            return digits.iter().rev().collect();
        }
    }
}
