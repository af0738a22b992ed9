//! The browser's storage as a [`Store`].

use super::{call, member, window};
use crate::codec::shelf::{MemoryStore, Store, StoreFault};
use gloo_storage::{LocalStorage, Storage as _};
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Storage};

/// How long what is stored lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// In this browser, until its data are cleared.
    Local,
    /// As long as the page is open: the browser forbids more.
    MemoryOnly,
}

/// The browser's storage where it works, else memory.
///
/// It lives as long as the page.
pub fn open_store() -> (&'static dyn Store, Kept) {
    match LocalStore::open() {
        Some(store) => (Box::leak(Box::new(store)), Kept::Local),
        None => (Box::leak(Box::new(MemoryStore::default())), Kept::MemoryOnly),
    }
}

/// `localStorage`, taken once. Asking for it again could throw after a change of settings; the object
/// answers with errors only.
pub struct LocalStore(Storage);

impl LocalStore {
    /// Opens it if it is there, may be used, and holds what it is given: some private modes have one
    /// without room.
    pub fn open() -> Option<Self> {
        window()?.local_storage().ok().flatten()?;
        // Safe now and only now: where storage is blocked, this would throw past every handler.
        let store = Self(LocalStorage::raw());
        let trial = "ue/trial";
        let room = match store.put(trial, "1") {
            Ok(()) => store.get(trial) == Ok(Some("1".into())),
            // Full of what can be read, and deleted to make room.
            Err(fault) => fault == StoreFault::Full && store.0.length().is_ok_and(|length| length > 0),
        };
        store.remove(trial).ok().filter(|()| room)?;
        Some(store)
    }
}

impl Store for LocalStore {
    fn get(&self, key: &str) -> Result<Option<String>, StoreFault> {
        self.0.get_item(key).map_err(fault)
    }

    fn put(&self, key: &str, value: &str) -> Result<(), StoreFault> {
        self.0.set_item(key, value).map_err(fault)
    }

    fn remove(&self, key: &str) -> Result<(), StoreFault> {
        self.0.remove_item(key).map_err(fault)
    }

    fn keys(&self) -> Result<Vec<String>, StoreFault> {
        let mut keys = Vec::new();
        for at in 0..self.0.length().map_err(fault)? {
            keys.extend(self.0.key(at).map_err(fault)?);
        }
        Ok(keys)
    }
}

/// The old number of the exception that a full storage throws.
const QUOTA_EXCEEDED: u16 = 22;

fn fault(error: JsValue) -> StoreFault {
    let is_full = |error: &DomException| {
        error.code() == QUOTA_EXCEEDED
            || ["QuotaExceededError", "NS_ERROR_DOM_QUOTA_REACHED"].contains(&error.name().as_str())
    };
    if error.dyn_ref().is_some_and(is_full) { StoreFault::Full } else { StoreFault::Blocked }
}

/// Asks the browser not to clear what is stored when it needs room. It may say no, or ask the user,
/// so the place for this is after the first save.
pub fn ask_to_persist() {
    let manager = window().and_then(|window| member(&window.navigator(), "storage"));
    let _ = manager.and_then(|manager| call(&manager, "persist", &Array::new()));
}

/// Where this tab remembers over a reload what would be lost by it.
const REMEMBERED: &str = "ue/remembered";

/// Remembers a text until the tab is closed, or with `None` forgets it. Where it cannot, a reload loses it.
pub fn remember(text: Option<&str>) {
    let Some(session) = session() else { return };
    let put = text.map(|text| session.set_item(REMEMBERED, text));
    if !matches!(put, Some(Ok(()))) {
        let _ = session.remove_item(REMEMBERED);
    }
}

/// What was remembered, which is forgotten by it; empty where nothing was.
pub fn take_remembered() -> String {
    let Some(session) = session() else { return String::new() };
    let text = session.get_item(REMEMBERED).ok().flatten().unwrap_or_default();
    let _ = session.remove_item(REMEMBERED);
    text
}

fn session() -> Option<Storage> {
    window()?.session_storage().ok().flatten()
}
