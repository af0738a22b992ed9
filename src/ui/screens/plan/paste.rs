//! A column of a sheet put into the table of observed retention.

use crate::desk::commands::{ColumnFault, TakeObserved, observed_column};
use crate::text::{Filling, Word, read_fault_text};
use crate::ui::state::Desk;
use leptos::prelude::*;

/// A place for the column, and the button that takes it over.
pub fn paste(desk: Desk) -> AnyView {
    let text = RwSignal::new(String::new());
    let fault = RwSignal::new(None::<String>);
    let fill = move |_| match observed_column(&text.get_untracked(), desk.language.get_untracked()) {
        Ok(shares) => {
            desk.perform(&TakeObserved { shares });
            text.set(String::new());
            fault.set(None);
        }
        Err(found) => fault.set(Some(told(desk, &found))),
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

fn told(desk: Desk, found: &ColumnFault) -> String {
    let line = found.line.to_string();
    desk.show_untracked(|show| {
        let fault = read_fault_text(show, &found.fault, &found.text);
        show.phrase(
            Word::PLAN_PASTE_FAULT,
            &[("line", Filling::Text(&line)), ("fault", Filling::Text(&fault))],
        )
    })
}
