//! The funnel: a centred bar for every stage, as wide as its count, and what passes from one stage to the next.

use core::fmt::Write as _;

use super::geometry::{Anchor, Rect, TextPlace, ViewBox};
use super::lettering::{ascent, centred, font_size, text_width};
use super::scale::shown;

/// Free space between a text and what stands beside it, in pixels.
const GAP: i32 = 10;
/// Least width of a bar whose count is not nothing.
const LEAST: i32 = 2;
/// Largest conversion told, in thousandths: a million times.
const MOST: f64 = 1e9;

/// A funnel, as asked for.
#[derive(Clone, Debug)]
pub struct Funnel<'a> {
    /// Width of the picture; its height follows from the number of stages.
    pub width: i32,
    /// Size of the type, in pixels.
    pub font: i32,
    /// Height of a bar.
    pub bar: i32,
    /// Room between bars, where the conversion stands.
    pub gap: i32,
    /// Stages from first to last.
    pub stages: &'a [FunnelStage<'a>],
    /// The count that is as wide as it may be; none for the largest of these. Of two funnels to be compared, that of both.
    pub largest: Option<f64>,
}

/// One stage.
#[derive(Clone, Copy, Debug)]
pub struct FunnelStage<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its count as text.
    pub text: &'a str,
    /// Its count; below zero counts as none.
    pub count: Option<f64>,
}

/// The funnel laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FunnelPlot {
    /// Size of the picture.
    pub view: ViewBox,
    /// Whether names and counts stand over the bars (narrow pictures) and not beside them.
    pub over: bool,
    /// A row for every stage.
    pub rows: Vec<FunnelRow>,
    /// What lies between each stage and the next.
    pub links: Vec<FunnelLink>,
}

/// One stage laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FunnelRow {
    /// Its bar; zero wide for a count of zero, none for an unknown one.
    pub bar: Option<Rect>,
    /// TextPlace of the name, at the left edge.
    pub name: TextPlace,
    /// TextPlace of the count, at the right edge.
    pub text: TextPlace,
}

/// The way from one stage to the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FunnelLink {
    /// SVG path of the trapezoid between the bars; empty if one of them is missing.
    pub path: String,
    /// TextPlace of the conversion.
    pub label: TextPlace,
    /// Conversion in thousandths, rounded; none if unknown or from nothing. May be over 1000.
    pub permille: Option<i64>,
}

impl Default for Funnel<'_> {
    fn default() -> Self {
        Funnel { width: 640, font: 14, bar: 28, gap: 26, stages: &[], largest: None }
    }
}

/// What all rows have in common.
struct Layout {
    font: i32,
    bar: i32,
    gap: i32,
    header: i32,
    left: i32,
    right: i32,
    width: i32,
}

impl Funnel<'_> {
    /// Lays the picture out.
    pub fn draw(&self) -> FunnelPlot {
        let layout = self.layout();
        let own = self.stages.iter().filter_map(amount).fold(0.0, f64::max);
        let largest = shown(self.largest).map_or(own, |largest| largest.max(own));
        let row = |(i, stage): (usize, &FunnelStage)| layout.row(i as i32, amount(stage), largest);
        let rows: Vec<_> = self.stages.iter().enumerate().map(row).collect();
        let counts: Vec<_> = self.stages.iter().map(amount).collect();
        let links = rows.windows(2).zip(counts.windows(2)).enumerate();
        let links = links.map(|(i, (rows, counts))| layout.link(i as i32, rows, counts)).collect();
        let height = (layout.top(rows.len() as i32) - layout.header - layout.gap).max(1);
        FunnelPlot { view: ViewBox { width: layout.width, height }, over: layout.header > 0, rows, links }
    }

    /// Names left and counts right of the bars if that leaves half of the width to the bars; otherwise over them.
    fn layout(&self) -> Layout {
        let width = ViewBox { width: self.width, height: 1 }.sane().width;
        let font = font_size(self.font);
        let names = self.stages.iter().map(|stage| text_width(stage.name, font)).max().unwrap_or(0);
        let texts = self.stages.iter().map(|stage| text_width(stage.text, font)).max().unwrap_or(0);
        let beside = names + texts + 2 * GAP <= width / 2;
        let (left, right) = if beside { (names + GAP, width - texts - GAP) } else { (0, width) };
        let header = if beside { 0 } else { header(font) };
        Layout { font, bar: self.bar.clamp(1, 200), gap: self.gap.clamp(0, 200), header, left, right, width }
    }
}

impl Layout {
    /// Top of a row's bar.
    fn top(&self, row: i32) -> i32 {
        self.header + row.saturating_mul(self.header + self.bar + self.gap)
    }

    /// Bar and texts of one stage.
    fn row(&self, row: i32, count: Option<f64>, largest: f64) -> FunnelRow {
        let top = self.top(row);
        let room = self.right - self.left;
        let bar = count.map(|count| {
            let width = breadth(count, largest, room);
            Rect { x: self.left + (room - width) / 2, y: top, width, height: self.bar }
        });
        let y =
            if self.header > 0 { top - self.font * 2 / 5 } else { centred(top + self.bar / 2, self.font) };
        FunnelRow {
            bar,
            name: TextPlace { x: 0, y, anchor: Anchor::Start },
            text: TextPlace { x: self.width, y, anchor: Anchor::End },
        }
    }

