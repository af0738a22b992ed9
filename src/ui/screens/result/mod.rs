//! The Result screen: what the plan comes to, from one sentence down to every month.

mod ahead;
mod break_even;
mod channels;
mod chapter;
mod client;
mod month;
mod months;
mod pieces;
mod report;
mod tiles;

use crate::judge::Verdict;
use crate::model::Model;
use crate::picture::{CASH, CASH_BY_MONTH, FUNNEL, MONEY, ORDER, PAYBACK, ROAD_MAP, STATEMENT};
use crate::plan::entered;
use crate::text::{Word, field_label, left_out_text};
use crate::ui::charts::chart;
use crate::ui::icon::{mark, tone_mark};
use crate::ui::sight::{First, sighted};
use crate::ui::state::{Desk, desk};
use chapter::Chapter;
use leptos::prelude::*;
use month::Month;

/// The screen.
#[component]
pub fn ResultScreen() -> impl IntoView {
    let desk = desk();
    let month = Month::new(desk);
    let part = move |chapter, first, draw: fn(Desk, Month) -> AnyView| {
        chapter::drawn(desk, chapter, sighted(desk, first, move |desk| draw(desk, month)))
    };
    view! {
        {report::head(desk)}
        <div class="title"><h1>{move || desk.word(Word::SCREEN_RESULT)}</h1>{move || verdict(desk)}</div>
        {sighted(desk, First::WithPage, ahead::ahead)}
        <div class="chapters">
            {part(Chapter::Main, First::WithPage, tiles::main_figures)}
            {part(Chapter::Channels, First::WithPage, |desk, _| channels::channels(desk))}
            {part(Chapter::Client, First::WhenSeen, |desk, _| client::client(desk))}
            {chapter::drawn(desk, Chapter::Charts, pictures(desk))}
            {part(Chapter::BreakEven, First::WhenSeen, break_even::break_even)}
            {part(Chapter::Statement, First::WhenSeen, |desk, month| months::monthly(desk, month, &STATEMENT))}
            {part(Chapter::Cash, First::WhenSeen, |desk, month| months::monthly(desk, month, &CASH_BY_MONTH))}
        </div>
        <div class="only-print page-break">{sighted(desk, First::WhenSeen, report::inputs)}</div>
    }
    .into_any()
}

/// What it all means, in a sentence or two, and how much of it is guessed.
fn verdict(desk: Desk) -> AnyView {
    let Verdict { tone, say, rest, missing, .. } = desk.verdict.get();
    let mut rest: Vec<_> = rest.iter().map(|sentence| desk.sentence(sentence)).collect();
    rest.extend(missing_named(desk, &missing));
    let numbers = desk.model.with(entered);
    let guesses = numbers.iter().filter(|number| number.is_guess()).count();
    let word = match guesses {
        0 => Word::MEANING_NO_GUESSES,
        _ if guesses == numbers.len() => Word::MEANING_ALL_GUESSES,
        _ => Word::MEANING_GUESSES,
    };
    let rests = (!numbers.is_empty())
        .then(|| desk.show(|show| show.counting(word, &[("n", guesses), ("all", numbers.len())])));
    let left_out = desk.model.with(Model::still_left_out);
    let left_out = desk.show(|show| left_out_text(show, &left_out));
    let more = [rest.join(" "), rests.unwrap_or_default(), left_out.unwrap_or_default()].join(" ");
    view! {
        <div class="verdict" data-tone=tone.name()>
            {mark(tone_mark(tone))}
            <p class="say">{desk.sentence(&say)}</p>
            <p>{more}</p>
        </div>
    }
    .into_any()
}

/// The fields without which there is no whole answer, by their names.
fn missing_named(desk: Desk, missing: &[String]) -> Option<String> {
    let name = |path: &String| desk.model.with(|model| desk.show(|show| field_label(show, model, path)));
    let names: Vec<_> = missing.iter().map(name).collect();
    (!names.is_empty()).then(|| desk.with(Word::MEANING_MISSING, "names", &names.join(", ")))
}

/// The charts.
fn pictures(desk: Desk) -> AnyView {
    view! {
        <div class="charts">
            {[&MONEY, &CASH, &PAYBACK, &FUNNEL, &ORDER].map(|own| chart(desk, own, false)).into_iter().collect::<Vec<_>>()}
            {chart(desk, &ROAD_MAP, true)}
        </div>
    }
    .into_any()
}
