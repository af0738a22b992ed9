//! What is known on the way through a document: where one is, and what did not fit.

use super::nearest::nearest_key;
use super::place::{Place, joined, path};
use crate::codec::dialect::Dialect;
use crate::codec::fault::{Fault, Misfit};
use crate::model::{Field, Model};

/// What is known on the way through a document.
pub(super) struct ModelReader {
    pub dialect: Dialect,
    /// Where it stands.
    pub place: Place,
    /// What did not fit so far. Their paths are made at the end: only then have all rows their ids.
    pub faults: Vec<(Place, Misfit)>,
    /// Keys that no field has: where, which, and the nearest known one.
    unknown: Vec<(Place, String, Option<&'static str>)>,
}

impl ModelReader {
    /// At the beginning of a document.
    pub fn new(dialect: Dialect) -> Self {
        Self { dialect, place: Place::new(), faults: Vec::new(), unknown: Vec::new() }
    }

    pub fn fault(&mut self, reason: Misfit) {
        self.faults.push((self.place.clone(), reason));
    }

    /// The value or, as a fault, why there is none.
    pub fn accept<T>(&mut self, read: Result<T, Misfit>) -> Option<T> {
        read.map_err(|misfit| self.fault(misfit)).ok()
    }

    /// Runs `read` one step further in.
    pub fn at<T>(&mut self, step: usize, read: impl FnOnce(&mut Self) -> T) -> T {
        self.place.push(step);
        let result = read(self);
        self.place.pop();
        result
    }

    /// Drops what was wrong here and further in.
    pub fn forget(&mut self) {
        let place = &self.place;
        self.faults.retain(|(other, _)| !other.starts_with(place));
        self.unknown.retain(|(other, ..)| !other.starts_with(place));
    }

    /// Notes a key that none of the fields here has.
    pub fn unknown(&mut self, key: String, known: &[Field]) {
        let nearest = nearest_key(&key, known);
        self.unknown.push((self.place.clone(), key, nearest));
    }

    /// The faults in the order of the document's fields, each with its path; then the keys that no field has.
    pub fn located(mut self, model: &Model) -> Vec<Fault> {
        self.faults.sort_by(|(one, _), (other, _)| one.cmp(other));
        let located = |(place, reason): (Place, Misfit)| Fault { path: path(model, &place), reason };
        let unknown = self.unknown.into_iter().map(|(place, key, nearest)| {
            let path = joined(path(model, &place), &key);
            Fault { path, reason: Misfit::UnknownKey { nearest } }
        });
        self.faults.into_iter().map(located).chain(unknown).collect()
    }
}
