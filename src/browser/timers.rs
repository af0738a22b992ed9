//! Things done later.

use gloo_timers::callback::Timeout;

/// Something to be done later; dropped, it is not done.
pub struct Timer(#[expect(dead_code, reason = "it acts by being dropped")] Timeout);

/// Does something after so many milliseconds, unless the timer is dropped before.
pub fn after(milliseconds: u32, task: Box<dyn FnOnce()>) -> Timer {
    Timer(Timeout::new(milliseconds, task))
}

/// The same, without a way back.
pub fn later(milliseconds: u32, task: Box<dyn FnOnce()>) {
    Timeout::new(milliseconds, task).forget();
}
