//! Plan and fact side by side, over months of one's choice, and why profit differs.

mod funnels;
pub mod table;
pub mod waterfall;

use super::baseline::choice_of_baseline;
use super::view::{Compared, Section, Shown, View};
use crate::browser::focus;
use crate::evidence::{Comparison, Period, StatementComparison};
use crate::text::quarters::months_text;
use crate::text::{Filling, Word, row_name};
use crate::ui::state::Desk;
use funnels::funnels;
use leptos::prelude::*;
use table::{Group, channel_group, plan_actual_table, statement_group};
use waterfall::variance;

/// The section.
pub fn compare(desk: Desk, view: View) -> AnyView {
    let body = view.section(desk, Section::Compare, move |shown| {
        let has_facts = Memo::new(move |_| shown.with(|compared| compared.plan().has_facts()));
        let body = move || {
            if has_facts.get() { compared(desk, view, shown) } else { nothing(desk, Word::COMPARE_NONE) }
        };
        body.into_any()
    });
    view! { <div class="flow">{body}</div> }.into_any()
}

/// That there is nothing yet, and the way to where facts are written down.
pub fn nothing(desk: Desk, word: Word) -> AnyView {
    view! {
        <div class="empty">
            <p>{move || desk.word(word)}</p>
            <button type="button" on:click=move |_| focus::heading("facts-record")>
                {move || desk.word(Word::COMPARE_TO_FACTS)}
            </button>
        </div>
    }
    .into_any()
}

fn compared(desk: Desk, view: View, shown: Shown) -> AnyView {
    let period = RwSignal::new(Period::All);
    let range = Memo::new(move |_| shown.with(|compared| period.get().months(compared.plan().months())));
    let pairs = Memo::new(move |_| shown.with(|compared| compared.plan().comparison(range.get())));
    let of_channels = move || pairs.with(|pairs| shown.with(|compared| channels(desk, compared, pairs)));
    let of_statement = move || pairs.with(|pairs| vec![statement_group(desk, pairs)]);
    view! {
        {choice_of_baseline(desk, view)}
        {picker(desk, shown, period)}
        <p class="hint">{move || desk.word(Word::COMPARE_RULE)}</p>
        {plan_actual_table(desk, Word::COMPARE_BY_CHANNEL, "compare-channels", of_channels)}
        {plan_actual_table(desk, Word::COMPARE_STATEMENT, "compare-statement", of_statement)}
        {move || pairs.with(|pairs| uneven(desk, &pairs.lines))}
        {funnels(desk, shown, pairs)}
        <p class="hint">{move || desk.word(Word::COMPARE_FUNNELS_HINT)}</p>
        {variance(desk, shown, range)}
    }
    .into_any()
}

/// That the lines of the statement are of different months, where they are.
fn uneven(desk: Desk, lines: &StatementComparison) -> Option<AnyView> {
    lines
        .is_uneven()
        .then(|| view! { <p class="hint">{move || desk.word(Word::COMPARE_UNEVEN)}</p> }.into_any())
}

/// Every channel, and all of them.
pub fn channels(desk: Desk, compared: &Compared, comparison: &Comparison) -> Vec<Group> {
    let plan = compared.plan().plan();
    let name = |place: usize| {
        let id = plan.channels.get(place).map(|channel| channel.id.as_str()).unwrap_or_default();
        desk.show(|show| row_name(show, plan, &["channels/", id].concat()))
    };
    let of = |(place, own): &(usize, _)| channel_group(desk, plan, name(*place), own);
    let mut groups: Vec<_> = comparison.channels.iter().map(of).collect();
    if groups.len() != 1 {
        groups.push(channel_group(desk, plan, desk.word(Word::COMPARE_TOTAL), &comparison.total));
    }
    groups
}

fn picker(desk: Desk, shown: Shown, chosen: RwSignal<Period>) -> AnyView {
    let choices = Memo::new(move |_| shown.with(|compared| Period::choices(compared.plan().months())));
    let put = move |event: leptos::ev::Event| {
        let place: usize = event_target_value(&event).parse().unwrap_or_default();
        chosen.set(choices.with_untracked(|choices| choices.get(place).copied()).unwrap_or(Period::All));
    };
    let options = move || {
        let option = |(at, own): (usize, Period)| {
            let is_chosen = move || chosen.get() == own;
            view! { <option value=at.to_string() prop:selected=is_chosen>{name(desk, shown, own)}</option> }
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

fn name(desk: Desk, shown: Shown, own: Period) -> String {
    let range = shown.with(|compared| own.months(compared.plan().months()));
    desk.show(|show| {
        let months = months_text(show, range.start, range.end.max(1) - 1);
        let fillings = [("months", Filling::Text(months.as_str()))];
        match own {
            Period::All => show.phrase(Word::COMPARE_ALL, &fillings),
            Period::Quarter(_) => show.phrase(Word::COMPARE_QUARTER, &fillings),
            Period::Month(_) => months,
        }
    })
}
