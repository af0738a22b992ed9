//! The channels on their timeline: when each works, how far it has come, how much goes into it.

use super::declaration::{Chart, Context, FONT, Form, Key, Table, float};
use super::lanes::{self, Texts, month};
use super::mark::{self, Pattern, Picture};
use crate::chart::{Anchor, Lane, LaneRow, Moment, Rect, TextPlace, TimelinePlot, Where};
use crate::judge;
use crate::model::{Channel, Choice, Status};
use crate::plan::{ChannelOutcome, Reached, first_overload};
use crate::text::{Filling, Word, channel_name, choice_text, role_name};

/// The channels on their timeline.
pub static ROAD_MAP: Chart = Chart {
    id: "road_map",
    title: Word::CHARTS_ROAD,
    screens: &["result", "plan"],
    paper: 880,
    input: |_| (),
    finding: |context, ()| context.finding(&judge::road_map_finding(context.model, context.outcome)),
    draw,
    keys,
    table,
};

/// Height of a strip of the least strength.
const STRIP: i32 = 2;

fn draw(context: &Context<'_>, (): &()) -> Picture {
    let over = overload(context);
    let mut texts = texts(context);
    texts.extend(over.as_ref().map(|over| over.texts(context)));
    let strengths = strengths(context);
    let channels = context.model.channels.iter().zip(texts.iter().zip(&strengths));
    let lanes: Vec<_> = channels
        .map(|(channel, (texts, strength))| Lane {
            name: &texts.inside,
            from: month(channel.first),
            to: channel.last.map(month),
            strength,
        })
        .chain(over.as_ref().zip(texts.last()).map(|(over, texts)| over.lane(&texts.inside)))
        .collect();
    let label = context.word(Word::CHARTS_ROAD_EVEN);
    let moments: Vec<_> = even(context).map(|month| Moment { month, label: &label }).into_iter().collect();
    let plot = lanes::laid_out(context, &texts, &lanes, &moments);
    inked(context, &plot, &texts, label)
}

fn inked(context: &Context<'_>, plot: &TimelinePlot, texts: &[Texts], label: String) -> Picture {
    let mut picture = lanes::picture(context, plot, texts);
    // What overload costs stands under the channels, which are what the table is about.
    picture.zones.truncate(context.model.channels.len());
    let rows = || plot.rows.iter().zip(context.model.channels.iter().zip(texts));
    for (row, (channel, _)) in rows() {
        bar(row, channel.status, &mut picture);
    }
    for rule in plot.moments.iter().flatten() {
        let mut line = String::new();
        mark::upright(&mut line, rule.at, 2, plot.view.height);
        picture.marks.push(mark::path("now", line));
        picture.marks.extend(mark::text("halo", rule.label, label.clone()));
    }
    for (row, (channel, texts)) in rows() {
        let class = lettering(row.stands, channel.status);
        picture.marks.extend(mark::text(class, inside(plot, row, &texts.inside), texts.inside.clone()));
    }
    // Behind the channels there is one row more where people are overloaded.
    let over = plot.rows.iter().zip(texts).nth(context.model.channels.len());
    over.into_iter().for_each(|(row, texts)| over_bar(plot, row, texts, &mut picture));
    picture
}

