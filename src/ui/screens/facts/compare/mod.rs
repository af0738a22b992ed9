//! Plan and fact side by side, over months of one's choice, and why profit is another.

mod funnels;
pub mod table;
pub mod waterfall;

use super::View;
use super::baseline::against;
use super::held::{Held, QUARTER, held};
use crate::browser::focus;
use crate::evidence::{LinePairs, Pairs, pairs};
use crate::text::quarters::months_text;
use crate::text::{Filling, Word, row_name};
use crate::ui::state::Desk;
use funnels::funnels;
use leptos::prelude::*;
use std::ops::Range;
use table::{Group, beside, channel_group, statement_group};
use waterfall::variance;

/// Which months are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Chosen {
    /// From the first recorded to the last.
    All,
    /// Three from this one on.
    Quarter(u32),
    /// One.
    Month(u32),
}

/// The section.
pub fn compare(desk: Desk, view: View) -> AnyView {
    let held = held(view);
    let body = move || {
        if held.is_any.get() { compared(desk, view, held) } else { nothing(desk, Word::COMPARE_NONE) }
    };
    view! { <div class="flow">{body}</div> }.into_any()
}

/// That there is nothing yet, and the way to where facts are written down.
pub fn nothing(desk: Desk, word: Word) -> AnyView {
    view! {
        <div class="empty">
            <p>{move || desk.word(word)}</p>
            <button type="button" on:click=move |_| focus::heading("run-in-record")>
                {move || desk.word(Word::COMPARE_TO_FACTS)}
            </button>
        </div>
    }
    .into_any()
}

fn compared(desk: Desk, view: View, held: Held) -> AnyView {
    let chosen = RwSignal::new(Chosen::All);
    let range = Memo::new(move |_| months(held, chosen.get()));
    let pairs = Memo::new(move |_| pairs_of(held, range.get()));
    let of_channels = move || pairs.with(|pairs| channels(desk, held, pairs));
    let of_statement = move || pairs.with(|pairs| vec![statement_group(desk, pairs)]);
    view! {
        {against(desk, view)}
        {picker(desk, held, chosen)}
        <p class="hint">{move || desk.word(Word::COMPARE_RULE)}</p>
        {beside(desk, Word::COMPARE_BY_CHANNEL, "compare-channels", of_channels)}
        {beside(desk, Word::COMPARE_STATEMENT, "compare-statement", of_statement)}
        {move || pairs.with(|pairs| uneven(desk, &pairs.lines))}
        {funnels(desk, held, pairs)}
        <p class="hint">{move || desk.word(Word::COMPARE_FUNNELS_HINT)}</p>
        {variance(desk, held, range)}
    }
    .into_any()
}

/// That the lines of the statement are of different months, where they are.
fn uneven(desk: Desk, lines: &LinePairs) -> Option<AnyView> {
    lines
        .is_uneven()
        .then(|| view! { <p class="hint">{move || desk.word(Word::COMPARE_UNEVEN)}</p> }.into_any())
}

/// Plan and fact over months.
pub fn pairs_of(held: Held, range: Range<u32>) -> Pairs {
    held.study.with(|study| pairs(&study.plan, &study.outcome, &study.recorded, range))
}

/// Every channel, and all of them.
pub fn channels(desk: Desk, held: Held, pairs: &Pairs) -> Vec<Group> {
    held.study.with(|study| {
        let name = |place: usize| {
            let id = study.plan.channels.get(place).map(|channel| channel.id.as_str()).unwrap_or_default();
            desk.show(|show| row_name(show, &study.plan, &["channels/", id].concat()))
        };
        let of = |(place, own): &(usize, _)| channel_group(desk, &study.plan, name(*place), own);
        let mut groups: Vec<_> = pairs.channels.iter().map(of).collect();
        if groups.len() != 1 {
            groups.push(channel_group(desk, &study.plan, desk.word(Word::COMPARE_TOTAL), &pairs.total));
        }
        groups
    })
}

/// Everything that is recorded, from its first month to its last.
pub fn recorded_range(held: Held) -> Range<u32> {
    held.study.with(|study| study.months())
}

fn months(held: Held, chosen: Chosen) -> Range<u32> {
    match chosen {
        Chosen::All => recorded_range(held),
        Chosen::Quarter(first) => first..first + QUARTER,
        Chosen::Month(month) => month..month + 1,
    }
}

/// What there is to choose from: the quarters and months with facts.
fn choices(held: Held) -> Vec<Chosen> {
    let all = recorded_range(held);
    let quarters = (all.start - all.start % QUARTER..all.end).step_by(QUARTER as usize).map(Chosen::Quarter);
    std::iter::once(Chosen::All).chain(quarters).chain(all.clone().map(Chosen::Month)).collect()
}

fn picker(desk: Desk, held: Held, chosen: RwSignal<Chosen>) -> AnyView {
    let choices = Memo::new(move |_| choices(held));
    let put = move |event: leptos::ev::Event| {
        let place: usize = event_target_value(&event).parse().unwrap_or_default();
        chosen.set(choices.with_untracked(|choices| choices.get(place).copied()).unwrap_or(Chosen::All));
    };
    let options = move || {
        let option = |(at, own): (usize, Chosen)| {
            let is_chosen = move || chosen.get() == own;
            view! { <option value=at.to_string() prop:selected=is_chosen>{name(desk, held, own)}</option> }
                .into_any()
        };
        choices.get().into_iter().enumerate().map(option).collect::<Vec<_>>()
    };
    view! {
        <label class="line soft looked no-print">
            {move || desk.word(Word::COMPARE_MONTHS)}
            <select id="compare-months" on:change=put>{options}</select>
        </label>
    }
    .into_any()
}

fn name(desk: Desk, held: Held, own: Chosen) -> String {
    let range = months(held, own);
    desk.show(|show| {
        let months = months_text(show, range.start, range.end.max(1) - 1);
        let fillings = [("months", Filling::Text(months.as_str()))];
        match own {
            Chosen::All => show.phrase(Word::COMPARE_ALL, &fillings),
            Chosen::Quarter(_) => show.phrase(Word::COMPARE_QUARTER, &fillings),
            Chosen::Month(_) => months,
        }
    })
}
