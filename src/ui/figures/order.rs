//! The price of an order, taken apart.

use super::legend::{Form, Key};
use super::subject::{Picture, Scene, Subject, Table};
use super::waterfall::{Part, waterfall};
use crate::number::{Exact, Money};
use crate::text::{Word, findings};

/// The price of an order, taken apart.
pub static ORDER: Subject =
    Subject { title: Word::CHARTS_ORDER, paper: 440, finding: findings::order, draw, legend, table };

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
    waterfall(scene.width, parts(scene))
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
