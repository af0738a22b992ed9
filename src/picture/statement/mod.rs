//! A table of the plan by month, quarter or year: its columns by year, its rows, every cell written out.

mod lines;

pub use lines::{CASH_BY_MONTH, Line, Look, STATEMENT, StatementTable};

use crate::model::YearMonth;
use crate::number::{Decimal, Exact, Number, Undefined};
use crate::plan::{Figure, Outcome, Period, Place, Reached, Span, figure, gathered, spans};
use crate::text::Show;

/// A year of the calendar and what of it is shown beside its sum.
pub struct StatementYear {
    /// Its months in the plan.
    pub span: Span,
    /// The columns after its sum; none where it is folded.
    pub parts: Vec<Span>,
}

/// The years of a plan; bit n of `open` says whether the n-th shows its parts.
pub fn statement_years(start: YearMonth, months: u32, period: Period, open: u32) -> Vec<StatementYear> {
    let parts = spans(start, months, period);
    let of = |(at, span): (usize, Span)| {
        let is_open = period != Period::Year && (open >> at.min(31)) & 1 == 1;
        let inside = |part: &&Span| is_open && span.first <= part.first && part.first <= span.last();
        StatementYear { span, parts: parts.iter().filter(inside).copied().collect() }
    };
    spans(start, months, Period::Year).into_iter().enumerate().map(of).collect()
}

/// A row, written out.
pub struct StatementRow {
    /// The figure in it.
    pub figure: &'static Figure,
    /// Its class.
    pub class: Option<&'static str>,
    /// Its cells, in the order of the columns.
    pub cells: Vec<StatementCell>,
}

/// A cell, written out.
pub struct StatementCell {
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
pub fn statement_rows(
    show: &Show<'_>,
    outcome: &Outcome,
    table: &StatementTable,
    years: &[StatementYear],
    in_thousands: bool,
) -> Vec<StatementRow> {
    table.lines.iter().filter_map(|line| row(show, outcome, line, years, in_thousands)).collect()
}

fn row(
    show: &Show<'_>,
    outcome: &Outcome,
    line: &Line,
    years: &[StatementYear],
    in_thousands: bool,
) -> Option<StatementRow> {
    let figure = figure(line.figure)?;
    let amounts = amounts(outcome, figure);
    if line.optional && amounts.iter().all(|amount| *amount == Exact::ZERO) {
        return None;
    }
    let write = |span: Span, is_sum: bool| {
        let amount = gathered(&amounts, span, line.gathered);
        let (text, tone) = written(show, amount, line.look, in_thousands);
        let month = (!is_sum && span.months == 1).then_some(span.first);
        StatementCell { text, class: tone, is_sum, month }
    };
    let of_year = |year: &StatementYear| {
        let parts: Vec<_> = year.parts.iter().map(|part| write(*part, false)).collect();
        std::iter::once(write(year.span, true)).chain(parts)
    };
    let class = match line.look {
        Look::Count | Look::In => None,
        Look::Out => Some("sub"),
        Look::Sum => Some("sum"),
    };
    Some(StatementRow { figure, class, cells: years.iter().flat_map(of_year).collect() })
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
pub fn reads_in_thousands(outcome: &Outcome) -> bool {
    let lines = [&outcome.statement.revenue, &outcome.statement.profit, &outcome.cash.balance];
    let amounts = lines.into_iter().flatten();
    amounts
        .filter_map(|amount| amount.0.decimal().ok())
        .any(|amount| amount.abs() >= Decimal::from(1_000_000))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::TEMPLATES;
    use crate::plan::evaluate;
    use crate::text::Language;

    const START: YearMonth = YearMonth::new(2027, 11);

    #[test]
    fn a_folded_year_shows_its_sum_alone() {
        let years = statement_years(START, 15, Period::Month, 0b10);
        let columns: Vec<_> = years.iter().map(|year| (year.span.first, year.parts.len())).collect();
        assert_eq!(columns, [(0, 0), (2, 12), (14, 0)]);
        let by_year = statement_years(START, 15, Period::Year, u32::MAX);
        assert!(by_year.iter().all(|year| year.parts.is_empty()));
    }

    #[test]
    fn every_row_has_a_cell_for_every_column() {
        let model = TEMPLATES[0].model(Language::English);
        let outcome = evaluate(&model);
        let show = Show::standard(Language::English).of(&model.about);
        for table in [&STATEMENT, &CASH_BY_MONTH] {
            for period in Period::ALL {
                let years = statement_years(show.start, outcome.months(), period, 1);
                let columns: usize = years.iter().map(|year| year.parts.len() + 1).sum();
                let rows = statement_rows(&show, &outcome, table, &years, true);
                assert!(rows.len() > 5 && rows.iter().all(|row| row.cells.len() == columns));
                let opens = rows.iter().flat_map(|row| &row.cells).any(|cell| cell.month.is_some());
                assert_eq!(opens, period == Period::Month);
            }
        }
    }

    #[test]
    fn costs_are_shown_below_zero_and_nothing_as_nothing() {
        let model = TEMPLATES[0].model(Language::English);
        let show = Show::standard(Language::English).of(&model.about);
        let told = |amount, look, thousands| written(&show, Exact::whole(amount), look, thousands);
        assert_eq!(told(1500, Look::Out, false), ("−1,500".to_owned(), "less"));
        assert_eq!(told(0, Look::Out, false).1, "none");
        assert_eq!(told(1500, Look::Count, true).0, told(1500, Look::Count, false).0);
        assert_eq!(told(15_000, Look::Sum, true), ("15".to_owned(), ""));
    }
}
