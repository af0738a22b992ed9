//! Money by month as planned, as it was, and as it is expected now, with the bounds of that.

use super::axes::{MONEY_BY_MONTH, first_month, zero};
use super::canvas::{on_paper, said_or};
use super::frame::framed;
use super::ink;
use super::legend::{Form, Key};
use super::subject::{Picture, Scene, Table};
use crate::chart::{Chart, Moment, Plot, Series, Shape};
use crate::text::Word;
use crate::text::findings::Finding;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// What is drawn, each by month of the plan.
#[derive(Clone, PartialEq)]
pub struct Drawn {
    /// What it says.
    pub finding: Finding,
    /// As planned.
    pub plan: Vec<Option<f64>>,
    /// As it was.
    pub fact: Vec<Option<f64>>,
    /// As it is expected, from the last fact on; empty where there are no facts.
    pub forecast: Vec<Option<f64>>,
    /// The bounds of what is expected; empty until they are known.
    pub band: [Vec<Option<f64>>; 2],
    /// The last month with facts.
    pub now: Option<u32>,
    /// What the shapes mean.
    pub keys: Vec<Key>,
}

/// Width on paper, in pixels.
const PAPER: i32 = 880;

/// The chart in its frame, with its numbers as a table.
pub fn course_chart(
    desk: Desk,
    title: Word,
    drawn: Memo<Drawn>,
    now: Word,
    table: impl Fn() -> Table + Copy + Send + 'static,
) -> AnyView {
    let finding = Memo::new(move |_| drawn.with(|drawn| drawn.finding.clone()));
    let picture = move |width| {
        drawn.with(|drawn| said_or(drawn.finding.clone(), width, || on_scene(desk, width, drawn, now)))
    };
    let keys = move || drawn.with(|drawn| drawn.keys.clone());
    framed(desk, (title, false), finding, on_paper(PAPER, i32::MAX, picture), keys, table)
}

fn on_scene(desk: Desk, width: i32, drawn: &Drawn, now: Word) -> Picture {
    desk.show(|show| {
        desk.model.with(|model| {
            desk.outcome.with(|outcome| draw(&Scene { model, outcome, show, width }, drawn, &show.word(now)))
        })
    })
}

fn draw(scene: &Scene<'_>, drawn: &Drawn, now: &str) -> Picture {
    let [low, high] = &drawn.band;
    let line = |values| Series { shape: Shape::Line, values, floor: &[], label: "" };
    let series = [
        Series { shape: Shape::Area, values: high, floor: low, label: "" },
        line(&drawn.plan),
        line(&drawn.forecast),
        line(&drawn.fact),
    ];
    let moments: Vec<_> =
        drawn.now.map(|month| Moment { month: f64::from(month), label: now }).into_iter().collect();
    let ground = MONEY_BY_MONTH.ground(scene, first_month(scene), drawn.plan.len());
    let plot = MONEY_BY_MONTH.laid_out(scene, Chart { series: &series, moments: &moments, ..ground });
    inked(scene, &plot, now)
}

fn inked(scene: &Scene<'_>, plot: &Plot, now: &str) -> Picture {
    let mut picture = MONEY_BY_MONTH.picture(scene, plot);
    let marks = &mut picture.marks;
    let [band, plan, forecast, fact] = plot.series.as_slice() else { return picture };
    marks.push(ink::path("area guess", band.path.clone()));
    marks.extend(zero(plot));
    marks.push(ink::path("curve plan thin", plan.path.clone()));
    marks.push(ink::path("curve fact dash", forecast.path.clone()));
    marks.push(ink::path("curve fact", fact.path.clone()));
    for rule in plot.moments.iter().flatten() {
        let mut line = String::new();
        ink::upright(&mut line, rule.at, plot.frame.y - 6, plot.frame.bottom());
        marks.push(ink::path("now", line));
        marks.extend(ink::text("say halo", rule.label, now.to_owned()));
    }
    picture
}

/// What the shapes of such a chart mean; `words` are of plan, fact, forecast and its bounds.
pub fn keys(desk: Desk, words: [Word; 4], has_facts: bool, has_band: bool) -> Vec<Key> {
    let [plan, fact, forecast, band] = words;
    let key = |form, ink, word| Key { form, ink, text: desk.word(word) };
    let mut keys = vec![key(Form::Line, "curve plan thin", plan)];
    if has_facts {
        keys.extend([key(Form::Line, "curve fact", fact), key(Form::Line, "curve fact dash", forecast)]);
    }
    if has_band {
        keys.push(key(Form::Box, "area guess", band));
    }
    keys
}
