//! The first screen before the page is there: it stands in `index.html` as the page has once drawn it, and what a first
//! visitor types into it is worked out here, until the page takes it over.
//!
//! **Never:** knows Leptos, draws nothing, and holds nothing that the page does not take over.

mod answer;
mod beginning;
mod digits;
mod form;

pub use answer::{PAIRS, Pair, bar_label, example_note, heading};
pub use beginning::Beginning;
pub use digits::Intl;
pub use form::{MODEL_NAME, OPENING_CLIENTS, input_id};

use crate::browser::{first_form, fragment};
use crate::text::Word;
use std::cell::RefCell;
use std::rc::Rc;

/// What the page takes over.
#[derive(Clone)]
pub struct TakeOver {
    /// Whether there is a form that somebody may be typing into.
    pub is_first_visit: bool,
    beginning: Rc<RefCell<Option<Beginning>>>,
}

impl TakeOver {
    /// Hands out what has come of the first screen; from then on the page has it.
    pub fn take(&self) -> Option<Beginning> {
        self.beginning.borrow_mut().take()
    }
}

/// Begins. `open_page` is asked at once for the whole page, which comes when it comes.
pub fn start(open_page: fn(TakeOver)) {
    let beginning = Beginning::of_page();
    // Whoever comes back, or by a link, waits for their own document: there is no form.
    let is_first_visit = !beginning.has_documents() && fragment::incoming().is_none();
    let beginning = Rc::new(RefCell::new(Some(beginning)));
    if is_first_visit {
        bind(&beginning);
    }
    open_page(TakeOver { is_first_visit, beginning });
}

/// Has what is typed into the form worked out and shown, until the page takes it over.
fn bind(beginning: &Rc<RefCell<Option<Beginning>>>) {
    if let Some(beginning) = &*beginning.borrow()
        // It was drawn for readers of one region.
        && form::label(beginning)
    {
        answer::show(beginning);
    }
    let own = beginning.clone();
    first_form::on_typing(move |texts| {
        if let Some(beginning) = &mut *own.borrow_mut() {
            form::enter(beginning, texts);
            answer::show(beginning);
            first_form::say_saving(&beginning.show().word(Word::SAVED_SAVING));
        }
    });
}
