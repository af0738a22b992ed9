//! Other tabs of the same page.

use super::listen_to_window;
use wasm_bindgen::JsCast;
use web_sys::StorageEvent;

/// Calls `handler` when another tab has stored or removed something: with its key, or `None` when
/// all was cleared.
pub fn on_change(mut handler: Box<dyn FnMut(Option<String>)>) {
    listen_to_window(
        "storage",
        Box::new(move |event| {
            if let Some(event) = event.dyn_ref::<StorageEvent>() {
                handler(event.key());
            }
        }),
    );
}
