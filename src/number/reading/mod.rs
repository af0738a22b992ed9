//! Reading numbers as people type them, and writing them back for editing.
//!
//! A number may be typed with groups (`1 234,56`, `1,234.56`, `1'234.50`), with a word of scale («12 тыс», `1.5m`),
//! with money («1 200 ₽», `$5`), as a percentage, as a range (`5..9`, «от 5 до 9», `7 ± 2`, `5..7..9`, `7 (5..9)`), or
//! computed on the spot (`=1200/12`). Nothing passes through binary floating point: what is typed is what is kept.
//!
//! As people write: a guess (`~500`, «около 500»), a figure in brackets for less than nothing (doubtful), halves and quarters
//! (`1½`), a part of a whole where a share is expected («1 из 20», doubtful), the month that plans count in (`$50/mo`);
//! of another period the number would be another one, and is refused.
//!
//! The guiding rule: a wrong reading is worse than a refusal. What cannot be read is refused with the place of the fault;
//! what could have been meant otherwise is read and marked [`Reading::doubtful`], so that the field shows how.
//!
//! # The separators
//!
//! | typed | read as | why |
//! |---|---|---|
//! | `0,5` `0.5` `1234.5` `0.123` | a decimal, in both languages | cannot be a group |
//! | `1 234,5` `1,234.5` `1.234,5` | groups and a decimal | two different separators |
//! | `1,234,567` `1.234.567` | groups | a number has one decimal separator |
//! | `12,34,567` | groups | lakhs and crores |
//! | `1,234` in English | 1234 | the language's own group; doubtful in a share or before a word of scale |
//! | `1,234` in Russian | 1.234, doubtful | the language's own decimal, yet often pasted from an English sheet |
//! | `1.234` | 1.234, doubtful | the point groups in neither language, but it does in others |
//! | `12 34` `1,23,4` `0 500` | refused | no one groups like this on purpose |

mod arithmetic;
mod editing;
mod estimate;
mod language;
mod lexing;
mod literal;
mod other;
mod result;
mod settling;
mod typing_key;
mod words;

pub use editing::edit_text;
pub use language::Language;
pub(crate) use lexing::is_guess;
use lexing::{Cursor, TokenKind};
pub use literal::LARGEST;
pub(crate) use literal::are_groups;
pub use result::{Expected, NumberError, NumberFault, Reading};
pub use typing_key::with_key;

/// The longest text that is read, in characters.
pub const LONGEST: usize = 200;

/// Reads what was typed.
///
/// Arithmetic begins with `=`; its result is rounded to 12 decimals and always doubtful. As in a spreadsheet it is a plain
/// number even in a share: `=12/340` is 3.5 %. A word of scale after the last number of a range serves those that have
/// none: «5..9 тыс» is 5000..9000, doubtful.
///
/// ```
/// use obkatka::number::reading::{Expected, NumberFault, Language, read};
/// use rust_decimal::Decimal;
///
/// let price = read("1 234,56 ₽", Language::Russian, Expected::Amount)?;
/// assert_eq!(price.value, Decimal::new(123_456, 2));
/// assert!(!price.doubtful);
///
/// let share = read("от 5 до 9 %", Language::Russian, Expected::Share)?;
/// assert_eq!(share.value, Decimal::new(7, 2));
/// assert_eq!(share.range, Some((Decimal::new(5, 2), Decimal::new(9, 2))));
///
/// assert!(read("=1200/12", Language::English, Expected::Whole)?.doubtful);
///
/// let refused = read("12 34", Language::English, Expected::Amount).unwrap_err();
/// assert_eq!((refused.fault, refused.at), (NumberFault::BadGroups, 0..5));
/// # Ok::<(), obkatka::number::reading::NumberError>(())
/// ```
///
/// # Errors
/// A [`NumberError`] with the fault and its place; the text itself is never changed.
pub fn read(text: &str, language: Language, expected: Expected) -> Result<Reading, NumberError> {
    if let Some((start, _)) = text.char_indices().nth(LONGEST) {
        return Err(NumberError::new(NumberFault::TooLong, start..text.len()));
    }
    let cursor = Cursor::new(text);
    match cursor.peek().kind {
        TokenKind::End => Err(NumberError::new(NumberFault::Empty, 0..text.len())),
        TokenKind::Equals => arithmetic::read(cursor, expected),
        _ if !cursor.has_number() => Err(NumberError::new(NumberFault::NotANumber, cursor.whole())),
        _ => estimate::read(cursor, language, expected),
    }
}

/// The other number that a text could have meant, where there is just one: 120 000 for `120.000`, 1.234 for `1,234` read as
/// groups, 85 % for `0.85` in a share. None where the text is plain, computed, or a range.
///
/// ```
/// use obkatka::number::reading::{Expected, Language, other_reading};
/// use rust_decimal::Decimal;
///
/// let other = |text, expected| Some(other_reading(text, Language::Russian, expected)?.value);
/// assert_eq!(other("120.000", Expected::Amount), Some(Decimal::from(120_000)));
/// assert_eq!(other("0.85", Expected::Share), Some(Decimal::new(85, 2)));
/// assert_eq!(other("120 000", Expected::Amount), None);
/// assert_eq!(other("0.85 %", Expected::Share), None);
/// ```
pub fn other_reading(text: &str, language: Language, expected: Expected) -> Option<Reading> {
    other::other(text, expected, |text| read(text, language, expected).ok())
}

/// Reads a whole number that is not negative; none for anything else.
///
/// ```
/// use obkatka::number::reading::{Language, read_whole};
/// assert_eq!(read_whole(" 12 ", Language::English), Some(12));
/// assert_eq!(["1.5", "-3", "", "99 999 999 999"].map(|text| read_whole(text, Language::English)), [None; 4]);
/// ```
pub fn read_whole(text: &str, language: Language) -> Option<u32> {
    let reading = read(text, language, Expected::Whole).ok()?;
    u32::try_from(reading.value).ok()
}
