//! The run-in: what of the plan holds, what is below it, what to do next.

mod channels;
mod figure_table;
mod indicators;
mod overview;
mod timeline;

use super::baseline::choice_of_baseline;
use super::proposal::Opened;
use super::view::{Compared, Section, Shown, View};
use crate::evidence::{Indicator, RunIn};
use crate::judge::verdict_tone;
use crate::text::run_in::{judged_text, measured_name, period_text, tally_text};
use crate::text::{Word, missing_text};
use crate::ui::fields::{NumberField, OpenMonthField};
use crate::ui::icon::{mark, tone_mark};
use crate::ui::state::Desk;
use channels::{channels, to_do, to_record};
use indicators::{indicators, names_line, rule};
use leptos::prelude::*;
use overview::overview;
use timeline::timeline;

/// The section.
pub fn board(desk: Desk, view: View) -> AnyView {
    let opened: Opened = RwSignal::new(None);
    let body = view.section(desk, Section::Board, move |shown| {
        let is_run = Memo::new(move |_| shown.with(|compared| compared.plan().run().is_some()));
        let body = move || if is_run.get() { run(desk, view, shown, opened) } else { nothing(desk) };
        body.into_any()
    });
    view! { <div class="flow board">{body}{settings(desk)}</div> }.into_any()
}

fn nothing(desk: Desk) -> AnyView {
    let is_any = Memo::new(move |_| desk.model.with(|model| !model.facts.by_month().is_empty()));
    let text = move || desk.word(if is_any.get() { Word::BOARD_OUTSIDE } else { Word::BOARD_NOTHING });
    view! { <div class="empty"><p>{text}</p>{to_record(desk)}</div> }.into_any()
}

fn run(desk: Desk, view: View, shown: Shown, opened: Opened) -> AnyView {
    view! {
        {choice_of_baseline(desk, view)}
        {move || shown.with(|compared| standing(desk, compared))}
        {overview(desk, shown)}
        {indicators(desk, shown, opened)}
        {rule(desk)}
        {channels(desk, shown, opened)}
        {timeline(desk, shown)}
    }
    .into_any()
}

/// How far the run-in has come, and what is to be done.
fn standing(desk: Desk, compared: &Compared) -> Option<AnyView> {
    let run = compared.plan().run()?;
    let tone = verdict_tone(run.overall());
    let (period, tally, judged) =
        desk.show(|show| (period_text(show, run.window), tally_text(show, run), judged_text(show, run)));
    let missing = desk.show(|show| {
        let plan = compared.plan();
        missing_text(show, plan.plan(), &plan.recorded().completeness(None))
    });
    let standing = view! {
        <div class="verdict" data-tone=tone.name()>
            {mark(tone_mark(tone))}
            <p class="say">{period}" "{tally}</p>
            <p>{judged}</p>
            {below(desk, compared, run)}
            {to_do(desk, compared)}
            {missing.map(|text| view! { <p>{text}</p> })}
        </div>
    };
    Some(standing.into_any())
}

/// What is below plan, by name.
fn below(desk: Desk, compared: &Compared, run: &RunIn) -> Option<AnyView> {
    let own = Indicator::ALL.into_iter().flat_map(|own| run.below(own));
    let names: Vec<_> =
        desk.show(|show| own.map(|finding| measured_name(show, compared.plan().plan(), finding)).collect());
    names_line(desk, Word::BOARD_TODO_BELOW, &names)
}

/// When the run-in begins, and the targets that no field of the plan holds.
fn settings(desk: Desk) -> AnyView {
    view! {
        <details>
            <summary>{move || desk.word(Word::BOARD_SETTINGS)}</summary>
            <div class="fields">
                <OpenMonthField path="facts/run_in" />
                <NumberField path="facts/on_promise" />
                <NumberField path="facts/complaints" />
            </div>
        </details>
    }
    .into_any()
}
