//! Points, boxes and places of labels, all in whole pixels of the picture.

use super::lettering::{ascent, text_width};

/// Largest side of a picture, so that no arithmetic on coordinates can overflow.
const SIDE_LIMIT: i32 = 16_384;

/// The picture's viewBox: `0 0 width height`, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ViewBox {
    /// Width in pixels.
    pub width: i32,
    /// Height in pixels.
    pub height: i32,
}

impl ViewBox {
    /// The same view with both sides brought into 1..=16 384.
    pub fn sane(self) -> ViewBox {
        ViewBox { width: self.width.clamp(1, SIDE_LIMIT), height: self.height.clamp(1, SIDE_LIMIT) }
    }

    /// What remains inside the margins, at least one pixel each way.
    pub fn frame(self, margin: Margin) -> Rect {
        let view = self.sane();
        let (x, width) = inner(view.width, margin.left, margin.right);
        let (y, height) = inner(view.height, margin.top, margin.bottom);
        Rect { x, y, width, height }
    }
}

/// Start and length of a side after taking both margins off, never empty.
fn inner(side: i32, before: i32, after: i32) -> (i32, i32) {
    let start = before.clamp(0, side - 1);
    let end = (side - after.clamp(0, side)).max(start + 1);
    (start, end - start)
}

/// Space kept free around the frame for axis labels, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Margin {
    /// Above the frame.
    pub top: i32,
    /// Right of the frame.
    pub right: i32,
    /// Below the frame: month labels.
    pub bottom: i32,
    /// Left of the frame: value labels.
    pub left: i32,
}

impl Default for Margin {
    fn default() -> Self {
        Margin { top: 16, right: 12, bottom: 24, left: 48 }
    }
}

/// A point in the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// From the left edge.
    pub x: i32,
    /// From the top edge.
    pub y: i32,
}

/// A box in the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rect {
    /// Left edge.
    pub x: i32,
    /// Top edge.
    pub y: i32,
    /// Width, not negative.
    pub width: i32,
    /// Height, not negative.
    pub height: i32,
}

impl Rect {
    /// The box between two edges each way, in whatever order they come.
    pub fn between(x0: i32, x1: i32, y0: i32, y1: i32) -> Rect {
        Rect { x: x0.min(x1), y: y0.min(y1), width: (x1 - x0).abs(), height: (y1 - y0).abs() }
    }

    /// Right edge.
    pub fn right(self) -> i32 {
        self.x + self.width
    }

    /// Bottom edge.
    pub fn bottom(self) -> i32 {
        self.y + self.height
    }

    /// Whether the boxes share any area.
    pub fn overlaps(self, other: Rect) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// Whether `other` lies wholly inside.
    pub fn holds(self, other: Rect) -> bool {
        self.x <= other.x
            && self.y <= other.y
            && other.right() <= self.right()
            && other.bottom() <= self.bottom()
    }

    /// Whether the point lies inside or on the edge.
    pub fn touches(self, point: Point) -> bool {
        (self.x..=self.right()).contains(&point.x) && (self.y..=self.bottom()).contains(&point.y)
    }
}

/// Which part of a text stands at its x: SVG's `text-anchor`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The text runs to the right of x.
    Start,
    /// The text is centred on x.
    Middle,
    /// The text ends at x.
    End,
}

impl Anchor {
    /// The value of SVG's `text-anchor` attribute.
    pub fn name(self) -> &'static str {
        match self {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        }
    }
}

/// On which side of its mark a label stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// Over the mark.
    #[default]
    Above,
    /// Under the mark.
    Below,
}

impl Side {
    /// The opposite side.
    pub fn other(self) -> Side {
        match self {
            Side::Above => Side::Below,
            Side::Below => Side::Above,
        }
    }
}

/// Where a text goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextPlace {
    /// The x that `anchor` speaks of.
    pub x: i32,
    /// The text's baseline.
    pub y: i32,
    /// Which part of the text stands at `x`.
    pub anchor: Anchor,
}

impl TextPlace {
    /// The box that `text` takes at this place, by the estimated width.
    pub fn space(self, text: &str, font: i32) -> Rect {
        let width = text_width(text, font);
        let x = match self.anchor {
            Anchor::Start => self.x,
            Anchor::Middle => self.x - width / 2,
            Anchor::End => self.x - width,
        };
        Rect { x, y: self.y - ascent(font), width, height: font }
    }
}
