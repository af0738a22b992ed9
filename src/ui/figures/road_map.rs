//! The channels on their timeline: when each works, how far it has come, how much goes into it.

use super::axes::{calendar_month, first_month};
use super::ink;
use super::legend::{Form, Key};
use super::subject::{FONT, Picture, Scene, Subject, Table, float};
use crate::chart::{Anchor, Lane, LaneRow, Moment, Place, Rect, Timeline, TimelinePlot, Where, text_width};
use crate::model::{Channel, Choice, Status};
use crate::plan::{ChannelOutcome, Reached};
use crate::text::{Filling, Word, choice_text, findings};

/// The channels on their timeline.
pub static ROAD_MAP: Subject =
    Subject { title: Word::CHARTS_ROAD, paper: 880, finding: findings::road_map, draw, legend, table };

/// Height of a strip of the least strength.
const STRIP: i32 = 2;

/// The texts of one channel.
struct Texts {
    name: String,
    status: String,
    budget: String,
}

fn draw(scene: &Scene<'_>) -> Picture {
    let texts = texts(scene);
    let strengths = strengths(scene);
    let lanes: Vec<_> = scene
        .model
        .channels
        .iter()
        .zip(texts.iter().zip(&strengths))
        .map(|(channel, (texts, strength))| Lane {
            name: &texts.budget,
            from: month(channel.first),
            to: channel.last.map(month),
            strength,
        })
        .collect();
    let label = scene.word(Word::CHARTS_ROAD_EVEN);
    let moments: Vec<_> = even(scene).map(|month| Moment { month, label: &label }).into_iter().collect();
    let (bar, gap) = if scene.narrow() { (22, 34) } else { (26, 22) };
    let plot = Timeline {
        width: scene.width,
        left: names_width(scene, &texts),
        right: 2,
        font: FONT,
        bar,
        gap,
        header: if moments.is_empty() { 24 } else { 40 },
        months: scene.months() as usize,
        first: first_month(scene),
        month_label: text_width(&calendar_month(scene, 8), FONT),
        lanes: &lanes,
        moments: &moments,
    }
    .draw();
    inked(scene, &plot, &texts, label)
}

fn inked(scene: &Scene<'_>, plot: &TimelinePlot, texts: &[Texts], label: String) -> Picture {
    let mut picture = Picture { view: plot.view, marks: Vec::new() };
    grid(scene, plot, &mut picture);
    let rows = || plot.rows.iter().zip(scene.model.channels.iter().zip(texts));
    for (row, (channel, texts)) in rows() {
        heading(scene, plot, row, texts, &mut picture);
        bar(row, channel.status, &mut picture);
    }
    for rule in plot.moments.iter().flatten() {
        let mut line = String::new();
        ink::upright(&mut line, rule.at, 2, plot.view.height);
        picture.marks.push(ink::path("now", line));
        picture.marks.extend(ink::text("halo", rule.label, label.clone()));
    }
    for (row, (channel, texts)) in rows() {
        let class = lettering(row.stands, channel.status);
        picture.marks.extend(ink::text(class, inside(plot, row, &texts.budget), texts.budget.clone()));
    }
    picture
}

/// A line at the beginning of every labelled month, a stronger one at a year's.
fn grid(scene: &Scene<'_>, plot: &TimelinePlot, picture: &mut Picture) {
    let half = plot.frame.width / month(scene.months()).max(1) / 2;
    let (mut years, mut months) = (String::new(), String::new());
    let top = plot.frame.y - 18;
    for tick in &plot.ticks {
        let lines = if tick.number % 12 == 0 { &mut years } else { &mut months };
        ink::upright(lines, tick.at - half, top + 14, plot.view.height);
    }
    picture.marks.extend([ink::path("grid", months), ink::path("zero", years)]);
    for tick in &plot.ticks {
        let class = if tick.number % 12 == 0 { "say" } else { "" };
        let place = Place { x: tick.label, y: plot.frame.y - 8, anchor: Anchor::Middle };
        picture.marks.extend(ink::text(class, Some(place), calendar_month(scene, tick.number)));
    }
}

/// Name and status: left of the months or, where it is narrow, over the bar.
fn heading(scene: &Scene<'_>, plot: &TimelinePlot, row: &LaneRow, texts: &Texts, picture: &mut Picture) {
    let top = row.row.y + if scene.narrow() { 17 } else { 11 };
    let place = |y| Some(Place { x: if scene.narrow() { 2 } else { 0 }, y, anchor: Anchor::Start });
    if scene.narrow() {
        let all = [&texts.name, " · ", &texts.status].concat();
        let all = fitted(&all, scene.width - 4);
        picture.marks.extend(ink::text("say halo", place(top - 4), all));
    } else {
        let room = plot.frame.x - 10;
        picture.marks.extend(ink::text("say", place(top + 12), fitted(&texts.name, room)));
        picture.marks.extend(ink::text("", place(top + 27), fitted(&texts.status, room)));
    }
}

/// The bar in the form of its status, and under it the strip of its budget.
fn bar(row: &LaneRow, status: Status, picture: &mut Picture) {
    let Some(bar) = row.bar else { return };
    let marks = &mut picture.marks;
    marks.push(match status {
        Status::Proven => ink::bar("bar plan", None, bar),
        Status::RunIn => ink::bar("bar plan pale", None, bar),
        Status::Test => ink::bar("edge plan", Some("url(#p-plan)"), bar),
        Status::Idea => ink::bar("bar plan idea", None, bar),
        Status::Dropped => ink::bar("tie", None, bar),
    });
    if status == Status::Dropped {
        let mut line = String::new();
        ink::level(&mut line, bar, bar.y + bar.height / 2);
        marks.push(ink::path("tie", line));
    }
    let strips = row.segments.iter().filter(|segment| segment.strength > 0).map(|segment| Rect {
        y: bar.bottom() + 2,
        height: i32::from(segment.strength) * STRIP,
        ..segment.rect
    });
    marks.push(ink::path("bar plan", ink::boxes(strips)));
}

