//! The price of an order, taken apart.

use super::ink;
use super::legend::{Form, Key};
use super::subject::{FONT, Picture, Scene, Subject, Table, float};
use crate::chart::{Step, Tone, Waterfall, WaterfallPlot};
use crate::number::{Exact, Money};
use crate::text::{Word, findings};

/// The price of an order, taken apart.
pub static ORDER: Subject =
    Subject { title: Word::CHARTS_ORDER, paper: 440, finding: findings::order, draw, legend, table };

/// One part of the price.
struct Part {
    name: String,
    shown: String,
    amount: Money<Exact>,
    total: bool,
}

/// From what the client pays to what is left; parts of nothing are left out.
fn parts(scene: &Scene<'_>) -> Vec<Part> {
    let client = &scene.outcome.client;
    let price = Money(scene.model.offer.price.number::<Exact>());
    // On top of the price or inside it; a refund gives back the price without what was on top.
    let vat = (client.paid_price - price) + client.order_vat;
    let refunds = price - client.order_vat - client.net_price;
    let less = |word, amount: Money<Exact>| (word, -amount, false);
    let all = [
        (Word::FIGURE_PAID_PRICE, client.paid_price, false),
        less(Word::CHARTS_ORDER_VAT, vat),
        less(Word::CHARTS_ORDER_REFUNDS, refunds),
        less(Word::CHARTS_ORDER_FEES, client.order_fees),
        less(Word::FIGURE_ORDER_COST, client.order_cost),
        (Word::FIGURE_ORDER_CONTRIBUTION, client.order_contribution, true),
    ];
    let counts = |(word, amount, _): &(Word, Money<Exact>, bool)| {
        *word == Word::FIGURE_PAID_PRICE || *word == Word::FIGURE_ORDER_CONTRIBUTION || *amount != Money::ZERO
    };
    let part = |(word, amount, total): (Word, Money<Exact>, bool)| Part {
        name: scene.word(word),
        shown: scene.show.money(amount.0),
        amount,
        total,
    };
    all.into_iter().filter(counts).map(part).collect()
}

fn draw(scene: &Scene<'_>) -> Picture {
    let parts = parts(scene);
    let steps: Vec<_> = parts
        .iter()
        .map(|part| Step {
            name: &part.name,
            text: &part.shown,
            change: float(part.amount.0),
            total: part.total,
        })
        .collect();
    let plot = Waterfall { width: scene.width, font: FONT, bar: 24, gap: 12, steps: &steps }.draw();
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

fn legend(scene: &Scene<'_>) -> Vec<Key> {
    let key = |form, ink, word| Key { form, ink, text: scene.word(word) };
    let left = match scene.outcome.client.order_contribution.is_negative() {
        true => (Form::Hatch("url(#p-bad)"), "edge bad"),
        false => (Form::Box, "bar plan"),
    };
    vec![
        key(Form::Box, "bar in", Word::CHARTS_ORDER_PLUS),
        key(Form::Hatch("url(#p-out)"), "edge out", Word::CHARTS_ORDER_MINUS),
        key(left.0, left.1, Word::FIGURE_ORDER_CONTRIBUTION),
    ]
}

fn table(scene: &Scene<'_>) -> Table {
    let price = scene.outcome.client.paid_price;
    let row = |part: Part| vec![part.name, part.shown, scene.show.percent((part.amount / price).0)];
    Table {
        head: [Word::CHARTS_ORDER_STEP, Word::CHARTS_ORDER_AMOUNT, Word::CHARTS_ORDER_SHARE]
            .map(|word| scene.word(word))
            .into(),
        rows: parts(scene).into_iter().map(row).collect(),
    }
}
