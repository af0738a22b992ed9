//! How far a run-in has come, in a line.

use crate::evidence::{Indicator, RUN_IN_MONTHS, RunIn, Verdict, Window};
use crate::number::{Exact, Number};
use crate::text::{Filling, Show, Word};
use core::cmp::Ordering;

/// Which months were looked at, and how many of the three that is.
pub fn period_text(show: &Show<'_>, window: Window) -> String {
    let months = window.end.saturating_sub(window.first);
    let word = match months.cmp(&RUN_IN_MONTHS) {
        Ordering::Less => Word::BOARD_PERIOD_GOING,
        Ordering::Equal => Word::BOARD_PERIOD_DONE,
        Ordering::Greater => Word::BOARD_PERIOD_LONGER,
    };
    let [from, to] = ends(show, window);
    let (shown, whole) = show.counted(Exact::whole(months));
    let all = show.count(Exact::whole(RUN_IN_MONTHS));
    show.phrase(
        word,
        &[
            ("from", Filling::Text(&from)),
            ("to", Filling::Text(&to)),
            ("n", Filling::Number(&shown, whole)),
            ("all", Filling::Text(&all)),
        ],
    )
}

/// Which months verdicts are of, and when the next come.
pub fn judged_text(show: &Show<'_>, run: &RunIn) -> String {
    let end = run.judged.map_or(run.window.first, |judged| judged.end);
    let next = show.month(end.saturating_add(RUN_IN_MONTHS).saturating_sub(1));
    let next = ("next", Filling::Text(&next));
    let Some(judged) = run.judged else { return show.phrase(Word::BOARD_JUDGED_FIRST, &[next]) };
    let [from, to] = ends(show, judged);
    show.phrase(Word::BOARD_JUDGED, &[("from", Filling::Text(&from)), ("to", Filling::Text(&to)), next])
}

/// The first month and the last.
fn ends(show: &Show<'_>, window: Window) -> [String; 2] {
    [window.first, window.end.saturating_sub(1)].map(|month| show.month(month))
}

/// How many of the six indicators have which verdict.
pub fn tally_text(show: &Show<'_>, run: &RunIn) -> String {
    let kinds = [
        (Verdict::Below, Word::BOARD_TALLY_BELOW),
        (Verdict::Holds, Word::BOARD_TALLY_HOLDS),
        (Verdict::Above, Word::BOARD_TALLY_ABOVE),
        (Verdict::Open, Word::BOARD_TALLY_OPEN),
        (Verdict::NoData, Word::BOARD_TALLY_NO_DATA),
    ];
    let of = |verdict| Indicator::ALL.into_iter().filter(|own| run.verdict(*own) == verdict).count();
    let parts = kinds.into_iter().map(|(verdict, word)| (of(verdict), word)).filter(|(count, _)| *count > 0);
    let parts: Vec<_> = parts.map(|(count, word)| part(show, count, word)).collect();
    show.phrase(Word::BOARD_TALLY, &[("list", Filling::Text(&parts.join(", ")))])
}

fn part(show: &Show<'_>, count: usize, word: Word) -> String {
    let (shown, whole) = show.counted(Exact::whole(u32::try_from(count).unwrap_or(u32::MAX)));
    show.phrase(word, &[("n", Filling::Number(&shown, whole))])
}

/// What an estimate taken from facts rests on: "facts Jan 2027 – Mar 2027".
pub fn fact_source(show: &Show<'_>, window: Window) -> String {
    let word = if window.months().len() > 1 { Word::BOARD_SOURCE } else { Word::BOARD_SOURCE_ONE };
    let [from, to] = ends(show, window);
    show.phrase(word, &[("from", Filling::Text(&from)), ("to", Filling::Text(&to))])
}
