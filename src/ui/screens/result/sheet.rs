//! A monthly table as text: its columns by year, its rows, every cell written out.

use super::lines::{Line, Look, Table};
use crate::model::YearMonth;
use crate::number::{Decimal, Exact, Number, Undefined};
use crate::plan::{Figure, Outcome, Period, Place, Reached, Span, figure, gathered, spans};
use crate::text::Show;

/// A year of the calendar and what of it is shown beside its sum.
pub struct Year {
    /// Its months in the plan.
    pub span: Span,
    /// The columns behind its sum; none where it is folded.
    pub parts: Vec<Span>,
}

/// The years of a plan; bit n of `open` says whether the n-th shows its parts.
pub fn years(start: YearMonth, months: u32, period: Period, open: u32) -> Vec<Year> {
    let parts = spans(start, months, period);
    let of = |(at, span): (usize, Span)| {
        let is_open = period != Period::Year && (open >> at.min(31)) & 1 == 1;
        let inside = |part: &&Span| is_open && span.first <= part.first && part.first <= span.last();
        Year { span, parts: parts.iter().filter(inside).copied().collect() }
    };
    spans(start, months, Period::Year).into_iter().enumerate().map(of).collect()
}

/// A row, written out.
pub struct Row {
    /// The figure in it.
    pub figure: &'static Figure,
    /// Its class.
    pub class: Option<&'static str>,
    /// Its cells, in the order of the columns.
    pub cells: Vec<Cell>,
}

/// A cell, written out.
pub struct Cell {
    /// What stands in it.
    pub text: String,
    /// Its class.
    pub class: &'static str,
    /// Whether it is a year's.
    pub is_sum: bool,
    /// The month whose computation it opens.
    pub month: Option<u32>,
}

/// The rows of a table.
pub fn rows(
    show: &Show<'_>,
    outcome: &Outcome,
    table: &Table,
    years: &[Year],
    in_thousands: bool,
) -> Vec<Row> {
    table.lines.iter().filter_map(|line| row(show, outcome, line, years, in_thousands)).collect()
}

fn row(show: &Show<'_>, outcome: &Outcome, line: &Line, years: &[Year], in_thousands: bool) -> Option<Row> {
    let figure = figure(line.figure)?;
    let amounts = amounts(outcome, figure);
    if line.optional && amounts.iter().all(|amount| *amount == Exact::ZERO) {
        return None;
    }
    let write = |span: Span, is_sum: bool| {
        let amount = gathered(&amounts, span, line.gathered);
        let (text, tone) = written(show, amount, line.look, in_thousands);
        let month = (!is_sum && span.months == 1).then_some(span.first);
        Cell { text, class: tone, is_sum, month }
    };
    let of_year = |year: &Year| {
        let parts: Vec<_> = year.parts.iter().map(|part| write(*part, false)).collect();
        std::iter::once(write(year.span, true)).chain(parts)
    };
    let class = match line.look {
        Look::Count | Look::In => None,
        Look::Out => Some("sub"),
        Look::Sum => Some("sum"),
    };
    Some(Row { figure, class, cells: years.iter().flat_map(of_year).collect() })
}

/// A figure month by month.
fn amounts(outcome: &Outcome, figure: &Figure) -> Vec<Exact> {
    let amount = |month| match figure.value(outcome, Place::Month(month)) {
        Reached::At(value) => value,
        Reached::Unknown(reason) => Exact::undefined(reason),
        Reached::Never | Reached::NotWithinHorizon => Exact::undefined(Undefined::Impossible),
    };
    (0..outcome.months()).map(amount).collect()
}

/// An amount as text, and the class by which it is coloured.
fn written(show: &Show<'_>, amount: Exact, look: Look, in_thousands: bool) -> (String, &'static str) {
    let amount = if look == Look::Out { -amount } else { amount };
    let shown = match look {
        Look::Count => show.count(amount),
        _ if in_thousands => show.plain(amount / Exact::whole(1000), 0),
        _ => show.plain(amount, 0),
    };
    let tone = match amount.decimal() {
        Ok(value) if value.is_zero() => "none",
        Ok(value) if value.is_sign_negative() => "less",
        _ => "",
    };
    (shown, tone)
}

/// Whether the money of a plan is easier to read in thousands.
pub fn in_thousands(outcome: &Outcome) -> bool {
    let lines = [&outcome.statement.revenue, &outcome.statement.profit, &outcome.cash.balance];
    let amounts = lines.into_iter().flatten();
    amounts
        .filter_map(|amount| amount.0.decimal().ok())
        .any(|amount| amount.abs() >= Decimal::from(1_000_000))
}
