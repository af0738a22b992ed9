//! What the shapes of a chart mean: by their form as much as by their colour.

use super::marks::path;
use crate::picture::{Form, Key};
use leptos::prelude::*;

/// The legend of a chart.
pub fn legend(keys: Vec<Key>) -> AnyView {
    let line = |Key { form, class, text }: Key| {
        view! { <li><svg viewBox="0 0 28 12" aria-hidden="true">{sample(form, class)}</svg>{text}</li> }
            .into_any()
    };
    let lines: Vec<_> = keys.into_iter().map(line).collect();
    view! { <ul class="legend">{lines}</ul> }.into_any()
}

const BOX: &str = "M4 1h20v10h-20z";

fn sample(form: Form, class: &'static str) -> AnyView {
    match form {
        Form::Line => path(class, None, "M1 6h26".into()),
        Form::Box => path(class, None, BOX.into()),
        Form::Hatch(pattern) => path(class, Some(pattern), BOX.into()),
        Form::Struck => path(class, None, "M4 1h20v10h-20zM4 6h20".into()),
        Form::Strip => path(class, None, "M1 8h13v3h-13zM14 5h13v6h-13z".into()),
        Form::Ring => view! { <circle class="ring" cx="14" cy="6" r="4.5" /> }.into_any(),
    }
}
