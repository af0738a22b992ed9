//! The marks that pictures are made of.

use crate::chart::{Place, Point, Rect};
use leptos::prelude::*;
use std::fmt::Write as _;

/// A path in one of the style sheet's inks.
pub fn path(class: &'static str, d: String) -> AnyView {
    view! { <path class=class d=d /> }.into_any()
}

/// A path filled with a pattern of the sprite, such as `url(#p-out)`.
pub fn hatched(class: &'static str, pattern: &'static str, d: String) -> AnyView {
    view! { <path class=class fill=pattern d=d /> }.into_any()
}

/// A text; one without a place is left out.
pub fn text(class: &'static str, place: Option<Place>, text: String) -> Option<AnyView> {
    let Place { x, y, anchor } = place?;
    Some(view! { <text class=class x=x y=y text-anchor=anchor.name()>{text}</text> }.into_any())
}

/// The ring around a point that matters.
pub fn ring(at: Point) -> AnyView {
    view! { <circle class="ring" cx=at.x cy=at.y r="5" /> }.into_any()
}

/// A box with soft corners, filled by its class or by a pattern.
pub fn bar(class: &'static str, pattern: Option<&'static str>, bar: Rect) -> AnyView {
    let Rect { x, y, width, height } = bar;
    view! { <rect class=class fill=pattern x=x y=y width=width height=height rx="4" /> }.into_any()
}

/// Boxes as one path.
pub fn boxes(boxes: impl Iterator<Item = Rect>) -> String {
    let mut path = String::new();
    for Rect { x, y, width, height } in boxes {
        // Writing into a String cannot fail.
        let _ = write!(path, "M{x} {y}h{width}v{height}h-{width}z");
    }
    path
}

/// A level line from edge to edge of a box.
pub fn level(path: &mut String, frame: Rect, y: i32) {
    let _ = write!(path, "M{} {y}H{}", frame.x, frame.right());
}

/// An upright line between two heights.
pub fn upright(path: &mut String, x: i32, from: i32, to: i32) {
    let _ = write!(path, "M{x} {from}V{to}");
}
