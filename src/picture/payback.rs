//! What one client brings over its life against what winning it cost.

use super::axes::{MONEY_BY_AGE, zero};
use super::declaration::{Chart, Context, FONT, Form, Key, Table, float};
use super::mark::{self, Mark, Picture};
use crate::chart::{Anchor, Annotation, Level, MonthChart, MonthPlot, Series, Shape, Side, TextPlace};
use crate::judge;
use crate::number::{Exact, Money};
use crate::plan::Reached;
use crate::text::{Filling, Word};
use std::fmt::Write as _;

/// What one client brings over its life against what winning it cost.
pub static PAYBACK: Chart = Chart {
    id: "payback",
    title: Word::CHARTS_PAYBACK,
    screens: &["result"],
    paper: 440,
    input: |_| (),
    finding: |context, ()| context.finding(&judge::payback_finding(context.outcome)),
    draw,
    keys,
    table,
};

/// Months shown at least.
const LEAST: usize = 12;

fn draw(context: &Context<'_>, (): &()) -> Picture {
    let curve = curve(context);
    let end = context.word(Word::CHARTS_PAYBACK_BRINGS_END);
    let series = [Series { shape: Shape::Line, values: &curve, floor: &[], label: &end }];
    let names = costs(context).map(|(word, cost)| {
        let amount = context.show.short_money(cost.0);
        context.show.phrase(word, &[("amount", Filling::Text(&amount))])
    });
    let cost = |(_, cost): &(_, Money<Exact>)| float(cost.0).filter(|_| cost.is_positive());
    let levels: Vec<_> =
        costs(context).iter().zip(&names).map(|(of, label)| Level { value: cost(of), label }).collect();
    let reached = reached(context);
    let label = reached.map_or_else(String::new, |(months, _)| context.show.months(months));
    let paid_back = reached.and_then(|(months, cost)| {
        Some(Annotation { month: float(months)?, value: float(cost.0), label: &label, side: Side::Below })
    });
    let annotations: Vec<_> = paid_back.into_iter().collect();
    let mut ground = MONEY_BY_AGE.ground(context, 0, curve.len());
    ground.margin.bottom += FONT + 6;
    ground.zero = true;
    let plot = MONEY_BY_AGE.laid_out(
        context,
        MonthChart { series: &series, levels: &levels, annotations: &annotations, ..ground },
    );
    inked(context, &plot, &curve, [&names[0], &names[1], &label, &end])
}

fn inked(context: &Context<'_>, plot: &MonthPlot, curve: &[Option<f64>], texts: [&str; 4]) -> Picture {
    let mut picture = MONEY_BY_AGE.picture(context, plot);
    // More months may be shown than there are.
    let client = &context.outcome.client;
    picture.zones.truncate(client.curve.len().min(client.survival.len()));
    let marks = &mut picture.marks;
    let [brought] = plot.series.as_slice() else {
        return picture;
    };
    marks.push(mark::path("area in", surplus(plot, curve)));
    marks.extend(zero(plot));
    for (rule, ink) in plot.levels.iter().zip(["curve out dash", "curve out dash thin"]) {
        let Some(rule) = rule else { continue };
        let mut line = String::new();
        mark::level(&mut line, plot.frame, rule.at);
        marks.push(mark::path(ink, line));
    }
    marks.push(mark::path("curve in", brought.path.clone()));
    for reached in plot.annotations.iter().flatten() {
        let mut line = String::new();
        mark::upright(&mut line, reached.at.x, reached.at.y, plot.frame.bottom());
        marks.push(mark::path("now", line));
        marks.extend(mark::text("say halo", reached.label, texts[2].into()));
        marks.push(Mark::Ring(reached.at));
    }
    for (rule, name) in plot.levels.iter().zip(texts) {
        marks.extend(mark::text("say halo", rule.as_ref().and_then(|rule| rule.label), name.into()));
    }
    marks.extend(mark::text("say", brought.end, texts[3].into()));
    let below = TextPlace { x: plot.frame.right(), y: plot.view.height - 4, anchor: Anchor::End };
    marks.extend(mark::text("", Some(below), context.word(Word::CHARTS_PAYBACK_AGE)));
    picture
}

