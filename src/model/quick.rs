//! The eight numbers that give the first answer, and the full document they stand in.

use super::funnel::{Channel, Process, Stage};
use super::{Currency, Datum, Edit, Estimate, FixedCost, Measure, Model, Slot, find};
use crate::number::Decimal;

/// How many numbers the quick start asks for.
pub const QUICK: usize = 8;

/// What the rows of a new document are called, in the user's language.
#[derive(Clone, Copy, Debug, Default)]
pub struct QuickNames<'a> {
    /// The one channel.
    pub channel: &'a str,
    /// The one stage: a lead has become a client.
    pub stage: &'a str,
    /// All fixed costs in one.
    pub cost: &'a str,
}

/// A full document with nothing filled in but its one channel, one stage and one fixed cost.
pub fn quick_model(names: QuickNames<'_>) -> Model {
    let mut model = Model {
        channels: vec![Channel { id: "a".into(), name: names.channel.into(), ..Channel::default() }],
        costs: vec![FixedCost { id: "a".into(), name: names.cost.into(), ..FixedCost::default() }],
        ..Model::default()
    };
    model.funnel.stages = vec![Stage {
        id: "a".into(),
        name: names.stage.into(),
        conversion: Estimate::default(),
        process: Process::Sales,
        ..Stage::default()
    }];
    model.offer.frequency = Estimate::default();
    model.offer.retention.rate = Estimate::default();
    model
}

/// Where the eight numbers stand, in the order they are asked: advertising budget, cost per lead,
/// share of leads that become clients, price of an order, its cost share, orders per month of a
/// client, share of clients who stay, fixed costs.
///
/// `None` where the document has outgrown them: several channels, stages or fixed costs.
pub fn quick_paths(model: &Model) -> Option<[String; QUICK]> {
    let ([channel], [stage], [cost]) =
        (model.channels.as_slice(), model.funnel.stages.as_slice(), model.costs.as_slice())
    else {
        return None;
    };
    let constant = model.offer.retention.kind == super::RetentionKind::Constant;
    (constant && channel.own.is_empty() && model.people.is_empty()).then(|| {
        [
            format!("channels/{}/budget", channel.id),
            format!("channels/{}/cost_per_lead", channel.id),
            format!("funnel/stages/{}/conversion", stage.id),
            "offer/price".into(),
            "offer/cost_share".into(),
            "offer/frequency".into(),
            "offer/retention/rate".into(),
            format!("costs/{}/amount", cost.id),
        ]
    })
}

/// An example of one of the eight numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct QuickExample {
    /// The number.
    pub value: Decimal,
    /// What it measures.
    pub measure: Measure,
}

/// Eight numbers of a business that pays, in roubles: an agency with monthly fees. What an empty form shows.
const EXAMPLE: [(&str, Measure); QUICK] = [
    ("150000", Measure::Money),
    ("1500", Measure::Money),
    ("0.08", Measure::Share),
    ("30000", Measure::Money),
    ("0.5", Measure::Share),
    ("1", Measure::Count),
    ("0.85", Measure::Share),
    ("200000", Measure::Money),
];

/// The number that an empty field shows as an example, by its place among the eight; money in the size that it has in a
/// currency.
pub fn quick_example(at: usize, currency: Currency) -> QuickExample {
    let (text, measure) = EXAMPLE.get(at).copied().unwrap_or(("0", Measure::Plain));
    let number = Decimal::from_str_exact(text).unwrap_or_default();
    let value = if measure == Measure::Money { number.saturating_mul(currency.size()) } else { number };
    QuickExample { value, measure }
}

/// A document in which the example stands wherever one of the eight numbers is still missing, and how many are. None where
/// none is, or where the document has outgrown them.
pub fn with_example(model: &Model) -> Option<(Model, usize)> {
    let mut filled = model.clone();
    let mut missing = 0;
    for (at, path) in quick_paths(model)?.iter().enumerate() {
        let is_blank = matches!(find(model, path), Some((_, Slot::Estimate(it))) if it.is_blank());
        if is_blank {
            let example = Estimate::guess(quick_example(at, model.about.currency).value);
            filled = Edit::put(path, Datum::Estimate(example)).applied(&filled).ok()?;
            missing += 1;
        }
    }
    (missing > 0).then_some((filled, missing))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_quick_number_has_its_place_in_the_document() {
        let model = quick_model(QuickNames::default());
        for path in quick_paths(&model).unwrap() {
            assert!(matches!(find(&model, &path), Some((_, Slot::Estimate(_)))), "{path}");
        }
    }

    #[test]
    fn the_example_stands_where_numbers_are_missing() {
        let empty = quick_model(QuickNames::default());
        let (filled, missing) = with_example(&empty).unwrap();
        assert_eq!(missing, QUICK);
        assert_eq!(with_example(&filled), None);
        let mut own = empty;
        own.offer.price = Estimate::guess(100);
        let (filled, missing) = with_example(&own).unwrap();
        assert_eq!((missing, filled.offer.price.value), (QUICK - 1, Decimal::from(100)));
    }

    #[test]
    fn an_example_has_the_size_of_its_currency() {
        assert_eq!(quick_example(0, Currency::Usd).value, Decimal::from(1_500));
        assert_eq!(quick_example(2, Currency::Usd), quick_example(2, Currency::Rub));
    }

    #[test]
    fn an_example_measures_what_its_field_does() {
        let model = quick_model(QuickNames::default());
        for (at, path) in quick_paths(&model).unwrap().iter().enumerate() {
            let measure = find(&model, path).and_then(|(field, _)| field.measure());
            assert_eq!(Some(quick_example(at, Currency::Rub).measure), measure, "{path}");
        }
    }
}
