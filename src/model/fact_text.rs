//! A fact as somebody types it.

use super::field::Measure;
use crate::number::Decimal;
use crate::number::reading::{Expected, Language, NumberError, read};

/// What was typed, as a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactText {
    /// Nothing: it is not recorded.
    Blank,
    /// A number.
    Plain(Decimal),
    /// A number, but another could have been meant.
    Doubtful(Decimal),
}

/// Why a text is no fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FactTextFault {
    /// It is no number.
    Unread(NumberError),
    /// Two numbers, where one has been.
    Range,
    /// Less than nothing.
    Negative,
}

impl FactText {
    /// Reads a text as a fact of some measure.
    ///
    /// ```
    /// use obkatka::model::{FactText, FactTextFault, Measure};
    /// use obkatka::number::reading::Language::English;
    /// let read = |text| FactText::read(text, English, Measure::Money);
    /// assert_eq!(read("  "), Ok(FactText::Blank));
    /// assert_eq!(read("12").unwrap().value(), Some(12.into()));
    /// assert_eq!(read("-12"), Err(FactTextFault::Negative));
    /// assert_eq!(read("10..20"), Err(FactTextFault::Range));
    /// ```
    ///
    /// # Errors
    /// A [`FactTextFault`], if it is none.
    pub fn read(text: &str, language: Language, measure: Measure) -> Result<Self, FactTextFault> {
        if text.trim().is_empty() {
            return Ok(Self::Blank);
        }
        let expected = if measure == Measure::Count { Expected::Whole } else { Expected::Amount };
        let reading = read(text, language, expected).map_err(FactTextFault::Unread)?;
        match reading.value {
            _ if reading.range.is_some() => Err(FactTextFault::Range),
            value if value.is_sign_negative() && !value.is_zero() && measure != Measure::Balance => {
                Err(FactTextFault::Negative)
            }
            value if reading.doubtful => Ok(Self::Doubtful(value)),
            value => Ok(Self::Plain(value)),
        }
    }

    /// The fact.
    pub const fn value(self) -> Option<Decimal> {
        match self {
            Self::Blank => None,
            Self::Plain(value) | Self::Doubtful(value) => Some(value),
        }
    }
}
