//! A place on the page for a picture, drawn for the width it has there.

use super::marks::svg;
use super::reader::Reader;
use crate::browser::measure::Measure;
use crate::picture::Finding;
use crate::picture::Picture;
use leptos::html::Div;
use leptos::prelude::*;

/// Widths are taken in steps, so that a window being drawn wider does not draw each pixel again.
const STEP: i32 = 8;

/// The width where the browser measures nothing.
const UNMEASURED: i32 = 560;

/// Draws a picture at a width; none where there is nothing to draw.
pub type Draw = Box<dyn Fn(i32) -> Option<Picture> + Send>;

/// How wide a picture may become: on paper, and anywhere.
#[derive(Clone, Copy)]
pub struct Widths {
    /// On paper, in pixels.
    pub paper: i32,
    /// The most, in pixels.
    pub most: i32,
}

/// A picture drawn for the width of its place. Where there is nothing to draw, what it says stands there.
pub fn place(
    Widths { paper, most }: Widths,
    finding: Memo<Finding>,
    draw: Draw,
    reader: Option<Reader>,
) -> AnyView {
    let place = NodeRef::<Div>::new();
    let width = RwSignal::new(0);
    let kept = StoredValue::new_local(None);
    place.on_load(move |element| {
        let told = move |pixels: i32| {
            let steps = pixels.min(most) / STEP * STEP;
            if width.try_get_untracked().is_some_and(|now| now != steps) {
                width.set(steps);
            }
        };
        kept.set_value(Measure::new(&element, paper, told));
        if kept.with_value(Option::is_none) {
            told(UNMEASURED);
        }
    });
    let picture = move || {
        let Finding { text, drawable } = finding.get();
        match (drawable, width.get()) {
            (false, _) => view! { <div class="empty"><p>{text}</p></div> }.into_any(),
            (true, 0) => ().into_any(),
            (true, width) => draw(width).map_or_else(
                || ().into_any(),
                |picture| {
                    let over = reader.map(|reader| reader.over(&picture));
                    view! { {svg(picture, text)}{over} }.into_any()
                },
            ),
        }
    };
    view! { <div class="canvas" node_ref=place>{picture}</div> }.into_any()
}
