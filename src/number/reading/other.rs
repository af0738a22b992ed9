//! What else a doubtful text could have meant.

use super::result::{Expected, Reading};
use crate::number::exact::Exact;
use core::ops::Mul;
use rust_decimal::Decimal;

/// The other number that a text could have meant, where there is just one; `read` reads a text.
pub(super) fn other(
    text: &str,
    expected: Expected,
    read: impl Fn(&str) -> Option<Reading>,
) -> Option<Reading> {
    let reading = read(text)?;
    let is_plain = !reading.doubtful || reading.range.is_some() || text.trim_start().starts_with('=');
    if is_plain {
        return None;
    }
    let others = separated_otherwise(text).map(|texts| texts.map(|text| read(&text)));
    let others = others.into_iter().flatten().flatten();
    let mut others = others.chain(hundredfold(&reading, expected)).filter(|own| own.value != reading.value);
    Some(Reading { doubtful: false, ..others.next()? })
}

/// The text with its one separator taken for a group, and for a decimal.
fn separated_otherwise(text: &str) -> Option<[String; 2]> {
    let mut marks = text.char_indices().filter(|(_, mark)| matches!(mark, '.' | ','));
    let (at, _) = marks.next()?;
    if marks.next().is_some() {
        return None;
    }
    let (before, behind) = (text.get(..at)?, text.get(at.saturating_add(1)..)?);
    let digits = behind.find(|mark: char| !mark.is_ascii_digit()).unwrap_or(behind.len());
    let (thousandths, rest) = behind.split_at_checked(digits)?;
    // A fourth digit leaves no doubt that it is a decimal.
    (digits == 3).then(|| [[before, behind].concat(), [before, ".", thousandths, "0", rest].concat()])
}

/// A bare 0.85 in a share is 0.85 %; as a part of one it is 85 %.
fn hundredfold(reading: &Reading, expected: Expected) -> Option<Reading> {
    let value = Exact::Value(reading.value).mul(Exact::Value(Decimal::ONE_HUNDRED)).decimal().ok()?;
    let is_part = expected == Expected::Share && value > Decimal::ZERO && value <= Decimal::ONE;
    is_part.then(|| Reading { value: value.normalize(), ..reading.clone() })
}

#[cfg(test)]
mod tests {
    use crate::number::reading::{Expected, Language, other_reading, read};
    use rust_decimal::Decimal;

    fn other(text: &str, language: Language, expected: Expected) -> Option<Decimal> {
        Some(other_reading(text, language, expected)?.value)
    }

    #[test]
    fn a_separator_before_three_digits_is_read_either_way() {
        use Language::{English, Russian};
        for (text, wanted) in [("120.000", 120_000), ("1.234 ₽", 1234), ("1.200", 1200)] {
            for language in [Russian, English] {
                assert_eq!(other(text, language, Expected::Amount), Some(wanted.into()), "{text}");
            }
        }
        assert_eq!(other("1,234", Russian, Expected::Amount), Some(1234.into()));
        // In English it is a group, and no one doubts it but in a share.
        assert_eq!(other("1,234", English, Expected::Amount), None);
        assert_eq!(other("1,234,567", English, Expected::Amount), None);
    }

    #[test]
    fn both_readings_are_never_the_same_number() {
        for text in ["0.85", "0,5", "0.001", "12.345", "5", "=0.85", "0.5..0.9", "1.000"] {
            for expected in [Expected::Amount, Expected::Share] {
                for language in [Language::Russian, Language::English] {
                    let read = read(text, language, expected).unwrap();
                    assert_ne!(other(text, language, expected), Some(read.value), "{text}");
                }
            }
        }
    }
}