/// What is brought over the cost: from the point where it is covered along the curve.
fn surplus(plot: &MonthPlot, curve: &[Option<f64>]) -> String {
    let mut path = String::new();
    let Some(reached) = plot.annotations.first().copied().flatten() else {
        return path;
    };
    // Writing into a String cannot fail.
    let _ = write!(path, "M{} {}", reached.at.x, reached.at.y);
    for (month, value) in curve.iter().enumerate() {
        let point = plot.columns.at(month as f64).zip(value.map(|value| plot.scale.at(value)));
        if let Some((x, y)) = point.filter(|(x, _)| *x > reached.at.x) {
            let _ = write!(path, "L{x} {y}");
        }
    }
    let _ = write!(path, "V{}z", reached.at.y);
    path
}

/// What a client has brought with the first order and by the age of 1, 2… months, as far as it is worth looking.
fn curve(context: &Context<'_>) -> Vec<Option<f64>> {
    let brought = context.outcome.client.curve.iter().map(|sum| float(sum.0));
    brought.take(span(context) + 1).collect()
}

/// How many months are shown: twice the way to the payback, all there are where it is not reached.
fn span(context: &Context<'_>) -> usize {
    let all = context.outcome.client.curve.len();
    let reached = reached(context).and_then(|(months, _)| float(months));
    let half_years = |months: f64| (months / 3.0).ceil() as usize * 6;
    reached.map_or(all, |months| half_years(months).max(LEAST)).min(all)
}

/// When a client has paid for having been won, and what that was.
fn reached(context: &Context<'_>) -> Option<(Exact, Money<Exact>)> {
    let total = &context.outcome.total;
    match total.payback_loaded {
        Reached::At(months) if total.cac_loaded.is_positive() => Some((months.0, total.cac_loaded)),
        _ => None,
    }
}

/// The cost of a client with pay and, where it differs, without.
fn costs(context: &Context<'_>) -> [(Word, Money<Exact>); 2] {
    let total = &context.outcome.total;
    let marketing = if total.cac == total.cac_loaded { Money::ZERO } else { total.cac };
    [(Word::CHARTS_PAYBACK_LEVEL, total.cac_loaded), (Word::CHARTS_PAYBACK_LEVEL_MARKETING, marketing)]
}

fn keys(context: &Context<'_>, (): &()) -> Vec<Key> {
    let [loaded, marketing] = costs(context).map(|(_, cost)| cost.is_positive());
    let mut keys = vec![context.key(Form::Line, "curve in", Word::CHARTS_PAYBACK_BRINGS)];
    keys.extend(loaded.then(|| context.key(Form::Line, "curve out dash", Word::CHARTS_PAYBACK_LOADED)));
    keys.extend(
        marketing.then(|| context.key(Form::Line, "curve out dash thin", Word::CHARTS_PAYBACK_MARKETING)),
    );
    keys.extend(reached(context).map(|_| context.key(Form::Ring, "", Word::CHARTS_PAYBACK_REACHED)));
    keys
}

fn table(context: &Context<'_>, (): &()) -> Table {
    let client = &context.outcome.client;
    let row = |(month, (sum, stays)): (usize, (&Money<Exact>, _))| {
        let stays: &crate::number::Share<Exact> = stays;
        vec![month.to_string(), context.show.money(sum.0), context.show.percent(stays.0)]
    };
    Table {
        head: [Word::CHARTS_PAYBACK_MONTH, Word::CHARTS_PAYBACK_BRINGS, Word::CHARTS_PAYBACK_STAY]
            .map(|word| context.word(word))
            .into(),
        rows: client.curve.iter().zip(&client.survival).enumerate().map(row).collect(),
    }
}
