//! The one line that a folded section of a long screen shows of what is in it: counts and amounts, nothing where it
//! is empty.

mod facts;
mod people;
mod plan;
mod result;
#[cfg(test)]
mod tests;

pub use facts::{
    board_summary, compared_summary, month_summary, quarters_summary, recorded_summary, report_summary,
};
pub use people::{
    chain_summary, comparison_summary, pay_summary, payslip_summary, remarks_summary, sides_summary,
    team_summary,
};
pub use plan::{
    about_summary, channels_summary, costs_summary, funnel_summary, offer_summary, terms_summary,
    versions_summary,
};
pub use result::{
    break_even_summary, cash_summary, charts_summary, client_summary, main_summary, statement_summary,
};

use super::{Filling, Show, Word};
use crate::model::Model;
use crate::number::{Exact, Number};
use crate::plan::{Outcome, Place, Reached, figure};

/// What makes the line of a section.
pub type Summary = fn(&Show<'_>, &Model, &Outcome) -> String;

/// The parts that there are, in one line; that it is empty where there are none.
fn line(show: &Show<'_>, parts: impl IntoIterator<Item = Option<String>>) -> String {
    let parts: Vec<_> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { show.word(Word::SUMMARY_EMPTY) } else { parts.join(" · ") }
}

/// So many rows; nothing for none.
fn rows(show: &Show<'_>, word: Word, count: usize) -> Option<String> {
    (count > 0).then(|| show.counting(word, &[("n", count)]))
}

/// An amount of money in its phrase; nothing for none.
fn amount(show: &Show<'_>, word: Word, amount: Exact) -> Option<String> {
    let shown = show.money(amount);
    amount.is_positive().then(|| show.phrase(word, &[("amount", Filling::Text(&shown))]))
}

/// A figure of the whole plan in its phrase, `{value}`; nothing where it has no value.
fn of_plan(show: &Show<'_>, outcome: &Outcome, word: Word, id: &str) -> Option<String> {
    let figure = figure(id)?;
    let Reached::At(value) = figure.value(outcome, Place::Whole) else { return None };
    let shown = value.decimal().is_ok().then(|| show.value(value, figure.unit))?;
    Some(show.phrase(word, &[("value", Filling::Text(&shown))]))
}
