//! Which parts of the page are in sight, and when nobody waits for anything.

use super::timers::{Timer, after};
use js_sys::futures::JsFuture;
use js_sys::{Array, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, window};

/// What is as near as this to the window counts as in sight: one scrolls to it in a moment.
const NEAR: &str = "200px 0px";

/// A free moment is not waited for any longer than this, in milliseconds: some browsers do not tell of any, and a busy one
/// may forget to, even where it is given a limit of its own.
const PATIENCE: u32 = 300;

/// Listens to whether an element is in sight, for as long as it is kept.
pub struct Sight {
    observer: IntersectionObserver,
    _crossed: Closure<dyn FnMut(Array)>,
    printed: Closure<dyn FnMut()>,
}

impl Sight {
    /// Tells whether the element is in sight, soon after now and whenever that changes; on paper everything is.
    /// None where the browser cannot observe.
    pub fn new(element: &Element, told: impl Fn(bool) + Clone + 'static) -> Option<Sight> {
        let printed = {
            let told = told.clone();
            Closure::<dyn FnMut()>::new(move || told(true))
        };
        let crossed = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            // Of several crossings since the last word, the last one holds.
            let last = entries.pop().dyn_into::<IntersectionObserverEntry>();
            if let Ok(last) = last {
                told(last.is_intersecting());
            }
        });
        let near = IntersectionObserverInit::new();
        near.set_root_margin(NEAR);
        let observer =
            IntersectionObserver::new_with_options(crossed.as_ref().unchecked_ref(), &near).ok()?;
        observer.observe(element);
        let _ = window()?.add_event_listener_with_callback("beforeprint", printed.as_ref().unchecked_ref());
        Some(Sight { observer, _crossed: crossed, printed })
    }
}

impl Drop for Sight {
    fn drop(&mut self) {
        self.observer.disconnect();
        let _ = window().map(|window| {
            window.remove_event_listener_with_callback("beforeprint", self.printed.as_ref().unchecked_ref())
        });
    }
}

/// Something to be done when nobody waits; dropped, it is not done.
pub struct Idle {
    handle: Option<u32>,
    _called: Closure<dyn FnMut()>,
    _timer: Timer,
}

/// Does something as soon as the browser has nothing else to do, unless it is dropped before. It may be done twice.
pub fn when_idle(task: impl Fn() + Clone + 'static) -> Idle {
    let called = Closure::<dyn FnMut()>::new(task.clone());
    let asked = |window: web_sys::Window| window.request_idle_callback(called.as_ref().unchecked_ref()).ok();
    Idle { handle: window().and_then(asked), _called: called, _timer: after(PATIENCE, Box::new(task)) }
}

/// Waits until the browser has nothing else to do.
pub async fn idle() {
    let mut waiting = None;
    let free = Promise::new(&mut |resolve, _| {
        waiting = Some(when_idle(move || drop(resolve.call0(&JsValue::UNDEFINED))));
    });
    // It is never refused.
    let _ = JsFuture::from(free).await;
    drop(waiting);
}

impl Drop for Idle {
    fn drop(&mut self) {
        if let Some((handle, window)) = self.handle.zip(window()) {
            window.cancel_idle_callback(handle);
        }
    }
}
