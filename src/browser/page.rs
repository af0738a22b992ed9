//! The page as a whole: its language, theme and title, and when it comes and goes.

use super::{document, listen, listen_to_window, member, window};
use js_sys::futures::JsFuture;
use js_sys::{Promise, Reflect};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, VisibilityState};

/// Says which language the page is in, for screen readers and hyphenation.
pub fn speak(language: &str) {
    root_attribute("lang", Some(language));
}

/// The language that the page is in from its first moment: the one that was chosen, or the reader's.
pub fn language() -> String {
    root().and_then(|root| root.get_attribute("lang")).unwrap_or_default()
}

/// The theme that was chosen, if one was.
pub fn theme() -> Option<String> {
    root()?.get_attribute("data-theme")
}

/// Puts the page into a theme, or with `None` into the system's.
pub fn wear(theme: Option<&str>) {
    root_attribute("data-theme", theme);
}

/// Has the page say by itself that not all of the program has come.
pub fn say_late() {
    root_attribute("data-broken", Some("late"));
}

/// Whether the window is as narrow as a phone's, where the style sheets change over.
pub fn is_narrow() -> bool {
    is_within("(max-width: 44.99rem)")
}

/// Whether the window is so narrow that rows of tables are cards.
pub fn has_cards() -> bool {
    is_within("(max-width: 74.99rem)")
}

fn is_within(query: &str) -> bool {
    let query = window().and_then(|window| window.match_media(query).ok().flatten());
    query.is_some_and(|query| query.matches())
}

fn root() -> Option<Element> {
    document()?.document_element()
}

fn root_attribute(name: &str, value: Option<&str>) {
    if let Some(root) = root() {
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

/// Waits for the style sheet of the later parts, or until it is known that it does not come.
pub async fn later_sheet() {
    let promise = window().and_then(|window| member(&window, "laterSheet")?.dyn_into::<Promise>().ok());
    if let Some(promise) = promise {
        // The page settles it either way.
        let _ = JsFuture::from(promise).await;
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

/// Prints one part of the page: the style sheet leaves out all others by the name on the root.
pub fn print_only(part: &str) -> bool {
    root_attribute(PRINTED, Some(part));
    print_and(Box::new(|| root_attribute(PRINTED, None)))
}

/// Prints the page and does something when that is over; says whether the browser would print.
pub fn print_and(done: Box<dyn FnOnce()>) -> bool {
    let Some(here) = window() else { return false };
    // Some browsers print later than they are told to: only the end of it says that it is done.
    // It is taken away then: a later print calls nobody who is gone.
    let done = Rc::new(Cell::new(Some(done)));
    let own = done.clone();
    let over = Closure::once_into_js(move || {
        if let Some(done) = own.take() {
            done();
        }
        if let Some(window) = window() {
            window.set_onafterprint(None);
        }
    });
    here.set_onafterprint(over.dyn_ref());
    let printed = print();
    if let Some(done) = (!printed).then(|| done.take()).flatten() {
        done();
    }
    printed
}

/// Names the part of the page that is printed.
const PRINTED: &str = "data-print";

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

/// Calls `handler` whenever somebody comes back to the page: from another tab, another window, another screen of theirs.
pub fn on_return(handler: Box<dyn Fn()>) {
    let handler = std::rc::Rc::new(handler);
    for event in ["focus", "pageshow"] {
        let handler = handler.clone();
        listen_to_window(event, Box::new(move |_| handler()));
    }
    on_visibility(VisibilityState::Visible, Box::new(move || handler()));
}

/// Has the browser ask before the page goes, or lets it go unasked again. A page that always asks is never kept for
/// the way back.
pub fn ask_before_leaving(asks: bool) {
    let Some(window) = window() else { return };
    let handler = asks.then(|| {
        Closure::<dyn FnMut(Event)>::new(|event: Event| {
            event.prevent_default();
            // What browsers of some years ago go by.
            let _ = Reflect::set(&event, &"returnValue".into(), &true.into());
        })
        .into_js_value()
    });
    window.set_onbeforeunload(handler.as_ref().and_then(JsCast::dyn_ref));
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
