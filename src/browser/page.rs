//! The page as a whole: its language, theme and title, and when it comes and goes.

use super::{document, listen, listen_to_window, window};
use js_sys::Reflect;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, VisibilityState};

/// Says which language the page is in, for screen readers and hyphenation.
pub fn speak(language: &str) {
    root_attribute("lang", Some(language));
}

/// Puts the page into a theme, or with `None` into the system's.
pub fn wear(theme: Option<&str>) {
    root_attribute("data-theme", theme);
}

fn root_attribute(name: &str, value: Option<&str>) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = match value {
            Some(value) => root.set_attribute(name, value),
            None => root.remove_attribute(name),
        };
    }
}

/// Gives the page its title.
pub fn entitle(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// The languages that the user prefers, the best first, as `ru-RU`.
pub fn languages() -> Vec<String> {
    let list = window().map(|window| window.navigator().languages());
    list.map(|list| list.iter().filter_map(|tag| tag.as_string()).collect()).unwrap_or_default()
}

/// Prints the page; says whether the browser would.
pub fn print() -> bool {
    window().is_some_and(|window| window.print().is_ok())
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = window() {
        let _ = window.location().reload();
    }
}

/// Whether the page stands within a page of somebody else.
pub fn is_framed() -> bool {
    window().is_some_and(|window| match window.parent() {
        Ok(Some(parent)) => parent != window,
        _ => false,
    })
}

/// Whether a media query holds, as `(prefers-color-scheme: dark)`.
pub fn holds(query: &str) -> bool {
    media(query).is_some_and(|media| media.matches())
}

/// Calls `handler` whenever a media query begins or ceases to hold.
pub fn on_media(query: &str, mut handler: Box<dyn FnMut(bool)>) {
    if let Some(media) = media(query) {
        let own = media.clone();
        listen(&media, "change", Box::new(move |_| handler(own.matches())));
    }
}

fn media(query: &str) -> Option<web_sys::MediaQueryList> {
    window()?.match_media(query).ok().flatten()
}

/// Calls `handler` whenever the page may be about to go: another tab or window comes to the front,
/// the page is left or closed. The last chance to save.
pub fn on_leave(handler: Box<dyn Fn()>) {
    let handler = std::rc::Rc::new(handler);
    for event in ["pagehide", "blur"] {
        let handler = handler.clone();
        listen_to_window(event, Box::new(move |_| handler()));
    }
    on_visibility(VisibilityState::Hidden, Box::new(move || handler()));
}

/// Calls `handler` whenever the page is seen again.
pub fn on_return(handler: Box<dyn Fn()>) {
    on_visibility(VisibilityState::Visible, handler);
}

fn on_visibility(state: VisibilityState, handler: Box<dyn Fn()>) {
    let Some(document) = document() else {
        return;
    };
    let own = document.clone();
    let change = move |_| {
        if own.visibility_state() == state {
            handler();
        }
    };
    listen(&document, "visibilitychange", Box::new(change));
}

/// Makes the browser ask before the page is left, or no longer.
pub fn guard(is_unsaved: bool) {
    let Some(window) = window() else {
        return;
    };
    if is_unsaved != window.onbeforeunload().is_some() {
        let asking = is_unsaved.then(|| Closure::<dyn FnMut(Event)>::new(ask).into_js_value());
        window.set_onbeforeunload(asking.as_ref().map(JsCast::unchecked_ref));
    }
}

fn ask(event: Event) {
    event.prevent_default();
    let _ = Reflect::set(&event, &"returnValue".into(), &JsValue::TRUE);
}
