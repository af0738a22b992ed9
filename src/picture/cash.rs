//! The balance by month.

use super::axes::{MONEY_BY_MONTH, first_month, zero};
use super::declaration::{Chart, Context, Form, Key, Table, float, floats, monthly};
use super::mark::{self, Mark, Pattern, Picture};
use crate::chart::{Annotation, MonthChart, MonthPlot, Series, Shape, Side};
use crate::judge;
use crate::number::{Exact, Money};
use crate::text::{Filling, Word};

/// The balance by month.
pub static CASH: Chart = Chart {
    id: "cash",
    title: Word::CHARTS_CASH,
    screens: &["result"],
    paper: 440,
    input: |_| (),
    finding: |context, ()| context.finding(&judge::cash_finding(context.outcome)),
    draw,
    keys,
    table,
};

fn draw(context: &Context<'_>, (): &()) -> Picture {
    let balance = floats(&context.outcome.cash.balance);
    let series = [Shape::AreaAbove, Shape::AreaBelow, Shape::Line].map(|shape| Series {
        shape,
        values: &balance,
        floor: &[],
        label: "",
    });
    let gap = &context.outcome.gap;
    let (amount, month) = (context.show.short_money(gap.lowest.0), context.show.month(gap.lowest_month));
    let label = context.show.phrase(
        Word::CHARTS_CASH_LOW_AT,
        &[("amount", Filling::Text(&amount)), ("month", Filling::Text(&month))],
    );
    let lowest = Annotation {
        month: f64::from(gap.lowest_month),
        value: float(gap.lowest.0),
        label: &label,
        side: Side::Below,
    };
    let ground = MONEY_BY_MONTH.ground(context, first_month(context), balance.len());
    let plot =
        MONEY_BY_MONTH.laid_out(context, MonthChart { series: &series, annotations: &[lowest], ..ground });
    inked(context, &plot, label)
}

fn inked(context: &Context<'_>, plot: &MonthPlot, label: String) -> Picture {
    let mut picture = MONEY_BY_MONTH.picture(context, plot);
    let marks = &mut picture.marks;
    let [above, below, line] = plot.series.as_slice() else {
        return picture;
    };
    marks.push(mark::path("area plan", above.path.clone()));
    marks.push(mark::hatched("bad", Pattern::Bad, below.path.clone()));
    marks.extend(zero(plot));
    marks.push(mark::path("curve plan", line.path.clone()));
    for lowest in plot.annotations.iter().flatten() {
        marks.extend(mark::text("say halo", lowest.label, label.clone()));
        marks.push(Mark::Ring(lowest.at));
    }
    picture
}

fn keys(context: &Context<'_>, (): &()) -> Vec<Key> {
    let mut keys = vec![context.key(Form::Line, "curve plan", Word::FIGURE_BALANCE)];
    if context.outcome.gap.months > 0 {
        keys.push(context.key(Form::Hatch(Pattern::Bad), "edge bad", Word::CHARTS_CASH_BELOW));
    }
    keys.push(context.key(Form::Ring, "", Word::CHARTS_CASH_LOWEST));
    keys
}

fn table(context: &Context<'_>, (): &()) -> Table {
    let cash = &context.outcome.cash;
    let came = cash.receipts.iter().zip(&cash.opening_receipts).map(|(own, owed)| *own + *owed);
    let paid: Vec<Money<Exact>> = came.zip(&cash.flow).map(|(received, flow)| received - *flow).collect();
    let mut columns = vec![(Word::FIGURE_RECEIPTS, cash.receipts.as_slice())];
    // What was owed when the plan began stands by itself.
    if cash.opening_receipts.iter().any(|amount| amount.is_positive()) {
        columns.push((Word::FIGURE_OPENING_RECEIPTS, &cash.opening_receipts));
    }
    columns.push((Word::CHARTS_CASH_OUT, &paid));
    columns.push((Word::FIGURE_BALANCE, &cash.balance));
    monthly(context, &columns)
}
