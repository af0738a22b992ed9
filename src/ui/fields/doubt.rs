//! What may be meant otherwise asks in place, with all that it may be to press. Loaded later.

use crate::model::{Currency, Datum, Edit};
use crate::number::reading::Reading;
use crate::text::{Filling, Word, currency_sign};
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

/// The question after an amount in another currency than the document's: that one for the document from now on, where it
/// knows it, or the document's own for the amount. No number is converted.
pub fn ask_currency(desk: Desk, code: &'static str, shown: String, chosen: Callback<()>) -> AnyView {
    let other = Currency::NAMES.iter().position(|name| *name == code);
    let sign = other.and_then(|at| Currency::ALL.get(at)).map_or(code, |currency| currency_sign(*currency));
    let switch = move |at: usize| {
        let press = move |_| {
            // The amount first: it is typed, and its step is one with the typing.
            chosen.run(());
            let _ = desk.edit(Edit::put("about/currency", Datum::Choice(at)));
        };
        let named = [sign, " (", code, ")"].concat();
        let fill = [("currency", Filling::Text(if sign == code { code } else { &named }))];
        view! { <button type="button" on:click=press>{desk.show(|show| show.phrase(Word::READING_SWITCH, &fill))}</button> }
    };
    let asked = desk.show(|show| {
        let fill = [("other", Filling::Text(sign)), ("own", Filling::Text(currency_sign(show.currency)))];
        show.phrase(Word::READING_CURRENCY, &fill)
    });
    let keep = [("amount", Filling::Text(&shown))];
    let keep = desk.show(|show| show.phrase(Word::READING_KEEP, &keep));
    view! {
        <span class="doubt">{asked}</span>
        <span class="line">
            {other.map(switch)}
            <button type="button" on:click=move |_| chosen.run(())>{keep}</button>
        </span>
    }
    .into_any()
}
