//! The shelf itself: texts under keys, each made sure of after it was written.

use super::store::{Store, StoreFault};
use super::{keys, record};

/// The documents in a store.
///
/// ```
/// use obkatka::codec::shelf::{MemoryStore, Shelf, Spare};
/// use obkatka::model::Model;
/// let store = MemoryStore::default();
/// let shelf = Shelf::of(&store);
/// let mut model = Model::default();
/// let created = shelf.create("k3", &model, 1_000).unwrap();
/// model.about.name = "Coffee".into();
/// let spare = Spare { id: "k4", suffix: " (2)" };
/// let saved = shelf.save(&created.id, &model, created.edition, spare, 2_000).unwrap();
/// assert_eq!(shelf.list(3_000).unwrap()[0].name, "Coffee");
/// assert_eq!(shelf.load("k3", 3_000).unwrap().edition, saved.edition);
/// ```
#[derive(Clone, Copy)]
pub struct Shelf<'s> {
    pub(super) store: &'s dyn Store,
}

impl<'s> Shelf<'s> {
    /// The documents in this store.
    pub fn of(store: &'s dyn Store) -> Self {
        Self { store }
    }

    /// Keeps a text and makes sure of it; if it comes back as another, what was there before is put
    /// back.
    pub(super) fn put_sound(self, key: &str, value: &str) -> Result<(), StoreFault> {
        let before = self.store.get(key)?;
        if before.as_deref() == Some(value) {
            return Ok(());
        }
        self.store.put(key, value)?;
        if self.store.get(key)?.as_deref() == Some(value) {
            return Ok(());
        }
        let _ = match before {
            Some(before) => self.store.put(key, &before),
            None => self.store.remove(key),
        };
        Err(StoreFault::Unsound)
    }

    /// The same; where the store is full, previous copies make room.
    pub(super) fn put_with_room(self, key: &str, value: &str) -> Result<(), StoreFault> {
        match self.put_sound(key, value) {
            Err(StoreFault::Full) => {
                self.drop_previous()?;
                self.put_sound(key, value)
            }
            other => other,
        }
    }

    /// Drops the previous copies of all documents that can be read without them.
    pub(super) fn drop_previous(self) -> Result<(), StoreFault> {
        for id in self.names_in(keys::PREVIOUS)? {
            let current = self.store.get(&keys::current(&id))?;
            if current.is_some_and(|text| record::read(&text).is_ok()) {
                self.store.remove(&keys::previous(&id))?;
            }
        }
        Ok(())
    }

    /// What follows a prefix in all keys that begin with it, sorted.
    pub(super) fn names_in(self, room: &str) -> Result<Vec<String>, StoreFault> {
        let keys = self.store.keys()?;
        let mut names: Vec<_> =
            keys.iter().filter_map(|key| key.strip_prefix(room)).map(str::to_owned).collect();
        names.sort_unstable();
        Ok(names)
    }

    /// The ids of all documents that are there, be it only as a previous copy.
    pub(super) fn ids(self) -> Result<Vec<String>, StoreFault> {
        let mut ids = self.names_in(keys::CURRENT)?;
        ids.append(&mut self.names_in(keys::PREVIOUS)?);
        ids.sort_unstable();
        ids.dedup();
        Ok(ids)
    }
}
