//! What stands in the field of an estimate while nobody types.

use super::{Filling, Show, Word};
use crate::model::{Estimate, Measure, QuickExample, Range, quick_example};
use crate::number::Decimal;
use crate::number::reading::{Expected, Language, edit_text};

/// How many characters a field shows for sure.
const FIELD: usize = 14;

/// What there is room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// All there is: whoever is in the field may scroll.
    Whole,
    /// A field with a note under it, which tells the range that the field has no room for.
    Field,
    /// A field whose note is hidden.
    Value,
}

/// What stands in an empty field of the eight numbers: "e.g. 300,000".
pub fn quick_example_text(show: &Show<'_>, at: usize) -> String {
    let QuickExample { value, measure } = quick_example(at, show.currency);
    let number = edit_text(value, None, show.language, expected_of(measure));
    show.phrase(Word::START_EXAMPLE, &[("number", Filling::Text(&number))])
}

/// What the field of a measure takes.
pub fn expected_of(measure: Measure) -> Expected {
    match measure {
        Measure::Share | Measure::Rate => Expected::Share,
        _ => Expected::Amount,
    }
}

/// The value, and its range where there is room for it. Where no note tells the range, a sign tells that there is one.
///
/// ```
/// use obkatka::model::{Estimate, Range};
/// use obkatka::number::reading::{Expected, Language};
/// use obkatka::text::{field_text, Room};
/// let range = Some(Range { low: 5.into(), high: 9.into() });
/// let estimate = Estimate { range, ..Estimate::guess(7) };
/// let text = |room| field_text(&estimate, Language::English, Expected::Amount, room);
/// assert_eq!((text(Room::Field).as_str(), text(Room::Value).as_str()), ("5..9", "≈\u{a0}7"));
/// ```
pub fn field_text(estimate: &Estimate, language: Language, expected: Expected, room: Room) -> String {
    let write = |range| edit_text(estimate.value, range, language, expected);
    let Some(range) = estimate.range else { return write(None) };
    let text = write(Some((range.low, range.high)));
    let whole = if is_middle(estimate.value, range) { without_middle(&text) } else { text };
    match room {
        Room::Whole => whole,
        Room::Field if whole.chars().count() <= FIELD => whole,
        Room::Field => write(None),
        Room::Value => ["≈\u{a0}", &write(None)].concat(),
    }
}

/// Whether a value is what its range would be read as without it.
fn is_middle(value: Decimal, range: Range) -> bool {
    range.low.checked_add(range.high).and_then(|sum| sum.checked_div(Decimal::TWO)) == Some(value)
}

/// `5..9` of `5..7..9`.
fn without_middle(text: &str) -> String {
    match (text.split_once(".."), text.rsplit_once("..")) {
        (Some((low, _)), Some((_, high))) => [low, "..", high].concat(),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::reading::read;

    fn estimate(value: i64, range: Option<(i64, i64)>) -> Estimate {
        let range = range.map(|(low, high)| Range { low: low.into(), high: high.into() });
        Estimate { range, ..Estimate::guess(value) }
    }

    fn text(estimate: &Estimate, room: Room) -> String {
        field_text(estimate, Language::English, Expected::Amount, room)
    }

    #[test]
    fn a_range_stands_in_the_field_where_it_fits() {
        let (short, long) = (estimate(6, Some((5, 9))), estimate(1_500_000, Some((1_000_000, 3_000_000))));
        assert_eq!(text(&short, Room::Field), "5..6..9");
        assert_eq!(text(&long, Room::Field), "1,500,000");
        assert_eq!(text(&long, Room::Whole), "1,000,000..1,500,000..3,000,000");
        assert_eq!(text(&short, Room::Value), "≈\u{a0}6");
        assert_eq!(text(&estimate(6, None), Room::Value), "6");
    }

    #[test]
    fn what_stands_in_a_field_is_read_as_what_it_is() {
        for own in [estimate(7, Some((5, 9))), estimate(6, Some((5, 9))), estimate(7, None)] {
            let reading = read(&text(&own, Room::Whole), Language::English, Expected::Amount).unwrap();
            let range = reading.range.map(|(low, high)| Range { low, high });
            assert_eq!((reading.value, range), (own.value, own.range));
        }
    }
}
