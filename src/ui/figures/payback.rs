//! What one client brings over its life against what winning it cost.

use super::axes::{MONEY_BY_AGE, zero};
use super::ink;
use super::legend::{Form, Key};
use super::subject::{FONT, Picture, Scene, Subject, Table, float};
use crate::chart::{Anchor, Chart, Level, Mark, Place, Plot, Series, Shape, Side};
use crate::number::{Exact, Money};
use crate::plan::Reached;
use crate::text::{Filling, Word, findings};
use std::fmt::Write as _;

/// What one client brings over its life against what winning it cost.
pub static PAYBACK: Subject =
    Subject { title: Word::CHARTS_PAYBACK, paper: 440, finding: findings::payback, draw, legend, table };

/// Months shown at least.
const LEAST: usize = 12;

fn draw(scene: &Scene<'_>) -> Picture {
    let curve = curve(scene);
    let end = scene.word(Word::CHARTS_PAYBACK_BRINGS_END);
    let series = [Series { shape: Shape::Line, values: &curve, floor: &[], label: &end }];
    let names = costs(scene).map(|(word, cost)| {
        let amount = scene.show.short_money(cost.0);
        scene.show.phrase(word, &[("amount", Filling::Text(&amount))])
    });
    let cost = |(_, cost): &(_, Money<Exact>)| float(cost.0).filter(|_| cost.is_positive());
    let levels: Vec<_> =
        costs(scene).iter().zip(&names).map(|(of, label)| Level { value: cost(of), label }).collect();
    let reached = reached(scene);
    let label = reached.map_or_else(String::new, |(months, _)| scene.show.months(months));
    let mark = reached.and_then(|(months, cost)| {
        Some(Mark { month: float(months)?, value: float(cost.0), label: &label, side: Side::Below })
    });
    let marks: Vec<_> = mark.into_iter().collect();
    let mut ground = MONEY_BY_AGE.ground(scene, 0, curve.len());
    ground.margin.bottom += FONT + 6;
    ground.zero = true;
    let plot =
        MONEY_BY_AGE.laid_out(scene, Chart { series: &series, levels: &levels, marks: &marks, ..ground });
    inked(scene, &plot, &curve, [&names[0], &names[1], &label, &end])
}

fn inked(scene: &Scene<'_>, plot: &Plot, curve: &[Option<f64>], texts: [&str; 4]) -> Picture {
    let mut picture = MONEY_BY_AGE.picture(scene, plot);
    let marks = &mut picture.marks;
    let [brought] = plot.series.as_slice() else {
        return picture;
    };
    marks.push(ink::path("area in", surplus(plot, curve)));
    marks.extend(zero(plot));
    for (rule, ink) in plot.levels.iter().zip(["curve out dash", "curve out dash thin"]) {
        let Some(rule) = rule else { continue };
        let mut line = String::new();
        ink::level(&mut line, plot.frame, rule.at);
        marks.push(ink::path(ink, line));
    }
    marks.push(ink::path("curve in", brought.path.clone()));
    for spot in plot.marks.iter().flatten() {
        let mut line = String::new();
        ink::upright(&mut line, spot.at.x, spot.at.y, plot.frame.bottom());
        marks.push(ink::path("now", line));
        marks.extend(ink::text("say halo", spot.label, texts[2].into()));
        marks.push(ink::ring(spot.at));
    }
    for (rule, name) in plot.levels.iter().zip(texts) {
        marks.extend(ink::text("say halo", rule.as_ref().and_then(|rule| rule.label), name.into()));
    }
    marks.extend(ink::text("say", brought.end, texts[3].into()));
    let below = Place { x: plot.frame.right(), y: plot.view.height - 4, anchor: Anchor::End };
    marks.extend(ink::text("", Some(below), scene.word(Word::CHARTS_PAYBACK_AGE)));
    picture
}

/// What is brought over the cost: from the point where it is covered along the curve.
fn surplus(plot: &Plot, curve: &[Option<f64>]) -> String {
    let mut path = String::new();
    let Some(spot) = plot.marks.first().copied().flatten() else {
        return path;
    };
    // Writing into a String cannot fail.
    let _ = write!(path, "M{} {}", spot.at.x, spot.at.y);
    for (month, value) in curve.iter().enumerate() {
        let point = plot.columns.at(month as f64).zip(value.map(|value| plot.scale.at(value)));
        if let Some((x, y)) = point.filter(|(x, _)| *x > spot.at.x) {
            let _ = write!(path, "L{x} {y}");
        }
    }
    let _ = write!(path, "V{}z", spot.at.y);
    path
}

/// What a client has brought after 0, 1, 2… months, as far as it is worth looking.
fn curve(scene: &Scene<'_>) -> Vec<Option<f64>> {
    let brought = scene.outcome.client.curve.iter().map(|sum| float(sum.0));
    std::iter::once(Some(0.0)).chain(brought).take(span(scene) + 1).collect()
}

/// How many months are shown: twice the way to the payback, all there are where it is not reached.
fn span(scene: &Scene<'_>) -> usize {
    let all = scene.outcome.client.curve.len();
    let reached = reached(scene).and_then(|(months, _)| float(months));
    let half_years = |months: f64| (months / 3.0).ceil() as usize * 6;
    reached.map_or(all, |months| half_years(months).max(LEAST)).min(all)
}

/// When a client has paid for having been won, and what that was.
fn reached(scene: &Scene<'_>) -> Option<(Exact, Money<Exact>)> {
    let total = &scene.outcome.total;
    match total.payback_loaded {
        Reached::At(months) if total.cac_loaded.is_positive() => Some((months.0, total.cac_loaded)),
        _ => None,
    }
}

/// The cost of a client with pay and, where it differs, without.
fn costs(scene: &Scene<'_>) -> [(Word, Money<Exact>); 2] {
    let total = &scene.outcome.total;
    let marketing = if total.cac == total.cac_loaded { Money::ZERO } else { total.cac };
    [(Word::CHARTS_PAYBACK_LEVEL, total.cac_loaded), (Word::CHARTS_PAYBACK_LEVEL_MARKETING, marketing)]
}

fn legend(scene: &Scene<'_>) -> Vec<Key> {
    let key = |form, ink, word| Key { form, ink, text: scene.word(word) };
    let [loaded, marketing] = costs(scene).map(|(_, cost)| cost.is_positive());
    let mut keys = vec![key(Form::Line, "curve in", Word::CHARTS_PAYBACK_BRINGS)];
    keys.extend(loaded.then(|| key(Form::Line, "curve out dash", Word::CHARTS_PAYBACK_LOADED)));
    keys.extend(marketing.then(|| key(Form::Line, "curve out dash thin", Word::CHARTS_PAYBACK_MARKETING)));
    keys.extend(reached(scene).map(|_| key(Form::Ring, "", Word::CHARTS_PAYBACK_REACHED)));
    keys
}

fn table(scene: &Scene<'_>) -> Table {
    let client = &scene.outcome.client;
    let row = |(month, (sum, stays)): (usize, (&Money<Exact>, _))| {
        let stays: &crate::number::Share<Exact> = stays;
        vec![(month + 1).to_string(), scene.show.money(sum.0), scene.show.percent(stays.0)]
    };
    Table {
        head: [Word::CHARTS_PAYBACK_MONTH, Word::CHARTS_PAYBACK_BRINGS, Word::CHARTS_PAYBACK_STAY]
            .map(|word| scene.word(word))
            .into(),
        rows: client.curve.iter().zip(&client.survival).enumerate().map(row).collect(),
    }
}
