//! Where the marks of a picture are.

use obkatka::chart::{Point, Rect, ViewBox};
use obkatka::picture::{Mark, Picture};

/// Size of the type in every chart.
pub const FONT: i32 = 12;

/// Every mark, those under a tone too.
pub fn all(picture: &Picture) -> Vec<&Mark> {
    fn each<'a>(marks: &'a [Mark], all: &mut Vec<&'a Mark>) {
        for mark in marks {
            match mark {
                Mark::Toned(_, marks) => each(marks, all),
                mark => all.push(mark),
            }
        }
    }
    let mut marks = Vec::new();
    each(&picture.marks, &mut marks);
    marks
}

/// The class of a mark; the ring and the sign have theirs from the renderer.
pub fn class(mark: &Mark) -> &'static str {
    match mark {
        Mark::Path { class, .. } | Mark::Bar { class, .. } | Mark::Text { class, .. } => class,
        Mark::Ring(_) => "ring",
        Mark::Sign { .. } => "mark",
        Mark::Toned(..) => "",
    }
}

/// The points that a mark leads through or is bounded by; of a text, the one at which it stands.
pub fn points(mark: &Mark) -> Vec<Point> {
    match mark {
        Mark::Path { path, .. } => path_points(path),
        Mark::Bar { rect, .. } | Mark::Sign { rect, .. } => corners(*rect),
        Mark::Text { place, .. } => vec![Point { x: place.x, y: place.y }],
        Mark::Ring(at) => vec![*at],
        Mark::Toned(_, marks) => marks.iter().flat_map(points).collect(),
    }
}

fn corners(rect: Rect) -> Vec<Point> {
    assert!(rect.width >= 0 && rect.height >= 0, "{rect:?}");
    vec![Point { x: rect.x, y: rect.y }, Point { x: rect.right(), y: rect.bottom() }]
}

/// The points of a path; panics where it holds anything but commands and whole numbers.
fn path_points(path: &str) -> Vec<Point> {
    let (mut at, mut points) = (Point { x: 0, y: 0 }, Vec::new());
    let starts: Vec<_> =
        path.char_indices().filter(|(_, sign)| sign.is_alphabetic()).map(|(at, _)| at).collect();
    for (place, start) in starts.iter().enumerate() {
        let end = starts.get(place + 1).copied().unwrap_or(path.len());
        let (command, numbers) = path[*start..end].split_at(1);
        let numbers: Vec<i32> = numbers
            .split_whitespace()
            .map(|number| number.parse().unwrap_or_else(|_| panic!("{number} in {path}")))
            .collect();
        match (command, numbers.as_slice()) {
            ("M" | "L", [x, y]) => at = Point { x: *x, y: *y },
            ("C", [a, b, c, d, x, y]) => {
                points.extend([Point { x: *a, y: *b }, Point { x: *c, y: *d }]);
                at = Point { x: *x, y: *y };
            }
            ("H", [x]) => at.x = *x,
            ("V", [y]) => at.y = *y,
            ("h", [x]) => at.x += x,
            ("v", [y]) => at.y += y,
            ("Z" | "z", []) => {}
            _ => panic!("{command} {numbers:?} in {path}"),
        }
        points.push(at);
    }
    points
}

/// The whole picture as a box.
pub fn sheet(view: ViewBox) -> Rect {
    Rect { x: 0, y: 0, width: view.width, height: view.height }
}
