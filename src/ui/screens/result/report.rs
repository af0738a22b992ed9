//! What only paper shows: whose plan it is and of when, and every number that it rests on.

use crate::browser::{clock, intl};
use crate::number::{Exact, Number};
use crate::plan::{Entered, entered, unit_of_field};
use crate::text::{Filling, Word, estimate_text, field_label};
use crate::ui::explain::basis_view;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// The head of the report.
pub fn head(desk: Desk) -> AnyView {
    let name = move || {
        let name = desk.model.with(|model| model.about.name.clone());
        if name.is_empty() { desk.word(Word::MODEL_UNNAMED) } else { name }
    };
    let plan = move || {
        let months = desk.outcome.with(|outcome| outcome.months());
        desk.show(|show| {
            let (first, last) = (show.month(0), show.month(months.saturating_sub(1)));
            show.phrase(
                Word::REPORT_PLAN,
                &[("first", Filling::Text(&first)), ("last", Filling::Text(&last))],
            )
        })
    };
    // The day is looked up with every change, so that a page left open prints the right one.
    let printed = move || {
        desk.model.track();
        let date = intl::date_time(desk.language.get().tag(), clock::now());
        desk.with(Word::REPORT_PRINTED, "date", &date)
    };
    let note = move || desk.model.with(|model| model.about.note.clone());
    view! {
        <div class="only-print"><p class="lead"><b>{name}</b></p><p>{plan}". "{printed}</p><p>{note}</p></div>
    }
    .into_any()
}

/// Every number that counts, with what it rests on.
pub fn inputs(desk: Desk) -> AnyView {
    let rows = move || {
        let numbers = desk.model.with(entered);
        numbers.iter().map(|number| row(desk, number)).collect::<Vec<_>>()
    };
    let heading = move |word: Word| view! { <th scope="col">{move || desk.word(word)}</th> };
    view! {
        <section aria-labelledby="report-inputs">
            <div class="titled"><h2 id="report-inputs">{move || desk.word(Word::REPORT_INPUTS)}</h2></div>
            <table class="data report">
                <thead>
                    <tr>
                        {heading(Word::REPORT_INPUT)}{heading(Word::REPORT_VALUE)}{heading(Word::REPORT_RANGE)}
                        {heading(Word::REPORT_BASIS)}{heading(Word::REPORT_SOURCE)}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

fn row(desk: Desk, number: &Entered) -> AnyView {
    let name = desk.model.with(|model| desk.show(|show| field_label(show, model, &number.path)));
    let value = desk.show(|show| estimate_text(show, number.field, &number.estimate));
    let unit = unit_of_field(number.field);
    let range = number.estimate.range.map(|range| {
        let [low, high] =
            [range.low, range.high].map(|end| desk.show(|show| show.typed(Exact::from_decimal(end), unit)));
        [&low, " – ", &high].concat()
    });
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td>{value}</td>
            <td>{range}</td>
            <td>{basis_view(desk, number.estimate.basis)}</td>
            <td>{number.estimate.source.clone()}</td>
        </tr>
    }
    .into_any()
}
