//! Revenue, costs and profit by month.

use super::axes::{MONEY_BY_MONTH, first_month, zero};
use super::declaration::{Chart, Context, Form, Key, Table, float, floats, monthly};
use super::mark::{self, Mark, Pattern, Picture};
use crate::chart::{Annotation, Bar, Moment, MonthChart, MonthPlot, Series, Shape, Side};
use crate::judge;
use crate::number::{Exact, Money};
use crate::plan::Reached;
use crate::text::{Filling, Word};

/// Revenue, costs and profit by month.
pub static MONEY: Chart = Chart {
    id: "money",
    title: Word::CHARTS_MONEY,
    screens: &["result"],
    paper: 440,
    input: |_| (),
    finding: |context, ()| context.finding(&judge::money_finding(context.outcome)),
    draw,
    keys,
    table,
};

fn draw(context: &Context<'_>, (): &()) -> Picture {
    let statement = &context.outcome.statement;
    let (revenue, profit, costs) =
        (floats(&statement.revenue), floats(&statement.profit), floats(&costs(context)));
    let names = [Word::FIGURE_REVENUE, Word::CHARTS_MONEY_COSTS].map(|name| context.word(name));
    // Without clients one already had it is the revenue again, and is not drawn.
    let of_new = if has_opening(context) { floats(&of_new(context)) } else { Vec::new() };
    let line = |values, label| Series { shape: Shape::Line, values, floor: &[], label };
    let series = [
        Series { shape: Shape::Bar, ..line(&profit, "") },
        line(&revenue, names[0].as_str()),
        line(&costs, names[1].as_str()),
        line(&of_new, ""),
    ];
    let even = break_even(context);
    let label = even.map_or_else(String::new, |month| {
        let month = context.show.month(month);
        context.show.phrase(Word::CHARTS_MONEY_EVEN_AT, &[("month", Filling::Text(&month))])
    });
    let even = even.map(|month| {
        let value = statement.revenue.get(month as usize).and_then(|revenue| float(revenue.0));
        let mark = Annotation { month: f64::from(month), value, label: "", side: Side::Above };
        (mark, Moment { month: f64::from(month), label: &label })
    });
    let (annotations, moments): (Vec<_>, Vec<_>) = even.into_iter().unzip();
    let ground = MONEY_BY_MONTH.ground(context, first_month(context), revenue.len());
    let plot = MONEY_BY_MONTH.laid_out(
        context,
        MonthChart { series: &series, annotations: &annotations, moments: &moments, ..ground },
    );
    inked(context, &plot, &names, label)
}

fn inked(context: &Context<'_>, plot: &MonthPlot, names: &[String; 2], label: String) -> Picture {
    let mut picture = MONEY_BY_MONTH.picture(context, plot);
    let marks = &mut picture.marks;
    let [profit, revenue, costs, of_new] = plot.series.as_slice() else {
        return picture;
    };
    let bars = |negative| {
        let wanted = profit.bars.iter().filter(move |bar: &&Bar| bar.negative == negative);
        mark::boxes(wanted.map(|bar| bar.rect))
    };
    marks.push(mark::hatched("edge out", Pattern::Out, bars(true)));
    marks.push(mark::path("bar in", bars(false)));
    marks.extend(zero(plot));
    marks.push(mark::path("curve out dash", costs.path.clone()));
    if has_opening(context) {
        marks.push(mark::path("curve in thin", of_new.path.clone()));
    }
    marks.push(mark::path("curve in", revenue.path.clone()));
    for rule in plot.moments.iter().flatten() {
        let mut line = String::new();
        mark::upright(&mut line, rule.at, plot.frame.y - 6, plot.frame.bottom());
        marks.push(mark::path("now", line));
        marks.extend(mark::text("say halo", rule.label, label.clone()));
    }
    marks.extend(plot.annotations.iter().flatten().map(|own| Mark::Ring(own.at)));
    for (drawn, name) in [revenue, costs].into_iter().zip(names) {
        marks.extend(mark::text("say", drawn.end, name.clone()));
    }
    picture
}

/// Whether there are clients one already had.
fn has_opening(context: &Context<'_>) -> bool {
    context.outcome.statement.opening_revenue.iter().any(|revenue| revenue.is_positive())
}

/// What new clients alone bring.
fn of_new(context: &Context<'_>) -> Vec<Money<Exact>> {
    let statement = &context.outcome.statement;
    let both = statement.revenue.iter().zip(&statement.opening_revenue);
    both.map(|(revenue, opening)| *revenue - *opening).collect()
}

/// All that is not left as profit.
fn costs(context: &Context<'_>) -> Vec<Money<Exact>> {
    let statement = &context.outcome.statement;
    statement.revenue.iter().zip(&statement.profit).map(|(revenue, profit)| *revenue - *profit).collect()
}

/// The month since which there is no loss, where losses came before it.
fn break_even(context: &Context<'_>) -> Option<u32> {
    match context.outcome.break_even.lasting {
        Reached::At(month) if month > 0 => Some(month),
        _ => None,
    }
}

fn keys(context: &Context<'_>, (): &()) -> Vec<Key> {
    let mut keys = vec![
        context.key(Form::Line, "curve in", Word::FIGURE_REVENUE),
        context.key(Form::Line, "curve out dash", Word::CHARTS_MONEY_COSTS),
    ];
    if has_opening(context) {
        keys.push(context.key(Form::Line, "curve in thin", Word::CHARTS_MONEY_OF_NEW));
    }
    let profit = &context.outcome.statement.profit;
    if profit.iter().any(|profit| profit.is_positive()) {
        keys.push(context.key(Form::Box, "bar in", Word::FIGURE_PROFIT));
    }
    if profit.iter().any(|profit| profit.is_negative()) {
        keys.push(context.key(Form::Hatch(Pattern::Out), "edge out", Word::CHARTS_MONEY_LOSS));
    }
    keys.extend(break_even(context).map(|_| context.key(Form::Ring, "", Word::CHARTS_MONEY_EVEN)));
    keys
}

fn table(context: &Context<'_>, (): &()) -> Table {
    let statement = &context.outcome.statement;
    let (costs, of_new) = (costs(context), of_new(context));
    let mut columns = vec![(Word::FIGURE_REVENUE, statement.revenue.as_slice())];
    if has_opening(context) {
        columns.push((Word::CHARTS_MONEY_OF_NEW, &of_new));
    }
    columns.push((Word::CHARTS_MONEY_COSTS, &costs));
    columns.push((Word::FIGURE_PROFIT, &statement.profit));
    monthly(context, &columns)
}
