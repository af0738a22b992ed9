//! A plan as it stood, kept within the document: the text that a link would hold, so that a link made of
//! both says only once what they have in common.

use super::SCHEMA;
use super::dialect::Dialect;
use super::long::text;
use super::migrate::migrated;
use super::reading::ModelSeed;
use super::short::Short;
use crate::model::{Facts, Frozen, LeftOut, Model};
use serde::de::DeserializeSeed;
use serde_json::value::RawValue;

/// The plan of a document, to be kept. Facts and plans before are no part of a plan, nor is what was left out.
///
/// ```
/// use obkatka::codec::{frozen, thawed};
/// use obkatka::model::Model;
/// let mut model = Model::default();
/// model.about.name = "Coffee".into();
/// assert_eq!(thawed(&frozen(&model)), Some(model));
/// ```
pub fn frozen(model: &Model) -> Frozen {
    Frozen(brief(&bare(model.clone())))
}

/// A document as one line of text that is as short as in a link.
pub fn brief(model: &Model) -> String {
    text(&(SCHEMA, Short { record: model, default: &Model::default() }))
}

/// The plan that was kept; none where it cannot be read or is of a newer version. What cannot be read
/// of it is as by default.
pub fn thawed(frozen: &Frozen) -> Option<Model> {
    read_brief(&frozen.0).map(bare)
}

/// The document of such a line; none where it cannot be read or is of a newer version. What cannot be read of it is as
/// by default.
pub fn read_brief(line: &str) -> Option<Model> {
    let parts: Vec<&RawValue> = serde_json::from_str(line).ok()?;
    let [schema, plan, ..] = parts.as_slice() else { return None };
    let schema = schema.get().parse().ok().filter(|schema| *schema <= SCHEMA)?;
    if !plan.get().starts_with('[') {
        return None;
    }
    let plan = migrated(plan, schema, |step| step.short).ok()?;
    let mut deserializer = serde_json::Deserializer::from_str(&plan);
    let (model, _) = ModelSeed(Dialect::Short).deserialize(&mut deserializer).ok()?;
    Some(model)
}

/// A plan alone.
fn bare(model: Model) -> Model {
    Model { facts: Facts::default(), versions: Vec::new(), left_out: LeftOut::default(), ..model }
}