/// A text keeps clear of the ground that it stands on.
fn lettering(stands: Where, status: Status) -> &'static str {
    match (stands, status) {
        (Where::Inside, Status::Proven) => "say on",
        (Where::Inside, Status::Test) => "say halo2",
        (Where::Inside, Status::RunIn) => "say",
        _ => "say halo",
    }
}

/// The place of a bar's text, never over the names.
fn inside(plot: &TimelinePlot, row: &LaneRow, text: &str) -> Option<Place> {
    let place = match row.bar.is_none() || row.stands == Where::Over {
        true => Place { x: plot.frame.x + 6, anchor: Anchor::Start, ..row.name },
        false => row.name,
    };
    (place.space(text, FONT).x >= plot.frame.x).then_some(place)
}

fn texts(scene: &Scene<'_>) -> Vec<Texts> {
    let texts = |(at, channel): (usize, &Channel)| Texts {
        name: findings::channel_name(scene.model, scene.show, at),
        status: status(scene, channel),
        budget: budget(scene, channel),
    };
    scene.model.channels.iter().enumerate().map(texts).collect()
}

fn status(scene: &Scene<'_>, channel: &Channel) -> String {
    choice_text(scene.show, "channels/a/status", channel.status.name())
}

fn budget(scene: &Scene<'_>, channel: &Channel) -> String {
    if channel.first >= scene.months() || channel.last.is_some_and(|last| last < channel.first) {
        return scene.word(Word::CHARTS_ROAD_NEVER);
    }
    let amount = scene.show.short_money(channel.budget.number());
    match scene.narrow() {
        true => amount,
        false => scene.show.phrase(Word::CHARTS_ROAD_A_MONTH, &[("amount", Filling::Text(&amount))]),
    }
}

/// What goes into each channel each month, as a part of the most that goes into any.
fn strengths(scene: &Scene<'_>) -> Vec<Vec<f64>> {
    let spent = |channel: &ChannelOutcome<_>| -> Vec<f64> {
        channel.spend.iter().map(|sum| float(sum.0).unwrap_or(0.0)).collect()
    };
    let mut all: Vec<_> = scene.outcome.channels.iter().map(spent).collect();
    let most = all.iter().flatten().fold(0.0, |most: f64, sum| most.max(*sum));
    if most > 0.0 {
        all.iter_mut().flatten().for_each(|sum| *sum /= most);
    }
    all
}

/// Room for the names, if there is room beside the months.
fn names_width(scene: &Scene<'_>, texts: &[Texts]) -> i32 {
    if scene.narrow() {
        return 2;
    }
    let width = |texts: &Texts| text_width(&texts.name, FONT).max(text_width(&texts.status, FONT));
    // Names are set bolder than the estimate takes them to be.
    let widest = texts.iter().map(width).max().unwrap_or(0) * 11 / 10 + 14;
    widest.min(scene.width * 3 / 10)
}

/// The text, cut with an ellipsis where it does not fit.
fn fitted(text: &str, room: i32) -> String {
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

/// The month since which there is no loss, where losses came before it.
fn even(scene: &Scene<'_>) -> Option<f64> {
    match scene.outcome.break_even.lasting {
        Reached::At(month) if month > 0 => Some(f64::from(month)),
        _ => None,
    }
}

fn month(month: u32) -> i32 {
    i32::try_from(month).unwrap_or(i32::MAX)
}

fn legend(scene: &Scene<'_>) -> Vec<Key> {
    let forms = [
        (Status::Proven, Form::Box, "bar plan"),
        (Status::RunIn, Form::Box, "bar plan pale"),
        (Status::Test, Form::Hatch("url(#p-plan)"), "edge plan"),
        (Status::Idea, Form::Box, "bar plan idea"),
        (Status::Dropped, Form::Struck, "tie"),
    ];
    let used = |status| scene.model.channels.iter().find(|channel| channel.status == status);
    let key = |(own, form, ink)| used(own).map(|channel| Key { form, ink, text: status(scene, channel) });
    let strip = Key { form: Form::Strip, ink: "bar plan", text: scene.word(Word::CHARTS_ROAD_STRENGTH) };
    forms.into_iter().filter_map(key).chain([strip]).collect()
}

fn table(scene: &Scene<'_>) -> Table {
    let row = |((channel, outcome), texts): ((&Channel, &ChannelOutcome<_>), Texts)| {
        let last = channel.last.map(|last| scene.show.month(last));
        let won = &outcome.acquisition;
        vec![
            texts.name,
            texts.status,
            scene.show.month(channel.first),
            last.unwrap_or_else(|| scene.word(Word::MONTH_OPEN)),
            scene.show.money(channel.budget.number()),
            scene.show.money(won.spend.0),
            scene.show.count(won.clients.0),
        ]
    };
    Table {
        head: [
            Word::FIELD_CHANNELS_NAME,
            Word::FIELD_CHANNELS_STATUS,
            Word::FIELD_CHANNELS_FIRST,
            Word::FIELD_CHANNELS_LAST,
            Word::FIELD_CHANNELS_BUDGET,
            Word::FIGURE_SPEND,
            Word::FIGURE_CLIENTS,
        ]
        .map(|word| scene.word(word))
        .into(),
        rows: scene.model.channels.iter().zip(&scene.outcome.channels).zip(texts(scene)).map(row).collect(),
    }
}
