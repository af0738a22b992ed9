//! The time, and chance.

use super::window;
use js_sys::{Date, Math};

/// Milliseconds since the beginning of 1970.
pub fn now() -> u64 {
    Date::now() as u64
}

/// A moment, in milliseconds since 1970, as date and time of day by ISO 8601, in UTC, to the minute.
pub fn iso(moment: u64) -> String {
    let text = String::from(Date::new(&(moment as f64).into()).to_iso_string());
    [text.get(..16).unwrap_or_default(), "Z"].concat()
}

/// The moment of such a text; none where it is no date.
pub fn moment(iso: &str) -> Option<u64> {
    let moment = Date::parse(iso);
    moment.is_finite().then_some(moment as u64)
}

/// Milliseconds since the page was opened, fractions too: for measuring.
pub fn ticks() -> f64 {
    window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now())
}

const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// An id that no other will have: 12 letters and digits, 60 bits.
pub fn random_id() -> String {
    let letter = |byte: &u8| LETTERS.get(usize::from(byte % 32)).copied().map_or('a', char::from);
    random_bytes().iter().map(letter).collect()
}

fn random_bytes() -> [u8; 12] {
    let mut bytes = [0; 12];
    let crypto = window().and_then(|window| window.crypto().ok());
    let filled = crypto.map(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if filled != Some(true) {
        bytes.fill_with(|| (Math::random() * 256.0) as u8);
    }
    bytes
}
