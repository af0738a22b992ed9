//! The document out of a serde deserializer, in one pass and without a tree between: whatever can be read is,
//! and whatever cannot is a fault with its place.

mod estimate;
mod leaf;
mod nearest;
mod parts;
mod place;
mod reader;
mod rows;
mod value;
mod verbatim;

use super::dialect::Dialect;
use super::fault::{Fault, Misfit};
use crate::model::{Model, Shortened, shorten};
use reader::ModelReader;
use serde::de::{Deserialize, DeserializeSeed, Deserializer};
use value::{Given, Target, ValueSeed};

/// Reads a document in one of its two forms, with a list of what did not fit; in place of that there are defaults.
/// An error is only what the deserializer itself cannot go on after, such as a text that is cut.
///
/// ```
/// use obkatka::codec::{Dialect, ModelSeed};
/// use serde::de::DeserializeSeed;
/// let mut json = serde_json::Deserializer::from_str(r#"{"about":{"name":"Coffee","horizon":600}}"#);
/// let (model, faults) = ModelSeed(Dialect::Long).deserialize(&mut json).unwrap();
/// assert_eq!((model.about.name.as_str(), model.about.horizon), ("Coffee", 60));
/// assert_eq!(faults[0].path, "about/horizon");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct ModelSeed(pub Dialect);

impl<'de> DeserializeSeed<'de> for ModelSeed {
    type Value = (Model, Vec<Fault>);

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        let mut model = Model::default();
        let mut reading = ModelReader::new(self.0);
        let target = Target::Record(&mut model, &mut Given::Nothing);
        ValueSeed { reading: &mut reading, target }.deserialize(deserializer)?;
        let mut faults = reading.located(&model);
        let too_many = |Shortened { path, most }| Fault { path, reason: Misfit::TooManyRows { most } };
        faults.extend(shorten(&mut model).into_iter().map(too_many));
        Ok((model, faults))
    }
}

/// The long form; what does not fit is passed over. [`ModelSeed`] tells of it.
impl<'de> Deserialize<'de> for Model {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        ModelSeed(Dialect::Long).deserialize(deserializer).map(|(model, _)| model)
    }
}
