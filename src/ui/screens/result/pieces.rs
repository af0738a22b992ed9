//! What the parts of this screen are made of: a figure's value, its button, a list of pairs.

use crate::plan::{Figure, Place, Reached, figure};
use crate::text::{Word, figure_name};
use crate::ui::explain::shown_value;
use crate::ui::icon::icon;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// A figure's value in words and digits.
pub fn value_of(desk: Desk, figure: &'static Figure, place: Place) -> String {
    let answer = desk.outcome.with(|outcome| figure.value(outcome, place));
    desk.show(|show| shown_value(show, figure, answer))
}

/// The class of a value: an answer in words may take several lines.
pub fn value_class(desk: Desk, figure: &'static Figure, place: Place) -> &'static str {
    let answer = desk.outcome.with(|outcome| figure.value(outcome, place));
    if matches!(answer, Reached::At(_)) { "value" } else { "value word" }
}

/// What a figure is called.
pub fn name_of(desk: Desk, figure: &'static Figure) -> String {
    desk.show(|show| figure_name(show, figure))
}

/// The button that opens how a figure is computed.
pub fn how(desk: Desk, figure: &'static Figure, place: Signal<Place>) -> AnyView {
    let label = move || desk.with(Word::HOW, "name", &name_of(desk, figure));
    let open = move |_| desk.explained.set(Some((figure.id, place.get_untracked())));
    view! {
        <button type="button" class="how" aria-haspopup="dialog" aria-label=label on:click=open>{icon("i-how")}</button>
    }
    .into_any()
}

/// A line of a list of pairs.
#[derive(Clone, Copy)]
pub enum Pair {
    /// A figure.
    Of(&'static str),
    /// A figure that the lines above lead to.
    Sum(&'static str),
}

/// A list of figures with their values.
pub fn pairs(desk: Desk, list: &'static [Pair], place: Signal<Place>) -> AnyView {
    let line = |pair: &'static Pair| {
        let (id, class) = match pair {
            Pair::Of(id) => (id, None),
            Pair::Sum(id) => (id, Some("sum")),
        };
        let figure = figure(id)?;
        let value = move || value_of(desk, figure, place.get());
        Some(
            view! {
                <div class=class>
                    <dt>{move || name_of(desk, figure)}</dt>
                    <dd>{value}</dd>
                    <dd class="no-print">{how(desk, figure, place)}</dd>
                </div>
            }
            .into_any(),
        )
    };
    view! { <dl class="pairs">{list.iter().filter_map(line).collect::<Vec<_>>()}</dl> }.into_any()
}

/// The whole plan as a place.
pub fn whole() -> Signal<Place> {
    Signal::stored(Place::Whole)
}
