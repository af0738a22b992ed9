//! How the verdicts of a run-in sound.

use super::Tone;
use crate::evidence::Verdict;

/// How a verdict sounds.
pub fn verdict_tone(verdict: Verdict) -> Tone {
    match verdict {
        Verdict::Holds | Verdict::Above => Tone::Good,
        Verdict::Open => Tone::Watch,
        Verdict::Below => Tone::Bad,
        Verdict::NoData => Tone::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_open_is_to_be_watched() {
        let verdicts = [Verdict::Holds, Verdict::Above, Verdict::Open, Verdict::Below, Verdict::NoData];
        let tones = [Tone::Good, Tone::Good, Tone::Watch, Tone::Bad, Tone::Unknown];
        assert_eq!(verdicts.map(verdict_tone), tones);
    }
}
