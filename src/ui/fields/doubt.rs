//! What may be meant otherwise asks in place, with both readings to press. Loaded later.

use crate::number::reading::Reading;
use crate::text::Word;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// The question: each reading as it is shown, the one that counts now first.
pub fn ask_reading(desk: Desk, readings: [(Reading, String); 2], choose: Callback<Reading>) -> AnyView {
    let [(_, counts), _] = &readings;
    let counts = counts.clone();
    let button = |(reading, text): (Reading, String)| {
        let press = move |_| choose.run(reading.clone());
        view! { <button type="button" on:click=press>{text}</button> }
    };
    view! {
        <span class="doubt">"= "{counts}". "{desk.word(Word::READING_WHICH)}</span>
        <span class="line">{readings.map(button).into_iter().collect::<Vec<_>>()}</span>
    }
    .into_any()
}
