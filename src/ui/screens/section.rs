//! A section of a long screen: its heading, and the moment one arrives in it.

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
