//! Pictures of the sprite that stands in `index.html`.

use leptos::prelude::*;

/// A line drawing beside words, hidden from those who hear the page.
pub fn icon(name: &'static str) -> AnyView {
    sprite("icon", name)
}

/// A mark that carries meaning by its shape, such as a tone or a basis.
pub fn mark(name: &'static str) -> AnyView {
    sprite("mark", name)
}

fn sprite(class: &'static str, name: &'static str) -> AnyView {
    view! { <svg class=class aria-hidden="true"><use href=format!("#{name}") /></svg> }.into_any()
}
