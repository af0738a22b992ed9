//! How wide a part of the page is.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, ResizeObserver, window};

/// Listens to the width of an element for as long as it is kept.
pub struct Measure {
    observer: ResizeObserver,
    /// Called by the observer.
    _resized: Closure<dyn FnMut()>,
    printed: Closure<dyn FnMut(Event)>,
}

/// Before and after the page goes to paper.
const PRINT: [&str; 2] = ["beforeprint", "afterprint"];

impl Measure {
    /// Tells the element's width in pixels now and whenever it changes. While the page is printed
    /// nothing is measured, so `paper` is told before it and the width again after it.
    /// None where the browser cannot observe.
    pub fn new(element: &Element, paper: i32, told: impl Fn(i32) + Clone + 'static) -> Option<Measure> {
        let resized = {
            let (element, told) = (element.clone(), told.clone());
            Closure::<dyn FnMut()>::new(move || told(element.client_width()))
        };
        let printed = {
            let element = element.clone();
            Closure::<dyn FnMut(Event)>::new(move |event: Event| {
                told(if event.type_() == PRINT[0] { paper } else { element.client_width() });
            })
        };
        let observer = ResizeObserver::new(resized.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        for event in PRINT {
            let _ = window()?.add_event_listener_with_callback(event, printed.as_ref().unchecked_ref());
        }
        Some(Measure { observer, _resized: resized, printed })
    }
}

impl Drop for Measure {
    fn drop(&mut self) {
        self.observer.disconnect();
        for event in PRINT {
            let _ = window().map(|window| {
                window.remove_event_listener_with_callback(event, self.printed.as_ref().unchecked_ref())
            });
        }
    }
}
