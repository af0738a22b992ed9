//! Sections that fold into one line with what is in them. On a wide page they are open until the reader closes them; on a
//! phone they are folded, all but the one that needs attention. What the reader did last to each is remembered.

use crate::browser::{elements, focus, page};
use crate::codec::shelf::FOLDS;
use crate::desk::Folds;
use crate::text::Word;
use crate::text::summaries::Summary;
use crate::ui::icon::icon;
use crate::ui::keeper::{Keeper, keeper};
use crate::ui::state::Desk;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// A section, as long as it is folded.
#[derive(Clone, Copy)]
pub struct Fold {
    /// Its name.
    pub name: Word,
    /// The id of its heading.
    pub heading: &'static str,
    /// What it says of what is in it.
    pub summary: Summary,
    /// Whether it is open on a phone until the reader closes it.
    pub is_urgent: bool,
    /// The name of the section after it, and the id of its heading.
    pub next: Option<(Word, &'static str)>,
}

/// The heading that opens and closes; what stands above everything in the section, and what under that.
pub fn fold(desk: Desk, own: Fold, above: Option<AnyView>, body: AnyView) -> AnyView {
    let keeper = keeper();
    let remembered = folds(keeper).of(own.heading);
    let is_open = RwSignal::new(remembered.unwrap_or_else(|| own.is_urgent || !page::is_narrow()));
    // Also opened by what leads into it: a link, a search in the page.
    let turned = move |event: leptos::ev::Event| is_open.set(is_unfolded(&event));
    let remember = move |_| keep(keeper, own.heading, !is_open.get_untracked());
    // What nobody sees is not worked out.
    let summary = move || (!is_open.get()).then(|| summed_up(desk, own.summary));
    view! {
        <details class="fold" prop:open=move || is_open.get() on:toggle=turned>
            <summary on:click=remember>
                <h2 id=own.heading tabindex="-1">{move || desk.word(own.name)}</h2>
                <span class="gist">{summary}</span>
            </summary>
            <div class="unfolded">
                {above.map(|above| view! { <div class="line above">{above}</div> })}
                {body}
                {turn(desk, keeper, own, is_open)}
            </div>
        </details>
    }
    .into_any()
}

/// At the foot of a section, on a phone: back to the list of them, and on to the next.
fn turn(desk: Desk, keeper: Keeper, own: Fold, is_open: RwSignal<bool>) -> AnyView {
    let close = move || {
        is_open.set(false);
        keep(keeper, own.heading, false);
    };
    let back = move |_| {
        close();
        focus::soon(Box::new(move || elements::focus(own.heading)));
    };
    let next = own.next.map(|(name, heading)| {
        let go = move |_| {
            close();
            keep(keeper, heading, true);
            focus::heading(heading);
        };
        view! { <button type="button" on:click=go>{move || desk.with(Word::SUMMARY_NEXT, "name", &desk.word(name))}{icon("i-below")}</button> }
    });
    view! {
        <p class="line turn only-narrow no-print">
            <button type="button" class="quiet" on:click=back>{icon("i-up")}{move || desk.word(Word::SUMMARY_FOLD)}</button>
            {next}
        </p>
    }
    .into_any()
}

fn summed_up(desk: Desk, summary: Summary) -> String {
    desk.model.with(|model| desk.outcome.with(|outcome| desk.show(|show| summary(show, model, outcome))))
}

fn is_unfolded(event: &leptos::ev::Event) -> bool {
    let details = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    details.is_some_and(|details| details.has_attribute("open"))
}

fn folds(keeper: Keeper) -> Folds {
    Folds::read(&keeper.shelf().pref(FOLDS).unwrap_or_default())
}

/// Not kept means asked again by the width of the page.
fn keep(keeper: Keeper, heading: &str, is_open: bool) {
    let text = folds(keeper).with(heading, is_open).text();
    let _ = keeper.shelf().keep_pref(FOLDS, Some(&text));
}
