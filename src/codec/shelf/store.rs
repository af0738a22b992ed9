//! What the shelf stands on: texts by their keys, as a browser keeps them.

use std::cell::RefCell;

/// Milliseconds since the beginning of 1970, UTC.
pub type Moment = u64;

/// Texts by their keys. No method panics or throws; what cannot be done says why.
pub trait Store {
    /// The text at a key, if there is one.
    ///
    /// # Errors
    /// Where the store may not be used.
    fn get(&self, key: &str) -> Result<Option<String>, StoreFault>;
    /// Keeps a text, in place of what was there.
    ///
    /// # Errors
    /// Where the store is full or may not be used; what was there before then stays.
    fn put(&self, key: &str, value: &str) -> Result<(), StoreFault>;
    /// Removes the text at a key; no fault where there is none.
    ///
    /// # Errors
    /// Where the store may not be used.
    fn remove(&self, key: &str) -> Result<(), StoreFault>;
    /// Every key, other programs' too, in any order.
    ///
    /// # Errors
    /// Where the store may not be used.
    fn keys(&self) -> Result<Vec<String>, StoreFault>;
}

/// Why a store did not do as it was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreFault {
    /// The browser or its settings forbid storage here.
    Blocked,
    /// No room is left.
    Full,
    /// What it gave back was not what it was given.
    Unsound,
}

/// A store that lasts as long as the page: for a blocked browser, and for pages within pages.
#[derive(Debug, Default)]
pub struct MemoryStore(RefCell<Vec<(String, String)>>);

impl Store for MemoryStore {
    fn get(&self, key: &str) -> Result<Option<String>, StoreFault> {
        Ok(self.0.borrow().iter().find(|(own, _)| own == key).map(|(_, value)| value.clone()))
    }

    fn put(&self, key: &str, value: &str) -> Result<(), StoreFault> {
        self.remove(key)?;
        self.0.borrow_mut().push((key.to_owned(), value.to_owned()));
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreFault> {
        self.0.borrow_mut().retain(|(own, _)| own != key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StoreFault> {
        Ok(self.0.borrow().iter().map(|(key, _)| key.clone()).collect())
    }
}
