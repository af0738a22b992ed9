//! From a row of monthly values to what is drawn of it: the path of a line or an area, the boxes of bars.

use core::fmt::Write as _;

use super::geometry::Rect;
use super::months::Columns;
use super::scale::{Scale, shown};

/// A value at a month, either of them possibly in between.
type Vertex = (f64, f64);

/// Gives the two heights between which a month's value is drawn.
type Ends<'a> = &'a mut dyn FnMut(usize, f64) -> (i32, i32);

/// One month's bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Which month, from 0.
    pub month: usize,
    /// Where it is drawn.
    pub rect: Rect,
    /// Whether its value is below zero.
    pub negative: bool,
}

/// Which part of an area is wanted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Whole,
    Above,
    Below,
}

/// The ground that marks stand on.
pub(super) struct Ground<'a> {
    pub frame: Rect,
    pub columns: &'a Columns,
    pub scale: Scale,
}

impl Ground<'_> {
    /// The path of a line; a month between two gaps is a dot where line caps are round.
    pub fn line(&self, values: &[Option<f64>]) -> String {
        let mut path = String::new();
        for run in self.runs(values) {
            self.trace(&mut path, 'M', run.iter());
            if run.len() == 1 {
                path.push_str("h0");
            }
        }
        path
    }

    /// The path of the area between the values and zero, or between the values and `floor` where that is not empty.
    pub fn area(&self, values: &[Option<f64>], floor: &[Option<f64>], part: Part) -> String {
        let mut path = String::new();
        let known: Vec<_> =
            values.iter().enumerate().map(|(i, v)| v.filter(|_| over(floor, i).is_some())).collect();
        for run in self.runs(&known).into_iter().map(|run| cut(&run, part)).filter(|run| run.len() > 1) {
            if part == Part::Whole || run.iter().any(|v| v.1 != 0.0) {
                self.trace(&mut path, 'M', run.iter());
                self.trace(&mut path, 'L', base(&run, floor).iter().rev());
                path.push('Z');
            }
        }
        path
    }

    /// Adds straight pieces through the vertices, the first one by `command`.
    fn trace<'v>(&self, path: &mut String, command: char, vertices: impl Iterator<Item = &'v Vertex>) {
        let mut command = command;
        for &(month, value) in vertices {
            // Writing into a String cannot fail.
            let _ = write!(path, "{command}{} {}", self.columns.x(month), self.scale.at(value));
            command = 'L';
        }
    }

    /// The stretches of values without a gap.
    fn runs(&self, values: &[Option<f64>]) -> Vec<Vec<Vertex>> {
        let mut runs = Vec::new();
        let mut run = Vec::new();
        for (month, value) in values.iter().take(self.columns.count()).enumerate() {
            match shown(*value) {
                Some(value) => run.push((month as f64, value)),
                None => runs.push(core::mem::take(&mut run)),
            }
        }
        runs.push(run);
        runs.retain(|run| !run.is_empty());
        runs
    }

    /// Bars from zero, in one of `slots` places side by side; a value that is not nothing is at least a pixel high.
    pub fn grouped(&self, values: &[Option<f64>], slot: i32, slots: i32) -> Vec<Bar> {
        let zero = self.scale.at(0.0);
        self.bars(values, slot, slots, &mut |_, value| (zero, self.off(zero, value)))
    }

    /// Bars on top of what `stack` holds for each month (up, down), which they then add to.
    pub fn stacked(&self, values: &[Option<f64>], stack: &mut [Vertex]) -> Vec<Bar> {
        let ends = &mut |month: usize, value| {
            let (foot, top) = stack.get_mut(month).map_or((0.0, value), |both| heap(both, value));
            (self.scale.at(foot), self.scale.at(top))
        };
        self.bars(values, 0, 1, ends)
    }

    /// A bar for each known value, between the two heights that `ends` gives for its month and value.
    fn bars(&self, values: &[Option<f64>], slot: i32, slots: i32, ends: Ends) -> Vec<Bar> {
        let mut bars = Vec::new();
        for (month, value) in values.iter().take(self.columns.count()).enumerate() {
            if let Some(value) = shown(*value) {
                let (foot, top) = ends(month, value);
                bars.push(Bar {
                    month,
                    rect: self.column(month, slot, slots, foot, top),
                    negative: value < 0.0,
                });
            }
        }
        bars
    }

    /// The y of a value, at least a pixel off zero's unless it is zero or the frame ends there.
    fn off(&self, zero: i32, value: f64) -> i32 {
        let y = self.scale.at(value);
        let step = if value > 0.0 { -1 } else { i32::from(value < 0.0) };
        if y == zero { (y + step).clamp(self.frame.y, self.frame.bottom()) } else { y }
    }

    /// The box of a bar between two heights; three quarters of its month's column go to bars.
    fn column(&self, month: usize, slot: i32, slots: i32, y0: i32, y1: i32) -> Rect {
        let (left, right) = self.columns.band(month);
        let width = right - left;
        let (start, room) = (left + width / 8, width - width / 8 * 2);
        let x0 = (start + room * slot / slots.max(1)).min(self.frame.right() - 1);
        let x1 = (start + room * (slot + 1) / slots.max(1)).min(self.frame.right()).max(x0 + 1);
        Rect::between(x0, x1, y0, y1)
    }
}

/// Puts a value on its month's heap: positive ones up, negative ones down. Foot and top of the new piece.
pub(super) fn heap(both: &mut Vertex, value: f64) -> (f64, f64) {
    let end = if value < 0.0 { &mut both.1 } else { &mut both.0 };
    let foot = *end;
    *end = shown(Some(foot + value)).unwrap_or(foot);
    (foot, *end)
}

/// The floor under a month: zero where no floor is given.
fn over(floor: &[Option<f64>], month: usize) -> Option<f64> {
    if floor.is_empty() { Some(0.0) } else { shown(floor.get(month).copied().flatten()) }
}

/// The lower edge below a run of vertices.
fn base(run: &[Vertex], floor: &[Option<f64>]) -> Vec<Vertex> {
    match (floor.is_empty(), run.first(), run.last()) {
        (true, Some(first), Some(last)) => vec![(first.0, 0.0), (last.0, 0.0)],
        _ => run.iter().map(|v| (v.0, over(floor, v.0 as usize).unwrap_or(v.1))).collect(),
    }
}

/// The run with a vertex at every crossing of zero and, if only a part is wanted, flat at zero elsewhere.
fn cut(run: &[Vertex], part: Part) -> Vec<Vertex> {
    if part == Part::Whole {
        return run.to_vec();
    }
    let mut vertices: Vec<Vertex> = Vec::with_capacity(run.len() + 2);
    let mut before: Option<Vertex> = None;
    for &(month, value) in run {
        if let Some((from, last)) = before.filter(|b| b.1 * value < 0.0) {
            vertices.push((from + (month - from) * last / (last - value), 0.0));
        }
        vertices.push((month, if part == Part::Above { value.max(0.0) } else { value.min(0.0) }));
        before = Some((month, value));
    }
    vertices
}
