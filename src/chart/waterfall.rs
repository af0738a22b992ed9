//! The waterfall: how one sum becomes another, step by step, as rows read from top to bottom.
//!
//! Rows and not columns, because the names of costs are long and phones are narrow.

use super::geometry::{Anchor, Margin, Rect, TextPlace, ViewBox};
use super::lettering::{centred, font_size, text_width};
use super::scale::{Extent, Scale, Tick, shown};

/// Free space between a bar and a text, in pixels.
const GAP: i32 = 6;
/// Width of the value axis per tick, in pixels.
const TICK_ROOM: i32 = 90;

/// A waterfall, as asked for.
#[derive(Clone, Debug)]
pub struct Waterfall<'a> {
    /// Width of the picture; its height follows from the number of steps.
    pub width: i32,
    /// Size of the type, in pixels.
    pub font: i32,
    /// Height of a bar.
    pub bar: i32,
    /// Room between bars.
    pub gap: i32,
    /// Steps from first to last.
    pub steps: &'a [WaterfallStep<'a>],
}

/// One step.
#[derive(Clone, Copy, Debug)]
pub struct WaterfallStep<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its amount as text.
    pub text: &'a str,
    /// What it adds to the running sum or takes from it. An unknown amount leaves the sum unknown from there on.
    pub change: Option<f64>,
    /// Whether it only shows the running sum; then `change` is not looked at.
    pub total: bool,
}

/// What a step does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepKind {
    /// Adds.
    Plus,
    /// Takes away.
    Minus,
    /// Shows a sum that is not below zero.
    Total,
    /// Shows a sum below zero.
    Loss,
}

/// The waterfall laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaterfallPlot {
    /// Size of the picture.
    pub view: ViewBox,
    /// Where the bars are.
    pub frame: Rect,
    /// The x of zero.
    pub zero: i32,
    /// Ticks of the value axis, ascending; there is no room for their labels, they are for thin lines.
    pub ticks: Vec<Tick>,
    /// Whether names stand over the bars (narrow pictures) and not left of them.
    pub over: bool,
    /// A row for every step.
    pub rows: Vec<StepRow>,
    /// Thin lines that carry the sum from a bar down to the next.
    pub links: Vec<WaterfallLink>,
}

/// One step laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepRow {
    /// Its bar, at least a pixel wide unless its amount is zero; none where the amount or the sum is unknown.
    pub bar: Option<Rect>,
    /// What it does.
    pub kind: StepKind,
    /// TextPlace of the name.
    pub name: TextPlace,
    /// TextPlace of the amount, beside its bar or, where there is no room, at the right edge.
    pub text: TextPlace,
}

/// A vertical line at `x`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaterfallLink {
    /// Where the sum stands.
    pub x: i32,
    /// Bottom of the upper bar.
    pub from: i32,
    /// Top of the lower bar.
    pub to: i32,
}

impl Default for Waterfall<'_> {
    fn default() -> Self {
        Waterfall { width: 640, font: 14, bar: 22, gap: 10, steps: &[] }
    }
}

/// Where a step starts and ends, in value.
type Ends = Option<(f64, f64)>;

impl Waterfall<'_> {
    /// Lays the picture out.
    pub fn draw(&self) -> WaterfallPlot {
        let width = ViewBox { width: self.width, height: 1 }.sane().width;
        let (font, bar, gap) = (font_size(self.font), self.bar.clamp(1, 200), self.gap.clamp(0, 200));
        let names = self.steps.iter().map(|step| text_width(step.name, font)).max().unwrap_or(0) + GAP;
        let texts = self.steps.iter().map(|step| text_width(step.text, font)).max().unwrap_or(0) + GAP;
        let over = names + texts > width / 2;
        let header = if over { font * 3 / 2 } else { 0 };
        let pitch = header + bar + gap;
        let view = ViewBox { width, height: pitch.saturating_mul(self.steps.len() as i32).max(1) };
        let margin = Margin { top: 0, bottom: 0, left: if over { 0 } else { names }, right: texts };
        let frame = Rect { height: view.height, ..ViewBox { width, height: 1 }.frame(margin) };
        let ends = self.ends();
        let axis = extent(&ends).axis(frame.x, frame.right(), (frame.width / TICK_ROOM).clamp(2, 8), false);
        let sketch = Sketch { width, frame, scale: axis.scale, font, bar, header };
        let rows = self.steps.iter().zip(&ends).enumerate();
        let rows: Vec<_> =
            rows.map(|(i, (step, ends))| sketch.row(step, *ends, pitch * i as i32 + gap / 2)).collect();
        let links = rows.windows(2).zip(&ends).filter_map(|(rows, ends)| sketch.link(rows, *ends)).collect();
        WaterfallPlot { view, frame, zero: axis.scale.at(0.0), ticks: axis.ticks, over, rows, links }
    }

    /// The running sum before and after each step; a total goes from zero to the sum.
    fn ends(&self) -> Vec<Ends> {
        let mut sum = Some(0.0);
        let step = |step: &WaterfallStep| {
            let before = sum?;
            if step.total {
                return Some((0.0, before));
            }
            sum = shown(step.change).and_then(|change| shown(Some(before + change)));
            sum.map(|after| (before, after))
        };
        self.steps.iter().map(step).collect()
    }
}

