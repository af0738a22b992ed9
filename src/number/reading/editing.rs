//! Writing a number as it stands in a field.

use rust_decimal::Decimal;

use super::language::Language;
use super::result::Expected;

/// What stands in the field while nobody types: the value exactly, in the groups of the language, a range with its value
/// in the middle, a share as a number of percent.
///
/// [`read`](super::read) gives the same value and range back and has no doubt about them. For that sake a number such as
/// 1.234, which could be taken for 1234, has a zero more; shares are not grouped, and below one percent they keep the
/// percent sign.
///
/// ```
/// use obkatka::number::reading::{Expected, Language, edit_text};
/// use rust_decimal::Decimal;
///
/// let price = Decimal::new(123_456, 2);
/// assert_eq!(edit_text(price, None, Language::Russian, Expected::Amount), "1\u{a0}234,56");
/// assert_eq!(edit_text(price, None, Language::English, Expected::Amount), "1,234.56");
///
/// let range = Some((Decimal::new(5, 2), Decimal::new(9, 2)));
/// assert_eq!(edit_text(Decimal::new(7, 2), range, Language::English, Expected::Share), "5..7..9");
/// assert_eq!(edit_text(Decimal::new(5, 3), None, Language::Russian, Expected::Share), "0,5\u{a0}%");
/// ```
#[must_use]
pub fn edit_text(
    value: Decimal,
    range: Option<(Decimal, Decimal)>,
    language: Language,
    expected: Expected,
) -> String {
    let parts = match range {
        Some((low, high)) if low != high => vec![low, value, high],
        _ => vec![value],
    };
    let share = expected == Expected::Share;
    let written: Vec<String> = parts.iter().map(|&part| number(part, language, share)).collect();
    let mut text = written.join("..");
    if share && parts.into_iter().any(below_one_percent) {
        text.push_str(if language == Language::Russian { "\u{a0}%" } else { "%" });
    }
    text
}

fn below_one_percent(share: Decimal) -> bool {
    !share.is_zero() && share.abs() < Decimal::new(1, 2)
}

fn number(value: Decimal, language: Language, share: bool) -> String {
    let plain = value.abs().normalize().to_string();
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let (whole, fraction) =
        if share { hundredfold(whole, fraction) } else { (whole.to_owned(), fraction.to_owned()) };
    let mut text = String::new();
    if value.is_sign_negative() && !value.is_zero() {
        text.push('-');
    }
    push_whole(&mut text, &whole, if share { None } else { Some(group(language)) });
    push_fraction(&mut text, &whole, &fraction, language);
    text
}

/// The decimal point two places to the right.
fn hundredfold(whole: &str, fraction: &str) -> (String, String) {
    let (moved, rest) = fraction.split_at_checked(2).unwrap_or((fraction, ""));
    let padded = format!("{whole}{moved:0<2}");
    let digits = padded.trim_start_matches('0');
    let whole = if digits.is_empty() { "0" } else { digits };
    (whole.to_owned(), rest.to_owned())
}

fn group(language: Language) -> char {
    match language {
        Language::Russian => '\u{a0}',
        Language::English => ',',
    }
}

fn push_whole(text: &mut String, whole: &str, group: Option<char>) {
    for (index, digit) in whole.chars().enumerate() {
        let left = whole.len().saturating_sub(index);
        if let Some(group) = group.filter(|_| index > 0 && left.is_multiple_of(3)) {
            text.push(group);
        }
        text.push(digit);
    }
}

fn push_fraction(text: &mut String, whole: &str, fraction: &str, language: Language) {
    if fraction.is_empty() {
        return;
    }
    text.push(if language == Language::Russian { ',' } else { '.' });
    text.push_str(fraction);
    // Three decimals after one to three digits look like a group.
    if fraction.len() == 3 && whole.len() <= 3 && whole != "0" {
        text.push('0');
    }
}
