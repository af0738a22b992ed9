//! Series over months, as asked for and as laid out: lines, areas and bars on one pair of axes, with marks and reference
//! lines that say what matters. How one becomes the other is in `plot`.

use super::geometry::{Margin, Point, Rect, Side, TextPlace, ViewBox};
use super::months::{Columns, MonthTick};
use super::paths::Bar;
use super::scale::{Scale, Tick};

/// A picture of series over months, as asked for.
#[derive(Clone, Debug)]
pub struct MonthChart<'a> {
    /// Size of the picture.
    pub view: ViewBox,
    /// Room around the frame. The right margin grows by itself if labels at the ends of lines need it.
    pub margin: Margin,
    /// Size of the type of labels, in pixels.
    pub font: i32,
    /// How many months to show; values beyond are left out.
    pub months: usize,
    /// Number of the first month, as in [`Columns::ticks`].
    pub first: i32,
    /// Width of the widest month label, in pixels.
    pub month_label: i32,
    /// Whether the value axis must include zero. With bars and areas it always does.
    pub zero: bool,
    /// Whether the value axis has only whole ticks.
    pub whole: bool,
    /// How bars of several series share a month.
    pub bars: Bars,
    /// What is drawn, from back to front.
    pub series: &'a [Series<'a>],
    /// Single points worth a label.
    pub annotations: &'a [Annotation<'a>],
    /// Horizontal reference lines.
    pub levels: &'a [Level<'a>],
    /// Vertical reference lines.
    pub moments: &'a [Moment<'a>],
}

/// How bars of several series share a month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bars {
    /// Side by side, each from zero.
    #[default]
    Grouped,
    /// On top of one another, positive ones up and negative ones down.
    Stacked,
}

/// What a series looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A line, broken at gaps.
    Line,
    /// All between the values and zero, or the series' floor.
    Area,
    /// Only what is above zero.
    AreaAbove,
    /// Only what is below zero.
    AreaBelow,
    /// A bar for every month.
    Bar,
}

/// One row of values.
#[derive(Clone, Copy, Debug)]
pub struct Series<'a> {
    /// What it looks like.
    pub shape: Shape,
    /// A value for every month; none is a gap.
    pub values: &'a [Option<f64>],
    /// Lower edge of [`Shape::Area`], for bands and fans; empty for zero.
    pub floor: &'a [Option<f64>],
    /// Text at the end of a line; empty for none.
    pub label: &'a str,
}

/// A point worth a label, such as the break-even or the lowest balance.
#[derive(Clone, Copy, Debug)]
pub struct Annotation<'a> {
    /// Month from 0, whole or in between.
    pub month: f64,
    /// Value at that month.
    pub value: Option<f64>,
    /// Text beside it.
    pub label: &'a str,
    /// Where the text should go if there is room.
    pub side: Side,
}

/// A horizontal reference line.
#[derive(Clone, Copy, Debug)]
pub struct Level<'a> {
    /// Its value; the axis grows to include it.
    pub value: Option<f64>,
    /// Text on it.
    pub label: &'a str,
}

/// A vertical reference line.
#[derive(Clone, Copy, Debug)]
pub struct Moment<'a> {
    /// Month from 0, whole or in between.
    pub month: f64,
    /// Text at its top.
    pub label: &'a str,
}

/// The picture laid out. `series`, `annotations`, `levels` and `moments` are in the order they were asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct MonthPlot {
    /// Size of the picture.
    pub view: ViewBox,
    /// Where the data is.
    pub frame: Rect,
    /// Labels of months.
    pub x_ticks: Vec<MonthTick>,
    /// Ticks of the value axis, from the lowest value up.
    pub y_ticks: Vec<Tick>,
    /// The y of zero, where the axis includes it.
    pub zero: Option<i32>,
    /// What each series came to.
    pub series: Vec<DrawnSeries>,
    /// Marks; none where the month or the value is not in the picture.
    pub annotations: Vec<Option<DrawnAnnotation>>,
    /// Horizontal lines; none where there is no value.
    pub levels: Vec<Option<Rule>>,
    /// Vertical lines; none outside the months shown.
    pub moments: Vec<Option<Rule>>,
    /// Where months lie, for a cursor.
    pub columns: Columns,
    /// Where values lie, for a cursor.
    pub scale: Scale,
}

/// One series laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct DrawnSeries {
    /// SVG path of a line or an area; empty for bars.
    pub path: String,
    /// Bars; empty for lines and areas.
    pub bars: Vec<Bar>,
    /// TextPlace of the label at the end of a line. None if there is no label, or no room for labels at the ends: then the
    /// series need a legend.
    pub end: Option<TextPlace>,
}

/// A mark laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DrawnAnnotation {
    /// The point itself.
    pub at: Point,
    /// TextPlace of its text; none if there is no text or no free place.
    pub label: Option<TextPlace>,
}

/// A reference line laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The y of a level, the x of a moment.
    pub at: i32,
    /// TextPlace of its text; none if there is no text or no free place.
    pub label: Option<TextPlace>,
}

impl Default for MonthChart<'_> {
    fn default() -> Self {
        MonthChart {
            view: ViewBox { width: 640, height: 280 },
            margin: Margin::default(),
            font: 13,
            months: 0,
            first: 1,
            month_label: 24,
            zero: false,
            whole: false,
            bars: Bars::Grouped,
            series: &[],
            annotations: &[],
            levels: &[],
            moments: &[],
        }
    }
}
