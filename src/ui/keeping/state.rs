//! What only the keeping knows of this page, and the list of documents shows: it is not in the first load.

use crate::codec::shelf::Usage;
use crate::desk::FileContents;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};

/// What only the keeping knows.
pub struct KeepingState {
    /// The ids of documents that are not stored as they are.
    pub unsaved: ArcRwSignal<Vec<String>>,
    /// Documents of a file of which somebody is asked to choose.
    pub file: ArcRwSignal<Option<FileContents>>,
    /// Who takes how much of the storage.
    pub usage: ArcRwSignal<Usage>,
    /// Whether the browser was asked to keep the storage: once a page is enough.
    pub(super) is_persistent: Cell<bool>,
    /// Whether the browser asks before the page goes.
    pub(super) is_asking: Cell<bool>,
    /// Whether lists are about to be read again that another tab has changed.
    pub(super) is_refreshing: Cell<bool>,
    /// The ids of documents that another tab has stored since lists were read.
    pub(super) changed: RefCell<Vec<String>>,
    /// Whether what could not be written is about to be tried again.
    pub(super) is_retrying: Cell<bool>,
}

thread_local! {
    static STATE: KeepingState = KeepingState {
        unsaved: ArcRwSignal::new(Vec::new()),
        file: ArcRwSignal::new(None),
        usage: ArcRwSignal::new(Usage::default()),
        is_persistent: Cell::new(false),
        is_asking: Cell::new(false),
        is_refreshing: Cell::new(false),
        changed: RefCell::new(Vec::new()),
        is_retrying: Cell::new(false),
    };
}

/// Looks at what the keeping of this page knows.
pub fn keeping_state<T>(look: impl FnOnce(&KeepingState) -> T) -> T {
    STATE.with(look)
}
