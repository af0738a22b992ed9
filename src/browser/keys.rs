//! Keys that act on the whole page.

use super::{document, listen_to_window};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// Calls `undo` and `redo` for the keys that people know for them: Ctrl or ⌘ with Z; with Shift, or
/// with Y. By the place of the key, so that it works in every layout.
pub fn on_undo(undo: Box<dyn Fn()>, redo: Box<dyn Fn()>) {
    listen_to_window(
        "keydown",
        Box::new(move |event| {
            let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
            if !(key.ctrl_key() || key.meta_key()) || key.alt_key() {
                return;
            }
            // A step back behind an open dialog would not be seen: there the keys are for the text in it.
            let is_behind =
                |page: web_sys::Document| page.query_selector("dialog:modal").ok().flatten().is_some();
            if document().is_some_and(is_behind) {
                return;
            }
            match (key.code().as_str(), key.shift_key()) {
                ("KeyZ", false) => undo(),
                ("KeyZ", true) | ("KeyY", false) => redo(),
                _ => return,
            }
            event.prevent_default();
        }),
    );
}
