//! How much must be sold in a month, when it all pays back, and how far the money goes.

use super::month::Month;
use super::pieces::{Pair, pairs, whole};
use crate::plan::Place;
use crate::text::Word;
use crate::ui::state::Desk;
use leptos::prelude::*;

const VOLUME: [Pair; 9] = [
    Pair::Of("break_even_orders"),
    Pair::Of("orders"),
    Pair::Of("break_even_clients"),
    Pair::Of("active_clients"),
    Pair::Of("break_even_revenue"),
    Pair::Of("revenue"),
    Pair::Of("to_cover"),
    Pair::Of("per_order"),
    Pair::Of("per_client"),
];
const WHEN: [Pair; 3] =
    [Pair::Of("break_even_month"), Pair::Of("break_even_lasting"), Pair::Of("project_payback")];
const MONEY: [Pair; 5] = [
    Pair::Of("lowest_cash"),
    Pair::Of("lowest_cash_month"),
    Pair::Of("gap_first"),
    Pair::Of("gap_months"),
    Pair::Of("bridge"),
];
const LATER: [Pair; 3] = [Pair::Of("clients_later"), Pair::Of("receivable"), Pair::Of("payable")];
const SHARES: [Pair; 4] =
    [Pair::Of("gross_margin"), Pair::Of("payroll_share"), Pair::Of("ad_share"), Pair::Of("roas")];

/// The five lists.
pub fn break_even(desk: Desk, month: Month) -> AnyView {
    let at_month = Signal::derive(move || Place::Month(month.get()));
    let card = move |heading: Word, list: &'static [Pair]| {
        view! { <div class="card flow"><h3>{move || desk.word(heading)}</h3>{pairs(desk, list, whole())}</div> }
            .into_any()
    };
    view! {
            <div class="cards">
                <div class="card flow">
                    <h3>{move || desk.word(Word::RESULT_EVEN_VOLUME)}</h3>
                    {month_choice(desk, month)}
                    {pairs(desk, &VOLUME, at_month)}
                </div>
                {card(Word::RESULT_EVEN_WHEN, &WHEN)}
                {card(Word::RESULT_EVEN_MONEY, &MONEY)}
                {card(Word::RESULT_EVEN_LATER, &LATER)}
                {card(Word::RESULT_EVEN_SHARES, &SHARES)}
            </div>
    }
    .into_any()
}

fn month_choice(desk: Desk, month: Month) -> AnyView {
    let options = move || {
        let months = desk.outcome.with(|outcome| outcome.months());
        let option = |t: u32| {
            let name = desk.show(|show| show.month(t));
            view! { <option value=t.to_string() prop:selected=move || month.get() == t>{name}</option> }
        };
        (0..months).map(option).collect::<Vec<_>>()
    };
    let choose = move |event: leptos::ev::Event| {
        month.choose(event_target_value(&event).parse().unwrap_or(11));
    };
    view! {
        <div class="field">
            <label for="even-month">{move || desk.word(Word::RESULT_EVEN_MONTH)}</label>
            <select id="even-month" on:change=choose>{options}</select>
        </div>
    }
    .into_any()
}
