//! The eight numbers that give the first answer, and the full document they stand in.

use super::funnel::{Channel, Process, Stage};
use super::{Estimate, FixedCost, Model};

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Slot, find};

    #[test]
    fn every_quick_number_has_its_place_in_the_document() {
        let model = quick_model(QuickNames::default());
        for path in quick_paths(&model).unwrap() {
            assert!(matches!(find(&model, &path), Some((_, Slot::Estimate(_)))), "{path}");
        }
    }
}
