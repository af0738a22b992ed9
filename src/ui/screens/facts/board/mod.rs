//! The run-in: what of the plan is proved, what is not borne out, what to do next.

mod channels;
mod figure_table;
mod indicators;
mod timeline;

use super::View;
use super::baseline::against;
use super::proposal::Opened;
use super::studied::Studied;
use crate::evidence::{Indicator, RunIn, Verdict, together};
use crate::text::Word;
use crate::text::run_in::{measured_name, period_text, tally_text, verdict_tone};
use crate::ui::fields::{NumberField, OpenMonthField};
use crate::ui::icon::{mark, tone_mark};
use crate::ui::state::Desk;
use channels::{channels, to_do, to_record};
use indicators::{indicators, names_line, rule};
use leptos::prelude::*;
use timeline::map;

/// The section.
pub fn board(desk: Desk, view: View) -> AnyView {
    let opened: Opened = RwSignal::new(None);
    let is_any = Memo::new(move |_| view.studied.with(|studied| studied.run.is_some()));
    let body = move || if is_any.get() { run(desk, view, opened) } else { nothing(desk) };
    view! { <div class="flow board">{body}{settings(desk)}</div> }.into_any()
}

fn nothing(desk: Desk) -> AnyView {
    let is_any = Memo::new(move |_| desk.model.with(|model| !model.facts.by_month().is_empty()));
    let text = move || desk.word(if is_any.get() { Word::BOARD_OUTSIDE } else { Word::BOARD_NOTHING });
    view! { <div class="empty"><p>{text}</p>{to_record(desk)}</div> }.into_any()
}

fn run(desk: Desk, view: View, opened: Opened) -> AnyView {
    view! {
        {against(desk, view)}
        {move || view.studied.with(|studied| standing(desk, studied))}
        {indicators(desk, view, opened)}
        {rule(desk)}
        {channels(desk, view, opened)}
        {map(desk, view)}
    }
    .into_any()
}

/// How far the run-in has come, and what is to be done.
fn standing(desk: Desk, studied: &Studied) -> Option<AnyView> {
    let run = studied.run.as_ref()?;
    let tone = verdict_tone(of_all(run));
    let (period, tally) = desk.show(|show| (period_text(show, run.window), tally_text(show, run)));
    let standing = view! {
        <div class="verdict" data-tone=tone.name()>
            {mark(tone_mark(tone))}
            <p class="say">{period}" "{tally}</p>
            {disproved(desk, studied, run)}
            {to_do(desk, studied)}
        </div>
    };
    Some(standing.into_any())
}

/// What is not borne out, by name.
fn disproved(desk: Desk, studied: &Studied, run: &RunIn) -> Option<AnyView> {
    let all = Indicator::ALL.into_iter().flat_map(|own| run.of(own));
    let own = all.filter(|finding| finding.judgement.verdict == Verdict::Disproved);
    let names: Vec<_> =
        desk.show(|show| own.map(|finding| measured_name(show, &studied.plan, finding)).collect());
    names_line(desk, Word::BOARD_TODO_DISPROVED, &names)
}

fn of_all(run: &RunIn) -> Verdict {
    together(Indicator::ALL.into_iter().map(|own| run.verdict(own)))
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
