//! Amounts against the attainment of planned sales: panels over one another on one axis, since what a person
//! earns and what the owner keeps are rarely of one size.

use super::axes::value_of;
use super::declaration::{Context, FONT, float};
use super::mark::{self, Mark, Picture};
use crate::chart::{Anchor, Axis, Extent, Margin, Point, Rect, Scale, TextPlace, Tick, ViewBox, text_width};
use crate::number::{Decimal, Exact, Money, Share};
use crate::text::{Show, Word};
use std::fmt::Write as _;

/// Curves on one scale.
pub struct Panel {
    /// What they are about.
    pub name: String,
    /// From back to front; the last has the ring at 100 %.
    pub curves: Vec<Curve>,
}

/// One curve.
pub struct Curve {
    /// Its class.
    pub class: &'static str,
    /// Attainment and amount, from left to right; a jump is two points of all but one attainment.
    pub points: Vec<(f64, f64)>,
}

/// A point of a curve; none where it does not exist.
pub fn curve_point(attainment: Share<Exact>, amount: Money<Exact>) -> Option<(f64, f64)> {
    float(attainment.0).zip(float(amount.0))
}

/// The widest attainment and the ticks, per cent.
const MOST: i64 = 150;
const TICKS: [i64; 4] = [0, 50, 100, MOST];
/// Heights of a panel with curves, and of its name over it.
const PANEL: i32 = 118;
const NAME: i32 = 36;
/// The panels from top to bottom, at the context's width; `told` are the attainments that stand in the table.
pub fn panels(context: &Context<'_>, panels: &[Panel], told: &[f64]) -> Picture {
    let show = context.show;
    let view = ViewBox { width: context.width, height: panels.len() as i32 * (NAME + PANEL) + 2 * FONT + 20 };
    let axes: Vec<_> = (0..).zip(panels).map(|(at, panel)| axis(at, panel)).collect();
    let label =
        |axis: &Axis| axis.ticks.iter().map(|tick| text_width(&show.short_money(value_of(tick)), FONT)).max();
    let left = axes.iter().filter_map(label).max().unwrap_or(0) + 8;
    let frame = view.frame(Margin { top: NAME, right: 22, bottom: 2 * FONT + 20, left });
    let columns = Scale::new(0.0, MOST as f64 / 100.0, frame.x, frame.right());
    let mut marks = Vec::with_capacity(32);
    for (panel, axis) in panels.iter().zip(&axes) {
        marks.extend(panel_marks(show, frame, columns, panel, axis));
    }
    marks.extend(bottom(show, frame, columns));
    let told: Vec<i32> = told.iter().map(|attainment| columns.at(*attainment)).collect();
    Picture { view, marks, zones: mark::columns_at(frame, &told) }
}

/// The value axis of a panel: of all its curves and nothing.
fn axis(at: i32, panel: &Panel) -> Axis {
    let mut extent = Extent::EMPTY;
    extent.add(Some(0.0));
    let values = panel.curves.iter().flat_map(|curve| &curve.points);
    values.for_each(|(_, value)| extent.add(Some(*value)));
    let top = at * (NAME + PANEL) + NAME;
    extent.axis(top + PANEL, top, 3, false)
}

fn panel_marks(show: &Show<'_>, frame: Rect, columns: Scale, panel: &Panel, axis: &Axis) -> Vec<Mark> {
    let mut marks = Vec::new();
    let (mut grid, mut zero) = (String::new(), String::new());
    for tick in &axis.ticks {
        mark::level(if tick.mantissa == 0 { &mut zero } else { &mut grid }, frame, tick.at);
        let place = TextPlace { x: frame.x - 6, y: tick.at + 4, anchor: Anchor::End };
        marks.extend(mark::text("", Some(place), show.short_money(value_of(tick))));
    }
    marks.extend([mark::path("grid", grid), mark::path("zero", zero)]);
    let (top, foot) = ends(axis);
    let mut planned = String::new();
    mark::upright(&mut planned, columns.at(1.0), top, foot);
    marks.push(mark::path("now", planned));
    marks.extend(panel.curves.iter().map(|curve| mark::path(curve.class, path(curve, columns, axis.scale))));
    marks.extend(panel.curves.last().and_then(|curve| at_plan(curve, columns, axis.scale)).map(Mark::Ring));
    let place = TextPlace { x: frame.x, y: top - 10, anchor: Anchor::Start };
    marks.extend(mark::text("say", Some(place), panel.name.clone()));
    marks
}

/// The top and the foot of a panel.
fn ends(axis: &Axis) -> (i32, i32) {
    let at = |tick: Option<&Tick>| tick.map_or(0, |tick| tick.at);
    (at(axis.ticks.last()), at(axis.ticks.first()))
}

fn path(curve: &Curve, columns: Scale, rows: Scale) -> String {
    let mut path = String::with_capacity(64);
    for (at, (attainment, amount)) in corners(&curve.points).into_iter().enumerate() {
        let step = if at == 0 { 'M' } else { 'L' };
        // Writing into a String cannot fail.
        let _ = write!(path, "{step}{} {}", columns.at(attainment), rows.at(amount));
    }
    path
}

/// The ends of a curve and where it bends: between them whole pixels would make a straight line wavy.
fn corners(points: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let mut kept: Vec<(f64, f64)> = Vec::new();
    for (at, point) in points.iter().enumerate() {
        let between = kept.last().zip(points.get(at + 1));
        if !between.is_some_and(|(before, after)| is_straight(*before, *point, *after)) {
            kept.push(*point);
        }
    }
    kept
}

fn is_straight(before: (f64, f64), point: (f64, f64), after: (f64, f64)) -> bool {
    let part = (point.0 - before.0) / (after.0 - before.0);
    let straight = before.1 + (after.1 - before.1) * part;
    let size = before.1.abs().max(after.1.abs());
    (point.1 - straight).abs() <= size * 1e-6
}

/// The curve at 100 %.
fn at_plan(curve: &Curve, columns: Scale, rows: Scale) -> Option<Point> {
    let (attainment, amount) = curve.points.iter().find(|(attainment, _)| *attainment >= 1.0)?;
    Some(Point { x: columns.at(*attainment), y: rows.at(*amount) })
}

/// The attainments under all panels, and what they are.
fn bottom(show: &Show<'_>, frame: Rect, columns: Scale) -> Vec<Mark> {
    let tick = |percent: i64| {
        let place = TextPlace {
            x: columns.at(percent as f64 / 100.0),
            y: frame.bottom() + 18,
            anchor: Anchor::Middle,
        };
        mark::text("", Some(place), show.percent(Exact::Value(Decimal::new(percent, 2))))
    };
    let mut marks: Vec<_> = TICKS.into_iter().filter_map(tick).collect();
    let place = TextPlace { x: frame.right(), y: frame.bottom() + 18 + FONT + 5, anchor: Anchor::End };
    marks.extend(mark::text("", Some(place), show.word(Word::SIDES_ATTAINMENT)));
    marks
}

/// Whether an attainment stands in a table: the near side of a jump would read as the jump itself.
pub fn is_told(attainment: Share<Exact>) -> bool {
    attainment.0.decimal().is_ok_and(|attainment| attainment.normalize().scale() <= 4)
}
