//! What a click points at, and going to a place of the page.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

/// An attribute of what was clicked, or of the nearest thing around it that has the attribute.
pub fn pointed(event: &Event, attribute: &str) -> Option<String> {
    let clicked = event.target()?.dyn_into::<Element>().ok()?;
    clicked.closest(&["[", attribute, "]"].concat()).ok()??.get_attribute(attribute)
}

/// Whether a click met an element itself and nothing in it.
pub fn is_at(event: &Event, element: &Element) -> bool {
    event.target().is_some_and(|clicked| clicked == ***element)
}

/// Opens whatever the element of an id is folded into and puts the focus on it; whether it is there.
pub fn go_to(id: &str) -> bool {
    let found = web_sys::window().and_then(|window| window.document()?.get_element_by_id(id));
    let Some(element) = found else { return false };
    let mut around = element.parent_element();
    while let Some(outer) = around {
        if outer.tag_name().eq_ignore_ascii_case("details") {
            // An attribute without a value is set in any state of the page.
            let _ = outer.set_attribute("open", "");
        }
        around = outer.parent_element();
    }
    element.dyn_into::<HtmlElement>().is_ok_and(|element| element.focus().is_ok())
}
