//! How far the answers and the main figures go where inputs were entered as ranges, in words.

use crate::model::{Model, is_light};
use crate::plan::{Answer, Figure, FigureUnit, Reached, figure, spreads};
use crate::text::{Sentence, Value, Word};

/// The four answers and the main figures of Result, by their ids.
const FIGURES: [&str; 12] = [
    "ltv_to_cac_loaded",
    "payback_loaded",
    "break_even_lasting",
    "lowest_cash",
    "cpl",
    "conversion",
    "cac",
    "cac_loaded",
    "ltv",
    "earn_per_client",
    "romi",
    "bridge",
];

/// From where to where each figure goes, by its id; nothing of those that no range moves, nor of a heavy document: each range
/// takes two evaluations of it.
pub fn figure_spreads(model: &Model) -> Vec<(&'static str, Sentence)> {
    if !is_light(model) {
        return Vec::new();
    }
    let figures: Vec<_> = FIGURES.iter().filter_map(|id| figure(id)).collect();
    let told = |(own, spread): (&&'static Figure, Option<(Answer, Answer)>)| {
        let (low, high) = spread?;
        let fillings = [("low", low), ("high", high)].map(|(name, end)| (name, value(own, end)));
        Some((own.id, Sentence::new(Word::ANSWER_SPREAD, fillings)))
    };
    figures.iter().zip(spreads(model, &figures)).filter_map(told).collect()
}

fn value(figure: &Figure, end: Answer) -> Value {
    match (figure.unit, end) {
        (FigureUnit::Money, Reached::At(amount)) => Value::ShortMoney(amount),
        (FigureUnit::Ratio, Reached::At(ratio)) if figure.id.starts_with("ltv") => Value::Times(ratio),
        _ => Value::Answer(end, figure.unit),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::business;
    use super::*;
    use crate::model::{Estimate, Range};
    use crate::number::{Exact, Number};

    #[test]
    fn an_answer_goes_from_the_worse_corner_to_the_better() {
        let mut model = business(500, 100, 1000, 100);
        assert_eq!(figure_spreads(&model), []);
        let range = Some(Range { low: 300.into(), high: 700.into() });
        model.offer.price = Estimate { range, ..Estimate::guess(500) };
        let all = figure_spreads(&model);
        let times = |n: u32| Value::Times(Exact::whole(n));
        // 200 and 600 of a client for 100.
        let wanted = Sentence::new(Word::ANSWER_SPREAD, [("low", times(2)), ("high", times(6))]);
        assert_eq!(all.iter().find(|(id, _)| *id == "ltv_to_cac_loaded").map(|(_, own)| own), Some(&wanted));
        // What a client costs has nothing to do with the price.
        assert!(all.iter().all(|(id, _)| *id != "cac"));
    }
}
