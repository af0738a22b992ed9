//! The address bar: the link that the page was opened with, addresses for new ones, and where Back leads.

use super::{listen_to_window, member, window};
use wasm_bindgen::JsValue;

/// What mail programs make of `#` in a link that they guard.
const ENCODED_HASH: &str = "%23";

/// What stands behind the `#` of the address, or where programs that do not respect fragments put
/// it: in `?m=`, or behind an encoded `#`. Not decoded.
pub fn incoming() -> Option<String> {
    let location = window()?.location();
    let hash = location.hash().unwrap_or_default();
    let query = location.search().unwrap_or_default();
    let path = location.pathname().unwrap_or_default();
    let places = [
        hash.strip_prefix('#'),
        query.strip_prefix('?').and_then(|query| query.split('&').find_map(|part| part.strip_prefix("m="))),
        path.split_once(ENCODED_HASH).map(|(_, rest)| rest),
    ];
    places.into_iter().flatten().find(|text| !text.is_empty()).map(str::to_owned)
}

/// Opens the model of a link that somebody has pasted, as if it were the page's address; whether it is such a link.
pub fn open(link: &str) -> bool {
    let link = link.trim();
    let fragment = link.split_once('#').map_or(link, |(_, fragment)| fragment);
    let is_link = fragment.starts_with("m1");
    is_link && window().is_some_and(|window| window.location().set_hash(fragment).is_ok())
}

/// The address of the page itself, in whatever folder it lies; empty outside a page.
pub fn page_address() -> String {
    let Some(location) = window().map(|window| window.location()) else {
        return String::new();
    };
    location.origin().unwrap_or_default() + &page_path(&location)
}

/// The address of the page with this behind its `#`.
pub fn link(fragment: &str) -> String {
    [&page_address(), "#", fragment].concat()
}

/// Takes the link out of the address bar; nothing is loaded.
pub fn clear() {
    let Some(window) = window() else {
        return;
    };
    let path = page_path(&window.location());
    if let Ok(history) = window.history() {
        let place = history.state().unwrap_or(JsValue::NULL);
        let _ = history.replace_state_with_url(&place, "", Some(&path));
    }
}

/// Notes in the browser's history at which place of the application one is, so that Back leads to the one before.
pub fn note_place(place: u32, is_first: bool) {
    let Some(history) = window().and_then(|window| window.history().ok()) else { return };
    let before = history.state().ok().and_then(|state| state.as_f64());
    // What came without a place, as a pasted link does, is a step of its own already.
    let _ = match before {
        Some(before) if before == f64::from(place) => Ok(()),
        Some(_) if !is_first => history.push_state(&place.into(), ""),
        _ => history.replace_state(&place.into(), ""),
    };
}

/// Calls `handler` with the place to which Back or Forward lead.
pub fn on_place(handler: Box<dyn Fn(u32)>) {
    let lead = move |event: web_sys::Event| {
        if let Some(place) = member(&event, "state").and_then(|state| state.as_f64()) {
            handler(place as u32);
        }
    };
    listen_to_window("popstate", Box::new(lead));
}

/// Calls `handler` when another link is pasted into the address bar of the open page.
pub fn on_change(mut handler: Box<dyn FnMut()>) {
    listen_to_window("hashchange", Box::new(move |_| handler()));
}

fn page_path(location: &web_sys::Location) -> String {
    let path = location.pathname().unwrap_or_default();
    path.split_once(ENCODED_HASH).map_or(path.as_str(), |(page, _)| page).to_owned()
}
