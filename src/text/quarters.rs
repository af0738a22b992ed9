//! Quarters in words: what is another than before, and when it pays.

use super::run_in::{measured_name, value_text, verdict_text};
use super::{Filling, Sentence, Show, Value, Word};
use crate::evidence::{Actuals, Change, Measured, RunIn, Verdict, exact};
use crate::model::Model;
use crate::number::{Exact, Money, Number};
use crate::plan::{FigureUnit, Reached};

/// What is another, in one line; `quarter` is what the places of figures are of, `is_plan` says that it is the plan that
/// things were before.
pub fn change_text(show: &Show<'_>, plan: &Model, quarter: &RunIn, change: &Change, is_plan: bool) -> String {
    let (name, before, now) = match change {
        Change::Figure { at, before, now, .. } => {
            let Some(finding) = quarter.findings.get(*at) else { return String::new() };
            let value = |value| match finding.measured {
                // How many leads came hangs on how long one looks: their share of the planned ones does not.
                Measured::Leads => of_plan(show, exact(value)),
                measured => value_text(show, measured, exact(finding.shown(value))),
            };
            (measured_name(show, plan, finding), value(*before), value(*now))
        }
        Change::BreakEven { before, now } => {
            (show.word(Word::QUARTERS_BREAK_EVEN), month_text(show, *before), month_text(show, *now))
        }
        Change::Lowest { before, now } => {
            let [before, now] = [before, now].map(|(month, amount)| lowest_text(show, *month, *amount));
            (show.word(Word::QUARTERS_LOWEST), before, now)
        }
    };
    let word = match change {
        Change::Figure { .. } if is_plan => Word::QUARTERS_CHANGE_PLAN,
        _ if is_plan => Word::QUARTERS_CHANGE_FORECAST,
        _ => Word::QUARTERS_CHANGE,
    };
    let fillings = [
        ("name", Filling::Text(name.as_str())),
        ("before", Filling::Text(before.as_str())),
        ("now", Filling::Text(now.as_str())),
    ];
    let text = show.phrase(word, &fillings);
    match change {
        Change::Figure { verdict: Some((was, is)), .. } => {
            [&text, "; ", &verdict_change(show, *was, *is)].concat()
        }
        _ => text,
    }
}

fn verdict_change(show: &Show<'_>, was: Verdict, is: Verdict) -> String {
    let [was, is] = [was, is].map(|verdict| verdict_text(show, verdict));
    show.phrase(Word::QUARTERS_CHANGE_VERDICT, &[("was", Filling::Text(&was)), ("is", Filling::Text(&is))])
}

fn of_plan(show: &Show<'_>, share: Exact) -> String {
    let share = show.percent(share);
    show.phrase(Word::QUARTERS_OF_PLAN, &[("share", Filling::Text(&share))])
}

/// The month since which there is no loss.
pub fn month_text(show: &Show<'_>, month: Reached<u32>) -> String {
    show.answer(month.map(Exact::whole), FigureUnit::Month)
}

/// The least money with its month.
pub fn lowest_text(show: &Show<'_>, month: u32, amount: Money<Exact>) -> String {
    let (amount, month) = (show.money(amount.0), show.month(month));
    show.phrase(
        Word::QUARTERS_LOWEST_AT,
        &[("amount", Filling::Text(&amount)), ("month", Filling::Text(&month))],
    )
}

/// Since when facts show no loss.
pub fn without_loss_text(show: &Show<'_>, fact: &Actuals) -> String {
    match (fact.without_loss(), fact.profit.iter().any(Option::is_some)) {
        (Some((first, _)), _) => {
            let month = show.month(first);
            show.phrase(Word::QUARTERS_SINCE, &[("month", Filling::Text(&month))])
        }
        (None, true) => show.word(Word::QUARTERS_STILL_LOSS),
        (None, false) => show.word(Word::COMPARE_NOT_RECORDED),
    }
}

/// The least money that facts show.
pub fn been_lowest_text(show: &Show<'_>, fact: &Actuals) -> String {
    let text = fact.lowest().map(|(month, amount)| lowest_text(show, month, amount));
    text.unwrap_or_else(|| show.word(Word::COMPARE_NOT_RECORDED))
}

/// The first and the last of months, of those that follow each other together.
pub(super) fn month_spans(months: &[u32]) -> impl Iterator<Item = (u32, u32)> {
    let ends = |span: &[u32]| Some((*span.first()?, *span.last()?));
    months.chunk_by(|one, next| one + 1 == *next).filter_map(ends)
}

impl Value {
    /// Months of the plan, those that follow each other as one span: "Jan 2027 – Mar 2027, May 2027".
    pub fn spans(months: &[u32]) -> Self {
        let span = |(first, last)| match first == last {
            true => Value::Month(first),
            false => Value::Sentence(Box::new(Sentence::new(
                Word::QUARTERS_MONTHS,
                [("first", Value::Month(first)), ("last", Value::Month(last))],
            ))),
        };
        Value::List(month_spans(months).map(span).collect())
    }
}

/// The months from one to another: "Jan 2027 – Mar 2027".
pub fn months_text(show: &Show<'_>, first: u32, last: u32) -> String {
    if first == last { show.month(first) } else { [&show.month(first), " – ", &show.month(last)].concat() }
}
