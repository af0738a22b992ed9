//! The chain: who hands work to whom, as boxes in the order of the work and arrows between them. Wide pictures run
//! from left to right, narrow ones from top to bottom.

mod layout;
mod lettered;
#[cfg(test)]
mod tests;

use core::fmt::Write as _;

use super::geometry::{Point, Rect, TextPlace, ViewBox};
use layout::Layout;

/// A chain, as asked for.
#[derive(Clone, Debug)]
pub struct Chain<'a> {
    /// Width of the picture; its height follows.
    pub width: i32,
    /// Size of the type, in pixels.
    pub font: i32,
    /// Room for what is said of a link, in pixels.
    pub label: i32,
    /// Who is in it.
    pub nodes: &'a [Node<'a>],
    /// Who hands work to whom, by places among the nodes.
    pub links: &'a [(usize, usize)],
}

/// One who does work or takes it.
#[derive(Clone, Copy, Debug)]
pub struct Node<'a> {
    /// The name.
    pub name: &'a str,
    /// TextPlace in the order of the work; those of one rank stand side by side.
    pub rank: u8,
}

/// The chain laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainPlot {
    /// Size of the picture.
    pub view: ViewBox,
    /// Whether it runs from top to bottom.
    pub upright: bool,
    /// A box for every node.
    pub boxes: Vec<ChainBox>,
    /// An arrow for every link; none for one that leads from or to nowhere.
    pub links: Vec<Option<ChainLink>>,
}

/// A node laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainBox {
    /// Its box.
    pub rect: Rect,
    /// The lines of its name, cut to its width.
    pub lines: Vec<(TextPlace, String)>,
}

/// A link laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainLink {
    /// SVG path of the line.
    pub path: String,
    /// SVG path of the arrow's head.
    pub head: String,
    /// Room for what is said of it.
    pub label: Rect,
}

impl Chain<'_> {
    /// Lays the picture out.
    pub fn draw(&self) -> ChainPlot {
        let layout = Layout::new(self);
        let rects = layout.rects(self.nodes);
        let mut drawing = Drawing { layout: &layout, rects: &rects, labels: Vec::new(), lanes: 0 };
        let is_around = |from, to| layout.is_around(self.nodes, from, to);
        let ways = self.links.iter().map(|(from, to)| drawing.way(*from, *to, is_around(*from, *to)));
        let ways: Vec<_> = ways.collect();
        let links = drawing.labelled(ways);
        let view = layout.view(drawing.lanes);
        let boxes = rects.iter().zip(self.nodes).map(|(rect, node)| layout.named(*rect, node.name)).collect();
        ChainPlot { view, upright: layout.upright, boxes, links }
    }
}

/// The way of a link, and where what is said of it may stand.
struct Way {
    path: String,
    head: String,
    middles: Vec<Point>,
}

impl Way {
    /// Whether a label has little choice of its height: it is placed before the others.
    fn is_level(&self, upright: bool) -> bool {
        let across = |at: &Point| if upright { at.x } else { at.y };
        self.middles.iter().zip(self.middles.iter().skip(1)).all(|(one, next)| across(one) == across(next))
    }
}

/// Labels are placed one by one: each leaves those before it free.
struct Drawing<'a> {
    layout: &'a Layout,
    rects: &'a [Rect],
    labels: Vec<Rect>,
    lanes: i32,
}

