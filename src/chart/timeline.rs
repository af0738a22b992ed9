//! The road map: a row for every channel, from its first month to its last, with how hard it works in each.

use super::geometry::{Anchor, Margin, Rect, TextPlace, ViewBox};
use super::lettering::{centred, font_size, text_width};
use super::months::{Columns, MonthTick, YearSpan};
use super::scale::{shown, within};
use super::series::{Moment, Rule};

/// Free space between a bar's edge and its text, in pixels.
const GAP: i32 = 6;
/// How many strengths a month can have besides nothing.
const STRENGTHS: f64 = 4.0;

/// A road map, as asked for.
#[derive(Clone, Debug)]
pub struct Timeline<'a> {
    /// Width of the picture; its height follows from the number of lanes.
    pub width: i32,
    /// Room left of the months.
    pub left: i32,
    /// Room right of the months.
    pub right: i32,
    /// Size of the type, in pixels.
    pub font: i32,
    /// Height of a bar.
    pub bar: i32,
    /// Room between bars.
    pub gap: i32,
    /// Room over the first bar, for years, months and the labels of moments.
    pub header: i32,
    /// How many months to show.
    pub months: usize,
    /// Number of the first month, as in [`Columns::ticks`].
    pub first: i32,
    /// Width of the widest month label, in pixels.
    pub month_label: i32,
    /// Rows from top to bottom.
    pub lanes: &'a [Lane<'a>],
    /// Vertical lines: today, the break-even.
    pub moments: &'a [Moment<'a>],
}

/// One row.
#[derive(Clone, Copy, Debug)]
pub struct Lane<'a> {
    /// Its name.
    pub name: &'a str,
    /// First month, from 0; may lie before or beyond the picture.
    pub from: i32,
    /// Last month, inclusive; none goes on for ever.
    pub to: Option<i32>,
    /// How hard it works in each month of the picture, 0..=1; missing months count as full.
    pub strength: &'a [f64],
}

/// The road map laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelinePlot {
    /// Size of the picture.
    pub view: ViewBox,
    /// Where the bars are.
    pub frame: Rect,
    /// Labels of months.
    pub ticks: Vec<MonthTick>,
    /// Calendar years; of use where `first` is a calendar month.
    pub years: Vec<YearSpan>,
    /// Rows in the order they were asked for.
    pub rows: Vec<LaneRow>,
    /// Vertical lines; none outside the months shown. Their labels stand at the top of the picture.
    pub moments: Vec<Option<Rule>>,
}

/// One row laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaneRow {
    /// The whole row from edge to edge, for a background.
    pub row: Rect,
    /// The whole bar; none if it has no month in the picture.
    pub bar: Option<Rect>,
    /// The bar cut into stretches of the same strength.
    pub segments: Vec<Segment>,
    /// Whether it began before the picture.
    pub earlier: bool,
    /// Whether it goes on after the picture.
    pub later: bool,
    /// TextPlace of the name.
    pub name: TextPlace,
    /// Where that is.
    pub stands: Where,
}

/// A stretch of months of one strength.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Where it is drawn.
    pub rect: Rect,
    /// From 0 (nothing) to 4 (full).
    pub strength: u8,
}

/// Where a row's name stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Where {
    /// Inside its bar.
    Inside,
    /// Right of it.
    Right,
    /// Left of it.
    Left,
    /// There is room for it nowhere: it starts at the left edge and runs over whatever is there.
    Over,
}

impl Default for Timeline<'_> {
    fn default() -> Self {
        Timeline {
            width: 640,
            left: 0,
            right: 0,
            font: 13,
            bar: 24,
            gap: 8,
            header: 40,
            months: 0,
            first: 1,
            month_label: 24,
            lanes: &[],
            moments: &[],
        }
    }
}

impl Timeline<'_> {
    /// Lays the picture out.
    pub fn draw(&self) -> TimelinePlot {
        let (bar, gap, header) = (self.bar.clamp(1, 200), self.gap.clamp(0, 200), self.header.clamp(0, 400));
        let font = font_size(self.font);
        let pitch = bar + gap;
        let height = header + pitch.saturating_mul(self.lanes.len() as i32);
        let view = ViewBox { width: self.width, height: height.max(1) };
        let view = ViewBox { height: view.height, ..view.sane() };
        let margin = Margin { top: 0, right: self.right, bottom: 0, left: self.left };
        let frame = Rect {
            y: header.min(view.height),
            height: view.height - header.min(view.height),
            ..view.frame(margin)
        };
        let columns = Columns::banded(self.months, frame.x, frame.right());
        let sketch = Sketch { columns, view, font, bar };
        let row = |(i, lane): (usize, &Lane)| sketch.row(lane, header + pitch * i as i32 + gap / 2, gap);
        TimelinePlot {
            view,
            frame,
            ticks: columns.ticks(self.first, self.month_label, view.width),
            years: columns.years(self.first),
            rows: self.lanes.iter().enumerate().map(row).collect(),
            moments: self.moments.iter().map(|moment| sketch.moment(moment)).collect(),
        }
    }
}

/// What all rows have in common.
struct Sketch {
    columns: Columns,
    view: ViewBox,
    font: i32,
    bar: i32,
}

