//! Where the keyboard goes after something was added, moved or taken away.

use super::{call, elements, pointing, timers};
use js_sys::futures::{JsFuture, spawn_local};
use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

/// After so many turns all that a change sets off is drawn, whatever follows from what.
const TURNS: u32 = 16;

/// Does something once what has just changed is drawn, and before the next key or press: what is typed right
/// after goes where the focus goes.
pub fn soon(task: Box<dyn FnOnce()>) {
    spawn_local(async move {
        for _ in 0..TURNS {
            let _ = JsFuture::from(Promise::resolve(&JsValue::NULL)).await;
        }
        task();
    });
}

/// Puts the focus on the element of an id; whether it is there.
pub fn on(id: &str) -> bool {
    pointing::go_to(id)
}

/// The same, once what has just changed is drawn.
pub fn later(id: String) {
    let again = move |id: String| {
        on(&id);
    };
    soon(Box::new(move || {
        if !on(&id) {
            timers::later(0, Box::new(move || again(id)));
        }
    }));
}

/// Brings a heading to the top of the page, opens what it is the heading of, and puts the focus on it.
pub fn heading(id: &str) {
    if let Some(element) = elements::element(id) {
        pointing::unfold(&element);
    }
    elements::focus(id);
}

/// Presses the button of an id; whether it is there.
pub fn press(id: &str) -> bool {
    let button = elements::element(id);
    if let Some(button) = &button {
        button.click();
    }
    button.is_some()
}

/// Presses what stands beside an element and a selector names, if it is there.
pub fn press_beside(element: &Element, selector: &str) {
    let beside = element.parent_element().and_then(|around| around.query_selector(selector).ok().flatten());
    if let Some(button) = beside.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        button.click();
    }
}

/// Opens the menu or card of an id.
pub fn open_popover(id: &str) {
    if let Some(menu) = elements::element(id) {
        let _ = call(&menu, "showPopover", &Array::new());
    }
}

/// Closes the menu of an id where it is open.
pub fn close_popover(id: &str) {
    if let Some(menu) = elements::element(id) {
        let _ = call(&menu, "hidePopover", &Array::new());
    }
}
