//! Who hands work to whom, and what each thinks of it.

use super::ink;
use super::legend::{Form, Key};
use super::subject::{FONT, Picture, Scene, Subject, Table};
use crate::chart::{Chain, ChainBox, ChainLink, Node};
use crate::model::{Handover, Model};
use crate::number::{Exact, Share};
use crate::pay::{LatestScore, latest_score};
use crate::plan::Outcome;
use crate::text::findings::Finding;
use crate::text::{Show, Tone, Word, chain_finding, row_name, station};
use crate::ui::icon::tone_mark;
use leptos::prelude::*;

/// Who hands work to whom, and what each thinks of it.
pub static CHAIN: Subject = Subject { title: Word::CHAIN_TITLE, paper: 660, finding, draw, legend, table };

/// Room for a mark and a score, in pixels.
const LABEL: i32 = 46;
/// Side of a mark, in pixels.
const MARK: i32 = 14;
/// The client takes what comes last.
const CLIENT: u8 = u8::MAX;

fn finding(model: &Model, _: &Outcome, show: &Show<'_>) -> Finding {
    chain_finding(model, show)
}

/// One who is in the chain; the client has no id.
struct Member {
    id: String,
    name: String,
    rank: u8,
}

/// Those who hand work on or take it, in the document's order; the client last.
fn members(model: &Model, show: &Show<'_>) -> Vec<Member> {
    let links = &model.team.handovers;
    let is_in = |id: &str| links.iter().any(|link| link.executor == id || link.customer == id);
    let member = |id: &String, rank| Member {
        id: id.clone(),
        name: row_name(show, model, &["people/", id].concat()),
        rank,
    };
    let people = model.people.iter().filter(|person| is_in(&person.id));
    let people = people.map(|person| member(&person.id, station(person.process)));
    let client = links.iter().any(|link| link.customer.is_empty());
    let client =
        client.then(|| Member { id: String::new(), name: show.word(Word::CHAIN_CLIENT), rank: CLIENT });
    people.chain(client).collect()
}

fn draw(scene: &Scene<'_>) -> Picture {
    let members = members(scene.model, scene.show);
    let nodes: Vec<_> = members.iter().map(|own| Node { name: &own.name, rank: own.rank }).collect();
    // One who is not there has a place that no node has: the link is not drawn.
    let place = |id: &str| members.iter().position(|own| own.id == id).unwrap_or(usize::MAX);
    let handovers = &scene.model.team.handovers;
    let links: Vec<_> = handovers.iter().map(|link| (place(&link.executor), place(&link.customer))).collect();
    let plot = Chain { width: scene.width, font: FONT, label: LABEL, nodes: &nodes, links: &links }.draw();
    let latest: Vec<_> = handovers.iter().map(|link| latest_score(&scene.model.team, link)).collect();
    let drawn = || plot.links.iter().zip(&latest).filter_map(|(link, latest)| Some((link.as_ref()?, latest)));
    let mut marks: Vec<_> = drawn().map(|(link, latest)| arrow(link, tone(latest.as_ref()))).collect();
    marks.extend(plot.boxes.into_iter().zip(&members).map(|(own, member)| member_box(own, member)));
    marks.extend(drawn().map(|(link, latest)| label(scene, link, latest.as_ref())));
    Picture { view: plot.view, marks }
}

/// How a link stands: by what its last score does to pay.
fn tone(latest: Option<&LatestScore<Exact>>) -> Tone {
    match latest {
        None => Tone::Unknown,
        Some(latest) if (latest.coefficient - Share::ONE).is_negative() => Tone::Watch,
        Some(_) => Tone::Good,
    }
}

/// The ink of a tone; what is not known is dashed.
fn ink_of(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "curve thin good",
        Tone::Watch | Tone::Bad => "curve thin watch",
        Tone::Unknown => "curve thin dash unscored",
    }
}

fn arrow(link: &ChainLink, tone: Tone) -> AnyView {
    let head = match tone {
        Tone::Good => "bar good",
        Tone::Watch | Tone::Bad => "bar watch",
        Tone::Unknown => "bar unscored",
    };
    view! { <g>{ink::path(ink_of(tone), link.path.clone())}{ink::path(head, link.head.clone())}</g> }
        .into_any()
}

fn member_box(own: ChainBox, member: &Member) -> AnyView {
    let class = if member.id.is_empty() { "member client" } else { "member" };
    let lines = own.lines.into_iter().filter_map(|(place, line)| ink::text("say", Some(place), line));
    let lines: Vec<_> = lines.collect();
    view! { <g>{ink::bar(class, None, own.rect)}{lines}</g> }.into_any()
}

/// A mark of the tone's own shape, and the score beside it.
fn label(scene: &Scene<'_>, link: &ChainLink, latest: Option<&LatestScore<Exact>>) -> AnyView {
    let (tone, at) = (tone(latest), link.label);
    let score = latest.map_or_else(String::new, |latest| scene.show.plain(latest.score.0, 1));
    let name = match tone {
        Tone::Good => "good",
        Tone::Watch | Tone::Bad => "watch",
        Tone::Unknown => "unknown",
    };
    let (x, y) =
        if latest.is_some() { (at.x + 4, at.y + 2) } else { (at.x + (at.width - MARK) / 2, at.y + 2) };
    let picture = ["#", tone_mark(tone)].concat();
    view! {
        <g data-tone=name>
            <rect class="score" x=x - 3 y=at.y width=if latest.is_some() { at.width } else { MARK + 6 } height=at.height rx="9" />
            <use class="mark" href=picture x=x y=y width=MARK height=MARK />
            <text class="say" x=x + MARK + 3 y=at.y + 13>{score}</text>
        </g>
    }
    .into_any()
}

fn legend(scene: &Scene<'_>) -> Vec<Key> {
    let key = |tone, word| Key { form: Form::Line, ink: ink_of(tone), text: scene.word(word) };
    vec![
        key(Tone::Good, Word::CHAIN_GOOD),
        key(Tone::Watch, Word::CHAIN_WATCH),
        key(Tone::Unknown, Word::CHAIN_UNKNOWN_YET),
    ]
}

fn table(scene: &Scene<'_>) -> Table {
    let (model, show) = (scene.model, scene.show);
    let name = |id: &str| match id {
        "" => scene.word(Word::CHAIN_CLIENT),
        id => row_name(show, model, &["people/", id].concat()),
    };
    let row = |link: &Handover| {
        let latest = latest_score(&model.team, link);
        let score = latest.map_or_else(|| "—".into(), |latest| show.plain(latest.score.0, 1));
        let coefficient = latest.map_or_else(|| "—".into(), |latest| show.plain(latest.coefficient.0, 2));
        vec![name(&link.executor), name(&link.customer), score, coefficient]
    };
    Table {
        head: [Word::CHAIN_EXECUTOR, Word::CHAIN_CUSTOMER, Word::CHAIN_LATEST, Word::CHAIN_COEFFICIENT]
            .map(|word| scene.word(word))
            .into(),
        rows: model.team.handovers.iter().map(row).collect(),
    }
}
