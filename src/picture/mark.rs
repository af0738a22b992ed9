//! What pictures are made of: marks as plain data, in whole pixels of the picture.
//!
//! A mark says by its class what it means (`curve in`: a line of money that comes in); `style/charts.css` says how that
//! looks. No mark knows a colour.

use crate::chart::{Point, Rect, TextPlace, ViewBox};
use crate::judge::Tone;
use std::fmt::Write as _;

/// A picture laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its size.
    pub view: ViewBox,
    /// What is in it, from back to front.
    pub marks: Vec<Mark>,
    /// Where it answers to a finger or a pointer: places of rows of the chart's table.
    pub zones: Vec<Zone>,
}

/// A place in a picture that shows a row of the chart's table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone {
    /// The row, from 0.
    pub row: usize,
    /// The place.
    pub rect: Rect,
}

impl Picture {
    /// The row at a point, or one so near that a finger may mean it.
    pub fn row_at(zones: &[Zone], point: Point) -> Option<usize> {
        let far = |zone: &&Zone| distance(zone.rect, point);
        let nearest = zones.iter().min_by_key(far)?;
        (far(&nearest) <= FINGER).then_some(nearest.row)
    }
}

/// How far beside a place a finger may land, in pixels.
const FINGER: i32 = 48;

/// How far a point is from a box, each way added up; nothing inside of it.
fn distance(rect: Rect, point: Point) -> i32 {
    let beyond = |from: i32, to: i32, at: i32| (from - at).max(at - to).max(0);
    beyond(rect.x, rect.right(), point.x) + beyond(rect.y, rect.bottom(), point.y)
}

/// Zones from edge to edge, one under the other: each is nearest to the height of its row.
pub fn rows_at(view: ViewBox, heights: impl Iterator<Item = i32>) -> Vec<Zone> {
    let heights: Vec<i32> = heights.collect();
    between(&heights, 0, view.height)
        .map(|(row, from, to)| Zone { row, rect: Rect::between(0, view.width, from, to) })
        .collect()
}

/// Zones as high as a frame, side by side: each is nearest to the place of its row.
pub fn columns_at(frame: Rect, places: &[i32]) -> Vec<Zone> {
    between(places, frame.x, frame.right())
        .map(|(row, from, to)| Zone { row, rect: Rect::between(from, to, frame.y, frame.bottom()) })
        .collect()
}

/// From where to where each place is the nearest.
fn between(places: &[i32], first: i32, last: i32) -> impl Iterator<Item = (usize, i32, i32)> {
    let middle = |one: Option<&i32>, other: i32, end: i32| one.map_or(end, |one| (one + other) / 2);
    places.iter().enumerate().map(move |(row, at)| {
        let before = row.checked_sub(1).and_then(|before| places.get(before));
        (row, middle(before, *at, first), middle(places.get(row + 1), *at, last))
    })
}

/// One thing in a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Lines, or areas filled by their class or by a pattern.
    Path {
        /// What it means and how it is drawn.
        class: &'static str,
        /// What it is filled with in place of its class's colour.
        fill: Option<Pattern>,
        /// An SVG path.
        path: String,
    },
    /// A box with round corners, filled by its class or by a pattern.
    Bar {
        /// What it means and how it is drawn.
        class: &'static str,
        /// What it is filled with in place of its class's colour.
        fill: Option<Pattern>,
        /// Where it is.
        rect: Rect,
        /// Radius of its corners.
        corner: i32,
    },
    /// A text.
    Text {
        /// How it is set.
        class: &'static str,
        /// Where it stands.
        place: TextPlace,
        /// What it says.
        text: String,
    },
    /// The ring around a point that matters.
    Ring(Point),
    /// The sign of a tone, by its own shape.
    Sign {
        /// Good, watch, bad, unknown.
        tone: Tone,
        /// Where it is.
        rect: Rect,
    },
    /// Marks that stand under one tone.
    Toned(Tone, Vec<Mark>),
}

/// A pattern that areas are filled with, so that colour never speaks alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// Money that goes.
    Out,
    /// What is planned and not yet proven.
    Plan,
    /// What is wrong.
    Bad,
}

impl Pattern {
    /// All patterns.
    pub const ALL: [Pattern; 3] = [Pattern::Out, Pattern::Plan, Pattern::Bad];

    /// Its reference into the page's own drawings.
    pub fn url(self) -> &'static str {
        match self {
            Pattern::Out => "url(#p-out)",
            Pattern::Plan => "url(#p-plan)",
            Pattern::Bad => "url(#p-bad)",
        }
    }
}

/// Radius of a bar's corners.
const CORNER: i32 = 4;

/// A path of a class.
pub fn path(class: &'static str, path: String) -> Mark {
    Mark::Path { class, fill: None, path }
}

/// A path filled with a pattern.
pub fn hatched(class: &'static str, fill: Pattern, path: String) -> Mark {
    Mark::Path { class, fill: Some(fill), path }
}

/// A text; one without a place is left out.
pub fn text(class: &'static str, place: Option<TextPlace>, text: String) -> Option<Mark> {
    place.map(|place| Mark::Text { class, place, text })
}

/// A box with soft corners.
pub fn bar(class: &'static str, fill: Option<Pattern>, rect: Rect) -> Mark {
    Mark::Bar { class, fill, rect, corner: CORNER }
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
