//! The one renderer: marks into SVG.

use crate::chart::{Point, Rect, TextPlace};
use crate::picture::{Mark, Pattern, Picture};
use crate::ui::icon::tone_mark;
use leptos::prelude::*;

/// A picture under a name for those who cannot see it.
pub fn svg(Picture { view, marks, .. }: Picture, name: String) -> AnyView {
    let size = ["0 0 ", &view.width.to_string(), " ", &view.height.to_string()].concat();
    view! { <svg class="plot" viewBox=size role="img" aria-label=name>{drawn(marks)}</svg> }.into_any()
}

fn drawn(marks: Vec<Mark>) -> Vec<AnyView> {
    marks.into_iter().map(mark).collect()
}

fn mark(mark: Mark) -> AnyView {
    match mark {
        Mark::Path { class, fill, path: d } => path(class, fill, d),
        Mark::Bar { class, fill, rect: Rect { x, y, width, height }, corner } => {
            view! { <rect class=class fill=fill.map(Pattern::url) x=x y=y width=width height=height rx=corner /> }
                .into_any()
        }
        Mark::Text { class, place: TextPlace { x, y, anchor }, text } => {
            view! { <text class=class x=x y=y text-anchor=anchor.name()>{text}</text> }.into_any()
        }
        Mark::Ring(Point { x, y }) => view! { <circle class="ring" cx=x cy=y r="5" /> }.into_any(),
        Mark::Sign { tone, rect: Rect { x, y, width, height } } => {
            let sign = ["#", tone_mark(tone)].concat();
            view! { <use class="mark" href=sign x=x y=y width=width height=height /> }.into_any()
        }
        Mark::Toned(tone, marks) => view! { <g data-tone=tone.name()>{drawn(marks)}</g> }.into_any(),
    }
}

/// A path of a class, filled by it or by a pattern.
pub fn path(class: &'static str, fill: Option<Pattern>, d: String) -> AnyView {
    view! { <path class=class fill=fill.map(Pattern::url) d=d /> }.into_any()
}
