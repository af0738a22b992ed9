//! The lines of the statement and of the cash by month.

use crate::plan::Gathered;
use crate::text::Word;

/// How a line looks and what it is counted in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// How many.
    Count,
    /// Money that comes.
    In,
    /// Money that goes: shown below zero.
    Out,
    /// What the lines above come to.
    Sum,
}

/// A line of a monthly table.
pub struct Line {
    /// The figure in it.
    pub figure: &'static str,
    /// How it looks.
    pub look: Look,
    /// How months make a quarter and a year.
    pub gathered: Gathered,
    /// Whether it is left out where it holds nothing but zeros.
    pub optional: bool,
}

/// A monthly table.
pub struct StatementTable {
    /// Its id in the page.
    pub id: &'static str,
    /// Its heading.
    pub heading: Word,
    /// Its lines.
    pub lines: &'static [Line],
}

const fn line(figure: &'static str, look: Look) -> Line {
    Line { figure, look, gathered: Gathered::Summed, optional: false }
}

const fn optional(figure: &'static str, look: Look) -> Line {
    Line { optional: true, ..line(figure, look) }
}

const fn last(figure: &'static str, look: Look) -> Line {
    Line { gathered: Gathered::Last, ..line(figure, look) }
}

/// Volumes and the statement of profit.
pub static STATEMENT: StatementTable = StatementTable {
    id: "statement",
    heading: Word::RESULT_STATEMENT,
    lines: &[
        line("month_leads", Look::Count),
        line("new_clients", Look::Count),
        last("active_clients", Look::Count),
        Line { optional: true, ..last("opening_clients", Look::Count) },
        line("orders", Look::Count),
        line("order_revenue", Look::In),
        optional("add_on_revenue", Look::In),
        line("revenue", Look::Sum),
        optional("opening_revenue", Look::In),
        line("variable_costs", Look::Out),
        line("contribution", Look::Sum),
        optional("opening_contribution", Look::In),
        line("marketing", Look::Out),
        optional("salaries", Look::Out),
        optional("variable_pay", Look::Out),
        line("fixed_costs", Look::Out),
        line("operating_profit", Look::Sum),
        optional("tax", Look::Out),
        line("profit", Look::Sum),
    ],
};

/// Money as it comes and goes.
pub static CASH_BY_MONTH: StatementTable = StatementTable {
    id: "cash",
    heading: Word::RESULT_CASH,
    lines: &[
        line("receipts", Look::In),
        optional("opening_receipts", Look::In),
        optional("opening_payments", Look::Out),
        optional("refunds", Look::Out),
        optional("fees", Look::Out),
        optional("suppliers", Look::Out),
        line("marketing", Look::Out),
        optional("payroll", Look::Out),
        line("fixed_costs", Look::Out),
        optional("taxes", Look::Out),
        optional("investments", Look::Out),
        line("flow", Look::Sum),
        last("balance", Look::Sum),
    ],
};
