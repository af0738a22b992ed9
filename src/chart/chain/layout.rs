//! Where the boxes of a chain are. Along the flow is `u`, across it `v`: the same for both ways to run.

use super::lettered::{LINES, wrapped};
use super::{Chain, ChainBox, Node};
use crate::chart::geometry::{Anchor, Point, Rect, TextPlace, ViewBox};
use crate::chart::lettering::{centred, font_size};

/// Least length of a box along the flow of a wide picture: one with less runs from top to bottom.
const LEAST: i32 = 92;
/// Greatest width of a box.
const MOST: i32 = 184;
/// Room between ranks of a wide picture, and of one that runs from top to bottom.
const GAPS: (i32, i32) = (76, 46);
/// Room between boxes of one rank.
const ASIDE: i32 = 14;
/// Room between ways around.
const LANE: i32 = 24;
/// How many ways around have a lane of their own.
const LANES: i32 = 4;
/// Free space within a box.
const PAD: i32 = 8;

/// What all boxes have in common.
pub struct Layout {
    /// Whether it runs from top to bottom.
    pub upright: bool,
    font: i32,
    width: i32,
    /// Height and width of a label.
    label: (i32, i32),
    /// The ranks that somebody has, in order, and where each begins along the flow.
    ranks: Vec<(u8, i32)>,
    /// Where the last rank ends.
    long: i32,
    /// Size of a box along and across the flow.
    size: (i32, i32),
    /// Room across the flow that the boxes take.
    across: i32,
    /// How many of one rank stand side by side.
    beside: i32,
}

impl Layout {
    /// The layout of a chain: wide where its boxes find room, upright otherwise.
    pub fn new(chain: &Chain<'_>) -> Self {
        let width = ViewBox { width: chain.width, height: 1 }.sane().width;
        let font = font_size(chain.font);
        let taken = |rank: &u8| chain.nodes.iter().any(|node| node.rank == *rank);
        let ranks: Vec<_> = (0..=u8::MAX).filter(taken).map(|rank| (rank, 0)).collect();
        let count = (ranks.len() as i32).max(1);
        let beside = ranks.iter().map(|(rank, _)| peers(chain.nodes, *rank)).max().unwrap_or(1).max(1);
        let long = (width - GAPS.0 * (count - 1)) / count;
        let size = (long.min(MOST), LINES as i32 * line_height(font) + 2 * PAD);
        let label = (font + 6, chain.label.clamp(1, 200));
        let across = beside * (size.1 + ASIDE) - ASIDE;
        let mut layout =
            Layout { upright: long < LEAST, font, width, label, ranks, long: 0, size, across, beside };
        if layout.upright {
            layout.stand(chain);
        }
        layout.place_ranks(chain.nodes);
        layout
    }

    /// From top to bottom: boxes as wide as there is room for, ways around on the right.
    fn stand(&mut self, chain: &Chain<'_>) {
        let around = chain.links.iter().filter(|(from, to)| self.is_around(chain.nodes, *from, *to)).count();
        let lanes = if around == 0 { 0 } else { LANE * (around as i32).min(LANES) + self.label.1 / 2 };
        self.across = (self.width - lanes).max(self.width / 2).max(1);
        self.beside = self.beside.min((self.across + ASIDE) / (LEAST + ASIDE)).max(1);
        let wide = (self.across - ASIDE * (self.beside - 1)) / self.beside;
        self.size = (self.size.1, wide.clamp(1, MOST));
    }

    fn place_ranks(&mut self, nodes: &[Node<'_>]) {
        let (size, beside) = (self.size.0, self.beside);
        let gap = if self.upright { GAPS.1 } else { GAPS.0 };
        let mut start = 0;
        for (rank, own) in &mut self.ranks {
            *own = start;
            let rows = (peers(nodes, *rank) + beside - 1) / beside;
            self.long = start + rows * (size + ASIDE) - ASIDE;
            start = self.long + gap;
        }
    }

    /// Whether a link does not lead to the next rank: then it goes around the boxes.
    pub fn is_around(&self, nodes: &[Node<'_>], from: usize, to: usize) -> bool {
        let step = |at: usize| {
            nodes.get(at).and_then(|node| self.ranks.iter().position(|(rank, _)| *rank == node.rank))
        };
        matches!((step(from), step(to)), (Some(from), Some(to)) if from + 1 != to)
    }

    /// Where every node's box is.
    pub fn rects(&self, nodes: &[Node<'_>]) -> Vec<Rect> {
        let place = |(at, node): (usize, &Node<'_>)| {
            let start = self.ranks.iter().find(|(rank, _)| *rank == node.rank).map_or(0, |(_, start)| *start);
            let before = peers(nodes.get(..at).unwrap_or_default(), node.rank);
            let (row, column) = (before / self.beside, before % self.beside);
            let indent = self.indent(peers(nodes, node.rank).min(self.beside));
            self.rect(start + row * (self.size.0 + ASIDE), indent + column * (self.size.1 + ASIDE))
        };
        nodes.iter().enumerate().map(place).collect()
    }

    /// Where the first of so many boxes begins, for all to stand in the middle.
    fn indent(&self, count: i32) -> i32 {
        (self.across - count * (self.size.1 + ASIDE) + ASIDE).max(0) / 2
    }

    fn rect(&self, u: i32, v: i32) -> Rect {
        let (a, b) = (self.at(u, v), self.at(u + self.size.0, v + self.size.1));
        Rect::between(a.x, b.x, a.y, b.y)
    }

    /// A point of the picture.
    pub fn at(&self, u: i32, v: i32) -> Point {
        if self.upright { Point { x: v, y: u } } else { Point { x: u, y: v } }
    }

    /// Start and end of a box along the flow, start and end across it.
    pub fn sides(&self, rect: Rect) -> (i32, i32, i32, i32) {
        match self.upright {
            true => (rect.y, rect.bottom(), rect.x, rect.right()),
            false => (rect.x, rect.right(), rect.y, rect.bottom()),
        }
    }

    /// Where a way around runs, across the flow.
    pub fn lane(&self, number: i32) -> i32 {
        self.across + LANE * (number.min(LANES - 1) + 1)
    }

    /// Room for a label around a point, within the picture.
    pub fn label(&self, middle: Point) -> Rect {
        let (height, width) = self.label;
        let x = (middle.x - width / 2).min(self.width - width).max(0);
        Rect { x, y: (middle.y - height / 2).max(0), width: width.min(self.width), height }
    }

    /// The picture's size with so many ways around.
    pub fn view(&self, lanes: i32) -> ViewBox {
        let beside = if lanes == 0 { self.across } else { self.lane(lanes - 1) + self.label.0 };
        let height = if self.upright { self.long } else { beside };
        ViewBox { width: self.width, height: height.max(1) }.sane()
    }

    /// A box with its name.
    pub fn named(&self, rect: Rect, name: &str) -> ChainBox {
        let lines = wrapped(name, rect.width - 2 * PAD, self.font);
        let (height, count) = (line_height(self.font), lines.len() as i32);
        let first = centred(rect.y + (rect.height - count * height + height) / 2, self.font);
        let x = rect.x + rect.width / 2;
        let place = |at: i32| TextPlace { x, y: first + at * height, anchor: Anchor::Middle };
        ChainBox { rect, lines: lines.into_iter().zip(0..).map(|(line, at)| (place(at), line)).collect() }
    }
}

/// How many nodes have a rank.
fn peers(nodes: &[Node<'_>], rank: u8) -> i32 {
    nodes.iter().filter(|node| node.rank == rank).take(100).count() as i32
}

fn line_height(font: i32) -> i32 {
    font * 5 / 4
}
