//! The page in the place of the first form: what somebody is in the midst of goes on.

use super::first_form::{FieldText, PLACE, texts};
use super::{document, elements, focus, typing, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, HtmlInputElement, Node};

/// Where somebody is in the form.
struct Hand {
    /// The id of the field or place that has the focus, and what is selected in it.
    focus: Option<(String, Option<(u32, u32)>)>,
    texts: Vec<FieldText>,
    /// Which of the folded places are open.
    open: Vec<bool>,
    scrolled: f64,
}

/// Has the page drawn in the place of the form: what was typed, unfolded and scrolled to, the focus and the caret are as
/// they were.
/// `untold` are the ids of fields of whose text there is something to say.
pub fn replace(untold: Vec<String>, draw: impl FnOnce(HtmlElement)) {
    let Some(place) = elements::element(PLACE) else { return };
    let hand = hand(&place);
    let before = children(&place);
    draw(place.clone());
    // Before the field in which somebody is typing goes away: a phone would put its keys away.
    give_focus(&place, &hand);
    for own in before {
        let _ = place.remove_child(&own);
    }
    if let Some(window) = window().filter(|window| window.scroll_y() != Ok(hand.scrolled)) {
        window.scroll_to_with_x_and_y(0.0, hand.scrolled);
    }
    // Fields get their texts once all is drawn.
    focus::soon(Box::new(move || {
        give_texts(&place, &hand, &untold);
        let _ = place.remove_attribute("data-loading");
    }));
}

fn children(place: &Element) -> Vec<Node> {
    let list = place.child_nodes();
    (0..list.length()).filter_map(|at| list.item(at)).collect()
}

fn hand(place: &Element) -> Hand {
    let focused = document().and_then(|document| document.active_element());
    let focus = focused.filter(|element| place.contains(Some(element))).map(|element| {
        let selected = element
            .dyn_ref::<HtmlInputElement>()
            .and_then(|field| Some((field.selection_start().ok()??, field.selection_end().ok()??)));
        (element.id(), selected)
    });
    let open = elements::all(place, "details").iter().map(|details| details.has_attribute("open")).collect();
    let scrolled = window().and_then(|window| window.scroll_y().ok()).unwrap_or_default();
    Hand { focus, texts: texts(place), open, scrolled }
}

/// The element of an id that was drawn last.
fn drawn<T: JsCast>(place: &Element, id: &str) -> Option<T> {
    // Without one it would be any.
    let named = if id.is_empty() { None } else { elements::all(place, &["[id='", id, "']"].concat()).pop() };
    named?.dyn_into().ok()
}

fn give_focus(place: &Element, hand: &Hand) {
    let folded = elements::all(place, "details").into_iter().skip(hand.open.len());
    for (details, _) in folded.zip(&hand.open).filter(|(_, is_open)| **is_open) {
        let _ = details.set_attribute("open", "");
    }
    let focused = hand.focus.as_ref().and_then(|(id, _)| drawn::<HtmlElement>(place, id));
    if let Some(element) = focused {
        let staying = FocusOptions::new();
        staying.set_prevent_scroll(true);
        let _ = element.focus_with_options(&staying);
    }
}

fn give_texts(place: &Element, hand: &Hand, untold: &[String]) {
    for (id, text) in &hand.texts {
        let Some(field) = drawn::<HtmlInputElement>(place, id) else { continue };
        let has_focus = hand.focus.as_ref().is_some_and(|(own, _)| own == id);
        // What was taken stands there as a number already; the others say what is the matter, once they are typed again.
        if has_focus || untold.contains(id) {
            typing::put(&field, text);
        }
    }
    let selected =
        hand.focus.as_ref().and_then(|(id, selected)| drawn::<HtmlInputElement>(place, id).zip(*selected));
    if let Some((field, (start, end))) = selected {
        let _ = field.set_selection_range(start, end);
    }
}
