//! From a [`MonthChart`] to its [`MonthPlot`]: the axes first, then the series, then the labels where there is room for them.

use super::geometry::{Anchor, Margin, Point, Rect, Side, TextPlace, ViewBox};
use super::labels::{Labels, spread};
use super::lettering::{centred, font_size, text_width};
use super::months::Columns;
use super::paths::{Ground, Part, heap};
use super::scale::{Axis, Extent, Scale, Tick, shown};
use super::series::{
    Annotation, Bars, DrawnAnnotation, DrawnSeries, Level, Moment, MonthChart, MonthPlot, Rule, Series, Shape,
};

/// Height of the value axis per tick, in pixels.
const TICK_ROOM: i32 = 44;
/// Distance from the frame to the labels at the ends of lines, and from a reference line to its label.
const LABEL_GAP: i32 = 6;
/// Distance between points that stand for a reference line when labels look for a free place.
const GRAIN: i32 = 12;
/// The same along a line of data: no label is so low that it fits between two of its points.
const FINE: i32 = 6;

impl MonthChart<'_> {
    /// The value axis' ticks, to measure their labels and choose the left margin before drawing: they do not depend on it.
    pub fn ticks(&self) -> Vec<Tick> {
        self.axis(self.view.frame(self.margin)).ticks
    }

    /// Lays the picture out.
    pub fn draw(&self) -> MonthPlot {
        let view = self.view.sane();
        let ends = self.end_width(view);
        let right = self.margin.right.max(ends.map_or(0, |width| width + LABEL_GAP));
        let frame = view.frame(Margin { right, ..self.margin });
        let axis = self.axis(frame);
        let columns = self.columns(frame);
        let mut labels = self.labels(view, frame);
        let mut series = self.shapes(&Ground { frame, columns: &columns, scale: axis.scale });
        if ends.is_some() {
            self.label_ends(&mut series, &mut labels, frame, axis.scale);
        }
        self.obstruct(&mut labels, &columns, &axis.scale);
        let annotations =
            self.annotations.iter().map(|own| annotation(own, &columns, &axis.scale, &mut labels)).collect();
        let moments =
            self.moments.iter().map(|moment| upright(moment, &columns, frame, &mut labels)).collect();
        let levels =
            self.levels.iter().map(|level| level_rule(level, &axis.scale, frame, &mut labels)).collect();
        MonthPlot {
            view,
            frame,
            x_ticks: columns.ticks(self.first, self.month_label, view.width),
            zero: axis.ticks.iter().find(|tick| tick.mantissa == 0).map(|tick| tick.at),
            y_ticks: axis.ticks,
            series,
            annotations,
            levels,
            moments,
            columns,
            scale: axis.scale,
        }
    }

    /// Room for labels at the ends of lines; none without labels, or where they would take over a third of the picture.
    fn end_width(&self, view: ViewBox) -> Option<i32> {
        let labels =
            self.series.iter().filter(|series| series.shape == Shape::Line && !series.label.is_empty());
        let widest = labels.map(|series| text_width(series.label, self.font)).max()?;
        (widest + LABEL_GAP <= view.width / 3).then_some(widest)
    }

    /// The value axis over everything that is to be seen.
    fn axis(&self, frame: Rect) -> Axis {
        let mut extent = Extent::EMPTY;
        let mut stack = vec![(0.0, 0.0); if self.bars == Bars::Stacked { self.months_shown() } else { 0 }];
        for series in self.series {
            self.take_in(series, &mut extent, &mut stack);
        }
        let points =
            self.annotations.iter().map(|mark| mark.value).chain(self.levels.iter().map(|level| level.value));
        points.for_each(|value| extent.add(value));
        if self.zero || self.series.iter().any(|series| series.shape != Shape::Line) {
            extent.add(Some(0.0));
        }
        extent.axis(frame.bottom(), frame.y, (frame.height / TICK_ROOM).clamp(2, 8), self.whole)
    }

    /// Widens the range by one series.
    fn take_in(&self, series: &Series, extent: &mut Extent, stack: &mut [(f64, f64)]) {
        let values = series.values.iter().take(self.months_shown());
        for (month, value) in values.enumerate() {
            match stack.get_mut(month).filter(|_| series.shape == Shape::Bar) {
                Some(both) => extent.add(shown(*value).map(|value| heap(both, value).1)),
                None => extent.add(*value),
            }
        }
        series.floor.iter().take(self.months_shown()).for_each(|value| extent.add(*value));
    }

    fn months_shown(&self) -> usize {
        Columns::banded(self.months, 0, 1).count()
    }

    /// Columns where there are bars, otherwise points from edge to edge.
    fn columns(&self, frame: Rect) -> Columns {
        let banded = self.series.iter().any(|series| series.shape == Shape::Bar);
        let make = if banded { Columns::banded } else { Columns::pointed };
        make(self.months, frame.x, frame.right())
    }

    /// Every series as paths and bars.
    fn shapes(&self, ground: &Ground) -> Vec<DrawnSeries> {
        let slots = self.series.iter().filter(|series| series.shape == Shape::Bar).count() as i32;
        let mut stack = vec![(0.0, 0.0); ground.columns.count()];
        let mut slot = 0;
        let draw = |series: &Series| {
            let mut drawn = DrawnSeries { path: String::new(), bars: Vec::new(), end: None };
            match series.shape {
                Shape::Line => drawn.path = ground.line(series.values),
                Shape::Area => drawn.path = ground.area(series.values, series.floor, Part::Whole),
                Shape::AreaAbove => drawn.path = ground.area(series.values, &[], Part::Above),
                Shape::AreaBelow => drawn.path = ground.area(series.values, &[], Part::Below),
                Shape::Bar if self.bars == Bars::Stacked => {
                    drawn.bars = ground.stacked(series.values, &mut stack)
                }
                Shape::Bar => {
                    drawn.bars = ground.grouped(series.values, slot, slots);
                    slot += 1;
                }
            }
            drawn
        };
        self.series.iter().map(draw).collect()
    }

    /// Labels right of the frame, each at the height where its line ends, moved apart where they would touch.
    fn label_ends(&self, drawn: &mut [DrawnSeries], labels: &mut Labels, frame: Rect, scale: Scale) {
        let last = |s: &Series| s.values.iter().take(self.months_shown()).rev().find_map(|v| shown(*v));
        let labelled = |(i, s): (usize, &Series)| {
            let wanted = s.shape == Shape::Line && !s.label.is_empty();
            last(s).filter(|_| wanted).map(|value| (i, scale.at(value)))
        };
        let (indices, heights): (Vec<_>, Vec<_>) =
            self.series.iter().enumerate().filter_map(labelled).unzip();
        let half = labels.font / 2 + 1;
        let heights =
            spread(&heights, labels.font * 6 / 5, half, labels.bounds.bottom() - half).unwrap_or_default();
        for (index, y) in indices.into_iter().zip(heights) {
            let place =
                TextPlace { x: frame.right() + LABEL_GAP, y: centred(y, labels.font), anchor: Anchor::Start };
            if let (Some(drawn), Some(series)) = (drawn.get_mut(index), self.series.get(index)) {
                let space = place.space(series.label, labels.font);
                drawn.end = labels.bounds.holds(space).then_some(place);
                labels.taken.extend(drawn.end.map(|_| space));
            }
        }
    }

    /// Labels keep off the axes' own: right of the value axis, above the months.
    fn labels(&self, view: ViewBox, frame: Rect) -> Labels {
        let bounds = Rect { x: frame.x, y: 0, width: view.width - frame.x, height: frame.bottom() };
        Labels { bounds, font: font_size(self.font), taken: Vec::new(), lines: Vec::new() }
    }

    /// Tells the labels where lines run, at short distances.
    fn obstruct(&self, labels: &mut Labels, columns: &Columns, scale: &Scale) {
        for series in self.series.iter().filter(|series| series.shape == Shape::Line) {
            let ys: Vec<_> =
                series.values.iter().take(columns.count()).map(|v| shown(*v).map(|v| scale.at(v))).collect();
            for (month, pair) in ys.windows(2).enumerate() {
                if let [Some(a), Some(b)] = pair {
                    let [from, to] = [month, month + 1].map(|month| columns.x(month as f64));
                    let steps = ((to - from).abs().max((b - a).abs()) / FINE).max(2);
                    let along =
                        |step| Point { x: from + (to - from) * step / steps, y: a + (b - a) * step / steps };
                    labels.lines.extend((0..=steps).map(along));
                }
            }
        }
        let (left, right) = columns.edges();
        for y in self.levels.iter().filter_map(|level| shown(level.value)).map(|value| scale.at(value)) {
            labels.lines.extend((left..right).step_by(GRAIN as usize).map(|x| Point { x, y }));
        }
        for x in self.moments.iter().filter_map(|moment| columns.at(moment.month)) {
            labels.lines.extend((0..labels.bounds.bottom()).step_by(GRAIN as usize).map(|y| Point { x, y }));
        }
    }
}

/// A mark and the place of its label.
fn annotation(
    mark: &Annotation,
    columns: &Columns,
    scale: &Scale,
    labels: &mut Labels,
) -> Option<DrawnAnnotation> {
    let at = Point { x: columns.at(mark.month)?, y: scale.at(shown(mark.value)?) };
    Some(DrawnAnnotation { at, label: labels.beside(at, mark.label, mark.side) })
}

/// A horizontal line, its label at its right end or else at its left.
fn level_rule(level: &Level, scale: &Scale, frame: Rect, labels: &mut Labels) -> Option<Rule> {
    let at = scale.at(shown(level.value)?);
    let ends = [(Anchor::End, frame.right()), (Anchor::Start, frame.x + LABEL_GAP)];
    Some(Rule { at, label: labels.place(level.label, &ends, at, Side::Above) })
}

/// A vertical line, its label beside its top.
fn upright(moment: &Moment, columns: &Columns, frame: Rect, labels: &mut Labels) -> Option<Rule> {
    let at = columns.at(moment.month)?;
    let sides = [(Anchor::Start, at + LABEL_GAP), (Anchor::End, at - LABEL_GAP)];
    Some(Rule { at, label: labels.place(moment.label, &sides, frame.y, Side::Below) })
}
