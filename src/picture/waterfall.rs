//! A sum taken apart: what adds to it and what takes from it, step by step.

use super::declaration::{FONT, float};
use super::mark::{self, Pattern, Picture};
use crate::chart::{StepKind, Waterfall, WaterfallPlot, WaterfallStep};
use crate::number::{Exact, Money};

/// One step of a sum.
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

/// The picture at a width.
pub fn waterfall(width: i32, parts: &[Part]) -> Picture {
    let steps: Vec<_> = parts
        .iter()
        .map(|part| WaterfallStep {
            name: &part.name,
            text: &part.shown,
            change: float(part.amount.0),
            total: part.total,
        })
        .collect();
    let plot = Waterfall { width, font: FONT, bar: 24, gap: 12, steps: &steps }.draw();
    inked(&plot, parts)
}

fn inked(plot: &WaterfallPlot, parts: &[Part]) -> Picture {
    let mut marks = Vec::new();
    let mut lines = String::new();
    for tick in plot.ticks.iter().filter(|tick| tick.mantissa != 0) {
        mark::upright(&mut lines, tick.at, plot.frame.y, plot.frame.bottom());
    }
    marks.push(mark::path("grid", std::mem::take(&mut lines)));
    mark::upright(&mut lines, plot.zero, plot.frame.y, plot.frame.bottom());
    marks.push(mark::path("zero", std::mem::take(&mut lines)));
    for link in &plot.links {
        mark::upright(&mut lines, link.x, link.from, link.to);
    }
    marks.push(mark::path("tie", lines));
    let bars =
        |kind| mark::boxes(plot.rows.iter().filter(move |row| row.kind == kind).filter_map(|row| row.bar));
    marks.push(mark::path("bar in", bars(StepKind::Plus)));
    marks.push(mark::hatched("edge out", Pattern::Out, bars(StepKind::Minus)));
    marks.push(mark::path("bar plan", bars(StepKind::Total)));
    marks.push(mark::hatched("edge bad", Pattern::Bad, bars(StepKind::Loss)));
    for (row, part) in plot.rows.iter().zip(parts) {
        let class = if part.total { "say halo" } else { "halo" };
        marks.extend(mark::text(class, Some(row.name), part.name.clone()));
        marks.extend(mark::text("say halo", Some(row.text), part.shown.clone()));
    }
    let zones = mark::rows_at(plot.view, plot.rows.iter().map(|row| row.name.y));
    Picture { view: plot.view, marks, zones }
}
