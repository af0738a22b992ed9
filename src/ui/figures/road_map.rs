//! The channels on their timeline: when each works, how far it has come, how much goes into it.

use super::ink;
use super::lanes::{self, Texts, month};
use super::legend::{Form, Key};
use super::subject::{FONT, Picture, Scene, Subject, Table, float};
use crate::chart::{Anchor, Lane, LaneRow, Moment, Place, Rect, TimelinePlot, Where};
use crate::model::{Channel, Choice, Status};
use crate::plan::{ChannelOutcome, Reached, first_overload};
use crate::text::{Filling, Word, choice_text, findings, role_name};

/// The channels on their timeline.
pub static ROAD_MAP: Subject =
    Subject { title: Word::CHARTS_ROAD, paper: 880, finding: findings::road_map, draw, legend, table };

/// Height of a strip of the least strength.
const STRIP: i32 = 2;

fn draw(scene: &Scene<'_>) -> Picture {
    let over = overload(scene);
    let mut texts = texts(scene);
    texts.extend(over.as_ref().map(|over| over.texts(scene)));
    let strengths = strengths(scene);
    let channels = scene.model.channels.iter().zip(texts.iter().zip(&strengths));
    let lanes: Vec<_> = channels
        .map(|(channel, (texts, strength))| Lane {
            name: &texts.inside,
            from: month(channel.first),
            to: channel.last.map(month),
            strength,
        })
        .chain(over.as_ref().zip(texts.last()).map(|(over, texts)| over.lane(&texts.inside)))
        .collect();
    let label = scene.word(Word::CHARTS_ROAD_EVEN);
    let moments: Vec<_> = even(scene).map(|month| Moment { month, label: &label }).into_iter().collect();
    let plot = lanes::laid_out(scene, &texts, &lanes, &moments);
    inked(scene, &plot, &texts, label)
}

fn inked(scene: &Scene<'_>, plot: &TimelinePlot, texts: &[Texts], label: String) -> Picture {
    let mut picture = lanes::picture(scene, plot, texts);
    let rows = || plot.rows.iter().zip(scene.model.channels.iter().zip(texts));
    for (row, (channel, _)) in rows() {
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
        picture.marks.extend(ink::text(class, inside(plot, row, &texts.inside), texts.inside.clone()));
    }
    // Behind the channels there is one row more where people are overloaded.
    let over = plot.rows.iter().zip(texts).nth(scene.model.channels.len());
    over.into_iter().for_each(|(row, texts)| over_bar(plot, row, texts, &mut picture));
    picture
}

/// The bar in the form of its status, and under it the strip of its budget.
pub(super) fn bar(row: &LaneRow, status: Status, picture: &mut Picture) {
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
pub(super) fn lettering(stands: Where, status: Status) -> &'static str {
    match (stands, status) {
        (Where::Inside, Status::Proven) => "say on",
        (Where::Inside, Status::Test) => "say halo2",
        (Where::Inside, Status::RunIn) => "say",
        _ => "say halo",
    }
}

/// The place of a bar's text, never over the names.
pub(super) fn inside(plot: &TimelinePlot, row: &LaneRow, text: &str) -> Option<Place> {
    let place = match row.bar.is_none() || row.stands == Where::Over {
        true => Place { x: plot.frame.x + 6, anchor: Anchor::Start, ..row.name },
        false => row.name,
    };
    (place.space(text, FONT).x >= plot.frame.x).then_some(place)
}

fn texts(scene: &Scene<'_>) -> Vec<Texts> {
    let texts = |(at, channel): (usize, &Channel)| Texts {
        name: findings::channel_name(scene.model, scene.show, at),
        under: status(scene, channel),
        inside: budget(scene, channel),
    };
    scene.model.channels.iter().enumerate().map(texts).collect()
}

pub(super) fn status(scene: &Scene<'_>, channel: &Channel) -> String {
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

/// The month since which there is no loss, where losses came before it.
fn even(scene: &Scene<'_>) -> Option<f64> {
    match scene.outcome.break_even.lasting {
        Reached::At(month) if month > 0 => Some(f64::from(month)),
        _ => None,
    }
}

/// Months in which people have more to do than they can.
struct Overload {
    /// The role that is first.
    role: usize,
    first: u32,
    last: u32,
    /// 1 in such a month, 0 in another.
    strength: Vec<f64>,
}

impl Overload {
    fn lane<'a>(&'a self, name: &'a str) -> Lane<'a> {
        Lane { name, from: month(self.first), to: Some(month(self.last)), strength: &self.strength }
    }

    fn texts(&self, scene: &Scene<'_>) -> Texts {
        let since = scene.show.month(self.first);
        Texts {
            name: scene.word(Word::LOAD_OVERLOAD),
            under: role_name(scene.show, scene.model, self.role),
            inside: scene.show.phrase(Word::LOAD_SINCE, &[("month", Filling::Text(&since))]),
        }
    }
}

fn overload(scene: &Scene<'_>) -> Option<Overload> {
    let (role, first) = first_overload(scene.outcome)?;
    let loads: Vec<_> = scene.outcome.people.roles.iter().filter_map(|role| role.load.as_ref()).collect();
    let is_over = |month: u32| loads.iter().any(|load| load.is_over(month));
    let last = (first..scene.months()).rfind(|month| is_over(*month)).unwrap_or(first);
    let strength = (0..scene.months()).map(|month| f64::from(u8::from(is_over(month)))).collect();
    Some(Overload { role, first, last, strength })
}

/// The hatched row of overload, with its beginning beside it.
fn over_bar(plot: &TimelinePlot, row: &LaneRow, texts: &Texts, picture: &mut Picture) {
    let over = row.segments.iter().filter(|segment| segment.strength > 0).map(|segment| segment.rect);
    picture.marks.push(ink::hatched("edge bad", "url(#p-bad)", ink::boxes(over)));
    picture.marks.extend(ink::text("say halo", inside(plot, row, &texts.inside), texts.inside.clone()));
}

fn legend(scene: &Scene<'_>) -> Vec<Key> {
    let strip = Key { form: Form::Strip, ink: "bar plan", text: scene.word(Word::CHARTS_ROAD_STRENGTH) };
    let over = first_overload(scene.outcome).map(|_| Key {
        form: Form::Hatch("url(#p-bad)"),
        ink: "edge bad",
        text: scene.word(Word::LOAD_OVERLOAD),
    });
    statuses(scene).into_iter().chain([strip]).chain(over).collect()
}

/// The forms of those statuses that the channels have.
pub(super) fn statuses(scene: &Scene<'_>) -> Vec<Key> {
    let forms = [
        (Status::Proven, Form::Box, "bar plan"),
        (Status::RunIn, Form::Box, "bar plan pale"),
        (Status::Test, Form::Hatch("url(#p-plan)"), "edge plan"),
        (Status::Idea, Form::Box, "bar plan idea"),
        (Status::Dropped, Form::Struck, "tie"),
    ];
    let used = |status| scene.model.channels.iter().find(|channel| channel.status == status);
    let key = |(own, form, ink)| used(own).map(|channel| Key { form, ink, text: status(scene, channel) });
    forms.into_iter().filter_map(key).collect()
}

fn table(scene: &Scene<'_>) -> Table {
    let row = |((channel, outcome), texts): ((&Channel, &ChannelOutcome<_>), Texts)| {
        let last = channel.last.map(|last| scene.show.month(last));
        let won = &outcome.acquisition;
        vec![
            texts.name,
            texts.under,
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
