//! Plan against facts, asked for in one call.

use obkatka::evidence::{Flexed, Known, NoVariance, Recorded, Reforecast, Variance};
use obkatka::model::Model;
use obkatka::plan::{evaluate, evaluate_from};
use std::ops::Range;

/// Where a plan goes from the facts; `learned` is the plan as they have taught it.
pub fn reforecast(model: &Model, recorded: &Recorded, learned: &Model) -> Reforecast {
    let expected = evaluate_from(learned, &recorded.past(Known::ALL));
    Reforecast::new(&evaluate(model), recorded, &expected)
}

/// Why profit is not as planned.
pub fn variance(model: &Model, recorded: &Recorded, months: Range<u32>) -> Result<Variance, NoVariance> {
    let from = |known| evaluate_from(model, &recorded.past(known));
    let [volume, conversion, all] = [Flexed::VOLUME, Flexed::CONVERSION, Flexed::ALL].map(from);
    let flexed = Flexed { volume: &volume, conversion: &conversion, all: &all };
    obkatka::evidence::variance(&evaluate(model), flexed, recorded, months)
}