impl Sketch {
    /// One lane as a row whose bar has its top at `y`.
    fn row(&self, lane: &Lane, y: i32, gap: i32) -> LaneRow {
        let last = self.columns.count() as i32 - 1;
        let (from, to) = (lane.from.max(0), lane.to.unwrap_or(i32::MAX).min(last));
        let months = if from <= to { from as usize..to as usize + 1 } else { 0..0 };
        let segments = self.segments(lane, months, y);
        let ends = segments.first().zip(segments.last());
        let bar = ends.map(|(a, b)| Rect::between(a.rect.x, b.rect.right(), y, y + self.bar));
        let (name, stands) = self.name(lane.name, bar, y);
        LaneRow {
            row: Rect { x: 0, y: y - gap / 2, width: self.view.width, height: self.bar + gap },
            earlier: bar.is_some() && lane.from < 0,
            later: bar.is_some() && lane.to.is_none_or(|to| to > last),
            bar,
            segments,
            name,
            stands,
        }
    }

    /// The months of a bar, neighbours of the same strength joined.
    fn segments(&self, lane: &Lane, months: core::ops::Range<usize>, y: i32) -> Vec<Segment> {
        let mut segments: Vec<Segment> = Vec::new();
        for month in months {
            let strength = strength(lane.strength.get(month).copied());
            let (left, right) = self.columns.band(month);
            match segments.last_mut().filter(|last| last.strength == strength) {
                Some(last) => last.rect.width = right - last.rect.x,
                None => {
                    segments.push(Segment { rect: Rect::between(left, right, y, y + self.bar), strength })
                }
            }
        }
        segments
    }

    /// Inside the bar, else right of it, else left, else over it.
    fn name(&self, name: &str, bar: Option<Rect>, y: i32) -> (TextPlace, Where) {
        let y = centred(y + self.bar / 2, self.font);
        let width = text_width(name, self.font) + GAP;
        let place = |x, anchor| TextPlace { x, y, anchor };
        match bar {
            Some(bar) if bar.width >= width + GAP => (place(bar.x + GAP, Anchor::Start), Where::Inside),
            Some(bar) if bar.right() + width <= self.view.width => {
                (place(bar.right() + GAP, Anchor::Start), Where::Right)
            }
            Some(bar) if bar.x >= width => (place(bar.x - GAP, Anchor::End), Where::Left),
            _ => (place(GAP.min(self.view.width), Anchor::Start), Where::Over),
        }
    }

    /// A vertical line with its label in the top line of the picture, on the side where there is room.
    fn moment(&self, moment: &Moment) -> Option<Rule> {
        let at = self.columns.at(moment.month)?;
        let width = text_width(moment.label, self.font) + GAP;
        let y = self.font;
        let right =
            (at + width <= self.view.width).then_some(TextPlace { x: at + GAP, y, anchor: Anchor::Start });
        let left = (at >= width).then_some(TextPlace { x: at - GAP, y, anchor: Anchor::End });
        Some(Rule { at, label: right.or(left).filter(|_| !moment.label.is_empty()) })
    }
}

/// The class of a strength: 0 for nothing, 1..=4 for each begun quarter.
fn strength(value: Option<f64>) -> u8 {
    let value = value.map_or(1.0, |value| shown(Some(value)).unwrap_or(0.0));
    (within(value, 0.0, 1.0) * STRENGTHS).ceil() as u8
}

#[cfg(test)]
mod tests {
    use super::{Lane, Segment, Timeline, Where};

    const LANE: Lane = Lane { name: "Сайт", from: 0, to: None, strength: &[] };

    fn rows(lanes: &[Lane]) -> Vec<super::LaneRow> {
        Timeline { width: 240, months: 24, lanes, ..Timeline::default() }.draw().rows
    }

    #[test]
    fn bars_are_clipped_to_the_picture() {
        let all = rows(&[LANE, Lane { from: -5, to: Some(5), ..LANE }, Lane { from: 30, ..LANE }]);
        assert_eq!(all[0].bar.map(|bar| (bar.x, bar.width)), Some((0, 240)));
        assert!(all[0].later && !all[0].earlier);
        assert_eq!(all[1].bar.map(|bar| (bar.x, bar.width)), Some((0, 60)));
        assert!(all[1].earlier && !all[1].later);
        assert_eq!(all[2].bar, None);
    }

    #[test]
    fn strength_cuts_the_bar() {
        let row = &rows(&[Lane { to: Some(5), strength: &[0.0, 0.0, 0.1, 1.0, f64::NAN], ..LANE }])[0];
        let told: Vec<_> =
            row.segments.iter().map(|Segment { rect, strength }| (rect.width, *strength)).collect();
        assert_eq!(told, [(20, 0), (10, 1), (10, 4), (10, 0), (10, 4)]);
    }

    #[test]
    fn names_go_where_there_is_room() {
        let start = Lane { to: Some(1), ..LANE };
        let end = Lane { from: 22, ..LANE };
        let long = Lane {
            name: "Очень длинное название канала продвижения", ..LANE
        };
        let stands: Vec<_> = rows(&[LANE, start, end, long]).iter().map(|row| row.stands).collect();
        assert_eq!(stands, [Where::Inside, Where::Right, Where::Left, Where::Over]);
    }

    #[test]
    fn months_out_of_order_or_out_of_reach() {
        let odd = [(9, Some(3)), (i32::MIN, Some(i32::MIN)), (i32::MAX, None), (i32::MIN, Some(i32::MAX))];
        let bars: Vec<_> = odd.map(|(from, to)| rows(&[Lane { from, to, ..LANE }])[0].bar.is_some()).to_vec();
        assert_eq!(bars, [false, false, false, true]);
    }
}
