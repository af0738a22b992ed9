//! The run-in: what of the plan is proved, what is not borne out, what to do next.

use super::channel_run::{channels, to_do, to_record};
use super::indicator::{indicators, rule};
use super::map::map;
use super::offer::Opened;
use super::studied::Studied;
use super::{Against, View};
use crate::evidence::{Indicator, RunIn, Verdict, together};
use crate::text::Word;
use crate::text::run_in::{period_text, tally_text, verdict_tone};
use crate::ui::fields::{NumberField, OpenMonthField};
use crate::ui::icon::{mark, tone_mark};
use crate::ui::state::Desk;
use leptos::prelude::*;

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
        {move || against(desk, view)}
        {move || view.studied.with(|studied| standing(desk, studied))}
        {indicators(desk, view, opened)}
        {rule(desk)}
        {channels(desk, view, opened)}
        {map(desk, view)}
    }
    .into_any()
}

/// Which plan the facts are held against, where there are two.
fn against(desk: Desk, view: View) -> Option<AnyView> {
    let month = view.studied.with(|studied| studied.kept)?;
    let then = desk.with(Word::BOARD_THEN, "month", &desk.show(|show| show.calendar(month)));
    let button = |own: Against, text: String| {
        let is_on = move || if view.against.get() == own { "true" } else { "false" };
        let choose = move |_| view.against.set(own);
        view! { <button type="button" aria-pressed=is_on on:click=choose>{text}</button> }.into_any()
    };
    let buttons = [button(Against::Then, then), button(Against::Today, desk.word(Word::BOARD_TODAY))];
    let group = view! {
        <div class="choice" role="group" aria-label=desk.word(Word::BOARD_AGAINST)>
            {buttons.into_iter().collect::<Vec<_>>()}
        </div>
    };
    Some(group.into_any())
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
            {to_do(desk, studied)}
        </div>
    };
    Some(standing.into_any())
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
