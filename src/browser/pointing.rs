//! What a click points at, and going to a place of the page.

use std::cell::Cell;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, HtmlElement, MouseEvent};

/// An attribute of what was clicked, or of the nearest thing around it that has the attribute.
pub fn pointed(event: &Event, attribute: &str) -> Option<String> {
    let clicked = event.target()?.dyn_into::<Element>().ok()?;
    clicked.closest(&["[", attribute, "]"].concat()).ok()??.get_attribute(attribute)
}

/// Whether a click met an element itself and nothing in it.
pub fn is_at(event: &Event, element: &Element) -> bool {
    event.target().is_some_and(|clicked| clicked == ***element)
}

/// Where the pointer is in the element that listens, as if that were so many pixels wide and high.
pub fn place_in(event: &MouseEvent, [width, height]: [i32; 2]) -> Option<[i32; 2]> {
    let element = event.current_target()?.dyn_into::<Element>().ok()?;
    let part = |at: i32, whole: i32, of: i32| at.saturating_mul(of).checked_div(whole);
    let [x, y] = [event.offset_x(), event.offset_y()];
    Some([part(x, element.client_width(), width)?, part(y, element.client_height(), height)?])
}

thread_local! {
    static PRESSES: Cell<u32> = const { Cell::new(0) };
}

/// How often a key or the pointer was pressed: whoever goes somewhere later looks whether it is still wanted.
pub fn presses() -> u32 {
    PRESSES.get()
}

/// Counts presses of keys and of the pointer, and calls `task` before anything else comes of one.
pub fn before_presses(task: Box<dyn Fn()>) {
    let Some(window) = web_sys::window() else { return };
    let press = Closure::<dyn Fn()>::new(move || {
        PRESSES.set(PRESSES.get().wrapping_add(1));
        task();
    });
    for event in ["keydown", "pointerdown"] {
        let handler = press.as_ref().unchecked_ref();
        let _ = window.add_event_listener_with_callback_and_bool(event, handler, true);
    }
    press.forget();
}

/// Opens whatever the element of an id is folded into and puts the focus on it; whether it is there.
pub fn go_to(id: &str) -> bool {
    let found = web_sys::window().and_then(|window| window.document()?.get_element_by_id(id));
    let Some(element) = found else { return false };
    unfold(&element);
    element.dyn_into::<HtmlElement>().is_ok_and(|element| element.focus().is_ok())
}

/// Opens whatever an element is folded into.
pub fn unfold(element: &Element) {
    let mut around = element.parent_element();
    while let Some(outer) = around {
        if outer.tag_name().eq_ignore_ascii_case("details") {
            // An attribute without a value is set in any state of the page.
            let _ = outer.set_attribute("open", "");
        }
        around = outer.parent_element();
    }
}
