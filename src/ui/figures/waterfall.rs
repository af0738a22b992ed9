//! A sum taken apart: what adds to it and what takes from it, step by step.

use super::canvas::{on_paper, said_or};
use super::frame::framed;
use super::ink;
use super::legend::{Form, Key};
use super::subject::{FONT, Picture, Table, float};
use crate::chart::{Step, Tone, Waterfall, WaterfallPlot};
use crate::number::{Exact, Money};
use crate::text::Word;
use crate::text::findings::Finding;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// One step.
#[derive(Clone, PartialEq)]
pub struct Part {
    /// What it is.
    pub name: String,
    /// Its amount in words.
    pub shown: String,
    /// Its amount.
    pub amount: Money<Exact>,
    /// Whether it is what all above come to.
    pub total: bool,
}

/// A sum taken apart, with what it says.
#[derive(Clone, PartialEq)]
pub struct Apart {
    /// What it says.
    pub finding: Finding,
    /// From top to bottom.
    pub parts: Vec<Part>,
}

/// Width on paper, in pixels.
const PAPER: i32 = 880;

/// The picture in its frame; `names` are of what adds, what takes away, and the columns of the table.
pub fn waterfall_chart(
    desk: Desk,
    title: Word,
    drawn: Memo<Apart>,
    [up, down, what, amount]: [Word; 4],
) -> AnyView {
    let finding = Memo::new(move |_| drawn.with(|drawn| drawn.finding.clone()));
    let picture = move |width| {
        drawn.with(|drawn| said_or(drawn.finding.clone(), width, || waterfall(width, drawn.parts.clone())))
    };
    let keys = move || {
        let key = |form, ink, word| Key { form, ink, text: desk.word(word) };
        vec![key(Form::Box, "bar in", up), key(Form::Hatch("url(#p-out)"), "edge out", down)]
    };
    let table = move || Table {
        head: [what, amount].map(|word| desk.word(word)).into(),
        rows: drawn.with(|drawn| {
            drawn.parts.iter().map(|part| vec![part.name.clone(), part.shown.clone()]).collect()
        }),
    };
    framed(desk, (title, false), finding, on_paper(PAPER, i32::MAX, picture), keys, table)
}

/// The picture at a width.
pub fn waterfall(width: i32, parts: Vec<Part>) -> Picture {
    let steps: Vec<_> = parts
        .iter()
        .map(|part| Step {
            name: &part.name,
            text: &part.shown,
            change: float(part.amount.0),
            total: part.total,
        })
        .collect();
    let plot = Waterfall { width, font: FONT, bar: 24, gap: 12, steps: &steps }.draw();
    inked(&plot, parts)
}

fn inked(plot: &WaterfallPlot, parts: Vec<Part>) -> Picture {
    let mut marks = Vec::new();
    let mut lines = String::new();
    for tick in plot.ticks.iter().filter(|tick| tick.mantissa != 0) {
        ink::upright(&mut lines, tick.at, plot.frame.y, plot.frame.bottom());
    }
    marks.push(ink::path("grid", std::mem::take(&mut lines)));
    ink::upright(&mut lines, plot.zero, plot.frame.y, plot.frame.bottom());
    marks.push(ink::path("zero", std::mem::take(&mut lines)));
    for link in &plot.links {
        ink::upright(&mut lines, link.x, link.from, link.to);
    }
    marks.push(ink::path("tie", lines));
    let bars =
        |tone| ink::boxes(plot.rows.iter().filter(move |row| row.tone == tone).filter_map(|row| row.bar));
    marks.push(ink::path("bar in", bars(Tone::Plus)));
    marks.push(ink::hatched("edge out", "url(#p-out)", bars(Tone::Minus)));
    marks.push(ink::path("bar plan", bars(Tone::Total)));
    marks.push(ink::hatched("edge bad", "url(#p-bad)", bars(Tone::Loss)));
    for (row, part) in plot.rows.iter().zip(parts) {
        marks.extend(ink::text(if part.total { "say halo" } else { "halo" }, Some(row.name), part.name));
        marks.extend(ink::text("say halo", Some(row.text), part.shown));
    }
    Picture { view: plot.view, marks }
}