    /// Trapezoid and conversion between two stages.
    fn link(&self, row: i32, rows: &[FunnelRow], counts: &[Option<f64>]) -> FunnelLink {
        let y = self.top(row) + self.bar + (self.gap - self.font) / 2 + ascent(self.font);
        let label = TextPlace { x: (self.left + self.right) / 2, y, anchor: Anchor::Middle };
        let bars = rows.iter().filter_map(|row| row.bar).collect::<Vec<_>>();
        let known = counts.iter().copied().collect::<Option<Vec<_>>>();
        let path = trapezoid(&bars, self.header);
        FunnelLink { path, label, permille: known.and_then(|counts| conversion(&counts)) }
    }
}

impl FunnelPlot {
    /// Where the text between a row and the next goes: within the slope between their bars, or beside it where it is
    /// too narrow.
    pub fn label(&self, link: usize, text: &str, font: i32) -> Option<TextPlace> {
        let place = self.links.get(link)?.label;
        let bars = [link, link + 1].map(|row| self.rows.get(row).and_then(|row| row.bar));
        let [Some(above), Some(below)] = bars else { return Some(place) };
        let font = font_size(font);
        let header = if self.over { header(font) } else { 0 };
        let (top, slope) = (above.bottom(), (below.y - header - above.bottom()).max(1));
        let half =
            |y: i32| (above.width + (below.width - above.width) * (y - top).clamp(0, slope) / slope) / 2;
        let ends = [place.y - ascent(font), place.y - ascent(font) + font].map(half);
        let [narrow, wide] = [ends[0].min(ends[1]), ends[0].max(ends[1])];
        let width = text_width(text, font);
        let beside = place.x + wide + GAP;
        let is_beside = width / 2 + GAP / 2 > narrow && beside + width <= self.view.width;
        Some(if is_beside { TextPlace { x: beside, anchor: Anchor::Start, ..place } } else { place })
    }
}

/// Height of the line over a bar in which its texts stand where there is no room beside it.
fn header(font: i32) -> i32 {
    font * 3 / 2
}

/// The count of a stage, if known.
fn amount(stage: &FunnelStage) -> Option<f64> {
    shown(stage.count).map(|count| count.max(0.0))
}

/// Width of a bar.
fn breadth(count: f64, largest: f64, room: i32) -> i32 {
    if count <= 0.0 || largest <= 0.0 {
        return 0;
    }
    let width = (count / largest * f64::from(room)).round_ties_even() as i32;
    width.max(LEAST).min(room)
}

/// The path from the bottom of one bar to the top of the next, or to the line of texts over it.
fn trapezoid(bars: &[Rect], header: i32) -> String {
    let mut path = String::new();
    if let [a, b] = bars {
        // Writing into a String cannot fail.
        let _ = write!(path, "M{} {}H{}L{} {}H{}Z", a.x, a.bottom(), a.right(), b.right(), b.y - header, b.x);
    }
    path
}

/// The share of the first count that the second is, in thousandths.
fn conversion(counts: &[f64]) -> Option<i64> {
    match counts {
        [before, after] if *before > 0.0 => {
            Some((after / before * 1000.0).min(MOST).round_ties_even() as i64)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Funnel, FunnelStage};

    fn stage(count: f64) -> FunnelStage<'static> {
        FunnelStage { name: "Заявки", text: "1 000", count: Some(count) }
    }

    #[test]
    fn widths_follow_counts() {
        let stages = [1000.0, 250.0, 1.0, 0.0, 500.0].map(stage);
        let plot = Funnel { width: 600, stages: &stages, ..Funnel::default() }.draw();
        let widths: Vec<_> = plot.rows.iter().filter_map(|row| row.bar).map(|bar| bar.width).collect();
        let full = widths[0];
        assert!(!plot.over && full >= 300);
        assert_eq!(widths[1..], [(full as f64 / 4.0).round_ties_even() as i32, 2, 0, full / 2]);
        let conversions: Vec<_> = plot.links.iter().map(|link| link.permille).collect();
        assert_eq!(conversions, [Some(250), Some(4), Some(0), None]);
    }

    #[test]
    fn narrow_pictures_put_names_over_bars() {
        let stages = [FunnelStage { name: "Квалифицированные обращения", ..stage(10.0) }, stage(20.0)];
        let plot = Funnel { width: 320, stages: &stages, ..Funnel::default() }.draw();
        assert!(plot.over);
        assert_eq!(plot.rows[1].bar.map(|bar| (bar.x, bar.width)), Some((0, 320)));
        assert_eq!(plot.links[0].permille, Some(2000));
    }

    #[test]
    fn unknown_counts_leave_a_gap() {
        let stages = [stage(f64::NAN), stage(-5.0)];
        let plot = Funnel { stages: &stages, ..Funnel::default() }.draw();
        assert_eq!(plot.rows[0].bar, None);
        assert_eq!(plot.links[0].path, "");
        assert_eq!(plot.links[0].permille, None);
        assert_eq!(Funnel::default().draw().view.height, 1);
    }
}
