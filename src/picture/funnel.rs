//! From leads to clients.

use super::declaration::{Chart, Context, FONT, Table, float};
use super::lanes::fitted;
use super::mark::{self, Picture};
use crate::chart::{Funnel, FunnelPlot, FunnelStage, text_width};
use crate::judge;
use crate::number::{Count, Decimal, Exact};
use crate::text::{Filling, Show, Word, stage_name};

/// From leads to clients, over the whole plan.
pub static FUNNEL: Chart = Chart {
    id: "funnel",
    title: Word::CHARTS_FUNNEL,
    screens: &["result", "plan"],
    paper: 440,
    input: |_| (),
    finding: |context, ()| context.finding(&judge::funnel_finding(context.model, context.outcome)),
    draw: |context, ()| funnel(context, &steps(context), None),
    keys: |_, ()| Vec::new(),
    table,
};

/// Free space between the name of a stage and its count, in pixels.
const NAME_GAP: i32 = 10;

/// A stage with everything that is said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct FunnelStep {
    /// What it is called.
    pub name: String,
    /// How many reach it.
    pub count: Count<Exact>,
    /// The same in words.
    pub shown: String,
    /// Days that it takes.
    pub days: Option<Decimal>,
}

/// Leads, then every stage.
fn steps(context: &Context<'_>) -> Vec<FunnelStep> {
    let lead = (context.word(Word::CHARTS_FUNNEL_LEAD), context.outcome.total.leads, None);
    let stages = context.model.funnel.stages.iter().zip(&context.outcome.volumes.stage_totals).enumerate();
    let stages = stages.map(|(at, (stage, count))| {
        (stage_name(context.show, context.model, at), *count, Some(stage.days.value))
    });
    let step = |(name, count, days): (_, Count<Exact>, _)| FunnelStep {
        name,
        count,
        shown: context.show.count(count.0),
        days,
    };
    std::iter::once(lead).chain(stages).map(step).collect()
}

/// The picture at a width; `largest` is the count that is as wide as it may be, where that is of another funnel.
pub fn funnel(context: &Context<'_>, steps: &[FunnelStep], largest: Option<f64>) -> Picture {
    let stages: Vec<_> = steps
        .iter()
        .map(|step| FunnelStage { name: &step.name, text: &step.shown, count: float(step.count.0) })
        .collect();
    let plot = Funnel { width: context.width, font: FONT, bar: 24, gap: 24, stages: &stages, largest }.draw();
    inked(context.show, &plot, steps)
}

fn inked(show: &Show<'_>, plot: &FunnelPlot, steps: &[FunnelStep]) -> Picture {
    let mut marks = vec![mark::path("area plan", plot.links.iter().map(|link| link.path.as_str()).collect())];
    let (pale, full) = plot.rows.split_at(plot.rows.len().saturating_sub(1));
    for (class, rows) in [("bar plan pale", pale), ("bar plan", full)] {
        marks.push(mark::path(class, mark::boxes(rows.iter().filter_map(|row| row.bar))));
    }
    for (at, (link, step)) in plot.links.iter().zip(steps.iter().skip(1)).enumerate() {
        let told = passed(show, link.permille, step.days);
        marks.extend(mark::text("", plot.label(at, &told, FONT), told));
    }
    for (row, step) in plot.rows.iter().zip(steps) {
        let room = plot.view.width - text_width(&step.shown, FONT) - NAME_GAP;
        marks.extend(mark::text("", Some(row.name), fitted(&step.name, room)));
        marks.extend(mark::text("say", Some(row.text), step.shown.clone()));
    }
    let zones = mark::rows_at(plot.view, plot.rows.iter().map(|row| row.name.y));
    Picture { view: plot.view, marks, zones }
}

/// What part comes through and how long it takes: "62 % · 2 days".
fn passed(show: &Show<'_>, permille: Option<i64>, days: Option<Decimal>) -> String {
    let Some(rate) = permille.map(|permille| show.percent(Exact::Value(Decimal::new(permille, 3)))) else {
        return String::new();
    };
    match days.filter(|days| !days.is_zero()) {
        None => rate,
        Some(days) => {
            let days = show.count(Exact::Value(days));
            let fill = [("rate", Filling::Text(&rate)), ("days", Filling::Text(&days))];
            show.phrase(Word::CHARTS_FUNNEL_STEP, &fill)
        }
    }
}

fn table(context: &Context<'_>, (): &()) -> Table {
    let steps = steps(context);
    let before = std::iter::once(None).chain(steps.iter().map(|step| Some(step.count)));
    let row = |(step, before): (&FunnelStep, Option<Count<Exact>>)| {
        let rate = before.map_or_else(|| "—".into(), |before| context.show.percent((step.count / before).0));
        let days = step.days.map_or_else(|| "—".into(), |days| context.show.count(Exact::Value(days)));
        vec![step.name.clone(), step.shown.clone(), rate, days]
    };
    Table {
        head: [
            Word::CHARTS_FUNNEL_STAGES,
            Word::CHARTS_FUNNEL_COUNT,
            Word::CHARTS_FUNNEL_RATE,
            Word::CHARTS_FUNNEL_DAYS,
        ]
        .map(|word| context.word(word))
        .into(),
        rows: steps.iter().zip(before).map(row).collect(),
    }
}
