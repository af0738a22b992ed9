//! Where the keyboard goes after something was added, moved or taken away.

use super::{call, elements, pointing, timers};
use js_sys::Array;

/// Does something once what has just changed is drawn.
pub fn soon(task: Box<dyn FnOnce()>) {
    timers::later(0, task);
}

/// Puts the focus on the element of an id; whether it is there.
pub fn on(id: &str) -> bool {
    pointing::go_to(id)
}

/// The same, once what has just changed is drawn.
pub fn later(id: String) {
    soon(Box::new(move || {
        on(&id);
    }));
}

/// Brings a heading to the top of the page and puts the focus on it.
pub fn heading(id: &str) {
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

/// Closes the menu of an id where it is open.
pub fn close_popover(id: &str) {
    if let Some(menu) = elements::element(id) {
        let _ = call(&menu, "hidePopover", &Array::new());
    }
}
