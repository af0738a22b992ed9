//! The channels on their timeline with what has been recorded of each, and what is said of it.

use super::canvas::{on_paper, said_or};
use super::frame::framed;
use super::ink;
use super::lanes::{self, Texts, month};
use super::legend::{Form, Key};
use super::road_map::{bar, inside, lettering, status, statuses};
use super::subject::{Picture, Scene, Table};
use crate::chart::{Lane, Moment};
use crate::model::Channel;
use crate::number::{Exact, Number};
use crate::text::findings::{Finding, channel_name};
use crate::text::{Filling, Word};
use crate::ui::state::Desk;
use leptos::prelude::*;

/// What is known of a channel of the plan.
#[derive(Clone, PartialEq)]
pub struct Tested {
    /// By month of the plan: 1 where its leads are recorded, else 0.
    pub recorded: Vec<f64>,
    /// The verdict in words; empty where there is none.
    pub verdict: String,
}

impl Tested {
    fn months(&self) -> u32 {
        self.recorded.iter().filter(|own| **own > 0.0).count().try_into().unwrap_or(u32::MAX)
    }
}

/// All channels, and the month in which the run-in begins.
type Run = (Option<u32>, Vec<Tested>);

/// Width on paper, in pixels.
const PAPER: i32 = 880;

/// The map, without a card of its own.
pub fn run_map(desk: Desk, run: Memo<Run>) -> AnyView {
    let finding = Memo::new(move |_| run.with(|(_, tested)| found(desk, tested)));
    let picture = move |width| {
        let draw = || run.with(|run| on_scene(desk, width, |scene| draw(scene, run)));
        said_or(finding.get(), width, draw)
    };
    let keys = move || run.with(|_| on_scene(desk, 0, keys));
    let table = move || run.with(|(_, tested)| on_scene(desk, 0, |scene| table(scene, tested)));
    framed(desk, (Word::BOARD_MAP, true), finding, on_paper(PAPER, i32::MAX, picture), keys, table)
}

/// The document as it is at this moment: it is `run` that tells when to look again.
fn on_scene<T>(desk: Desk, width: i32, look: impl FnOnce(&Scene<'_>) -> T) -> T {
    desk.show(|show| {
        let look =
            |model: &_| desk.outcome.with_untracked(|outcome| look(&Scene { model, outcome, show, width }));
        desk.model.with_untracked(look)
    })
}

fn found(desk: Desk, tested: &[Tested]) -> Finding {
    if tested.is_empty() {
        return Finding { text: desk.word(Word::BOARD_MAP_EMPTY), drawable: false };
    }
    let whole = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let known = whole(tested.iter().filter(|own| own.months() > 0).count());
    let text = desk.show(|show| {
        let [n, all] = [known, whole(tested.len())].map(|own| show.count(Exact::whole(own)));
        let n = ("n", Filling::Number(&n, Some(u64::from(known))));
        show.phrase(Word::BOARD_MAP_FOUND, &[n, ("all", Filling::Text(&all))])
    });
    Finding { text, drawable: true }
}

fn draw(scene: &Scene<'_>, (first, tested): &Run) -> Picture {
    let channels = || scene.model.channels.iter().zip(tested);
    let texts: Vec<_> =
        (0..).zip(channels()).map(|(at, (channel, tested))| texts(scene, at, channel, tested)).collect();
    let lane = |((channel, tested), texts)| lane(channel, tested, texts);
    let lanes: Vec<_> = channels().zip(&texts).map(lane).collect();
    let label = scene.word(Word::BOARD_MAP_RUN_IN);
    let moments: Vec<_> =
        first.map(|first| Moment { month: f64::from(first), label: &label }).into_iter().collect();
    let mut plot = lanes::laid_out(scene, &texts, &lanes, &moments);
    // What is recorded stands under the months in which it was, also where the plan has no bar.
    let always: Vec<_> = lanes.iter().map(|lane| Lane { from: 0, to: None, ..*lane }).collect();
    let always = lanes::laid_out(scene, &texts, &always, &moments).rows;
    plot.rows.iter_mut().zip(always).for_each(|(own, always)| own.segments = always.segments);
    let mut picture = lanes::picture(scene, &plot, &texts);
    let rows = || plot.rows.iter().zip(scene.model.channels.iter().zip(&texts));
    rows().for_each(|(row, (channel, _))| bar(row, channel.status, &mut picture));
    for rule in plot.moments.iter().flatten() {
        let mut line = String::new();
        ink::upright(&mut line, rule.at, 2, plot.view.height);
        picture.marks.push(ink::path("now", line));
        picture.marks.extend(ink::text("halo", rule.label, label.clone()));
    }
    for (row, (channel, texts)) in rows() {
        let class = lettering(row.stands, channel.status);
        picture.marks.extend(ink::text(class, inside(&plot, row, &texts.inside), texts.inside.clone()));
    }
    picture
}

fn texts(scene: &Scene<'_>, at: usize, channel: &Channel, tested: &Tested) -> Texts {
    Texts {
        name: channel_name(scene.model, scene.show, at),
        under: status(scene, channel),
        inside: tested.verdict.clone(),
    }
}

fn lane<'a>(channel: &Channel, tested: &'a Tested, texts: &'a Texts) -> Lane<'a> {
    let to = channel.last.map(month);
    Lane { name: &texts.inside, from: month(channel.first), to, strength: &tested.recorded }
}

fn keys(scene: &Scene<'_>) -> Vec<Key> {
    let strip = Key { form: Form::Strip, ink: "bar plan", text: scene.word(Word::BOARD_MAP_FACTS) };
    statuses(scene).into_iter().chain([strip]).collect()
}

fn table(scene: &Scene<'_>, tested: &[Tested]) -> Table {
    let row = |(at, (channel, tested)): (usize, (&Channel, &Tested))| {
        let last = channel.last.map(|last| scene.show.month(last));
        vec![
            channel_name(scene.model, scene.show, at),
            status(scene, channel),
            scene.show.month(channel.first),
            last.unwrap_or_else(|| scene.word(Word::MONTH_OPEN)),
            scene.show.count(Exact::whole(tested.months())),
            tested.verdict.clone(),
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
        .map(|word| scene.word(word))
        .into(),
        rows: (0..).zip(scene.model.channels.iter().zip(tested)).map(row).collect(),
    }
}
