//! How much of what should be written down is, and what is missing.

use super::super::view::View;
use super::doubts::doubtful;
use crate::browser::focus;
use crate::evidence::{Completeness, FactCell, Recorded};
use crate::judge::completeness_tone;
use crate::plan::ChannelMonths;
use crate::text::{Filling, Word, fact_full_name, missing_text};
use crate::ui::fields::input_id;
use crate::ui::icon::icon;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// So many missing figures of a month have a button each.
const MOST: usize = 12;

/// How complete everything is, month by month; nothing while nothing is written down.
pub fn complete(
    desk: Desk,
    view: View,
    recorded: Memo<Recorded>,
    channels: Memo<Vec<ChannelMonths>>,
    months: AnyView,
) -> AnyView {
    let complete = Memo::new(move |_| recorded.with(|recorded| recorded.completeness(None)));
    let outside =
        Memo::new(move |_| recorded.with(|recorded| (recorded.outside(), recorded.months_with_strays())));
    let meter = move || complete.with(|complete| (complete.expected > 0).then(|| meter(desk, complete)));
    let needed = move || {
        let text = complete.with(|complete| {
            desk.model.with_untracked(|model| desk.show(|show| missing_text(show, model, complete)))
        });
        text.map(|text| view! { <p>{text}</p> })
    };
    let aside = move || {
        let (months, channels) = outside.get();
        let line =
            |word: Word, n: usize| (n > 0).then(|| view! { <p class="hint">{desk.counted(word, n)}</p> });
        view! {
            {line(Word::RECORD_OUTSIDE, months as usize)}
            {line(Word::RECORD_STRAYS, channels)}
        }
    };
    view! {
        <div class="flow">
            <h3>{move || desk.word(Word::RECORD_COMPLETE)}</h3>
            <p class="hint">{move || desk.word(Word::RECORD_PITFALL)}</p>
            {meter}
            {months}
            {doubtful(desk, view, channels)}
            {needed}
            {missing(desk, view, complete)}
            {aside}
        </div>
    }
    .into_any()
}

fn meter(desk: Desk, complete: &Completeness) -> AnyView {
    let (filled, all) = (complete.filled.to_string(), complete.expected.to_string());
    let fillings = [("n", Filling::Text(&filled)), ("all", Filling::Text(&all))];
    let text = desk.show(|show| show.phrase(Word::RECORD_FILLED, &fillings));
    let tone = completeness_tone(complete).name();
    view! {
        <p id="facts-filled"><b>{text}</b></p>
        <progress class="meter" data-tone=tone max=all value=filled aria-labelledby="facts-filled"></progress>
    }
    .into_any()
}

/// The list opens and closes by its button: it is long, and drawn only while one looks at it.
fn missing(desk: Desk, view: View, complete: Memo<Completeness>) -> AnyView {
    let opened = RwSignal::new(false);
    let count = Memo::new(move |_| complete.with(|complete| complete.expected - complete.filled));
    let text = move || desk.counted(Word::RECORD_MISSING, count.get());
    let months = move || {
        opened.get().then(|| {
            let months = complete.with(|complete| {
                let month = |(t, cells): &(u32, Vec<FactCell>)| of_month(desk, view, *t, cells);
                complete.missing.iter().map(month).collect::<Vec<_>>()
            });
            view! { <dl class="missing" id="facts-missing">{months}</dl> }
        })
    };
    view! {
        <div hidden=move || count.get() == 0>
            <button
                type="button"
                class="quiet"
                aria-expanded=move || opened.get().to_string()
                on:click=move |_| opened.update(|opened| *opened = !*opened)
            >
                {text}{icon("i-down")}
            </button>
            {months}
        </div>
    }
    .into_any()
}

fn of_month(desk: Desk, view: View, t: u32, cells: &[FactCell]) -> AnyView {
    let buttons: Vec<_> = cells.iter().take(MOST).filter_map(|cell| button(desk, view, t, *cell)).collect();
    let rest = cells.len().saturating_sub(MOST);
    let rest =
        (rest > 0).then(|| view! { <li class="soft">{desk.counted(Word::RECORD_AND_MORE, rest)}</li> });
    view! {
        <dt>{desk.show(|show| show.month(t))}</dt>
        <dd><ul class="line">{buttons}{rest}</ul></dd>
    }
    .into_any()
}

fn button(desk: Desk, view: View, t: u32, cell: FactCell) -> Option<AnyView> {
    let (path, name) = desk.model.with_untracked(|model| {
        let place = cell.place(model, t)?;
        Some((place.path(), desk.show(|show| fact_full_name(show, model, &place))))
    })?;
    let go = move |_| {
        view.month.set(t);
        focus::later(input_id(&path));
    };
    Some(view! { <li><button type="button" class="link" on:click=go>{name}</button></li> }.into_any())
}
