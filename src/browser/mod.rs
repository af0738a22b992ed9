//! The browser behind the page: storage, address bar, clipboard, files, clock, Intl. Strings in,
//! strings out; the one room beside the screen that speaks to the browser.
//!
//! Whatever a browser lacks or forbids is an answer here (`false`, `None`, a fault), never an
//! exception: an exception thrown through wasm cannot be caught and leaves the page dead. Functions
//! that a browser may not have are therefore looked up by name.
//!
//! **Never:** knows a document, words a message, holds state of the screen.

pub mod clipboard;
pub mod clock;
pub mod elements;
pub mod files;
pub mod first_form;
pub mod focus;
pub mod fragment;
pub mod intl;
pub mod keys;
pub mod measure;
pub mod page;
pub mod pointing;
pub mod share;
pub mod sight;
pub mod store;
pub mod tabs;
pub mod take_over;
pub mod timers;
pub mod typing;

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Event, EventTarget, Window};

/// The window; there is none in a worker.
fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

/// What an object holds under a name.
fn member(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &name.into()).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

/// Calls a method if it is there; `None` too where it throws.
fn call(object: &JsValue, name: &str, arguments: &Array) -> Option<JsValue> {
    let method: Function = member(object, name)?.dyn_into().ok()?;
    Reflect::apply(&method, object, arguments).ok()
}

/// The same, for a method that answers later.
fn promise(object: &JsValue, name: &str, arguments: &Array) -> Option<Promise> {
    call(object, name, arguments)?.dyn_into().ok()
}

/// Calls `handler` at every such event for as long as the page lives.
fn listen(target: &EventTarget, event: &str, handler: Box<dyn FnMut(Event)>) {
    let closure = Closure::wrap(handler);
    let _ = target.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
    closure.forget();
}

/// The same for an event of the window.
fn listen_to_window(event: &str, handler: Box<dyn FnMut(Event)>) {
    if let Some(window) = window() {
        listen(&window, event, handler);
    }
}