/// The range of all sums, with zero.
fn extent(ends: &[Ends]) -> Extent {
    let mut extent = Extent::EMPTY;
    extent.add(Some(0.0));
    for (before, after) in ends.iter().flatten() {
        extent.add(Some(*before));
        extent.add(Some(*after));
    }
    extent
}

/// What all rows have in common.
struct Sketch {
    width: i32,
    frame: Rect,
    scale: Scale,
    font: i32,
    bar: i32,
    header: i32,
}

impl Sketch {
    /// One step as a row that starts at `y`.
    fn row(&self, step: &WaterfallStep, ends: Ends, y: i32) -> StepRow {
        let top = y + self.header;
        let bar = ends.map(|(before, after)| self.stretch(before, after, top));
        let kind = kind(step.total, ends);
        let middle = centred(top + self.bar / 2, self.font);
        let name = TextPlace {
            x: 0,
            y: if self.header > 0 { y + self.font } else { middle },
            anchor: Anchor::Start,
        };
        StepRow { bar, kind, name, text: self.text(step.text, bar, middle) }
    }

    /// The bar between two sums, within the frame.
    fn stretch(&self, before: f64, after: f64, top: i32) -> Rect {
        let bar = Rect::between(self.scale.at(before), self.scale.at(after), top, top + self.bar);
        if bar.width > 0 || before == after {
            return bar;
        }
        Rect { x: bar.x.min(self.frame.right() - 1), width: 1, ..bar }
    }

    /// Right of the bar if it fits there, otherwise at the right edge.
    fn text(&self, text: &str, bar: Option<Rect>, y: i32) -> TextPlace {
        let x = bar.map_or(self.frame.x, |bar| bar.right() + GAP);
        if x + text_width(text, self.font) <= self.width {
            TextPlace { x, y, anchor: Anchor::Start }
        } else {
            TextPlace { x: self.width, y, anchor: Anchor::End }
        }
    }

    /// The line from a row to the next, at the sum that the first leaves; none where the sum is lost.
    fn link(&self, rows: &[StepRow], ends: Ends) -> Option<WaterfallLink> {
        match rows {
            [StepRow { bar: Some(a), .. }, StepRow { bar: Some(b), .. }] => {
                Some(WaterfallLink { x: self.scale.at(ends?.1), from: a.bottom(), to: b.y })
            }
            _ => None,
        }
    }
}

/// What a step does to the sum.
fn kind(total: bool, ends: Ends) -> StepKind {
    let (before, after) = ends.unwrap_or((0.0, 0.0));
    match (total, after < before) {
        (true, false) => StepKind::Total,
        (true, true) => StepKind::Loss,
        (false, false) => StepKind::Plus,
        (false, true) => StepKind::Minus,
    }
}

#[cfg(test)]
mod tests {
    use super::{StepKind, Waterfall, WaterfallStep};

    fn step(change: f64) -> WaterfallStep<'static> {
        WaterfallStep { name: "Цена", text: "100 ₽", change: Some(change), total: false }
    }

    const TOTAL: WaterfallStep = WaterfallStep { name: "Итого", text: "?", change: None, total: true };

    #[test]
    fn steps_run_from_sum_to_sum() {
        let steps = [step(100.0), step(-70.0), step(-50.0), TOTAL];
        let plot = Waterfall { steps: &steps, ..Waterfall::default() }.draw();
        let kinds: Vec<_> = plot.rows.iter().map(|row| row.kind).collect();
        assert_eq!(kinds, [StepKind::Plus, StepKind::Minus, StepKind::Minus, StepKind::Loss]);
        let bars: Vec<_> = plot.rows.iter().filter_map(|row| row.bar).collect();
        assert_eq!(bars[0].right(), bars[1].right());
        assert_eq!(bars[1].x, plot.links[1].x);
        assert_eq!(bars[2].x, bars[3].x);
        assert_eq!(bars[3].right(), plot.zero);
        assert_eq!(plot.links.len(), 3);
    }

    #[test]
    fn an_unknown_step_leaves_the_rest_unknown() {
        let steps = [step(100.0), step(f64::NAN), step(-10.0), TOTAL];
        let plot = Waterfall { steps: &steps, ..Waterfall::default() }.draw();
        let known: Vec<_> = plot.rows.iter().map(|row| row.bar.is_some()).collect();
        assert_eq!(known, [true, false, false, false]);
        assert!(plot.links.is_empty());
    }
}
