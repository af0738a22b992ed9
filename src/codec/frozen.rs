//! A plan as it stood, kept within the document: the text that a link would hold, so that a link made of
//! both says only once what they have in common.

use super::SCHEMA;
use super::migrate::{STEPS, migrated};
use super::reading::{Dialect, read_record};
use super::short::short_record;
use crate::model::{Facts, Frozen, Model};
use serde_json::Value;

/// The plan of a document, to be kept. Facts and plans before are no part of a plan.
///
/// ```
/// use obkatka::codec::{frozen, thawed};
/// use obkatka::model::Model;
/// let mut model = Model::default();
/// model.about.name = "Coffee".into();
/// assert_eq!(thawed(&frozen(&model)), Some(model));
/// ```
pub fn frozen(model: &Model) -> Frozen {
    let plan = Model { facts: Facts::default(), ..model.clone() };
    Frozen(format!("[{SCHEMA},{}]", short_record(&plan, &Model::default())))
}

/// The plan that was kept; none where it cannot be read or is of a newer version. What cannot be read
/// of it is as by default.
pub fn thawed(frozen: &Frozen) -> Option<Model> {
    let value: Value = serde_json::from_str(&frozen.0).ok()?;
    let Value::Array(parts) = value else { return None };
    let (schema, plan) = (u32::try_from(parts.first()?.as_u64()?).ok()?, parts.get(1)?);
    if schema > SCHEMA || !plan.is_array() {
        return None;
    }
    let mut model = Model::default();
    read_record(&mut model, &migrated(plan.clone(), schema, STEPS, |step| step.short), Dialect::Short);
    model.facts = Facts::default();
    Some(model)
}
