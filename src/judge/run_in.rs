//! How the verdicts of a run-in sound.

use super::Tone;
use crate::evidence::Verdict;

/// How a verdict sounds.
pub fn verdict_tone(verdict: Verdict) -> Tone {
    match verdict {
        Verdict::Proved => Tone::Good,
        Verdict::NotYet => Tone::Watch,
        Verdict::Disproved => Tone::Bad,
        Verdict::NoData => Tone::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_open_is_to_be_watched() {
        let verdicts = [Verdict::Proved, Verdict::NotYet, Verdict::Disproved, Verdict::NoData];
        assert_eq!(verdicts.map(verdict_tone), [Tone::Good, Tone::Watch, Tone::Bad, Tone::Unknown]);
    }
}
