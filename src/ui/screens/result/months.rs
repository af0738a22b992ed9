//! The statement and the cash by month, quarter or year.

use super::month::Month;
use super::pieces::name_of;
use crate::browser::pointing::pointed;
use crate::picture::{
    StatementCell, StatementRow, StatementTable, StatementYear, reads_in_thousands, statement_rows,
    statement_years,
};
use crate::plan::{Period, Place, Span, figure};
use crate::text::{Filling, Word, currency_sign};
use crate::ui::state::Desk;
use leptos::prelude::*;

/// What of the plan is shown.
#[derive(Clone, Copy)]
struct Window {
    desk: Desk,
    period: RwSignal<Period>,
    /// Bit n: whether the parts of the n-th year are shown.
    open: RwSignal<u32>,
}

impl Window {
    fn years(self) -> Vec<StatementYear> {
        let months = self.desk.outcome.with(|outcome| outcome.months());
        statement_years(self.desk.show(|show| show.start), months, self.period.get(), self.open.get())
    }

    fn choose(self, period: Period) {
        self.period.set(period);
        // Months of all years would not fit a page: the first is opened, the rest one by one.
        self.open.set(if period == Period::Month { 1 } else { u32::MAX });
    }
}

/// A monthly table with its heading and its choice of periods.
pub fn monthly(desk: Desk, month: Month, table: &'static StatementTable) -> AnyView {
    let window = Window { desk, period: RwSignal::new(Period::Month), open: RwSignal::new(1) };
    let open = move |event: leptos::ev::MouseEvent| {
        let Some(figure) = pointed(&event, "data-f").and_then(|id| figure(&id)) else { return };
        let at = pointed(&event, "data-m").and_then(|at| at.parse().ok());
        if at.is_some() || pointed(&event, "data-row").is_some() {
            desk.explained.set(Some((figure.id, Place::Month(at.unwrap_or_else(|| month.get())))));
        }
    };
    let body = move || {
        let years = window.years();
        let rows = desk.outcome.with(|outcome| {
            desk.show(|show| statement_rows(show, outcome, table, &years, reads_in_thousands(outcome)))
        });
        rows.into_iter().map(|row| row_view(desk, row)).collect::<Vec<_>>()
    };
    view! {
            <div class="line above no-print">
                <p class="hint">{move || desk.word(Word::RESULT_CELLS)}</p>
                {period_choice(window)}
            </div>
            <div class="framed scroll" tabindex="0" role="group" aria-labelledby=table.id>
                <table class="data statement" on:click=open>
                    <thead>{move || head(window)}</thead>
                    <tbody>{body}</tbody>
                </table>
            </div>
    }
    .into_any()
}

fn period_choice(window: Window) -> AnyView {
    let desk = window.desk;
    let button = move |period: Period| {
        let word = match period {
            Period::Month => Word::RESULT_BY_MONTH,
            Period::Quarter => Word::RESULT_BY_QUARTER,
            Period::Year => Word::RESULT_BY_YEAR,
        };
        let pressed = move || if window.period.get() == period { "true" } else { "false" };
        view! {
            <button type="button" aria-pressed=pressed on:click=move |_| window.choose(period)>
                {move || desk.word(word)}
            </button>
        }
    };
    view! {
        <div class="choice no-print" role="group" aria-label=move || desk.word(Word::RESULT_BY)>
            {Period::ALL.map(button).into_iter().collect::<Vec<_>>()}
        </div>
    }
    .into_any()
}

/// Two rows: the years, and what of each is shown.
fn head(window: Window) -> AnyView {
    let desk = window.desk;
    let years = window.years();
    let word = match desk.outcome.with(reads_in_thousands) {
        true => Word::RESULT_THOUSANDS,
        false => Word::RESULT_UNITS,
    };
    let unit =
        desk.show(|show| show.phrase(word, &[("currency", Filling::Text(currency_sign(show.currency)))]));
    let over: Vec<_> = years.iter().enumerate().map(|(at, year)| year_heading(window, at, year)).collect();
    let profitable = desk.outcome.with(|outcome| outcome.break_even.lasting.at());
    let under: Vec<_> = years
        .iter()
        .flat_map(|year| {
            let sum = view! { <th scope="col" class="from">{desk.word(Word::RESULT_YEAR)}</th> }.into_any();
            let part = |part: &Span| part_heading(window, *part, profitable);
            std::iter::once(sum).chain(year.parts.iter().map(part).collect::<Vec<_>>())
        })
        .collect();
    view! { <tr><th scope="col" rowspan="2">{unit}</th>{over}</tr><tr>{under}</tr> }.into_any()
}

fn year_heading(window: Window, at: usize, year: &StatementYear) -> AnyView {
    let name = window.desk.show(|show| show.start).later(year.span.first).year().to_string();
    let count = (year.parts.len() + 1).to_string();
    if window.period.get() == Period::Year {
        return view! { <th scope="colgroup" class="year" colspan=count>{name}</th> }.into_any();
    }
    let is_open = !year.parts.is_empty();
    let (expanded, arrow) = if is_open { ("true", " ▾") } else { ("false", " ▸") };
    let turn = move |_| window.open.update(|open| *open ^= 1 << at.min(31));
    view! {
        <th scope="colgroup" class="year" colspan=count>
            <button type="button" class="link" aria-expanded=expanded on:click=turn>
                {name}<span aria-hidden="true">{arrow}</span>
            </button>
        </th>
    }
    .into_any()
}

fn part_heading(window: Window, part: Span, profitable: Option<u32>) -> AnyView {
    let name = window.desk.show(|show| {
        let first = show.start.later(part.first);
        match window.period.get() {
            Period::Quarter => {
                let number = first.month().div_ceil(3).to_string();
                show.phrase(Word::RESULT_QUARTER, &[("n", Filling::Text(&number))])
            }
            Period::Month | Period::Year => show.digits.month(show.language, first, false),
        }
    });
    let hit = profitable.is_some_and(|month| part.first <= month && month <= part.last());
    view! { <th scope="col" class=hit.then_some("hit")>{name}</th> }.into_any()
}

fn row_view(desk: Desk, row: StatementRow) -> AnyView {
    let name = name_of(desk, row.figure);
    let label = desk.with(Word::HOW, "name", &name);
    view! {
        <tr class=row.class data-f=row.figure.id>
            <th scope="row" data-row="">
                <button type="button" class="link" aria-haspopup="dialog" title=label>{name}</button>
            </th>
            {row.cells.into_iter().map(cell_view).collect::<Vec<_>>()}
        </tr>
    }
    .into_any()
}

fn cell_view(cell: StatementCell) -> AnyView {
    if cell.is_sum {
        let class = if cell.class == "less" { "from less" } else { "from" };
        return view! { <td class=class><b>{cell.text}</b></td> }.into_any();
    }
    let month = cell.month.map(|month| month.to_string());
    view! { <td class=cell.class data-m=month>{cell.text}</td> }.into_any()
}
