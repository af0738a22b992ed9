//! The sections of the Facts screen.

use super::{line, rows};
use crate::evidence::MonthTotals;
use crate::model::{Choice, Model, Status, YearMonth};
use crate::number::Exact;
use crate::plan::Outcome;
use crate::text::{Filling, Show, Word, choice_text};

/// How many months have facts, and which.
pub fn recorded_summary(show: &Show<'_>, model: &Model, _: &Outcome) -> String {
    let months = model.facts.by_month();
    let span = months.first().zip(months.last()).map(|((first, _), (last, _))| {
        let [from, to] = [first, last].map(|month| show.calendar(*month));
        if from == to { from } else { [&from, " – ", &to].concat() }
    });
    line(show, [rows(show, Word::SUMMARY_RECORDED, months.len()), span])
}

/// What is recorded of a month, and how much is missing: "3 channels · 41 leads · 8 new customers · 2 figures missing".
pub fn month_summary(show: &Show<'_>, totals: &MonthTotals) -> String {
    let sum = |word: Word, sum: Option<Exact>| {
        let (shown, whole) = show.counted(sum?);
        Some(show.phrase(word, &[("n", Filling::Number(&shown, whole))]))
    };
    let missing = match totals.missing {
        0 => show.word(Word::RECORD_MONTH_WHOLE),
        missing => show.counting(Word::RECORD_MONTH_MISSING, &[("n", missing)]),
    };
    line(
        show,
        [
            rows(show, Word::SUMMARY_CHANNELS, totals.channels),
            sum(Word::RECORD_MONTH_LEADS, totals.leads),
            sum(Word::RECORD_MONTH_CLIENTS, totals.clients),
            Some(missing),
        ],
    )
}

/// How far the channels have come.
pub fn board_summary(show: &Show<'_>, model: &Model, _: &Outcome) -> String {
    let of = |status: Status| {
        let count = model.channels.iter().filter(|channel| channel.status == status).count();
        let name = choice_text(show, "channels/-/status", status.name());
        (count > 0).then(|| [&name, ": ", &count.to_string()].concat())
    };
    line(show, [Status::Proven, Status::RunIn, Status::Test, Status::Idea, Status::Dropped].map(of))
}

/// Up to which month plan and fact are compared.
pub fn compared_summary(show: &Show<'_>, model: &Model, _: &Outcome) -> String {
    let months = model.facts.by_month();
    line(show, [months.last().map(|(month, _)| until(show, *month))])
}

/// How many quarters have a plan that is kept.
pub fn quarters_summary(show: &Show<'_>, model: &Model, _: &Outcome) -> String {
    line(show, [rows(show, Word::SUMMARY_KEPT, model.facts.snapshots.len())])
}

/// What it is.
pub fn report_summary(show: &Show<'_>, model: &Model, _: &Outcome) -> String {
    let is_any = !model.facts.by_month().is_empty();
    line(show, [is_any.then(|| show.word(Word::SUMMARY_REPORT))])
}

fn until(show: &Show<'_>, month: YearMonth) -> String {
    show.phrase(Word::SUMMARY_UNTIL, &[("month", Filling::Text(&show.calendar(month)))])
}
