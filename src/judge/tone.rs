//! How something sounds to whom it concerns.

use crate::number::{Exact, Money};
use crate::text::Word;

/// How something sounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// As one would want it.
    Good,
    /// Not lost, not safe.
    Watch,
    /// As one would not want it.
    Bad,
    /// Cannot be told yet.
    Unknown,
}

impl Tone {
    /// Its name in the style sheets and among the marks.
    pub fn name(self) -> &'static str {
        match self {
            Tone::Good => "good",
            Tone::Watch => "watch",
            Tone::Bad => "bad",
            Tone::Unknown => "unknown",
        }
    }

    /// Its word.
    pub fn word(self) -> Word {
        match self {
            Tone::Good => Word::TONE_GOOD,
            Tone::Watch => Word::TONE_WATCH,
            Tone::Bad => Word::TONE_BAD,
            Tone::Unknown => Word::TONE_UNKNOWN,
        }
    }

    /// Good where something is gained, `loss` where it is lost; none where nothing changes or it cannot be told.
    pub fn of_gain(gain: Money<Exact>, loss: Tone) -> Option<Tone> {
        match gain {
            _ if gain.is_positive() => Some(Tone::Good),
            _ if gain.is_negative() => Some(loss),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::{Number, Undefined};

    #[test]
    fn a_gain_is_good_and_nothing_has_no_tone() {
        let tone = |gain| Tone::of_gain(Money(gain), Tone::Watch);
        assert_eq!(tone(Exact::ONE), Some(Tone::Good));
        assert_eq!(tone(-Exact::ONE), Some(Tone::Watch));
        assert_eq!(tone(Exact::ZERO), None);
        assert_eq!(tone(Exact::Undefined(Undefined::NoData)), None);
    }
}
