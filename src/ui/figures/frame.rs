//! The frame of every chart: its name, what it says, its picture, what its shapes mean, its numbers.

use super::canvas::{Canvas, finding_of, on_scene};
use super::legend::{Key, legend};
use super::subject::{Subject, Table};
use crate::text::Word;
use crate::text::findings::Finding;
use crate::ui::state::{Desk, desk};
use leptos::prelude::*;

/// A chart with all that belongs to it.
#[component]
pub fn Frame(
    /// The chart.
    subject: &'static Subject,
    /// Whether it stands without a card.
    #[prop(optional)]
    bare: bool,
) -> impl IntoView {
    let desk = desk();
    let finding = finding_of(desk, subject);
    let picture = view! { <Canvas subject finding /> }.into_any();
    let (keys, table) = (move || on_scene(desk, 0, subject.legend), move || on_scene(desk, 0, subject.table));
    framed(desk, (subject.title, bare), finding, picture, keys, table)
}

/// A picture with its name, what it says, what its shapes mean and its numbers; without a card where it is bare.
pub fn framed(
    desk: Desk,
    (title, bare): (Word, bool),
    finding: Memo<Finding>,
    picture: AnyView,
    keys: impl Fn() -> Vec<Key> + Send + 'static,
    table: impl Fn() -> Table + Copy + Send + 'static,
) -> AnyView {
    let drawable = Memo::new(move |_| finding.with(|finding| finding.drawable));
    let says = move || finding.with(|finding| finding.drawable.then(|| finding.text.clone()));
    view! {
        <figure class=if bare { "chart" } else { "chart card" }>
            <figcaption>
                <h3>{move || desk.word(title)}</h3>
                {move || says().map(|text| view! { <p class="finding">{text}</p> })}
            </figcaption>
            {picture}
            {move || drawable.get().then(|| legend(keys()))}
            {move || drawable.get().then(|| numbers(desk, title, table))}
        </figure>
    }
    .into_any()
}

/// The table, worked out only while it is open.
fn numbers(desk: Desk, title: Word, made: impl Fn() -> Table + Send + 'static) -> AnyView {
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
