//! Rows over the months of the plan: what the road map and the load of people have in common.

use super::axes::{calendar_label, calendar_month, first_month};
use super::declaration::{Context, FONT};
use super::mark::{self, Picture, Zone};
use crate::chart::{Anchor, Lane, LaneRow, Moment, TextPlace, Timeline, TimelinePlot, text_width};

/// The texts of one row.
#[derive(Clone)]
pub struct Texts {
    /// Its name.
    pub name: String,
    /// What stands under the name.
    pub under: String,
    /// What stands in its bar.
    pub inside: String,
}

/// Rows laid out for the context.
pub fn laid_out(
    context: &Context<'_>,
    texts: &[Texts],
    lanes: &[Lane<'_>],
    moments: &[Moment<'_>],
) -> TimelinePlot {
    let (bar, gap) = if context.is_narrow() { (22, 34) } else { (26, 22) };
    Timeline {
        width: context.width,
        left: names_width(context, texts),
        right: 2,
        font: FONT,
        bar,
        gap,
        header: if moments.is_empty() { 24 } else { 40 },
        months: context.months() as usize,
        first: first_month(context),
        month_label: calendar_label(context),
        lanes,
        moments,
    }
    .draw()
}

/// A picture that begins with its months and the names of its rows.
pub fn picture(context: &Context<'_>, plot: &TimelinePlot, texts: &[Texts]) -> Picture {
    let zone = |(row, own): (usize, &LaneRow)| Zone { row, rect: own.row };
    let zones = plot.rows.iter().enumerate().map(zone).collect();
    let mut picture = Picture { view: plot.view, marks: Vec::new(), zones };
    grid(context, plot, &mut picture);
    for (row, texts) in plot.rows.iter().zip(texts) {
        heading(context, plot, row, texts, &mut picture);
    }
    picture
}

/// A line at the beginning of every labelled month, a stronger one at a year's.
fn grid(context: &Context<'_>, plot: &TimelinePlot, picture: &mut Picture) {
    let half = plot.frame.width / month(context.months()).max(1) / 2;
    let (mut years, mut months) = (String::new(), String::new());
    let top = plot.frame.y - 18;
    for tick in &plot.ticks {
        let lines = if tick.number % 12 == 0 { &mut years } else { &mut months };
        mark::upright(lines, tick.at - half, top + 14, plot.view.height);
    }
    picture.marks.extend([mark::path("grid", months), mark::path("zero", years)]);
    for tick in &plot.ticks {
        let class = if tick.number % 12 == 0 { "say" } else { "" };
        let place = TextPlace { x: tick.label, y: plot.frame.y - 8, anchor: Anchor::Middle };
        picture.marks.extend(mark::text(class, Some(place), calendar_month(context, tick.number)));
    }
}

/// Name and what stands under it: left of the months or, where it is narrow, over the bar.
fn heading(context: &Context<'_>, plot: &TimelinePlot, row: &LaneRow, texts: &Texts, picture: &mut Picture) {
    let top = row.row.y + if context.is_narrow() { 17 } else { 11 };
    let place = |y| Some(TextPlace { x: if context.is_narrow() { 2 } else { 0 }, y, anchor: Anchor::Start });
    if context.is_narrow() {
        let all = [&texts.name, " · ", &texts.under].concat();
        let all = fitted(&all, context.width - 4);
        picture.marks.extend(mark::text("say halo", place(top - 4), all));
    } else {
        let room = plot.frame.x - 10;
        picture.marks.extend(mark::text("say", place(top + 12), fitted(&texts.name, room)));
        picture.marks.extend(mark::text("", place(top + 27), fitted(&texts.under, room)));
    }
}

/// Room for the names, if there is room beside the months.
fn names_width(context: &Context<'_>, texts: &[Texts]) -> i32 {
    if context.is_narrow() {
        return 2;
    }
    let width = |texts: &Texts| text_width(&texts.name, FONT).max(text_width(&texts.under, FONT));
    // Names are set bolder than the estimate takes them to be.
    let widest = texts.iter().map(width).max().unwrap_or(0) * 11 / 10 + 14;
    widest.min(context.width * 3 / 10)
}

/// The text, cut with an ellipsis where it does not fit.
pub fn fitted(text: &str, room: i32) -> String {
    let fits = |text: &str| text_width(text, FONT) * 11 / 10 <= room;
    let mut kept = text.to_owned();
    while !fits(&kept) {
        let cut = kept.trim_end_matches('…').char_indices().next_back().map_or(0, |(at, _)| at);
        kept.truncate(cut);
        if kept.is_empty() {
            break;
        }
        kept.push('…');
    }
    kept
}

/// A month as pictures count it.
pub fn month(month: u32) -> i32 {
    i32::try_from(month).unwrap_or(i32::MAX)
}
