//! A column of a sheet put into the table of observed retention.

use crate::model::{Basis, Edit, Estimate, Model, Observed, nth_id};
use crate::number::Decimal;
use crate::number::reading::{Expected, Language, ReadError, read};
use crate::text::{Filling, Word, read_fault_text};
use crate::ui::state::Desk;
use leptos::prelude::*;

/// The most rows that the table takes.
const MOST: usize = 120;

/// A place for the column, and the button that takes it over.
pub fn paste(desk: Desk) -> AnyView {
    let text = RwSignal::new(String::new());
    let fault = RwSignal::new(None::<String>);
    let fill = move |_| match column(&text.get_untracked(), desk.language.get_untracked()) {
        Ok(shares) => {
            let model = desk.model.with_untracked(|model| with_table(model, &shares));
            // Another whole document is never refused.
            let _ = desk.edit(Edit::Whole(Box::new(model)));
            text.set(String::new());
            fault.set(None);
        }
        Err((line, typed, error)) => fault.set(Some(told(desk, line, &typed, &error))),
    };
    let type_in = move |event: leptos::ev::Event| {
        text.set(event_target_value(&event));
        fault.set(None);
    };
    view! {
        <details>
            <summary>{move || desk.word(Word::PLAN_PASTE)}</summary>
            <div class="flow">
                <div class="field" data-state=move || fault.get().map(|_| "wrong")>
                    <label for="paste-retention">{move || desk.word(Word::PLAN_PASTE_LABEL)}</label>
                    <textarea
                        id="paste-retention"
                        rows="4"
                        inputmode="decimal"
                        aria-describedby="paste-retention-note"
                        prop:value=move || text.get()
                        on:input=type_in
                    ></textarea>
                    <p class="note" id="paste-retention-note" role="status">
                        <span class=move || fault.get().map(|_| "wrong")>
                            {move || fault.get().unwrap_or_else(|| desk.word(Word::PLAN_PASTE_HINT))}
                        </span>
                    </p>
                </div>
                <button type="button" disabled=move || text.with(|text| text.trim().is_empty()) on:click=fill>
                    {move || desk.word(Word::PLAN_PASTE_FILL)}
                </button>
            </div>
        </details>
    }
    .into_any()
}

/// A line that could not be read: its number, its text, what is wrong.
type Fault = (usize, String, ReadError);

/// The shares of a column, one in a line; cells of a row pasted by mistake count as lines too.
fn column(text: &str, language: Language) -> Result<Vec<Decimal>, Fault> {
    let lines = text.split(['\n', '\r', '\t', ';']).map(str::trim).filter(|line| !line.is_empty()).take(MOST);
    let shares = lines.enumerate().map(|(at, line)| {
        let reading = read(line, language, Expected::Share);
        reading.map(|reading| reading.value).map_err(|error| (at + 1, line.to_owned(), error))
    });
    let shares = shares.collect::<Result<Vec<_>, _>>()?;
    // A sheet that keeps 87 % as 0.87 means shares of one throughout.
    let one = Decimal::new(1, 2);
    let of_one = shares.iter().all(|share| *share <= one) && !text.contains('%');
    Ok(if of_one { shares.into_iter().map(|share| share * Decimal::ONE_HUNDRED).collect() } else { shares })
}

fn with_table(model: &Model, shares: &[Decimal]) -> Model {
    let mut model = model.clone();
    let row = |(at, share): (u32, &Decimal)| Observed {
        id: nth_id(at),
        share: Estimate { basis: Basis::Measured, ..Estimate::guess(*share) },
    };
    model.offer.retention.table = (0..).zip(shares).map(row).collect();
    model
}

fn told(desk: Desk, line: usize, typed: &str, error: &ReadError) -> String {
    let line = line.to_string();
    desk.show_untracked(|show| {
        let fault = read_fault_text(show, error, typed);
        show.phrase(
            Word::PLAN_PASTE_FAULT,
            &[("line", Filling::Text(&line)), ("fault", Filling::Text(&fault))],
        )
    })
}
