//! What a part of the plan comes to, beside it: a heading and a few figures.

use super::part::Part;
use crate::number::{Exact, Undefined};
use crate::plan::{Answer, FigureUnit, Outcome, Place, Reached, figure};
use crate::text::{Word, figure_name};
use crate::ui::icon::icon;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// How a figure stands among the others.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// By itself.
    Plain,
    /// Taken off what stands above.
    Less,
    /// What the lines above come to.
    Sum,
}

/// The live consequence of a part.
pub fn effect(desk: Desk, part: Part, body: AnyView) -> AnyView {
    let name = move || desk.with(Word::PLAN_EFFECT, "part", &desk.word(part.name()));
    view! { <aside class="effect" aria-label=name>{body}</aside> }.into_any()
}

/// A heading with its pairs.
pub fn pairs(desk: Desk, title: Word, pairs: Vec<AnyView>) -> AnyView {
    view! {
        <h3>{move || desk.word(title)}</h3>
        <dl class="pairs">{pairs}</dl>
    }
    .into_any()
}

/// A name and a text that follows the document.
pub fn pair(
    name: impl Fn() -> String + Send + 'static,
    value: impl Fn() -> String + Send + 'static,
    line: Line,
) -> AnyView {
    view! {
        <div class=class(line)><dt>{name}</dt><dd>{value}</dd></div>
    }
    .into_any()
}

/// A figure of the catalogue under its own name, with the way to how it is computed.
pub fn figure_pair(desk: Desk, id: &'static str, place: Place, line: Line) -> AnyView {
    let Some(figure) = figure(id) else { return ().into_any() };
    let name = Signal::derive(move || desk.show(|show| figure_name(show, figure)));
    let value = move || {
        let answer = desk.outcome.with(|outcome| figure.value(outcome, place));
        let answer = if line == Line::Less { answer.map(|value| -value) } else { answer };
        desk.show(|show| show.answer(answer, figure.unit))
    };
    let open = move |_| desk.explained.set(Some((figure.id, place)));
    let how = move || desk.with(Word::HOW, "name", &name.get());
    view! {
        <div class=class(line)>
            <dt>{name}</dt>
            <dd>
                <span class="line">
                    {value}
                    <button type="button" class="how" aria-haspopup="dialog" aria-label=how on:click=open>
                        {icon("i-how")}
                    </button>
                </span>
            </dd>
        </div>
    }
    .into_any()
}

/// An amount that is no figure of the catalogue, under a name of this screen.
pub fn amount_pair(
    desk: Desk,
    name: Word,
    unit: FigureUnit,
    line: Line,
    amount: impl Fn(&Outcome) -> Exact + Send + 'static,
) -> AnyView {
    let value = move || {
        let amount = desk.outcome.with(&amount);
        desk.show(|show| show.value(amount, unit))
    };
    pair(move || desk.word(name), value, line)
}

/// What a figure comes to, as a number that may be missing.
pub fn exact(answer: Answer) -> Exact {
    match answer {
        Reached::At(value) => value,
        Reached::Unknown(reason) => Exact::Undefined(reason),
        Reached::Never | Reached::NotWithinHorizon => Exact::Undefined(Undefined::NoData),
    }
}

fn class(line: Line) -> Option<&'static str> {
    (line == Line::Sum).then_some("sum")
}
