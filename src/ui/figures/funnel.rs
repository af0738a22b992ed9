//! From leads to clients.

use super::ink;
use super::legend::Key;
use super::subject::{FONT, Picture, Scene, Subject, Table, float};
use crate::chart::{Funnel, FunnelPlot, Stage};
use crate::number::{Count, Decimal, Exact};
use crate::text::{Filling, Show, Word, findings};

/// From leads to clients, over the whole plan.
pub static FUNNEL: Subject =
    Subject { title: Word::CHARTS_FUNNEL, paper: 440, finding: findings::funnel, draw, legend, table };

/// A stage with everything that is said of it.
#[derive(Clone, PartialEq)]
pub struct Step {
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
fn steps(scene: &Scene<'_>) -> Vec<Step> {
    let lead = (scene.word(Word::CHARTS_FUNNEL_LEAD), scene.outcome.total.leads, None);
    let stages = scene.model.funnel.stages.iter().zip(&scene.outcome.volumes.stage_totals).enumerate();
    let stages = stages.map(|(at, (stage, count))| {
        (findings::stage_name(scene.model, scene.show, at), *count, Some(stage.days.value))
    });
    let step = |(name, count, days): (_, Count<Exact>, _)| Step {
        name,
        count,
        shown: scene.show.count(count.0),
        days,
    };
    std::iter::once(lead).chain(stages).map(step).collect()
}

fn draw(scene: &Scene<'_>) -> Picture {
    funnel(scene.show, scene.width, steps(scene), None)
}

/// The picture at a width; `largest` is the count that is as wide as it may be, where that is of another funnel.
pub fn funnel(show: &Show<'_>, width: i32, steps: Vec<Step>, largest: Option<f64>) -> Picture {
    let stages: Vec<_> = steps
        .iter()
        .map(|step| Stage { name: &step.name, text: &step.shown, count: float(step.count.0) })
        .collect();
    let plot = Funnel { width, font: FONT, bar: 24, gap: 24, stages: &stages, largest }.draw();
    inked(show, &plot, steps)
}

fn inked(show: &Show<'_>, plot: &FunnelPlot, steps: Vec<Step>) -> Picture {
    let mut marks = vec![ink::path("area plan", plot.links.iter().map(|link| link.path.as_str()).collect())];
    let (pale, full) = plot.rows.split_at(plot.rows.len().saturating_sub(1));
    for (class, rows) in [("bar plan pale", pale), ("bar plan", full)] {
        marks.push(ink::path(class, ink::boxes(rows.iter().filter_map(|row| row.bar))));
    }
    for (link, step) in plot.links.iter().zip(steps.iter().skip(1)) {
        marks.extend(ink::text("", Some(link.label), passed(show, link.permille, step.days)));
    }
    for (row, step) in plot.rows.iter().zip(steps) {
        marks.extend(ink::text("", Some(row.name), step.name));
        marks.extend(ink::text("say", Some(row.text), step.shown));
    }
    Picture { view: plot.view, marks }
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

fn legend(_: &Scene<'_>) -> Vec<Key> {
    Vec::new()
}

fn table(scene: &Scene<'_>) -> Table {
    let steps = steps(scene);
    let before = std::iter::once(None).chain(steps.iter().map(|step| Some(step.count)));
    let row = |(step, before): (&Step, Option<Count<Exact>>)| {
        let rate = before.map_or_else(|| "—".into(), |before| scene.show.percent((step.count / before).0));
        let days = step.days.map_or_else(|| "—".into(), |days| scene.show.count(Exact::Value(days)));
        vec![step.name.clone(), step.shown.clone(), rate, days]
    };
    Table {
        head: [
            Word::CHARTS_FUNNEL_STAGES,
            Word::CHARTS_FUNNEL_COUNT,
            Word::CHARTS_FUNNEL_RATE,
            Word::CHARTS_FUNNEL_DAYS,
        ]
        .map(|word| scene.word(word))
        .into(),
        rows: steps.iter().zip(before).map(row).collect(),
    }
}
