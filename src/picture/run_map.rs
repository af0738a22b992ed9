//! The channels on their timeline with what has been recorded of each, and what is said of it.

use super::declaration::{Chart, Context, Finding, Form, Key, Table};
use super::lanes::{self, Texts, month};
use super::mark::{self, Picture};
use super::road_map::{bar, inside, lettering, status, statuses};
use crate::chart::{Lane, Moment, TimelinePlot};
use crate::evidence::{PlanStudy, RunIn};
use crate::judge::run_map_finding;
use crate::model::{Channel, Model};
use crate::number::{Exact, Number};
use crate::text::run_in::verdict_text;
use crate::text::{Show, Word, channel_name};

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

/// What the facts say of the channels of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct RunMap {
    /// The month in which the run-in begins.
    first: Option<u32>,
    /// The verdict on each channel in words, in the document's order; empty where there is none.
    verdicts: Vec<String>,
}

impl RunMap {
    /// The channels of a document, by what the facts say of a plan that they are held against.
    pub fn new(show: &Show<'_>, model: &Model, plan: &Model, run: Option<&RunIn>) -> Self {
        let verdict = |own| verdict(show, own, plan, run).unwrap_or_default();
        let verdicts = model.channels.iter().map(verdict).collect();
        Self { first: run.map(|run| run.window.first), verdicts }
    }
}

/// What the facts say of a channel, found in the plan by its id.
fn verdict(show: &Show<'_>, channel: &Channel, plan: &Model, run: Option<&RunIn>) -> Option<String> {
    let at = plan.channels.iter().position(|own| own.id == channel.id)?;
    let run = run?.channels.iter().find(|own| own.at == at)?;
    Some(verdict_text(show, run.verdict))
}

/// A channel of the document, with what is known of it.
struct Row<'a> {
    channel: &'a Channel,
    /// By month of the plan: 1 where its leads are recorded, else 0.
    recorded: Vec<f64>,
    texts: Texts,
}

impl Row<'_> {
    /// In how many months its leads are recorded.
    fn months(&self) -> u32 {
        self.recorded.iter().filter(|own| **own > 0.0).count().try_into().unwrap_or(u32::MAX)
    }

    fn lane(&self) -> Lane<'_> {
        Lane {
            name: &self.texts.inside,
            from: month(self.channel.first),
            to: self.channel.last.map(month),
            strength: &self.recorded,
        }
    }
}

fn rows<'a>(context: &Context<'a>, map: &RunMap) -> Vec<Row<'a>> {
    let row = |(at, (channel, verdict)): (usize, (&'a Channel, &String))| Row {
        channel,
        recorded: recorded(context, channel),
        texts: Texts {
            name: channel_name(context.show, context.model, at),
            under: status(context, channel),
            inside: verdict.clone(),
        },
    };
    context.model.channels.iter().zip(&map.verdicts).enumerate().map(row).collect()
}

/// By month of the plan: 1 where leads of a channel are recorded, else 0.
fn recorded(context: &Context<'_>, channel: &Channel) -> Vec<f64> {
    let is_recorded = |t| {
        let month = context.model.facts.at(context.model.about.start.later(t));
        month.and_then(|month| month.channel(&channel.id)?.leads.as_ref()).is_some()
    };
    (0..context.months()).map(|t| f64::from(u8::from(is_recorded(t)))).collect()
}

fn input(context: &Context<'_>) -> RunMap {
    let model = context.model;
    let study = PlanStudy::evaluated(model.clone(), context.outcome.clone());
    RunMap::new(context.show, model, model, study.run())
}

fn finding(context: &Context<'_>, map: &RunMap) -> Finding {
    let months: Vec<_> = rows(context, map).iter().map(Row::months).collect();
    context.finding(&run_map_finding(&months))
}

fn draw(context: &Context<'_>, map: &RunMap) -> Picture {
    let rows = rows(context, map);
    let label = context.word(Word::BOARD_MAP_RUN_IN);
    let moment = map.first.map(|first| Moment { month: f64::from(first), label: &label });
    let plot = laid_out(context, &rows, moment.as_slice());
    let texts: Vec<_> = rows.iter().map(|row| row.texts.clone()).collect();
    let mut picture = lanes::picture(context, &plot, &texts);
    for (own, row) in plot.rows.iter().zip(&rows) {
        bar(own, row.channel.status, &mut picture);
    }
    for rule in plot.moments.iter().flatten() {
        let mut line = String::new();
        mark::upright(&mut line, rule.at, 2, plot.view.height);
        picture.marks.push(mark::path("now", line));
        picture.marks.extend(mark::text("halo", rule.label, label.clone()));
    }
    for (own, Row { channel, texts, .. }) in plot.rows.iter().zip(&rows) {
        let class = lettering(own.stands, channel.status);
        picture.marks.extend(mark::text(class, inside(&plot, own, &texts.inside), texts.inside.clone()));
    }
    picture
}

/// The rows laid out; what is recorded stands under the months in which it was, also where the plan has no bar.
fn laid_out(context: &Context<'_>, rows: &[Row<'_>], moments: &[Moment<'_>]) -> TimelinePlot {
    let texts: Vec<_> = rows.iter().map(|row| row.texts.clone()).collect();
    let lanes: Vec<_> = rows.iter().map(Row::lane).collect();
    let always: Vec<_> = lanes.iter().map(|lane| Lane { from: 0, to: None, ..*lane }).collect();
    let mut plot = lanes::laid_out(context, &texts, &lanes, moments);
    let always = lanes::laid_out(context, &texts, &always, moments).rows;
    plot.rows.iter_mut().zip(always).for_each(|(own, always)| own.segments = always.segments);
    plot
}

fn keys(context: &Context<'_>, _: &RunMap) -> Vec<Key> {
    let strip = context.key(Form::Strip, "bar plan", Word::BOARD_MAP_FACTS);
    statuses(context).into_iter().chain([strip]).collect()
}

fn table(context: &Context<'_>, map: &RunMap) -> Table {
    let row = |row: Row<'_>| {
        let last = row.channel.last.map(|last| context.show.month(last));
        vec![
            row.texts.name.clone(),
            row.texts.under.clone(),
            context.show.month(row.channel.first),
            last.unwrap_or_else(|| context.word(Word::MONTH_OPEN)),
            context.show.count(Exact::whole(row.months())),
            row.texts.inside,
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
        rows: rows(context, map).into_iter().map(row).collect(),
    }
}
