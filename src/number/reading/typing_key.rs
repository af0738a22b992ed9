//! What a key of the page's own writes into a number that is being typed: on a phone the keypad of numbers has neither
//! letters nor signs.

/// The text after a key, and where the caret stands then, in UTF-16 units, as fields count. A key replaces what is
/// selected, but not all of a number at once: as one enters a field everything in it is selected, and "k" there is meant for
/// the number.
///
/// ```
/// use obkatka::number::reading::with_key;
/// assert_eq!(with_key("40", 0..2, " тыс"), ("40 тыс".to_owned(), 6));
/// assert_eq!(with_key("59", 1..1, "–"), ("5–9".to_owned(), 2));
/// assert_eq!(with_key("", 0..0, " млн"), ("млн".to_owned(), 3));
/// ```
pub fn with_key(text: &str, selected: core::ops::Range<usize>, key: &str) -> (String, usize) {
    let units: Vec<u16> = text.encode_utf16().collect();
    let is_all = selected.start == 0 && selected.end >= units.len();
    let start = if is_all { units.len() } else { selected.start.min(units.len()) };
    let end = selected.end.clamp(start, units.len());
    let (before, after) = (units.get(..start).unwrap_or_default(), units.get(end..).unwrap_or_default());
    let is_spaced =
        before.last().is_none_or(|last| char::from_u32(u32::from(*last)).is_some_and(char::is_whitespace));
    let key = if is_spaced { key.trim_start() } else { key };
    let before = String::from_utf16_lossy(before) + key;
    let caret = before.encode_utf16().count();
    (before + &String::from_utf16_lossy(after), caret)
}

#[cfg(test)]
mod tests {
    use super::with_key;
    use crate::number::Decimal;
    use crate::number::reading::{Expected, Language, read};

    #[test]
    fn what_the_keys_write_is_read() {
        let value = |text: &str, key, language, expected| {
            let end = text.len();
            let (typed, _) = with_key(text, end..end, key);
            read(&typed, language, expected).map(|reading| reading.value).ok()
        };
        let thousands = value("40", " тыс", Language::Russian, Expected::Amount);
        assert_eq!(thousands, Some(Decimal::from(40_000)));
        assert_eq!(value("1.5", "M", Language::English, Expected::Amount), Some(Decimal::from(1_500_000)));
        assert_eq!(value("40", "%", Language::Russian, Expected::Share), Some(Decimal::new(4, 1)));
        let (range, _) = with_key("5", 1..1, "–");
        let range = read(&(range + "9"), Language::English, Expected::Amount).unwrap().range;
        assert_eq!(range, Some((Decimal::from(5), Decimal::from(9))));
    }

    #[test]
    fn any_selection_of_any_text_is_answered() {
        for text in ["", "1", "é😀 5", "12 345"] {
            for start in 0..8 {
                for end in 0..8 {
                    let (typed, caret) = with_key(text, start..end, " k");
                    assert!(caret <= typed.encode_utf16().count(), "{text} {start} {end}");
                }
            }
        }
    }
}
