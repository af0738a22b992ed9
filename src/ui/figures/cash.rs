//! The balance by month.

use super::axes::{MONEY_BY_MONTH, first_month, zero};
use super::ink;
use super::legend::{Form, Key};
use super::subject::{Picture, Scene, Subject, Table, float, floats, monthly};
use crate::chart::{Chart, Mark, Plot, Series, Shape, Side};
use crate::number::{Exact, Money};
use crate::text::{Filling, Word, findings};

/// The balance by month.
pub static CASH: Subject =
    Subject { title: Word::CHARTS_CASH, paper: 440, finding: findings::cash, draw, legend, table };

fn draw(scene: &Scene<'_>) -> Picture {
    let balance = floats(&scene.outcome.cash.balance);
    let series = [Shape::AreaAbove, Shape::AreaBelow, Shape::Line].map(|shape| Series {
        shape,
        values: &balance,
        floor: &[],
        label: "",
    });
    let gap = &scene.outcome.gap;
    let (amount, month) = (scene.show.short_money(gap.lowest.0), scene.show.month(gap.lowest_month));
    let label = scene.show.phrase(
        Word::CHARTS_CASH_LOW_AT,
        &[("amount", Filling::Text(&amount)), ("month", Filling::Text(&month))],
    );
    let lowest = Mark {
        month: f64::from(gap.lowest_month),
        value: float(gap.lowest.0),
        label: &label,
        side: Side::Below,
    };
    let ground = MONEY_BY_MONTH.ground(scene, first_month(scene), balance.len());
    let plot = MONEY_BY_MONTH.laid_out(scene, Chart { series: &series, marks: &[lowest], ..ground });
    inked(scene, &plot, label)
}

fn inked(scene: &Scene<'_>, plot: &Plot, label: String) -> Picture {
    let mut picture = MONEY_BY_MONTH.picture(scene, plot);
    let marks = &mut picture.marks;
    let [above, below, line] = plot.series.as_slice() else {
        return picture;
    };
    marks.push(ink::path("area plan", above.path.clone()));
    marks.push(ink::hatched("bad", "url(#p-bad)", below.path.clone()));
    marks.extend(zero(plot));
    marks.push(ink::path("curve plan", line.path.clone()));
    for spot in plot.marks.iter().flatten() {
        marks.extend(ink::text("say halo", spot.label, label.clone()));
        marks.push(ink::ring(spot.at));
    }
    picture
}

fn legend(scene: &Scene<'_>) -> Vec<Key> {
    let key = |form, ink, word| Key { form, ink, text: scene.word(word) };
    let mut keys = vec![key(Form::Line, "curve plan", Word::FIGURE_BALANCE)];
    if scene.outcome.gap.months > 0 {
        keys.push(key(Form::Hatch("url(#p-bad)"), "edge bad", Word::CHARTS_CASH_BELOW));
    }
    keys.push(key(Form::Ring, "", Word::CHARTS_CASH_LOWEST));
    keys
}

fn table(scene: &Scene<'_>) -> Table {
    let cash = &scene.outcome.cash;
    let paid: Vec<Money<Exact>> =
        cash.receipts.iter().zip(&cash.flow).map(|(received, flow)| *received - *flow).collect();
    monthly(
        scene,
        &[
            (Word::FIGURE_RECEIPTS, &cash.receipts),
            (Word::CHARTS_CASH_OUT, &paid),
            (Word::FIGURE_BALANCE, &cash.balance),
        ],
    )
}
