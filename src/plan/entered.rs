//! The numbers that somebody has entered and that count in the plan as it stands.

use super::relevance::is_relevant;
use crate::model::{Basis, Estimate, Field, Model, SlotMut, find_mut, for_each_estimate};
use crate::number::Decimal;

/// A number with its place.
#[derive(Clone, Debug)]
pub struct Entered {
    /// Path of the field.
    pub path: String,
    /// The field.
    pub field: &'static Field,
    /// The number.
    pub estimate: Estimate,
}

impl Entered {
    /// Whether it rests on nothing but an opinion.
    pub fn is_guess(&self) -> bool {
        self.estimate.basis == Basis::Guess
    }
}

/// All of them, in the order of the document. Left out: numbers that nobody has touched, channels that
/// do not count, rules of staying that are not chosen, rates of what is not owed.
pub fn entered(model: &Model) -> Vec<Entered> {
    let mut all = Vec::new();
    for_each_estimate(model, &mut |path, field, estimate| {
        if *estimate != Estimate::default() && is_relevant(model, path) {
            all.push(Entered { path: path.to_owned(), field, estimate: estimate.clone() });
        }
    });
    all
}

/// Puts a value where somebody has entered one; what else is known of it stays.
pub(super) fn put_value(model: &mut Model, path: &str, value: Decimal) {
    if let Some((_, SlotMut::Estimate(own) | SlotMut::Optional(Some(own)))) = find_mut(model, path) {
        own.value = value;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Channel, Regime, Status};

    fn paths(model: &Model) -> Vec<String> {
        entered(model).into_iter().map(|entered| entered.path).collect()
    }

    #[test]
    fn what_does_not_count_is_left_out() {
        let mut model = Model::default();
        model.offer.price = Estimate::guess(100);
        let channel = |id: &str, status| Channel {
            id: id.into(),
            status,
            budget: Estimate::guess(5),
            ..Channel::default()
        };
        model.channels = vec![channel("a", Status::Test), channel("b", Status::Dropped)];
        let expected = ["offer/price", "offer/frequency", "offer/retention/rate", "channels/a/budget"];
        assert_eq!(paths(&model), expected);
        model.tax.regime = Regime::RevenueShare;
        assert!(paths(&model).contains(&"tax/rate".to_owned()));
    }
}
