//! The document out of a serde deserializer, in one pass and without a tree between: whatever can be read is,
//! and whatever cannot is a fault with its place.

mod estimate;
mod leaf;
mod place;
mod rows;
mod value;
mod verbatim;

use super::dialect::Dialect;
use super::fault::{Fault, Misfit};
use crate::model::Model;
use place::{Place, path};
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
        let mut reading = ModelReader { dialect: self.0, place: Place::new(), faults: Vec::new() };
        let target = Target::Record(&mut model, &mut Given::Nothing);
        ValueSeed { reading: &mut reading, target }.deserialize(deserializer)?;
        let faults = reading.located(&model);
        Ok((model, faults))
    }
}

/// The long form; what does not fit is passed over. [`ModelSeed`] tells of it.
impl<'de> Deserialize<'de> for Model {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        ModelSeed(Dialect::Long).deserialize(deserializer).map(|(model, _)| model)
    }
}

/// What is known on the way through a document.
struct ModelReader {
    dialect: Dialect,
    /// Where it stands.
    place: Place,
    /// What did not fit so far. Their paths are made at the end: only then have all rows their ids.
    faults: Vec<(Place, Misfit)>,
}

impl ModelReader {
    fn fault(&mut self, reason: Misfit) {
        self.faults.push((self.place.clone(), reason));
    }

    /// The value or, as a fault, why there is none.
    fn accept<T>(&mut self, read: Result<T, Misfit>) -> Option<T> {
        read.map_err(|misfit| self.fault(misfit)).ok()
    }

    /// Runs `read` one step further in.
    fn at<T>(&mut self, step: usize, read: impl FnOnce(&mut Self) -> T) -> T {
        self.place.push(step);
        let result = read(self);
        self.place.pop();
        result
    }

    /// Drops what was wrong here and further in.
    fn forget(&mut self) {
        let place = &self.place;
        self.faults.retain(|(other, _)| !other.starts_with(place));
    }

    /// The faults in the order of the document's fields, each with its path.
    fn located(mut self, model: &Model) -> Vec<Fault> {
        self.faults.sort_by(|(one, _), (other, _)| one.cmp(other));
        let located = |(place, reason): (Place, Misfit)| Fault { path: path(model, &place), reason };
        self.faults.into_iter().map(located).collect()
    }
}
