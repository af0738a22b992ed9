//! Labels that run over one another, over the edge of a bar, or over a line of data.

use super::marks;
use obkatka::chart::{Point, Rect};
use obkatka::picture::{Mark, Picture};

/// Widths are estimated rather too wide: so much at either end of a label is air.
const AIR: i32 = 3;

/// What a label must not run over.
pub struct Crossing {
    /// The label.
    pub text: String,
    /// Its class.
    pub class: &'static str,
    /// What it runs over: a class, or another label.
    pub over: String,
}

/// Every label of a picture that runs over something.
pub fn crossings(picture: &Picture) -> Vec<Crossing> {
    let marks = marks::all(picture);
    let label = |mark: &&Mark| match mark {
        Mark::Text { class, place, text } if !text.trim().is_empty() => {
            Some((*class, text.clone(), inside(place.space(text, marks::FONT))))
        }
        _ => None,
    };
    let labels: Vec<_> = marks.iter().filter_map(label).collect();
    let mut found = Vec::new();
    for (at, (class, text, space)) in labels.iter().enumerate() {
        let mut add = |over: String| found.push(Crossing { text: text.clone(), class, over });
        for (_, other, _) in labels[..at].iter().filter(|(_, _, other)| other.overlaps(*space)) {
            add(format!("label {other}"));
        }
        // What a bar lies over does not run through the label in it.
        let hides = |mark: &&Mark| matches!(mark, Mark::Bar { rect, .. } if rect.holds(*space));
        let seen = marks.iter().rposition(hides).unwrap_or(0);
        for mark in marks.iter().skip(seen) {
            if is_crossed(mark, *space) {
                add(marks::class(mark).to_owned());
            }
        }
    }
    found
}

fn inside(space: Rect) -> Rect {
    let air = AIR.min(space.width / 4);
    Rect { x: space.x + air, width: space.width - 2 * air, y: space.y + 2, height: space.height - 4 }
}

/// Whether the edge of a mark runs through a box.
fn is_crossed(mark: &Mark, space: Rect) -> bool {
    match mark {
        Mark::Bar { rect, .. } => space.overlaps(*rect) && !rect.holds(space),
        Mark::Path { path, .. } => segments(path).iter().any(|(from, to)| runs_through(*from, *to, space)),
        Mark::Sign { rect, .. } => space.overlaps(*rect),
        Mark::Ring(at) => space.touches(*at),
        Mark::Text { .. } | Mark::Toned(..) => false,
    }
}

/// Looks along a line, a pixel apart.
fn runs_through(from: Point, to: Point, space: Rect) -> bool {
    let steps = (to.x - from.x).abs().max((to.y - from.y).abs()).max(1);
    (0..=steps).any(|step| {
        let between = |from: i32, to: i32| from + (to - from) * step / steps;
        let at = Point { x: between(from.x, to.x), y: between(from.y, to.y) };
        space.x < at.x && at.x < space.right() && space.y < at.y && at.y < space.bottom()
    })
}

/// The lines of a path; a curve is looked at along its four points.
fn segments(path: &str) -> Vec<(Point, Point)> {
    let mut segments = Vec::new();
    let starts: Vec<_> =
        path.char_indices().filter(|(_, sign)| sign.is_alphabetic()).map(|(at, _)| at).collect();
    let zero = Point { x: 0, y: 0 };
    let (mut at, mut first) = (zero, zero);
    for (place, start) in starts.iter().enumerate() {
        let end = starts.get(place + 1).copied().unwrap_or(path.len());
        let (command, numbers) = path[*start..end].split_at(1);
        let numbers: Vec<i32> = numbers.split_whitespace().map(|number| number.parse().unwrap()).collect();
        let next = match (command, numbers.as_slice()) {
            ("M", [x, y]) => {
                first = Point { x: *x, y: *y };
                at = first;
                continue;
            }
            ("L", [x, y]) => Point { x: *x, y: *y },
            ("C", [a, b, c, d, x, y]) => {
                let [one, other, end] = [(*a, *b), (*c, *d), (*x, *y)].map(|(x, y)| Point { x, y });
                for step in 1..=16 {
                    let next = bezier([at, one, other, end], step);
                    segments.push((bezier([at, one, other, end], step - 1), next));
                }
                at = end;
                continue;
            }
            ("H", [x]) => Point { x: *x, y: at.y },
            ("V", [y]) => Point { x: at.x, y: *y },
            ("h", [x]) => Point { x: at.x + x, y: at.y },
            ("v", [y]) => Point { x: at.x, y: at.y + y },
            _ => first,
        };
        segments.push((at, next));
        at = next;
    }
    segments
}

/// The point of a curve at so many sixteenths of it.
fn bezier(points: [Point; 4], step: i32) -> Point {
    let (t, s) = (step, 16 - step);
    let weights = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
    let along = |of: fn(&Point) -> i32| {
        points.iter().zip(weights).map(|(point, weight)| of(point) * weight).sum::<i32>() / 4096
    };
    Point { x: along(|point| point.x), y: along(|point| point.y) }
}
