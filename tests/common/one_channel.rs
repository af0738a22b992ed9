//! The smallest business that can be run in, and facts for it.

use obkatka::model::*;
use obkatka::number::Decimal;

/// One channel: so much a month at 1 000 a lead; one in ten buys at once for 50 000.
pub fn one_channel(budget: i64) -> Model {
    let mut model = Model::default();
    model.offer.price = Estimate::guess(50_000);
    model.funnel.stages = vec![Stage { id: "a".into(), conversion: Estimate::share(10), ..Stage::default() }];
    model.channels = vec![Channel {
        id: "a".into(),
        budget: Estimate::guess(budget),
        cost_per_lead: Estimate::guess(1_000),
        ..Channel::default()
    }];
    model
}

/// With a fact of a month of the plan.
pub fn fact(model: &Model, t: u32, path: &str, value: i64) -> Model {
    let month = model.about.start.later(t).key();
    let datum = Datum::Fact(Some(Decimal::from(value)));
    Edit::put(format!("facts/months/{month}/{path}"), datum).applied(model).unwrap()
}

/// With each month's spend, leads and sales; `-1` is not recorded.
#[allow(dead_code)]
pub fn recorded(model: Model, months: &[[i64; 3]]) -> Model {
    let places = ["spend", "leads", "stages/a/count"];
    (0..).zip(months).fold(model, |model, (t, figures)| {
        let known = places.into_iter().zip(figures).filter(|(_, value)| **value >= 0);
        known.fold(model, |model, (place, value)| fact(&model, t, &format!("channels/a/{place}"), *value))
    })
}
