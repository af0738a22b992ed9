//! Pictures of the sprite that stands in `index.html`.

use crate::judge::Tone;
use leptos::prelude::*;

/// A line drawing beside words, hidden from those who hear the page.
pub fn icon(name: &'static str) -> AnyView {
    sprite("icon", name)
}

/// A mark that carries meaning by its shape, such as a tone or a basis.
pub fn mark(name: &'static str) -> AnyView {
    sprite("mark", name)
}

/// The name of a tone's mark.
pub fn tone_mark(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "m-good",
        Tone::Watch => "m-watch",
        Tone::Bad => "m-bad",
        Tone::Unknown => "m-unknown",
    }
}

fn sprite(class: &'static str, name: &'static str) -> AnyView {
    view! { <svg class=class aria-hidden="true"><use href=format!("#{name}") /></svg> }.into_any()
}
