//! The price of an order, taken apart.

use super::declaration::{Chart, Context, Form, Key, Table};
use super::mark::Pattern;
use super::waterfall::{Part, waterfall};
use crate::judge;
use crate::number::{Exact, Money};
use crate::text::Word;

/// The price of an order, taken apart.
pub static ORDER: Chart = Chart {
    id: "order",
    title: Word::CHARTS_ORDER,
    screens: &["result"],
    paper: 440,
    input: |_| (),
    finding: |context, ()| context.finding(&judge::order_finding(context.outcome)),
    draw: |context, ()| waterfall(context.width, &parts(context)),
    keys,
    table,
};

/// From what the client pays to what is left; parts of nothing are left out.
fn parts(context: &Context<'_>) -> Vec<Part> {
    let client = &context.outcome.client;
    let price = Money(context.model.offer.price.number::<Exact>());
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
        name: context.word(word),
        shown: context.show.money(amount.0),
        amount,
        total,
    };
    all.into_iter().filter(counts).map(part).collect()
}

fn keys(context: &Context<'_>, (): &()) -> Vec<Key> {
    let left = match context.outcome.client.order_contribution.is_negative() {
        true => (Form::Hatch(Pattern::Bad), "edge bad"),
        false => (Form::Box, "bar plan"),
    };
    vec![
        context.key(Form::Box, "bar in", Word::CHARTS_ORDER_PLUS),
        context.key(Form::Hatch(Pattern::Out), "edge out", Word::CHARTS_ORDER_MINUS),
        context.key(left.0, left.1, Word::FIGURE_ORDER_CONTRIBUTION),
    ]
}

fn table(context: &Context<'_>, (): &()) -> Table {
    let price = context.outcome.client.paid_price;
    let row = |part: Part| vec![part.name, part.shown, context.show.percent((part.amount / price).0)];
    Table {
        head: [Word::CHARTS_ORDER_STEP, Word::CHARTS_ORDER_AMOUNT, Word::CHARTS_ORDER_SHARE]
            .map(|word| context.word(word))
            .into(),
        rows: parts(context).into_iter().map(row).collect(),
    }
}
