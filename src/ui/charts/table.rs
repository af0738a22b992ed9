//! The numbers of a chart as a table, worked out only while it is open.

use crate::picture::Table;
use crate::text::Word;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// The table under its summary.
pub fn numbers(desk: Desk, title: Word, made: impl Fn() -> Table + Send + 'static) -> AnyView {
    let open = RwSignal::new(false);
    let toggled = move |_| open.update(|open| *open = !*open);
    let table = move || open.get().then(|| table(desk.word(title), made()));
    view! {
        <details on:toggle=toggled>
            <summary>{move || desk.word(Word::CHART_TABLE)}</summary>
            {table}
        </details>
    }
    .into_any()
}

fn table(name: String, Table { head, rows }: Table) -> AnyView {
    let head: Vec<_> =
        head.into_iter().map(|name| view! { <th scope="col">{name}</th> }.into_any()).collect();
    let rows: Vec<_> = rows.into_iter().map(row).collect();
    view! {
        <div class="scroll" tabindex="0" role="group" aria-label=name>
            <table class="data"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>
        </div>
    }
    .into_any()
}

fn row(cells: Vec<String>) -> AnyView {
    let cell = |(at, text): (usize, String)| match at {
        0 => view! { <th scope="row">{text}</th> }.into_any(),
        _ => view! { <td>{text}</td> }.into_any(),
    };
    let cells: Vec<_> = cells.into_iter().enumerate().map(cell).collect();
    view! { <tr>{cells}</tr> }.into_any()
}
