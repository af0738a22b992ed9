//! How the state of a document sounds: its guesses, its records, its link.

use super::Tone;
use crate::codec::LinkLength;
use crate::evidence::Completeness;

/// Of so many guesses among the numbers that something rests on.
pub fn guess_tone(guesses: usize) -> Tone {
    if guesses == 0 { Tone::Good } else { Tone::Watch }
}

/// Of how much of what should be recorded is.
pub fn completeness_tone(complete: &Completeness) -> Tone {
    if complete.filled == complete.expected { Tone::Good } else { Tone::Watch }
}

/// Of the length of a link.
pub fn link_tone(length: LinkLength) -> Tone {
    match length {
        LinkLength::Short => Tone::Good,
        LinkLength::Long => Tone::Watch,
        LinkLength::VeryLong => Tone::Bad,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_guess_or_one_gap_is_to_be_watched() {
        assert_eq!([0, 1].map(guess_tone), [Tone::Good, Tone::Watch]);
        let complete = |filled| completeness_tone(&Completeness { expected: 4, filled, missing: Vec::new() });
        assert_eq!([4, 3].map(complete), [Tone::Good, Tone::Watch]);
    }

    #[test]
    fn a_link_that_messengers_cut_is_bad() {
        let lengths = [LinkLength::Short, LinkLength::Long, LinkLength::VeryLong];
        assert_eq!(lengths.map(link_tone), [Tone::Good, Tone::Watch, Tone::Bad]);
    }
}
