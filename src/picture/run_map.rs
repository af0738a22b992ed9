//! The channels on their timeline with what has been recorded of each, and what is said of it.

use super::declaration::{Chart, Context, Form, Key, Table};
use super::lanes::{self, Texts, month};
use super::mark::{self, Picture};
use super::road_map::{bar, inside, lettering, status, statuses};
use crate::chart::{Lane, Moment};
use crate::evidence::{RunIn, Window, run_in};
use crate::model::{Channel, Model};
use crate::number::{Exact, Number};
use crate::text::findings::{Finding, channel_name};
use crate::text::run_in::verdict_text;
use crate::text::{Filling, Show, Word};

/// The channels on their timeline with what has been recorded of each.
pub static RUN_MAP: Chart<RunMap> = Chart {
    id: "run_map",
    title: Word::BOARD_MAP,
    screens: &["facts"],
    paper: 880,
    input,
    finding,
    draw,
    keys,
    table,
};

/// What is known of the channels of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct RunMap {
    /// The month in which the run-in begins.
    first: Option<u32>,
    /// In the document's order.
    channels: Vec<ChannelRun>,
}

/// What is known of a channel.
#[derive(Clone, Debug, PartialEq)]
struct ChannelRun {
    /// By month of the plan: 1 where its leads are recorded, else 0.
    recorded: Vec<f64>,
    /// The verdict in words; empty where there is none.
    verdict: String,
}

impl RunMap {
    /// The channels of a document, by what the facts say of a plan that they are held against.
    pub fn new(show: &Show<'_>, model: &Model, plan: &Model, run: Option<&RunIn>) -> Self {
        let channel = |own: &Channel| ChannelRun {
            recorded: recorded(model, own),
            verdict: verdict(show, own, plan, run).unwrap_or_default(),
        };
        let channels = model.channels.iter().map(channel).collect();
        Self { first: run.map(|run| run.window.first), channels }
    }
}

/// By month of the plan: 1 where leads of a channel are recorded, else 0.
fn recorded(model: &Model, channel: &Channel) -> Vec<f64> {
    let is_recorded = |t| {
        let month = model.facts.at(model.about.start.later(t));
        month.and_then(|month| month.channel(&channel.id)?.leads.as_ref()).is_some()
    };
    (0..model.about.horizon).map(|t| f64::from(u8::from(is_recorded(t)))).collect()
}

/// What the facts say of a channel, found in the plan by its id.
fn verdict(show: &Show<'_>, channel: &Channel, plan: &Model, run: Option<&RunIn>) -> Option<String> {
    let at = plan.channels.iter().position(|own| own.id == channel.id)?;
    let run = run?.channels.iter().find(|own| own.at == at)?;
    Some(verdict_text(show, run.verdict))
}

impl ChannelRun {
    fn months(&self) -> u32 {
        self.recorded.iter().filter(|own| **own > 0.0).count().try_into().unwrap_or(u32::MAX)
    }
}

fn input(context: &Context<'_>) -> RunMap {
    let model = context.model;
    let run = Window::of_run_in(model).map(|window| run_in(model, context.outcome, &model.facts, window));
    RunMap::new(context.show, model, model, run.as_ref())
}

fn finding(context: &Context<'_>, RunMap { channels, .. }: &RunMap) -> Finding {
    if channels.is_empty() {
        return Finding { text: context.word(Word::BOARD_MAP_EMPTY), drawable: false };
    }
    let whole = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let known = whole(channels.iter().filter(|own| own.months() > 0).count());
    let [n, all] = [known, whole(channels.len())].map(|own| context.show.count(Exact::whole(own)));
    let n = ("n", Filling::Number(&n, Some(u64::from(known))));
    let text = context.show.phrase(Word::BOARD_MAP_FOUND, &[n, ("all", Filling::Text(&all))]);
    Finding { text, drawable: true }
}

fn draw(context: &Context<'_>, RunMap { first, channels: runs }: &RunMap) -> Picture {
    let channels = || context.model.channels.iter().zip(runs);
    let texts: Vec<_> =
        (0..).zip(channels()).map(|(at, (channel, run))| texts(context, at, channel, run)).collect();
    let lane = |((channel, run), texts)| lane(channel, run, texts);
    let lanes: Vec<_> = channels().zip(&texts).map(lane).collect();
    let label = context.word(Word::BOARD_MAP_RUN_IN);
    let moments: Vec<_> =
        first.map(|first| Moment { month: f64::from(first), label: &label }).into_iter().collect();
    let mut plot = lanes::laid_out(context, &texts, &lanes, &moments);
    // What is recorded stands under the months in which it was, also where the plan has no bar.
    let always: Vec<_> = lanes.iter().map(|lane| Lane { from: 0, to: None, ..*lane }).collect();
    let always = lanes::laid_out(context, &texts, &always, &moments).rows;
    plot.rows.iter_mut().zip(always).for_each(|(own, always)| own.segments = always.segments);
    let mut picture = lanes::picture(context, &plot, &texts);
    let rows = || plot.rows.iter().zip(context.model.channels.iter().zip(&texts));
    rows().for_each(|(row, (channel, _))| bar(row, channel.status, &mut picture));
    for rule in plot.moments.iter().flatten() {
        let mut line = String::new();
        mark::upright(&mut line, rule.at, 2, plot.view.height);
        picture.marks.push(mark::path("now", line));
        picture.marks.extend(mark::text("halo", rule.label, label.clone()));
    }
    for (row, (channel, texts)) in rows() {
        let class = lettering(row.stands, channel.status);
        picture.marks.extend(mark::text(class, inside(&plot, row, &texts.inside), texts.inside.clone()));
    }
    picture
}

fn texts(context: &Context<'_>, at: usize, channel: &Channel, run: &ChannelRun) -> Texts {
    Texts {
        name: channel_name(context.model, context.show, at),
        under: status(context, channel),
        inside: run.verdict.clone(),
    }
}

fn lane<'a>(channel: &Channel, run: &'a ChannelRun, texts: &'a Texts) -> Lane<'a> {
    let to = channel.last.map(month);
    Lane { name: &texts.inside, from: month(channel.first), to, strength: &run.recorded }
}

fn keys(context: &Context<'_>, _: &RunMap) -> Vec<Key> {
    let strip = context.key(Form::Strip, "bar plan", Word::BOARD_MAP_FACTS);
    statuses(context).into_iter().chain([strip]).collect()
}

fn table(context: &Context<'_>, RunMap { channels: runs, .. }: &RunMap) -> Table {
    let row = |(at, (channel, run)): (usize, (&Channel, &ChannelRun))| {
        let last = channel.last.map(|last| context.show.month(last));
        vec![
            channel_name(context.model, context.show, at),
            status(context, channel),
            context.show.month(channel.first),
            last.unwrap_or_else(|| context.word(Word::MONTH_OPEN)),
            context.show.count(Exact::whole(run.months())),
            run.verdict.clone(),
        ]
    };
    Table {
        head: [
            Word::FIELD_CHANNELS_NAME,
            Word::FIELD_CHANNELS_STATUS,
            Word::FIELD_CHANNELS_FIRST,
            Word::FIELD_CHANNELS_LAST,
            Word::BOARD_MAP_FACTS,
            Word::BOARD_VERDICT,
        ]
        .map(|word| context.word(word))
        .into(),
        rows: (0..).zip(context.model.channels.iter().zip(runs)).map(row).collect(),
    }
}
