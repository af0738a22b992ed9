//! What the tests of keeping share: a store that can refuse, and tabs of a browser over it.

use super::*;
use crate::codec::shelf::{MemoryStore, Store, StoreFault};
use crate::model::{Datum, Edit};
use std::cell::{Cell, RefCell};

/// A store that can be made to refuse.
#[derive(Default)]
pub(super) struct Fragile {
    pub(super) memory: MemoryStore,
    pub(super) fault: Cell<Option<StoreFault>>,
    /// Characters that it holds, without keys.
    pub(super) quota: Cell<Option<usize>>,
}

impl Store for Fragile {
    fn get(&self, key: &str) -> Result<Option<String>, StoreFault> {
        self.memory.get(key)
    }

    fn put(&self, key: &str, value: &str) -> Result<(), StoreFault> {
        let others = self.keys()?.into_iter().filter(|own| own != key);
        let used: usize = others.filter_map(|own| self.memory.get(&own).ok()?).map(|text| text.len()).sum();
        if self.quota.get().is_some_and(|quota| used + value.len() > quota) {
            return Err(StoreFault::Full);
        }
        self.fault.get().map_or_else(|| self.memory.put(key, value), Err)
    }

    fn remove(&self, key: &str) -> Result<(), StoreFault> {
        self.fault.get().map_or_else(|| self.memory.remove(key), Err)
    }

    fn keys(&self) -> Result<Vec<String>, StoreFault> {
        self.memory.keys()
    }
}

/// A tab of the browser: what is worked on in it. Several may share a store.
pub(super) struct Tab<'s> {
    pub(super) store: &'s Fragile,
    pub(super) work: Workspace,
    pub(super) now: u64,
    pub(super) ids: RefCell<u32>,
    pub(super) name: char,
}

impl<'s> Tab<'s> {
    pub(super) fn new(store: &'s Fragile, name: char) -> Self {
        let work = Workspace::new(empty_model(Language::English, Currency::Rub), SaveState::Kept);
        Self { store, work, now: 1_000, ids: RefCell::new(0), name }
    }

    /// Does something a minute later.
    pub(super) fn keep(&mut self, errand: impl FnOnce(&mut Keeping<'_>)) -> Kept {
        self.now += 60_000;
        let fresh_id = || {
            *self.ids.borrow_mut() += 1;
            format!("{}{}", self.name, self.ids.borrow())
        };
        let around = Around {
            shelf: Shelf::of(self.store),
            now: self.now,
            today: &|| "27 Nov".to_owned(),
            language: Language::English,
            currency: Currency::Rub,
            resting: SaveState::Kept,
            fresh_id: &fresh_id,
        };
        let mut keeping = Keeping::new(&mut self.work, around);
        errand(&mut keeping);
        keeping.done()
    }

    pub(super) fn call(&mut self, name: &str) {
        self.now += 60_000;
        self.work.run(&Edit::put("about/name", Datum::Text(name.into())), self.now).unwrap();
    }

    pub(super) fn name(&self) -> &str {
        &self.work.model().about.name
    }

    /// The names of the documents on the shelf, the one saved last first.
    pub(super) fn shelf(&self) -> Vec<String> {
        let entries = Shelf::of(self.store).list(self.now).unwrap();
        entries.into_iter().map(|entry| entry.name).collect()
    }
}

pub(super) fn named(name: &str) -> Model {
    let mut model = empty_model(Language::English, Currency::Rub);
    model.about.name = name.into();
    model
}

pub(super) fn word(word: Word) -> Option<Notice> {
    Some(Notice::Word(word))
}
