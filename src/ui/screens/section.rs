//! Long screens: sections with their headings, the list of them, and the moment one arrives in one.

use crate::browser::focus;
use crate::text::Word;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// A section with its heading; what stands in the line of the heading, and what under it. `arrive` is called when
/// the focus or the pointer comes into it.
pub fn section(
    desk: Desk,
    name: Word,
    heading: &'static str,
    arrive: impl Fn() + Copy + 'static,
    beside: AnyView,
    body: AnyView,
) -> AnyView {
    view! {
        <section
            class="part"
            aria-labelledby=heading
            on:focusin=move |_| arrive()
            on:pointerenter=move |_| arrive()
        >
            <header class="line">
                <h2 id=heading tabindex="-1">{move || desk.word(name)}</h2>
                {beside}
            </header>
            {body}
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
    /// What stands in it.
    pub body: AnyView,
}

/// A screen in sections with a list of them, in which the one that one is in is marked.
pub fn sectioned(desk: Desk, class: &'static str, titles: Titles, pieces: Vec<Piece>) -> AnyView {
    let here = RwSignal::new(0_u32);
    let links: Vec<_> =
        (0..).zip(&pieces).map(|(at, piece)| link(desk, here, at, piece.name, piece.heading)).collect();
    let sections: Vec<_> = (0..).zip(pieces).map(|(at, piece)| drawn(desk, here, at, piece)).collect();
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

fn drawn(desk: Desk, here: RwSignal<u32>, at: u32, piece: Piece) -> AnyView {
    let arrive = move || {
        if here.get_untracked() != at {
            here.set(at);
        }
    };
    section(desk, piece.name, piece.heading, arrive, ().into_any(), piece.body)
}
