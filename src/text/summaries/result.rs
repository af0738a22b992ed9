//! The sections of the Result screen.

use super::{line, of_plan};
use crate::model::Model;
use crate::number::{Exact, Money};
use crate::plan::Outcome;
use crate::text::{Filling, Show, Word};

/// What a client costs and brings.
pub fn main_summary(show: &Show<'_>, _: &Model, outcome: &Outcome) -> String {
    let cac = of_plan(show, outcome, Word::SUMMARY_CAC, "cac_loaded");
    line(show, [cac, of_plan(show, outcome, Word::SUMMARY_LTV_FIGURE, "ltv")])
}

/// What an order leaves, and what a client brings.
pub fn client_summary(show: &Show<'_>, _: &Model, outcome: &Outcome) -> String {
    let left = super::amount(show, Word::SUMMARY_ORDER_LEFT, outcome.client.order_contribution.0);
    line(show, [left, super::amount(show, Word::SUMMARY_LTV, outcome.client.ltv.0)])
}

/// What is drawn.
pub fn charts_summary(show: &Show<'_>, _: &Model, _: &Outcome) -> String {
    show.word(Word::SUMMARY_CHARTS)
}

/// When it breaks even.
pub fn break_even_summary(show: &Show<'_>, _: &Model, outcome: &Outcome) -> String {
    line(show, [of_plan(show, outcome, Word::SUMMARY_BREAK_EVEN, "break_even_month")])
}

/// What the plan sells, and what is left of it.
pub fn statement_summary(show: &Show<'_>, _: &Model, outcome: &Outcome) -> String {
    let whole = |word, amounts: &[Money<Exact>]| {
        let sum = amounts.iter().fold(Money::ZERO, |sum, own| sum + *own);
        let shown = show.money(sum.0);
        Some(show.phrase(word, &[("amount", Filling::Text(&shown))]))
    };
    let statement = &outcome.statement;
    line(
        show,
        [whole(Word::SUMMARY_REVENUE, &statement.revenue), whole(Word::SUMMARY_PROFIT, &statement.profit)],
    )
}

/// How little money there is at the least.
pub fn cash_summary(show: &Show<'_>, _: &Model, outcome: &Outcome) -> String {
    line(show, [of_plan(show, outcome, Word::SUMMARY_LOWEST, "lowest_cash")])
}
