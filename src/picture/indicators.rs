//! Where every figure of a run-in stands beside its plan, all on one scale: what was counted, what is needed, each month.
//!
//! Right of the plan is better, left of it worse, whichever way the figure is good: each step is twice as good, or half. Shares above a
//! half stand by their failures, as they are judged.

use super::declaration::{Chart, Context, FONT, Finding, Form, Key, Table};
use super::mark::{self, Mark, Picture};
use crate::chart::{Anchor, Rect, TextPlace, ViewBox, text_width, within};
use crate::evidence::{Finding as Measured, PlanStudy, RunIn, Verdict, times_as_good};
use crate::judge::{Tone, indicators_finding, verdict_tone};
use crate::model::Model;
use crate::text::run_in::{measured_name, value_text, verdict_text};
use crate::text::{Show, Word};

/// Every figure that was counted, beside its plan.
pub static INDICATORS: Chart<Indicators> = Chart {
    id: "indicators",
    title: Word::BOARD_PICTURE,
    screens: &["facts"],
    paper: 880,
    input,
    finding,
    draw,
    keys,
    table,
};

/// The figures of all channels together that were counted.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicators {
    rows: Vec<Row>,
}

/// One figure.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    name: String,
    verdict: Option<Verdict>,
    /// The verdict in words; empty where there is none.
    said: String,
    /// How many times as good as planned, to the base of two: between what it really is, what is needed, each month.
    range: (f64, f64),
    needed: f64,
    months: Vec<f64>,
    /// Plan, fact, range and what is needed, as they are shown.
    values: [String; 5],
}

impl Indicators {
    /// What the facts say of a plan.
    pub fn new(show: &Show<'_>, plan: &Model, run: Option<&RunIn>) -> Self {
        let counted = |own: &&Measured| own.channel.is_none() && own.known > 0 && own.observed().is_some();
        let rows = run.into_iter().flat_map(|run| run.findings.iter().filter(counted));
        Self { rows: rows.map(|own| row(show, plan, own)).collect() }
    }
}

fn row(show: &Show<'_>, plan: &Model, own: &Measured) -> Row {
    let judged = &own.judgement;
    let at = |value| times_as_good(own.measured, judged.plan, value);
    let ends = [at(judged.interval.0), at(judged.interval.1)];
    let month = |month: &crate::evidence::MonthFinding| {
        Some(times_as_good(own.measured, month.plan, month.fact?)).filter(|place| !place.is_nan())
    };
    let shown = |value| value_text(show, own.measured, value);
    let (low, high) = own.range();
    Row {
        name: measured_name(show, plan, own),
        verdict: own.verdict(),
        said: own.verdict().map_or_else(String::new, |verdict| verdict_text(show, verdict)),
        range: (ends[0].min(ends[1]), ends[0].max(ends[1])),
        needed: at(judged.floor),
        months: own.months.iter().filter_map(month).collect(),
        values: [
            shown(own.planned()),
            own.observed().map_or_else(String::new, shown),
            shown(low),
            shown(high),
            shown(own.needed()),
        ],
    }
}

fn input(context: &Context<'_>) -> Indicators {
    let study = PlanStudy::evaluated(context.model.clone(), context.outcome.clone());
    Indicators::new(context.show, context.model, study.run())
}

fn finding(context: &Context<'_>, own: &Indicators) -> Finding {
    let verdicts: Vec<_> = own.rows.iter().map(|row| row.verdict).collect();
    context.finding(&indicators_finding(&verdicts))
}

/// Heights, in pixels.
const HEADER: i32 = 24;
const BAR: i32 = 14;
const DOT: i32 = 7;

/// Where things stand in a picture.
struct Layout {
    width: i32,
    /// The field of the scale.
    left: i32,
    right: i32,
    row: i32,
    /// From the top of a row to its bar.
    bar: i32,
    is_narrow: bool,
}

impl Layout {
    fn of(context: &Context<'_>) -> Self {
        let is_narrow = context.is_narrow();
        let (left, row, bar) = if is_narrow { (10, 52, 24) } else { (context.width * 36 / 100, 38, 10) };
        // On a wide picture the verdict stands behind the scale.
        let right = if is_narrow { context.width - 10 } else { context.width - 132 };
        Self { width: context.width, left, right, row, bar, is_narrow }
    }

    /// How far from the left edge something stands that is so good, to the base of two; what is beyond the scale stands at its end.
    fn x(&self, place: f64) -> i32 {
        let half = f64::from(self.right - self.left) / 2.0;
        let place = if place.is_nan() { 0.0 } else { within(place, -ENDS, ENDS) };
        self.left + (half * (1.0 + place / ENDS)).round() as i32
    }

    fn top(&self, row: usize) -> i32 {
        HEADER + self.row * i32::try_from(row).unwrap_or(0)
    }
}

/// The scale ends at four times and at a quarter.
const ENDS: f64 = 2.0;

