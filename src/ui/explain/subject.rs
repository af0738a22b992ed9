//! What is explained, and how it and what it rests on are shown.

use crate::model::{Basis, Choice};
use crate::plan::{Answer, Figure, FigureUnit, Place, Reached};
use crate::text::{Show, basis_text};
use crate::ui::fields::basis_picture;
use crate::ui::icon::mark;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// A figure at a place.
pub type Subject = (&'static Figure, Place);

/// A figure's value as it is shown beside its name.
pub fn shown_value(show: &Show<'_>, figure: &Figure, answer: Answer) -> String {
    match (answer, figure.unit) {
        (Reached::At(ratio), FigureUnit::Ratio) => [&show.ratio(ratio, 1), "×"].concat(),
        _ => show.answer(answer, figure.unit),
    }
}

/// What an estimate rests on: mark and word.
pub fn basis_view(desk: Desk, basis: Basis) -> AnyView {
    let word = desk.show(|show| basis_text(show, basis));
    view! { <span class="rest" data-basis=basis.name()>{mark(basis_picture(basis))}{word}</span> }.into_any()
}
