//! Revenue, costs and profit by month.

use super::axes::{MONEY_BY_MONTH, first_month, zero};
use super::ink;
use super::legend::{Form, Key};
use super::subject::{Picture, Scene, Subject, Table, float, floats, monthly};
use crate::chart::{Bar, Chart, Mark, Moment, Plot, Series, Shape, Side};
use crate::number::{Exact, Money};
use crate::plan::Reached;
use crate::text::{Filling, Word, findings};

/// Revenue, costs and profit by month.
pub static MONEY: Subject =
    Subject { title: Word::CHARTS_MONEY, paper: 440, finding: findings::money, draw, legend, table };

fn draw(scene: &Scene<'_>) -> Picture {
    let statement = &scene.outcome.statement;
    let (revenue, profit, costs) =
        (floats(&statement.revenue), floats(&statement.profit), floats(&costs(scene)));
    let names = [Word::FIGURE_REVENUE, Word::CHARTS_MONEY_COSTS].map(|name| scene.word(name));
    let line = |values, label| Series { shape: Shape::Line, values, floor: &[], label };
    let series = [
        Series { shape: Shape::Bar, ..line(&profit, "") },
        line(&revenue, names[0].as_str()),
        line(&costs, names[1].as_str()),
    ];
    let even = break_even(scene);
    let label = even.map_or_else(String::new, |month| {
        let month = scene.show.month(month);
        scene.show.phrase(Word::CHARTS_MONEY_EVEN_AT, &[("month", Filling::Text(&month))])
    });
    let even = even.map(|month| {
        let value = statement.revenue.get(month as usize).and_then(|revenue| float(revenue.0));
        let mark = Mark { month: f64::from(month), value, label: "", side: Side::Above };
        (mark, Moment { month: f64::from(month), label: &label })
    });
    let (marks, moments): (Vec<_>, Vec<_>) = even.into_iter().unzip();
    let ground = MONEY_BY_MONTH.ground(scene, first_month(scene), revenue.len());
    let plot =
        MONEY_BY_MONTH.laid_out(scene, Chart { series: &series, marks: &marks, moments: &moments, ..ground });
    inked(scene, &plot, &names, label)
}

fn inked(scene: &Scene<'_>, plot: &Plot, names: &[String; 2], label: String) -> Picture {
    let mut picture = MONEY_BY_MONTH.picture(scene, plot);
    let marks = &mut picture.marks;
    let [profit, revenue, costs] = plot.series.as_slice() else {
        return picture;
    };
    let bars = |negative| {
        let wanted = profit.bars.iter().filter(move |bar: &&Bar| bar.negative == negative);
        ink::boxes(wanted.map(|bar| bar.rect))
    };
    marks.push(ink::hatched("edge out", "url(#p-out)", bars(true)));
    marks.push(ink::path("bar in", bars(false)));
    marks.extend(zero(plot));
    marks.push(ink::path("curve out dash", costs.path.clone()));
    marks.push(ink::path("curve in", revenue.path.clone()));
    for rule in plot.moments.iter().flatten() {
        let mut line = String::new();
        ink::upright(&mut line, rule.at, plot.frame.y - 6, plot.frame.bottom());
        marks.push(ink::path("now", line));
        marks.extend(ink::text("say halo", rule.label, label.clone()));
    }
    marks.extend(plot.marks.iter().flatten().map(|spot| ink::ring(spot.at)));
    for (drawn, name) in [revenue, costs].into_iter().zip(names) {
        marks.extend(ink::text("say", drawn.end, name.clone()));
    }
    picture
}

/// All that is not left as profit.
fn costs(scene: &Scene<'_>) -> Vec<Money<Exact>> {
    let statement = &scene.outcome.statement;
    statement.revenue.iter().zip(&statement.profit).map(|(revenue, profit)| *revenue - *profit).collect()
}

/// The month since which there is no loss, where losses came before it.
fn break_even(scene: &Scene<'_>) -> Option<u32> {
    match scene.outcome.break_even.lasting {
        Reached::At(month) if month > 0 => Some(month),
        _ => None,
    }
}

fn legend(scene: &Scene<'_>) -> Vec<Key> {
    let key = |form, ink, word| Key { form, ink, text: scene.word(word) };
    let mut keys = vec![
        key(Form::Line, "curve in", Word::FIGURE_REVENUE),
        key(Form::Line, "curve out dash", Word::CHARTS_MONEY_COSTS),
    ];
    let profit = &scene.outcome.statement.profit;
    if profit.iter().any(|profit| profit.is_positive()) {
        keys.push(key(Form::Box, "bar in", Word::FIGURE_PROFIT));
    }
    if profit.iter().any(|profit| profit.is_negative()) {
        keys.push(key(Form::Hatch("url(#p-out)"), "edge out", Word::CHARTS_MONEY_LOSS));
    }
    keys.extend(break_even(scene).map(|_| key(Form::Ring, "", Word::CHARTS_MONEY_EVEN)));
    keys
}

fn table(scene: &Scene<'_>) -> Table {
    let statement = &scene.outcome.statement;
    monthly(
        scene,
        &[
            (Word::FIGURE_REVENUE, &statement.revenue),
            (Word::CHARTS_MONEY_COSTS, &costs(scene)),
            (Word::FIGURE_PROFIT, &statement.profit),
        ],
    )
}