impl Drawing<'_> {
    fn way(&mut self, from: usize, to: usize, is_around: bool) -> Option<Way> {
        let (from, to) = (*self.rects.get(from)?, *self.rects.get(to)?);
        Some(if is_around { self.around(from, to) } else { self.straight(from, to) })
    }

    fn labelled(&mut self, ways: Vec<Option<Way>>) -> Vec<Option<ChainLink>> {
        let mut labels = vec![None; ways.len()];
        for level in [true, false] {
            for (way, label) in ways.iter().zip(&mut labels) {
                if let Some(way) = way.as_ref().filter(|way| way.is_level(self.layout.upright) == level) {
                    *label = self.label(&way.middles);
                }
            }
        }
        let link = |(way, label): (Option<Way>, Option<Rect>)| {
            let Way { path, head, .. } = way?;
            Some(ChainLink { path, head, label: label? })
        };
        ways.into_iter().zip(labels).map(link).collect()
    }

    /// From the end of one box to the start of the next.
    fn straight(&self, from: Rect, to: Rect) -> Way {
        let ((_, u0, a, b), (u1, _, c, d)) = (self.layout.sides(from), self.layout.sides(to));
        let (v0, v1) = ((a + b) / 2, (c + d) / 2);
        let at = |u, v| self.layout.at(u, v);
        let middle = (u0 + u1) / 2;
        let path = curve(at(u0, v0), at(middle, v0), at(middle, v1), at(u1, v1));
        let head = head([at(u1 - 7, v1 - 4), at(u1, v1), at(u1 - 7, v1 + 4)]);
        let along = |k: i32| at(u0 + eased_along(u1 - u0, k), v0 + eased_across(v1 - v0, k));
        // Two that cross leave the crossing free.
        let tenths = if v0 == v1 { [5, 4, 6, 3, 7, 2, 8] } else { [4, 3, 6, 5, 7, 2, 8] };
        Way { path, head, middles: tenths.map(along).into() }
    }

    /// Out of the side of a box, past the others, and into the side of another.
    fn around(&mut self, from: Rect, to: Rect) -> Way {
        let ((a, b, _, v0), (c, d, _, v1)) = (self.layout.sides(from), self.layout.sides(to));
        let (u0, u1) = ((a + b) / 2 + 8, (c + d) / 2 - 8);
        let lane = self.layout.lane(self.lanes);
        self.lanes += 1;
        let at = |u, v| self.layout.at(u, v);
        let path = corners([at(u0, v0), at(u0, lane), at(u1, lane), at(u1, v1)]);
        let head = head([at(u1 - 4, v1 + 7), at(u1, v1), at(u1 + 4, v1 + 7)]);
        let along = |k: i32| at(u0 + (u1 - u0) * k / 10, lane);
        Way { path, head, middles: [5, 3, 7, 2, 8].map(along).into() }
    }

    /// The first of the places in which a label is in no other's way; the first of all if there is none.
    fn label(&mut self, middles: &[Point]) -> Option<Rect> {
        let places = || middles.iter().map(|middle| self.layout.label(*middle));
        let free = |place: &Rect| !self.labels.iter().chain(self.rects).any(|own| own.overlaps(*place));
        let own = places().find(free).or_else(|| places().next());
        self.labels.extend(own);
        own
    }
}

/// How far along an S-shaped curve is at `k` tenths of its way.
fn eased_along(length: i32, k: i32) -> i32 {
    length * (15 * k * (10 - k) + k * k * k) / 1000
}

/// How far across it is there.
fn eased_across(length: i32, k: i32) -> i32 {
    length * (30 * k * k - 2 * k * k * k) / 1000
}

fn curve(a: Point, b: Point, c: Point, d: Point) -> String {
    let mut path = String::new();
    // Writing into a String cannot fail.
    let _ = write!(path, "M{} {}C{} {} {} {} {} {}", a.x, a.y, b.x, b.y, c.x, c.y, d.x, d.y);
    path
}

fn corners(points: [Point; 4]) -> String {
    let mut path = String::new();
    for (at, point) in points.iter().enumerate() {
        let _ = write!(path, "{}{} {}", if at == 0 { "M" } else { "L" }, point.x, point.y);
    }
    path
}

fn head([a, tip, b]: [Point; 3]) -> String {
    let mut path = String::new();
    let _ = write!(path, "M{} {}L{} {}L{} {}Z", a.x, a.y, tip.x, tip.y, b.x, b.y);
    path
}