fn draw(context: &Context<'_>, own: &Indicators) -> Picture {
    let layout = Layout::of(context);
    let height = layout.top(own.rows.len()) + 4;
    let mut marks = scale(context, &layout, own.rows.len(), height);
    for (at, row) in own.rows.iter().enumerate() {
        marks.extend(drawn_row(&layout, layout.top(at), row));
    }
    let view = ViewBox { width: layout.width, height };
    let zones = mark::rows_at(view, (0..own.rows.len()).map(|row| layout.top(row) + layout.bar));
    Picture { view, marks, zones }
}

/// The lines of the scale and what they mean.
fn scale(context: &Context<'_>, layout: &Layout, rows: usize, height: i32) -> Vec<Mark> {
    let line = |path: &mut String, place: f64| match layout.is_narrow {
        // Names stand over the bars: no line goes through them.
        true => (0..rows).map(|row| layout.top(row) + layout.bar).for_each(|bar| {
            mark::upright(path, layout.x(place), bar - 5, bar + BAR + 5);
        }),
        false => mark::upright(path, layout.x(place), HEADER - 6, height),
    };
    let (mut grid, mut plan) = (String::new(), String::new());
    [-1.0, 1.0].into_iter().for_each(|place| line(&mut grid, place));
    line(&mut plan, 0.0);
    let mut marks = vec![mark::path("grid", grid), mark::path("zero", plan)];
    let ticks = [(-1.0, Word::BOARD_PICTURE_HALF), (0.0, Word::BOARD_PLAN), (1.0, Word::BOARD_PICTURE_TWICE)];
    for (place, word) in ticks {
        let place = TextPlace { x: layout.x(place), y: HEADER - 10, anchor: Anchor::Middle };
        let class = if word == Word::BOARD_PLAN { "say" } else { "" };
        marks.extend(mark::text(class, Some(place), context.word(word)));
    }
    marks
}

fn drawn_row(layout: &Layout, top: i32, row: &Row) -> Vec<Mark> {
    let (low, high) = (layout.x(row.range.0), layout.x(row.range.1));
    let bar = Rect { x: low, y: top + layout.bar, width: (high - low).max(2), height: BAR };
    let class = match row.verdict.map(verdict_tone) {
        Some(Tone::Bad) => "bar pale bad",
        Some(Tone::Good) => "bar pale good",
        _ => "bar pale plan",
    };
    let mut marks = vec![mark::bar(class, None, bar)];
    if row.verdict.is_some() {
        let mut needed = String::new();
        mark::upright(&mut needed, layout.x(row.needed), bar.y - 4, bar.bottom() + 4);
        marks.push(mark::path("curve bad", needed));
    }
    let dot = |place: &f64| {
        let middle =
            Rect { x: layout.x(*place) - DOT / 2, y: bar.y + (BAR - DOT) / 2, width: DOT, height: DOT };
        Mark::Bar { class: "bar fact", fill: None, rect: middle, corner: DOT / 2 }
    };
    marks.extend(row.months.iter().map(dot));
    marks.extend(texts(layout, top, row));
    marks
}

/// The name of a figure and what is said of it.
fn texts(layout: &Layout, top: i32, row: &Row) -> Vec<Mark> {
    let place = |x, y, anchor| Some(TextPlace { x, y, anchor });
    let tone = |own: Verdict| match verdict_tone(own) {
        Tone::Unknown | Tone::Watch => "halo",
        _ => "say halo",
    };
    let class = row.verdict.map_or("halo", tone);
    let (name_y, name_room) = match layout.is_narrow {
        true => (top + 16, layout.width - 24 - text_width(&row.said, FONT) * 11 / 10),
        false => (top + layout.bar + 11, layout.left - 12),
    };
    let said = match layout.is_narrow {
        true => place(layout.width - 2, name_y, Anchor::End),
        false => place(layout.right + 10, name_y, Anchor::Start),
    };
    let name =
        mark::text("say halo", place(2, name_y, Anchor::Start), super::lanes::fitted(&row.name, name_room));
    let said = mark::text(class, said.filter(|_| !row.said.is_empty()), row.said.clone());
    name.into_iter().chain(said).collect()
}

fn keys(context: &Context<'_>, own: &Indicators) -> Vec<Key> {
    if own.rows.is_empty() {
        return Vec::new();
    }
    vec![
        context.key(Form::Box, "bar pale plan", Word::BOARD_PICTURE_RANGE),
        context.key(Form::Line, "curve bad", Word::BOARD_PICTURE_NEEDED),
        context.key(Form::Box, "bar fact", Word::BOARD_PICTURE_MONTH),
    ]
}

fn table(context: &Context<'_>, own: &Indicators) -> Table {
    let heads = [
        Word::BOARD_FIGURE,
        Word::BOARD_PLAN,
        Word::BOARD_FACT,
        Word::BOARD_PICTURE_LOW,
        Word::BOARD_PICTURE_HIGH,
        Word::BOARD_PICTURE_NEEDED,
        Word::BOARD_VERDICT,
    ];
    let row = |row: &Row| {
        let said = if row.said.is_empty() { "—".to_owned() } else { row.said.clone() };
        std::iter::once(row.name.clone()).chain(row.values.iter().cloned()).chain([said]).collect()
    };
    Table { head: heads.map(|word| context.word(word)).into(), rows: own.rows.iter().map(row).collect() }
}
