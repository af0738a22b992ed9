//! Number fields as they are typed into: which has the focus, what a key of the page's own writes, where Enter leads.

use super::{call, document, elements, listen_to_window, window};
use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventInit, HtmlElement, HtmlInputElement, KeyboardEvent};

/// Where a field stands on the page, in pixels: its lower edge and its left one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FieldPlace {
    /// From the top of the page to the lower edge.
    pub below: f64,
    /// From its left edge.
    pub left: f64,
}

/// Calls `told` with the place of the number field that gets the focus, and with none when it is left.
pub fn on_number_field(told: Box<dyn Fn(Option<FieldPlace>)>) {
    let told = std::rc::Rc::new(told);
    let entered = std::rc::Rc::clone(&told);
    listen_to_window(
        "focusin",
        Box::new(move |event| entered(number_field(&event).and_then(|input| place(&input)))),
    );
    listen_to_window("focusout", Box::new(move |_| told(None)));
}

/// Has Enter lead from one number field to the next, and out of the last one, unless it was taken for something else.
pub fn go_on_with_enter() {
    listen_to_window(
        "keydown",
        Box::new(|event| {
            let is_enter = event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Enter");
            if !is_enter || event.default_prevented() {
                return;
            }
            let Some(input) = number_field(&event) else { return };
            event.prevent_default();
            let _ = match next(&input) {
                Some(next) => next.focus(),
                None => input.blur(),
            };
        }),
    );
}

/// What an edit makes of a text and what is selected in it, in UTF-16 units: the text after it, and where the caret is then.
pub type TextEdit<'a> = &'a dyn Fn(&str, core::ops::Range<usize>) -> (String, usize);

/// Edits the text of the field that has the focus, as if it had been typed.
pub fn write(edit: TextEdit<'_>) {
    let focused = document().and_then(|document| document.active_element());
    let Some(input) = focused.and_then(|element| element.dyn_into::<HtmlInputElement>().ok()) else { return };
    let at = |end: Result<Option<u32>, _>| end.ok().flatten().map_or(usize::MAX, |end| end as usize);
    let (text, caret) = edit(&input.value(), at(input.selection_start())..at(input.selection_end()));
    let caret = u32::try_from(caret).unwrap_or_default();
    input.set_value(&text);
    let _ = input.set_selection_range(caret, caret);
    tell_typed(&input);
}

/// Puts a text into a field, as if it had been typed.
pub fn put(field: &HtmlInputElement, text: &str) {
    field.set_value(text);
    tell_typed(field);
}

fn tell_typed(field: &HtmlInputElement) {
    let bubbling = EventInit::new();
    bubbling.set_bubbles(true);
    if let Ok(typed) = Event::new_with_event_init_dict("input", &bubbling) {
        let _ = field.dispatch_event(&typed);
    }
}

fn number_field(event: &Event) -> Option<HtmlInputElement> {
    let input = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    (input.get_attribute("inputmode").as_deref() == Some("decimal")).then_some(input)
}

fn place(input: &Element) -> Option<FieldPlace> {
    let window = window()?;
    let field = input.closest(".field").ok().flatten().unwrap_or_else(|| input.clone());
    let (field, scrolled) = (field.get_bounding_client_rect(), window.scroll_y().ok()?);
    Some(FieldPlace { below: field.bottom() + scrolled, left: field.left() })
}

/// The next number field that one can see, in the same dialog or on the same page.
fn next(input: &HtmlInputElement) -> Option<HtmlElement> {
    let around = input.closest("dialog, main").ok()??;
    let all = elements::all(&around, "input[inputmode=decimal]").into_iter();
    let mut all = all.filter_map(|own| own.dyn_into::<HtmlElement>().ok());
    all.find(|own| own.is_same_node(Some(input)))?;
    all.find(|own| call(own, "checkVisibility", &Array::new()).is_none_or(|is| is.is_truthy()))
}
