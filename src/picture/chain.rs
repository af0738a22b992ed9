//! Who hands work to whom, and what each thinks of it.

use super::declaration::{Chart, Context, FONT, Form, Key, Table};
use super::mark::{self, Mark, Picture, Zone};
use crate::chart::{Anchor, Chain, ChainBox, ChainLink, Node, Rect, TextPlace};
use crate::judge::{Tone, chain_finding, score_tone};
use crate::model::{Handover, Model, Process};
use crate::number::Exact;
use crate::pay::{LatestScore, latest_score};
use crate::text::{Show, Word, row_name};

/// Who hands work to whom, and what each thinks of it.
pub static CHAIN: Chart = Chart {
    id: "chain",
    title: Word::CHAIN_TITLE,
    screens: &["people"],
    paper: 660,
    input: |_| (),
    finding: |context, ()| context.finding(&chain_finding(context.model)),
    draw,
    keys,
    table,
};

/// Room for a sign and a score, in pixels.
const LABEL: i32 = 46;
/// Side of a tone's sign, in pixels.
const SIGN: i32 = 14;
/// The client takes what comes last.
const CLIENT: u8 = u8::MAX;

/// The place of a process in the order in which work goes through a business.
fn station(process: Process) -> u8 {
    match process {
        Process::Acquisition => 0,
        Process::Sales => 1,
        Process::Upsell => 2,
        Process::Delivery => 3,
        Process::Service => 4,
        Process::Account => 5,
        Process::CrossSell => 6,
        Process::General => 7,
        Process::Own => 8,
    }
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

fn draw(context: &Context<'_>, (): &()) -> Picture {
    let members = members(context.model, context.show);
    let nodes: Vec<_> = members.iter().map(|own| Node { name: &own.name, rank: own.rank }).collect();
    // One who is not there has a place that no node has: the link is not drawn.
    let place = |id: &str| members.iter().position(|own| own.id == id).unwrap_or(usize::MAX);
    let handovers = &context.model.team.handovers;
    let links: Vec<_> = handovers.iter().map(|link| (place(&link.executor), place(&link.customer))).collect();
    let plot = Chain { width: context.width, font: FONT, label: LABEL, nodes: &nodes, links: &links }.draw();
    let latest: Vec<_> = handovers.iter().map(|link| latest_score(&context.model.team, link)).collect();
    let drawn = || plot.links.iter().zip(&latest).filter_map(|(link, latest)| Some((link.as_ref()?, latest)));
    let mut marks: Vec<_> =
        drawn().flat_map(|(link, latest)| arrow(link, score_tone(latest.as_ref()))).collect();
    marks.extend(plot.boxes.into_iter().zip(&members).flat_map(|(own, member)| member_box(own, member)));
    marks.extend(drawn().map(|(link, latest)| label(context, link, latest.as_ref())));
    let zone = |(row, link): (usize, &Option<ChainLink>)| Some(Zone { row, rect: link.as_ref()?.label });
    let zones = plot.links.iter().enumerate().filter_map(zone).collect();
    Picture { view: plot.view, marks, zones }
}

/// The class of a link's line; what is not known is dashed.
fn line_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "curve thin good",
        Tone::Watch | Tone::Bad => "curve thin watch",
        Tone::Unknown => "curve thin dash unscored",
    }
}

fn arrow(link: &ChainLink, tone: Tone) -> [Mark; 2] {
    let head = match tone {
        Tone::Good => "bar good",
        Tone::Watch | Tone::Bad => "bar watch",
        Tone::Unknown => "bar unscored",
    };
    [mark::path(line_class(tone), link.path.clone()), mark::path(head, link.head.clone())]
}

fn member_box(own: ChainBox, member: &Member) -> Vec<Mark> {
    let class = if member.id.is_empty() { "member client" } else { "member" };
    let lines = own.lines.into_iter().filter_map(|(place, line)| mark::text("say", Some(place), line));
    std::iter::once(mark::bar(class, None, own.rect)).chain(lines).collect()
}

/// The sign of the tone, and the score beside it.
fn label(context: &Context<'_>, link: &ChainLink, latest: Option<&LatestScore<Exact>>) -> Mark {
    let (tone, at) = (score_tone(latest), link.label);
    let pill = match latest {
        Some(_) => at,
        None => Rect { x: at.x + (at.width - SIGN) / 2 - 3, width: SIGN + 6, ..at },
    };
    let x = if latest.is_some() { at.x + 4 } else { pill.x + 3 };
    let sign = Rect { x, y: at.y + 2, width: SIGN, height: SIGN };
    let place = TextPlace { x: x + SIGN + 3, y: at.y + 13, anchor: Anchor::Start };
    let score = latest.map(|latest| context.show.plain(latest.score.0, 1));
    let mut marks = vec![
        Mark::Bar { class: "score", fill: None, rect: pill, corner: 9 },
        Mark::Sign { tone, rect: sign },
    ];
    marks.extend(score.and_then(|score| mark::text("say", Some(place), score)));
    Mark::Toned(tone, marks)
}

fn keys(context: &Context<'_>, (): &()) -> Vec<Key> {
    let key = |tone, word| context.key(Form::Line, line_class(tone), word);
    vec![
        key(Tone::Good, Word::CHAIN_GOOD),
        key(Tone::Watch, Word::CHAIN_WATCH),
        key(Tone::Unknown, Word::CHAIN_UNKNOWN_YET),
    ]
}

fn table(context: &Context<'_>, (): &()) -> Table {
    let (model, show) = (context.model, context.show);
    let name = |id: &str| match id {
        "" => context.word(Word::CHAIN_CLIENT),
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
            .map(|word| context.word(word))
            .into(),
        rows: model.team.handovers.iter().map(row).collect(),
    }
}
