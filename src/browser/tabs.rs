//! Other tabs of the same page.

use super::{call, listen_to_window, member, timers, window};
use js_sys::{Array, Function, Promise};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::StorageEvent;

/// Calls `handler` when another tab has stored or removed something: with its key, or `None` when all was cleared, and
/// with the text that is stored now.
pub fn on_change(mut handler: Box<dyn FnMut(Option<String>, Option<String>)>) {
    listen_to_window(
        "storage",
        Box::new(move |event| {
            if let Some(event) = event.dyn_ref::<StorageEvent>() {
                handler(event.key(), event.new_value());
            }
        }),
    );
}

/// The lock under which documents are written.
const LOCK: &str = "ue/write";
/// So long the lock is held after writing, in milliseconds: other tabs see what was written only a moment later.
const SETTLING: u32 = 15;
/// After so many milliseconds it is done without the lock: whoever holds it may never let go.
const PATIENCE: u32 = 500;

/// Does something while no other tab does; at once in a browser that has no locks.
pub fn alone(task: Box<dyn FnOnce()>) {
    let task = Rc::new(Cell::new(Some(task)));
    let run = move || {
        if let Some(task) = task.take() {
            task();
        }
    };
    let manager = window().and_then(|window| member(&window.navigator(), "locks"));
    let Some(manager) = manager else { return run() };
    let locked = run.clone();
    let held = Closure::once_into_js(move |_: JsValue| -> JsValue {
        locked();
        settled().into()
    });
    match call(&manager, "request", &Array::of2(&LOCK.into(), &held)) {
        None => run(),
        Some(asked) => {
            // It may be refused: a page that is about to go gets none.
            let refused = Closure::once_into_js({
                let run = run.clone();
                move |_: JsValue| run()
            });
            let _ = call(&asked, "catch", &Array::of1(&refused));
            timers::later(PATIENCE, Box::new(run));
        }
    }
}

fn settled() -> Promise {
    Promise::new(&mut |done: Function, _| {
        let end = move || drop(done.call0(&JsValue::NULL));
        timers::later(SETTLING, Box::new(end));
    })
}
