//! Long screens: sections with their headings, the list of them, and the moment one arrives in one.

use super::fold::{Fold, fold};
use crate::browser::focus;
use crate::text::Word;
use crate::text::summaries::Summary;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// A section that folds into one line; what stands above everything in it, and what under that. `arrive` is called
/// when the focus or the pointer comes into it.
pub fn section(
    desk: Desk,
    own: Fold,
    arrive: impl Fn() + Copy + 'static,
    above: Option<AnyView>,
    body: AnyView,
) -> AnyView {
    view! {
        <section
            class="part"
            aria-labelledby=own.heading
            on:focusin=move |_| arrive()
            on:pointerenter=move |_| arrive()
        >
            {fold(desk, own, above, body)}
        </section>
    }
    .into_any()
}

/// What a long screen says of itself.
#[derive(Clone, Copy)]
pub struct Titles {
    /// Its name.
    pub name: Word,
    /// What it is for.
    pub lead: Word,
    /// The name of the list of its sections.
    pub sections: Word,
}

/// A section of a screen: its name, the id of its heading, and what stands in it.
pub struct Piece {
    /// The name.
    pub name: Word,
    /// The id of its heading.
    pub heading: &'static str,
    /// What it says while it is folded.
    pub summary: Summary,
    /// Whether it is open on a phone until the reader closes it.
    pub is_urgent: bool,
    /// What stands in it.
    pub body: AnyView,
}

/// A screen in sections with a list of them, in which the one that one is in is marked.
pub fn sectioned(desk: Desk, class: &'static str, titles: Titles, pieces: Vec<Piece>) -> AnyView {
    let here = RwSignal::new(0_u32);
    let links: Vec<_> =
        (0..).zip(&pieces).map(|(at, piece)| link(desk, here, at, piece.name, piece.heading)).collect();
    let next: Vec<_> =
        pieces.iter().skip(1).map(|piece| Some((piece.name, piece.heading))).chain([None]).collect();
    let sections: Vec<_> = (0..)
        .zip(pieces.into_iter().zip(next))
        .map(|(at, (piece, next))| drawn(desk, here, at, piece, next))
        .collect();
    view! {
        <div class=class>
            <header class="title full">
                <h1>{move || desk.word(titles.name)}</h1>
                <p class="lead">{move || desk.word(titles.lead)}</p>
            </header>
            <nav class="parts" aria-label=move || desk.word(titles.sections)>{links}</nav>
            <div class="sections">{sections}</div>
        </div>
    }
    .into_any()
}

fn link(desk: Desk, here: RwSignal<u32>, at: u32, name: Word, heading: &'static str) -> AnyView {
    let go = move |_| {
        here.set(at);
        focus::heading(heading);
    };
    view! {
        <button type="button" aria-current=move || (here.get() == at).then_some("true") on:click=go>
            {move || desk.word(name)}
        </button>
    }
    .into_any()
}

fn drawn(
    desk: Desk,
    here: RwSignal<u32>,
    at: u32,
    piece: Piece,
    next: Option<(Word, &'static str)>,
) -> AnyView {
    let arrive = move || {
        if here.get_untracked() != at {
            here.set(at);
        }
    };
    let Piece { name, heading, summary, is_urgent, body } = piece;
    section(desk, Fold { name, heading, summary, is_urgent, next }, arrive, None, body)
}
