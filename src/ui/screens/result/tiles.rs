//! The grid of main figures.

use super::month::Month;
use super::pieces::{how, name_of, value_class, value_of, whole};
use crate::browser::page;
use crate::judge::figure_tone;
use crate::plan::{Figure, Place, figure};
use crate::text::{Filling, Word, figure_means, figure_reason};
use crate::ui::icon::{icon, mark, tone_mark};
use crate::ui::state::Desk;
use leptos::prelude::*;

const MAIN: [&str; 11] = [
    "cpl",
    "conversion",
    "cac",
    "cac_loaded",
    "ltv",
    "earn_per_client",
    "ltv_to_cac_loaded",
    "romi",
    "payback_loaded",
    "project_payback",
    "bridge",
];

/// The main figures and the way to paper.
pub fn main_figures(desk: Desk, month: Month) -> AnyView {
    let print = move |_| {
        page::print();
    };
    view! {
        <div class="line above no-print">
            <button type="button" on:click=print>{icon("i-print")}{move || desk.word(Word::RESULT_PRINT)}</button>
        </div>
        <dl class="figures">
                {MAIN.iter().filter_map(|id| figure(id)).map(|figure| plan_tile(desk, figure)).collect::<Vec<_>>()}
                {figure("break_even_clients").map(|figure| month_tile(desk, figure, month))}
            </dl>
    }
    .into_any()
}

fn plan_tile(desk: Desk, figure: &'static Figure) -> AnyView {
    let means = move || {
        let answer = desk.outcome.with(|outcome| figure.value(outcome, Place::Whole));
        let reason =
            desk.outcome.with(|outcome| desk.show(|show| figure_reason(show, outcome, figure, answer)));
        let spread = desk.spread(figure.id).map(|spread| desk.sentence(&spread));
        spread.or(reason).or_else(|| desk.show(|show| figure_means(show, figure))).unwrap_or_default()
    };
    tile(desk, figure, whole(), Signal::derive(means))
}

/// What is needed in one month, beside what is planned for it.
fn month_tile(desk: Desk, of: &'static Figure, month: Month) -> AnyView {
    let planned = move || {
        let planned =
            figure("active_clients").map(|figure| value_of(desk, figure, Place::Month(month.get())));
        desk.show(|show| {
            let at = show.month(month.get());
            let texts =
                [("month", Filling::Text(&at)), ("planned", Filling::Text(planned.as_deref().unwrap_or("")))];
            show.phrase(Word::RESULT_PLANNED, &texts)
        })
    };
    tile(desk, of, Signal::derive(move || Place::Month(month.get())), Signal::derive(planned))
}

fn tile(desk: Desk, figure: &'static Figure, place: Signal<Place>, detail: Signal<String>) -> AnyView {
    let tone = Memo::new(move |_| {
        desk.outcome.with(|outcome| figure_tone(figure, figure.value(outcome, place.get())))
    });
    let sign = move || {
        tone.get().map(|tone| {
            view! { {mark(tone_mark(tone))}<span class="vh">{desk.word(tone.word())}": "</span> }
        })
    };
    view! {
        <div class="figure" data-tone=move || tone.get().map(|tone| tone.name())>
            <dt>{sign}{move || name_of(desk, figure)}{how(desk, figure, place)}</dt>
            <dd class=move || value_class(desk, figure, place.get())>{move || value_of(desk, figure, place.get())}</dd>
            <dd class="detail">{detail}</dd>
        </div>
    }
    .into_any()
}