/// The bar in the form of its status, and under it the strip of its budget.
pub(super) fn bar(row: &LaneRow, status: Status, picture: &mut Picture) {
    let Some(bar) = row.bar else { return };
    let marks = &mut picture.marks;
    marks.push(match status {
        Status::Proven => mark::bar("bar plan", None, bar),
        Status::RunIn => mark::bar("bar plan pale", None, bar),
        Status::Test => mark::bar("edge plan", Some(Pattern::Plan), bar),
        Status::Idea => mark::bar("bar plan idea", None, bar),
        Status::Dropped => mark::bar("tie", None, bar),
    });
    if status == Status::Dropped {
        let mut line = String::new();
        mark::level(&mut line, bar, bar.y + bar.height / 2);
        marks.push(mark::path("tie", line));
    }
    let strips = row.segments.iter().filter(|segment| segment.strength > 0).map(|segment| Rect {
        y: bar.bottom() + 2,
        height: i32::from(segment.strength) * STRIP,
        ..segment.rect
    });
    marks.push(mark::path("bar plan", mark::boxes(strips)));
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
pub(super) fn inside(plot: &TimelinePlot, row: &LaneRow, text: &str) -> Option<TextPlace> {
    let place = match row.bar.is_none() || row.stands == Where::Over {
        true => TextPlace { x: plot.frame.x + 6, anchor: Anchor::Start, ..row.name },
        false => row.name,
    };
    (place.space(text, FONT).x >= plot.frame.x).then_some(place)
}

fn texts(context: &Context<'_>) -> Vec<Texts> {
    let texts = |(at, channel): (usize, &Channel)| Texts {
        name: channel_name(context.show, context.model, at),
        under: status(context, channel),
        inside: budget(context, channel),
    };
    context.model.channels.iter().enumerate().map(texts).collect()
}

pub(super) fn status(context: &Context<'_>, channel: &Channel) -> String {
    choice_text(context.show, "channels/a/status", channel.status.name())
}

fn budget(context: &Context<'_>, channel: &Channel) -> String {
    if channel.first >= context.months() || channel.last.is_some_and(|last| last < channel.first) {
        return context.word(Word::CHARTS_ROAD_NEVER);
    }
    if channel.is_free() {
        let leads = context.show.count(channel.free_leads.number());
        return match context.is_narrow() {
            true => leads,
            false => context.show.phrase(Word::CHARTS_ROAD_FREE, &[("leads", Filling::Text(&leads))]),
        };
    }
    let amount = context.show.short_money(channel.budget.number());
    match context.is_narrow() {
        true => amount,
        false => context.show.phrase(Word::CHARTS_ROAD_A_MONTH, &[("amount", Filling::Text(&amount))]),
    }
}

/// What goes into each channel each month, as a part of the most that goes into any.
fn strengths(context: &Context<'_>) -> Vec<Vec<f64>> {
    let spent = |channel: &ChannelOutcome<_>| -> Vec<f64> {
        channel.spend.iter().map(|sum| float(sum.0).unwrap_or(0.0)).collect()
    };
    let mut all: Vec<_> = context.outcome.channels.iter().map(spent).collect();
    let most = all.iter().flatten().fold(0.0, |most: f64, sum| most.max(*sum));
    if most > 0.0 {
        all.iter_mut().flatten().for_each(|sum| *sum /= most);
    }
    all
}

/// The month since which there is no loss, where losses came before it.
fn even(context: &Context<'_>) -> Option<f64> {
    match context.outcome.break_even.lasting {
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

    fn texts(&self, context: &Context<'_>) -> Texts {
        let since = context.show.month(self.first);
        Texts {
            name: context.word(Word::LOAD_OVERLOAD),
            under: role_name(context.show, context.model, self.role),
            inside: context.show.phrase(Word::LOAD_SINCE, &[("month", Filling::Text(&since))]),
        }
    }
}

fn overload(context: &Context<'_>) -> Option<Overload> {
    let (role, first) = first_overload(context.outcome)?;
    let loads: Vec<_> = context.outcome.people.roles.iter().filter_map(|role| role.load.as_ref()).collect();
    let is_over = |month: u32| loads.iter().any(|load| load.is_over(month));
    let last = (first..context.months()).rfind(|month| is_over(*month)).unwrap_or(first);
    let strength = (0..context.months()).map(|month| f64::from(u8::from(is_over(month)))).collect();
    Some(Overload { role, first, last, strength })
}

/// The hatched row of overload, with its beginning beside it.
fn over_bar(plot: &TimelinePlot, row: &LaneRow, texts: &Texts, picture: &mut Picture) {
    let over = row.segments.iter().filter(|segment| segment.strength > 0).map(|segment| segment.rect);
    picture.marks.push(mark::hatched("edge bad", Pattern::Bad, mark::boxes(over)));
    picture.marks.extend(mark::text("say halo", inside(plot, row, &texts.inside), texts.inside.clone()));
}

fn keys(context: &Context<'_>, (): &()) -> Vec<Key> {
    let strip = context.key(Form::Strip, "bar plan", Word::CHARTS_ROAD_STRENGTH);
    let over = first_overload(context.outcome)
        .map(|_| context.key(Form::Hatch(Pattern::Bad), "edge bad", Word::LOAD_OVERLOAD));
    statuses(context).into_iter().chain([strip]).chain(over).collect()
}

/// The forms of those statuses that the channels have.
pub(super) fn statuses(context: &Context<'_>) -> Vec<Key> {
    let forms = [
        (Status::Proven, Form::Box, "bar plan"),
        (Status::RunIn, Form::Box, "bar plan pale"),
        (Status::Test, Form::Hatch(Pattern::Plan), "edge plan"),
        (Status::Idea, Form::Box, "bar plan idea"),
        (Status::Dropped, Form::Struck, "tie"),
    ];
    let used = |status| context.model.channels.iter().find(|channel| channel.status == status);
    let key =
        |(own, form, class)| used(own).map(|channel| Key { form, class, text: status(context, channel) });
    forms.into_iter().filter_map(key).collect()
}

fn table(context: &Context<'_>, (): &()) -> Table {
    let row = |((channel, outcome), texts): ((&Channel, &ChannelOutcome<_>), Texts)| {
        let last = channel.last.map(|last| context.show.month(last));
        let won = &outcome.acquisition;
        vec![
            texts.name,
            texts.under,
            context.show.month(channel.first),
            last.unwrap_or_else(|| context.word(Word::MONTH_OPEN)),
            match channel.is_free() {
                true => choice_text(context.show, "channels/a/kind", channel.kind.name()),
                false => context.show.money(channel.budget.number()),
            },
            context.show.money(won.spend.0),
            context.show.count(won.clients.0),
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
        .map(|word| context.word(word))
        .into(),
        rows: context
            .model
            .channels
            .iter()
            .zip(&context.outcome.channels)
            .zip(texts(context))
            .map(row)
            .collect(),
    }
}
