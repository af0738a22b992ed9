//! Which month is written down, how complete each is, and the way to a table from elsewhere.

use super::super::import::importing::Importing;
use super::super::view::View;
use crate::desk::commands::StartEarlier;
use crate::evidence::Recorded;
use crate::text::{Filling, Word};
use crate::ui::icon::icon;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// How many months earlier a plan begins that is to hold what has been: a run-in.
const EARLIER: u32 = 3;

/// The list of months between its two neighbours, and the button that opens the import.
pub fn months(
    desk: Desk,
    view: View,
    month: Memo<u32>,
    recorded: Memo<Recorded>,
    importing: Importing,
) -> AnyView {
    let last = Memo::new(move |_| recorded.with(|recorded| recorded.horizon().saturating_sub(1)));
    let put = move |event: leptos::ev::Event| {
        view.month.set(event_target_value(&event).parse().unwrap_or_default());
    };
    let back = move |_| view.month.set(month.get_untracked().saturating_sub(1));
    let forth = move |_| view.month.set(month.get_untracked().saturating_add(1));
    let earlier = move || {
        (month.get() == 0).then(|| {
            let text = desk.with(Word::RECORD_EARLIER, "month", &desk.show(|show| show.month(0)));
            let press = move |_| desk.perform(&StartEarlier { months: EARLIER });
            view! {
                <p class="line hint no-print" id="facts-earlier">
                    <span>{text}</span>
                    <button type="button" on:click=press>{desk.word(Word::RECORD_START_EARLIER)}</button>
                </p>
            }
        })
    };
    let is_last = move || month.get() >= last.get();
    view! {
        <div class="line no-print">
            <div class="line months">
                <button
                    type="button"
                    class="quiet square"
                    aria-label=move || desk.word(Word::RECORD_PREVIOUS)
                    disabled=move || month.get() == 0
                    on:click=back
                >
                    <span aria-hidden="true">"‹"</span>
                </button>
                <label class="line soft">
                    <span class="vh">{move || desk.word(Word::RECORD_MONTH)}</span>
                    <select id="facts-month" on:change=put>{options(desk, month, recorded)}</select>
                </label>
                <button
                    type="button"
                    class="quiet square"
                    aria-label=move || desk.word(Word::RECORD_NEXT)
                    disabled=is_last
                    on:click=forth
                >
                    <span aria-hidden="true">"›"</span>
                </button>
            </div>
            <button type="button" class="push" id="facts-import" on:click=move |_| importing.begin(String::new(), None)>
                {icon("i-file")}{move || desk.word(Word::RECORD_IMPORT)}
            </button>
        </div>
        {earlier}
    }
    .into_any()
}

fn options(desk: Desk, month: Memo<u32>, recorded: Memo<Recorded>) -> AnyView {
    let names = Memo::new(move |_| {
        recorded.with(|recorded| (0..recorded.horizon()).map(|t| name(desk, recorded, t)).collect::<Vec<_>>())
    });
    let options = move || {
        let month = month.get();
        let option = |(name, t): (String, u32)| {
            view! { <option value=t.to_string() prop:selected=t == month>{name}</option> }.into_any()
        };
        names.get().into_iter().zip(0..).map(option).collect::<Vec<_>>()
    };
    options.into_any()
}

/// "Jan 2027", and where something is written down of it, how much of what should be.
fn name(desk: Desk, recorded: &Recorded, t: u32) -> String {
    let month = desk.show(|show| show.month(t));
    if !recorded.is_known(t) {
        return month;
    }
    let (filled, all) = recorded.filled(t);
    let (filled, all) = (filled.to_string(), all.to_string());
    let fillings = [("month", &month), ("n", &filled), ("all", &all)];
    desk.show(|show| {
        show.phrase(Word::RECORD_MONTH_FILLED, &fillings.map(|(key, text)| (key, Filling::Text(text))))
    })
}
