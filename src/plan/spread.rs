//! How far figures of the whole plan go where inputs were entered as ranges: each input at the end that makes the figure
//! least, and at the one that makes it most. Which end that is, is tried for each by itself.

use super::catalogue::{Answer, Figure, Place};
use super::entered::{entered, put_value};
use super::evaluate::evaluate;
use super::outcome::Outcome;
use super::reached::Reached;
use crate::model::{Model, Range};
use crate::number::{Exact, Number};
use core::cmp::Ordering;

/// Documents with more ranges than this have no spread: two evaluations for each.
const MOST_RANGES: usize = 40;

/// The least and the most of a figure; none where ranges do not move it, or one end cannot be worked out.
pub type Spread = Option<(Answer, Answer)>;

/// The spreads of figures of the whole plan, in their order.
///
/// A corner is not what is likely: it is where all that is uncertain goes the same way at once.
pub fn spreads(model: &Model, figures: &[&'static Figure]) -> Vec<Spread> {
    let ranges: Vec<_> =
        entered(model).into_iter().filter_map(|own| Some((own.path, own.estimate.range?))).collect();
    if ranges.is_empty() || ranges.len() > MOST_RANGES {
        return vec![None; figures.len()];
    }
    let tried: Vec<_> = ranges.iter().map(|range| ends(model, range)).collect();
    let mut corners = Vec::new();
    figures.iter().map(|figure| spread(model, figure, (&ranges, &tried), &mut corners)).collect()
}

type Ranged = (String, Range);

/// What a document comes to with one input at its lower and at its upper end.
fn ends(model: &Model, (path, range): &Ranged) -> [Outcome; 2] {
    [range.low, range.high].map(|value| {
        let mut model = model.clone();
        put_value(&mut model, path, value);
        evaluate(&model)
    })
}

/// Corners that were evaluated: which inputs stand at their upper end, and what came of it.
type Corners = Vec<(Vec<bool>, Outcome)>;

fn spread(
    model: &Model,
    figure: &Figure,
    (ranges, tried): (&[Ranged], &[[Outcome; 2]]),
    corners: &mut Corners,
) -> Spread {
    // For each input, whether the figure is more at its upper end.
    let rises: Vec<bool> =
        tried.iter().map(|[low, high]| order(figure, low, high).is_some_and(Ordering::is_lt)).collect();
    let falls: Vec<bool> = rises.iter().map(|rises| !rises).collect();
    let mut at = |upper: Vec<bool>| {
        if let Some((_, outcome)) = corners.iter().find(|(own, _)| *own == upper) {
            return figure.value(outcome, Place::Whole);
        }
        let mut model = model.clone();
        for ((path, range), is_upper) in ranges.iter().zip(&upper) {
            put_value(&mut model, path, if *is_upper { range.high } else { range.low });
        }
        let outcome = evaluate(&model);
        let value = figure.value(&outcome, Place::Whole);
        corners.push((upper, outcome));
        value
    };
    let (least, most) = (at(falls), at(rises));
    let is_known = |answer: &Answer| match answer {
        Reached::At(value) => value.reason().is_none(),
        Reached::Unknown(_) => false,
        Reached::NotWithinHorizon | Reached::Never => true,
    };
    (least != most && is_known(&least) && is_known(&most)).then_some((least, most))
}

/// Whether a figure is less, the same or more in one outcome than in another. What is never reached is later than any month;
/// of two that are alike in it, the plan with more profit is the sooner one.
fn order(figure: &Figure, one: &Outcome, other: &Outcome) -> Option<Ordering> {
    let [a, b] = [one, other].map(|outcome| figure.value(outcome, Place::Whole));
    let rank = |answer: &Answer| match answer {
        Reached::At(_) => Some(0),
        Reached::NotWithinHorizon => Some(1),
        Reached::Never => Some(2),
        Reached::Unknown(_) => None,
    };
    let by_kind = rank(&a)?.cmp(&rank(&b)?);
    let by_value = match (a, b) {
        (Reached::At(a), Reached::At(b)) => a.compare(b)?,
        _ => by_kind,
    };
    let profit = |outcome: &Outcome| -> Exact { super::cash::total(&outcome.statement.profit).0 };
    if by_value.is_eq() && figure.is_time() { profit(other).compare(profit(one)) } else { Some(by_value) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Channel, Estimate, FixedCost, RetentionKind};
    use crate::plan::figure;

    /// Ten clients a month for 1 000; each buys once for 500 at a cost of 100; 1 000 of rent, twelve months.
    fn business() -> Model {
        let mut model = Model::default();
        model.about.horizon = 12;
        model.offer.price = Estimate::guess(500);
        model.offer.unit_cost = Estimate::guess(100);
        model.offer.retention.kind = RetentionKind::Once;
        model.channels.push(Channel {
            id: "a".into(),
            budget: Estimate::guess(1000),
            cost_per_lead: Estimate::guess(100),
            ..Channel::default()
        });
        model.costs.push(FixedCost { id: "a".into(), amount: Estimate::guess(1000), ..FixedCost::default() });
        model
    }

    fn between(low: i64, high: i64, value: i64) -> Estimate {
        let range = Some(Range { low: low.into(), high: high.into() });
        Estimate { range, ..Estimate::guess(value) }
    }

    fn of(model: &Model, id: &str) -> Spread {
        spreads(model, &[figure(id).unwrap()])[0]
    }

    fn whole(least: u32, most: u32) -> Spread {
        Some((Reached::At(Exact::whole(least)), Reached::At(Exact::whole(most))))
    }

    #[test]
    fn without_ranges_there_is_no_spread() {
        assert_eq!(of(&business(), "ltv"), None);
    }

    #[test]
    fn each_input_goes_to_the_end_that_is_worse_for_the_figure() {
        let mut model = business();
        model.offer.price = between(400, 600, 500);
        model.offer.unit_cost = between(50, 200, 100);
        // 400 − 200 and 600 − 50: the price at its lower end with the cost at its upper.
        assert_eq!(of(&model, "ltv"), whole(200, 550));
        assert_eq!(of(&model, "cac"), None);
        model.channels[0].cost_per_lead = between(80, 200, 100);
        assert_eq!(of(&model, "cac"), whole(80, 200));
    }

    #[test]
    fn what_is_not_reached_in_one_corner_is_the_later_end() {
        let mut model = business();
        model.costs[0].amount = between(500, 9000, 1000);
        let month = of(&model, "break_even_lasting").unwrap();
        assert_eq!(month, (Reached::At(Exact::whole(0)), Reached::NotWithinHorizon));
    }
}
